"""Who is called back is rung, and reached or not: what each step leaves, against a real Redis."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import due_in, seen
from tests.adapters.test_redis_callbacks import HOUR, NUMBER, calling, promised
from tests.adapters.test_redis_calls import (
    HandClock,
    arrives,
    calls,
    clock,
    rung,
    waits,
)
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.errors import TooLate
from warmline.domain.live import DialBack, LiveCall
from warmline.domain.matching import Asked
from warmline.domain.provider import Outbound

__all__ = ["calls", "clock"]


def ready(calls: RedisCalls, clock: HandClock) -> tuple[LiveCall, str]:
    """River has pressed 1 for a call back; nobody has rung the caller's phone yet."""
    call = promised(calls, clock).call
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    return call, leg


# -- ringing the caller's phone -------------------------------------------------------------------


def test_the_caller_s_phone_is_rung_by_whoever_comes_within_six_seconds(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = ready(calls, clock)
    assert due_in(live, clock, "call", call.id) == 6
    assert due_in(live, clock, "join", call.id) is None, "they are not there yet"
    clock.time += 5
    assert calls.promised("county") == [], "somebody has taken it"
    turn = calls.claim_back(call.id)
    assert (turn.what, turn.phone) == (DialBack.RING, NUMBER)
    assert due_in(live, clock, "call", call.id) == 4
    clock.time += 3.9
    assert calls.claim_back(call.id).what is DialBack.NOTHING
    assert round(due_in(live, clock, "call", call.id) or 0, 1) == 0.1
    clock.time += 0.1
    assert calls.claim_back(call.id).what is DialBack.TROUBLE


def test_while_it_rings_there_is_nothing_to_do_and_then_it_is_late(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    assert due_in(live, clock, "call", back) == 30
    clock.time += 29
    calls.deadline("call", back, clock.time)
    assert calls.claim_back(back).what is DialBack.NOTHING
    assert due_in(live, clock, "call", back) == 1
    clock.time += 1
    assert calls.claim_back(back).what is DialBack.LATE


def test_nobody_is_rung_for_a_call_back_that_is_not_wanted_now(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    one = promised(calls, clock).call
    calls.deadline("call", one.id, clock.time)
    assert calls.claim_back(one.id).what is DialBack.NOTHING
    assert due_in(live, clock, "call", one.id) is None
    calls.deadline("call", "nobody", clock.time)
    assert calls.claim_back("nobody").what is DialBack.NOTHING
    assert due_in(live, clock, "call", "nobody") is None


def test_nobody_is_rung_when_the_supporter_has_left_meanwhile(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, leg = ready(calls, clock)
    calls.leg_ended(leg, Asked.MISSED)
    assert calls.claim_back(call.id).what is DialBack.TROUBLE


def test_the_caller_s_phone_waits_for_the_provider_too(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = ready(calls, clock)
    calls._rate = 1.0
    assert calls.claim_back(call.id).what is DialBack.RING
    calls.not_rung(call.id, 0.2)
    assert due_in(live, clock, "call", call.id) == 0.2
    clock.time += 0.2
    assert calls.claim_back(call.id).what is DialBack.NOTHING
    assert round(due_in(live, clock, "call", call.id) or 0, 1) == 0.8
    assert live.zscore("wl:slots:wanted", call.id) == 1e12 + clock.time
    clock.time += 0.8
    assert calls.claim_back(call.id).what is DialBack.RING


def test_a_late_no_of_the_provider_changes_nothing(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    calls.not_rung(back, 1)
    calls.not_rung("nobody", 1)
    assert due_in(live, clock, "call", back) == 30
    one = waits(calls, "CA2")
    calls.not_rung(one.id, 1)
    assert due_in(live, clock, "call", one.id) is None


def test_a_second_phone_for_one_call_back_is_not_wanted(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    assert calls.known("CA-back") == back
    live.expire(f"wl:sids:{back}", 10)
    assert calls.rung_back(back, "CA-back", 20, picked_up=True), "reported twice"
    assert live.ttl(f"wl:sids:{back}") > 4 * HOUR
    assert due_in(live, clock, "call", back) == 20
    assert not calls.rung_back(back, "CA-other", 30)
    calls.rung_back(back, "CA-back", 30, picked_up=True)
    clock.time += 5 * HOUR
    assert "CA-other" in calls.to_forget()


def test_a_phone_that_gave_way_to_another_is_deleted_with_the_call(
    calls: RedisCalls, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    assert calls.rung_back(back, "CA-ghost", 40, picked_up=True), "somebody is on it"
    calls.reached(back, "CA-ghost", 90)
    calls.move(back, Event.LEFT)
    assert {"CA-back", "CA-ghost"} <= set(calls.to_forget())


def test_whoever_was_not_reached_stands_in_no_queue_for_the_provider(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = ready(calls, clock)
    calls._rate = 1.0
    assert calls.slot("somebody", Outbound.OTHER) is None
    assert calls.claim_back(call.id).what is DialBack.NOTHING
    assert live.zscore("wl:slots:wanted", call.id) is not None
    calls.unreached(call.id, "", 2, 60, tried=False)
    assert live.zscore("wl:slots:wanted", call.id) is None


def test_a_phone_that_is_picked_up_has_time_for_a_key(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    clock.time += 10
    assert calls.rung_back(back, "CA-back", 40, picked_up=True)
    assert due_in(live, clock, "call", back) == 40
    clock.time += 30
    assert calls.claim_back(back).what is DialBack.NOTHING
    for key in (f"sids:{back}", "sid:CA-back"):
        assert 4 * HOUR < live.ttl(f"wl:{key}") <= 5 * HOUR


def test_a_phone_that_rings_for_a_call_back_that_is_over_is_deleted(
    calls: RedisCalls, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    calls.unreached(back, "CA-back", 1, 1200)
    assert seen(calls, back).state is State.ENDED
    assert not calls.rung_back(back, "CA-late", 30)
    assert not calls.rung_back("nobody", "CA-lost", 30)
    assert {"CA-late", "CA-lost"} <= set(calls.to_forget())


def test_a_phone_of_which_we_never_hear_again_is_deleted_in_the_end(
    calls: RedisCalls, clock: HandClock
) -> None:
    calling(calls, clock)
    clock.time += 60
    assert "CA-back" not in calls.to_forget()
    clock.time += 5 * HOUR
    assert "CA-back" in calls.to_forget()


# -- reached, or not ------------------------------------------------------------------------------


def test_whoever_presses_1_is_a_caller_like_any_other_from_then_on(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    live.expire(f"wl:call:{back}", 10)
    clock.time += 20
    moved = calls.reached(back, "CA-back", 90)
    assert moved is not None
    assert (moved.call.reached, moved.call.wanted_at, moved.call.seen) == (
        True,
        clock.time,
        clock.time,
    )
    assert due_in(live, clock, "join", back) == 30
    assert due_in(live, clock, "gone", back) == 90
    assert due_in(live, clock, "call", back) is None
    assert due_in(live, clock, "callback", back) is None
    assert live.zscore("wl:promised:county", back) is None
    assert live.ttl(f"wl:call:{back}") > 4 * HOUR
    calls.move(back, Event.BRIDGED)
    calls.move(back, Event.LEFT)
    assert "CA-back" in calls.to_forget()


def test_whoever_presses_1_without_a_supporter_waits_before_everybody_and_joins_nobody(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, river = calling(calls, clock)
    calls.leg_ended(river, Asked.MISSED)
    other = waits(calls, "CA2")
    clock.time += 10
    moved = calls.reached(back, "CA-back", 90)
    assert moved is not None
    assert (moved.call.state, moved.call.wanted_at) == (State.WAITING, clock.time)
    assert due_in(live, clock, "join", back) is None
    assert [one.call.id for one in calls.waiting("county")] == [back, other.id]
    assert calls.reached("nobody", "CA-back", 90) is None


def test_whoever_presses_1_when_it_was_given_up_is_too_late(
    calls: RedisCalls, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    calls.unreached(back, "CA-back", 1, 1200)
    with pytest.raises(TooLate):
        calls.reached(back, "CA-back", 90)
    with pytest.raises(TooLate):
        calls.reached(arrives(calls, "CA2").id, "CA2", 90)


def test_a_try_in_vain_is_followed_by_another_when_it_is_time(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    for one in calls.due():
        calls.struck(one)
    clock.time += 60
    moved = calls.unreached(back, "CA-back", 2, 1200)
    assert moved is not None
    assert (moved.call.state, moved.call.tries, moved.call.sid) == (State.PROMISED, 1, "")
    assert (moved.call.again, moved.call.leg) == ("", "")
    assert live.zscore("wl:promised:county", back) == clock.time + 1200
    assert due_in(live, clock, "call", back) is None
    assert calls.known("CA-back") is None
    assert {"CA-back", "CA-river"} <= set(calls.to_forget())
    assert live.hget(f"wl:callback:{back}", "tries") == b"1"
    clock.time += 1200
    live.delete(f"wl:call:{back}")
    (again,) = [row.call for row in calls.promised("county")]
    assert again.tries == 1, "also when its record has gone meanwhile"


def test_the_line_is_looked_at_when_the_next_try_is_due(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, river = calling(calls, clock)
    calls.leg_ended(river, Asked.MISSED)
    live.zrem("wl:due", "step|county")
    assert seen(calls, back).again == "river"
    calls.unreached(back, "CA-back", 2, 1200)
    assert due_in(live, clock, "step", "county") == 1200
    assert seen(calls, back).again == "", "who has left is not rung in their rest"


def test_after_a_try_in_vain_the_first_dials_are_forgotten(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = ready(calls, clock)
    for _ in range(3):
        assert calls.claim_back(call.id).what is DialBack.RING
        calls.not_rung(call.id, 1)
        clock.time += 1
    calls.unreached(call.id, "", 2, 60, tried=False)
    clock.time += 60
    (leg,) = rung(calls, call, "sage")
    calls.accept(leg)
    assert calls.claim_back(call.id).what is DialBack.RING


def test_a_call_back_whose_number_is_gone_is_given_up_after_any_try(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    live.delete(f"wl:callback:{back}")
    moved = calls.unreached(back, "CA-back", 2, 1200)
    assert moved is not None
    assert moved.call.state is State.ENDED
    assert not live.exists(f"wl:callback:{back}"), "no part of it is begun anew"


def test_the_end_of_a_phone_that_we_did_not_know_is_that_of_this_call(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = ready(calls, clock)
    calls.claim_back(call.id)
    moved = calls.unreached(call.id, "CA-unheard-of", 2, 1200)
    assert moved is not None
    assert moved.call.tries == 1
    assert calls.unreached("nobody", "CA-back", 2, 1200) is None


def test_twelve_hours_are_up_while_the_phone_rings_and_it_is_looked_at_two_minutes_later(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    assert calls.expire(back) is None
    assert due_in(live, clock, "callback", back) == 120


def test_nothing_runs_out_for_whoever_was_reached(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    calls.reached(back, "CA-back", 90)
    for call in (back, "nobody"):
        calls.deadline("callback", call, clock.time)
        assert calls.expire(call) is None
        assert due_in(live, clock, "callback", call) is None
    assert seen(calls, back).state is State.JOINING
