"""Who rests after a call and who is off duty: the one thing the phones themselves cannot show."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol

from warmline.domain.errors import StoreTrouble
from warmline.domain.presence import WhyNot, why_not
from warmline.domain.roster import duty
from warmline.ports import Clock, LiveCalls, Roster

State = Literal["resting", "off"]

STATES: dict[WhyNot, State] = {
    WhyNot.OFF_DUTY: "off",
    WhyNot.SAID_OFF: "off",
    WhyNot.RESTING: "resting",
}
A_DAY = timedelta(days=1)


class Board(Protocol):
    """Knows who cannot be rung although their phone is there."""

    def states(self) -> dict[str, State]:
        """By telephone number, everybody who is not simply there."""
        ...

    def back_on(self, number: str) -> None:
        """Put somebody on duty again."""
        ...


class DutyBoard:
    """Asks the warmline what is true of its supporters."""

    def __init__(self, roster: Roster, calls: LiveCalls, clock: Clock) -> None:
        self._roster = roster
        self._calls = calls
        self._clock = clock

    def states(self) -> dict[str, State]:
        """See the protocol."""
        found: dict[str, State] = {}
        now = self._clock.now()
        at = datetime.fromtimestamp(now, UTC)
        try:
            for book in self._roster.books():
                presences = self._calls.presences([one.id for one in book.supporters])
                for one in book.supporters:
                    on = duty(book, one.id, at)
                    reasons = why_not(one, on, presences[one.id], book.line.zone, now)
                    for reason in reasons:
                        if reason in STATES:
                            found.setdefault(one.phone, STATES[reason])
        except StoreTrouble:
            # The phones are shown all the same; the next look may know.
            return {}
        return found

    def back_on(self, number: str) -> None:
        """Put somebody on duty again, as they could themselves, until tomorrow."""
        now = self._clock.now()
        at = datetime.fromtimestamp(now, UTC)
        for book in self._roster.books():
            for one in book.supporters:
                if one.phone == number:
                    self._roster.wish_duty(one.id, on=True, since=at, until=at + A_DAY)
                    self._calls.set_off(one.id, now)
