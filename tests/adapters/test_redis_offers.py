"""The phones that ring for a caller, step by step, against a real Redis: what each step leaves."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.test_redis_calls import (
    HandClock,
    calls,
    candidates,
    clock,
    rung,
    waits,
)
from warmline.adapters.redis_calls import JOIN_LEASE, RedisCalls
from warmline.domain.call import Event
from warmline.domain.live import Accepted
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]


def due(calls: RedisCalls) -> set[tuple[str, str]]:
    return {(one.kind, one.id) for one in calls.due()}


def asked(live: redis.Redis, call: str) -> dict[str, str]:
    rows = live.hgetall(f"wl:asked:{call}")
    return {text(who): text(said) for who, said in rows.items()}


def text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def state(calls: RedisCalls, leg: str) -> str:
    found = calls.find(leg)
    assert found is not None
    return found[0].state


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("wl:sup:river", "off_until"),
        ("wl:sup:river", "not_before"),
        ("wl:sup:river", "practice_until"),
        ("wl:sup:river:carried", "rest_until"),
    ],
)
def test_nobody_is_reserved_before_the_second_from_which_they_are_free(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, key: str, name: str
) -> None:
    call = waits(calls)
    live.hset(key, name, str(clock.time + 1))
    assert calls.reserve(call.id, 1, candidates("river")) == []
    live.hset(key, name, str(clock.time))
    assert [leg.supporter for leg in calls.reserve(call.id, 1, candidates("river"))] == ["river"]


def test_who_cannot_be_rung_for_a_moment_is_looked_at_again_then(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    for one in calls.due():
        calls.struck(one)
    live.hset("wl:sup:river", "not_before", str(clock.time + 3))
    calls.reserve(call.id, 1, candidates("river"))
    clock.time += 2.9
    assert ("step", "county") not in due(calls)
    clock.time += 0.1
    assert ("step", "county") in due(calls)


def test_all_that_is_noted_of_a_ringing_phone_has_an_end(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    assert asked(live, call.id) == {"river": "ringing"}
    for key in (f"asked:{call.id}", f"offers:{call.id}", f"sids:{call.id}", f"leg:{leg}"):
        assert live.ttl(f"wl:{key}") > 0, key


def test_who_misses_a_caller_twice_has_missed_once_and_is_not_rung_again(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    for said in ("missed", "given_up"):
        (leg,) = rung(calls, call, "river")
        closed = calls.close(leg, Asked.MISSED)
        assert closed is not None
        assert closed.misses == 1
        assert asked(live, call.id) == {"river": said}
        clock.time += 60


def test_a_phone_that_was_not_lost_is_no_phone_that_is_rung_again(calls: RedisCalls) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    found = calls.find(leg)
    assert found is not None
    assert not found[0].again


@pytest.mark.parametrize("picked_up_after", ["reserved", "dialing", "ringing", "asked"])
def test_whoever_picks_up_has_time_for_a_key_from_then_on(
    calls: RedisCalls, clock: HandClock, picked_up_after: str
) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    if picked_up_after != "reserved":
        calls.claim(leg.id)
    if picked_up_after in {"ringing", "asked"}:
        calls.dialed(leg.id, "CA9", 20)
    if picked_up_after == "asked":
        calls.asked(leg.id, 8)
    said = calls.asked(leg.id, 8)
    assert said is not None
    assert (said[0].state, said[0].picked_up) == ("asked", True)
    assert state(calls, leg.id) == "asked"
    clock.time += 7.9
    assert ("leg", leg.id) not in due(calls)
    clock.time += 0.1
    assert ("leg", leg.id) in due(calls)


def test_a_phone_that_is_picked_up_too_late_stays_unwanted(calls: RedisCalls) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.move(call.id, Event.LEFT)
    said = calls.asked(leg, 8)
    assert said is not None
    assert said[0].unwanted
    assert state(calls, leg) == "closed"


def test_a_phone_of_which_nobody_knows_is_not_wanted(calls: RedisCalls) -> None:
    assert calls.claim("nobody") is None
    assert not calls.dialed("nobody", "CA9", 20)
    assert calls.asked("nobody", 8) is None
    assert calls.close("nobody", Asked.MISSED) is None
    assert calls.accept("nobody").outcome is Accepted.TAKEN
    assert calls.leg_ended("nobody", Asked.MISSED) is None


def test_a_phone_whose_call_is_forgotten_is_not_dialed(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    live.delete(f"wl:call:{call.id}")
    assert calls.claim(leg.id) is None


def test_a_caller_who_is_not_taken_to_their_peer_is_looked_after_six_seconds_later(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    assert asked(live, call.id) == {"river": "talked"}
    clock.time += JOIN_LEASE - 0.1
    assert ("join", call.id) not in due(calls)
    clock.time += 0.1
    assert ("join", call.id) in due(calls)


@pytest.mark.parametrize(
    ("event", "outcome"),
    [
        (Event.LEFT, Accepted.CALLER_LEFT),
        (Event.TO_THE_DOOR, Accepted.CALLER_ELSEWHERE),
        (Event.TO_CRISIS, Accepted.CALLER_ELSEWHERE),
    ],
)
def test_a_late_key_hears_where_the_caller_went(
    calls: RedisCalls, event: Event, outcome: Accepted
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.move(call.id, event)
    late = calls.accept(leg)
    assert (late.outcome, late.first) == (outcome, True)


def test_the_end_of_a_phone_whose_caller_had_left_says_nothing_new(calls: RedisCalls) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    calls.move(call.id, Event.BRIDGED)
    calls.move(call.id, Event.LEFT)
    assert calls.leg_ended(leg, Asked.MISSED) is None


def test_a_phone_that_rings_after_all_while_a_caller_is_handed_over_is_wanted(
    calls: RedisCalls,
) -> None:
    """The provider did not answer in time, and rang the phone all the same."""
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    calls.accept(river)
    for event in (Event.BRIDGED, Event.PROPOSED, Event.HANDS_OVER):
        assert calls.move(call.id, event) is not None
    (sage,) = calls.reserve(call.id, 1, candidates("sage"))
    calls.claim(sage.id)
    assert calls.lost(sage.id, 20)
    assert calls.dialed(sage.id, "CA9", 20)
    said = calls.asked(sage.id, 8)
    assert said is not None
    assert not said[0].unwanted
    accepted = calls.accept(sage.id)
    assert accepted.outcome is Accepted.JOINED
    assert accepted.peer is not None
    assert accepted.peer.id == river
