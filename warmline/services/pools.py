"""Who is on duty, kept in the order of ringing by whoever looks at lines again and again.

Nothing here decides: the judge reserves, and knows better what is true now. What a process has
forgotten, or never knew, it reads from the store at its next look.
"""

from __future__ import annotations

from datetime import UTC, datetime

from warmline.domain.line import LineBook
from warmline.domain.pool import Pool
from warmline.domain.presence import Changes, Presence
from warmline.domain.roster import duties
from warmline.ports import Clock, LiveCalls


class Pools:
    """The pools of all lines, for one thread."""

    def __init__(self, calls: LiveCalls, clock: Clock) -> None:
        self._calls = calls
        self._clock = clock
        self._since = Changes()
        self._known: dict[str, Presence] = {}
        self._pools: dict[str, Pool] = {}

    def of(self, book: LineBook) -> Pool:
        """The line's pool as it is now: one look at what has changed since the last."""
        self._catch_up()
        on_duty = duties(book, datetime.fromtimestamp(self._clock.now(), UTC))
        pool = self._pools.get(book.line.id)
        if pool is None or pool.book is not book or pool.on_duty is not on_duty:
            pool = self._pools[book.line.id] = Pool(book, on_duty, self._known)
        return pool

    def _catch_up(self) -> None:
        new = self._since = self._calls.changes(self._since)
        if new.whole:
            self._known.clear()
            self._pools.clear()
        self._known |= {one.supporter: one for one in new.presences}
        for pool in self._pools.values():
            pool.change(new.presences)
