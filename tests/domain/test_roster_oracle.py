"""The rules of duty once more, told naively minute by minute; both must always agree.

The oracle knows nothing of instants: it walks through the minutes, reads the clock on the wall,
and says that a shift begins at the first minute whose clock shows its beginning or later.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmline.domain.line import (
    WEEK,
    DayOff,
    DutyWish,
    Hours,
    Line,
    LineBook,
    Role,
    Shift,
    Span,
    Weekday,
)
from warmline.domain.roster import duties, duty, next_change, shifts_between
from warmline.domain.rules import read_rule, weekly
from warmline.domain.shifts import one_off_shift, weekly_shift

LA = ZoneInfo("America/Los_Angeles")
CHANGES = (date(2027, 3, 14), date(2027, 11, 7))
MINUTE = timedelta(minutes=1)
WHO = ("river", "sage")


@cache
def clock_faces(about: date) -> tuple[tuple[datetime, datetime], ...]:
    """(instant, what the clock shows) of every minute of the nine days around a date."""
    first = datetime.combine(about - timedelta(days=4), time(0), LA).astimezone(UTC)
    minutes = [first + MINUTE * n for n in range(9 * 24 * 60)]
    return tuple((at, at.astimezone(LA).replace(tzinfo=None)) for at in minutes)


def first_showing(about: date, wall: datetime) -> int:
    """The number of the first minute whose clock shows this or later."""
    faces = clock_faces(about)
    return next((n for n, (_, face) in enumerate(faces) if face >= wall), len(faces))


def begins_on(row: Shift, day: date) -> bool:
    """Whether a shift begins on a day, told without the calendar's library."""
    if not row.rule:
        return day == row.first
    if day in row.without or not (row.first or day) <= day <= (row.last or day):
        return False
    rule = dict(part.split("=") for part in row.rule.split(";"))
    monday = day - timedelta(days=day.weekday())
    since = row.first or day
    weeks = (monday - (since - timedelta(days=since.weekday()))).days // 7
    on = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][day.weekday()] in rule["BYDAY"].split(",")
    return on and weeks % int(rule.get("INTERVAL", "1")) == 0


def planned(book: LineBook, about: date, who: str, *, backup: bool) -> set[int]:
    """The numbers of the minutes for which the plan has them on."""
    begins: list[tuple[date, Span]] = []
    days = [about + timedelta(days=n) for n in range(-2, 3)]
    for row in book.shifts:
        if (row.supporter, row.role) == (who, Role.BACKUP if backup else Role.CALLS):
            begins += [(day, row.span) for day in days if begins_on(row, day)]
    minutes: set[int] = set()
    for day, span in begins:
        off = any(o.supporter == who and o.first <= day <= o.last for o in book.days_off)
        if day in days and not off:
            next_day = timedelta(days=1 if span.end <= span.start else 0)
            minutes |= set(
                range(
                    first_showing(about, datetime.combine(day, span.start)),
                    first_showing(about, datetime.combine(day + next_day, span.end)),
                )
            )
    return minutes


def states(book: LineBook, about: date, who: str) -> list[tuple[str, str]]:
    """(state, state as if no break were taken) of every minute."""
    primary = planned(book, about, who, backup=False)
    backup = planned(book, about, who, backup=True)
    result = []
    for n, (at, _) in enumerate(clock_faces(about)):
        holding = [w for w in book.wishes if w.supporter == who and w.since <= at < w.until]
        on = n in primary or any(w.on for w in holding)
        unbroken = "primary" if on else "backup" if n in backup else ""
        newest = max(holding, key=lambda w: (w.since, not w.on), default=None)
        result.append(("" if newest and not newest.on else unbroken, unbroken))
    return result


quarters = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
spans = st.builds(Span, quarters, quarters)
who = st.sampled_from(WHO)
weeks = st.frozensets(st.sampled_from(WEEK), min_size=1)
plain = st.builds(weekly_shift, who, weeks, spans, st.booleans())


