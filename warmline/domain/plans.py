"""What one supporter's shifts and words come to in a window of days: `roster` asks it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from warmline.domain.hours import Stretch, instant, merged
from warmline.domain.line import DutyWish, LineBook, Role
from warmline.domain.shifts import FOR_CALLERS, occurrences

LOOK_DAYS = 2
"""A duty without a break is followed this many days back and ahead of the day that is meant."""

LOOK_BACK = 3
"""So many days back for the rest before a duty: the longest is 48 hours, after a night's shift."""

LONGEST = timedelta(hours=25)
"""Whoever is on for longer, which is more than the longest day, begins a new duty at midnight."""


def days_of(zone: ZoneInfo, whole: Stretch) -> list[Stretch]:
    """A stretch of duty as it counts for limits and pay: whole, or by the day if it is longer."""
    if whole.end - whole.start <= LONGEST:
        return [whole]
    first, last = (at.astimezone(zone).date() for at in (whole.start, whole.end))
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    cuts = [at for day in days if whole.start < (at := instant(zone, day, time(0))) < whole.end]
    return [Stretch(since, until) for since, until in pairwise([whole.start, *cuts, whole.end])]


@dataclass(frozen=True, slots=True)
class Duty:
    """One unbroken stretch of duty (UTC), and whether it is as a backup at the instant asked.

    Touching and overlapping shifts of one supporter are one stretch, primary or backup. `start`
    does not move when they take a break, so that limits count the whole shift, and is a midnight
    in a stretch of more than a day; `end` is when they next go off duty by all that is known.
    `order` is that of their shift, if it has one. `before` is when they were last on duty in a
    stretch that began on an earlier day, as far as `LOOK_BACK` goes. `anyway`: they have said
    that quiet hours do not count. `day` is the date of `start` in the line's zone.
    """

    start: datetime
    end: datetime
    backup: bool
    order: int | None = None
    before: datetime | None = field(default=None, compare=False)
    anyway: bool = False
    day: date | None = field(default=None, compare=False)

    @property
    def minutes(self) -> float:
        """True minutes from start to end, breaks included."""
        return Stretch(self.start, self.end).minutes


@dataclass(slots=True)
class Plan:
    """One supporter's stretches in a window of days, in order and merged, and their wishes."""

    zone: ZoneInfo
    primary: list[Stretch]
    backup: list[Stretch]
    wishes: list[DutyWish]
    ordered: list[tuple[Stretch, bool, int]] = field(default_factory=list)
    """Shifts that have an order, and whether they are a backup's."""

    def backup_or_not(self, at: datetime) -> bool | None:
        """True as a backup, False as a primary, None off duty; breaks are not looked at."""
        if any(part.holds(at) for part in self.primary):
            return False
        if any(wish.on and wish.since <= at < wish.until for wish in self.wishes):
            return False
        return True if any(part.holds(at) for part in self.backup) else None

    def said_off(self, at: datetime) -> bool:
        """Whether their newest wish that holds now is to be off. Off wins a tie."""
        now = [wish for wish in self.wishes if wish.since <= at < wish.until]
        return bool(now) and not max(now, key=lambda wish: (wish.since, not wish.on)).on

    def state(self, at: datetime) -> bool | None:
        """As `backup_or_not`, and None while they said that they are off."""
        return None if self.said_off(at) else self.backup_or_not(at)

    def whole(self) -> list[Stretch]:
        """All duty, planned or wished, whatever its sort, merged."""
        wished = [Stretch(wish.since, wish.until) for wish in self.wishes if wish.on]
        return list(merged(sorted([*self.primary, *self.backup, *wished])))

    def edges(self) -> Iterator[datetime]:
        """Every instant at which their state can change."""
        for part in (*self.primary, *self.backup):
            yield from (part.start, part.end)
        for part, _, _ in self.ordered:
            yield from (part.start, part.end)
        for wish in self.wishes:
            yield from (wish.since, wish.until)

    def duty(self, at: datetime) -> Duty | None:
        """Their duty at the instant."""
        backup = self.state(at)
        if backup is None:
            return None
        wholes = self.whole()
        whole = next(part for part in wholes if part.holds(at))
        later = sorted(edge for edge in self.edges() if at < edge < whole.end)
        end = next((edge for edge in later if self.state(edge) is None), whole.end)
        orders = [n for part, held, n in self.ordered if held is backup and part.holds(at)]
        anyway = any(one.anyway and one.on and one.since <= at < one.until for one in self.wishes)
        order = min(orders, default=None)
        began = whole.start.astimezone(self.zone).date()
        before = self._last_on([one for one in wholes if one.end <= whole.start], began)
        start = next(part.start for part in days_of(self.zone, whole) if part.holds(at))
        day = start.astimezone(self.zone).date()
        return Duty(start, end, backup, order, before, anyway, day)

    def _last_on(self, past: list[Stretch], day: date) -> datetime | None:
        """Until when they were on duty in one of these stretches that began before that day.

        What they were off by their own word was rest.
        """
        for part in reversed(past):
            if part.start.astimezone(self.zone).date() < day:
                marks = sorted({one for one in self.edges() if part.start <= one <= part.end})
                for since, until in reversed(list(pairwise(marks))):
                    if self.state(since) is not None:
                        return until
        return None


def plans_of(
    book: LineBook, days: list[date], rota: tuple[Role, Role] = FOR_CALLERS
) -> dict[str, Plan]:
    """The plan of every supporter who has one, from the shifts that begin on these days.

    `days` have no gap. `rota` are the roles that are a primary's and a backup's.
    """
    parts: dict[tuple[str, bool], list[Stretch]] = defaultdict(list)
    ordered: dict[str, list[tuple[Stretch, bool, int]]] = defaultdict(list)
    for one in occurrences(book, days[0], days[-1], rota):
        if not one.off:
            whole = Stretch(one.start, one.end)
            parts[one.supporter, one.shift.backup].append(whole)
            if one.shift.order is not None:
                ordered[one.supporter].append((whole, one.shift.backup, one.shift.order))
    wishes: dict[str, list[DutyWish]] = defaultdict(list)
    for wish in book.wishes:
        # To be on is meant for callers; whoever is off is off.
        if rota is FOR_CALLERS or not wish.on:
            wishes[wish.supporter].append(wish)
    return {
        who: Plan(
            zone=book.line.zone,
            primary=list(merged(sorted(parts.get((who, False), ())))),
            backup=list(merged(sorted(parts.get((who, True), ())))),
            wishes=wishes.get(who, []),
            ordered=ordered.get(who, []),
        )
        for who in {*(who for who, _ in parts), *wishes}
    }
