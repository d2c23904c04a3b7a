"""Emergency switches: what calls find while one is on, and that nothing is left when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.books import COUNTY, RIVER, SAGE, SHIFTS
from warmline.domain.hours import is_open, next_opening, open_until
from warmline.domain.line import Limits, LineBook
from warmline.domain.matching import Wanted, survey
from warmline.domain.presence import WhyNot
from warmline.domain.switches import Means, Switch, in_force
from warmline.domain.switching import STAND_IN, switched

BOOK = LineBook(COUNTY, (RIVER, SAGE), SHIFTS)
NOON = datetime(2027, 5, 3, 20, 0, tzinfo=UTC)  # 13:00 in Los Angeles: open, Sage is on
HOUR = timedelta(hours=1)


def closed(since: datetime = NOON, until: datetime = NOON + HOUR) -> Switch:
    return Switch("c1", Means.CLOSED, since, until, by="robin")


def to_number(phone: str, alias: str = "Wren", since: datetime = NOON) -> Switch:
    return Switch("n1", Means.ONE_NUMBER, since, since + HOUR, alias=alias, phone=phone)


def would_ring(book: LineBook, at: datetime) -> list[str]:
    rows = survey(book, {}, Wanted("en"), at.timestamp())
    return [row.supporter.alias for row in rows if not row.reasons]


def test_a_line_closed_by_hand_is_closed_until_then_and_rings_nobody() -> None:
    book = switched(BOOK, [closed()])
    hours, zone = book.line.hours, book.line.zone
    assert not is_open(hours, zone, NOON)
    assert next_opening(hours, zone, NOON) == NOON + HOUR
    assert open_until(hours, zone, NOON - HOUR) == NOON
    assert would_ring(book, NOON) == []
    assert would_ring(book, NOON - timedelta(seconds=1)) == ["Sage"]
    assert is_open(hours, zone, NOON + HOUR)


def test_a_switch_that_outlasts_the_day_leads_to_the_next_opening_of_the_hours() -> None:
    book = switched(BOOK, [closed(until=NOON + 14 * HOUR)])  # until 03:00, and it opens at 08:00
    opens = next_opening(book.line.hours, book.line.zone, NOON)
    assert opens == datetime(2027, 5, 4, 15, 0, tzinfo=UTC)


def test_one_number_is_rung_and_nobody_else_whatever_the_plan_says() -> None:
    book = switched(BOOK, [to_number("+16505550177")])
    assert would_ring(book, NOON) == ["Wren"]
    assert would_ring(book, NOON + HOUR) == []  # Sage's shift ends at 14:00
    stand_in = next(one for one in book.supporters if one.alias == "Wren")
    assert stand_in.id.startswith(STAND_IN)
    assert stand_in.limits.calls_per_shift == 1000
    assert stand_in.limits.talk_minutes_per_shift == 3 * 24 * 60
    assert stand_in.limits.rest_hours_between_shifts == 0
    sage = next(
        row
        for row in survey(book, {}, Wanted("en"), NOON.timestamp())
        if row.supporter.alias == "Sage"
    )
    assert sage.reasons[0] is WhyNot.SWITCHED


def test_a_number_of_somebody_who_serves_is_theirs_and_they_keep_their_limits() -> None:
    rested = replace(RIVER, limits=Limits(rest_hours_between_shifts=0))
    book = switched(replace(BOOK, supporters=(rested, SAGE)), [to_number(RIVER.phone)])
    assert [one.alias for one in book.supporters] == ["River", "Sage"]
    assert would_ring(book, NOON) == ["River"]
    quiet = switched(BOOK, [to_number(SAGE.phone, since=NOON + 10 * HOUR)])
    assert would_ring(quiet, NOON + 10 * HOUR) == []  # 23:00: Sage is left to sleep


def test_the_newest_switch_is_the_one_that_is_on() -> None:
    both = [replace(closed(), until=NOON + 3 * HOUR), to_number("+16505550177", since=NOON + HOUR)]
    assert in_force(both, NOON) is both[0]
    assert in_force(both, NOON + HOUR) is both[1]
    assert in_force(both, NOON - HOUR) is None


@given(st.integers(-3000, 3000), st.integers(1, 4000), st.integers(-4000, 8000))
def test_outside_of_a_switch_the_line_is_open_as_planned_and_within_it_never(
    begins: int, lasts: int, asked: int
) -> None:
    since = NOON + timedelta(minutes=begins)
    switch = closed(since, since + timedelta(minutes=lasts))
    at = NOON + timedelta(minutes=asked)
    book = switched(BOOK, [switch])
    planned = is_open(BOOK.line.hours, BOOK.line.zone, at)
    assert is_open(book.line.hours, book.line.zone, at) is (planned and not switch.holds(at))
