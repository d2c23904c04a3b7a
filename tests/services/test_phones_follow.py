"""A call has gone on, and its phones follow; or one of them is gone, and it follows from that."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import seen, talks
from tests.adapters.test_redis_calls import (
    HandClock,
    arrives,
    calls,
    candidates,
    clock,
    rung,
    waits,
)
from tests.domain.test_matching import book, supporter
from tests.services.ringing_house import PATIENCE, House
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.errors import ProviderTrouble
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]


@pytest.fixture
def house(calls: RedisCalls, clock: HandClock) -> House:
    return House(calls, clock, book(supporter("river"), supporter("sage")))


def joining(house: House) -> tuple[str, str]:
    """River has pressed 1: call and phone."""
    call = waits(house.calls)
    (leg,) = rung(house.calls, call, "river")
    house.calls.accept(leg)
    return call.id, leg


def left_alone(house: House) -> str:
    """River's phone has gone in the middle of a talk; the call."""
    call, leg = talks(house.calls)
    house.clock.time += 60
    house.calls.look(call.id)
    house.calls.leg_ended(leg, Asked.MISSED)
    return call.id


# -- a phone falls silent --------------------------------------------------------------------------


def unwanted(house: House, *, picked_up: bool) -> str:
    call = waits(house.calls)
    (leg,) = rung(house.calls, call, "river")
    if picked_up:
        house.calls.asked(leg, 20)
    house.calls.move(call.id, Event.LEFT)
    return leg


def test_a_phone_that_nobody_wants_any_more_falls_silent(house: House) -> None:
    leg = unwanted(house, picked_up=False)
    house.ringing.hush(leg)
    assert house.provider.asked == [("hang_up", "CA-river")]
    assert house.due("hush", leg) is None


def test_who_has_picked_up_already_hears_how_the_call_went_on(house: House) -> None:
    leg = unwanted(house, picked_up=True)
    house.ringing.hush(leg)
    assert house.provider.asked == [("move_supporter", "CA-river", leg, "over")]
    assert house.due("hush", leg) is None


def test_a_phone_that_is_gone_already_is_silent(house: House) -> None:
    leg = unwanted(house, picked_up=False)
    house.provider.gone.add("CA-river")
    house.ringing.hush(leg)
    assert house.due("hush", leg) is None


def test_a_phone_that_rings_on_for_a_caller_is_left_to_ring(house: House) -> None:
    (leg,) = rung(house.calls, waits(house.calls), "river")
    house.ringing.hush(leg)
    assert house.provider.asked == []


@pytest.mark.parametrize("known", [True, False])
def test_of_a_phone_without_an_id_and_of_an_unknown_one_nothing_is_asked(
    house: House, known: bool
) -> None:
    leg = "unknown"
    if known:
        call = waits(house.calls)
        leg = house.calls.reserve(call.id, 1, candidates("river"))[0].id
        house.calls.close(leg, Asked.DROPPED)
    house.calls.deadline("hush", leg, house.clock.time)
    house.ringing.hush(leg)
    assert house.provider.asked == []
    assert house.due("hush", leg) is None


def test_while_the_provider_cannot_a_phone_stays_to_be_silenced(house: House) -> None:
    leg = unwanted(house, picked_up=False)
    house.provider.trouble = ProviderTrouble("503")
    house.ringing.hush(leg)
    assert house.due("hush", leg) == PATIENCE


# -- the caller comes to the supporter -------------------------------------------------------------


def test_the_caller_is_taken_to_who_has_pressed_1(house: House) -> None:
    call, _ = joining(house)
    house.ringing.join(call)
    assert house.provider.asked == [("move_caller", "CA1", "meet")]
    assert house.due("join", call) is not None, "until the caller is there"


@pytest.mark.parametrize("known", [True, False])
def test_whoever_is_not_to_be_joined_is_taken_nowhere(house: House, known: bool) -> None:
    call = waits(house.calls).id if known else "unknown"
    house.calls.deadline("join", call, house.clock.time)
    house.ringing.join(call)
    assert house.provider.asked == []
    assert house.due("join", call) is None


def test_who_hung_up_before_they_could_be_joined_has_left_and_the_supporter_hears_so(
    house: House,
) -> None:
    call, leg = joining(house)
    house.provider.gone.add("CA1")
    house.ringing.join(call)
    assert seen(house.calls, call).state is State.ENDED
    assert ("hush", leg) in house.hints.given


