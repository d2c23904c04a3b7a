"""What the provider keeps of a call is deleted there as soon as it lets us."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warmline.domain.errors import ProviderTrouble
from warmline.ports import Clock, Holds, LiveCalls, Phones, Roster

OVER_AFTER = timedelta(hours=5)
"""The provider ends every call after four hours."""
LOOK_BACK = timedelta(days=3)
"""No further: what a number was used for before it was ours is not ours to delete. After a legal
hold: no further than what there was when it began."""


class Forgetting:
    """Deletes call and message resources. The backlog is in the store, not in the job."""

    def __init__(
        self, calls: LiveCalls, roster: Roster, phones: Phones, clock: Clock, holds: Holds
    ) -> None:
        """Nothing is kept here."""
        self._calls = calls
        self._roster = roster
        self._phones = phones
        self._clock = clock
        self._holds = holds

    def is_held(self) -> bool:
        """Whether a legal hold keeps the provider's records from being deleted."""
        return any(book.held for book in self._roster.books())

    def forget(self, sid: str) -> None:
        """Delete one resource; while the provider refuses, it stays in the backlog.

        So it does while a legal hold is on.
        """
        if self.is_held():
            return
        try:
            self._phones.forget(sid)
        except ProviderTrouble:
            return
        self._calls.forgotten(sid)

    def look_for_leftovers(self, line_id: str) -> None:
        """What the provider keeps though we know nothing of it: the store was lost, or away."""
        if self.is_held():
            return
        book = self._roster.book(line_id)
        before = datetime.fromtimestamp(self._clock.now(), UTC) - OVER_AFTER
        since = self._since(before)
        for number in book.line.numbers if book else ():
            try:
                kept = self._phones.kept(number, since, before)
            except ProviderTrouble:
                return  # asked again in an hour
            for sid in kept:
                self._calls.forget_later(sid)

    def _since(self, before: datetime) -> datetime:
        """From when on the provider may keep what it should not."""
        since = before - LOOK_BACK
        just_over = (
            one.approved_at
            for one in self._holds.log()
            if one.approved_at and one.ended_at and one.ended_at > since
        )
        return min([since, *(began - LOOK_BACK for began in just_over)])
