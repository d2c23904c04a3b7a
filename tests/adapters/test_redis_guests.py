"""988 comes into a talk, step by step, against a real Redis: what each step leaves."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_calls import HandClock, calls, candidates, clock, waits
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.beside import GuestTurn
from warmline.domain.call import Event, State
from warmline.domain.live import Note
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]

SID = "CA-988"


def asks(calls: RedisCalls) -> tuple[str, str]:
    """A caller has said yes: 988 is to come. The call and the supporter's phone."""
    call, leg = talks(calls)
    calls.move(call.id, Event.PROPOSED, Note(proposal="crisis"), lead=True)
    assert calls.move(call.id, Event.BRINGS_CRISIS) is not None
    calls.settled("fetch", call.id)
    return call.id, leg


def comes(calls: RedisCalls) -> tuple[str, str]:
    """988 has picked up."""
    call, leg = asks(calls)
    assert calls.claim_guest(call)[0] is GuestTurn.RING
    assert calls.guest_rings(call, SID, 45)
    assert calls.guest_rings(call, SID, 45, here=True)
    return call, leg


def alone(calls: RedisCalls) -> str:
    """The supporter has left caller and 988 together, and they are led there."""
    call, leg = comes(calls)
    calls.leg_ended(leg, Asked.MISSED)
    assert calls.claim_guest(call)[0] is GuestTurn.STAY
    calls.guest_done(call, GuestTurn.STAY)
    return call


def guest(calls: RedisCalls, call: str) -> str:
    return seen(calls, call).guest


