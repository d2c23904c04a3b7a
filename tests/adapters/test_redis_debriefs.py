"""A supporter has a debrief, step by step, against a real Redis: what each step leaves."""

from __future__ import annotations

from datetime import date

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_calls import HandClock, calls, clock, rung, waits
from tests.adapters.test_redis_flood import dials, wants
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event
from warmline.domain.errors import TooLate
from warmline.domain.flood import Caps
from warmline.domain.matching import Asked
from warmline.domain.presence import Changes, Presence

__all__ = ["calls", "clock"]

LINE = "county~debriefs"
PHONE = "+16505550111"
TODAY = date(2026, 11, 24)


def river(calls: RedisCalls) -> Presence:
    return calls.presences(["river"])["river"]


def has_talked(calls: RedisCalls, clock: HandClock) -> str:
    """River's caller has left; the phone, on which river still is."""
    call, leg = talks(calls)
    clock.time += 60
    calls.move(call.id, Event.LEFT)
    return leg


def wants_a_call(calls: RedisCalls, phone: str = PHONE, lasts: float = 7200) -> bool:
    return calls.debrief_back(LINE, "+16505550100", "es", phone, "river", lasts)


def test_nobody_rings_whoever_is_in_a_debrief_on_the_same_phone(
    calls: RedisCalls, clock: HandClock
) -> None:
    leg = has_talked(calls, clock)
    known = calls.changes(Changes())
    calls.in_debrief(leg)
    assert [one.busy for one in calls.changes(known).presences] == [leg]
    calls.leg_ended(leg, Asked.MISSED)
    assert (river(calls).busy, river(calls).not_before) == ("", 0)


def test_a_phone_that_has_ended_or_is_in_a_talk_is_in_no_debrief(
    calls: RedisCalls, clock: HandClock
) -> None:
    leg = has_talked(calls, clock)
    calls.leg_ended(leg, Asked.MISSED)
    calls.in_debrief(leg)
    assert river(calls).busy == ""
    clock.time += 3600
    _, other = talks(calls, sid="CA2")
    calls.in_debrief(leg)
    calls.in_debrief("nobody")
    assert river(calls).busy == other


def test_whoever_was_rung_meanwhile_is_in_no_debrief(calls: RedisCalls, clock: HandClock) -> None:
    leg = has_talked(calls, clock)
    clock.time += 3600
    _, other = talks(calls, sid="CA2")
    calls.in_debrief(leg)
    assert river(calls).busy == other


def test_a_supporter_at_the_door_waits_for_a_debrief_and_not_for_themselves(
    calls: RedisCalls,
) -> None:
    call, _ = calls.open(
        sid="CA9", line="county", language="en", number="+16505550100", is_open=False, avoid=()
    )
    moved = calls.to_debrief(call.id, LINE, "es", "river")
    assert moved is not None
    assert (moved.line, moved.language, moved.open, moved.flooded) == (LINE, "es", True, False)
    assert moved.wish.avoid == {"river"}
    calls.move(call.id, Event.WANTS_PEER)
    assert [one.call.id for one in calls.waiting(LINE)] == [call.id]
    assert calls.waiting("county") == []


def test_a_supporter_whom_a_flood_had_turned_away_is_let_through_to_a_debrief(
    calls: RedisCalls, live: redis.Redis
) -> None:
    few = Caps(calls_a_minute=1, callers_waiting=1, offers_in_ten_minutes=1)
    first, second = (dials(calls, name, few) for name in ("1", "2"))
    assert wants(calls, first)
    assert not wants(calls, second)
    assert live.zcard("wl:asking:county") == 1
    moved = calls.to_debrief(second.id, LINE, "en", "river")
    assert moved is not None
    assert not moved.flooded
    assert live.zcard("wl:asking:county") == 0, "nobody stands behind them"
    assert wants(calls, moved)


def test_who_waits_for_a_peer_already_is_taken_to_no_debrief(calls: RedisCalls) -> None:
    call = waits(calls)
    with pytest.raises(TooLate):
        calls.to_debrief(call.id, LINE, "en", "river")
    assert calls.to_debrief("nobody", LINE, "en", "river") is None
    assert seen(calls, call.id).line == "county"


