"""The measures, exactly: what a quarter's counts and sums amount to, before anything is withheld.

`VERSION` names these definitions; a report says by which it was made. T is 60 s, s is 10 s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from warmline.domain import exact
from warmline.domain.callback import Callback
from warmline.domain.counters import What
from warmline.domain.exact import Rung, Spread, spread, steps
from warmline.domain.outcome import Outcome

VERSION: Final = "1"
WITHIN_SECONDS: Final = 60

Counts = Mapping[tuple[What, str], int]
"""How many, by what is counted and which of its values."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything that is measured of a line, as whole numbers. Seconds and minutes."""

    offered: int
    short_abandons: int
    answered: int
    within: int
    to_crisis: int
    to_places: int
    took_callback: int
    just_left: int
    answer: Spread
    human: Spread
    rung: Mapping[Rung, int]
    handled: int
    talk_seconds: int
    wrap_seconds: int
    open_minutes: int
    covered_minutes: int
    idle_minutes: int
    callbacks: int
    callbacks_reached: int
    delay: Spread
    too_short: int
    lost: int

    @property
    def staying(self) -> int:
        """Offered calls whose callers did not leave at once: what rates are of."""
        return self.offered - self.short_abandons

    @property
    def offers(self) -> int:
        """Phones that were rung, and that nobody stopped before they could be answered."""
        return sum(count for how, count in self.rung.items() if how is not Rung.WITHDRAWN)

    @property
    def carried_seconds(self) -> int:
        """What supporters were with: talks, and the rest after each."""
        return self.talk_seconds + self.wrap_seconds


def measures(counts: Counts, sums: Mapping[str, int]) -> Measures:
    """The measures of one quarter of one line."""

    def offered(*outcomes: Outcome) -> int:
        return sum(counts.get((What.OFFERED, one), 0) for one in outcomes)

    called_back = {one: counts.get((What.CALLBACK, one), 0) for one in Callback}
    answer = steps(sums, exact.ANSWER)
    return Measures(
        offered=offered(*Outcome),
        short_abandons=offered(Outcome.SHORT_ABANDON),
        answered=offered(Outcome.TALKED),
        within=sum(count for seconds, count in answer.items() if seconds < WITHIN_SECONDS),
        to_crisis=offered(Outcome.CRISIS),
        to_places=offered(Outcome.PLACES),
        took_callback=offered(Outcome.CALLBACK),
        just_left=offered(Outcome.ABANDONED),
        answer=spread(answer),
        human=spread(steps(sums, exact.HUMAN)),
        rung={one: sums.get(one, 0) for one in Rung},
        handled=sums.get(exact.HANDLED, 0),
        talk_seconds=sums.get(exact.TALK, 0),
        wrap_seconds=sums.get(exact.WRAP, 0),
        open_minutes=sums.get(exact.OPEN, 0),
        covered_minutes=sums.get(exact.COVERED, 0),
        idle_minutes=sums.get(exact.IDLE, 0),
        callbacks=sum(called_back[one] for one in _ENDED),
        callbacks_reached=called_back[Callback.REACHED],
        delay=spread(steps(sums, exact.DELAY)),
        too_short=sums.get(exact.SHORT, 0),
        lost=sums.get(exact.LOST, 0),
    )


_ENDED: Final = (Callback.REACHED, Callback.NOT_REACHED, Callback.EXPIRED)
"""Whoever rang again and met a peer meanwhile was not to be reached any more."""
