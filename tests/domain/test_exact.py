"""What one call adds to its quarter, and what histograms amount to."""

from __future__ import annotations

import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.callback import Callback
from warmline.domain.exact import Spread, spread, steps, sums_of, unmet, whole
from warmline.domain.measures import measures
from warmline.domain.outcome import Facts, Outcome, outcome_of

TALKED = Facts(
    row="r",
    line="county",
    language="en",
    open=True,
    received=1000.0,
    wanted_at=1012.5,
    first_bridge=1035.4,
    talked=700.9,
    ended=1740.0,
    offers=2,
    crisis_key=False,
    crisis_bridge=False,
    places=frozenset(),
)


def test_a_talk_adds_its_seconds() -> None:
    raised = {"accepted": 1.0, "withdrawn": 1.0, "wrap": 600.0, unmet("language-es"): 1.0}
    assert sums_of(TALKED, raised) == {
        "accepted": 1,
        "withdrawn": 1,
        "wrap": 600,
        "unmet-language-es": 1,
        "handled": 1,
        "talk": 700,
        "answer:22": 1,
        "human:35": 1,
    }


@pytest.mark.parametrize(
    "facts",
    [
        replace(TALKED, first_bridge=0, talked=0),
        replace(TALKED, first_bridge=0, talked=0, wanted_at=0),
    ],
)
def test_without_a_talk_only_the_phones_count(facts: Facts) -> None:
    assert sums_of(facts, {"missed": 2.0}) == {"missed": 2}


def test_outside_the_hours_a_wish_is_not_unmet_and_no_wait_counts() -> None:
    found = sums_of(replace(TALKED, open=False), {unmet("kind-peer"): 1.0})
    assert found == {"handled": 1, "talk": 700}


def test_a_call_back_adds_the_minutes_until_it_reached_and_its_talk() -> None:
    back = replace(TALKED, callback=Callback.REACHED, wanted_at=1000.0 + 47 * 60 + 59)
    assert sums_of(back, {}) == {"handled": 1, "talk": 700, "delay:47": 1}
    hours = replace(back, wanted_at=1000.0 + 5 * 60 * 60)
    assert sums_of(hours, {})["delay:300"] == 1


def test_what_a_call_says_of_itself_otherwise_is_not_added() -> None:
    assert sums_of(replace(TALKED, first_bridge=0), {"answer:3": 1.0, "talk": 5.0}) == {}


@pytest.mark.parametrize(
    ("wanted_at", "ended", "outcome"),
    [
        (1012.5, 1020.0, Outcome.SHORT_ABANDON),
        (1012.5, 1022.5, Outcome.PLACES),
        (0.0, 1020.0, Outcome.PLACES),
    ],
)
def test_who_leaves_at_once_left_at_once_though_places_were_heard_before(
    wanted_at: float, ended: float, outcome: Outcome
) -> None:
    heard = replace(TALKED, first_bridge=0, talked=0, places=frozenset({"peer"}))
    assert outcome_of(replace(heard, wanted_at=wanted_at, ended=ended)) is outcome


@given(st.lists(st.integers(0, 300), min_size=1, max_size=60))
def test_mean_median_and_percentile_are_those_of_the_values(values: list[int]) -> None:
    found = spread({value: values.count(value) for value in values})
    assert found.n == len(values)
    assert found.mean == pytest.approx(statistics.fmean(values))
    assert found.median == statistics.median_low(values)
    assert sum(value <= found.p90 for value in values) * 10 >= 9 * len(values)
    assert sum(value < found.p90 for value in values) * 10 < 9 * len(values)


def test_nothing_is_no_number() -> None:
    assert spread({}) == Spread() == Spread(n=0, mean=0.0, median=0, p90=0)
    assert [whole(seconds) for seconds in (-3.0, 0.0, 0.99, 1.0, 6.9999999)] == [0, 0, 0, 1, 7]
    assert measures({}, {}).offers == 0
    assert steps({"answer:3": 2, "answered": 1}, "answer") == {3: 2}
