"""The plan in the database, as it was changed one shift at a time."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date

from tests.books import BOOK, RIVER, SAGE, span
from warmline.adapters.clock import SystemClock
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.domain.line import DayOff, PlanKeeper, Role
from warmline.domain.shifts import fingerprint
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
