"""How many supporters make a line dependable: queues (Erlang) and phones that are not picked up.

The formulas are those of the handbooks, some lines each, so no library is asked for them. `Demand`
is what comes, `forecast` what becomes of it. Where a supporter's phone is picked up only sometimes,
Erlang's formulas are too kind; `_chain` is the same birth-death chain with that in it, and is
Erlang A when everybody picks up. Assumed, as always there: calls come independently of each other,
talks and patience are exponential. A surge is just what is not like that; see `surge`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from warmline.domain.picking_up import Pickup, Way, at_least_one, reached

SOON: Final = 60.0
"""Seconds within which a caller should be with a peer."""
MOST: Final = 30
"""Supporters on shift at once, at most; what a plan is asked for."""
ANSWERED: Final = 0.90
ANSWERED_SOON: Final = 0.80
"""The targets: of all who want a peer."""
_TAIL: Final = 60
_LARGE: Final = 1e200


@dataclass(frozen=True, slots=True)
class Demand:
    """What comes to a line. All positive.

    `talk`: minutes for which a call takes up a supporter, wrap-up included. `patience`: minutes for
    which callers wait in the mean before they leave.
    """

    per_hour: float
    talk: float = 25.0
    patience: float = 3.0

    @property
    def load(self) -> float:
        """Supporters who are taken up in the mean (erlangs)."""
        return self.per_hour * self.talk / 60


@dataclass(frozen=True, slots=True)
class Forecast:
    """What becomes of callers while so many supporters are on. Shares are from 0 to 1."""

    supporters: int
    blocked: float
    """Erlang B: all are taken, if nobody waited."""
    soon_if_patient: float | None
    """Erlang C: somebody is free within a minute, if nobody left; None when they never catch up."""
    abandoned: float
    """Erlang A: leaves before somebody is free, if each phone were picked up."""
    occupancy: float
    """How much of their time they are taken up, if everybody were answered."""
    answered: float
    """With phones that are not picked up: who comes to a peer, in one round of rings."""
    answered_soon: float
    """The same, within a minute."""
    mean_answer: float
    """Seconds from the wish for a peer to the key 1, of those who find somebody free."""

    @property
    def meets_targets(self) -> bool:
        """Whether both targets are met: `ANSWERED` and `ANSWERED_SOON`."""
        return self.answered >= ANSWERED and self.answered_soon >= ANSWERED_SOON


@dataclass(frozen=True, slots=True)
class Surge:
    """Several peers call at the same moment after one incident. Means, of `callers`."""

    callers: int
    at_once: float
    """How many are with a peer as soon as a phone is picked up."""
    later: float
    """How many more are, when a talk has ended and they still wait."""


def erlang_b(load: float, servers: int) -> float:
    """The probability that all `servers` are taken; who finds them so leaves at once."""
    blocked = 1.0
    for server in range(1, servers + 1):
        blocked = load * blocked / (server + load * blocked)
    return blocked


def erlang_c(load: float, servers: int) -> float:
    """The probability of having to wait when nobody leaves; 1.0 when they never catch up."""
    if load >= servers:
        return 1.0
    blocked = erlang_b(load, servers)
    return servers * blocked / (servers - load * (1 - blocked))


def soon_if_patient(demand: Demand, servers: int, within: float = SOON) -> float | None:
    """Erlang C's share of callers who wait no longer than `within` seconds; None without end."""
    if demand.load >= servers:
        return None
    decay = (servers - demand.load) * within / (demand.talk * 60)
    return 1 - erlang_c(demand.load, servers) * math.exp(-decay)


def abandoned(demand: Demand, servers: int) -> float:
    """Erlang A: the share of callers who leave before a supporter is free."""
    chain = _chain(demand, servers, 1.0)
    waiting = sum(share * (n - servers) for n, share in enumerate(chain) if n > servers)
    return waiting / demand.patience / (demand.per_hour / 60)


