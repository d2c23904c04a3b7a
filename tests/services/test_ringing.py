"""One look at a line: whose phones ring for whom, and when it is looked at again."""

from __future__ import annotations

import json

import pytest
import redis

from tests.adapters.judging import seen, talks
from tests.adapters.test_redis_calls import HandClock, calls, clock, rung, waits
from tests.domain.test_matching import book, supporter
from tests.services.ringing_house import House
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event
from warmline.domain.choosing import Wish
from warmline.domain.line import LineBook
from warmline.domain.live import Note
from warmline.domain.matching import Asked

__all__ = ["calls", "clock"]

TO_HAND = (Event.PEER_STAR, Event.PROPOSED, Event.HANDS_OVER)


def on(*names: str, backups: tuple[str, ...] = ()) -> LineBook:
    return book(*(supporter(name) for name in names), backups=backups)


@pytest.fixture
def house(calls: RedisCalls, clock: HandClock) -> House:
    return House(calls, clock, on("river", "sage", "juniper"))


def hands_over(house: House) -> str:
    """River hands a caller over; the call."""
    call, _ = talks(house.calls)
    for event in TO_HAND:
        house.calls.move(call.id, event)
    return call.id


# -- when it is looked at again ---------------------------------------------------------------


def test_a_line_on_which_nobody_waits_is_not_looked_at_again(house: House) -> None:
    house.calls.deadline("step", "county", house.clock.time)
    assert not house.ringing.step("county")
    assert house.due("step", "county") is None
    assert house.hints.given == [("looks", "county")]


def test_a_line_that_is_no_more_is_not_looked_at_again(house: House) -> None:
    house.calls.deadline("step", "county", house.clock.time)
    house.lines = None
    assert not house.ringing.step("county")
    assert house.due("step", "county") is None


def test_whoever_waits_is_looked_after_with_the_next_wave(house: House) -> None:
    waits(house.calls)
    house.nobody_looks()
    assert house.ringing.step("county")
    assert house.due("step", "county") == 5


def test_a_look_that_is_due_sooner_stays_so(house: House) -> None:
    waits(house.calls)
    house.calls.deadline("step", "county", house.clock.time + 1)
    house.look()
    assert house.due("step", "county") == 1


def test_for_whom_ringing_begins_in_three_seconds_is_looked_after_then(house: House) -> None:
    _, leg = talks(house.calls)
    house.clock.time += 600
    house.calls.leg_ended(leg, Asked.MISSED)
    house.nobody_looks()
    house.clock.time += 2
    assert house.look() == []
    assert house.due("step", "county") == 3
    house.clock.time += 3
    assert house.look()[0] == "river"


# -- how many phones --------------------------------------------------------------------------


def test_two_phones_ring_for_one_caller_and_one_of_them_is_for_whoever_looked(
    house: House,
) -> None:
    waits(house.calls)
    look = house.ringing.look("county")
    dialed = [ids[0] for what, *ids in house.hints.given if what == "dial"]
    assert len({look.mine, *dialed}) == 2
    assert look.mine not in dialed
    assert house.steps.count("reserve") == 1, "the judge is asked once"


@pytest.mark.parametrize("wish", [Wish(), Wish(chosen="sage")])
def test_while_enough_phones_ring_nobody_is_looked_up(house: House, wish: Wish) -> None:
    call = waits(house.calls)
    house.calls.look(call.id, Note(wish=wish))
    house.look()
    house.steps.clear()
    house.look()
    assert house.steps == ["waiting", "deadline"]


def test_everybody_has_one_phone_ringing_before_anybody_has_two(house: House) -> None:
    house.lines = on("river", "sage")
    for sid in ("CA1", "CA2"):
        waits(house.calls, sid)
    house.look()
    assert [one.ringing for one in house.calls.waiting("county")] == [1, 1]


def test_with_enough_supporters_two_callers_have_two_phones_each(house: House) -> None:
    house.lines = on("river", "sage", "juniper", "fern", "moss")
    for sid in ("CA1", "CA2"):
        waits(house.calls, sid)
    house.look()
    assert [one.ringing for one in house.calls.waiting("county")] == [2, 2]


def test_for_whom_one_phone_rings_the_judge_is_asked_for_the_second_only(house: House) -> None:
    for sid in ("CA1", "CA2"):
        waits(house.calls, sid)
    house.lines = on("river", "sage")
    house.look()
    house.lines = on("river", "sage", "juniper", "fern")
    house.steps.clear()
    house.look()
    assert house.steps.count("reserve") == 2
    assert [one.ringing for one in house.calls.waiting("county")] == [2, 2]


def test_the_judge_is_told_of_the_best_ten(house: House, live: redis.Redis) -> None:
    house.lines = on(*(f"peer-{n:02}" for n in range(12)))
    told: list[int] = []
    judge = house.calls._judge

    def listened(step: str, given: str, once: str) -> object:
        if step == "reserve":
            told.append(len(json.loads(given)["candidates"]))
        return judge(step, given, once)

    house.calls._judge = listened  # type: ignore[assignment]  # the same, and listened to
    waits(house.calls)
    house.look()
    assert told == [10]


