"""Calls back, step by step, against a real Redis: what each step leaves, and until when."""

from __future__ import annotations

from typing import Any

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_callbacks import HOUR, NUMBER, promise, promised
from tests.adapters.test_redis_calls import (
    START,
    HandClock,
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
from warmline.domain.matching import Asked
from warmline.domain.provider import Outbound

__all__ = ["calls", "clock"]


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
