"""A test call is made on a copy of the line that nobody else can be on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.books import BOOK
from warmline.domain.hours import is_open
from warmline.domain.matching import Wanted, survey
from warmline.domain.selftest import (
    SECONDS,
    Run,
    Step,
    caller_for,
    copy_id,
    copy_of,
    is_copy,
    original,
)

NIGHT = datetime(2027, 5, 4, 11, tzinfo=UTC)
PHONE = "+16505550199"


def test_a_copy_is_told_from_the_line_by_its_id() -> None:
    copy = copy_id("county")
    assert (is_copy(copy), is_copy("county")) == (True, False)
    assert (original(copy), original("county")) == ("county", "county")


def test_on_a_copy_one_phone_rings_at_any_hour_however_often_it_rang_before() -> None:
    line = replace(BOOK.line, ask_peer_question=True, survey=True, alert_phone=PHONE)
    copy = copy_of(replace(BOOK, line=line), PHONE)
    assert is_open(copy.line.hours, copy.line.zone, NIGHT)
    (row,) = survey(copy, {}, Wanted("es"), NIGHT.timestamp())
    assert (row.reasons, row.supporter.phone) == ((), PHONE)
    limits = row.supporter.limits
    assert (limits.calls_per_shift, limits.talk_minutes_per_shift) == (1000, 1440)
    rests = (limits.wrap_up_minutes, limits.long_wrap_up_minutes)
    assert (*rests, limits.rest_hours_between_shifts) == (0, 0, 0)
    asks = (copy.line.ask_peer_question, copy.line.survey, copy.line.study_key)
    assert (*asks, copy.line.alert_phone) == (False, False, "", "")
    assert copy.places == BOOK.places


def test_without_a_second_number_nobody_is_rung_and_what_needs_one_is_not_looked_for() -> None:
    assert (copy_of(BOOK, "").supporters, copy_of(BOOK, "").shifts) == ((), ())
    alone, both = (Run("r", "county", 0.0, phone) for phone in (False, True))
    assert both.steps == list(Step)
    assert set(both.steps) - set(alone.steps) == {Step.RUNG, Step.JOINED}
    assert SECONDS == 60


def test_the_first_step_that_did_not_come_is_the_one_that_failed() -> None:
    run = Run("r", "county", 0.0, phone=False)
    assert (run.asked, run.failed) == (False, Step.PLACED)
    passed = frozenset({Step.PLACED, Step.ANSWERED, Step.WAITING, Step.ENDED})
    assert replace(run, passed=passed).failed is Step.DOOR
    assert replace(run, passed=frozenset(run.steps)).failed is None


def test_it_calls_from_the_number_for_it_or_else_the_lines_last() -> None:
    assert caller_for(BOOK.line, PHONE) == PHONE
    assert caller_for(BOOK.line, "") == BOOK.line.numbers[-1]
