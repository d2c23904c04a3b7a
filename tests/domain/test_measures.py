"""What a quarter's counts and sums amount to, before anything is withheld."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict

from warmline.domain import exact
from warmline.domain.callback import Callback
from warmline.domain.counters import What
from warmline.domain.exact import Rung, Spread
from warmline.domain.measures import measures
from warmline.domain.outcome import Outcome


def test_every_measure_is_made_of_its_own_counts_and_sums() -> None:
    left = {
        Outcome.CRISIS: 2,
        Outcome.PLACES: 3,
        Outcome.CALLBACK: 4,
        Outcome.SHORT_ABANDON: 5,
        Outcome.ABANDONED: 6,
    }
    counts: dict[tuple[What, str], int] = {
        (What.OFFERED, Outcome.TALKED): 100,
        **{(What.OFFERED, one): n for one, n in left.items()},
        (What.CALLBACK, Callback.REACHED): 7,
        (What.CALLBACK, Callback.NOT_REACHED): 20,
        (What.CALLBACK, Callback.EXPIRED): 300,
        (What.CALLBACK, Callback.PROMISED): 4000,
    }
    sums = Counter[str](
        {
            f"{exact.ANSWER}:10": 1,
            f"{exact.ANSWER}:59": 2,
            f"{exact.ANSWER}:60": 4,
            f"{exact.HUMAN}:30": 3,
            f"{exact.DELAY}:15": 7,
            **{how.value: 10**n for n, how in enumerate(Rung)},
            exact.HANDLED: 107,
            exact.TALK: 6000,
            exact.WRAP: 700,
            exact.OPEN: 900,
            exact.COVERED: 800,
            exact.IDLE: 40,
            exact.SHORT: 9,
            exact.LOST: 8,
        }
    )
    found = measures(counts, sums)
    assert asdict(found) == {
        "offered": 120,
        "short_abandons": 5,
        "answered": 100,
        "within": 3,
        "to_crisis": 2,
        "to_places": 3,
        "took_callback": 4,
        "just_left": 6,
        "answer": asdict(Spread(7, 368 / 7, 60, 60)),
        "human": asdict(Spread(3, 30.0, 30, 30)),
        "rung": {how: 10**n for n, how in enumerate(Rung)},
        "handled": 107,
        "talk_seconds": 6000,
        "wrap_seconds": 700,
        "open_minutes": 900,
        "covered_minutes": 800,
        "idle_minutes": 40,
        "callbacks": 327,
        "callbacks_reached": 7,
        "delay": asdict(Spread(7, 15.0, 15, 15)),
        "too_short": 9,
        "lost": 8,
    }
    assert (found.staying, found.carried_seconds) == (115, 6700)
    assert found.offers == sum(found.rung.values()) - found.rung[Rung.WITHDRAWN]


def test_a_quarter_without_a_call_is_nothing_but_noughts() -> None:
    nothing = asdict(Spread())
    for name, value in asdict(measures({}, {})).items():
        assert value in (0, nothing, dict.fromkeys(Rung, 0)), name
