"""Whoever comes back to the caller whom they lost goes on with one call: counted, paid as one."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import seen, talks
from tests.adapters.test_redis_calls import HandClock, calls, candidates, clock, rung, waits
from tests.adapters.test_redis_offers import text
from tests.adapters.test_redis_supporters import TODAY, pay, river
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]

TO_CRISIS_TOGETHER = (Event.PROPOSED, Event.BRINGS_CRISIS)


def comes_back(calls: RedisCalls, call: str, name: str = "river") -> str:
    """Whoever was lost is rung once more, and the two hear each other; the phone."""
    (leg,) = calls.reserve(call, 1, candidates(name))
    calls.accept(leg.id)
    assert calls.move(call, Event.BRIDGED) is not None
    return leg.id


def is_lost(calls: RedisCalls, clock: HandClock, leg: str, after: float) -> None:
    """A phone leaves the talk; twenty seconds pass."""
    clock.time += after
    calls.leg_ended(leg, Asked.MISSED)
    clock.time += 20


def ends(calls: RedisCalls, clock: HandClock, call: str, after: float) -> None:
    clock.time += after
    calls.move(call, Event.LEFT)


def test_who_comes_back_to_the_caller_whom_they_lost_has_carried_one_call(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=600)
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=300)
    assert (river(calls).calls, river(calls).talk_seconds) == (1, 900)
    assert river(calls).days == ((TODAY, 1, 15 * 60.0),)


def test_the_rest_comes_after_the_last_talk_and_what_was_given_up_of_it_is_paid_once(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=600)
    assert pay(live)[f"wrap:{TODAY}"] == 10
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=300)
    assert round(river(calls).rest_until - clock.time) == 600
    assert pay(live)[f"wrap:{TODAY}"] == 11, "twenty seconds before they came back are rest, too"
    assert seen(calls, call.id).sums["wrap"] == 620


def test_a_rest_that_was_over_when_they_came_back_is_paid_whole_as_is_the_next(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=600)
    clock.time += 700
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=300)
    assert pay(live)[f"wrap:{TODAY}"] == 20
    assert seen(calls, call.id).sums["wrap"] == 1200
    assert river(calls).calls == 1


def test_a_long_rest_that_was_given_up_for_a_short_talk_is_followed_by_a_long_one(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=45 * 60)
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=60)
    assert round(river(calls).rest_until - clock.time) == 900
    assert pay(live)[f"wrap:{TODAY}"] == 16


def test_a_break_that_was_longer_when_they_gave_it_up_is_as_long_afterwards(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=600)
    calls.rest_longer(leg, 1800)
    assert pay(live)[f"wrap:{TODAY}"] == 31
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=300)
    assert round(river(calls).rest_until - clock.time) == 1800
    assert pay(live)[f"wrap:{TODAY}"] == 31


@pytest.mark.parametrize(("last", "minutes"), [(599, 10), (600, 15)])
def test_pieces_of_one_talk_make_a_long_one_together(
    calls: RedisCalls, clock: HandClock, last: int, minutes: int
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=900)
    leg = comes_back(calls, call.id)
    is_lost(calls, clock, leg, after=900)
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=last)
    assert river(calls).calls == 1
    assert round(river(calls).rest_until - clock.time) == minutes * 60


def test_a_hard_talk_stays_one_when_they_come_back(calls: RedisCalls, clock: HandClock) -> None:
    call, leg = talks(calls)
    for event in TO_CRISIS_TOGETHER:
        calls.move(call.id, event)
    is_lost(calls, clock, leg, after=60)
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=60)
    assert round(river(calls).rest_until - clock.time) == 900


def test_who_was_lost_before_the_talk_carries_a_call_when_they_come_back(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    is_lost(calls, clock, leg, after=5)
    assert river(calls).calls == 0
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=300)
    assert river(calls).calls == 1
    assert pay(live)[f"wrap:{TODAY}"] == 10


def test_who_is_lost_once_more_before_the_talk_has_carried_one_call_all_the_same(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=600)
    (again,) = calls.reserve(call.id, 1, candidates("river"))
    calls.accept(again.id)
    is_lost(calls, clock, again.id, after=5)
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=300)
    assert river(calls).calls == 1
    assert pay(live)[f"wrap:{TODAY}"] == 11, "forty-five seconds of it were rest"


def test_whoever_else_takes_a_caller_who_was_cut_off_carries_a_call_of_their_own(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=600)
    comes_back(calls, call.id, "sage")
    ends(calls, clock, call.id, after=300)
    assert {one.calls for one in calls.presences(["river", "sage"]).values()} == {1}
    assert calls.presences(["sage"])["sage"].talk_seconds == 300


def test_who_is_rung_in_vain_and_comes_back_after_their_rest_has_carried_one_call(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    is_lost(calls, clock, leg, after=600)
    (missed,) = calls.reserve(call.id, 1, candidates("river"))
    calls.close(missed.id, Asked.MISSED)
    clock.time += 700
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=300)
    assert river(calls).calls == 1
    assert pay(live)[f"wrap:{TODAY}"] == 20


def test_who_is_there_again_after_the_crisis_line_has_carried_one_call(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, leg = talks(calls)
    for event in (Event.STAR, Event.TO_CRISIS):
        calls.move(call.id, event)
    calls.leg_ended(leg, Asked.MISSED)
    clock.time += 1000
    calls.move(call.id, Event.WANTS_PEER)
    comes_back(calls, call.id)
    ends(calls, clock, call.id, after=300)
    assert river(calls).calls == 1


def test_of_a_call_that_is_over_nobody_can_tell_who_talked_last(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = talks(calls)
    ends(calls, clock, call.id, after=300)
    kept = {text(name) for name in live.hkeys(f"wl:call:{call.id}")}
    assert "ended" in kept
    assert not {"last_peer", "last_talk"} & kept


def test_whoever_takes_the_next_call_of_another_caller_carries_two(
    calls: RedisCalls, clock: HandClock
) -> None:
    for sid in ("CA1", "CA2"):
        call, leg = talks(calls, sid=sid)
        ends(calls, clock, call.id, after=300)
        calls.leg_ended(leg, Asked.MISSED)
        clock.time += 1000
    assert river(calls).calls == 2
