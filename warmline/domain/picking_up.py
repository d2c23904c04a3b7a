"""Phones that ring, and are picked up or not: how soon a free supporter takes the call.

At the size of a county's line this, and not the queue, is what decides whether anybody answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Final

from warmline.domain.line import Ringing

STEP: Final = 0.25
"""Seconds in which times are looked at: what is sought bends at whole seconds only."""


class Order(StrEnum):
    """How phones are rung."""

    IN_TURN = "in-turn"
    """One after the other: the next when one has rung its time."""
    WAVES = "waves"
    """The best two, and one more every few seconds: what this program does."""
    ALL = "all"
    """Everybody at once."""


@dataclass(frozen=True, slots=True)
class Pickup:
    """How often a ringing phone is taken with key 1, and within which seconds, evenly spread."""

    chance: float = 0.7
    fastest: float = 3.0
    slowest: float = 15.0

    @property
    def mean(self) -> float:
        """Seconds that it takes those who do."""
        return (self.fastest + self.slowest) / 2

    def by(self, seconds: float) -> float:
        """The probability that a phone has been taken when it has rung for so long."""
        done = (seconds - self.fastest) / (self.slowest - self.fastest)
        return self.chance * min(max(done, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Way:
    """An order, with a line's own numbers."""

    order: Order = Order.WAVES
    ringing: Ringing = field(default_factory=Ringing)
    apart: float = 1.0
    """Seconds between two phones at least: the provider rings one a second."""

    def starts(self, phones: int) -> list[float]:
        """Seconds at which each of so many free phones begins to ring."""
        found: list[float] = []
        for n in range(phones):
            soonest = found[-1] + self.apart if found else 0.0
            found.append(max(soonest, self._wished(n, found)))
        return found

    def _wished(self, n: int, before: Sequence[float]) -> float:
        if self.order is Order.ALL:
            return 0.0
        if self.order is Order.IN_TURN:
            return float(n * self.ringing.ring_seconds)
        place = before[n - self.ringing.at_once] if n >= self.ringing.at_once else None
        free = 0.0 if place is None else place + self.ringing.ring_seconds
        return max((n - self.ringing.first_wave + 1) * self.ringing.wave_every, free)


@dataclass(frozen=True, slots=True)
class Reached:
    """What comes of ringing. `answered`: from 0 to 1; `mean`: seconds, of those who are answered;
    `phones`: how many ring in the mean.
    """

    answered: float
    mean: float
    phones: float
    pickup: Pickup
    starts: Sequence[float]

    def by(self, seconds: float) -> float:
        """The probability that somebody has taken the call by then."""
        return 1 - _nobody(self.pickup, self.starts, seconds)


def at_least_one(chance: float, phones: int) -> float:
    """The probability that one of so many phones is picked up."""
    return 1.0 - (1.0 - chance) ** phones


def reached(pickup: Pickup, starts: Sequence[float]) -> Reached:
    """What comes of ringing phones that begin at these seconds, at least one of them.

    A phone rings long enough to be picked up by whoever would. Once one is, no other begins.
    """
    return _reached(pickup, tuple(starts))


@lru_cache(maxsize=256)
def _reached(pickup: Pickup, starts: tuple[float, ...]) -> Reached:
    answered = at_least_one(pickup.chance, len(starts))
    never = 1 - answered
    steps = round((max(starts) + pickup.slowest) / STEP)
    waits = [_nobody(pickup, starts, n * STEP) - never for n in range(steps + 1)]
    area = STEP * (sum(waits) - (waits[0] + waits[-1]) / 2)
    phones = sum(_nobody(pickup, starts, start) for start in starts)
    return Reached(answered, area / answered, phones, pickup, starts)


def _nobody(pickup: Pickup, starts: Sequence[float], seconds: float) -> float:
    """The probability that nobody has taken the call after so long."""
    left = 1.0
    for start in starts:
        left *= 1 - pickup.by(seconds - start)
    return left
