"""Who is on duty when: from shifts, days off, swaps, and supporters' own word.

At any instant a supporter is off duty, on duty, or backup. Their newest wish that holds at the
instant speaks first (off; or on, as a primary), else the plan does, where a primary shift beats
a backup shift. A wish that is over does nothing: a break inside a shift leads back into it.

Instants are aware and returned in UTC; wall times are read as `hours` says. A paused supporter
keeps their plan here: whether they may be rung is for `presence` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from warmline.domain.hours import Stretch, days_around, instant, merged, open_stretches, stretch
from warmline.domain.line import DutyWish, Limits, LineBook
from warmline.domain.plans import LOOK_BACK, LOOK_DAYS, Duty, days_of, plans_of
from warmline.domain.shifts import FOR_SUPPORTERS

__all__ = [
    "Duty",
    "PlannedShift",
    "debrief_duties",
    "duties",
    "duty",
    "in_quiet_hours",
    "next_change",
    "on_duty_from",
    "shifts_between",
]

CHANGE_DAYS = 8
"""How far ahead `next_change` looks; a week of shifts repeats within it."""


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """A shift as planned, without wishes (UTC). Shifts of one sort that meet are one."""

    supporter: str
    start: datetime
    end: datetime
    backup: bool

    @property
    def minutes(self) -> float:
        """Its true length in minutes: 22:00-06:00 has 420, 480 or 540."""
        return Stretch(self.start, self.end).minutes


def duty(book: LineBook, supporter_id: str, at: datetime) -> Duty | None:
    """The supporter's duty at an instant, or None when they are off.

    >>> duty(book, sage.id, at)
    Duty(start=..., end=..., backup=False)
    """
    return _duties(_of(book, supporter_id), at).duties.get(supporter_id)


@dataclass(frozen=True, slots=True)
class _Known:
    """The duties of a book, and from when until when nothing of them changes."""

    book: LineBook
    since: datetime
    until: datetime
    duties: Mapping[str, Duty]


_known: dict[str, _Known] = {}
"""What was last worked out for each line: with 10,000 supporters that takes a third of a second."""


def duties(book: LineBook, at: datetime) -> Mapping[str, Duty]:
    """Everybody who is on duty at an instant, by supporter id, in one pass over the book.

    Asked again of the same book before anybody's plan turns, it is not worked out again.
    """
    known = _known.get(book.line.id)
    if known is None or known.book is not book or not known.since <= at < known.until:
        known = _known[book.line.id] = _duties(book, at)
    return known.duties


def duties_with(book: LineBook, wishes: Sequence[DutyWish], at: datetime) -> Mapping[str, Duty]:
    """Who would be on duty at an instant if these wishes were told, too. Nothing of it is kept."""
    return _duties(replace(book, wishes=(*book.wishes, *wishes)), at).duties


def _duties(book: LineBook, at: datetime) -> _Known:
    days = days_around(book.line.zone, at, back=LOOK_BACK, ahead=LOOK_DAYS)
    plans = plans_of(book, days)
    found = ((who, plan.duty(at)) for who, plan in plans.items())
    # At midnight the window of days moves on.
    midnight = instant(book.line.zone, days[LOOK_BACK + 1], time(0))
    edges = (edge for plan in plans.values() for edge in plan.edges() if edge > at)
    until = min(edges, default=midnight)
    on = {who: held for who, held in found if held is not None}
    return _Known(book, at, min(until, midnight), on)


def debrief_duties(book: LineBook, at: datetime) -> Mapping[str, Duty]:
    """The peer supervisors who are on duty for debriefs at an instant, by supporter id.

    Whoever has said that they are off is off; that they are on is meant for callers.
    """
    days = days_around(book.line.zone, at, back=LOOK_BACK, ahead=LOOK_DAYS)
    found = ((who, plan.duty(at)) for who, plan in plans_of(book, days, FOR_SUPPORTERS).items())
    return {who: held for who, held in found if held is not None}


def on_duty_from(book: LineBook, first: date, last: date) -> Iterator[tuple[str, date, Stretch]]:
    """Every unbroken stretch in which somebody was on duty, and the day on which it began.

    Those that began on these days on the line's clock, breaks cut out, primary or backup or by
    their own word. Who is on for longer than a day begins anew at each midnight.
    """
    zone = book.line.zone
    days = [first + timedelta(days=n) for n in range(-LOOK_DAYS, (last - first).days + 4)]
    for who, plan in plans_of(book, days).items():
        edges = sorted({*plan.edges()})
        parts = (
            Stretch(start, end) for start, end in pairwise(edges) if plan.state(start) is not None
        )
        for whole in merged(parts):
            for part in days_of(zone, whole):
                day = part.start.astimezone(zone).date()
                if first <= day <= last:
                    yield who, day, part


def next_change(book: LineBook, at: datetime) -> datetime | None:
    """The next instant at which somebody's duty begins, ends or changes, or the line opens or
    closes; None when nothing changes within `CHANGE_DAYS` days."""
    days = days_around(book.line.zone, at, ahead=CHANGE_DAYS)
    plans = plans_of(book, days).values()
    changes = [_first_turn(plan.edges(), plan.state, at) for plan in plans]
    opening = list(open_stretches(book.line.hours, book.line.zone, days))
    changes.append(
        _first_turn(
            (edge for part in opening for edge in (part.start, part.end)),
            lambda moment: any(part.holds(moment) for part in opening),
            at,
        )
    )
    known_until = instant(book.line.zone, days[-1] + timedelta(days=1), time(0))
    return min((change for change in changes if change and change < known_until), default=None)


def _first_turn(
    edges: Iterable[datetime], state: Callable[[datetime], bool | None], at: datetime
) -> datetime | None:
    """The first edge after `at` where the state is another than at `at`."""
    now = state(at)
    return next((edge for edge in sorted(set(edges)) if edge > at and state(edge) != now), None)


def shifts_between(book: LineBook, start: datetime, end: datetime) -> list[PlannedShift]:
    """The planned shifts that touch [start, end), whole, by start; wishes left out.

    Where a supporter's primary and backup shifts overlap, the overlap counts as primary.
    """
    first = days_around(book.line.zone, start, back=LOOK_DAYS)[0]
    last = days_around(book.line.zone, end, ahead=LOOK_DAYS)[-1]
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    shifts = [
        PlannedShift(who, part.start, part.end, backup)
        for who, plan in plans_of(book, days).items()
        for backup, parts in ((False, plan.primary), (True, _without(plan.backup, plan.primary)))
        for part in parts
        if part.start < end and part.end > start
    ]
    return sorted(shifts, key=lambda shift: (shift.start, shift.backup, shift.supporter))


def _without(parts: Iterable[Stretch], taken: Iterable[Stretch]) -> list[Stretch]:
    """The parts with everything that is taken cut out of them."""
    left = list(parts)
    for cut in taken:
        left = [
            piece
            for part in left
            for piece in (
                Stretch(part.start, min(part.end, cut.start)),
                Stretch(max(part.start, cut.end), part.end),
            )
            if piece.start < piece.end
        ]
    return left


def in_quiet_hours(limits: Limits, zone: ZoneInfo, at: datetime) -> bool:
    """Whether the supporter has asked not to be rung at this time of day, on duty or not."""
    if limits.quiet is None:
        return False
    return any(stretch(zone, day, limits.quiet).holds(at) for day in days_around(zone, at))


def _of(book: LineBook, supporter_id: str) -> LineBook:
    """The book with only what decides about this supporter's duty."""
    return replace(
        book,
        shifts=tuple(
            row
            for row in book.shifts
            if row.supporter == supporter_id
            or any(one.supporter == row.supporter for one in book.swaps)
        ),
        wishes=tuple(row for row in book.wishes if row.supporter == supporter_id),
    )
