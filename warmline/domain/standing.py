"""What is true of one supporter now, with the times at which it will be different.

It is worked out by the very rules by which `warmline who` and the ringing go.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.domain.hours import Stretch, days_around, is_open, open_until, stretch
from warmline.domain.line import Limits, LineBook, Supporter
from warmline.domain.matching import Wanted, reasons_against
from warmline.domain.presence import Presence, WhyNot
from warmline.domain.roster import Duty, PlannedShift, duty, shifts_between

COMING = timedelta(days=8)
"""How far ahead a next shift is looked for."""
QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a supporter's phone may ring now; empty `reasons`: it may. Instants are UTC."""

    duty: Duty | None
    reasons: tuple[WhyNot, ...]
    presence: Presence


def standing(book: LineBook, person: Supporter, presence: Presence, at: datetime) -> Standing:
    """What is true of a supporter at an instant, whoever calls."""
    on = duty(book, person.id, at)
    anybody = Wanted(next(iter(person.languages), ""))
    reasons = reasons_against(book, person, on, presence, anybody, at.timestamp())
    return Standing(on, reasons, presence)


def said_off_until(book: LineBook, person: Supporter, presence: Presence, at: datetime) -> datetime:
    """Until when they are off by their own word; `at` itself when they are not."""
    wishes = (
        wish.until
        for wish in book.wishes
        if wish.supporter == person.id and not wish.on and wish.since <= at < wish.until
    )
    live = datetime.fromtimestamp(presence.off_until, UTC)
    return max([at, live, *wishes])


def quiet_hours(limits: Limits, zone: ZoneInfo, at: datetime) -> Stretch | None:
    """The quiet hours in which an instant lies, or else the next that come; None without any."""
    if limits.quiet is None:
        return None
    nights = (stretch(zone, day, limits.quiet) for day in days_around(zone, at, ahead=2))
    return min((night for night in nights if night.end > at), default=None)


def extra_until(book: LineBook, person: Supporter, at: datetime, *, anyway: bool) -> datetime:
    """Until when somebody is on who comes on by their own word and does not say until when.

    So many hours as the line has set, or until it closes, or until their quiet hours; what is
    first. With `anyway` quiet hours do not count.
    """
    line = book.line
    ends = [_next_quarter(at + timedelta(hours=person.limits.extra_shift_hours))]
    if is_open(line.hours, line.zone, at) and (closes := open_until(line.hours, line.zone, at)):
        ends.append(closes)
    quiet = quiet_hours(person.limits, line.zone, at)
    if quiet is not None and not anyway and quiet.start > at:
        ends.append(quiet.start)
    return min(ends)


def next_shift(book: LineBook, person: Supporter, at: datetime) -> PlannedShift | None:
    """The next shift by the plan that has not begun."""
    coming = shifts_between(book, at, at + COMING)
    mine = (one for one in coming if one.supporter == person.id and one.start > at)
    return next(mine, None)


def _next_quarter(at: datetime) -> datetime:
    past = timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    return at + (QUARTER - past if past else timedelta())
