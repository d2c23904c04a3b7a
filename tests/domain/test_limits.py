"""Rest between shifts, and what a day and a week may hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.books import COUNTY, LA, RIVER, span
from warmline.domain.line import WEEK, DutyWish, Limits, LineBook
from warmline.domain.presence import Presence, WhyNot, why_not
from warmline.domain.roster import duty
from warmline.domain.shifts import one_off_shift, weekly_shift

LATE_AND_EARLY = LineBook(
    COUNTY,
    (RIVER,),
    (
        weekly_shift("r1", frozenset(WEEK), span("18:00-23:00")),
        weekly_shift("r1", frozenset(WEEK), span("07:00-12:00")),
    ),
)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LA)


def reasons(
    book: LineBook, at: str, presence: Presence | None = None, **limits: int
) -> set[WhyNot]:
    person = replace(RIVER, limits=Limits(**limits))  # type: ignore[arg-type]  # numbers only
    moment = wall(at)
    on = duty(book, "r1", moment)
    return set(why_not(person, on, presence or Presence("r1"), LA, moment.timestamp()))


@pytest.mark.parametrize(
    ("at", "rests"),
    [
        ("2027-05-04 08:59", True),
        ("2027-05-04 09:00", False),
        ("2027-03-14 09:59", True),  # the clocks have skipped an hour
        ("2027-03-14 10:00", False),
        ("2027-11-07 07:59", True),  # an hour has come twice
        ("2027-11-07 08:00", False),
    ],
)
def test_after_a_late_shift_an_early_one_rings_after_ten_real_hours(at: str, rests: bool) -> None:
    assert (WhyNot.BETWEEN_SHIFTS in reasons(LATE_AND_EARLY, at)) is rests


def test_a_day_in_two_halves_is_no_late_and_early_shift() -> None:
    assert reasons(LATE_AND_EARLY, "2027-05-04 18:00") == set()


def test_the_longest_rest_of_two_days_counts_from_the_end_of_a_night() -> None:
    nights = replace(
        LATE_AND_EARLY,
        shifts=(
            one_off_shift("r1", date(2027, 5, 10), span("22:00-06:00")),
            one_off_shift("r1", date(2027, 5, 13), span("00:30-08:00")),
        ),
    )
    for clock, rests in (("00:30", True), ("05:59", True), ("06:00", False)):
        found = reasons(nights, f"2027-05-13 {clock}", rest_hours_between_shifts=48)
        assert (WhyNot.BETWEEN_SHIFTS in found) is rests, clock


def test_a_line_may_set_how_long_it_is() -> None:
    assert reasons(LATE_AND_EARLY, "2027-05-04 07:00", rest_hours_between_shifts=8) == set()


def test_what_they_were_off_by_their_own_word_was_rest() -> None:
    evening = wall("2027-05-03 20:00")
    wish = DutyWish("r1", on=False, since=evening, until=evening + timedelta(hours=3))
    book = replace(LATE_AND_EARLY, wishes=(wish,))
    assert reasons(book, "2027-05-04 07:00") == set()
    whole = replace(wish, since=evening - timedelta(hours=2))
    assert reasons(replace(book, wishes=(whole,)), "2027-05-04 07:00") == set()


def test_an_extra_shift_needs_rest_after_it_like_any_other() -> None:
    night = wall("2027-05-03 23:30")
    extra = DutyWish("r1", on=True, since=night, until=night + timedelta(hours=2))
    book = replace(LATE_AND_EARLY, wishes=(extra,))
    assert WhyNot.BETWEEN_SHIFTS in reasons(book, "2027-05-04 11:29")
    assert reasons(book, "2027-05-04 11:30") == set()


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (((date(2027, 5, 4), 6, 600.0),), {WhyNot.DAY_LIMIT}),
        (((date(2027, 5, 4), 1, 240 * 60.0),), {WhyNot.DAY_LIMIT}),
        (((date(2027, 5, 3), 6, 600.0),), set()),
        (((date(2027, 5, 3), 19, 0.0), (date(2027, 5, 4), 1, 0.0)), {WhyNot.WEEK_LIMIT}),
        (((date(2027, 5, 2), 30, 99_999.0),), set()),  # a Sunday is of the week before
    ],
)
def test_what_a_day_and_a_week_may_hold(
    days: tuple[tuple[date, int, float], ...], told: set[WhyNot]
) -> None:
    assert reasons(LATE_AND_EARLY, "2027-05-04 19:00", Presence("r1", days=days)) == told


def test_quiet_hours_hold_until_they_say_anyway() -> None:
    quiet = replace(RIVER, limits=Limits(quiet=span("19:00-21:00")))
    at = wall("2027-05-04 20:00")
    for anyway, told in ((False, (WhyNot.QUIET_HOURS,)), (True, ())):
        wish = DutyWish("r1", on=True, since=at, until=at + timedelta(hours=1), anyway=anyway)
        on = duty(replace(LATE_AND_EARLY, wishes=(wish,)), "r1", at)
        assert why_not(quiet, on, Presence("r1"), LA, at.timestamp()) == told
