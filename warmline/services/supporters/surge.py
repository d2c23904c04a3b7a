"""A coordinator asks supporters who are off duty for help. A question by text, no order.

Nobody learns who did not come: a number of those who were asked, and of those who are on now.
"""

from __future__ import annotations

from datetime import UTC, datetime

from warmline.domain.line import LineBook, Supporter
from warmline.domain.surge import EVERY, Asked, came, may_be_asked
from warmline.ports import Clock, ErrandStore, Jobs, LiveCalls, Roster


class TooSoon(Exception):
    """This line asked a while ago. `at` (UTC) is when it can ask again."""

    def __init__(self, at: datetime) -> None:
        super().__init__("asked already")
        self.at = at


class Surge:
    """Each verb may raise StoreTrouble."""

    def __init__(
        self, roster: Roster, calls: LiveCalls, jobs: Jobs, store: ErrandStore, clock: Clock
    ) -> None:
        """`store` keeps for some hours who was asked."""
        self._roster = roster
        self._calls = calls
        self._jobs = jobs
        self._store = store
        self._clock = clock

    def may_ask(self, line_id: str) -> int:
        """How many would be asked now."""
        book = self._roster.book(line_id)
        return len(self._whom(book)) if book else 0

    def ask(self, line_id: str) -> int:
        """Text everybody who may be asked; how many that are. Raises TooSoon."""
        book = self._roster.book(line_id)
        if book is None:
            return 0
        people = self._whom(book)
        ids = [one.id for one in people]
        now = self._clock.now()
        began = self._store.ask_for_help(line_id, ids, now, EVERY.total_seconds()) if ids else None
        if began is not None:
            raise TooSoon(datetime.fromtimestamp(began, UTC) + EVERY)
        for one in ids:
            self._jobs.text(one, line_id, "text-surge")
        return len(ids)

    def now(self, line_id: str) -> Asked | None:
        """What has come of it so far; None when nobody was asked lately."""
        book = self._roster.book(line_id)
        known = self._store.asked_for_help(line_id)
        if book is None or known is None:
            return None
        ids, began = known
        at = datetime.fromtimestamp(began, UTC)
        return Asked(at, len(ids), came(book, ids, at, self._now()))

    def _whom(self, book: LineBook) -> list[Supporter]:
        presences = self._calls.presences([one.id for one in book.supporters])
        return may_be_asked(book, presences, self._now())

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)
