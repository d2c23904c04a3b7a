"""A supporter's own word about being on or off duty, kept for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warmline.domain.line import LineBook
from warmline.domain.roster import duty
from warmline.ports import Clock, LiveCalls, Roster

MINUTE = timedelta(minutes=1)


class DutyDesk:
    """Keeps wishes where the plan is kept, so that they outlive the live state."""

    def __init__(self, calls: LiveCalls, roster: Roster, clock: Clock) -> None:
        """Nothing is kept here."""
        self._calls = calls
        self._roster = roster
        self._clock = clock

    def off_for_this_shift(self, supporter_id: str, line_id: str) -> None:
        """Off until the present shift ends. Off duty already: nothing to keep.

        Nor if they have come on again since, before anybody came to keep it.
        """
        book = self._roster.book(line_id)
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        if self._calls.presences([supporter_id])[supporter_id].off_until <= now.timestamp():
            return
        on = duty(book, supporter_id, now) if book else None
        if book is not None and on is not None:
            since = _since(book, supporter_id, now)
            self._roster.wish_duty(supporter_id, on=False, since=since, until=on.end)


def _since(book: LineBook, supporter_id: str, now: datetime) -> datetime:
    """The quarter of the hour: the second would tell when a call was offered.

    But after what they themselves have said since, which would count for more otherwise.
    """
    quarter = now - timedelta(minutes=now.minute % 15, seconds=now.second)
    quarter = quarter.replace(microsecond=0)
    said = [
        one.since
        for one in book.wishes
        if one.supporter == supporter_id and one.on and quarter <= one.since <= now
    ]
    if not said:
        return quarter
    return min(max(said) + MINUTE, now.replace(second=0, microsecond=0))
