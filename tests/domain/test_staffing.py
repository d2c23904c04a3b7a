"""Open hours in which nobody may be rung, held against looking at every five minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.books import COUNTY, JUNIPER, LA, RIVER, SAGE, span
from warmline.domain.hours import is_open
from warmline.domain.line import WEEK, DayOff, DutyWish, LineBook, Shift, Supporter
from warmline.domain.roster import duty, in_quiet_hours
from warmline.domain.shifts import weekly_shift
from warmline.domain.staffing import gaps

DAY = timedelta(days=1)
STEP = timedelta(minutes=5)
MONDAY = datetime(2027, 5, 10, 7, 0, tzinfo=UTC)
"""Midnight in California."""


def shift(who: Supporter, hours: str, *, backup: bool = False) -> Shift:
    return weekly_shift(who.id, frozenset(WEEK), span(hours), backup=backup)


def book(*shifts: Shift, **more: tuple[object, ...]) -> LineBook:
    """Open from 8 to 22."""
    base = LineBook(COUNTY, (RIVER, SAGE, JUNIPER), shifts=shifts)
    return replace(base, **more)  # type: ignore[arg-type]


def told(of: LineBook, start: datetime = MONDAY) -> list[str]:
    """The gaps of a day on the line's own clock."""
    return [
        f"{gap.start.astimezone(LA):%H:%M}-{gap.end.astimezone(LA):%H:%M}"
        for gap in gaps(of, start, start + DAY)
    ]


def test_covered_all_day() -> None:
    assert told(book(shift(RIVER, "07:00-23:00"))) == []


def test_nobody_at_all() -> None:
    assert told(book()) == ["08:00-22:00"]


def test_between_two_shifts_and_after_the_last() -> None:
    assert told(book(shift(RIVER, "08:00-12:00"), shift(SAGE, "13:30-20:00"))) == [
        "12:00-13:30",
        "20:00-22:00",
    ]


def test_a_backup_is_somebody() -> None:
    assert told(book(shift(RIVER, "08:00-12:00"), shift(SAGE, "12:00-22:00", backup=True))) == []


def test_who_is_paused_or_asleep_is_nobody() -> None:
    assert told(book(shift(JUNIPER, "08:00-22:00"))) == ["08:00-22:00"]
    napping = replace(RIVER, limits=replace(RIVER.limits, quiet=span("13:00-14:15")))
    assert told(book(shift(RIVER, "08:00-22:00"), supporters=(napping,))) == ["13:00-14:15"]


def test_days_off_and_a_supporters_own_word_count() -> None:
    off = DayOff(RIVER.id, date(2027, 5, 10), date(2027, 5, 10))
    assert told(book(shift(RIVER, "08:00-22:00"), days_off=(off,))) == ["08:00-22:00"]
    wish = DutyWish(RIVER.id, False, MONDAY, MONDAY + timedelta(hours=10))
    assert told(book(shift(RIVER, "08:00-22:00"), wishes=(wish,))) == ["08:00-10:00"]


def test_it_begins_and_ends_where_it_is_asked() -> None:
    noon = MONDAY + timedelta(hours=12)
    (first, second) = gaps(book(), noon, noon + DAY)
    assert (first.start, second.end) == (noon, noon + DAY)


@pytest.mark.parametrize("day", ["2027-03-14", "2027-11-07", "2027-12-24", "2027-05-10"])
def test_it_agrees_with_looking_every_five_minutes(day: str) -> None:
    of = book(
        shift(RIVER, "06:00-09:30"),
        shift(SAGE, "20:00-03:00"),
        shift(SAGE, "11:00-12:00", backup=True),
        wishes=(DutyWish(RIVER.id, True, MONDAY, MONDAY + timedelta(hours=16)),),
    )
    start = datetime.fromisoformat(day).replace(tzinfo=LA).astimezone(UTC)
    found = gaps(of, start, start + DAY)
    for n in range(int(DAY / STEP)):
        at = start + n * STEP
        there = any(
            duty(of, one.id, at) and not one.paused and not in_quiet_hours(one.limits, LA, at)
            for one in of.supporters
        )
        alone = is_open(COUNTY.hours, LA, at) and not there
        assert any(gap.holds(at) for gap in found) == alone, at.astimezone(LA)
