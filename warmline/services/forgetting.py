"""What the provider keeps of a call is deleted there as soon as it lets us."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warmline.domain.errors import ProviderTrouble
from warmline.ports import Clock, LiveCalls, Phones, Roster

OVER_AFTER = timedelta(hours=5)
"""The provider ends every call after four hours."""
LOOK_BACK = timedelta(days=3)
"""No further: what a number was used for before it was ours is not ours to delete."""


class Forgetting:
    """Deletes call and message resources. The backlog is in the store, not in the job."""

    def __init__(self, calls: LiveCalls, roster: Roster, phones: Phones, clock: Clock) -> None:
        """Nothing is kept here."""
        self._calls = calls
        self._roster = roster
        self._phones = phones
        self._clock = clock

    def forget(self, sid: str) -> None:
        """Delete one resource; while the provider refuses, it stays in the backlog."""
        try:
            self._phones.forget(sid)
        except ProviderTrouble:
            return
        self._calls.forgotten(sid)

    def look_for_leftovers(self, line_id: str) -> None:
        """What the provider keeps though we know nothing of it: the store was lost, or away."""
        book = self._roster.book(line_id)
        before = datetime.fromtimestamp(self._clock.now(), UTC) - OVER_AFTER
        for number in book.line.numbers if book else ():
            try:
                kept = self._phones.kept(number, before - LOOK_BACK, before)
            except ProviderTrouble:
                return  # asked again in an hour
            for sid in kept:
                self._calls.forget_later(sid)
