"""Who may take a shift of somebody else, and still have their rest."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from warmline.domain.hours import Stretch, days_around, stretch
from warmline.domain.line import LineBook, Supporter
from warmline.domain.shifts import FOR_CALLERS, Occurrence, occurrences

AROUND: Final = 3
"""Days before and after a shift in which others are looked at."""


def may_take(book: LineBook, person: Supporter, one: Occurrence) -> bool:
    """Whether a supporter could do this shift as they do their own.

    Not whose it is; nor who is paused or not confirmed, has that day off, has a shift then or so
    near that they would not have their rest, or has asked for quiet in any of it. A shift that
    follows without a gap is one duty with it, and no rest lies between. Debriefs are taken by who
    has such shifts.
    """
    if person.id == one.supporter or person.paused or not person.phone:
        return False
    if person.id in book.unconfirmed or book.refusal(person.id) is not None:
        return False
    away = (leave for leave in book.days_off if leave.supporter == person.id)
    if any(leave.first <= one.day <= leave.last for leave in away):
        return False
    if one.shift.role not in FOR_CALLERS and not any(
        shift.role is one.shift.role and shift.supporter == person.id for shift in book.shifts
    ):
        return False
    return not _in_quiet(book, person, one) and _rested(book, person, one)


def _in_quiet(book: LineBook, person: Supporter, one: Occurrence) -> bool:
    quiet = person.limits.quiet
    if quiet is None:
        return False
    zone = book.line.zone
    nights = (stretch(zone, day, quiet) for day in days_around(zone, one.start, ahead=2))
    return any(night.start < one.end and one.start < night.end for night in nights)


def _rested(book: LineBook, person: Supporter, one: Occurrence) -> bool:
    rest = timedelta(hours=person.limits.rest_hours_between_shifts)
    around = timedelta(days=AROUND)
    theirs = [
        Stretch(each.start, each.end)
        for each in occurrences(book, one.day - around, one.day + around)
        if each.supporter == person.id and not each.off
    ]
    return all(_apart(one.start, one.end, other, rest) for other in theirs)


def _apart(start: datetime, end: datetime, other: Stretch, rest: timedelta) -> bool:
    """Whether two shifts touch, or have the rest between them."""
    if other.end <= start:
        return other.end == start or start - other.end >= rest
    if end <= other.start:
        return other.start == end or other.start - end >= rest
    return False
