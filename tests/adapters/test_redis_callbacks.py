"""The judge on calls back: races, repeats, lateness, and what is left of the number."""

from __future__ import annotations

from typing import Any

import pytest
import redis

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
from tests.leaks.search import everything_in, finds
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish
from warmline.domain.errors import TooLate
from warmline.domain.live import Accepted, DialBack, Due, LiveCall, Moved, Waiting
from warmline.domain.matching import Asked
from warmline.domain.provider import Trouble

__all__ = ["calls", "clock"]

NUMBER = "+16505550150"
HOUR = 3600.0


def promise(calls: RedisCalls, call: LiveCall, avoid: tuple[str, ...] = ()) -> LiveCall:
    moved = calls.promise(call.id, NUMBER, Wish(avoid=frozenset(avoid)), 12 * HOUR)
    assert moved is not None
    return moved.call


def promised(calls: RedisCalls, clock: HandClock, sid: str = "CA1") -> Waiting:
    """Somebody has asked to be called back, and put the phone down a minute ago."""
    call = promise(calls, waits(calls, sid))
    calls.move(call.id, Event.LEFT)
    clock.time += 60
    return calls.promised("county")[-1]


def calling(calls: RedisCalls, clock: HandClock) -> tuple[str, str]:
    """River has pressed 1, and the caller's phone rings."""
    one = promised(calls, clock)
    (river,) = rung(calls, one.call, "river")
    assert calls.accept(river).call.state is State.CALLING  # type: ignore[union-attr]  # it is there
    assert calls.claim_back(one.call.id).phone == NUMBER
    assert calls.rung_back(one.call.id, "CA-back", 30)
    return one.call.id, river


def test_a_call_back_that_the_provider_takes_ends_its_refusal(
    calls: RedisCalls, clock: HandClock
) -> None:
    one, _ = calling(calls, clock)
    calls.trouble(Trouble.REFUSED, "20005")
    assert calls.troubles().refused == 1
    calls.rung_back(one, "CA-back", 30)
    assert calls.troubles().refused == 0


def numbers_in(calls: RedisCalls, live: redis.Redis) -> list[str]:
    """Where the number is, in any form; and whether it lies there sealed."""
    found = finds([NUMBER], {"store": everything_in(live)})
    return found + [str(key) for key in live.scan_iter("wl:callback:*")]


def test_nobody_is_asked_before_the_phone_is_put_down(calls: RedisCalls, clock: HandClock) -> None:
    call = promise(calls, waits(calls))
    assert call.state is State.MENUS
    clock.time += 300
    assert calls.promised("county") == []
    calls.move(call.id, Event.LEFT)
    assert calls.promised("county") == []
    clock.time += 31
    (one,) = calls.promised("county")
    assert one.call.called_back
    assert one.call.id != call.id


