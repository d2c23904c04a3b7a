"""What a talk leaves: its time, who may be rung again, handing over; against a real Redis."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_calls import (
    HandClock,
    calls,
    candidates,
    clock,
    rung,
    waits,
)
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.errors import TooLate
from warmline.domain.live import Note
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]

TO_PROPOSE = (Event.PEER_STAR, Event.PROPOSED)
TO_HAND = (*TO_PROPOSE, Event.HANDS_OVER)


def steps(calls: RedisCalls, call: str, *events: Event) -> None:
    for event in events:
        assert calls.move(call, event) is not None


def asked(calls: RedisCalls, call: str) -> dict[str, Asked]:
    found = calls.look(call)
    assert found is not None
    return dict(found.asked)


# -- whose phone may ring again -------------------------------------------------------------------


def test_whom_the_caller_did_not_want_is_not_asked_again_in_this_call(calls: RedisCalls) -> None:
    call = waits(calls)
    calls.accept(rung(calls, call, "river")[0])
    steps(calls, call.id, Event.DECLINED)
    assert asked(calls, call.id) == {"river": Asked.TALKED}


def test_who_was_left_for_the_crisis_door_may_be_rung_again(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    live.zrem("wl:due", "step|county")
    steps(calls, call.id, Event.TO_THE_DOOR)
    assert asked(calls, call.id) == {"river": Asked.DROPPED}
    assert due_in(live, clock, "hush", leg) == 0.5
    assert due_in(live, clock, "step", "county") == 0
    assert due_in(live, clock, "join", call.id) is None


def test_a_caller_who_lost_their_peer_is_fetched_and_that_peer_is_rung_first(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    clock.time += 60
    calls.leg_ended(leg, Asked.MISSED)
    known = seen(calls, call.id)
    assert (known.again, known.leg, known.supporter) == ("river", "", "")
    assert asked(calls, call.id) == {}
    assert due_in(live, clock, "fetch", call.id) == 2
    assert known.led_at == clock.time
    assert due_in(live, clock, "hush", leg) is None, "it is silent already"
    clock.time += 10
    other = waits(calls, "CA2")
    steps(calls, call.id, Event.WANTS_PEER)
    assert [one.call.id for one in calls.waiting("county")] == [call.id, other.id]
    (again,) = calls.reserve(call.id, 1, candidates("river"))
    assert seen(calls, call.id).again == "", "though they rest; and only once"
    calls.close(again.id, Asked.MISSED)
    clock.time += 60
    assert calls.reserve(call.id, 1, candidates("river")) == []


def test_whose_phone_is_known_to_nobody_cannot_be_silenced(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    calls.accept(leg.id)
    steps(calls, call.id, Event.LEFT)
    assert due_in(live, clock, "hush", leg.id) is None


# -- the time of a talk ---------------------------------------------------------------------------


def test_only_the_time_in_the_room_is_talk(calls: RedisCalls, clock: HandClock) -> None:
    call, _ = talks(calls)
    began = clock.time
    for event in (Event.STAR, Event.COMES_BACK, Event.PEER_STAR, Event.COMES_BACK):
        clock.time += 60
        steps(calls, call.id, event)
    clock.time += 60
    steps(calls, call.id, Event.LEFT)
    assert seen(calls, call.id).talked == 180
    assert seen(calls, call.id).first_bridge == began
    assert calls.presences(["river"])["river"].talk_seconds == 180


def test_who_leaves_while_their_peer_waits_has_talked_until_then(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = talks(calls)
    clock.time += 60
    steps(calls, call.id, Event.STAR)
    clock.time += 60
    steps(calls, call.id, Event.LEFT)
    assert seen(calls, call.id).talked == 60
    assert calls.presences(["river"])["river"].talk_seconds == 60


@pytest.mark.parametrize(
    ("note", "minutes"),
    [
        (Note(bound="nami", choices=2), 10),
        (Note(bound="988", crisis_bridge=True), 15),
        (Note(crisis_bridge=True), 15),
    ],
)
def test_a_talk_out_of_which_no_crisis_line_was_rung_is_no_hard_one(
    calls: RedisCalls, clock: HandClock, note: Note, minutes: int
) -> None:
    call, _ = talks(calls)
    steps(calls, call.id, Event.STAR)
    calls.move(call.id, Event.TO_CRISIS, note)
    assert round(calls.presences(["river"])["river"].rest_until - clock.time) == minutes * 60


def test_while_a_caller_is_handed_over_the_talk_goes_on(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = talks(calls)
    steps(calls, call.id, *TO_HAND, Event.BRIDGED)
    clock.time += 60
    steps(calls, call.id, Event.STAYS)
    clock.time += 60
    steps(calls, call.id, Event.BRIDGED, Event.STAR)
    assert seen(calls, call.id).talked == 120


def test_a_clock_that_was_set_back_makes_no_talk_shorter(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = talks(calls)
    clock.time -= 60
    steps(calls, call.id, Event.STAR)
    assert seen(calls, call.id).talked == 0


# -- handing over ---------------------------------------------------------------------------------


def test_handing_over_rings_others_at_once_and_is_looked_at_after_a_minute_and_a_half(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    other = waits(calls, "CA0")
    clock.time += 10
    call, _ = talks(calls)
    steps(calls, call.id, *TO_PROPOSE)
    live.zrem("wl:due", "step|county")
    steps(calls, call.id, Event.HANDS_OVER)
    assert due_in(live, clock, "handing", call.id) == 90
    assert due_in(live, clock, "step", "county") == 0
    waiting = [one.call.id for one in calls.waiting("county")]
    assert waiting == [call.id, other.id], "they have waited before"
    clock.time += 30
    steps(calls, call.id, Event.BRIDGED)
    assert due_in(live, clock, "handing", call.id) == 60, "it does not begin anew"


@pytest.mark.parametrize("event", [Event.STAYS, Event.STAR, Event.PROPOSED])
def test_who_stays_with_their_peer_after_all_waits_no_more(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, event: Event
) -> None:
    call, _ = talks(calls)
    steps(calls, call.id, *TO_HAND)
    (sage,) = rung(calls, call, "sage")
    moved = calls.move(call.id, event)
    assert moved is not None
    assert [one.supporter for one in moved.dropped] == ["sage"]
    assert due_in(live, clock, "hush", sage) == 0.5
    assert due_in(live, clock, "handing", call.id) is None
    assert calls.waiting("county") == []
    assert asked(calls, call.id) == {"river": Asked.TALKED, "sage": Asked.DROPPED}
    assert moved.call.supporter == "river"


@pytest.mark.parametrize("event", [Event.PEER_STAR, Event.PROPOSED, Event.LEFT_WITH_CRISIS])
def test_a_star_of_whoever_has_just_handed_over_interrupts_nobody_elses_talk(
    calls: RedisCalls, event: Event
) -> None:
    """They pressed it while the talk was theirs; by the time it arrives it is Sage's."""
    call, river = talks(calls)
    steps(calls, call.id, *TO_HAND)
    (sage,) = rung(calls, call, "sage")
    calls.accept(sage)
    steps(calls, call.id, Event.BRIDGED)
    with pytest.raises(TooLate) as late:
        calls.move(call.id, event, leg=river)
    assert late.value.call is not None
    assert (late.value.call.state, late.value.call.leg) == (State.TALKING, sage)
    assert seen(calls, call.id).state is State.TALKING
    assert calls.move(call.id, event, leg=sage) is not None


