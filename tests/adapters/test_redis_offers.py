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
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.redis_offers import JOIN_LEASE
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
        ("wl:sup:river", "spared_until"),
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


def test_who_has_a_peer_waits_no_more_and_no_phone_of_theirs_is_due(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = waits(calls)
    (missed,) = rung(calls, call, "sage")
    calls.close(missed, Asked.MISSED)
    calls.accept(rung(calls, call, "river")[0])
    assert calls.waiting("county") == []
    known = calls.peek(call.id)
    assert known is not None
    assert known.offers == 2
    clock.time += 60
    assert not [kind for kind, _ in due(calls) if kind == "leg"]


@pytest.mark.parametrize("takes", [True, False])
def test_whoever_takes_or_passes_a_call_has_missed_none(calls: RedisCalls, takes: bool) -> None:
    (leg,) = rung(calls, waits(calls, "CA1"), "river")
    calls.close(leg, Asked.MISSED)
    assert calls.presences(["river"])["river"].misses == 1
    (leg,) = rung(calls, waits(calls, "CA2"), "river")
    if takes:
        calls.accept(leg)
    else:
        calls.close(leg, Asked.PASSED)
    assert calls.presences(["river"])["river"].misses == 0


def test_a_phone_may_ring_for_its_seconds(calls: RedisCalls, clock: HandClock) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    clock.time += 19.9
    assert ("leg", leg) not in due(calls)
    clock.time += 0.1
    assert ("leg", leg) in due(calls)


def test_a_phone_that_nobody_silenced_is_due_half_a_second_later(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    (sage,) = calls.reserve(call.id, 2, candidates("sage"))
    calls.claim(sage.id)
    calls.move(call.id, Event.LEFT)
    assert not calls.dialed(sage.id, "CA9", 20)
    assert not {("hush", river), ("hush", sage.id)} & due(calls)
    clock.time += 0.5
    assert {("hush", river), ("hush", sage.id)} <= due(calls)


def test_when_a_phone_has_ended_the_line_is_looked_at_at_once(calls: RedisCalls) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    due(calls)
    calls.close(leg, Asked.PASSED)
    assert ("step", "county") in due(calls)


@pytest.mark.parametrize(
    ("said", "pause", "seconds"),
    [(Asked.TROUBLE, None, 2.0), (Asked.TROUBLE, 7.0, 7.0), (Asked.FAILED, 5.0, 5.0)],
)
def test_a_phone_that_could_not_be_rung_is_left_alone_for_a_moment(
    calls: RedisCalls, clock: HandClock, said: Asked, pause: float | None, seconds: float
) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    calls.close(leg, said, pause)
    assert round(calls.presences(["river"])["river"].not_before - clock.time, 2) == seconds


def test_whoever_was_missed_by_nobodys_doing_is_free_at_once(calls: RedisCalls) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    calls.close(leg, Asked.FAILED)
    assert calls.presences(["river"])["river"].not_before == 0


def test_those_who_wait_are_told_how_many_are_ahead(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    first = waits(calls, "CA1")
    clock.time += 1
    second = waits(calls, "CA2")
    assert [(one.call.id, one.ahead) for one in calls.waiting("county")] == [
        (first.id, 0),
        (second.id, 1),
    ]
    live.delete(f"wl:call:{first.id}")
    assert [one.call.id for one in calls.waiting("county")] == [second.id]
    assert live.zcard("wl:waiting:county") == 1


def test_nobody_is_rung_for_a_caller_who_is_gone(calls: RedisCalls) -> None:
    call = waits(calls)
    calls.move(call.id, Event.LEFT)
    assert calls.reserve(call.id, 1, candidates("river")) == []
    assert calls.reserve("nobody", 1, candidates("river")) == []


def test_that_somebody_wishes_a_debrief_is_known_of_their_phone(calls: RedisCalls) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    calls.wish_debrief(leg)
    found = calls.find(leg)
    assert found is not None
    assert found[0].debrief


def test_whose_caller_has_left_is_free_when_their_phone_has_ended(calls: RedisCalls) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    calls.move(call.id, Event.LEFT)
    calls.leg_ended(leg, Asked.MISSED)
    assert calls.presences(["river"])["river"].busy == ""