def test_whoever_comes_after_ten_who_passed_is_rung(house: House, live: redis.Redis) -> None:
    house.lines = on(*(f"peer-{n:02}" for n in range(12)))
    call = waits(house.calls)
    live.hset(f"wl:asked:{call.id}", mapping={f"peer-{n:02}": "passed" for n in range(10)})
    assert house.look() == ["peer-10", "peer-11"]


# -- nobody, or others were quicker ------------------------------------------------------------


def test_six_callers_for_whom_nobody_is_on_wait_for_the_next_wave(house: House) -> None:
    house.lines = on()
    for n in range(6):
        waits(house.calls, f"CA{n}")
    house.nobody_looks()
    house.look()
    assert house.due("step", "county") == 5


@pytest.mark.parametrize(("due", "then"), [(None, 0.3), (0.1, 0.1)])
def test_after_five_callers_in_vain_a_look_ends_and_comes_again_soon(
    house: House, due: float | None, then: float
) -> None:
    house.lines = on(*(f"peer-{n:02}" for n in range(12)))
    for n in range(18):
        waits(house.calls, f"CA{n}")
    assert len(house.look()) == 12
    # What another worker saw a moment earlier, before these phones were reserved.
    house.calls.changes = lambda since: since  # type: ignore[method-assign]  # nothing is new
    house.nobody_looks()
    if due is not None:
        house.calls.deadline("step", "county", house.clock.time + due)
    house.steps.clear()
    assert house.look() == []
    assert house.steps.count("reserve") == 5
    assert house.due("step", "county") == then


def test_when_nobody_is_left_to_take_over_the_two_are_told_at_once(house: House) -> None:
    call = hands_over(house)
    house.lines = on("river")
    house.look()
    assert house.due("handing", call) == 0


def test_while_somebody_may_take_over_the_two_talk_on(house: House) -> None:
    call = hands_over(house)
    house.lines = on("river", "sage")
    assert house.look() == ["sage"]
    house.look()
    assert house.due("handing", call) == 90


def test_one_phone_that_rings_to_take_over_is_enough_though_others_wait(house: House) -> None:
    call = hands_over(house)
    waits(house.calls, "CA2")
    assert sorted(house.look()) == ["juniper", "sage"]
    assert house.due("handing", call) == 90


def test_for_whom_nobody_is_on_nothing_is_handed_over(house: House) -> None:
    call = waits(house.calls)
    house.lines = on()
    house.look()
    assert house.due("handing", call.id) is None


# -- backups, and the second round ---------------------------------------------------------------


def test_backups_are_left_in_peace_for_two_waves(house: House) -> None:
    house.lines = on("river", "sage", backups=("sage",))
    waits(house.calls)
    assert house.look() == ["river"]
    house.clock.time += 9.9
    assert house.look() == []
    house.clock.time += 0.1
    assert house.look() == ["sage"]


def test_where_only_backups_are_left_they_are_rung_at_once(house: House) -> None:
    house.lines = on("river", "sage", backups=("river",))
    call = waits(house.calls)
    for leg in rung(house.calls, call, "sage"):
        house.calls.close(leg, Asked.MISSED)
    assert house.look() == ["river"]
    assert seen(house.calls, call.id).round == 1, "nobody is rung twice before that"


def test_who_missed_is_rung_once_more_when_all_were_rung(house: House) -> None:
    house.lines = on("river", "sage")
    call = waits(house.calls)
    for leg in rung(house.calls, call, "river"):
        house.calls.close(leg, Asked.MISSED)
    assert house.look() == ["sage"]
    (leg,) = house.phones(call.id)
    house.calls.close(leg, Asked.MISSED)
    assert sorted(house.look()) == ["river", "sage"]
    assert seen(house.calls, call.id).round == 2


def test_in_the_second_round_who_missed_does_not_wait_for_a_newcomer(house: House) -> None:
    house.lines = on("river", "sage")
    call = waits(house.calls)
    for leg in rung(house.calls, call, "river"):
        house.calls.close(leg, Asked.MISSED)
    house.calls.look(call.id, Note(round=2))
    assert sorted(house.look()) == ["river", "sage"]


def test_when_all_have_passed_nobody_is_rung_a_second_time(house: House) -> None:
    house.lines = on("river")
    call = waits(house.calls)
    for leg in rung(house.calls, call, "river"):
        house.calls.close(leg, Asked.PASSED)
    assert house.look() == []
    assert seen(house.calls, call.id).round == 1


# -- chosen --------------------------------------------------------------------------------------


def test_who_was_chosen_is_rung_alone_at_once_and_once(house: House) -> None:
    house.lines = on("river", "sage", backups=("sage",))
    call = waits(house.calls)
    house.calls.look(call.id, Note(wish=Wish(chosen="sage")))
    assert house.look() == ["sage"]
    (leg,) = house.phones(call.id)
    house.calls.close(leg, Asked.MISSED)
    house.clock.time += 10
    assert house.look() == []


def test_while_a_caller_is_asked_who_else_may_be_rung_nobody_is(house: House) -> None:
    call = waits(house.calls)
    house.calls.look(call.id, Note(wish=Wish(asking=True)))
    assert house.look() == []
