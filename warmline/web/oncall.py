"""On call: the plan of a day, a week or a month, with what is missing in plain sight."""

from __future__ import annotations

from calendar import Calendar
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from flask import Blueprint, render_template, request

from warmline.domain.accounts import Role
from warmline.domain.coverage import Audience, audiences, coverage
from warmline.domain.hours import Stretch
from warmline.domain.line import Kind, LineBook
from warmline.domain.shifts import FOR_CALLERS, begins_on
from warmline.services.shifts import Shown, shown
from warmline.web import _plan_words as said
from warmline.web._coverage import asks, besides, hour_by_hour, lanes
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, myself
from warmline.web.menu import in_menu

pages = Blueprint("oncall", __name__, url_prefix="/console")

LOOKS: Final = frozenset({Role.COORDINATOR, Role.PEER_SUPERVISOR})
EDITS: Final = frozenset({Role.COORDINATOR})
MOST_OF_A_DAY: Final = 10
"""Shifts of a day that the week names; the day's own page has all of them."""
MOST_LISTED: Final = 400
WEEK: Final = timedelta(days=7)
AHEAD: Final = timedelta(days=28)
YEARS: Final = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a week: its shifts, and how many more there are."""

    on: date
    name: str
    clocks: str
    """About a day of another length than 24 hours."""
    shifts: Sequence[Shown]
    more: int


@dataclass(frozen=True, slots=True)
class Missing:
    """What a day of a month lacks, for one sort of caller, and where to ask who there is."""

    who: str
    """Empty for everybody."""
    long: str
    asks: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of a month."""

    on: date
    name: str
    inside: bool
    shifts: int
    missing: tuple[Missing, ...]
    clocks: str


def today_of(book: LineBook) -> date:
    """The date on the line's own clock."""
    return datetime.fromtimestamp(house().clock.now(), UTC).astimezone(book.line.zone).date()


def read_day(written: str, otherwise: date) -> date:
    """The day that was asked for."""
    try:
        found = date.fromisoformat(written[:10])
    except ValueError:
        return otherwise
    return found if found.year in YEARS else otherwise


def may_edit(line_id: str) -> bool:
    """Whether the reader may change the plan."""
    return myself().may(EDITS, line_id)


def _names(book: LineBook) -> dict[str, str]:
    return {one.id: one.alias for one in book.supporters}


@pages.get("/<line_id>/on-call")
@only_for(LOOKS)
@in_menu("On call", 30)
def week(line_id: str) -> str:
    """A week: gaps first, then the picture, then its shifts."""
    book = book_of(line_id)
    asked = read_day(request.args.get("day", ""), today_of(book))
    monday = asked - timedelta(days=asked.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    by_day: dict[date, list[Shown]] = {day: [] for day in days}
    for one in shown(book, days[0], days[-1]):
        by_day[one.occurrence.day].append(one)
    return render_template(
        "week.html",
        book=book,
        line=book.line,
        monday=monday,
        before=monday - WEEK,
        after=monday + WEEK,
        days=[_day(book, day, by_day[day]) for day in days],
        lanes=lanes(book, days, audiences(book)),
        names=_names(book),
        said=said,
        edits=may_edit(line_id),
        nobodys=_nobodys(book),
    )


def _day(book: LineBook, day: date, shifts: Sequence[Shown]) -> Day:
    return Day(
        day,
        said.day(day),
        said.clock_change(book, day),
        shifts[:MOST_OF_A_DAY],
        max(0, len(shifts) - MOST_OF_A_DAY),
    )


def _nobodys(book: LineBook) -> list[str]:
    """Languages of the line that nobody who serves speaks."""
    spoken = {code for one in book.supporters for code in one.languages}
    return [code for code in book.line.languages if code not in spoken]


@pages.get("/<line_id>/on-call/day")
@only_for(LOOKS)
def day(line_id: str) -> str:
    """Every shift of one day; or of one supporter, in the coming weeks."""
    book = book_of(line_id)
    first = read_day(request.args.get("day", ""), today_of(book))
    who = book.supporter(request.args.get("who", ""))
    last = first + AHEAD if who else first
    rows = [
        one
        for one in shown(book, first, last)
        if who is None or who.id in (one.occurrence.supporter, one.occurrence.shift.supporter)
    ]
    return render_template(
        "day.html",
        book=book,
        line=book.line,
        on=first,
        who=who,
        shifts=rows[:MOST_LISTED],
        more=max(0, len(rows) - MOST_LISTED),
        lanes=[] if who else lanes(book, [first], audiences(book)),
        clocks=said.clock_change(book, first),
        before=first - timedelta(days=1),
        after=first + timedelta(days=1),
        names=_names(book),
        said=said,
        edits=may_edit(line_id),
    )


@pages.get("/<line_id>/on-call/month")
@only_for(LOOKS)
def month(line_id: str) -> str:
    """A month: for each day how many shifts begin, and what is missing."""
    book = book_of(line_id)
    first = read_day(request.args.get("day", ""), today_of(book)).replace(day=1)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    wanted = audiences(book)
    holes = besides(coverage(book, weeks[0][0], weeks[-1][-1], wanted))
    counts = Counter(
        on
        for shift in book.shifts
        if shift.role in FOR_CALLERS
        for on in begins_on(shift, weeks[0][0], weeks[-1][-1])
    )
    missing = _missing(book, holes)
    return render_template(
        "month.html",
        line=book.line,
        name=said.month(first),
        weekdays=said.weekdays(),
        weeks=[
            [
                Cell(
                    on,
                    said.day(on),
                    on.month == first.month,
                    counts[on],
                    tuple(missing.get(on, ())),
                    said.clock_change(book, on),
                )
                for on in row
            ]
            for row in weeks
        ],
        on=first,
        before=(first - timedelta(days=1)).replace(day=1),
        after=(first + timedelta(days=32)).replace(day=1),
        edits=may_edit(line_id),
    )


def _missing(book: LineBook, holes: dict[Audience, list[Stretch]]) -> dict[date, list[Missing]]:
    """By day, for each sort of caller how long nobody is there. A gap counts where it begins."""
    zone = book.line.zone
    found: dict[date, list[Missing]] = {}
    for who, parts in holes.items():
        long: dict[date, tuple[float, datetime]] = {}
        for part in parts:
            on = part.start.astimezone(zone).date()
            minutes, since = long.get(on, (0.0, part.start))
            long[on] = (minutes + part.minutes, since)
        for on, (minutes, since) in long.items():
            one = Missing(
                said.audience(who) if who != Audience() else "",
                said.hours(minutes),
                asks(since, zone, who),
            )
            found.setdefault(on, []).append(one)
    return found


@pages.get("/<line_id>/on-call/hours")
@only_for(LOOKS)
def hours(line_id: str) -> str:
    """A week hour by hour, for one sort of caller: how many can be rung; each leads to who."""
    book = book_of(line_id)
    asked = read_day(request.args.get("day", ""), today_of(book))
    monday = asked - timedelta(days=asked.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    language, kind = request.args.get("language", ""), request.args.get("kind", "")
    who = Audience(
        language if language in book.line.languages else "",
        Kind(kind) if kind in set(Kind) else None,
    )
    return render_template(
        "hours.html",
        line=book.line,
        who=who,
        named=said.audience(who),
        days=[(one, said.day(one), said.clock_change(book, one)) for one in days],
        rows=hour_by_hour(book, days, who),
        monday=monday,
        edits=may_edit(line_id),
        before=monday - WEEK,
        after=monday + WEEK,
    )
