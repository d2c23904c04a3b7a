"""How many supporters a line needs: the printed values, and what happens by chance."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import replace
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.line import Ringing
from warmline.domain.picking_up import Order, Pickup, Way, at_least_one, reached
from warmline.domain.planning import (
    Demand,
    abandoned,
    enough,
    erlang_b,
    erlang_c,
    forecast,
    soon_if_patient,
    surge,
)

ALWAYS = Pickup(chance=1.0)
HALF = Pickup(chance=0.5)
RUNS = 60
ERRORS = 4.5
"""Standard errors by which chance may differ: once in a hundred thousand."""


@pytest.mark.parametrize(
    ("per_hour", "on", "blocked", "soon", "leave", "occupied"),
    [
        (0.25, 1, "9.4 %", "90 %", "8.5 %", "10 %"),
        (1, 2, "5.8 %", "93 %", "4.9 %", "21 %"),
        (2, 3, "4.2 %", "95 %", "3.4 %", "28 %"),
    ],
)
def test_the_values_of_the_measures_come_out_to_the_printed_digit(
    per_hour: float, on: int, blocked: str, soon: str, leave: str, occupied: str
) -> None:
    demand = Demand(per_hour, talk=25, patience=3)
    patient = soon_if_patient(demand, on)
    assert patient is not None
    assert f"{erlang_b(demand.load, on) * 100:.1f} %" == blocked
    assert f"{patient * 100:.0f} %" == soon
    assert f"{abandoned(demand, on) * 100:.1f} %" == leave
    assert f"{forecast(demand, on).occupancy * 100:.0f} %" == occupied


@pytest.mark.parametrize(
    ("order", "mean", "phones"),
    [(Order.WAVES, "10.0", "3.4"), (Order.IN_TURN, "23.7", "1.9"), (Order.ALL, "8.5", "4.0")],
)
def test_four_supporters_are_rung_as_the_product_says(order: Order, mean: str, phones: str) -> None:
    """Ten seconds and 3.4 phones, against 24 s in turn and 8.5 s for all four at once."""
    found = reached(HALF, Way(order).starts(4))
    assert (f"{found.mean:.1f}", f"{found.phones:.1f}") == (mean, phones)


def test_two_who_pick_up_seven_times_in_ten_answer_91_percent_and_three_97() -> None:
    assert f"{at_least_one(0.7, 2):.2f} {at_least_one(0.7, 3):.2f}" == "0.91 0.97"


def test_a_seventh_phone_rings_when_one_of_the_six_has_rung_its_time() -> None:
    assert Way().starts(8) == [0, 1, 5, 10, 15, 20, 25, 30]
    assert Way(Order.ALL, apart=0).starts(3) == [0, 0, 0]
    two = Way(ringing=Ringing(first_wave=2, wave_every=5.0, at_once=2, ring_seconds=20))
    assert two.starts(5) == [0, 1, 20, 21, 40]


demands = st.builds(
    Demand,
    per_hour=st.floats(0.05, 40),
    talk=st.floats(5, 60),
    patience=st.floats(0.5, 60),
)
servers = st.integers(1, 12)


@given(demands, servers, st.floats(0.1, 1))
def test_every_share_is_a_share_and_one_more_supporter_never_harms(
    demand: Demand, on: int, chance: float
) -> None:
    one, more = (forecast(demand, n, Pickup(chance)) for n in (on, on + 1))
    for share in (one.blocked, one.abandoned, one.answered, one.answered_soon):
        assert -1e-9 <= share <= 1 + 1e-9
    assert one.answered_soon <= one.answered + 1e-9
    assert more.answered >= one.answered - 1e-9
    assert more.abandoned <= one.abandoned + 1e-9


@given(demands, servers)
def test_when_everybody_picks_up_it_is_erlang_a(demand: Demand, on: int) -> None:
    assert forecast(demand, on, ALWAYS).answered == pytest.approx(1 - abandoned(demand, on))


@given(st.floats(0.05, 20), servers)
def test_who_has_no_patience_makes_it_erlang_b(per_hour: float, on: int) -> None:
    demand = Demand(per_hour, patience=1e-7)
    assert abandoned(demand, on) == pytest.approx(erlang_b(demand.load, on), rel=1e-3)


@given(st.floats(0.05, 4), st.integers(2, 4))
def test_nobody_can_wait_for_ever_where_more_comes_than_can_be_served(
    per_hour: float, on: int
) -> None:
    demand = Demand(per_hour)
    if demand.load >= on:
        assert (soon_if_patient(demand, on), erlang_c(demand.load, on)) == (None, 1.0)
    else:
        assert erlang_c(demand.load, on) >= erlang_b(demand.load, on)


def test_the_fewest_who_are_enough_are_told_and_none_when_none_are() -> None:
    found = enough(Demand(1), Pickup(0.7))
    assert found is not None
    assert found.supporters == 3
    assert not forecast(Demand(1), 2, Pickup(0.7)).meets_targets
    assert enough(Demand(1), Pickup(0.02)) is None


def test_a_caller_talks_for_25_minutes_and_waits_for_three_unless_that_is_said() -> None:
    assert Demand(1) == Demand(1, talk=25, patience=3)
    assert Pickup() == Pickup(chance=0.7, fastest=3.0, slowest=15.0)


def test_targets_are_met_by_who_just_reaches_both() -> None:
    found = replace(forecast(Demand(1), 2), answered=0.9, answered_soon=0.8)
    assert found.meets_targets
    assert not replace(found, answered=0.899).meets_targets
    assert not replace(found, answered_soon=0.799).meets_targets


def test_a_plan_is_for_one_to_thirty_supporters() -> None:
    found = [enough(Demand(per_hour), ALWAYS) for per_hour in (0.01, 70.0, 72.0)]
    assert [one and one.supporters for one in found] == [1, 30, None]


def test_where_as_much_comes_as_can_be_served_nobody_who_stays_is_ever_served() -> None:
    demand = Demand(2.4)
    assert demand.load == 1
    assert (soon_if_patient(demand, 1), erlang_c(1, 1), erlang_c(3, 2)) == (None, 1.0, 1.0)


def test_one_supporter_is_the_queue_of_the_handbooks_first_page() -> None:
    demand = Demand(0.6)  # a quarter of the time
    said = 1 - 0.25 * math.exp(-0.75 * 60 / (25 * 60))
    assert soon_if_patient(demand, 1) == pytest.approx(said)
    assert erlang_b(0.25, 1) == pytest.approx(0.2)


def test_one_phone_is_taken_after_as_long_as_people_take() -> None:
    assert forecast(Demand(1), 1, HALF).mean_answer == pytest.approx(9.0)


# -- by another way -------------------------------------------------------------------------------


def in_a_queue(demand: Demand, on: int) -> list[float]:
    """How likely so many callers are there, if each phone is picked up: the product form."""
    found = [1.0]
    for n in range(1, 200):
        falls = min(n, on) / demand.talk + max(n - on, 0) / demand.patience
        found.append(found[-1] * demand.per_hour / 60 / falls)
    return [one / sum(found) for one in found]


def turn_comes(demand: Demand, on: int, ahead: int, minutes: float) -> float:
    """Whether it does in time, by very small steps: who is ahead leaves, or a talk ends."""
    steps = 120
    step, ends, leaves = minutes / steps, on / demand.talk, 1 / demand.patience
    # How likely it is that so many are still ahead; at the end: that it has come.
    there = [0.0] * ahead + [1.0]
    served = 0.0

    def change(now: list[float]) -> list[float]:
        gone = [share * (ends + (n + 1) * leaves) for n, share in enumerate(now)]
        moved = [share * (ends + n * leaves) for n, share in enumerate(now)]
        return [come - out for out, come in zip(gone, [*moved[1:], 0.0], strict=True)]

    for _ in range(steps):
        half = [a + step / 2 * b for a, b in zip(there, change(there), strict=True)]
        there = [a + step * b for a, b in zip(there, change(half), strict=True)]
        served += half[0] * ends * step
    return served


@pytest.mark.parametrize(
    ("demand", "on"), [(Demand(6, talk=20, patience=8), 2), (Demand(20, talk=12, patience=4), 3)]
)
@pytest.mark.parametrize(("fastest", "slowest"), [(3.0, 15.0), (10.0, 50.0)])
def test_whose_turn_comes_within_a_minute(
    demand: Demand, on: int, fastest: float, slowest: float
) -> None:
    pickup = Pickup(1.0, fastest, slowest)
    left = (60 - pickup.mean) / 60
    said = sum(
        share * (1.0 if n < on else turn_comes(demand, on, n - on, left))
        for n, share in enumerate(in_a_queue(demand, on)[:24])
    )
    assert forecast(demand, on, pickup).answered_soon == pytest.approx(said, rel=1e-4)


def test_where_phones_are_taken_after_more_than_a_minute_nobody_is_answered_soon() -> None:
    assert forecast(Demand(20), 3, Pickup(1.0, 61.0, 69.0)).answered_soon == 0


# -- by chance ------------------------------------------------------------------------------------


def agrees(said: float, play: Callable[[random.Random], float]) -> None:
    """What was worked out lies within the error of what is played out `RUNS` times."""
    found = [play(random.Random(seed)) for seed in range(RUNS)]
    error = stdev(found) / RUNS**0.5
    assert abs(fmean(found) - said) <= ERRORS * max(error, 1e-4), (said, fmean(found), error)


def an_evening(
    demand: Demand, on: int, chance: float, within: float, dice: random.Random
) -> tuple[float, float]:
    """Calls one after the other: the share that met a peer, and that did in `within` minutes.

    Told by its events, as it happens on the telephone, and not by any formula.
    """
    now, calls, met, soon = 0.0, 400, 0, 0
    talks: list[float] = []
    waiting: list[tuple[float, float]] = []
    come = 0
    arrives = dice.expovariate(demand.per_hour / 60)
    while come < calls or talks:
        if talks and (come >= calls or min(talks) < arrives):
            now = min(talks)
            talks.remove(now)
            while waiting:
                since, until = waiting.pop(0)
                if until > now and dice.random() < chance:
                    met, soon = met + 1, soon + (now - since <= within)
                    talks.append(now + dice.expovariate(1 / demand.talk))
                    break
            continue
        if come >= calls:
            break
        now, come = arrives, come + 1
        arrives = now + dice.expovariate(demand.per_hour / 60)
        free = on - len(talks)
        if free == 0:
            waiting.append((now, now + dice.expovariate(1 / demand.patience)))
        elif any(dice.random() < chance for _ in range(free)):
            met, soon = met + 1, soon + 1
            talks.append(now + dice.expovariate(1 / demand.talk))
    return met / calls, soon / calls


@pytest.mark.parametrize(
    ("demand", "on", "chance"),
    [
        (Demand(0.25), 1, 0.7),
        (Demand(1), 2, 0.7),
        (Demand(2), 3, 1.0),
        (Demand(6, talk=20, patience=8), 2, 0.5),
        (Demand(20, talk=30, patience=2), 8, 0.9),
    ],
)
def test_what_is_forecast_is_what_happens(demand: Demand, on: int, chance: float) -> None:
    said = forecast(demand, on, Pickup(chance))
    agrees(said.answered, lambda dice: an_evening(demand, on, chance, 1, dice)[0])


def test_how_many_are_answered_within_a_minute_is_what_happens() -> None:
    """Where picking up takes no time and everybody does, so that only the turn is waited for."""
    demand, on = Demand(20, talk=12, patience=4), 3
    said = forecast(demand, on, Pickup(1.0, 0.0, 0.001), Way(apart=0.0))
    agrees(said.answered_soon, lambda dice: an_evening(demand, on, 1.0, 1, dice)[1])


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("phones", [1, 3, 8])
def test_phones_that_ring_are_taken_as_soon_as_was_worked_out(order: Order, phones: int) -> None:
    starts = Way(order).starts(phones)
    said = reached(HALF, starts)

    def rings(dice: random.Random) -> tuple[float, float, float, float]:
        answered, waited, rung, soon, tries = 0, 0.0, 0, 0, 400
        for _ in range(tries):
            taken = [s + dice.uniform(3, 15) for s in starts if dice.random() < 0.5]
            first = min(taken, default=float("inf"))
            rung += sum(start < first for start in starts)
            if taken:
                answered, waited, soon = answered + 1, waited + first, soon + (first <= 12)
        return answered / tries, waited / answered, rung / tries, soon / tries

    agrees(said.answered, lambda dice: rings(dice)[0])
    agrees(said.mean, lambda dice: rings(dice)[1])
    agrees(said.phones, lambda dice: rings(dice)[2])
    agrees(said.by(12), lambda dice: rings(dice)[3])


@pytest.mark.parametrize(("on", "callers", "chance"), [(3, 5, 0.7), (2, 2, 0.5), (1, 6, 1.0)])
def test_what_becomes_of_a_surge_is_what_happens(on: int, callers: int, chance: float) -> None:
    demand = Demand(1, patience=20)
    said = surge(demand, on, callers, Pickup(chance))

    def crowd(dice: random.Random) -> tuple[float, float]:
        at_once, later, tries = 0, 0, 100
        for _ in range(tries):
            there = sum(dice.random() < chance for _ in range(on))
            at_once += min(there, callers)
            ends = [dice.expovariate(1 / demand.talk) for _ in range(min(there, callers))]
            patience = [dice.expovariate(1 / demand.patience) for _ in range(callers - there)]
            while ends and patience:
                now = min(ends)
                ends.remove(now)
                while patience:
                    if patience.pop(0) > now:
                        later += 1
                        ends.append(now + dice.expovariate(1 / demand.talk))
                        break
        return at_once / tries, later / tries

    agrees(said.at_once, lambda dice: crowd(dice)[0])
    agrees(said.later, lambda dice: crowd(dice)[1])