def test_988_is_wanted_at_once_in_the_room_of_the_talk_which_is_a_hard_one(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = asks(calls)
    known = seen(calls, call)
    assert (known.state, known.guest, known.guest_room) == (State.TALKING, "wanted", leg)
    assert due_in(live, clock, "guest", call) == 0
    found = calls.find(leg)
    assert found is not None
    assert found[0].hard


def test_one_worker_rings_it_and_another_looks_where_it_is_after_four_seconds(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = asks(calls)
    turn, known = calls.claim_guest(call)
    assert turn is GuestTurn.RING
    assert known is not None
    assert due_in(live, clock, "guest", call) == 4
    clock.time += 3.9
    assert calls.claim_guest(call)[0] is GuestTurn.NOTHING
    assert round(due_in(live, clock, "guest", call) or 0, 1) == 0.1
    clock.time += 0.1
    assert calls.claim_guest(call)[0] is GuestTurn.FIND, "it may ring: it is not rung twice"
    assert due_in(live, clock, "guest", call) == 4


def test_it_rings_for_its_seconds_and_is_then_said_not_to_have_come(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = asks(calls)
    calls.claim_guest(call)
    live.expire(f"wl:sids:{call}", 10)
    assert calls.guest_rings(call, SID, 45)
    assert live.ttl(f"wl:sids:{call}") > 4 * 3600
    assert (guest(calls, call), seen(calls, call).guest_sid) == ("rung", SID)
    assert due_in(live, clock, "guest", call) == 45
    clock.time += 44
    assert calls.claim_guest(call)[0] is GuestTurn.NOTHING
    assert due_in(live, clock, "guest", call) == 1
    clock.time += 1
    assert calls.claim_guest(call)[0] is GuestTurn.ABSENT
    assert guest(calls, call) == "absent"
    assert due_in(live, clock, "guest", call) == 4, "until it has been said"
    calls.guest_done(call, GuestTurn.ABSENT)
    assert guest(calls, call) == ""
    assert due_in(live, clock, "guest", call) is None


def test_when_it_has_picked_up_nothing_is_due(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = comes(calls)
    assert guest(calls, call) == "here"
    assert due_in(live, clock, "guest", call) is None
    assert calls.claim_guest(call)[0] is GuestTurn.NOTHING
    assert due_in(live, clock, "guest", call) is None
    assert calls.guest_rings(call, SID, 45, here=True), "a second report of the same phone"
    assert not calls.guest_rings(call, "CA-other", 45), "another phone is not wanted"
    assert 0 < live.ttl(f"wl:sids:{call}") <= 5 * 3600


def test_it_is_rung_three_times_at_most(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = asks(calls)
    for _ in range(3):
        assert calls.claim_guest(call)[0] is GuestTurn.RING
        calls.guest_not_rung(call, 1)
        assert guest(calls, call) == "wanted"
        assert due_in(live, clock, "guest", call) == 1
        assert calls.claim_guest(call)[0] is GuestTurn.NOTHING, "not before a second has passed"
        clock.time += 1
    assert calls.claim_guest(call)[0] is GuestTurn.ABSENT


def test_when_it_cannot_be_rung_at_all_that_is_said_at_once(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = asks(calls)
    calls.claim_guest(call)
    calls.guest_not_rung(call, None)
    assert guest(calls, call) == "absent"
    assert due_in(live, clock, "guest", call) == 0
    assert calls.claim_guest(call)[0] is GuestTurn.ABSENT


def test_a_phone_that_rings_though_the_provider_said_no_is_welcome(calls: RedisCalls) -> None:
    call, _ = asks(calls)
    calls.claim_guest(call)
    calls.guest_not_rung(call, 1)
    assert calls.guest_rings(call, SID, 45, here=True)
    assert guest(calls, call) == "here"


def test_988_leaves_before_anybody_has_told_the_two_that_they_are_together(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = comes(calls)
    calls.leg_ended(leg, Asked.MISSED)
    assert calls.guest_gone(call, SID) is not None
    assert due_in(live, clock, "guest", call) is None
    assert due_in(live, clock, "fetch", call) == 2


def test_a_caller_who_leaves_takes_988_out_of_the_queue_for_the_provider(
    calls: RedisCalls, live: redis.Redis
) -> None:
    calls._rate = 1.0
    call, _ = asks(calls)
    assert calls.claim_guest(call)[0] is GuestTurn.NOTHING
    assert live.zscore("wl:slots:wanted", call) is not None
    calls.move(call, Event.LEFT)
    assert live.zscore("wl:slots:wanted", call) is None


def test_a_late_word_that_it_was_not_rung_changes_nothing(calls: RedisCalls) -> None:
    call, _ = comes(calls)
    calls.guest_not_rung(call, None)
    calls.guest_not_rung("nobody", None)
    assert guest(calls, call) == "here"


def test_it_goes_before_everybody_else_who_waits_for_the_provider(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    calls._rate = 1.0
    call, _ = asks(calls)
    other = waits(calls, "CA2")
    assert calls.reserve(other.id, 1, candidates("sage")) == []
    assert calls.claim_guest(call)[0] is GuestTurn.NOTHING
    assert due_in(live, clock, "guest", call) == 1
    clock.time += 1
    assert calls.reserve(other.id, 1, candidates("sage")) == []
    assert calls.claim_guest(call)[0] is GuestTurn.RING


def test_whoever_is_with_the_caller_may_let_it_go_when_they_are_back(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = comes(calls)
    assert calls.let_guest_go(call)
    assert guest(calls, call) == "dismissed"
    assert due_in(live, clock, "guest", call) == 6
    assert not calls.let_guest_go(call)
    assert calls.claim_guest(call)[0] is GuestTurn.DISMISSED
    calls.guest_done(call, GuestTurn.DISMISSED)
    assert guest(calls, call) == ""


@pytest.mark.parametrize("event", [Event.PEER_STAR, Event.PROPOSED, Event.LEFT])
def test_whoever_ends_the_talk_or_begins_anew_lets_it_go_at_once(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, event: Event
) -> None:
    call, _ = comes(calls)
    calls.move(call, event)
    assert guest(calls, call) == "dismissed"
    assert due_in(live, clock, "guest", call) == 0


def test_a_caller_who_presses_star_keeps_it(calls: RedisCalls) -> None:
    call, _ = comes(calls)
    for event in (Event.STAR, Event.COMES_BACK):
        calls.move(call, event)
        assert guest(calls, call) == "here"


def test_a_talk_without_it_has_nobody_to_let_go(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = talks(calls)
    calls.move(call.id, Event.LEFT)
    assert guest(calls, call.id) == ""
    assert due_in(live, clock, "guest", call.id) is None
    calls.deadline("guest", call.id, clock.time)
    assert calls.claim_guest(call.id)[0] is GuestTurn.NOTHING
    assert due_in(live, clock, "guest", call.id) is None
    assert calls.claim_guest("nobody")[0] is GuestTurn.NOTHING
    assert not calls.let_guest_go("nobody")


def test_the_supporter_leaves_caller_and_988_together(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = comes(calls)
    clock.time += 60
    calls.leg_ended(leg, Asked.MISSED)
    known = seen(calls, call)
    assert (known.state, known.guest, known.again) == (State.CRISIS, "here", "")
    found = calls.look(call)
    assert found is not None
    assert found.asked == {"river": Asked.DROPPED}
    assert due_in(live, clock, "guest", call) == 0
    assert due_in(live, clock, "fetch", call) is None, "nobody fetches them out of the room"
    assert not calls.let_guest_go(call)
    rest = calls.presences(["river"])["river"].rest_until - clock.time
    assert round(rest) == 15 * 60
    assert calls.claim_guest(call)[0] is GuestTurn.STAY
    assert due_in(live, clock, "guest", call) == 4
    calls.guest_done(call, GuestTurn.STAY)
    assert guest(calls, call) == "alone"
    assert calls.claim_guest(call)[0] is GuestTurn.NOTHING
    assert due_in(live, clock, "guest", call) is None
    assert calls.guest_rings(call, SID, 45, here=True)


def test_when_the_two_have_ended_the_caller_is_taken_back_to_where_they_can_choose(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = alone(calls)
    assert calls.guest_gone(call, "CA-other") is None
    gone = calls.guest_gone(call, SID)
    assert gone is not None
    assert gone.guest == ""
    assert due_in(live, clock, "fetch", call) == 2
    assert calls.guest_gone(call, SID) is None, "once"


def test_when_988_leaves_a_talk_the_talk_goes_on(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = comes(calls)
    assert calls.guest_gone(call, SID) is not None
    assert (guest(calls, call), seen(calls, call).state) == ("", State.TALKING)
    assert due_in(live, clock, "guest", call) is None
    assert due_in(live, clock, "fetch", call) is None


@pytest.mark.parametrize("known", [True, False])
def test_a_phone_that_ends_before_it_was_picked_up_did_not_come(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, known: bool
) -> None:
    call, _ = asks(calls)
    calls.claim_guest(call)
    calls.guest_rings(call, SID, 45)
    assert calls.guest_gone(call, SID if known else "") is not None
    assert guest(calls, call) == "absent"
    assert due_in(live, clock, "guest", call) == 0


def test_a_word_of_the_end_may_come_before_we_know_the_phone(calls: RedisCalls) -> None:
    call, _ = asks(calls)
    calls.claim_guest(call)
    assert calls.guest_gone(call, SID) is not None
    assert guest(calls, call) == "absent"


def test_988_rings_for_a_call_that_has_ended_and_is_not_wanted(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = asks(calls)
    calls.claim_guest(call)
    calls.move(call, Event.LEFT)
    assert not calls.guest_rings(call, SID, 45)
    assert SID in calls.to_forget()
    assert not calls.guest_rings("nobody", "CA-lost", 45)
    assert "CA-lost" in calls.to_forget()


def test_its_phone_is_deleted_at_the_provider_with_the_others_and_in_the_end_anyway(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = comes(calls)
    clock.time += 60
    assert SID not in calls.to_forget()
    clock.time += 5 * 3600
    assert SID in calls.to_forget()
    clock.time -= 5 * 3600
    calls.move(call, Event.LEFT)
    assert SID in calls.to_forget()


def test_it_is_asked_for_anew_as_if_it_had_never_been_there(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = comes(calls)
    calls.guest_gone(call, SID)
    for event in (Event.PROPOSED, Event.BRINGS_CRISIS):
        calls.move(call, event, Note(proposal="crisis"))
    assert (guest(calls, call), seen(calls, call).guest_sid) == ("wanted", "")
    assert calls.claim_guest(call)[0] is GuestTurn.RING
    assert calls.guest_rings(call, "CA-again", 45)


def test_what_was_done_too_late_changes_nothing(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = comes(calls)
    calls.guest_done(call, GuestTurn.ABSENT)
    assert guest(calls, call) == "here"
    calls.deadline("guest", "nobody", clock.time)
    calls.guest_done("nobody", GuestTurn.ABSENT)
    assert due_in(live, clock, "guest", "nobody") is None
