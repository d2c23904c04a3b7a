"""Times as supporters text them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.books import LA
from warmline.domain.said_time import Unclear, Unit, said_time

NOW = datetime(2027, 5, 3, 14, 0, tzinfo=LA).astimezone(UTC)


def wall(said: str, unit: Unit = Unit.HOURS, now: datetime = NOW) -> str:
    then = said_time(said, now, LA, unit, timedelta(hours=24))
    return f"{then.astimezone(LA):%a %H:%M}"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2H", "Mon 16:00"),
        ("2 HORAS", "Mon 16:00"),
        ("1H30", "Mon 15:30"),
        ("1H 30M", "Mon 15:30"),
        ("2", "Mon 16:00"),
        ("90 MIN", "Mon 15:30"),
        ("17:00", "Mon 17:00"),
        ("5:30", "Mon 17:30"),
        ("05:30", "Tue 05:30"),
        ("5 PM", "Mon 17:00"),
        ("5PM", "Mon 17:00"),
        ("11 A M", "Tue 11:00"),
        ("UNTIL 12:15 AM", "Tue 00:15"),
        ("HASTA LAS 18:00", "Mon 18:00"),
        ("13:59", "Tue 13:59"),
        ("14:00", "Tue 14:00"),
        ("12:30", "Tue 00:30"),
        ("12:30 PM", "Tue 12:30"),
        ("23:59", "Mon 23:59"),
    ],
)
def test_what_is_meant(said: str, meant: str) -> None:
    assert wall(said) == meant


def test_a_time_without_its_half_of_the_day_is_the_next_of_the_two() -> None:
    noon = NOW - timedelta(hours=2)
    assert [wall(said, now=noon) for said in ("1:30", "12:30", "11:30", "01:30")] == [
        "Mon 13:30",
        "Mon 12:30",
        "Mon 23:30",
        "Tue 01:30",
    ]


def test_a_bare_number_of_a_break_is_minutes() -> None:
    assert wall("30", Unit.MINUTES) == "Mon 14:30"


@pytest.mark.parametrize(
    "said", ["SOON", "0", "25:00", "17:60", "13PM", "0 AM", "2 DAYS", "H", "99", "24:00", "25H"]
)
def test_what_nobody_understands(said: str) -> None:
    with pytest.raises(Unclear):
        wall(said)


def test_on_the_night_when_the_clocks_change_two_hours_are_two_hours() -> None:
    before = datetime(2027, 3, 14, 1, 30, tzinfo=LA).astimezone(UTC)
    assert wall("2H", now=before) == "Sun 04:30"
    assert wall("4:30", now=before) == "Sun 04:30"


@given(st.text(max_size=12))
def test_nothing_that_is_written_fails_otherwise(said: str) -> None:
    try:
        then = said_time(said, NOW, LA, Unit.HOURS, timedelta(hours=24))
    except Unclear:
        return
    assert NOW < then <= NOW + timedelta(hours=24)