@st.composite
def books(draw: st.DrawFn, about: date) -> LineBook:
    near = st.integers(-2, 2).map(lambda n: about + timedelta(days=n))
    midnight = datetime.combine(about, time(0), LA).astimezone(UTC)
    moments = st.integers(-200, 200).map(lambda n: midnight + n * timedelta(minutes=7))

    def wish(name: str, on: bool, one: datetime, other: datetime) -> DutyWish:
        return DutyWish(name, on, min(one, other), max(one, other) + MINUTE)

    def rotating(name: str, days: frozenset[Weekday], span: Span, n: int, since: date) -> Shift:
        rule, _ = read_rule(f"{weekly(days)};INTERVAL={n}", since)
        return Shift(name, rule, span, first=since - timedelta(days=70))

    turns = st.builds(rotating, who, weeks, spans, st.integers(2, 3), near)

    def leave(name: str, one: date, other: date) -> DayOff:
        return DayOff(name, min(one, other), max(one, other))

    return LineBook(
        Line("county", "County peer line", ("+16505550100",), LA, ("en",), Hours({})),
        shifts=(
            *draw(st.lists(st.one_of(plain, turns), max_size=4)),
            *draw(st.lists(st.builds(one_off_shift, who, near, spans, st.booleans()), max_size=2)),
        ),
        days_off=tuple(draw(st.lists(st.builds(leave, who, near, near), max_size=1))),
        wishes=tuple(
            draw(st.lists(st.builds(wish, who, st.booleans(), moments, moments), max_size=3))
        ),
    )


@pytest.mark.parametrize("about", CHANGES)
@settings(max_examples=60, deadline=None)
@given(data=st.data(), minute=st.integers(0, 23 * 60 - 1))
def test_duty_agrees_with_the_oracle(about: date, data: st.DataObject, minute: int) -> None:
    book = data.draw(books(about))
    faces = clock_faces(about)
    now = 4 * 24 * 60 + minute
    at = faces[now][0]
    for name in WHO:
        told = states(book, about, name)
        found = duty(book, name, at)
        assert (found is not None) == bool(told[now][0])
        assert duties(book, at).get(name) == found
        if found is None:
            continue
        assert found.backup == (told[now][0] == "backup")
        start = next(n for n in range(now, -1, -1) if not told[n - 1][1])
        whole = next(n for n in range(now, len(told)) if not told[n][1]) - start
        if whole > 25 * 60:  # on for more than a day: a new duty at midnight
            start = max(
                start, first_showing(about, datetime.combine(faces[now][1].date(), time(0)))
            )
        end = next(n for n in range(now, len(told)) if not told[n][0])
        assert (found.start, found.end) == (faces[start][0], faces[end][0])


@pytest.mark.parametrize("about", CHANGES)
@settings(max_examples=40, deadline=None)
@given(data=st.data(), minute=st.integers(0, 23 * 60 - 1))
def test_next_change_agrees_with_the_oracle(about: date, data: st.DataObject, minute: int) -> None:
    book = data.draw(books(about))
    faces = clock_faces(about)
    now = 4 * 24 * 60 + minute
    told = [states(book, about, name) for name in WHO]
    # The oracle knows the shifts that begin up to two days ahead.
    known = first_showing(about, datetime.combine(about + timedelta(days=2), time(23)))
    expected = next(
        (n for n in range(now, known) if any(row[n][0] != row[now][0] for row in told)), None
    )
    found = next_change(book, faces[now][0])
    if expected is not None:
        assert found == faces[expected][0]
    else:
        assert found is None or found >= faces[known][0]


@pytest.mark.parametrize("about", CHANGES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_planned_minutes_agree_with_the_oracle(about: date, data: st.DataObject) -> None:
    book = replace(data.draw(books(about)), wishes=())
    faces = clock_faces(about)
    window = faces[3 * 24 * 60][0], faces[5 * 24 * 60][0]
    for name in WHO:
        mine = [s for s in shifts_between(book, *window) if s.supporter == name]
        primary = planned(book, about, name, backup=False)
        backup = planned(book, about, name, backup=True) - primary
        for second, expected in ((False, primary), (True, backup)):
            for n in range(3 * 24 * 60, 5 * 24 * 60, 5):
                covered = any(s.start <= faces[n][0] < s.end for s in mine if s.backup is second)
                assert covered == (n in expected)


@pytest.mark.parametrize("about", CHANGES)
@settings(max_examples=40, deadline=None)
@given(data=st.data(), minutes=st.lists(st.integers(0, 30 * 60), min_size=2, max_size=6))
def test_what_was_worked_out_earlier_is_still_so(
    about: date, data: st.DataObject, minutes: list[int]
) -> None:
    """Asked again and again of the same book, as a worker does all day; and of a new one."""
    book = data.draw(books(about))
    faces = clock_faces(about)
    for minute in minutes:
        at = faces[3 * 24 * 60 + minute][0]
        asked_again = duties(book, at)
        assert duties(replace(book), at) == asked_again
        assert duties(book, at) == asked_again