def test_who_hands_over_and_leaves_before_anybody_has_come_leaves_a_caller_who_waits(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    """Phones that ring already ring on, and theirs is not rung for it again."""
    call, river = talks(calls)
    steps(calls, call.id, *TO_HAND)
    (sage,) = rung(calls, call, "sage")
    clock.time += 5
    calls.leg_ended(river, Asked.MISSED)
    known = seen(calls, call.id)
    assert (known.state, known.again) == (State.WAITING, "")
    assert asked(calls, call.id) == {"river": Asked.TALKED, "sage": Asked.RINGING}
    assert [one.ringing for one in calls.waiting("county")] == [1]
    assert due_in(live, clock, "fetch", call.id) == 2
    assert due_in(live, clock, "handing", call.id) is None
    assert calls.accept(sage).first


def test_who_takes_over_a_caller_ends_the_handing_and_is_joined_in_six_seconds(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, river = talks(calls)
    steps(calls, call.id, *TO_HAND)
    (sage,) = rung(calls, call, "sage")
    acceptance = calls.accept(sage)
    assert acceptance.peer is not None
    assert (acceptance.peer.id, acceptance.peer.handed_over) == (river, False)
    found = calls.find(river)
    assert found is not None
    assert found[0].handed_over
    assert due_in(live, clock, "handing", call.id) is None
    assert due_in(live, clock, "join", call.id) == 6
    assert due_in(live, clock, "hush", river) == 0.5
    assert asked(calls, call.id) == {"river": Asked.TALKED, "sage": Asked.TALKED}
    assert seen(calls, call.id).sums["accepted"] == 2
