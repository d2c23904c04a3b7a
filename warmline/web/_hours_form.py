"""The form about a line's hours: what it shows, and what was typed into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from babel import Locale
from babel.dates import get_day_names
from werkzeug.datastructures import MultiDict

from warmline.domain.line import WEEK, Holiday, Hours, Span
from warmline.domain.spans import BadSpan, apart, parse_span, running_into, span_text
from warmline.services.supporters.team import Amiss
from warmline.web import words

USUAL: Final = "08:00-22:00"
"""What stands in the form of a new line."""
MOST_HOLIDAYS: Final = 60
EMPTY_ROWS: Final = 2
"""Rows for new holidays below those that there are."""
LONGEST_NAME: Final = 60
CLOSED: Final = frozenset({"", "closed", "cerrada", "cerrado", "-"})


@dataclass(frozen=True, slots=True)
class Day:
    """A holiday or exception as text."""

    on: str = ""
    name: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form."""

    week: dict[str, str] = field(default_factory=dict)
    days: tuple[Day, ...] = ()

    @classmethod
    def new(cls) -> Typed:
        """For a line that does not exist yet."""
        return cls({day.value: USUAL for day in WEEK})

    @classmethod
    def of(cls, hours: Hours) -> Typed:
        """What is kept."""
        return cls(
            {day.value: _text(hours.weekly.get(day, ())) for day in WEEK},
            tuple(Day(one.on.isoformat(), one.name, _text(one.spans)) for one in hours.holidays),
        )

    @classmethod
    def sent(cls, form: MultiDict[str, str]) -> Typed:
        """What was typed. A row without a date is none."""
        rows = zip(
            form.getlist("date")[: MOST_HOLIDAYS + EMPTY_ROWS],
            form.getlist("named"),
            form.getlist("open"),
            strict=False,
        )
        return cls(
            {day.value: form.get(day.value, "")[:120].strip() for day in WEEK},
            tuple(Day(on[:10], name[:80].strip(), open_[:120].strip()) for on, name, open_ in rows),
        )

    @property
    def rows(self) -> tuple[Day, ...]:
        """The rows that are shown: those with anything in them, and some for new ones."""
        return (*(one for one in self.days if one != Day()), *(Day() for _ in range(EMPTY_ROWS)))

    def hours(self) -> Hours:
        """What is meant. Raises Amiss, whose field is a day, or `on-` and the row's number."""
        weekly = {day: _spans(day.value, self.week.get(day.value, "")) for day in WEEK}
        for today, _ in running_into(weekly):
            raise Amiss(today.value, "This day runs past midnight, into the hours of the next.")
        return Hours(weekly, self._holidays())

    def _holidays(self) -> tuple[Holiday, ...]:
        found: dict[date, Holiday] = {}
        for number, row in enumerate(one for one in self.days if one != Day()):
            if not row.on:
                continue
            where = f"on-{number}"
            on = _date(where, row.on)
            if on in found:
                raise Amiss(where, "This day stands here twice.")
            if len(row.name) > LONGEST_NAME:
                raise Amiss(where, "That name is too long: 60 letters at most.")
            found[on] = Holiday(on, row.name, _spans(where, row.hours))
        return tuple(sorted(found.values(), key=lambda one: one.on))


def weekdays() -> dict[str, str]:
    """The days of the week in the page's language, by their code."""
    names = get_day_names("wide", locale=Locale.parse(words.language()))
    return {day.value: names[number].capitalize() for number, day in enumerate(WEEK)}


def _date(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Amiss(where, "That is no day. Write it like 2027-12-25.") from None


def _text(spans: Iterable[Span]) -> str:
    return ", ".join(span_text(one) for one in spans)


def _spans(where: str, text: str) -> tuple[Span, ...]:
    if text.casefold() in CLOSED:
        return ()
    try:
        found = [parse_span(one) for one in re.split(r"[,;]", text) if one.strip()]
    except BadSpan:
        raise Amiss(where, "Write hours like 08:00-12:00, 14:00-22:00. Empty: closed.") from None
    try:
        return apart(found)
    except BadSpan:
        raise Amiss(where, "Two of its hours overlap. Make one of them, or part them.") from None
