"""A debrief is a call on a line of its own, which is made of the real one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from tests.books import BOOK, RIVER, SAGE, span
from warmline.domain.debriefs import (
    LASTS_HOURS,
    debriefs_id,
    debriefs_of,
    is_counted,
    is_debriefs,
    original,
    rest_minutes,
)
from warmline.domain.hours import is_open
from warmline.domain.line import DutyWish, Limits, Role, Swap
from warmline.domain.selftest import copy_id
from warmline.domain.shifts import one_off_shift

DAY = date(2027, 5, 11)
NIGHT = datetime(2027, 5, 11, 10, tzinfo=UTC)
CALLS = one_off_shift(RIVER.id, DAY, span("08:00-12:00"))


def test_a_line_of_debriefs_has_an_id_of_its_own_and_is_not_counted() -> None:
    found = debriefs_id("county")
    assert found != "county"
    assert (debriefs_id(found), original(found), original("county")) == (found, "county", "county")
    assert (is_debriefs(found), is_debriefs("county")) == (True, False)
    assert [is_counted(one) for one in ("county", found, copy_id("county"))] == [True, False, False]


def test_whoever_asks_for_one_rests_for_half_an_hour_and_is_rung_for_two() -> None:
    assert rest_minutes(Limits(long_wrap_up_minutes=15)) == 30
    assert LASTS_HOURS == 2


def test_on_it_are_those_of_the_debrief_rota_at_any_hour() -> None:
    debriefs, backup = (
        replace(CALLS, supporter=SAGE.id, role=Role.DEBRIEFS),
        replace(CALLS, supporter=SAGE.id, role=Role.DEBRIEFS_BACKUP),
    )
    taken = Swap(SAGE.id, DAY, time(8), Role.DEBRIEFS, RIVER.id)
    other = replace(taken, supporter=RIVER.id, role=Role.CALLS, taker=SAGE.id)
    hour = timedelta(hours=1)
    off = DutyWish(SAGE.id, on=False, since=NIGHT, until=NIGHT + hour)
    on = DutyWish(RIVER.id, on=True, since=NIGHT, until=NIGHT + hour)
    line = replace(BOOK.line, ask_peer_question=True, survey=True, alert_phone="+16505550155")
    book = replace(
        BOOK, line=line, shifts=(CALLS, debriefs, backup), swaps=(other, taken), wishes=(off, on)
    )
    found = debriefs_of(book)
    assert found.shifts == (
        replace(debriefs, role=Role.CALLS),
        replace(backup, role=Role.BACKUP),
    )
    assert found.swaps == (replace(taken, role=Role.CALLS),)
    assert found.wishes == (off,), "to be on by one's own word is for callers"
    assert found.line.id == debriefs_id(line.id)
    assert is_open(found.line.hours, line.zone, NIGHT)
    asks = (found.line.ask_peer_question, found.line.survey, found.line.study_key)
    assert (*asks, found.line.alert_phone) == (False, False, "", "")
    assert (found.line.flood.calls_a_minute, found.line.flood.callers_waiting) == (1000, 1000)
