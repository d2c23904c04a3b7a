"""The plan in the database, as it was changed one shift at a time."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.books import BOOK, JUNIPER, RIVER, SAGE, span
from warmline.adapters.clock import SystemClock
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.sql.rota import SqlRota
from warmline.domain.line import DayOff, PlanKeeper, Role
from warmline.domain.shifts import Occurrence, fingerprint, occurrences, one_off_shift
from warmline.ports.rota import Minutes
from warmline.services.shifts import Shifts, Wanted

MONDAY, TUESDAY = date(2027, 5, 10), date(2027, 5, 11)


def test_a_plan_that_was_changed_comes_back_as_it_was(database_url: str) -> None:
    store = SqlRoster(open_engine(database_url), Sealer("a key of these tests"), SystemClock())
    with store.editing() as edit:
        edit.save(BOOK)
    shifts = Shifts(store, lambda: secrets.token_hex(8))
    rule = "FREQ=MONTHLY;BYDAY=1SU;COUNT=3"
    wanted = Wanted(SAGE.id, span("08:00-20:00"), rule, MONDAY, role=Role.DEBRIEFS, order=1)
    rota = shifts.add("county", wanted)
    shifts.this_day_only("county", rota.id, fingerprint(rota), date(2027, 6, 6), None)
    shifts.day_off("county", RIVER.id, MONDAY, TUESDAY)
    (book,) = store.books()
    assert book.line.kept_in is PlanKeeper.CONSOLE
    assert replace(rota, without=(date(2027, 6, 6),)) in book.shifts
    assert rota.last == date(2027, 8, 1)
    assert DayOff(RIVER.id, MONDAY, TUESDAY) in book.days_off
    assert set(BOOK.shifts) < set(book.shifts)


def test_minutes_on_duty_stay_as_they_were_first_and_the_others_only_grow(
    database_url: str,
) -> None:
    rota = SqlRota(open_engine(database_url))
    rota.keep_minutes("county", [Minutes(RIVER.id, "River", MONDAY, None, 20, 10)])
    rota.keep_minutes("county", [Minutes(RIVER.id, "River", MONDAY, 480)])
    rota.keep_minutes("county", [Minutes(RIVER.id, "River", MONDAY, 300, 35, 20)])
    rota.keep_minutes("county", [Minutes(RIVER.id, "River", TUESDAY, 60)])
    assert rota.minutes("county", MONDAY, MONDAY) == [
        Minutes(RIVER.id, "River", MONDAY, 480, 35, 20)
    ]
    assert len(rota.minutes("county", MONDAY, TUESDAY)) == 2
    assert rota.minutes("valley", MONDAY, TUESDAY) == []


def test_of_two_who_take_a_shift_at_once_one_has_it_and_it_outlasts_an_apply(
    database_url: str,
) -> None:
    store = SqlRoster(open_engine(database_url), Sealer("a key of these tests"), SystemClock())
    rota = SqlRota(open_engine(database_url))
    today = datetime.now(UTC).date() + timedelta(days=7)
    once = replace(one_off_shift(RIVER.id, today, span("18:00-22:00")), id="once")
    with store.editing() as edit:
        edit.save(replace(BOOK, shifts=(once,)))
    (book,) = store.books()
    (shift,) = occurrences(book, today, today)
    offer = rota.offer(shift, "ABCD")
    assert rota.offer(shift, "WXYZ") == offer, "it is offered once"
    with ThreadPoolExecutor(2) as both:
        took = list(both.map(lambda who: rota.take("county", "ABCD", who), (SAGE.id, JUNIPER.id)))
    assert sorted(took) == [False, True]
    assert not rota.withdraw(RIVER.id, "ABCD")
    with store.editing() as edit:
        edit.save(replace(BOOK, shifts=(replace(once, id="another", span=span("18:00-23:00")),)))
    (book,) = store.books()
    (shift,) = occurrences(book, today, today)
    assert shift.supporter == (SAGE.id, JUNIPER.id)[took.index(True)]
    with store.editing() as edit:
        edit.save(replace(BOOK, shifts=()))
    assert list(occurrences(store.books()[0], today, today)) == []


def test_a_shift_goes_from_hand_to_hand_and_back(database_url: str) -> None:
    store = SqlRoster(open_engine(database_url), Sealer("a key of these tests"), SystemClock())
    rota = SqlRota(open_engine(database_url))
    today = datetime.now(UTC).date() + timedelta(days=7)
    with store.editing() as edit:
        once = replace(one_off_shift(RIVER.id, today, span("18:00-22:00")), id="once")
        edit.save(replace(BOOK, shifts=(once,)))

    def now() -> Occurrence:
        (shift,) = occurrences(store.books()[0], today, today)
        return shift

    assert rota.offer(now(), "AAAA").open
    assert rota.withdraw(RIVER.id, "AAAA")
    assert rota.offers("county") == []
    rota.offer(now(), "BBBB")
    assert not rota.take("county", "BBBB", RIVER.id), "it is theirs"
    assert rota.take("county", "BBBB", SAGE.id)
    again = rota.offer(now(), "CCCC")
    assert (again.code, again.giver, again.open) == ("CCCC", SAGE.id, True)
    assert not rota.withdraw(RIVER.id, "CCCC")
    assert rota.withdraw(SAGE.id, "CCCC")
    assert not rota.take("county", "CCCC", JUNIPER.id), "it is not offered any more"
    assert now().supporter == SAGE.id
    rota.offer(now(), "DDDD")
    assert rota.take("county", "DDDD", RIVER.id)
    assert (now().supporter, now().swapped) == (RIVER.id, False)
    assert rota.offer(now(), "EEEE").open, "and once more"


def test_a_step_of_a_reminder_is_noted_once(database_url: str) -> None:
    store = SqlRoster(open_engine(database_url), Sealer("a key of these tests"), SystemClock())
    rota = SqlRota(open_engine(database_url))
    with store.editing() as edit:
        edit.save(BOOK)
    start = datetime(2027, 5, 10, 18, tzinfo=UTC)
    assert rota.say(RIVER.id, start, "soon", start)
    assert not rota.say(RIVER.id, start, "soon", start)
    assert not rota.say("gone", start, "soon", start)
    assert rota.said("county", start) == {(RIVER.id, start): {"soon": start}}
    rota.unsay(RIVER.id, start, "soon")
    assert rota.said("county", start) == {}
