"""A supporter's own word about being on or off duty, kept for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warmline.domain.roster import duty
from warmline.ports import Clock, Roster


class DutyDesk:
    """Keeps wishes where the plan is kept, so that they outlive the live state."""

    def __init__(self, roster: Roster, clock: Clock) -> None:
        """Nothing is kept here."""
        self._roster = roster
        self._clock = clock

    def off_for_this_shift(self, supporter_id: str, line_id: str) -> None:
        """Off until the present shift ends. Off duty already: nothing to keep."""
        book = self._roster.book(line_id)
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        on = duty(book, supporter_id, now) if book else None
        if on is not None:
            # To the quarter of an hour: the second would tell when a call was offered.
            since = now - timedelta(minutes=now.minute % 15, seconds=now.second)
            since = since.replace(microsecond=0)
            self._roster.wish_duty(supporter_id, on=False, since=since, until=on.end)