def test_the_two_calls_are_not_tied_together_once_the_first_has_ended(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    one = promised(calls, clock)
    (first,) = [key for key in live.scan_iter("wl:call:*") if one.call.id not in str(key)]
    assert one.call.id.encode() not in live.hgetall(first).values()


def test_asking_twice_is_one_promise(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    call = promise(calls, waits(calls))
    promise(calls, call)
    assert len(list(live.scan_iter("wl:callback:*"))) == 1


def test_who_calls_again_and_asks_again_is_promised_one_call(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    """And whoever shows somebody else's number cannot let that phone ring without end."""
    first = promised(calls, clock)
    for sid in ("CA2", "CA3"):
        again = promise(calls, waits(calls, sid), avoid=(f"not for {sid}",))
        assert again.state is State.MENUS
        assert not again.promised, "it is counted once"
        calls.move(again.id, Event.LEFT)
    assert len(list(live.scan_iter("wl:callback:*"))) == 1
    assert calls.promised("county") == [], "not while they may still be on the phone"
    clock.time += 120
    (one,) = calls.promised("county")
    assert one.call.id == first.call.id
    assert one.call.wish.avoid == {"not for CA2", "not for CA3"}


def test_who_asks_again_after_a_try_has_one_try_left(calls: RedisCalls, clock: HandClock) -> None:
    back, _ = calling(calls, clock)
    promise(calls, waits(calls, "CA2"))
    assert calls.unreached(back, "CA-back", 2, 20 * 60).call.tries == 1  # type: ignore[union-attr]  # it is there
    promise(calls, waits(calls, "CA3"))
    clock.time += 121
    assert calls.promised("county") == [], "twenty minutes stay twenty minutes"
    clock.time += 20 * 60
    (one,) = calls.promised("county")
    assert one.call.tries == 1


def test_two_who_ask_at_once_are_compared_with_each_other(
    calls: RedisCalls, clock: HandClock, live: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = waits(calls, "CA1"), waits(calls, "CA2")
    asked = calls._run

    def and_meanwhile(step: str, **arguments: Any) -> Any:
        if step == "promise" and arguments["id"] == first.id:
            monkeypatch.setattr(calls, "_run", asked)
            promise(calls, second)
        return asked(step, **arguments)

    monkeypatch.setattr(calls, "_run", and_meanwhile)
    promise(calls, first)
    assert len(list(live.scan_iter("wl:callback:*"))) == 1


def test_who_dials_again_and_meets_a_peer_is_not_called_back(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    promised(calls, clock)
    again = waits(calls, "CA2")
    calls.met(again.id, NUMBER)
    assert len(list(live.scan_iter("wl:callback:*"))) == 1, "waiting is not meeting"
    (river,) = rung(calls, again, "river")
    calls.accept(river)
    calls.move(again.id, Event.BRIDGED)
    calls.met(again.id, "+16505550151")
    assert len(list(live.scan_iter("wl:callback:*"))) == 1, "nor is somebody else's talk"
    calls.met(again.id, NUMBER)
    assert numbers_in(calls, live) == []
    assert calls.promised("county") == []


def test_a_phone_that_rings_for_a_call_back_rings_to_its_end(
    calls: RedisCalls, clock: HandClock
) -> None:
    back, _ = calling(calls, clock)
    again = waits(calls, "CA2")
    (sage,) = rung(calls, again, "sage")
    calls.accept(sage)
    calls.move(again.id, Event.BRIDGED)
    calls.met(again.id, NUMBER)
    moved = calls.reached(back, "CA-back", 90)
    assert moved is not None
    assert moved.call.state is State.JOINING


def test_whoever_is_not_wanted_stays_so(calls: RedisCalls, clock: HandClock) -> None:
    call = promise(calls, waits(calls), avoid=("sage",))
    calls.move(call.id, Event.LEFT)
    clock.time += 60
    assert calls.promised("county")[0].call.wish.avoid == {"sage"}


def test_the_number_lies_sealed_for_twelve_hours_and_not_longer(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    one = promised(calls, clock)
    assert finds([NUMBER], {"store": everything_in(live)}) == []
    assert 0 < live.ttl(f"wl:callback:{one.call.id}") <= 12 * HOUR
    assert ("callback", one.call.id) not in {(due.kind, due.id) for due in calls.due()}
    clock.time += 12 * HOUR
    assert ("callback", one.call.id) in {(due.kind, due.id) for due in calls.due()}
    moved = calls.expire(one.call.id)
    assert moved is not None
    assert moved.call.state is State.ENDED
    assert numbers_in(calls, live) == []
    assert live.zcard("wl:promised:county") == 0


def test_two_promises_look_alike_in_the_store(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    for number in (NUMBER, "+12025550101"):
        call = waits(calls, f"CA{number}")
        calls.promise(call.id, number, Wish(), 12 * HOUR)
    lengths = {len(live.hget(key, "phone") or b"") for key in live.scan_iter("wl:callback:*")}
    assert len(lengths) == 1
    assert lengths != {0}


def test_a_promise_outlives_its_live_record(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    """A machine that was off for six hours: the record has expired, the promise has not."""
    one = promised(calls, clock)
    live.delete(f"wl:call:{one.call.id}")
    (again,) = calls.promised("county")
    assert again.call.id == one.call.id
    assert again.call.state is State.PROMISED
    assert live.ttl(f"wl:call:{one.call.id}") <= 5 * HOUR


def test_a_promise_that_nobody_looked_at_for_long_is_counted_when_it_runs_out(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    """Closed for eleven hours: the record has expired, and the number is about to."""
    one = promised(calls, clock)
    live.delete(f"wl:call:{one.call.id}")
    seconds = live.ttl(f"wl:callback:{one.call.id}")
    clock.time += seconds - 10
    assert ("callback", one.call.id) in {(due.kind, due.id) for due in calls.due()}
    moved = calls.expire(one.call.id)
    assert moved is not None
    assert moved.call.state is State.ENDED
    assert numbers_in(calls, live) == []
    assert live.zcard("wl:promised:county") == 0


def test_a_promise_that_the_store_has_lost_is_struck_off(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    one = promised(calls, clock)
    live.delete(f"wl:call:{one.call.id}", f"wl:callback:{one.call.id}")
    assert calls.promised("county") == []
    assert live.zcard("wl:promised:county") == 0


def test_two_supporters_accept_and_one_of_them_calls(calls: RedisCalls, clock: HandClock) -> None:
    one = promised(calls, clock)
    river, sage = rung(calls, one.call, "river", "sage")
    assert calls.accept(river).outcome is Accepted.JOINED
    assert calls.accept(sage).outcome is Accepted.TAKEN


def test_the_phone_is_rung_by_one_worker(calls: RedisCalls, clock: HandClock) -> None:
    one = promised(calls, clock)
    (river,) = rung(calls, one.call, "river")
    calls.accept(river)
    assert calls.claim_back(one.call.id).what is DialBack.RING
    assert calls.claim_back(one.call.id).what is DialBack.NOTHING
    assert repr(calls.claim_back(one.call.id)).find(NUMBER) == -1


def test_a_worker_that_died_while_it_asked_for_the_phone_is_no_try(
    calls: RedisCalls, clock: HandClock
) -> None:
    """It may ring: it is not rung twice, the supporter is let go, and it is tried later."""
    one = promised(calls, clock)
    (river,) = rung(calls, one.call, "river")
    calls.accept(river)
    calls.claim_back(one.call.id)
    clock.time += 4.1
    assert calls.claim_back(one.call.id).what is DialBack.TROUBLE
    moved = calls.unreached(one.call.id, "", 2, 300, tried=False)
    assert moved is not None
    assert (moved.call.state, moved.call.tries) == (State.PROMISED, 0)
    assert moved.peer is not None
    assert calls.presences(["river"])["river"].busy == ""


def test_a_phone_that_rang_all_the_same_and_in_which_1_is_pressed_is_not_dropped(
    calls: RedisCalls, clock: HandClock
) -> None:
    one = promised(calls, clock)
    (river,) = rung(calls, one.call, "river")
    calls.accept(river)
    calls.claim_back(one.call.id)
    calls.unreached(one.call.id, "", 2, 300, tried=False)
    calls.rung_back(one.call.id, "CA-ghost", 30, picked_up=True)
    moved = calls.reached(one.call.id, "CA-ghost", 90)
    assert moved is not None
    assert moved.call.state is State.WAITING
    assert calls.known("CA-ghost") == one.call.id


def test_the_provider_says_no_and_is_asked_three_times(calls: RedisCalls, clock: HandClock) -> None:
    one = promised(calls, clock)
    (river,) = rung(calls, one.call, "river")
    calls.accept(river)
    for _ in range(3):
        assert calls.claim_back(one.call.id).what is DialBack.RING
        calls.not_rung(one.call.id, 1)
        clock.time += 1
    assert calls.claim_back(one.call.id).what is DialBack.TROUBLE


def test_the_number_is_erased_when_1_is_pressed(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    back, river = calling(calls, clock)
    moved = calls.reached(back, "CA-back", 90)
    assert moved is not None
    assert (moved.call.state, moved.call.leg) == (State.JOINING, river)
    assert numbers_in(calls, live) == []
    assert not {"callback", "call"} & {due.kind for due in all_due(calls, clock)}


def all_due(calls: RedisCalls, clock: HandClock) -> list[Due]:
    clock.time += 24 * HOUR
    return list(calls.due())


def test_pressing_1_twice_is_too_late_for_a_second_time(
    calls: RedisCalls, clock: HandClock
) -> None:
    back, _river = calling(calls, clock)
    calls.reached(back, "CA-back", 90)
    with pytest.raises(TooLate):
        calls.reached(back, "CA-back", 90)


def test_the_number_is_erased_after_the_second_try(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    back, _river = calling(calls, clock)
    first = calls.unreached(back, "CA-back", 2, 1200)
    assert first is not None
    assert (first.call.state, first.call.tries, first.call.sid) == (State.PROMISED, 1, "")
    assert calls.promised("county") == []
    clock.time += 1201
    (one,) = calls.promised("county")
    (river,) = rung(calls, one.call, "river")
    calls.accept(river)
    calls.claim_back(back)
    calls.rung_back(back, "CA-second", 30)
    last = calls.unreached(back, "CA-second", 2, 1200)
    assert last is not None
    assert last.call.state is State.ENDED
    assert numbers_in(calls, live) == []
    clock.time += 1
    assert {"CA-back", "CA-second"} <= set(calls.to_forget())


def test_a_try_is_no_miss_and_no_rest(calls: RedisCalls, clock: HandClock) -> None:
    back, river = calling(calls, clock)
    calls.unreached(back, "CA-back", 2, 1200)
    calls.leg_ended(river, Asked.MISSED)
    presence = calls.presences(["river"])["river"]
    assert (presence.misses, presence.calls, presence.busy) == (0, 0, "")
    assert presence.rest_until <= clock.time


def test_a_late_report_of_the_first_try_does_not_end_the_second(
    calls: RedisCalls, clock: HandClock
) -> None:
    back, _river = calling(calls, clock)
    calls.unreached(back, "CA-back", 2, 10)
    clock.time += 11
    (one,) = calls.promised("county")
    (river,) = rung(calls, one.call, "river")
    calls.accept(river)
    calls.claim_back(back)
    calls.rung_back(back, "CA-second", 30)
    with pytest.raises(TooLate):
        calls.unreached(back, "CA-back", 2, 10)


def test_whoever_picks_up_after_the_supporter_has_left_is_first_in_line(
    calls: RedisCalls, clock: HandClock
) -> None:
    back, river = calling(calls, clock)
    ended = calls.leg_ended(river, Asked.MISSED)
    assert isinstance(ended, Moved)
    assert ended.call.state is State.CALLING
    waits(calls, "CA2")
    moved = calls.reached(back, "CA-back", 90)
    assert moved is not None
    assert moved.call.state is State.WAITING
    assert moved.call.again == "river"
    assert calls.waiting("county")[0].call.id == back


def test_nobody_is_reserved_for_a_call_back_while_somebody_waits(
    calls: RedisCalls, clock: HandClock
) -> None:
    one = promised(calls, clock)
    waits(calls, "CA2")
    assert calls.reserve(one.call.id, 1, candidates("river")) == []


def test_a_phone_that_rings_for_a_call_back_falls_silent_for_who_begins_to_wait(
    calls: RedisCalls, clock: HandClock
) -> None:
    one = promised(calls, clock)
    rung(calls, one.call, "river")
    moved = calls.move(arrives(calls, "CA2").id, Event.WANTS_PEER)
    assert moved is not None
    assert [leg.supporter for leg in moved.dropped] == ["river"]
    assert calls.reserve(moved.call.id, 1, candidates("river"))


def test_a_phone_that_was_picked_up_for_a_call_back_may_decide(
    calls: RedisCalls, clock: HandClock
) -> None:
    one = promised(calls, clock)
    (river,) = rung(calls, one.call, "river")
    calls.asked(river, 20)
    moved = calls.move(arrives(calls, "CA2").id, Event.WANTS_PEER)
    assert moved is not None
    assert moved.dropped == ()
    assert calls.accept(river).outcome is Accepted.JOINED


def test_who_reaches_a_peer_by_themselves_is_not_called_back(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    call = promise(calls, waits(calls))
    moved = calls.move(call.id, Event.WANTS_PEER)
    assert moved is not None
    (river,) = rung(calls, moved.call, "river")
    calls.accept(river)
    talk = calls.move(call.id, Event.BRIDGED)
    assert talk is not None
    assert not talk.call.promised
    assert numbers_in(calls, live) == []
    assert live.zcard("wl:promised:county") == 0


def test_whoever_missed_it_is_left_in_peace_for_a_while(
    calls: RedisCalls, clock: HandClock
) -> None:
    one = promised(calls, clock)
    (river,) = rung(calls, one.call, "river")
    calls.close(river, Asked.MISSED)
    calls.postpone(one.call.id, clock.time + 1200)
    assert calls.promised("county") == []
    clock.time += 1201
    assert calls.promised("county")[0].asked == {}


def test_a_line_on_which_nobody_waits_is_looked_at_again_for_who_is_to_be_called_back(
    calls: RedisCalls, clock: HandClock
) -> None:
    promised(calls, clock)
    calls.settled("step", "county")
    assert "step" not in {due.kind for due in calls.due()}
    clock.time += 61
    assert "step" in {due.kind for due in calls.due()}


def test_a_phone_that_rings_when_the_twelve_hours_are_over_rings_to_its_end(
    calls: RedisCalls, clock: HandClock
) -> None:
    back, _river = calling(calls, clock)
    assert calls.expire(back) is None
    peeked = calls.peek(back)
    assert peeked is not None
    assert peeked.state is State.CALLING
    assert clock.time > START


def test_with_another_secret_the_number_cannot_be_read(
    calls: RedisCalls, clock: HandClock, live: redis.Redis
) -> None:
    one = promised(calls, clock)
    live.hset(f"wl:callback:{one.call.id}", "phone", "other:nonsense")
    (river,) = rung(calls, one.call, "river")
    calls.accept(river)
    turn = calls.claim_back(one.call.id)
    assert (turn.what, turn.phone) == (DialBack.RING, "")
