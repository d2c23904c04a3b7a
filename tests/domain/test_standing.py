"""What a supporter is told of themselves: until when they are off, on, asleep, and what is next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.books import BOOK, LA, RIVER, SAGE, span
from warmline.domain.line import WEEK, DutyWish, Limits
from warmline.domain.presence import Presence, WhyNot
from warmline.domain.shifts import one_off_shift, weekly_shift
from warmline.domain.standing import (
    extra_until,
    next_shift,
    quiet_hours,
    said_off_until,
    standing,
)

NOON = datetime(2027, 5, 4, 12, tzinfo=LA)
HOUR = timedelta(hours=1)
FREE = replace(BOOK, shifts=(), days_off=(), wishes=())


def wall(text: str) -> datetime:
    return datetime.fromisoformat(f"2027-05-{text}").replace(tzinfo=LA)


def word(on: bool, since: float, until: float, who: str = RIVER.id) -> DutyWish:
    return DutyWish(who, on, NOON + HOUR * since, NOON + HOUR * until)


@pytest.mark.parametrize(
    ("wishes", "hours"),
    [
        ((), 0),
        ((word(False, -1, 2),), 2),
        ((word(False, 0, 2),), 2),
        ((word(False, 1, 2),), 0),
        ((word(False, -2, -1),), 0),
        ((word(True, -1, 2),), 0),
        ((word(False, -1, 2, SAGE.id),), 0),
        ((word(False, -1, 2), word(False, -2, 3)), 3),
    ],
)
def test_until_when_somebody_is_off_by_their_own_word(
    wishes: tuple[DutyWish, ...], hours: int
) -> None:
    book = replace(FREE, wishes=wishes)
    assert said_off_until(book, RIVER, Presence(RIVER.id), NOON) == NOON + hours * HOUR
    longer = Presence(RIVER.id, off_until=(NOON + 4 * HOUR).timestamp())
    assert said_off_until(book, RIVER, longer, NOON) == NOON + 4 * HOUR


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        ("04 22:59", "04 23:00"),
        ("04 23:00", "04 23:00"),
        ("05 06:59", "04 23:00"),
        ("05 07:00", "05 23:00"),
        ("05 12:00", "05 23:00"),
    ],
)
def test_which_quiet_hours_are_told_of(at: str, begins: str) -> None:
    night = quiet_hours(SAGE.limits, LA, wall(at))
    assert night is not None
    assert (night.start, night.end) == (wall(begins), wall(begins) + 8 * HOUR)
    assert quiet_hours(RIVER.limits, LA, wall(at)) is None


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("04 12:00", "04 16:00"),
        ("04 12:07", "04 16:15"),
        ("04 12:15", "04 16:15"),
        ("04 12:59", "04 17:00"),
        ("04 12:00:01", "04 16:15"),
        ("04 20:00", "04 22:00"),  # then the line closes
        ("04 22:00", "05 02:00"),  # it is closed
    ],
)
def test_who_comes_on_is_on_for_four_hours_or_until_the_line_closes(at: str, until: str) -> None:
    assert extra_until(FREE, RIVER, wall(at), anyway=False) == wall(until)


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("04 20:00", "04 21:30"),
        ("04 21:00", "04 21:30"),
        ("04 21:30", "04 22:00"),  # in their quiet hours, until the line closes
        ("05 04:00", "05 08:00"),
    ],
)
def test_or_until_their_quiet_hours_unless_they_say_anyway(at: str, until: str) -> None:
    sleeps = replace(SAGE, limits=Limits(quiet=span("21:30-05:00")))
    assert extra_until(FREE, sleeps, wall(at), anyway=False) == wall(until)
    if at.startswith("04"):
        assert extra_until(FREE, sleeps, wall(at), anyway=True) == wall("04 22:00")


def test_the_next_shift_is_ones_own_and_has_not_begun() -> None:
    daily = weekly_shift(RIVER.id, frozenset(WEEK), span("12:00-14:00"))
    other = weekly_shift(SAGE.id, frozenset(WEEK), span("13:00-14:00"))
    book = replace(FREE, shifts=(daily, other))
    soon, begun = next_shift(book, RIVER, NOON - HOUR), next_shift(book, RIVER, NOON)
    assert soon is not None
    assert begun is not None
    assert (soon.supporter, soon.start) == (RIVER.id, NOON)
    assert begun.start == NOON + 24 * HOUR


def test_it_is_looked_for_in_eight_days() -> None:
    for hours, found in (("11:00-14:00", True), ("13:00-14:00", False)):
        shift = one_off_shift(RIVER.id, date(2027, 5, 12), span(hours))
        coming = next_shift(replace(FREE, shifts=(shift,)), RIVER, NOON)
        assert (coming is not None) is found


def test_what_is_true_now_is_what_the_ringing_goes_by() -> None:
    shift = one_off_shift(RIVER.id, date(2027, 5, 4), span("10:00-14:00"))
    book = replace(FREE, shifts=(shift,))
    resting = Presence(RIVER.id, rest_until=(NOON + HOUR).timestamp())
    now = standing(book, RIVER, resting, NOON.astimezone(UTC))
    assert now.duty is not None
    assert now.duty.end == NOON + 2 * HOUR
    assert (now.reasons, now.presence) == ((WhyNot.RESTING,), resting)
    assert standing(FREE, RIVER, resting, NOON).duty is None
