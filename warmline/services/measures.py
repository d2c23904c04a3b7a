"""What a coordinator sees of the last days: roughly, never about fewer than eleven.

No day of history, only how it is: today, the last seven days, the last thirty. Counts are rounded
down to tens, so that yesterday's page and today's do not tell that one call came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from warmline.domain.counters import What, counted
from warmline.domain.line import Line
from warmline.domain.measures import measures
from warmline.domain.outcome import Bucket, CallRow
from warmline.domain.release import THRESHOLD, fits, per_cent
from warmline.ports import Clock, Quarters

WINDOWS: Final = (1, 7, 30)
"""Days, today among them."""
STEP: Final = 10
SOON: Final = (Bucket.UNDER_20_S, Bucket.UNDER_60_S)


@dataclass(frozen=True, slots=True)
class Lately:
    """A line in the last `days`.

    `offered` is rounded down to tens, the others are per cents of those who did not leave at once,
    rounded to five. None: it, or what is left of the whole without it, is about fewer than eleven.
    """

    days: int
    offered: int | None
    answered: int | None
    within_a_minute: int | None
    just_left: int | None


class LiveMeasures:
    """Computed from the rows of the last thirty days, whenever it is asked for."""

    def __init__(self, quarters: Quarters, clock: Clock) -> None:
        """Nothing is kept here."""
        self._quarters = quarters
        self._clock = clock

    def of(self, line: Line) -> tuple[Lately, ...]:
        """How it is on a line: today, in the last week, in the last month. Raises StoreTrouble."""
        today = datetime.fromtimestamp(self._clock.now(), UTC).astimezone(line.zone).date()
        rows = self._quarters.rows(line.id, today - timedelta(days=max(WINDOWS) - 1))
        return tuple(
            _lately(days, [row for row in rows if row.day > today - timedelta(days=days)])
            for days in WINDOWS
        )


def _lately(days: int, rows: Iterable[CallRow]) -> Lately:
    found: Counter[tuple[What, str]] = Counter()
    for tally, count in counted(rows).items():
        found[tally.what, tally.value] += count
    known = measures(found, {})
    soon = sum(found[What.ANSWERED, one] for one in SOON)
    offered = known.offered

    def share(part: int) -> int | None:
        whole = known.staying
        if whole < THRESHOLD or not (fits(part) and fits(whole - part)):
            return None
        return per_cent(part, whole)

    return Lately(
        days=days,
        offered=offered // STEP * STEP if fits(offered) else None,
        answered=share(known.answered),
        within_a_minute=share(soon),
        just_left=share(known.just_left),
    )
