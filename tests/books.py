"""A line's book to begin tests with: County peer line with River, Sage and Juniper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from warmline.domain.line import (
    WEEK,
    DayOff,
    Holiday,
    Hours,
    Kind,
    Limits,
    Line,
    LineBook,
    Place,
    Ringing,
    Span,
    Supporter,
    Weekday,
)
from warmline.domain.shifts import one_off_shift, weekly_shift

LA = ZoneInfo("America/Los_Angeles")


def span(text: str) -> Span:
    """`span("22:00-06:00")`."""
    start, end = text.split("-")
    return Span(time.fromisoformat(start), time.fromisoformat(end))


RIVER = Supporter("r1", "River", "+16505550111", ("en",), tags=frozenset({"nights", "parents"}))
SAGE = Supporter(
    "s1",
    "Sage",
    "+16505550112",
    ("en", "es"),
    agency="north",
    limits=Limits(calls_per_shift=3, quiet=span("23:00-07:00")),
)
JUNIPER = Supporter("j1", "Juniper", "+16505550113", ("en",), kind=Kind.FAMILY_PEER, paused=True)

COUNTY = Line(
    id="county",
    name="County peer line",
    numbers=("+16505550100", "+16505550101"),
    zone=LA,
    languages=("en", "es"),
    hours=Hours(
        {day: (span("08:00-22:00"),) for day in WEEK},
        (
            Holiday(date(2027, 12, 24), "Christmas Eve", (span("10:00-12:00"),)),
            Holiday(date(2027, 12, 25), "Christmas Day"),
        ),
    ),
    ringing=Ringing(first_wave=1, wave_every=7.5),
    ask_peer_question=True,
    survey=True,
    study_key="dGhpcnR5LXR3byBieXRlcyBvZiBhIHB1YmxpYyBrZXk=",
    agency_names={"north": {"en": "North County Services"}},
    tag_words={"nights": {"es": "noches"}},
)

SHIFTS = tuple(
    replace(shift, id=f"shift{n}")
    for n, shift in enumerate(
        (
            weekly_shift("r1", frozenset(WEEK), span("22:00-06:00")),
            weekly_shift(
                "s1",
                frozenset({Weekday.MON, Weekday.FRI}),
                span("18:00-22:00"),
                backup=True,
                first=date(2027, 1, 1),
                last=date(2027, 6, 30),
            ),
            one_off_shift("s1", date(2027, 5, 3), span("12:00-14:00")),
        )
    )
)

BOOK = LineBook(
    line=COUNTY,
    supporters=(RIVER, SAGE, JUNIPER),
    shifts=SHIFTS,
    days_off=(DayOff("r1", date(2027, 5, 3), date(2027, 5, 9)),),
    places=(
        Place("smc_crisis", "crisis", "County Crisis Line", "+16505550150", local=True),
        Place("ctl", "crisis", "Crisis Text Line", text="HOME to 741741", languages=("en", "es")),
    ),
)


def vouched(book: LineBook) -> LineBook:
    """The same, as when the file vouches for every number."""
    return replace(book, vouched=frozenset(one.id for one in book.supporters))
