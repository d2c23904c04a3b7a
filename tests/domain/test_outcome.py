"""What one ended call leaves: one name for how it ended, and buckets instead of seconds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.books import LA
from warmline.domain.callback import OWN_ROW, Callback
from warmline.domain.outcome import Bucket, Facts, Outcome, bucket, outcome_of, row_of

RECEIVED = datetime(2027, 5, 3, 6, 59, tzinfo=UTC).timestamp()
WANTED = RECEIVED + 30
"""Pressed 1, and waits."""
WAITED = Facts(
    row="row",
    line="county",
    language="es",
    open=True,
    received=RECEIVED,
    wanted_at=WANTED,
    first_bridge=0.0,
    talked=0.0,
    ended=WANTED + 100,
    offers=2,
    crisis_key=False,
    crisis_bridge=False,
    places=frozenset(),
)
BROWSED = replace(WAITED, wanted_at=0.0)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (None, Bucket.NONE),
        (0, Bucket.UNDER_20_S),
        (19.9, Bucket.UNDER_20_S),
        (20, Bucket.UNDER_60_S),
        (59.9, Bucket.UNDER_60_S),
        (60, Bucket.UNDER_2_MIN),
        (119.9, Bucket.UNDER_2_MIN),
        (120, Bucket.UNDER_4_MIN),
        (239.9, Bucket.UNDER_4_MIN),
        (240, Bucket.UNDER_15_MIN),
        (899.9, Bucket.UNDER_15_MIN),
        (900, Bucket.UNDER_40_MIN),
        (2399.9, Bucket.UNDER_40_MIN),
        (2400, Bucket.LONGER),
    ],
)
def test_a_bucket_holds_what_is_shorter_than_its_name_says(
    seconds: float | None, told: Bucket
) -> None:
    assert bucket(seconds) is told


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (replace(WAITED, first_bridge=WANTED + 9, crisis_bridge=True), Outcome.TALKED),
        (replace(WAITED, crisis_bridge=True), Outcome.CRISIS),
        (replace(WAITED, callback=Callback.PROMISED), Outcome.CALLBACK),
        (replace(BROWSED, open=False), Outcome.CLOSED),
        (replace(BROWSED, flooded=True), Outcome.FLOODED),
        (replace(WAITED, flooded=True), Outcome.ABANDONED),
        (replace(WAITED, ended=WANTED + 9.9), Outcome.SHORT_ABANDON),
        (replace(WAITED, ended=WANTED + 10), Outcome.ABANDONED),
        (replace(WAITED, ended=WANTED + 9, places=frozenset({"crisis"})), Outcome.SHORT_ABANDON),
        (replace(WAITED, places=frozenset({"peers"})), Outcome.PLACES),
        (replace(BROWSED, places=frozenset({"peers"})), Outcome.PLACES),
        (WAITED, Outcome.ABANDONED),
        (BROWSED, Outcome.BROWSED),
        (replace(BROWSED, ended=RECEIVED + 2), Outcome.BROWSED),
    ],
)
def test_a_call_has_one_name_for_how_it_ended(facts: Facts, outcome: Outcome) -> None:
    assert outcome_of(facts) is outcome


def test_the_wait_begins_with_the_key_and_ends_with_the_talk() -> None:
    row = row_of(replace(WAITED, first_bridge=WANTED + 25, talked=300.0, ended=WANTED + 325), LA)
    assert (row.wait, row.talk) == (Bucket.UNDER_60_S, Bucket.UNDER_15_MIN)


def test_who_left_while_waiting_has_waited_until_then_and_talked_never() -> None:
    row = row_of(WAITED, LA)
    assert (row.wait, row.talk) == (Bucket.UNDER_2_MIN, Bucket.NONE)


def test_who_never_wanted_a_peer_has_not_waited() -> None:
    assert row_of(BROWSED, LA).wait is Bucket.NONE


@pytest.mark.parametrize("callback", sorted(OWN_ROW))
def test_who_is_called_back_has_waited_from_the_promise_on(callback: Callback) -> None:
    facts = replace(WAITED, received=WANTED - 1000, callback=callback, first_bridge=WANTED + 5)
    assert row_of(facts, LA).wait is Bucket.UNDER_40_MIN
    assert outcome_of(facts) is Outcome.TALKED
    assert outcome_of(replace(facts, first_bridge=0.0)) is Outcome.UNREACHED


def test_the_day_and_the_hour_are_the_lines_own() -> None:
    row = row_of(WAITED, LA)
    assert (row.day, row.hour) == (date(2027, 5, 2), 23)


def test_a_row_that_is_told_nothing_else_is_of_no_flood_and_no_call_back() -> None:
    assert (WAITED.flooded, WAITED.callback) == (False, Callback.NONE)
