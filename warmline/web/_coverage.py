"""The picture of coverage: bars as long as their days are, gaps hatched, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from warmline.domain.coverage import Audience, Level, coverage, day_of, gaps, less
from warmline.domain.hours import Stretch, instant
from warmline.domain.line import LineBook
from warmline.web import _plan_words as said

LEFT: Final = 96.0
HOUR: Final = 20.0
"""Widths in the picture. A day of 25 hours is longer than one of 23."""
MARKS: Final = (6, 12, 18)
MOST_GAPS: Final = 6
"""Named in words; how many more there are is told."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a day in the picture. `look` is a class: one, more, gap."""

    x: float
    width: float
    look: str


@dataclass(frozen=True, slots=True)
class DayBars:
    """One day in the picture."""

    name: str
    length: float
    bars: tuple[Bar, ...]
    marks: tuple[float, ...]
    """Where it is six, noon and eighteen on the wall clock."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A gap in words, and where to ask who there is."""

    text: str
    asks: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One sort of caller: the picture, its gaps, and how long those are together."""

    name: str
    days: tuple[DayBars, ...]
    holes: tuple[Hole, ...]
    more: int
    alone: str
    """How long nobody is there; without a gap empty."""
    first: bool


def lanes(book: LineBook, days: Sequence[date], wanted: Sequence[Audience]) -> list[Lane]:
    """For each sort of caller one lane of these days, which follow each other."""
    found = coverage(book, days[0], days[-1], wanted)
    holes = besides(found)
    return [_lane(book, days, one, found[one], holes[one]) for one in wanted]


def besides(found: Mapping[Audience, list[Level]]) -> dict[Audience, list[Stretch]]:
    """For each sort of caller when they find nobody, though others would find somebody.

    When nobody at all is there is told once: of the first of them.
    """
    every = {who: gaps(levels) for who, levels in found.items()}
    whole = next(iter(every.values()), [])
    return {
        who: parts if parts is whole else list(less(parts, whole)) for who, parts in every.items()
    }


def _lane(
    book: LineBook, days: Sequence[date], who: Audience, levels: list[Level], empty: list[Stretch]
) -> Lane:
    zone = book.line.zone
    return Lane(
        said.audience(who),
        tuple(_day(book, day, levels) for day in days),
        tuple(
            Hole(said.stretch(one.start, one.end, zone), asks(one.start, zone, who))
            for one in empty[:MOST_GAPS]
        ),
        max(0, len(empty) - MOST_GAPS),
        said.hours(sum(one.minutes for one in empty)),
        who == Audience(),
    )


def _day(book: LineBook, day: date, levels: Iterable[Level]) -> DayBars:
    whole, zone = day_of(book, day), book.line.zone
    marks = (instant(zone, day, time(hour)) for hour in MARKS)
    return DayBars(
        said.short_day(day),
        _x(whole, whole.end) - LEFT,
        tuple(_bars(whole, levels)),
        tuple(_x(whole, at) for at in marks),
    )


def _bars(day: Stretch, levels: Iterable[Level]) -> Iterable[Bar]:
    """Neighbours that look alike are one."""
    begun, look = day.start, ""
    for one in levels:
        if one.end <= day.start or one.start >= day.end:
            continue
        now = _look(one)
        if now != look:
            if look:
                yield _bar(day, begun, one.start, look)
            begun, look = max(one.start, day.start), now
    if look:
        yield _bar(day, begun, day.end, look)


def _look(level: Level) -> str:
    if not level.open:
        return ""
    return "gap" if not level.on else "one" if level.on == 1 else "more"


def _bar(day: Stretch, start: datetime, end: datetime, look: str) -> Bar:
    return Bar(_x(day, start), round(_x(day, end) - _x(day, start), 1), look)


def _x(day: Stretch, at: datetime) -> float:
    return round(LEFT + (at - day.start) / timedelta(hours=1) * HOUR, 1)


def asks(at: datetime, zone: ZoneInfo, who: Audience) -> str:
    """The question who would ring then, for this sort of caller.

    An hour that comes twice is told by its distance from UTC.
    """
    local = at.astimezone(zone)
    first = instant(zone, local.date(), local.time()) == at
    when = local.replace(tzinfo=None) if first else local
    fields = {"at": when.isoformat(timespec="minutes")}
    if who.language:
        fields["language"] = who.language
    if who.kind:
        fields["kind"] = who.kind.value
    return urlencode(fields)


@dataclass(frozen=True, slots=True)
class Cell:
    """One hour: the fewest who can be rung in it while the line is open; None when it is shut."""

    on: int | None
    asks: str
    again: bool = False
    """It is this hour for the second time."""


def hour_by_hour(
    book: LineBook, days: Sequence[date], who: Audience
) -> list[tuple[str, list[list[Cell]]]]:
    """For each hour of the clock and each day its cells: none, one, or two when it comes twice."""
    levels = coverage(book, days[0], days[-1], [who])[who]
    table: list[tuple[str, list[list[Cell]]]] = [
        (f"{hour:02}:00", [[] for _ in days]) for hour in range(24)
    ]
    place = 0
    for n, day in enumerate(days):
        whole = day_of(book, day)
        at = whole.start
        while at < whole.end:
            then = min(at + timedelta(hours=1), whole.end)
            while levels[place].end <= at:
                place += 1
            cells = table[at.astimezone(book.line.zone).hour][1][n]
            cells.append(_cell(book, levels, place, Stretch(at, then), who, again=bool(cells)))
            at = then
    return table


def _cell(
    book: LineBook,
    levels: Sequence[Level],
    place: int,
    hour: Stretch,
    who: Audience,
    *,
    again: bool,
) -> Cell:
    fewest: Level | None = None
    while place < len(levels) and levels[place].start < hour.end:
        one = levels[place]
        if one.open and (fewest is None or one.on < fewest.on):
            fewest = one
        place += 1
    at = max(hour.start, fewest.start) if fewest else hour.start
    return Cell(fewest.on if fewest else None, asks(at, book.line.zone, who), again)
