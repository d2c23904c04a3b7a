"""Each supporter's minutes of each day: on duty, talked, resting afterwards. For pay, and theirs.

Counted once an hour, on the hour, so that nothing in the database tells when a talk ended. Minutes
on duty are worked out when all that began on a day is over, and stay then, whatever changes in the
plan. Minutes talked come from what the live state counts for the limits of day and week.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Final

from warmline.domain.hours import Stretch
from warmline.domain.line import LineBook
from warmline.domain.roster import on_duty_from
from warmline.domain.selftest import is_copy
from warmline.ports import Clock, Roster, Rota
from warmline.ports.rota import CarriedDays, Minutes

HOUR: Final = 3600
BACK: Final = 2
"""Days that are looked back at: a clock may have been away for one. Words are kept for three."""


class Paying:
    """Looks once an hour, however often it is asked to."""

    def __init__(self, roster: Roster, rota: Rota, carried: CarriedDays, clock: Clock) -> None:
        """Which hour was seen is known to this process alone: looking again changes nothing."""
        self._roster = roster
        self._rota = rota
        self._carried = carried
        self._clock = clock
        self._hour = int(clock.now() // HOUR)

    def look(self) -> None:
        """Keep what is to be kept by now. Raises StoreTrouble."""
        now = self._clock.now()
        if int(now // HOUR) == self._hour:
            return
        at = datetime.fromtimestamp(now, UTC)
        for book in self._roster.books():
            if not is_copy(book.line.id):
                self._rota.keep_minutes(book.line.id, [*over(book, at), *self._talked(book, at)])
        self._hour = int(now // HOUR)

    def _talked(self, book: LineBook, at: datetime) -> list[Minutes]:
        today = at.astimezone(book.line.zone).date()
        alias = {one.id: one.alias for one in book.supporters}
        return [
            Minutes(who, alias[who], day, None, found.talk, found.wrap_up)
            for day in (today - timedelta(days=n) for n in range(BACK + 1))
            for who, found in self._carried.carried_on(alias, day).items()
        ]


def over(book: LineBook, at: datetime) -> list[Minutes]:
    """The minutes on duty of the last days, of whoever is through with what began on them."""
    today = at.astimezone(book.line.zone).date()
    first, last = today - timedelta(days=BACK), today - timedelta(days=1)
    days: dict[tuple[str, date], list[Stretch]] = defaultdict(list)
    for who, day, part in on_duty_from(book, first, last):
        days[who, day].append(part)
    alias = {one.id: one.alias for one in book.supporters}
    return [
        Minutes(who, alias[who], day, round(sum(part.minutes for part in parts)))
        for (who, day), parts in days.items()
        if who in alias and max(part.end for part in parts) <= at
    ]
