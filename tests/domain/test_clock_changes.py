"""The two nights of 2027 on which the clocks of California change, minute by minute (story 14).

What is expected is worked out from the law's two instants alone: until 10:00 UTC on 14 March the
clock is eight hours behind UTC, then seven; from 09:00 UTC on 7 November eight again. No library of
time zones is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.books import BOOK, JUNIPER, LA, RIVER, SAGE, span
from warmline.domain.hours import is_open
from warmline.domain.line import WEEK, Hours, Limits, LineBook
from warmline.domain.roster import (
    duties,
    in_quiet_hours,
    next_change,
    on_duty_from,
    shifts_between,
)
from warmline.domain.shifts import weekly_shift

MINUTE = timedelta(minutes=1)
SPRING, AUTUMN = date(2027, 3, 14), date(2027, 11, 7)
AHEAD = datetime(2027, 3, 14, 10, tzinfo=UTC), datetime(2027, 11, 7, 9, tzinfo=UTC)
ROUND_THE_CLOCK = {RIVER.id: "22:00-06:00", SAGE.id: "06:00-14:00", JUNIPER.id: "14:00-22:00"}


def clock_face(at: datetime) -> datetime:
    """What the clock on the wall shows."""
    behind = 7 if AHEAD[0] <= at < AHEAD[1] else 8
    return at.replace(tzinfo=None) - timedelta(hours=behind)


def minutes(about: date) -> Iterator[datetime]:
    """Every minute of the two days around the night before this date."""
    noon = datetime.combine(about - timedelta(days=1), time(20), UTC)
    return (noon + n * MINUTE for n in range(40 * 60))


def first_at(about: date, wall: datetime) -> datetime:
    """The first of these minutes at which the clock shows a time, or a later one."""
    return next(at for at in minutes(about) if clock_face(at) >= wall)


def county(shifts: dict[str, str], hours: str = "00:00-00:00") -> LineBook:
    line = replace(BOOK.line, hours=Hours(dict.fromkeys(WEEK, (span(hours),))))
    rows = tuple(weekly_shift(who, frozenset(WEEK), span(text)) for who, text in shifts.items())
    return LineBook(line, (RIVER, SAGE, replace(JUNIPER, paused=False)), rows)


@pytest.mark.parametrize("about", [SPRING, AUTUMN])
def test_at_every_minute_exactly_one_is_on_and_each_hand_over_comes_once(about: date) -> None:
    book = county(ROUND_THE_CLOCK)
    seen: list[str] = []
    for at in minutes(about):
        hour = clock_face(at).hour
        (on,) = duties(book, at)
        expected = RIVER.id if hour >= 22 or hour < 6 else SAGE.id if hour < 14 else JUNIPER.id
        assert on == expected, at
        if not seen or seen[-1] != on:
            seen.append(on)
            before = at - MINUTE
            assert len(seen) == 1 or next_change(book, before) == at
    assert seen == [SAGE.id, JUNIPER.id, RIVER.id] * 2


@pytest.mark.parametrize("about", [SPRING, AUTUMN])
@pytest.mark.parametrize(
    "hours", ["22:00-06:00", "18:00-02:30", "18:00-01:30", "02:30-09:00", "01:30-09:00"]
)
def test_at_every_minute_the_line_is_open_as_its_hours_say(about: date, hours: str) -> None:
    """A time that does not exist is the moment of the change; of one that comes twice the first."""
    book, opened = county({}, hours), span(hours)
    night = opened.end <= opened.start
    begin = datetime.combine(about - timedelta(days=night), opened.start)
    start, end = (first_at(about, wall) for wall in (begin, datetime.combine(about, opened.end)))
    for at in minutes(about):
        if start - timedelta(hours=2) <= at < end + timedelta(hours=2):
            assert is_open(book.line.hours, LA, at) == (start <= at < end), at


@pytest.mark.parametrize(("about", "hours"), [(SPRING, 7), (AUTUMN, 9), (date(2027, 5, 4), 8)])
def test_a_night_is_paid_by_its_true_length(about: date, hours: int) -> None:
    book = county(ROUND_THE_CLOCK)
    eve = about - timedelta(days=1)
    paid = {(who, day): part.minutes for who, day, part in on_duty_from(book, eve, eve)}
    assert paid == {(RIVER.id, eve): hours * 60, (SAGE.id, eve): 480, (JUNIPER.id, eve): 480}
    start = datetime.combine(about, time(0), LA)
    (night,) = [
        one for one in shifts_between(book, start, start + MINUTE) if one.supporter == RIVER.id
    ]
    counted = sum(night.start <= at < night.end for at in minutes(about))
    assert counted == night.minutes == hours * 60


@pytest.mark.parametrize("about", [SPRING, AUTUMN])
@pytest.mark.parametrize("quiet", ["22:00-07:00", "00:30-02:30", "01:30-05:00"])
def test_quiet_hours_are_one_stretch_on_the_clock_in_both_nights(about: date, quiet: str) -> None:
    asked = span(quiet)
    eve = about - timedelta(days=asked.end <= asked.start)
    start = first_at(about, datetime.combine(eve, asked.start))
    end = first_at(about, datetime.combine(about, asked.end))
    for at in minutes(about):
        if start - timedelta(hours=2) <= at < end + timedelta(hours=2):
            assert in_quiet_hours(Limits(quiet=asked), LA, at) == (start <= at < end), at
