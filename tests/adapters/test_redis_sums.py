"""What a call adds to the sums of its quarter, against a real Redis."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import seen
from tests.adapters.test_redis_calls import HandClock, calls, clock, rung, waits
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.after_talk import Said
from warmline.domain.call import Event
from warmline.domain.live import Note
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]


@pytest.mark.parametrize(
    ("said", "picked_up", "counted"),
    [
        (Asked.MISSED, False, "missed"),
        (Asked.BUSY, False, "missed"),
        (Asked.MISSED, True, "caught"),
        (Asked.PASSED, True, "passed"),
        (Asked.TROUBLE, False, "failed"),
        (Asked.FAILED, False, "failed"),
        (Asked.DROPPED, True, "withdrawn"),
    ],
)
def test_what_came_of_each_phone_that_was_rung_is_counted_once(
    calls: RedisCalls, clock: HandClock, said: Asked, counted: str, *, picked_up: bool
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    if picked_up:
        calls.asked(leg, 20)
    calls.close(leg, said)
    calls.close(leg, said)
    assert seen(calls, call.id).sums == {counted: 1}


def test_a_report_that_comes_when_the_call_is_forgotten_begins_no_new_memory_of_it(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    live.delete(f"wl:call:{call.id}", f"wl:asked:{call.id}")
    calls.close(leg, Asked.MISSED)
    assert not live.exists(f"wl:call:{call.id}")
    assert not live.exists(f"wl:asked:{call.id}")


def test_once_the_row_is_written_nothing_says_what_it_was_made_of(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = waits(calls)
    calls.close(rung(calls, call, "river")[0], Asked.PASSED)
    calls.look(call.id, Note(said=Said("key", "box"), told="ringing"))
    calls.move(call.id, Event.LEFT)
    calls.settled("gone", call.id)
    assert seen(calls, call.id).sums
    assert seen(calls, call.id).said
    calls.settled("row", call.id)
    assert seen(calls, call.id).sums == {}
    assert seen(calls, call.id).said is None
    assert seen(calls, call.id).told == {"ringing"}, "and nothing else is forgotten"