def test_while_the_provider_cannot_the_caller_stays_to_be_joined(house: House) -> None:
    call, _ = joining(house)
    house.provider.trouble = ProviderTrouble("503")
    house.ringing.join(call)
    assert house.due("join", call) == PATIENCE


# -- the caller's phone is fetched -----------------------------------------------------------------


def test_a_caller_whose_peer_is_gone_is_fetched(house: House) -> None:
    call = left_alone(house)
    assert seen(house.calls, call).seen == seen(house.calls, call).led_at, "in the same second"
    house.ringing.fetch(call)
    assert house.provider.asked == [("move_caller", "CA1", "parted")]
    assert house.due("fetch", call) is None


def test_who_has_come_there_by_themselves_is_not_fetched(house: House) -> None:
    call = left_alone(house)
    house.clock.time += 1
    house.calls.look(call)
    house.ringing.fetch(call)
    assert house.provider.asked == []
    assert house.due("fetch", call) is None


@pytest.mark.parametrize("known", [True, False])
def test_who_is_in_the_menus_or_unknown_is_not_fetched(house: House, known: bool) -> None:
    call = arrives(house.calls).id if known else "unknown"
    house.calls.deadline("fetch", call, house.clock.time)
    house.ringing.fetch(call)
    assert house.provider.asked == []
    assert house.due("fetch", call) is None


def test_who_hung_up_before_they_could_be_fetched_has_left(house: House) -> None:
    call = left_alone(house)
    house.provider.gone.add("CA1")
    house.ringing.fetch(call)
    assert seen(house.calls, call).state is State.ENDED
    assert house.due("fetch", call) is None


def test_while_the_provider_cannot_the_caller_stays_to_be_fetched(house: House) -> None:
    call = left_alone(house)
    house.provider.trouble = ProviderTrouble("503")
    house.ringing.fetch(call)
    assert house.due("fetch", call) == 2


# -- the supporter's phone is taken elsewhere ------------------------------------------------------


def test_a_supporter_whose_caller_is_aside_hears_so(house: House) -> None:
    call, leg = talks(house.calls)
    house.calls.move(call.id, Event.STAR)
    house.ringing.send_supporter("CA-river", leg, "aside")
    assert house.provider.asked == [("move_supporter", "CA-river", leg, "aside")]


def test_a_call_that_has_gone_on_wants_the_supporter_there_no_more(house: House) -> None:
    call, leg = talks(house.calls)
    house.ringing.send_supporter("CA-river", leg, "aside")
    house.ringing.send_supporter("CA-river", leg, "over")
    house.calls.move(call.id, Event.STAR)
    house.calls.move(call.id, Event.LEFT)
    house.ringing.send_supporter("CA-river", leg, "aside")
    assert house.provider.asked == []


def test_another_phone_than_the_one_in_the_talk_is_not_taken_there(house: House) -> None:
    call = waits(house.calls)
    river, sage = rung(house.calls, call, "river", "sage")
    house.calls.accept(river)
    house.calls.move(call.id, Event.BRIDGED)
    house.calls.move(call.id, Event.STAR)
    house.ringing.send_supporter("CA-sage", sage, "aside")
    assert house.provider.asked == []


@pytest.mark.parametrize("phone_known", [True, False])
def test_who_sits_in_a_room_that_nobody_knows_of_any_more_is_let_out(
    house: House, live: redis.Redis, phone_known: bool
) -> None:
    call, leg = talks(house.calls)
    live.delete(f"wl:call:{call.id}", *([] if phone_known else [f"wl:leg:{leg}"]))
    house.ringing.send_supporter("CA-river", leg, "room")
    assert house.provider.asked == []
    house.ringing.send_supporter("CA-river", leg, "over")
    assert house.provider.asked == [("move_supporter", "CA-river", leg, "over")]


def test_a_supporter_who_is_gone_when_they_are_to_be_taken_elsewhere_has_left(
    house: House,
) -> None:
    call, leg = talks(house.calls)
    house.calls.move(call.id, Event.STAR)
    house.provider.gone.add("CA-river")
    house.ringing.send_supporter("CA-river", leg, "aside")
    assert seen(house.calls, call.id).state is State.ALONE


def test_a_supporter_is_not_taken_elsewhere_twice(house: House) -> None:
    call, leg = talks(house.calls)
    house.calls.move(call.id, Event.STAR)
    house.provider.trouble = ProviderTrouble("503")
    house.ringing.send_supporter("CA-river", leg, "aside")
    assert len(house.provider.asked) == 1
    assert seen(house.calls, call.id).state is State.ASIDE
