"""Hours as people write them."""

from __future__ import annotations

from datetime import time

import pytest

from tests.books import span
from warmline.domain.line import Weekday
from warmline.domain.spans import WHOLE_DAY, BadSpan, apart, parse_span, running_into, span_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("08:00-22:00", "08:00-22:00"),
        (" 8:00 – 22:00 ", "08:00-22:00"),
        ("22:00-06:00", "22:00-06:00"),
        ("18:00-24:00", "18:00-00:00"),
        ("00:00-24:00", "00:00-24:00"),
        ("00:00-00:00", "00:00-24:00"),
        ("00:00-23:59", "00:00-23:59"),
    ],
)
def test_hours_are_read_and_written(written: str, read: str) -> None:
    assert span_text(parse_span(written)) == read


def test_the_whole_day_begins_and_ends_at_midnight() -> None:
    assert (WHOLE_DAY.start, WHOLE_DAY.end) == (time(0), time(0))


@pytest.mark.parametrize(
    "written",
    ["", "8-22", "08:00-22:00 daily", "24:00-06:00", "08:60-09:00", "08:00-25:00", "08:00-22:60"],
)
def test_what_is_no_stretch_of_a_day_says_how_to_write_one(written: str) -> None:
    with pytest.raises(BadSpan, match="Write"):
        parse_span(written)


def test_a_stretch_that_ends_where_it_begins_is_asked_about() -> None:
    with pytest.raises(BadSpan, match="begins and ends at the same time"):
        parse_span("08:00-08:00")


def test_the_stretches_of_a_day_may_touch() -> None:
    later, sooner = span("12:00-18:00"), span("08:00-12:00")
    assert apart([later, sooner]) == (sooner, later)


@pytest.mark.parametrize("other", ["11:59-18:00", "09:00-10:00"])
def test_the_stretches_of_a_day_may_not_overlap(other: str) -> None:
    with pytest.raises(BadSpan, match="overlap"):
        apart([span("08:00-12:00"), span(other)])


def test_what_passes_midnight_is_the_last_of_its_day() -> None:
    assert len(apart([span("08:00-12:00"), span("22:00-06:00")])) == 2
    with pytest.raises(BadSpan, match="overlap"):
        apart([span("20:00-06:00"), span("22:00-23:00")])
    with pytest.raises(BadSpan, match="overlap"):
        apart([WHOLE_DAY, span("22:00-23:00")])


@pytest.mark.parametrize(
    ("night", "morning", "overlap"),
    [
        ("22:00-06:00", "05:59-09:00", True),
        ("22:00-06:00", "06:00-09:00", False),
        ("08:00-22:00", "00:00-09:00", False),
        ("18:00-24:00", "00:00-09:00", False),
        ("00:00-24:00", "00:00-24:00", False),
    ],
)
def test_a_night_may_run_into_the_next_morning(night: str, morning: str, overlap: bool) -> None:
    weekly = {Weekday.SUN: (span(_by_clock(night)),), Weekday.MON: (span(_by_clock(morning)),)}
    found = [(Weekday.SUN, Weekday.MON)] if overlap else []
    assert running_into(weekly) == found


def _by_clock(text: str) -> str:
    return text.replace("24:00", "00:00")