def forecast(
    demand: Demand, servers: int, pickup: Pickup | None = None, way: Way | None = None
) -> Forecast:
    """What becomes of this demand while `servers` (1 to MOST) are on."""
    pickup, way = pickup or Pickup(), way or Way()
    chain = _chain(demand, servers, pickup.chance)
    talking = sum(share * min(n, servers) for n, share in enumerate(chain))
    rings = {free: reached(pickup, way.starts(free)) for free in range(1, servers + 1)}
    found = {free: chain[servers - free] for free in rings}
    picked = sum(share * rings[free].answered for free, share in found.items())
    mean = sum(share * rings[free].answered * rings[free].mean for free, share in found.items())
    soon = sum(share * rings[free].by(SOON) for free, share in found.items())
    left = max(SOON - pickup.mean, 0.0) / 60
    soon += pickup.chance * sum(
        share * _turn_comes(demand, servers, n - servers, left)
        for n, share in enumerate(chain)
        if n >= servers
    )
    return Forecast(
        supporters=servers,
        blocked=erlang_b(demand.load, servers),
        soon_if_patient=soon_if_patient(demand, servers),
        abandoned=abandoned(demand, servers),
        occupancy=demand.load / servers,
        answered=talking / demand.load,
        answered_soon=soon,
        mean_answer=mean / picked,
    )


def surge(demand: Demand, servers: int, callers: int, pickup: Pickup | None = None) -> Surge:
    """What becomes of `callers` who call together while everybody on shift is free.

    Each phone is rung once; whoever picks up takes one of them, and the next after that talk.
    """
    chance = (pickup or Pickup()).chance
    at_once = later = 0.0
    for there in range(servers + 1):
        likely = math.comb(servers, there) * math.pow(chance, there)
        likely *= math.pow(1 - chance, servers - there)
        at_once += likely * min(callers, there)
        ends, leaves = there / demand.talk, 1 / demand.patience
        later += likely * sum(
            ends / (ends + place * leaves) for place in range(1, callers - there + 1)
        )
    return Surge(callers, at_once, later)


def enough(demand: Demand, pickup: Pickup | None = None, way: Way | None = None) -> Forecast | None:
    """The fewest supporters who meet the targets; None when not even MOST do."""
    tried = (forecast(demand, n, pickup, way) for n in range(1, MOST + 1))
    return next((one for one in tried if one.meets_targets), None)


# -- inside -------------------------------------------------------------------------------------


def _chain(demand: Demand, servers: int, chance: float) -> list[float]:
    """How likely so many callers talk or wait at once, from 0 on.

    Who finds phones free that nobody picks up leaves for the other places. When a talk ends, that
    supporter's phone rings for whoever has waited longest; not picked up, that caller leaves and
    it rings for the next. So the chain climbs by one and may fall by several, and what climbs over
    a step is what falls over it: from the top down, all sums of positive numbers.
    """
    arrive, end, leave = demand.per_hour / 60, servers / demand.talk, 1 / demand.patience
    top = servers + _TAIL + math.ceil(arrive / leave)
    found = [0.0] * (top + 1)
    found[top] = 1.0
    falling = 0.0
    for n in range(top - 1, -1, -1):
        above = n + 1
        if above >= servers:
            # Talks that end take the chain below n from everywhere above, ever less likely.
            falling = falling * (1 - chance) + found[above] * end
            down = falling + found[above] * (above - servers) * leave
        else:
            down = found[above] * above / demand.talk
        up = arrive * (at_least_one(chance, servers - n) if n < servers else 1.0)
        found[n] = down / up
        if found[n] > _LARGE:
            found = [one / _LARGE for one in found]
            falling /= _LARGE
    total = sum(found)
    return [one / total for one in found]


def _turn_comes(demand: Demand, servers: int, ahead: int, minutes: float) -> float:
    """The probability that somebody behind `ahead` others is rung for in time and still there.

    The time until then is the logarithm of a beta variable, so this is an incomplete beta function
    with one whole parameter: a finite sum.
    """
    share = servers / demand.talk * demand.patience
    edge = math.exp(-minutes / demand.patience)
    term = below = math.pow(edge, share + 1)
    for step in range(1, ahead + 1):
        term *= (share + step) / step * (1 - edge)
        below += term
    return share / (share + ahead + 1) * max(1 - below, 0.0)
