"""What lies in the database is deleted in its time; of ended calls only counts stay.

Every hour, and as often as one likes: it looks at what there is, so it catches up after a week in
which nothing ran, and does nothing the second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.domain.retention import KEPT, ROWS_KEPT
from warmline.ports import Clock, Past, Roster


@dataclass(frozen=True, slots=True)
class Over:
    """What has had its time: how many rows of ended calls, and of everything else."""

    rows: int
    rest: Mapping[str, int]
    """By what it is: see `retention.KEPT`."""

    def __bool__(self) -> bool:
        return bool(self.rows) or any(self.rest.values())


class Folding:
    """Counts old rows and deletes them, and what else is over."""

    def __init__(
        self, past: Past, roster: Roster, clock: Clock, kept: Mapping[str, timedelta] = KEPT
    ) -> None:
        """`kept`: how long everything but rows stays."""
        self._past = past
        self._roster = roster
        self._clock = clock
        self._kept = kept

    def over(self, keep: timedelta = ROWS_KEPT) -> Over:
        """What `tidy` would delete now, were there no legal hold. Raises StoreTrouble."""
        rows = sum(self._past.rows_until(one, self._until(one, keep)) for one in self._past.lines())
        return Over(rows, self._past.old(self._times()))

    def tidy(self, keep: timedelta = ROWS_KEPT) -> Over:
        """Delete what is over; how much that was. Nothing, while a legal hold is on.

        `keep`: rows of ended calls of so many days stay. Raises StoreTrouble: what was done until
        then is done.
        """
        rows = 0
        for line_id in self._past.lines():
            while some := self._past.fold(line_id, self._until(line_id, keep)):
                rows += some
        done = Over(rows, self._past.delete_old(self._times()))
        self._past.stir(deleted=bool(done))
        return done

    def _until(self, line_id: str, keep: timedelta) -> date:
        """The last day of which a line's rows have had their time, in its own zone."""
        book = self._roster.book(line_id)
        zone = book.line.zone if book else ZoneInfo("UTC")
        return datetime.fromtimestamp(self._clock.now(), zone).date() - keep

    def _times(self) -> dict[str, datetime]:
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        return {name: now - kept for name, kept in self._kept.items()}
