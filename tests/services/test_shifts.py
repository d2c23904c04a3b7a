"""Changing shifts one by one: this day only, from this day on, and two people at the same shift."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from tests.books import BOOK, LA, RIVER, SAGE, span
from warmline.domain.line import DayOff, LineBook, Shift
from warmline.domain.shifts import fingerprint
from warmline.services.shifts import MOST_LEAVES, Changed, NoGood, Shifts, Wanted, shown

MONDAY, TUESDAY, FRIDAY = date(2027, 5, 10), date(2027, 5, 11), date(2027, 5, 14)
EVENING = Wanted(RIVER.id, span("18:00-22:00"), "FREQ=WEEKLY;BYDAY=MO,FR")


class County:
    """A line that is kept in memory, and its plan."""

    def __init__(self) -> None:
        self.books: tuple[LineBook, ...] = (BOOK,)
        self.shifts = Shifts(self, lambda: secrets.token_hex(8))

    @contextmanager
    def editing(self) -> Iterator[County]:
        yield self

    def keep_plan(self, book: LineBook) -> None:
        self.books = (book,)

    @property
    def book(self) -> LineBook:
        return self.books[0]

    def named(self, shift_id: str) -> Shift:
        return next(one for one in self.book.shifts if one.id == shift_id)

    def plan(self, first: date, last: date, who: str = RIVER.id) -> list[str]:
        """What somebody has on these days, on the line's clock."""
        return [
            f"{each.occurrence.start.astimezone(LA):%m-%d %H:%M}"
            f"-{each.occurrence.end.astimezone(LA):%H:%M}"
            for each in shown(self.book, first, last)
            if each.occurrence.supporter == who and not each.occurrence.off
        ]


@pytest.fixture
def county() -> County:
    return County()


def test_the_first_change_makes_the_console_the_keeper(county: County) -> None:
    assert str(county.book.line.kept_in) == "file"
    added = county.shifts.add("county", EVENING)
    assert str(county.book.line.kept_in) == "console"
    assert county.named(added.id) == added
    assert {one.id for one in BOOK.shifts} < {one.id for one in county.book.shifts}
    assert county.book.supporters == BOOK.supporters


def test_one_day_of_a_shift_is_changed_and_the_others_stay(county: County) -> None:
    evening = county.shifts.add("county", EVENING)
    later = Wanted(RIVER.id, span("19:00-22:00"))
    county.shifts.this_day_only("county", evening.id, fingerprint(evening), FRIDAY, later)
    assert county.named(evening.id).without == (FRIDAY,)
    days = county.plan(MONDAY, date(2027, 5, 17))
    assert "05-10 18:00-22:00" in days
    assert "05-14 19:00-22:00" in days
    assert "05-14 18:00-22:00" not in days
    assert "05-17 18:00-22:00" in days


def test_from_a_day_on_there_is_another_shift_and_what_was_before_stays(county: County) -> None:
    evening = county.shifts.add("county", EVENING)
    earlier = Wanted(SAGE.id, span("17:00-21:00"), EVENING.rule)
    new = county.shifts.from_this_day_on(
        "county", evening.id, fingerprint(evening), FRIDAY, earlier
    )
    assert new is not None
    assert county.named(evening.id).last == date(2027, 5, 13)
    assert (new.first, new.supporter) == (FRIDAY, SAGE.id)
    assert "05-10 18:00-22:00" in county.plan(MONDAY, FRIDAY)
    assert "05-14 17:00-21:00" in county.plan(MONDAY, FRIDAY, SAGE.id)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (EVENING.rule, (date(2027, 5, 10), date(2027, 5, 14), date(2027, 5, 17))),
        (
            "FREQ=MONTHLY;INTERVAL=52;BYDAY=2FR",
            (date(2027, 5, 14), date(2031, 9, 12), date(2036, 1, 11)),
        ),
    ],
)
def test_single_days_without_stay_so_when_the_shift_changes_from_a_day_on(
    county: County, rule: str, days: tuple[date, date, date]
) -> None:
    evening = county.shifts.add("county", Wanted(RIVER.id, span("18:00-22:00"), rule, days[0]))
    for day in (days[0], days[2]):
        seen = fingerprint(county.named(evening.id))
        county.shifts.this_day_only("county", evening.id, seen, day, None)
    seen = fingerprint(county.named(evening.id))
    longer = Wanted(RIVER.id, span("18:00-23:00"), rule)
    new = county.shifts.from_this_day_on("county", evening.id, seen, days[1], longer)
    assert new is not None
    assert new.without == (days[2],)


