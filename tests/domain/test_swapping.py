"""Who may take somebody else's shift, and still have their rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from tests.books import BOOK, RIVER, SAGE, span
from warmline.domain.line import DayOff, Limits, LineBook, Refused, Role, Shift, Swap
from warmline.domain.roster import duty
from warmline.domain.shifts import Occurrence, occurrences, one_off_shift
from warmline.domain.swapping import may_take

MONDAY = date(2027, 5, 10)
EVENING = one_off_shift(RIVER.id, MONDAY, span("14:00-18:00"))
WILLOW = replace(SAGE, id="w1", alias="Willow", limits=Limits())


def county(*theirs: Shift, **more: object) -> LineBook:
    people = (RIVER, SAGE, WILLOW)
    book = replace(BOOK, supporters=people, shifts=(EVENING, *theirs), days_off=(), swaps=())
    return replace(book, **more)  # type: ignore[arg-type]


def evening(book: LineBook) -> Occurrence:
    return next(one for one in occurrences(book, MONDAY, MONDAY) if one.shift == EVENING)


def takes(*theirs: Shift, **more: object) -> bool:
    book = county(*theirs, **more)
    person = book.supporter(WILLOW.id)
    assert person is not None
    return may_take(book, person, evening(book))


def at(day: date, hours: str) -> Shift:
    return one_off_shift(WILLOW.id, day, span(hours))


def test_whoever_is_free_and_rested_may_take_a_shift() -> None:
    assert takes()
    assert takes(at(MONDAY, "10:00-14:00")), "right before it: one duty"
    assert takes(at(MONDAY, "18:00-20:00")), "right after it"
    assert takes(at(MONDAY, "01:00-04:00")), "ten hours before"
    assert not takes(at(MONDAY, "01:00-04:30")), "nine and a half"
    assert not takes(at(MONDAY + timedelta(days=1), "03:00-06:00"))
    assert takes(at(MONDAY + timedelta(days=1), "04:00-06:00")), "ten hours after"
    assert takes(at(MONDAY - timedelta(days=3), "14:00-18:00"))
    assert not takes(at(MONDAY, "16:00-20:00"))


def test_nobody_takes_their_own_or_one_that_they_should_not_be_rung_in() -> None:
    book = county()
    assert not may_take(book, RIVER, evening(book))
    asleep = replace(WILLOW, limits=Limits(quiet=span("17:30-19:00")))
    for person in (replace(WILLOW, paused=True), replace(WILLOW, phone=""), asleep):
        assert not takes(supporters=(RIVER, person))
    assert not takes(unconfirmed=frozenset({WILLOW.id}))
    assert not takes(refused=(Refused(WILLOW.id, "21211"),))
    assert not takes(days_off=(DayOff(WILLOW.id, MONDAY, MONDAY),))


def test_quiet_hours_keep_from_no_shift_that_they_only_touch() -> None:
    for hours, may in (
        ("18:00-08:00", True),
        ("17:59-08:00", False),
        ("22:00-14:00", True),
        ("22:00-14:01", False),
        ("02:00-04:00", True),
    ):
        person = replace(WILLOW, limits=Limits(quiet=span(hours)))
        assert takes(supporters=(RIVER, person)) is may, hours


def test_debriefs_are_taken_by_who_has_such_shifts() -> None:
    debriefs = replace(EVENING, role=Role.DEBRIEFS)
    own = replace(at(MONDAY + timedelta(days=7), "08:00-09:00"), role=Role.DEBRIEFS)
    for theirs, expected in (((), False), ((own,), True)):
        book = county(debriefs, *theirs)
        one = next(one for one in occurrences(book, MONDAY, MONDAY) if one.shift == debriefs)
        assert may_take(book, WILLOW, one) is expected


def test_a_shift_that_was_taken_is_the_takers_duty_and_no_longer_the_others() -> None:
    swap = Swap(RIVER.id, MONDAY, time(14), Role.CALLS, WILLOW.id)
    book = county(swaps=(swap,))
    begins = evening(book).start
    assert duty(book, RIVER.id, begins) is None
    assert duty(book, WILLOW.id, begins) is not None
    away = replace(book, days_off=(DayOff(RIVER.id, MONDAY, MONDAY),))
    assert duty(away, WILLOW.id, begins) is not None, "whose it was may have that day off"
    other = replace(book, swaps=(replace(swap, start=time(15)),))
    assert duty(other, RIVER.id, begins) is not None, "the plan has no such shift any more"
