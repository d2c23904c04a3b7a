"""On which days a shift begins, and what is left of it when some of them are changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from tests.books import BOOK, RIVER, SAGE, span
from warmline.domain.line import WEEK, Role, Shift, Swap
from warmline.domain.shifts import (
    begins_on,
    ended,
    fingerprint,
    left_out,
    occurrences,
    one_off_shift,
    single,
    weekly_shift,
)

MONDAY = date(2027, 5, 10)
DAY = timedelta(days=1)
SUNDAY = MONDAY + 6 * DAY
ONCE = one_off_shift(RIVER.id, MONDAY, span("18:00-22:00"))
DAILY = weekly_shift(RIVER.id, frozenset(WEEK), span("18:00-22:00"))


def week(shift: Shift) -> list[int]:
    """The days of the week from a Monday on which it begins; 0 is that Monday."""
    return [(day - MONDAY).days for day in begins_on(shift, MONDAY, SUNDAY)]


def test_a_single_shift_begins_on_its_day_and_on_no_other() -> None:
    assert week(ONCE) == [0]
    assert week(replace(ONCE, first=SUNDAY)) == [6]
    assert week(replace(ONCE, first=SUNDAY + DAY)) == []
    assert week(replace(ONCE, first=MONDAY - DAY)) == []


def test_a_shift_of_every_day_begins_from_its_first_to_its_last_but_for_single_days() -> None:
    every = list(range(7))
    assert week(DAILY) == every
    assert week(replace(DAILY, first=MONDAY, last=SUNDAY)) == every
    assert week(replace(DAILY, first=MONDAY + DAY)) == every[1:]
    assert week(replace(DAILY, last=SUNDAY - DAY)) == every[:-1]
    assert week(replace(DAILY, without=(MONDAY + DAY,))) == [0, *every[2:]]
    assert week(replace(DAILY, first=SUNDAY + DAY)) == []


def test_a_shift_is_for_calls_unless_it_is_a_backups() -> None:
    assert (ONCE.role, DAILY.role) == (Role.CALLS, Role.CALLS)


def test_a_shift_that_was_taken_is_told_from_the_others() -> None:
    swap = Swap(RIVER.id, MONDAY, time(18), Role.CALLS, SAGE.id)
    book = replace(BOOK, shifts=(DAILY,), days_off=(), swaps=(swap,))
    taken, next_day = occurrences(book, MONDAY, MONDAY + DAY)
    assert (taken.swapped, taken.supporter) == (True, SAGE.id)
    assert (next_day.swapped, next_day.supporter) == (False, RIVER.id)


def test_what_is_ended_stays_until_the_day_before() -> None:
    assert ended(DAILY, MONDAY) == replace(DAILY, last=MONDAY - DAY)
    sooner = replace(DAILY, last=MONDAY - 3 * DAY)
    assert ended(sooner, MONDAY) == sooner
    assert ended(replace(DAILY, last=SUNDAY), MONDAY) == replace(DAILY, last=MONDAY - DAY)


def test_of_what_is_ended_on_its_first_day_nothing_is_left() -> None:
    from_monday = replace(DAILY, first=MONDAY)
    assert ended(from_monday, MONDAY) is None
    assert ended(from_monday, MONDAY + DAY) == replace(from_monday, last=MONDAY)
    assert ended(ONCE, MONDAY) is None
    assert ended(ONCE, MONDAY + DAY) == ONCE


def test_a_day_is_left_out_and_of_a_single_shift_nothing_is_left_then() -> None:
    assert left_out(ONCE, MONDAY) is None
    assert left_out(ONCE, SUNDAY) == ONCE
    two = left_out(replace(DAILY, without=(SUNDAY,)), MONDAY)
    assert two == replace(DAILY, without=(MONDAY, SUNDAY))
    assert left_out(two, MONDAY) == two


def test_one_day_of_a_shift_is_a_single_shift_of_that_day() -> None:
    shift = replace(DAILY, id="s", last=SUNDAY, without=(SUNDAY,), order=2)
    assert single(shift, MONDAY) == replace(ONCE, order=2)


def test_a_form_knows_whether_the_shift_that_it_shows_has_changed() -> None:
    assert fingerprint(ONCE) == fingerprint(replace(ONCE))
    assert fingerprint(ONCE) != fingerprint(replace(ONCE, order=1))
    assert len(fingerprint(ONCE)) == 16
