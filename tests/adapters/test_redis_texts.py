"""A number that a caller wants as a text, against a real Redis: how many, and for how long."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import due_in
from tests.adapters.test_redis_calls import START, HandClock, arrives, calls, clock
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.live import Texted

__all__ = ["calls", "clock"]

PHONE = "+16505550150"
HOUR = 3600


def wants(calls: RedisCalls, call: str, place: str, hourly: int = 30) -> Texted:
    return calls.want_text(call, place, PHONE, 3, hourly)[0]


def test_a_text_is_to_be_sent_in_three_seconds_and_kept_for_three_minutes(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = arrives(calls)
    said, text = calls.want_text(call.id, "nami", PHONE, 3, 30)
    assert said is Texted.COMING
    assert due_in(live, clock, "text", text) == 3
    assert 170 < live.ttl(f"wl:text:{text}") <= 180
    taken = calls.take_text(text)
    assert taken is not None
    assert (taken.line, taken.number, taken.language) == ("county", "+16505550100", "en")
    assert (taken.place, taken.phone, taken.tries) == ("nami", PHONE, 0)


def test_a_text_is_taken_once_and_nothing_is_left_of_the_phone(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = arrives(calls)
    _, text = calls.want_text(call.id, "nami", PHONE, 3, 30)
    assert calls.take_text(text) is not None
    assert due_in(live, clock, "text", text) is None
    assert not live.exists(f"wl:text:{text}")
    assert calls.take_text(text) is None


def test_a_text_that_nobody_sent_in_time_is_struck_off(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = arrives(calls)
    _, text = calls.want_text(call.id, "nami", PHONE, 3, 30)
    live.delete(f"wl:text:{text}")
    assert calls.take_text(text) is None
    assert due_in(live, clock, "text", text) is None


def test_a_text_that_could_not_be_sent_is_tried_again_later(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = arrives(calls)
    _, text = calls.want_text(call.id, "nami", PHONE, 3, 30)
    taken = calls.take_text(text)
    assert taken is not None
    calls.put_text(taken, clock.time + 10)
    assert due_in(live, clock, "text", text) == 10
    again = calls.take_text(text)
    assert again is not None
    assert (again.tries, again.phone, again.place) == (1, PHONE, "nami")


def test_three_places_in_a_call_and_each_once(calls: RedisCalls) -> None:
    call = arrives(calls).id
    assert wants(calls, call, "nami-county") is Texted.COMING
    assert wants(calls, call, "nami") is Texted.COMING, "a part of a name is another place"
    assert wants(calls, call, "nami") is Texted.ALREADY
    assert wants(calls, call, "nami-county") is Texted.ALREADY
    assert wants(calls, call, "food") is Texted.COMING
    assert wants(calls, call, "beds") is Texted.ENOUGH
    assert wants(calls, call, "food") is Texted.ALREADY
    assert wants(calls, "nobody", "food") is Texted.ENOUGH


def test_a_line_sends_so_many_in_an_hour(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    one, other = arrives(calls, "CA1").id, arrives(calls, "CA2").id
    assert wants(calls, one, "nami", hourly=2) is Texted.COMING
    assert wants(calls, other, "nami", hourly=2) is Texted.COMING
    assert wants(calls, one, "food", hourly=2) is Texted.LATER
    (key,) = live.scan_iter("wl:texts:*")
    assert 0 < live.ttl(key) <= HOUR
    clock.time = START - START % HOUR + HOUR
    assert wants(calls, one, "food", hourly=2) is Texted.COMING, "which was not counted before"


@pytest.mark.parametrize("minute", [0, 59])
def test_an_hour_is_one_of_the_clock(calls: RedisCalls, clock: HandClock, minute: int) -> None:
    clock.time = START - START % HOUR
    assert wants(calls, arrives(calls, "CA1").id, "nami", hourly=1) is Texted.COMING
    clock.time += 60 * minute
    assert wants(calls, arrives(calls, "CA2").id, "nami", hourly=1) is Texted.LATER
