"""Each supporter's minutes of each day: on duty, talked, resting afterwards. For pay, and theirs.

Counted once an hour, on the hour, so that nothing in the database tells when a talk ended. Minutes
on duty are worked out when all that began on a day is over, and stay then, whatever changes in the
plan. Minutes talked come from what the live state counts for the limits of day and week. Should
that be emptied, what this process saw a minute ago, or kept on the last full hour, is put back.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Final

from warmline.domain.hours import Stretch
from warmline.domain.line import LineBook
from warmline.domain.presence import monday
from warmline.domain.roster import on_duty_from
from warmline.domain.selftest import is_copy
from warmline.ports import Clock, Roster, Rota
from warmline.ports.rota import Carried, CarriedDays, Minutes

HOUR: Final = 3600
LOOK_EVERY: Final = 60.0
"""Seconds after which it is seen, and remembered in memory, what supporters have carried."""
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
        self._looks_at = 0.0
        self._known: dict[tuple[str, date], Carried] = {}

    def look(self) -> None:
        """Keep what is to be kept by now. Raises StoreTrouble."""
        now = self._clock.now()
        if now >= self._looks_at:
            for book in self._roster.books():
                if not is_copy(book.line.id):
                    self._put_back(book, datetime.fromtimestamp(now, UTC))
            self._looks_at = now + LOOK_EVERY
        if int(now // HOUR) == self._hour:
            return
        at = datetime.fromtimestamp(now, UTC)
        for book in self._roster.books():
            if not is_copy(book.line.id):
                self._rota.keep_minutes(book.line.id, [*over(book, at), *self._talked(book, at)])
        self._hour = int(now // HOUR)

    def _put_back(self, book: LineBook, at: datetime) -> None:
        """Nobody carries less than before: if they seem to, the store was emptied."""
        today = at.astimezone(book.line.zone).date()
        # Days of last week go from the store by themselves.
        for day in {today, max(today - timedelta(days=1), monday(today))}:
            found = self._carried.carried_on([one.id for one in book.supporters], day)
            kept = {} if self._looks_at else self._kept(book, day)
            for one in book.supporters:
                now = found.get(one.id, Carried(0, 0))
                before = self._known.get((one.id, day)) or kept.get(one.id, Carried(0, 0))
                less = now.talk < before.talk or now.wrap_up < before.wrap_up
                if not less:
                    self._known[one.id, day] = now
                elif self._carried.put_back(one.id, day, now, before):
                    total = Carried(now.talk + before.talk, now.wrap_up + before.wrap_up)
                    self._known[one.id, day] = total
        self._known = {key: it for key, it in self._known.items() if key[1] >= monday(today)}

    def _kept(self, book: LineBook, day: date) -> dict[str, Carried]:
        """What stood in the database when this process began."""
        rows = self._rota.minutes(book.line.id, day, day)
        return {one.supporter: Carried(one.talk, one.wrap_up) for one in rows}

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
