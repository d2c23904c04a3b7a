"""When a call back can be promised, whom it asks, and what a row says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_matching import book, supporter
from warmline.domain.callback import (
    LONG_ENOUGH,
    Callback,
    asked_in_vain,
    in_time,
    last_two,
    number_of,
    result,
    whom_to_ask,
)
from warmline.domain.hours import is_open
from warmline.domain.line import WEEK, Hours, Line, Span
from warmline.domain.matching import Asked, Candidate, Wanted
from warmline.domain.outcome import Bucket, Facts, Outcome, row_of
from warmline.domain.presence import Presence, WhyNot
from warmline.domain.roster import Duty

OURS = ("+16505550100",)
ZONE = ZoneInfo("America/Los_Angeles")
NOON = datetime(2026, 11, 24, 12, tzinfo=ZONE)


@pytest.mark.parametrize(
    "caller",
    [
        "",
        "anonymous",
        "Anonymous",
        "unknown",
        "restricted",
        "unavailable",
        "266696687",
        "+266696687",
        "+7378742833",
        "+2562533",
        "+8656696",
        "+86282452253",
        "sip:someone@example.org",
        "sip:+16505550150@example.org",
        "client:someone",
        "988",
        "+1988",
        "55501",
        "16505550150",
        "6505550150",
        "+1 650 555 0150",
        "+19005550150",
        "+16505550100",
        "+442079460000",
        "+1650555015",
        "+165055501500",
    ],
)
def test_who_shows_no_number_of_this_country_cannot_be_called_back(caller: str) -> None:
    assert number_of(caller, OURS) == ""


def test_who_shows_a_number_can_be_called_back() -> None:
    assert number_of("+16505550150", OURS) == "+16505550150"
    assert last_two("+16505550150") == "5 0"


@given(st.text(max_size=20))
def test_whatever_the_provider_says_of_a_caller_is_a_number_or_none(caller: str) -> None:
    assert number_of(caller, OURS) in {"", caller}


def line(*spans: Span) -> Line:
    weekly = dict.fromkeys(WEEK, spans)
    return replace(book(supporter("river")).line, zone=ZONE, hours=Hours(weekly))


@pytest.mark.parametrize(
    ("spans", "promised"),
    [
        ((Span(time(0), time(0)),), True),
        ((Span(time(8), time(20)),), True),
        ((Span(time(8), time(12, 30)),), True),
        ((Span(time(8), time(12, 29)),), False),
        ((Span(time(8), time(12, 29)), Span(time(23), time(23, 45))), True),
        ((Span(time(23, 30), time(0)),), True),
        ((Span(time(23, 31), time(2)),), False),
        ((Span(time(20), time(20, 20)),), False),
        ((Span(time(8), time(11)),), False),
        ((), False),
    ],
)
def test_a_promise_needs_half_an_hour_of_open_line_within_twelve_hours(
    spans: tuple[Span, ...], promised: bool
) -> None:
    assert in_time(line(*spans), NOON) is promised


@given(st.integers(0, 23), st.integers(1, 24 * 4))
def test_what_is_promised_can_be_kept(start: int, quarters: int) -> None:
    """Whatever the hours: if it is promised, the line is open for long enough before it is over."""
    end = (datetime(2026, 1, 1, start, tzinfo=UTC) + timedelta(minutes=15 * quarters)).time()
    one = line(Span(time(start), end))
    if in_time(one, NOON):
        minutes = [NOON + timedelta(minutes=n) for n in range(12 * 60)]
        opened = sum(is_open(one.hours, ZONE, minute.astimezone(UTC)) for minute in minutes)
        assert opened >= LONG_ENOUGH.total_seconds() / 60 - 1


def row(name: str, *reasons: WhyNot, backup: bool = False) -> Candidate:
    duty = Duty(NOON, NOON + timedelta(hours=8), backup)
    return Candidate(supporter(name), duty, Presence(name), reasons)


def asked(**said: Asked) -> Wanted:
    return Wanted("en", asked=said)


def test_a_backup_is_not_asked_while_somebody_else_is_there_or_comes_free() -> None:
    spare = row("sage", backup=True)
    assert whom_to_ask([row("river"), spare], asked()) == ["river"]
    assert whom_to_ask([row("river", WhyNot.RESTING), spare], asked()) == []
    assert whom_to_ask([row("river", WhyNot.BUSY), spare], asked()) == []
    assert whom_to_ask([row("river", WhyNot.OFF_DUTY), spare], asked()) == ["sage"]
    assert whom_to_ask([row("river"), spare], asked(river=Asked.PASSED)) == ["sage"]


@pytest.mark.parametrize("said", [Asked.PASSED, Asked.MISSED, Asked.BUSY, Asked.FAILED])
def test_whoever_did_not_take_it_is_not_asked_again_at_once(said: Asked) -> None:
    assert whom_to_ask([row("river")], asked(river=said)) == []
    assert whom_to_ask([row("river"), row("sage")], asked(river=said)) == ["sage"]


def test_who_was_on_it_when_nobody_was_reached_is_asked_again() -> None:
    assert whom_to_ask([row("river")], asked(river=Asked.DROPPED)) == ["river"]


@pytest.mark.parametrize(
    ("reached", "tries", "word"),
    [
        (True, 0, Callback.REACHED),
        (True, 1, Callback.REACHED),
        (False, 2, Callback.NOT_REACHED),
        (False, 1, Callback.NOT_REACHED),
        (False, 0, Callback.EXPIRED),
    ],
)
def test_what_came_of_it(reached: bool, tries: int, word: Callback) -> None:
    assert result(reached=reached, tries=tries) is word


FACTS = Facts(
    row="x",
    line="county",
    language="en",
    open=True,
    received=NOON.timestamp(),
    wanted_at=NOON.timestamp() + 5,
    first_bridge=0.0,
    talked=0.0,
    ended=NOON.timestamp() + 100,
    offers=1,
    crisis_key=False,
    crisis_bridge=False,
    places=frozenset(),
)


def test_who_was_promised_a_call_back_has_not_given_up() -> None:
    kept = row_of(replace(FACTS, callback=Callback.PROMISED), ZONE)
    assert (kept.outcome, kept.callback) == (Outcome.CALLBACK, Callback.PROMISED)
    asleep = replace(FACTS, callback=Callback.PROMISED, open=False, wanted_at=0.0)
    assert row_of(asleep, ZONE).outcome is Outcome.CALLBACK


def test_a_call_back_has_a_row_of_its_own_that_tells_how_long_they_waited_for_it() -> None:
    later = NOON.timestamp() + 3000
    talked = replace(
        FACTS, callback=Callback.REACHED, wanted_at=later, first_bridge=later, talked=60.0
    )
    kept = row_of(talked, ZONE)
    assert (kept.outcome, kept.callback, kept.wait) == (
        Outcome.TALKED,
        Callback.REACHED,
        Bucket.LONGER,
    )
    assert row_of(replace(FACTS, callback=Callback.EXPIRED), ZONE).outcome is Outcome.UNREACHED


@pytest.mark.parametrize(
    ("said", "in_vain"),
    [
        ((), False),
        ((Asked.MISSED,), True),
        ((Asked.BUSY,), True),
        ((Asked.PASSED,), False),
        ((Asked.PASSED, Asked.MISSED), True),
        ((Asked.RINGING, Asked.DROPPED), False),
    ],
)
def test_whoever_only_missed_it_is_asked_once_more_later(
    said: tuple[Asked, ...], in_vain: bool
) -> None:
    wanted = Wanted("en", asked={f"peer-{n}": one for n, one in enumerate(said)})
    assert asked_in_vain(wanted) is in_vain
