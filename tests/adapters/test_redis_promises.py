"""Calls back, step by step, against a real Redis: what each step leaves, and until when."""

from __future__ import annotations

from typing import Any

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_callbacks import HOUR, NUMBER, calling, promise, promised
from tests.adapters.test_redis_calls import (
    START,
    HandClock,
    arrives,
    calls,
    candidates,
    clock,
    rung,
    waits,
)
from tests.adapters.test_redis_offers import text
from warmline.adapters import redis_callbacks
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish
from warmline.domain.errors import TooLate, TooManyPromised
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


# -- promising ------------------------------------------------------------------------------------


def test_a_call_back_is_a_call_of_its_own_that_nobody_keeps_out(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    first = promise(calls, waits(calls))
    assert first.state is State.MENUS
    assert first.promised
    assert calls.waiting("county") == []
    clock.time += 10
    calls.move(first.id, Event.LEFT)
    clock.time += 60
    (one,) = calls.promised("county")
    back = one.call
    assert (back.state, back.called_back, back.sid) == (State.PROMISED, True, "")
    assert (back.line, back.language, back.number) == ("county", "en", "+16505550100")
    assert (back.received, back.seen) == (START, START)
    assert (back.open, back.keyed, back.round, back.offers, back.tries) == (True, True, 1, 0, 0)
    assert back.row
    assert back.row != first.row
    assert (one.ringing, one.ahead, one.asked) == (0, 0, {})


def test_a_promise_lasts_for_its_time_and_is_given_up_a_minute_before(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = promise(calls, waits(calls))
    (key,) = live.scan_iter("wl:callback:*")
    back = str(key, "utf-8").removeprefix("wl:callback:") if isinstance(key, bytes) else key
    assert 12 * HOUR - 10 < live.ttl(key) <= 12 * HOUR
    assert due_in(live, clock, "callback", back) == 12 * HOUR - 60
    assert live.zscore("wl:promised:county", back) == START + 5 * HOUR
    clock.time += 100
    live.zrem("wl:due", "step|county")
    calls.move(call.id, Event.LEFT)
    assert live.zscore("wl:promised:county", back) == clock.time + 30
    assert due_in(live, clock, "step", "county") == 30


def test_asking_twice_in_one_call_puts_nothing_off(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = promise(calls, waits(calls))
    before = live.zrange("wl:promised:county", 0, -1, withscores=True)
    live.zincrby("wl:promised:county", -5 * HOUR, before[0][0])
    before = live.zrange("wl:promised:county", 0, -1, withscores=True)
    promise(calls, call)
    assert live.zrange("wl:promised:county", 0, -1, withscores=True) == before


def test_who_calls_again_hears_out_before_they_are_called(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    first = promised(calls, clock).call
    again = promise(calls, waits(calls, "CA2"))
    assert live.zscore("wl:promised:county", first.id) == clock.time + 120
    calls.move(again.id, Event.LEFT)
    assert live.zscore("wl:promised:county", first.id) == clock.time + 120


def test_who_asks_again_when_nothing_else_is_due_has_one_promise(
    calls: RedisCalls, live: redis.Redis
) -> None:
    promise(calls, waits(calls))
    again = waits(calls, "CA2")
    for member, _ in live.zscan_iter("wl:due"):
        if not text(member).startswith("callback|"):
            live.zrem("wl:due", member)
    assert not promise(calls, again).promised


def test_numbers_are_compared_once_when_nobody_else_asks_meanwhile(
    calls: RedisCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    promise(calls, waits(calls))
    second = waits(calls, "CA2")
    run, steps = calls._run, []

    def noted(step: str, **arguments: Any) -> Any:
        steps.append(step)
        return run(step, **arguments)

    monkeypatch.setattr(calls, "_run", noted)
    calls.promise(second.id, "+16505550151", Wish(), HOUR)
    assert steps == ["standing", "promise"]


def test_a_promise_that_was_kept_between_comparing_and_asking_is_made_anew(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = waits(calls)
    sealed, phone = calls._read.sealed(Wish()), calls._read.sealed_phone(NUMBER)
    calls._run(
        "promise",
        id=call.id,
        back="back",
        row="row",
        phone=phone,
        sealed=sealed,
        same="kept",
        most=9,
        lasts=3600,
        keep=7200,
    )
    assert [text(key) for key in live.scan_iter("wl:callback:*")] == ["wl:callback:back"]


def test_a_line_promises_so_many_calls_and_no_more(
    calls: RedisCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_callbacks, "MOST_PROMISED", 2)
    for n in range(2):
        calls.promise(waits(calls, f"CA{n}").id, f"+1650555015{n}", Wish(), HOUR)
    third = waits(calls, "CA3")
    with pytest.raises(TooManyPromised):
        calls.promise(third.id, "+16505550153", Wish(), HOUR)
    assert seen(calls, third.id).state is State.WAITING
    assert calls.promise(third.id, "+16505550151", Wish(), HOUR), "who has one may ask again"


def test_nothing_is_promised_in_a_talk_or_to_nobody(calls: RedisCalls, live: redis.Redis) -> None:
    call, _ = talks(calls)
    with pytest.raises(TooLate):
        promise(calls, call)
    assert calls.promise("nobody", NUMBER, Wish(), HOUR) is None
    assert list(live.scan_iter("wl:callback:*")) == []


def test_who_goes_on_waiting_after_all_is_not_called_back_once_they_have_a_peer(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = promise(calls, waits(calls))
    (back,) = live.zrange("wl:promised:county", 0, -1)
    calls.move(call.id, Event.WANTS_PEER)
    calls.accept(rung(calls, call, "river")[0])
    moved = calls.move(call.id, Event.BRIDGED)
    assert moved is not None
    assert not moved.call.promised
    assert calls.peek(str(back, "utf-8") if isinstance(back, bytes) else str(back)) is None
    calls.move(call.id, Event.LEFT)
    clock.time += 300
    assert calls.promised("county") == []


def test_a_promise_is_taken_back_with_the_phones_that_ring_for_it(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    one = promised(calls, clock)
    again, _ = talks(calls, "sage", "CA2")
    (river,) = rung(calls, one.call, "river")
    calls._rate = 1.0
    assert calls.slot("somebody", Outbound.OTHER) is None
    assert calls.reserve(one.call.id, 2, candidates("juniper")) == []
    calls.met(again.id, NUMBER)
    assert live.zscore("wl:slots:wanted", one.call.id) is None
    assert due_in(live, clock, "hush", river) == 0.5
    assert due_in(live, clock, "callback", one.call.id) is None
    for kind in ("call", "asked", "sids", "offers", "callback"):
        assert not live.exists(f"wl:{kind}:{one.call.id}"), kind
    assert calls.presences(["river"])["river"].busy == ""


def test_a_promise_of_another_line_stands(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    one = promised(calls, clock)
    again, _ = talks(calls, "sage", "CA2")
    live.hset(f"wl:callback:{one.call.id}", "line", "valley")
    calls._run("met", id=again.id, same=one.call.id)
    assert live.exists(f"wl:callback:{one.call.id}")
    calls._run("met", id="nobody", same=one.call.id)
    assert live.exists(f"wl:callback:{one.call.id}")


# -- asking a supporter first ---------------------------------------------------------------------


def test_the_longest_promised_is_asked_for_first_and_its_record_lives_on(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    for n in range(2):
        call = waits(calls, f"CA{n}")
        calls.promise(call.id, f"+1650555015{n}", Wish(), 12 * HOUR)
        calls.move(call.id, Event.LEFT)
        clock.time += 29
    assert len(calls.promised("county")) == 1
    clock.time += 1
    first, second = calls.promised("county")
    assert first.call.received < second.call.received
    live.expire(f"wl:call:{first.call.id}", 10)
    rung(calls, first.call, "river")
    (one, _) = calls.promised("county")
    assert (one.ringing, one.asked) == (1, {"river": Asked.RINGING})
    assert live.ttl(f"wl:call:{first.call.id}") > 4 * HOUR


def test_a_line_that_only_promises_is_looked_at_when_the_next_is_due_or_in_a_minute(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    promised(calls, clock)
    calls.settled("step", "county")
    assert due_in(live, clock, "step", "county") == 60
    one = calls.promised("county")[0]
    calls.postpone(one.call.id, clock.time + 1200)
    calls.settled("step", "county")
    assert due_in(live, clock, "step", "county") == 1200


def test_who_said_no_is_not_asked_again_and_who_was_not_reached_is(
    calls: RedisCalls, clock: HandClock
) -> None:
    one = promised(calls, clock).call
    said = {"river": Asked.MISSED, "sage": Asked.PASSED, "juniper": Asked.BUSY}
    for name, what in said.items():
        (leg,) = rung(calls, one, name)
        calls.close(leg, what)
    clock.time += 10
    calls.postpone(one.id, clock.time)
    calls.postpone("nobody", clock.time)
    assert calls.promised("county")[0].asked == {"sage": Asked.PASSED}
    assert set(calls.to_forget()) >= {"CA-river", "CA-sage", "CA-juniper"}


def test_who_was_missed_in_both_rounds_may_be_asked_again_as_well(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    one = promised(calls, clock).call
    for _ in range(2):
        (leg,) = rung(calls, one, "river")
        calls.close(leg, Asked.MISSED)
        clock.time += 60
    assert calls.promised("county")[0].asked == {"river": Asked.GIVEN_UP}
    calls.postpone(one.id, clock.time)
    assert calls.promised("county")[0].asked == {}


def test_a_call_back_waits_behind_live_callers_for_the_provider(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    calls._rate = 1.0
    one = promised(calls, clock).call
    assert calls.reserve(one.id, 1, candidates("river"))
    other = waits(calls, "CA2")
    assert calls.reserve(other.id, 1, candidates("sage")) == []
    assert [rank for _, rank in live.zscan_iter("wl:slots:wanted")] == [other.wanted_at]


def test_two_calls_back_wait_in_the_order_in_which_they_came(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    calls._rate = 1.0
    one = promised(calls, clock).call
    assert calls.reserve(one.id, 1, candidates("river"))
    assert calls.reserve(one.id, 2, candidates("sage")) == []
    assert live.zscore("wl:slots:wanted", one.id) == 1e12 + clock.time


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
