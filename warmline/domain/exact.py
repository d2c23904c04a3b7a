"""What of ended calls is added up exactly: whole seconds, and what came of each phone rung.

A call row has buckets only. Means, medians and percentiles need more, so each call also raises a
few sums of its quarter. They say nothing of one call, have neither day nor hour nor language, and
lie sealed until the quarter's report is made from them; then they are gone. Why: docs/decisions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from math import ceil
from typing import Final

from warmline.domain.callback import OWN_ROW, Callback
from warmline.domain.outcome import Facts

Sums = Counter[str]
"""How often, or how many seconds, by the name of a sum; `answer:23` is a step of a histogram."""


class Rung(StrEnum):
    """What came of ringing a supporter's phone, as the team's measures count it."""

    ACCEPTED = "accepted"
    PASSED = "passed"
    MISSED = "missed"
    """It rang out, was engaged, or was declined by the phone's own button."""
    CAUGHT = "caught"
    """Picked up, and no key was pressed: a voicemail as a rule."""
    FAILED = "failed"
    """The provider could not ring it."""
    WITHDRAWN = "withdrawn"
    """Stopped because another was quicker or the caller went elsewhere: no answer was due."""


ANSWER: Final = "answer"
"""Seconds from wanting a peer to the talk."""
HUMAN: Final = "human"
"""Seconds from the first ring to the talk."""
DELAY: Final = "delay"
"""Minutes from the promise of a call back to the key that was pressed on it."""
TALK: Final = "talk"
WRAP: Final = "wrap"
HANDLED: Final = "handled"
"""Calls that talked, calls back too."""
SHORT: Final = "short"
"""Talks with one peer that were over in less than 20 seconds."""
LOST: Final = "lost"
"""Supporters' phones that left a talk, and the caller waited for a peer again."""
UNMET: Final = "unmet"
OPEN: Final = "open"
"""Minutes in which the line was open."""
COVERED: Final = "covered"
"""Those of them in which at least one supporter could be rung."""
IDLE: Final = "idle"
"""Minutes of supporters, added up, in which each could be rung and was not."""


RAISED: Final = frozenset({*Rung, WRAP, SHORT, LOST})
"""What a live call adds up by itself, as it happens."""


def unmet(wish: str) -> str:
    """The sum of calls in which this wish could not be met: `language-es`, `kind-peer`."""
    return f"{UNMET}-{wish}"


def sums_of(facts: Facts, raised: Mapping[str, float]) -> Sums:
    """What one call adds to its quarter's sums; `raised` is what it has added up by itself."""
    found: Sums = Counter({name: whole(by) for name, by in raised.items() if name in RAISED})
    if facts.first_bridge:
        found.update({HANDLED: 1, TALK: whole(facts.talked)})
    if facts.callback is Callback.REACHED:
        found[f"{DELAY}:{whole(facts.wanted_at - facts.received) // 60}"] += 1
    if facts.callback not in OWN_ROW and facts.open and facts.wanted_at:
        found.update(name for name in raised if name.startswith(f"{UNMET}-"))
        if facts.first_bridge:
            found[f"{ANSWER}:{whole(facts.first_bridge - facts.wanted_at)}"] += 1
            found[f"{HUMAN}:{whole(facts.first_bridge - facts.received)}"] += 1
    return +found


def whole(seconds: float) -> int:
    """Whole seconds, begun ones left out; a microsecond that a float has lost is not missed."""
    return max(0, int(seconds + 1e-6))


def steps(sums: Mapping[str, int], name: str) -> dict[int, int]:
    """A histogram among the sums: how often each value came."""
    found = (
        (one.partition(":")[2], count) for one, count in sums.items() if one.startswith(f"{name}:")
    )
    return dict(sorted((int(value), count) for value, count in found))


@dataclass(frozen=True, slots=True)
class Spread:
    """Of so many values: their mean, median and 90th percentile; all 0 when there are none."""

    n: int = 0
    mean: float = 0.0
    median: int = 0
    p90: int = 0


def spread(histogram: Mapping[int, int]) -> Spread:
    """Mean, median and 90th percentile of a histogram; percentiles are values that came (the
    smallest that so many per cent of all do not exceed).
    """
    n = sum(histogram.values())
    if not n:
        return Spread()
    values = sorted(histogram.items())
    total = sum(value * count for value, count in values)
    return Spread(n, total / n, _at(values, ceil(n / 2)), _at(values, ceil(n * 9 / 10)))


def _at(values: list[tuple[int, int]], rank: int) -> int:
    so_far = accumulate(count for _, count in values)
    return next(value for (value, _), seen in zip(values, so_far, strict=True) if seen >= rank)
