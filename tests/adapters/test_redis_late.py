"""Phones that are found again, keys that come late, ends of which nobody knew."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_calls import HandClock, calls, candidates, clock, rung, waits
from tests.adapters.test_redis_offers import asked, state
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.live import Accepted, Closed
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]


def lost(calls: RedisCalls, call: str) -> str:
    """River's phone was asked for, and the provider's answer was lost; it may ring."""
    (leg,) = calls.reserve(call, 1, candidates("river"))
    calls.claim(leg.id)
    assert calls.lost(leg.id, 2)
    return leg.id


def busy(calls: RedisCalls, name: str = "river") -> str:
    return calls.presences([name])[name].busy


# -- phones that are found again ------------------------------------------------------------------


def test_a_lost_phone_is_asked_after_and_the_line_is_looked_at_meanwhile(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    live.zrem("wl:due", "step|county")
    leg = lost(calls, call.id)
    assert due_in(live, clock, "leg", leg) == 2
    assert due_in(live, clock, "step", "county") == 0
    assert calls.lost(leg, 9), "asking twice about it changes nothing"
    assert due_in(live, clock, "leg", leg) == 2
    assert not calls.lost("nobody", 2)


def test_a_phone_that_was_lost_and_rings_may_ring_for_its_seconds(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    leg = lost(calls, call.id)
    live.delete(f"wl:offers:{call.id}")
    assert calls.dialed(leg, "CA9", 20)
    assert state(calls, leg) == "ringing"
    assert due_in(live, clock, "leg", leg) == 20
    assert live.ttl(f"wl:offers:{call.id}") > 0
    assert [one.ringing for one in calls.waiting("county")] == [1]


def test_whoever_picks_up_a_phone_that_was_lost_is_asked_like_everybody(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    leg = lost(calls, call.id)
    said = calls.asked(leg, 8)
    assert said is not None
    assert said[0].state == "asked"
    assert due_in(live, clock, "leg", leg) == 8
    assert calls.accept(leg).outcome is Accepted.JOINED


def test_who_presses_1_on_a_lost_phone_when_another_has_the_caller_is_free_again(
    calls: RedisCalls,
) -> None:
    call = waits(calls)
    leg = lost(calls, call.id)
    calls.accept(rung(calls, call, "sage")[0])
    assert busy(calls) == leg
    assert calls.accept(leg).outcome is Accepted.TAKEN
    assert busy(calls) == ""


def test_a_phone_that_the_provider_rings_after_the_call_has_ended_is_deleted_there_at_once(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    calls.claim(leg.id)
    calls.move(call.id, Event.LEFT)
    assert not calls.dialed(leg.id, "CA9", 20)
    assert "CA9" in calls.to_forget()
    assert due_in(live, clock, "hush", leg.id) == 0.5


# -- phones that fall silent ----------------------------------------------------------------------


def test_whoever_silences_phones_is_told_on_which_somebody_listens(calls: RedisCalls) -> None:
    call = waits(calls)
    ringing, listening = rung(calls, call, "river", "sage")
    calls.asked(listening, 20)
    moved = calls.move(call.id, Event.LEFT)
    assert moved is not None
    states = {one.id: one.state for one in moved.dropped}
    assert states == {ringing: "ringing", listening: "asked"}


def test_a_phone_that_does_not_ring_yet_is_not_to_be_silenced(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    moved = calls.move(call.id, Event.TO_THE_DOOR)
    assert moved is not None
    assert moved.dropped == ()
    assert due_in(live, clock, "hush", leg.id) is None
    assert state(calls, leg.id) == "closed"


def test_a_phone_of_which_nothing_is_known_any_more_is_no_phone_that_rings(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    live.delete(f"wl:leg:{leg}")
    calls.move(call.id, Event.TO_THE_DOOR)
    calls.move(call.id, Event.COMES_BACK)
    assert [one.ringing for one in calls.waiting("county")] == [0]


@pytest.mark.parametrize(
    ("said", "then"),
    [(Asked.PASSED, "passed"), (Asked.BUSY, "given_up"), (Asked.DROPPED, "dropped")],
)
def test_in_the_second_round_only_who_was_not_reached_is_given_up(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, said: Asked, then: str
) -> None:
    call = waits(calls)
    calls.close(rung(calls, call, "river")[0], Asked.MISSED)
    clock.time += 60
    calls.close(rung(calls, call, "river")[0], said)
    assert asked(live, call.id) == {"river": then}


# -- keys that come late --------------------------------------------------------------------------


@pytest.mark.parametrize("forgotten", [False, True])
def test_a_key_after_the_last_second_counts_while_the_caller_waits_and_they_are_free(
    calls: RedisCalls, live: redis.Redis, *, forgotten: bool
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.close(leg, Asked.MISSED)
    if forgotten:
        live.delete("wl:sup:river")
    assert calls.accept(leg).outcome is Accepted.JOINED
    assert busy(calls) == leg


def test_a_late_key_of_somebody_who_is_rung_for_another_caller_counts_for_nothing(
    calls: RedisCalls,
) -> None:
    first, second = waits(calls, "CA1"), waits(calls, "CA2")
    (late,) = rung(calls, first, "river")
    calls.close(late, Asked.MISSED)
    (leg,) = rung(calls, second, "river")
    assert calls.accept(late).outcome is Accepted.TAKEN
    assert busy(calls) == leg
    assert seen(calls, first.id).state is State.WAITING
    assert calls.accept(leg).outcome is Accepted.JOINED


# -- ends of which nobody knew --------------------------------------------------------------------


def test_whose_call_is_forgotten_while_they_talk_is_free_when_their_phone_ends(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call, leg = talks(calls)
    live.delete(f"wl:call:{call.id}")
    assert calls.leg_ended(leg, Asked.MISSED) is None
    assert busy(calls) == ""


def test_whoever_counts_misses_is_told_how_many_there_were(
    calls: RedisCalls, clock: HandClock
) -> None:
    for misses in (1, 2):
        (leg,) = rung(calls, waits(calls, f"CA{misses}"), "river")
        ended = calls.leg_ended(leg, Asked.MISSED)
        assert isinstance(ended, Closed)
        assert ended.misses == misses
        clock.time += 60


def test_who_was_cut_off_goes_before_who_waits_longer_for_the_provider_too(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    calls._rate = 1.0
    call, leg = talks(calls)
    clock.time += 10
    other = waits(calls, "CA2")
    calls.leg_ended(leg, Asked.MISSED)
    calls.move(call.id, Event.WANTS_PEER)
    assert calls.reserve(other.id, 1, candidates("sage"))
    assert calls.reserve(call.id, 1, candidates("river")) == []
    assert calls.reserve(other.id, 2, candidates("juniper")) == []
    ranks = {call.id: 1, other.id: 1e10 + other.wanted_at}
    for one, rank in ranks.items():
        assert live.zscore("wl:slots:wanted", one) == rank
