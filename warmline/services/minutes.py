"""Every minute in which a line is open: could anybody have been rung? For coverage and occupancy.

Looked at by the clock. A minute at which nobody looked, because all was down, was not covered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from warmline.domain.counters import quarter
from warmline.domain.exact import COVERED, IDLE, OPEN
from warmline.domain.hours import is_open
from warmline.domain.line import LineBook
from warmline.domain.matching import Wanted, survey
from warmline.domain.selftest import is_copy
from warmline.ports import Clock, LiveCalls, Quarters, Roster
from warmline.ports.quarters import Quarter

MINUTE: Final = 60
MOST_MISSED: Final = 7 * 24 * 60
"""Minutes in which nobody looked that are caught up with."""


class Minutes:
    """Looks at each line once a minute, however often it is asked to."""

    def __init__(self, calls: LiveCalls, roster: Roster, quarters: Quarters, clock: Clock) -> None:
        """Which minute was seen last is kept with the sums; here, only so as not to ask there."""
        self._calls = calls
        self._roster = roster
        self._quarters = quarters
        self._clock = clock
        self._seen = 0

    def look(self) -> None:
        """Count this minute, if nobody has. Raises StoreTrouble."""
        minute = int(self._clock.now() // MINUTE)
        if minute == self._seen:
            return
        for book in self._roster.books():
            if not is_copy(book.line.id):
                self._count(book, minute)
        self._seen = minute

    def _count(self, book: LineBook, minute: int) -> None:
        today = datetime.fromtimestamp(minute * MINUTE, UTC).astimezone(book.line.zone).date()
        this = Quarter(book.line.id, quarter(today))
        free = self._free(book) if _open(book, minute) else None

        def adds(last: int | None) -> Mapping[str, int]:
            missed = range(max(last + 1, minute - MOST_MISSED), minute) if last else ()
            opened = sum(_open(book, one) for one in missed)
            if free is None:
                return {OPEN: opened}
            return {OPEN: opened + 1, COVERED: int(free > 0), IDLE: free}

        self._quarters.minute(this, minute, adds)

    def _free(self, book: LineBook) -> int:
        """How many could be rung now."""
        presences = self._calls.presences([one.id for one in book.supporters])
        # The language does not matter here: everybody is asked about as who they are.
        wanted = Wanted(book.line.languages[0])
        rows = survey(book, presences, wanted, self._clock.now())
        return sum(1 for row in rows if row.duty is not None and not row.reasons)


def _open(book: LineBook, minute: int) -> bool:
    return is_open(book.line.hours, book.line.zone, datetime.fromtimestamp(minute * MINUTE, UTC))
