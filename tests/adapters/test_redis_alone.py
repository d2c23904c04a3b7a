"""Whose supporter has left, step by step, against a real Redis: who is rung, and from when."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_calls import HandClock, calls, candidates, clock, rung, waits
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.live import Accepted
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]


def left_alone(calls: RedisCalls, clock: HandClock) -> str:
    """River's phone has gone after ten minutes of talk; the call."""
    call, leg = talks(calls)
    clock.time += 600
    calls.leg_ended(leg, Asked.MISSED)
    return call.id


def lost(calls: RedisCalls, call: str) -> float:
    return seen(calls, call).sums.get("lost", 0)


def test_phones_may_ring_for_whoever_is_alone_after_a_breath(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = left_alone(calls, clock)
    known = seen(calls, call)
    assert (known.state, known.again) == (State.ALONE, "river")
    assert known.ring_since == clock.time + 5
    assert due_in(live, clock, "step", "county") == 0
    assert [one.call.id for one in calls.waiting("county")] == [call]
    assert [leg.supporter for leg in calls.reserve(call, 1, candidates("river"))] == ["river"]


def test_who_had_no_talk_yet_says_no_goodbye(calls: RedisCalls, clock: HandClock) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    clock.time += 10
    calls.leg_ended(leg, Asked.MISSED)
    assert seen(calls, call.id).ring_since == clock.time
    calls.move(call.id, Event.WANTS_PEER)
    assert lost(calls, call.id) == 0


def test_who_takes_a_caller_who_is_alone_takes_one_who_was_cut_off(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = left_alone(calls, clock)
    (leg,) = rung(calls, seen(calls, call), "sage")
    assert lost(calls, call) == 0, "perhaps they only said goodbye"
    assert calls.accept(leg).outcome is Accepted.JOINED
    assert lost(calls, call) == 1


def test_who_waits_on_and_is_taken_then_was_cut_off_once(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = left_alone(calls, clock)
    (leg,) = rung(calls, seen(calls, call), "sage")
    moved = calls.move(call, Event.WANTS_PEER)
    assert moved is not None
    assert moved.dropped == (), "what rings rings on"
    assert moved.call.ring_since == clock.time
    assert calls.accept(leg).outcome is Accepted.JOINED
    assert lost(calls, call) == 1


def test_whoever_hangs_up_after_a_goodbye_was_not_cut_off(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = left_alone(calls, clock)
    calls.move(call, Event.LEFT)
    assert lost(calls, call) == 0


@pytest.mark.parametrize("event", [Event.ELSEWHERE, Event.TO_THE_DOOR])
def test_whoever_turns_to_something_else_has_no_phone_ringing(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, event: Event
) -> None:
    call = left_alone(calls, clock)
    (river,) = rung(calls, seen(calls, call), "river")
    assert seen(calls, call).again == ""
    moved = calls.move(call, event)
    assert moved is not None
    assert moved.call.state is State.PARTED
    assert [one.id for one in moved.dropped] == [river]
    assert calls.waiting("county") == []
    late = calls.accept(river)
    assert late.outcome is Accepted.CALLER_ELSEWHERE
    found = calls.look(call)
    assert found is not None
    assert (found.call.again, found.asked) == ("river", {}), "should they want a peer after all"


def test_who_was_never_lost_is_not_rung_once_more(calls: RedisCalls, clock: HandClock) -> None:
    call = left_alone(calls, clock)
    rung(calls, seen(calls, call), "sage")
    calls.move(call, Event.ELSEWHERE)
    found = calls.look(call)
    assert found is not None
    assert (found.call.again, found.asked) == ("river", {"sage": Asked.DROPPED})


def test_a_phone_that_rings_after_all_while_a_caller_is_alone_is_wanted(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = left_alone(calls, clock)
    (leg,) = calls.reserve(call, 1, candidates("sage"))
    calls.claim(leg.id)
    assert calls.lost(leg.id, 20)
    assert calls.dialed(leg.id, "CA9", 20)
    assert [one.ringing for one in calls.waiting("county")] == [1]