def test_a_supporter_is_called_back_at_once_once_for_two_hours(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    assert wants_a_call(calls)
    assert not wants_a_call(calls), "the first one stands"
    (one,) = calls.promised(LINE)
    assert (one.call.language, one.call.number) == ("es", "+16505550100")
    assert one.call.wish.avoid == {"river"}
    assert (one.call.tries, one.call.row) == (0, "")
    assert due_in(live, clock, "step", LINE) == 0
    assert due_in(live, clock, "callback", one.call.id) == 7200 - 60
    assert 7000 < live.ttl(f"wl:callback:{one.call.id}") <= 7200
    assert wants_a_call(calls, "+16505550112"), "another phone is another wish"
    assert len(calls.promised(LINE)) == 2


def test_a_call_back_that_is_over_stands_in_nobodys_way(
    calls: RedisCalls, clock: HandClock
) -> None:
    assert wants_a_call(calls)
    (one,) = calls.promised(LINE)
    calls.expire(one.call.id)
    assert wants_a_call(calls)
    (one,) = calls.promised(LINE)
    asked = {"line": LINE, "lang": "en", "number": "", "phone": "", "sealed": "", "lasts": 7200}
    calls._run("debrief_back", back="other", same="nobody", **asked)
    assert len(calls.promised(LINE)) == 2, "it was over between comparing and asking"


def test_whoever_asks_for_more_rest_has_it_and_it_is_paid(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    leg = has_talked(calls, clock)
    clock.time += 120
    known = calls.changes(Changes())
    calls.rest_longer(leg, 1800)
    assert round(river(calls).rest_until - clock.time, 2) == 1800
    assert [one.supporter for one in calls.changes(known).presences] == ["river"]
    assert due_in(live, clock, "rest", "river") == 1800
    # Ten minutes were paid; eight of them are still to come and are not paid twice.
    assert int(live.hget("wl:days:river", f"wrap:{TODAY}") or 0) == 10 + 22


def test_more_rest_after_the_rest_is_paid_from_then_on(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    leg = has_talked(calls, clock)
    clock.time += 1200
    calls.rest_longer(leg, 3660)
    assert int(live.hget("wl:days:river", f"wrap:{TODAY}") or 0) == 10 + 61
    calls.rest_longer(leg, 3661)
    assert int(live.hget("wl:days:river", f"wrap:{TODAY}") or 0) == 10 + 61 + 1
    live.delete("wl:days:river")
    calls.rest_longer(leg, 7200)
    assert 0 < live.ttl("wl:days:river") <= 8 * 24 * 3600


def test_a_shorter_rest_takes_nothing_from_a_longer_one(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    leg = has_talked(calls, clock)
    until = river(calls).rest_until
    for seconds in (600, 60):
        calls.rest_longer(leg, seconds)
        calls.rest_meanwhile("river", seconds)
    assert river(calls).rest_until == until
    assert due_in(live, clock, "rest", "river") == 600
    assert int(live.hget("wl:days:river", f"wrap:{TODAY}") or 0) == 10


def test_whose_phone_led_to_no_talk_rests_no_longer(calls: RedisCalls, clock: HandClock) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    for phone in (leg, "nobody"):
        calls.rest_longer(phone, 600)
    assert river(calls).rest_until == 0


def test_whose_shift_has_no_day_is_paid_on_none(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    leg = has_talked(calls, clock)
    live.hset(f"wl:leg:{leg}", "day", "")
    calls.rest_longer(leg, 1800)
    assert int(live.hget("wl:days:river", f"wrap:{TODAY}") or 0) == 10
    assert not live.hexists("wl:days:river", "wrap:")
    assert round(river(calls).rest_until - clock.time) == 1800


def test_whoever_has_asked_for_a_debrief_rests_until_they_have_had_it(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    calls.rest_meanwhile("river", 1800)
    assert round(river(calls).rest_until - clock.time) == 1800
    assert 0 < live.ttl("wl:sup:river:carried") <= 24 * 3600
    assert due_in(live, clock, "rest", "river") == 1800
