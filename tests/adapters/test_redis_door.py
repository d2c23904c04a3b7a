"""The # door and texts of supporters, against a real Redis: how often, and until when."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
import redis

from tests.adapters.judging import seen
from tests.adapters.test_redis_calls import START, HandClock, arrives, calls, clock
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.redis_door import STRANGERS_A_DAY, TEXTS_AN_HOUR, TRIES_AN_HOUR
from warmline.domain.live import Note

__all__ = ["calls", "clock"]

HOUR = 3600
DAY = 24 * HOUR
ZONE = ZoneInfo("America/Los_Angeles")
HALF_PAST = START - START % HOUR + HOUR / 2


def at_the_door(calls: RedisCalls, sid: str = "CA1", who: str = "river", *, own: bool) -> str:
    call = arrives(calls, sid).id
    assert calls.come_to_door(call, who, "", own=own)
    return call


def tries(calls: RedisCalls, call: str, times: int) -> list[float | None]:
    return [calls.try_pin(call, "county") for _ in range(times)]


def test_who_is_at_the_door_is_known_for_a_quarter_of_an_hour_and_stays_while_they_are_there(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = at_the_door(calls, own=True)
    assert 890 < live.ttl(f"wl:door:{call}") <= 900
    live.expire(f"wl:door:{call}", 10)
    found = calls.at_door(call)
    assert found is not None
    assert (found.supporter, found.own, found.signed_in, found.fresh) == ("river", True, False, "")
    assert live.ttl(f"wl:door:{call}") > 890
    assert calls.at_door("nobody") is None


def test_a_look_brings_who_is_at_the_door_if_it_is_asked_for(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = at_the_door(calls, own=True)
    live.expire(f"wl:door:{call}", 10)
    alone = calls.look(call)
    assert alone is not None
    assert alone.call.at_door is None
    assert live.ttl(f"wl:door:{call}") <= 10
    found = calls.look(call, Note(door=True))
    assert found is not None
    assert found.call.at_door == calls.at_door(call)
    assert found.call.at_door is not None
    assert live.ttl(f"wl:door:{call}") > 890


def test_whoever_says_another_number_begins_anew(calls: RedisCalls, live: redis.Redis) -> None:
    call = at_the_door(calls, own=True)
    assert calls.signed_in(call)
    calls.fresh_pin(call, "a hash")
    assert calls.come_to_door(call, "sage", "12", own=False)
    found = calls.at_door(call)
    assert found is not None
    assert (found.supporter, found.own, found.signed_in, found.fresh) == ("sage", False, False, "")
    assert not calls.come_to_door("nobody", "sage", "12", own=False)


def test_after_three_wrong_pins_each_wait_is_twice_the_last_up_to_an_hour(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = at_the_door(calls, own=True)
    assert tries(calls, call, 4) == [0, 0, 0, 60]
    (key,) = live.scan_iter("wl:pin:*")
    assert DAY - 10 < live.ttl(key) <= DAY
    for wait in (60, 120, 240, 480, 960, 1920, 3600, 3600):
        clock.time += wait - 1
        live.expire(f"wl:door:{call}", 900)
        assert tries(calls, call, 1) == [1]
        clock.time += 1
        assert tries(calls, call, 1) == [0]


def test_a_pin_that_was_right_makes_the_wrong_ones_forgotten(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = at_the_door(calls, own=True)
    tries(calls, call, 2)
    assert not seen(calls, call).door
    live.expire(f"wl:door:{call}", 10)
    assert calls.signed_in(call)
    assert live.ttl(f"wl:door:{call}") > 890
    assert seen(calls, call).door
    assert tries(calls, call, 3) == [0, 0, 0]
    assert not calls.signed_in("nobody")


def test_whose_call_is_forgotten_is_signed_in_all_the_same(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = at_the_door(calls, own=True)
    live.delete(f"wl:call:{call}")
    assert calls.signed_in(call)
    assert not live.exists(f"wl:call:{call}"), "it is not begun anew, without an end"


def test_from_other_phones_a_line_takes_so_many_pins_in_an_hour(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    clock.time = HALF_PAST
    callers = [at_the_door(calls, f"CA{n}", f"peer{n}", own=False) for n in range(16)]
    taken = [wait for call in callers for wait in tries(calls, call, 2)]
    assert taken[:TRIES_AN_HOUR] == [0] * TRIES_AN_HOUR
    assert taken[TRIES_AN_HOUR:] == [HOUR / 2] * 2
    (key,) = live.scan_iter("wl:pins:*")
    assert 0 < live.ttl(key) <= HOUR
    own = at_the_door(calls, "CA99", "river", own=True)
    assert tries(calls, own, 1) == [0], "their own phone is another matter"
    clock.time += HOUR / 2
    assert tries(calls, callers[15], 1) == [0]


def test_who_is_not_at_the_door_tries_no_pin(calls: RedisCalls) -> None:
    assert tries(calls, arrives(calls).id, 1) == [None]


def test_a_new_pin_is_kept_only_of_who_has_signed_in(calls: RedisCalls, live: redis.Redis) -> None:
    call = at_the_door(calls, own=True)
    calls.fresh_pin(call, "a hash")
    found = calls.at_door(call)
    assert found is not None
    assert found.fresh == ""
    calls.signed_in(call)
    live.expire(f"wl:door:{call}", 10)
    calls.fresh_pin(call, "a hash")
    assert live.ttl(f"wl:door:{call}") > 890
    found = calls.at_door(call)
    assert found is not None
    assert found.fresh == "a hash"


def test_a_text_is_answered_once_and_so_many_of_one_supporter_in_an_hour(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    clock.time = HALF_PAST
    for n in range(TEXTS_AN_HOUR):
        assert calls.first_text(f"SM{n}", "river")
        clock.time += 1
    assert not calls.first_text("SM0", "river")
    assert not calls.first_text("SM-more", "river")
    assert not calls.first_text("SM-more-still", "river")
    assert calls.first_text("SM-sage", "sage")
    assert all(calls.first_text(f"SM-nobody{n}") for n in range(TEXTS_AN_HOUR + 2))
    assert 30 * DAY <= live.ttl("wl:texted:SM0") <= 31 * DAY, "it may have changed something"
    assert DAY - 10 < live.ttl("wl:texted:SM-nobody0") <= DAY
    for key in live.scan_iter("wl:texting:*"):
        assert 0 < live.ttl(key) <= HOUR
    clock.time = HALF_PAST + HOUR / 2
    assert calls.first_text("SM-next", "river")


def test_that_very_many_texts_come_of_one_supporter_is_said_once(calls: RedisCalls) -> None:
    said = [
        bool(calls._run("first_text", sid=f"SM{n}", sup="river", most=3).get("many"))
        for n in range(6)
    ]
    assert said == [False, False, False, True, False, False]


def test_a_stranger_is_answered_once_a_day_and_so_many_of_a_line(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    clock.time = START + 0.5
    assert calls.answers_stranger("county", ZONE, "+16505550150")
    assert not calls.answers_stranger("county", ZONE, "+16505550150")
    assert calls.answers_stranger("valley", ZONE, "+16505550150")
    ends = 14 * HOUR  # from ten in the morning until midnight there
    assert ends - 5 < live.ttl("wl:strangers:county") <= ends
    live.sadd("wl:strangers:county", *(f"mark{n}" for n in range(STRANGERS_A_DAY - 2)))
    known = live.scard("wl:strangers:county")
    assert known == STRANGERS_A_DAY - 1
    phones = (f"+1650555{n:04}" for n in range(151, 199))
    answered = [calls.answers_stranger("county", ZONE, phone) for phone in phones]
    assert answered.count(True) == 1


@pytest.mark.parametrize("own", [True, False])
def test_each_number_that_is_said_has_its_own_tries(calls: RedisCalls, *, own: bool) -> None:
    call = arrives(calls).id
    calls.come_to_door(call, "river", "11", own=own)
    assert tries(calls, call, 4)[-1] == 60
    calls.come_to_door(call, "river", "12", own=own)
    assert tries(calls, call, 1) == [0]
