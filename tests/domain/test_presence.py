"""To the second: when somebody may be rung again, and what they have carried."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from tests.books import LA, RIVER
from warmline.domain.line import Limits
from warmline.domain.presence import Changes, Presence, WhyNot, monday, rested_at, tired, why_not
from warmline.domain.roster import Duty

TUESDAY = date(2027, 5, 4)
START = datetime(2027, 5, 4, 16, tzinfo=UTC)
NOON = START + timedelta(hours=3)
NOW = NOON.timestamp()
ON = Duty(START, START + timedelta(hours=8), backup=False, day=TUESDAY)
SHIFT = START.timestamp()
LIMITS = Limits()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"off_until": NOW + 0.1}, WhyNot.SAID_OFF),
        ({"not_before": NOW + 0.1}, WhyNot.BUSY),
        ({"practice_until": NOW + 0.1}, WhyNot.PRACTISING),
        ({"rest_until": NOW + 0.1}, WhyNot.RESTING),
    ],
)
def test_they_are_left_in_peace_until_that_very_second(told: dict[str, float], why: WhyNot) -> None:
    still = Presence("r1", **told)  # type: ignore[arg-type]  # times only
    over = Presence("r1", **dict.fromkeys(told, NOW))  # type: ignore[arg-type]  # times only
    assert why_not(RIVER, ON, still, LA, NOW) == (why,)
    assert why_not(RIVER, ON, over, LA, NOW) == ()


def test_the_rest_between_shifts_ends_at_its_hour() -> None:
    on = replace(ON, before=NOON - timedelta(hours=LIMITS.rest_hours_between_shifts))
    assert rested_at(LIMITS, on) == NOON
    assert why_not(RIVER, on, Presence("r1"), LA, NOW) == ()
    assert why_not(RIVER, on, Presence("r1"), LA, NOW - 1) == (WhyNot.BETWEEN_SHIFTS,)


def test_who_is_paused_or_not_on_duty_is_so_whatever_else_is_true() -> None:
    busy = Presence("r1", busy="leg", rest_until=NOW + 60)
    assert why_not(replace(RIVER, paused=True), ON, busy, LA, NOW) == (WhyNot.PAUSED,)
    assert why_not(RIVER, None, busy, LA, NOW) == (WhyNot.OFF_DUTY,)


MINUTE = 60.0


@pytest.mark.parametrize(
    ("carried", "reached"),
    [
        ({"calls": 3}, ()),
        ({"calls": 4}, (WhyNot.CALLS_LIMIT,)),
        ({"talk_seconds": 150 * MINUTE - 1}, ()),
        ({"talk_seconds": 150 * MINUTE}, (WhyNot.TALK_LIMIT,)),
    ],
)
def test_a_shift_is_four_calls_or_two_and_a_half_hours(
    carried: dict[str, float], reached: tuple[WhyNot, ...]
) -> None:
    presence = Presence("r1", shift=SHIFT, **carried)  # type: ignore[arg-type]  # numbers only
    assert tired(LIMITS, presence, ON) == reached


@pytest.mark.parametrize(
    ("days", "reached"),
    [
        ([(TUESDAY, 5, 240 * MINUTE - 1)], ()),
        ([(TUESDAY, 6, 0.0)], (WhyNot.DAY_LIMIT,)),
        ([(TUESDAY, 1, 240 * MINUTE)], (WhyNot.DAY_LIMIT,)),
        ([(date(2027, 5, 3), 18, 720 * MINUTE - 1), (TUESDAY, 1, 0.0)], ()),
        ([(date(2027, 5, 3), 19, 0.0), (TUESDAY, 1, 0.0)], (WhyNot.WEEK_LIMIT,)),
        ([(date(2027, 5, 3), 1, 720 * MINUTE)], (WhyNot.WEEK_LIMIT,)),
        ([(date(2027, 5, 2), 20, 999 * MINUTE)], ()),  # the Sunday before
    ],
)
def test_so_have_a_day_and_a_week_their_own_ends(
    days: list[tuple[date, int, float]], reached: tuple[WhyNot, ...]
) -> None:
    assert tired(LIMITS, Presence("r1", days=tuple(days)), ON) == reached


def test_a_week_is_from_monday_to_sunday() -> None:
    days = [date(2027, 5, 3) + timedelta(days=n) for n in range(7)]
    assert {monday(day) for day in days} == {date(2027, 5, 3)}
    assert monday(date(2027, 5, 2)) == date(2027, 4, 26)
    assert all(monday(a) <= monday(b) for a, b in pairwise(days))


def test_of_whom_nothing_is_known_has_carried_nothing() -> None:
    fresh = Presence("r1")
    assert {one.name for one in fields(fresh) if getattr(fresh, one.name)} == {"supporter"}
    assert fresh.in_shift(ON) == (0, 0.0)


def test_another_shift_begins_with_nothing_carried() -> None:
    carried = Presence("r1", shift=SHIFT, calls=3, talk_seconds=600.0)
    assert carried.in_shift(ON) == (3, 600.0)
    assert replace(carried, shift=SHIFT - 60).in_shift(ON) == (0, 0.0)


def test_whoever_asks_for_changes_for_the_first_time_is_told_of_everybody() -> None:
    assert Changes() == Changes("", 0, whole=True, presences=())


def test_two_answers_after_each_other_are_one() -> None:
    one, other = Presence("r1"), Presence("s1")
    first, second = Changes("a", 3, whole=False, presences=(one,)), Changes("a", 4, whole=False)
    assert first.and_then(second) == Changes("a", 4, whole=False, presences=(one,))
    third = replace(second, presences=(other,))
    assert first.and_then(third) == Changes("a", 4, whole=False, presences=(one, other))
    anew = Changes("b", 1, whole=True, presences=(other,))
    assert first.and_then(anew) == anew, "what was known before is forgotten"
    assert anew.and_then(Changes("b", 2, whole=False)).whole
