"""Shifts on the calendar: when they begin, who does them, and how one is changed for some days.

Dates come first and instants last: a shift begins on days of the calendar, and each of them is
then read on the line's own wall clock (see `hours`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from warmline.domain.hours import stretch
from warmline.domain.line import LineBook, Role, Shift, Span, Weekday
from warmline.domain.rules import days_within, weekly

FOR_CALLERS: Final = (Role.CALLS, Role.BACKUP)
"""The rota of those whom callers meet, and of those who are rung when no other can be."""
FOR_SUPPORTERS: Final = (Role.DEBRIEFS, Role.DEBRIEFS_BACKUP)
"""The same of peer supervisors."""
ONE_DAY: Final = timedelta(days=1)


def weekly_shift(
    supporter: str,
    days: frozenset[Weekday],
    span: Span,
    backup: bool = False,
    first: date | None = None,
    last: date | None = None,
) -> Shift:
    """A shift on some days of every week."""
    role = Role.BACKUP if backup else Role.CALLS
    return Shift(supporter, weekly(days), span, role, first, last)


def one_off_shift(supporter: str, on: date, span: Span, backup: bool = False) -> Shift:
    """A single shift."""
    return Shift(supporter, "", span, Role.BACKUP if backup else Role.CALLS, on)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A shift of one day. `start` and `end` are instants (UTC); `end` is not part of it.

    `supporter` is who does it: whose shift it is, or who has taken it. When they have that day
    off, it is `off` and nobody does it.
    """

    shift: Shift
    day: date
    start: datetime
    end: datetime
    supporter: str
    off: bool

    @property
    def swapped(self) -> bool:
        """Whether somebody else has taken it."""
        return self.supporter != self.shift.supporter


def begins_on(shift: Shift, start: date, end: date) -> Sequence[date]:
    """The days from `start` to `end`, both included, on which a shift begins."""
    if not shift.rule:
        return (shift.first,) if shift.first is not None and start <= shift.first <= end else ()
    days = days_within(shift.rule, shift.first, start, end)
    first, last = shift.first or start, shift.last or end
    if first <= start and last >= end and not shift.without:
        return days
    return tuple(day for day in days if first <= day <= last and day not in shift.without)


def occurrences(
    book: LineBook, start: date, end: date, roles: Sequence[Role] = tuple(Role)
) -> Iterator[Occurrence]:
    """Every shift that begins from `start` to `end`, both included, as the plan lists them."""
    taken = {(one.supporter, one.day, one.start, one.role): one.taker for one in book.swaps}
    away = _away(book, start, end)
    for shift in book.shifts:
        if shift.role not in roles:
            continue
        for day in begins_on(shift, start, end):
            who = shift.supporter
            if taken:
                who = taken.get((who, day, shift.span.start, shift.role), who)
            when = stretch(book.line.zone, day, shift.span)
            yield Occurrence(shift, day, when.start, when.end, who, (who, day) in away)


def _away(book: LineBook, start: date, end: date) -> set[tuple[str, date]]:
    found = set()
    for leave in book.days_off:
        day = max(leave.first, start)
        while day <= min(leave.last, end):
            found.add((leave.supporter, day))
            day += ONE_DAY
    return found


@lru_cache(maxsize=8192)
def fingerprint(shift: Shift) -> str:
    """What a form carries of the shift that it shows; another one when anything of it changed."""
    return hashlib.sha256(repr(shift).encode()).hexdigest()[:16]


# -- changing a shift for some of its days ---------------------------------------------------------


def ended(shift: Shift, before: date) -> Shift | None:
    """The shift as it is until the day before; None when nothing is left of it."""
    last = before - ONE_DAY
    if not shift.rule:
        return shift if shift.first is not None and shift.first <= last else None
    if shift.first is not None and last < shift.first:
        return None
    return replace(shift, last=min(last, shift.last or last))


def left_out(shift: Shift, day: date) -> Shift | None:
    """The shift without one day; None when that was its only one."""
    if not shift.rule:
        return None if shift.first == day else shift
    return replace(shift, without=tuple(sorted({*shift.without, day})))


def single(shift: Shift, day: date) -> Shift:
    """One day of a shift as a shift of its own."""
    return replace(shift, rule="", first=day, last=None, without=(), id="")
