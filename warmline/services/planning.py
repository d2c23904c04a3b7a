"""Who should be on shift: a plan from what is expected, or from what a line has counted itself.

Of a line's own past only whole quarters are used of which every row has been counted, and only
where the count is eleven or more; a rate is told with two digits. So a plan tells of no call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from warmline.domain.counters import Tally, What, quarter
from warmline.domain.hours import open_stretches
from warmline.domain.line import LineBook
from warmline.domain.outcome import Bucket
from warmline.domain.picking_up import Pickup, Way
from warmline.domain.planning import Demand, Forecast, Surge, enough, forecast, surge
from warmline.domain.retention import ROWS_KEPT

THRESHOLD: Final = 11
MINUTES: Final[Mapping[str, float]] = {
    Bucket.UNDER_20_S: 1 / 6,
    Bucket.UNDER_60_S: 2 / 3,
    Bucket.UNDER_2_MIN: 1.5,
    Bucket.UNDER_4_MIN: 3.0,
    Bucket.UNDER_15_MIN: 9.5,
    Bucket.UNDER_40_MIN: 27.5,
    Bucket.LONGER: 50.0,
}
"""What a talk of each bucket counts for."""
COARSE: Final = 5.0
"""Minutes to which the mean talk is rounded."""
AROUND: Final = 3
"""A plan shows so many more supporters than are enough."""
SHOWN: Final = 5
"""And at least from 1 to this."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a line's own counts of a quarter say; None where there are too few."""

    since: date
    per_hour: float | None
    talk: float | None
    """Minutes, with the rest after a talk."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of callers, by how many are on, and the fewest who meet the targets."""

    demand: Demand
    pickup: Pickup
    rows: tuple[Forecast, ...]
    enough: Forecast | None
    surge: Surge
    """With as many on as are enough, or as are shown at most."""


def known(book: LineBook, counts: Mapping[Tally, int], today: date) -> Known | None:
    """What the last quarter says of which everything has been counted; None for nothing at all."""
    until = quarter(today - ROWS_KEPT)
    since = quarter(until - timedelta(days=1))
    offered = sum(
        count
        for one, count in counts.items()
        if one.line == book.line.id and one.what is What.OFFERED and since <= one.since < until
    )
    talks = {
        one.value: count
        for one, count in counts.items()
        if one.line == book.line.id and one.what is What.TALKED and one.since == since
    }
    hours = _open_hours(book, since, until)
    found = Known(
        since,
        per_hour=float(f"{offered / hours:.2g}") if offered >= THRESHOLD and hours else None,
        talk=_talk(book, talks) if sum(talks.values()) >= THRESHOLD else None,
    )
    return found if found.per_hour or found.talk else None


def plan(demand: Demand, pickup: Pickup, way: Way, together: int) -> Plan:
    """What becomes of this demand, and of so many who call together."""
    best = enough(demand, pickup, way)
    most = max(best.supporters + AROUND if best else 0, SHOWN)
    return Plan(
        demand,
        pickup,
        tuple(forecast(demand, n, pickup, way) for n in range(1, most + 1)),
        best,
        surge(demand, best.supporters if best else most, together, pickup),
    )


def _open_hours(book: LineBook, since: date, until: date) -> float:
    """Hours for which the line was open between two days, if its hours were those of today."""
    line = book.line
    days = [since + timedelta(days=n) for n in range((until - since).days)]
    stretches = open_stretches(line.hours, line.zone, days)
    return sum((one.end - one.start).total_seconds() for one in stretches) / 3600


def _talk(book: LineBook, talks: Mapping[str, int]) -> float:
    rests = [one.limits.wrap_up_minutes for one in book.supporters] or [0]
    mean = sum(MINUTES.get(name, 0) * count for name, count in talks.items()) / sum(talks.values())
    return max(round((mean + sum(rests) / len(rests)) / COARSE) * COARSE, COARSE)
