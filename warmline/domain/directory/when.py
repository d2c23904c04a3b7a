"""Whether a place answers now, as far as its row says so in a form that can be relied on.

A row says `24/7`, or weekly spans with the zone in which they hold:
`Mon-Fri 10:00-18:00 America/Los_Angeles`, `Mon-Thu 09:00-17:00; Fri,Sat 09:00-12:00 America/...`,
`daily 08:00-01:00 America/New_York`. Any other words are for people, and mean "not known" here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from warmline.domain import hours
from warmline.domain.line import WEEK, Hours, Place, Span, Weekday
from warmline.domain.spans import BadSpan, parse_span

AT_EVERY_HOUR: Final = "24/7"
EXAMPLE: Final = "Mon-Fri 10:00-18:00 America/Los_Angeles"

_PART = re.compile(r"(?:([a-z]{3}(?:\s*[-,]\s*[a-z]{3})*|daily)\s+)?([\d:\s–-]+)", re.IGNORECASE)


class Standing(StrEnum):
    """What a caller is told of a place's hours."""

    ALWAYS = "always"
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    CHECK = "check"
    """Nobody has made sure of the row for too long: nothing is said but to check."""


@dataclass(frozen=True, slots=True)
class PlaceHours:
    """Weekly hours in the place's own zone."""

    week: Hours
    zone: ZoneInfo


@lru_cache(maxsize=1024)
def read_hours(text: str) -> PlaceHours | None:
    """The hours that are written; None where they are words, or nothing."""
    words = [word for word in text.replace(";", " ; ").split() if word.casefold() != "daily"]
    zones = [word for word in words if "/" in word]
    zone = _zone(zones[0]) if len(zones) == 1 else None
    if zone is None:
        return None
    spans: dict[Weekday, tuple[Span, ...]] = {}
    for part in " ".join(word for word in words if word not in zones).split(";"):
        found = _PART.fullmatch(part.strip())
        days = _days(found[1] or "") if found else ()
        try:
            span = parse_span(found[2]) if found else None
        except BadSpan:
            span = None
        if span is None or not days:
            return None
        for day in days:
            spans[day] = (*spans.get(day, ()), span)
    return PlaceHours(Hours({day: spans.get(day, ()) for day in WEEK}), zone)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _days(text: str) -> tuple[Weekday, ...]:
    """The days that `mon-fri` or `sat,sun` means; every day where none is named."""
    if not text:
        return WEEK
    named: list[Weekday] = []
    for part in text.lower().split(","):
        ends = [end.strip() for end in part.split("-")]
        if len(ends) > 2 or any(end not in set(WEEK) for end in ends):
            return ()
        first, last = WEEK.index(Weekday(ends[0])), WEEK.index(Weekday(ends[-1]))
        named += [WEEK[n % 7] for n in range(first, last + 1 + (7 if last < first else 0))]
    return tuple(named)


def is_expired(place: Place, now: datetime) -> bool:
    """Whether its row was to be looked at again before today. `now` is in the line's zone."""
    return place.verify_by is not None and place.verify_by < now.date()


def standing(place: Place, now: datetime) -> Standing:
    """What can be said of its hours now. `now` is aware, in the line's zone."""
    if is_expired(place, now):
        return Standing.CHECK
    if place.hours == AT_EVERY_HOUR:
        return Standing.ALWAYS
    known = read_hours(place.hours)
    if known is None:
        return Standing.UNKNOWN
    return Standing.OPEN if hours.is_open(known.week, known.zone, now) else Standing.CLOSED


def opens_next(place: Place, now: datetime) -> datetime | None:
    """When a place that is closed now opens, in the zone of `now`; None when nobody can tell."""
    known = read_hours(place.hours)
    opens = hours.next_opening(known.week, known.zone, now) if known else None
    return opens.astimezone(now.tzinfo) if opens else None