def test_a_shift_ends_from_a_day_on_and_is_gone_when_that_was_its_first(county: County) -> None:
    evening = county.shifts.add("county", EVENING)
    county.shifts.from_this_day_on("county", evening.id, fingerprint(evening), FRIDAY, None)
    once = county.shifts.add("county", Wanted(RIVER.id, span("08:00-10:00"), first=TUESDAY))
    county.shifts.this_day_only("county", once.id, fingerprint(once), TUESDAY, None)
    assert county.named(evening.id).last == date(2027, 5, 13)
    assert once.id not in {one.id for one in county.book.shifts}


def test_the_second_of_two_editors_is_told_what_stands_there_now(county: County) -> None:
    evening = county.shifts.add("county", EVENING)
    seen = fingerprint(evening)
    shorter = Wanted(RIVER.id, span("18:00-21:00"), EVENING.rule)
    first = county.shifts.change("county", evening.id, seen, shorter)
    with pytest.raises(Changed) as told:
        county.shifts.change("county", evening.id, seen, EVENING)
    assert told.value.now == first == county.named(evening.id)
    county.shifts.remove("county", evening.id, fingerprint(first))
    with pytest.raises(Changed) as told:
        county.shifts.remove("county", evening.id, seen)
    assert told.value.now is None


def test_a_shift_is_copied_for_somebody_else_and_onto_a_day(county: County) -> None:
    evening = county.shifts.add("county", EVENING)
    hers = county.shifts.copy("county", evening.id, supporter=SAGE.id)
    once = county.shifts.copy("county", evening.id, day=TUESDAY)
    assert (hers.supporter, hers.rule) == (SAGE.id, EVENING.rule)
    assert (once.rule, once.first) == ("", TUESDAY)
    with pytest.raises(NoGood, match="there already"):
        county.shifts.copy("county", evening.id)


def test_days_off_come_and_go_and_the_plan_shows_who_is_away(county: County) -> None:
    evening = county.shifts.add("county", EVENING)
    leave = DayOff(RIVER.id, MONDAY, TUESDAY)
    county.shifts.day_off("county", RIVER.id, MONDAY, TUESDAY)
    assert county.plan(MONDAY, TUESDAY) == []
    away = [one for one in shown(county.book, MONDAY, MONDAY) if one.occurrence.shift == evening]
    assert [one.occurrence.off for one in away] == [True]
    assert county.shifts.no_day_off("county", leave)
    assert not county.shifts.no_day_off("county", leave)
    assert "05-10 18:00-22:00" in county.plan(MONDAY, TUESDAY)


def test_days_off_have_a_number_beyond_which_some_have_to_go_first(county: County) -> None:
    known = sum(one.supporter == RIVER.id for one in county.book.days_off)
    for day in range(MOST_LEAVES - known):
        when = MONDAY + timedelta(days=2 * day)
        county.shifts.day_off("county", RIVER.id, when, when)
    far = MONDAY + timedelta(days=2 * MOST_LEAVES)
    with pytest.raises(NoGood, match="very many days off"):
        county.shifts.day_off("county", RIVER.id, far, far)
    assert not county.shifts.day_off("county", RIVER.id, MONDAY, MONDAY)  # said twice it is one
    assert county.shifts.day_off("county", SAGE.id, far, far)


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted("gone", span("08:00-09:00"), first=MONDAY), "no such supporter"),
        (Wanted(RIVER.id, span("08:00-09:00")), "needs its day"),
        (Wanted(RIVER.id, span("08:00-09:00"), "FREQ=HOURLY"), "FREQ is"),
        (Wanted(RIVER.id, span("08:00-09:00"), "FREQ=DAILY", FRIDAY, MONDAY), "before the first"),
        (Wanted(RIVER.id, span("08:00-09:00"), first=MONDAY, order=0), "1 to 99"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    county: County, wanted: Wanted, why: str
) -> None:
    with pytest.raises(NoGood, match=why):
        county.shifts.add("county", wanted)
    assert county.book == BOOK


def test_many_shifts_come_at_once_and_none_twice(county: County) -> None:
    single = Wanted(SAGE.id, span("08:00-10:00"), first=MONDAY)
    before = len(county.book.shifts)
    assert county.shifts.add_many("county", [EVENING, single, EVENING]) == 2
    assert county.shifts.add_many("county", [single]) == 0
    assert len(county.book.shifts) == before + 2
    with pytest.raises(NoGood):
        county.shifts.add_many("county", [Wanted("nobody", span("08:00-10:00"), first=MONDAY)])
