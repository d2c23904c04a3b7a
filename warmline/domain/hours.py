"""Wall-clock hours as instants: when a line is open, closes, and opens again.

One rule covers the nights when the clocks change: *a wall time stands for the first instant at
which the line's own clock shows it or a later time.* So a time that does not exist (02:30 in
spring) is the instant of the change, and a time that comes twice (01:30 in autumn) is the first
of the two, for beginnings and for ends alike: a hand-over happens once, with no gap.

A span belongs to the day on which it begins, also when it passes midnight. A holiday replaces
the spans that begin on its date and cuts nothing off a span that began the evening before.

All instants are aware; those returned are UTC. Arithmetic is done in UTC, because subtracting
two datetimes of one zone gives the difference of their clock faces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from warmline.domain.line import WEEK, Hours, Span

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From an instant up to, not including, another. Both UTC."""

    start: datetime
    end: datetime

    def holds(self, at: datetime) -> bool:
        """Whether the instant lies inside."""
        return self.start <= at < self.end

    @property
    def minutes(self) -> float:
        """Its true length in minutes, also on a night when the clocks change."""
        return (self.end - self.start).total_seconds() / 60


@lru_cache(maxsize=16_384)
def instant(zone: ZoneInfo, day: date, at: time) -> datetime:
    """The first instant (UTC) at which clocks in the zone show this time of this day or later."""
    wall = datetime.combine(day, at)
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        return first
    return _clock_change(zone, wall, before=wall.replace(tzinfo=zone, fold=1).astimezone(UTC))


def _clock_change(zone: ZoneInfo, wall: datetime, before: datetime) -> datetime:
    """The instant of the change that skips `wall`; `before` is an instant ahead of it."""
    low, high = before, wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        if middle.astimezone(zone).replace(tzinfo=None) >= wall:
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)


def stretch(zone: ZoneInfo, day: date, span: Span) -> Stretch:
    """The span that begins on a day. It is empty when the clocks skip all of it."""
    last_day = day + _DAY if span.end <= span.start else day
    return Stretch(instant(zone, day, span.start), instant(zone, last_day, span.end))


def days_around(zone: ZoneInfo, at: datetime, back: int = 1, ahead: int = 1) -> list[date]:
    """The local date of an instant with so many days before and after it."""
    today = at.astimezone(zone).date()
    return [today + _DAY * n for n in range(-back, ahead + 1)]


def merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Overlapping and touching stretches made one; empty ones left out. Wants them in order."""
    current: Stretch | None = None
    for part in stretches:
        if part.start >= part.end:
            continue
        if current is None:
            current = part
        elif part.start <= current.end:
            current = Stretch(current.start, max(current.end, part.end))
        else:
            yield current
            current = part
    if current is not None:
        yield current


def open_stretches(hours: Hours, zone: ZoneInfo, days: Iterable[date]) -> Iterator[Stretch]:
    """When the line is open by the spans that begin on these days, which come in order."""
    holidays = {holiday.on: holiday.spans for holiday in hours.holidays}
    planned = merged(
        part
        for day in days
        for part in sorted(
            stretch(zone, day, span)
            for span in holidays.get(day, hours.weekly.get(WEEK[day.weekday()], ()))
        )
    )
    return _without(planned, sorted(hours.shut)) if hours.shut else planned


def _without(parts: Iterable[Stretch], shut: list[tuple[datetime, datetime]]) -> Iterator[Stretch]:
    """Stretches less the times at which the line is closed by hand, both in order."""
    for part in parts:
        start = part.start
        for since, until in shut:
            if since < part.end and until > start:
                if start < since:
                    yield Stretch(start, since)
                start = until
        if start < part.end:
            yield Stretch(start, part.end)


def is_open(hours: Hours, zone: ZoneInfo, at: datetime) -> bool:
    """Whether the line is open at an aware instant."""
    around = days_around(zone, at)
    return any(part.holds(at) for part in open_stretches(hours, zone, around))


def open_until(hours: Hours, zone: ZoneInfo, at: datetime) -> datetime | None:
    """When the line that is open now closes; None when it is closed now or never closes."""
    days = _coming_days(hours, zone, at)
    for part in open_stretches(hours, zone, days):
        if part.holds(at):
            never = part.end.astimezone(zone).date() > days[-1]
            return None if never else part.end
        if part.start > at:
            break
    return None


def next_opening(hours: Hours, zone: ZoneInfo, at: datetime) -> datetime | None:
    """The next instant, after this one, at which a closed line opens; None when none comes."""
    parts = open_stretches(hours, zone, _coming_days(hours, zone, at))
    return next((part.start for part in parts if part.start > at), None)


def _coming_days(hours: Hours, zone: ZoneInfo, at: datetime) -> list[date]:
    """Enough days to meet every opening that can come next.

    A week repeats, but each holiday may take away the one opening of its week, and a holiday
    with spans of its own may be the only opening there is.
    """
    today = at.astimezone(zone).date()
    coming = [holiday.on for holiday in hours.holidays if holiday.on >= today - _DAY]
    weeks = 7 * (len(coming) + 2)
    return days_around(zone, at, ahead=max([weeks, *((day - today).days + 2 for day in coming)]))
