"""Nothing was heard of a phone for a while: is it still there, and what follows if it is not."""

from __future__ import annotations

import pytest

from tests.adapters.judging import seen, talks
from tests.adapters.test_redis_calls import HandClock, calls, candidates, clock, waits
from tests.adapters.test_redis_guests import alone, comes
from tests.domain.test_matching import book, supporter
from tests.services.ringing_house import House
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.debriefs import debriefs_id
from warmline.domain.errors import ProviderTrouble

__all__ = ["calls", "clock"]

GONE = 30.0
"""Seconds after which a test says that a quiet caller is to be asked after."""


@pytest.fixture
def house(calls: RedisCalls, clock: HandClock) -> House:
    return House(calls, clock, book(supporter("river"), supporter("sage")))


def test_who_is_there_is_asked_after_again_in_a_minute_and_a_half(house: House) -> None:
    call, _ = talks(house.calls)
    house.ringing.ask_after(call.id)
    assert house.provider.asked == [("is_live", "CA1"), ("is_live", "CA-river")]
    assert seen(house.calls, call.id).state is State.TALKING
    assert house.due("gone", call.id) == 90


def test_who_waits_has_no_peer_to_be_asked_after(house: House) -> None:
    call = waits(house.calls)
    house.ringing.ask_after(call.id)
    assert house.provider.asked == [("is_live", "CA1")]
    assert seen(house.calls, call.id).state is State.WAITING


@pytest.mark.parametrize("known", [True, False])
def test_a_call_that_is_over_or_forgotten_is_not_asked_after(house: House, known: bool) -> None:
    call = "unknown"
    if known:
        call = waits(house.calls).id
        house.calls.move(call, Event.LEFT)
    house.calls.deadline("gone", call, house.clock.time)
    house.ringing.ask_after(call)
    assert house.provider.asked == []
    assert house.due("gone", call) is None


def test_a_caller_of_whose_end_nobody_told_us_has_left(house: House) -> None:
    call, leg = talks(house.calls)
    house.provider.gone.add("CA1")
    house.ringing.ask_after(call.id)
    assert seen(house.calls, call.id).state is State.ENDED
    assert ("hush", leg) in house.hints.given
    assert house.due("gone", call.id) is None


def test_a_peer_of_whose_end_nobody_told_us_is_gone(house: House) -> None:
    call, _ = talks(house.calls)
    house.provider.gone.add("CA-river")
    house.ringing.ask_after(call.id)
    assert seen(house.calls, call.id).state is State.ALONE


def test_a_peer_whose_phone_has_no_id_yet_is_taken_to_be_there(house: House) -> None:
    call = waits(house.calls)
    (leg,) = house.calls.reserve(call.id, 1, candidates("river"))
    house.calls.accept(leg.id)
    house.ringing.ask_after(call.id)
    assert house.provider.asked == [("is_live", "CA1")]
    assert seen(house.calls, call.id).state is State.JOINING


def test_while_the_provider_cannot_say_whoever_is_there_stays_to_be_asked_after(
    house: House,
) -> None:
    call, _ = talks(house.calls)
    house.calls.deadline("gone", call.id, house.clock.time + GONE)
    house.provider.trouble = ProviderTrouble("503")
    house.ringing.ask_after(call.id)
    assert house.due("gone", call.id) == GONE


def test_988_that_is_there_is_asked_after_and_stays(house: House) -> None:
    call, _ = comes(house.calls)
    house.ringing.ask_after(call)
    assert ("is_live", "CA-988") in house.provider.asked
    assert seen(house.calls, call).guest == "here"


def test_when_988_has_left_a_talk_the_two_go_on(house: House) -> None:
    call, _ = comes(house.calls)
    house.provider.gone.add("CA-988")
    house.ringing.ask_after(call)
    assert seen(house.calls, call).guest == ""
    assert ("fetch", call) not in house.hints.given


def test_when_988_has_left_a_caller_who_is_alone_with_it_they_are_fetched(house: House) -> None:
    call = alone(house.calls)
    house.provider.gone.add("CA-988")
    house.ringing.ask_after(call)
    assert ("fetch", call) in house.hints.given


def test_who_has_a_debrief_rests_as_long_as_it_lasts(house: House) -> None:
    call, _ = house.calls.open(
        sid="CA1",
        line=debriefs_id("county"),
        language="en",
        number="+16505550100",
        is_open=True,
        avoid=("river",),
    )
    house.ringing.ask_after(call.id)
    assert house.calls.presences(["river"])["river"].rest_until > house.clock.time


def test_who_has_left_before_or_is_forgotten_leaves_nothing_to_be_done(house: House) -> None:
    call = waits(house.calls)
    house.calls.move(call.id, Event.LEFT)
    house.ringing.caller_gone(call.id)
    house.ringing.caller_gone("unknown")
    assert house.hints.given == []
