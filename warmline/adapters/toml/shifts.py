"""`[[shift]]`, `[[one_off]]` and `[[day_off]]`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, time

from warmline.adapters.toml.table import Table
from warmline.adapters.toml.values import Reader, Unfit, day, flag, span, weekdays
from warmline.domain.line import DayOff, OneOffShift, Span, Weekday, WeeklyShift
from warmline.domain.wording import did_you_mean, listed

_ANY_DAY = date(2000, 1, 1)
_ANY_SPAN = Span(time(8), time(9))
_NO_DAYS: frozenset[Weekday] = frozenset()


def alias(known: Collection[str]) -> Reader[str]:
    """The alias of a supporter of this file."""

    def read(value: object) -> str:
        if value not in known:
            guess = did_you_mean(str(value), known)
            there_are = f" There are {listed(list(known))}." if known else ""
            raise Unfit(f'There is no supporter "{value}" in this file.{guess or there_are}')
        return str(value)

    return read


def read_weekly(file: Table, aliases: Collection[str]) -> tuple[WeeklyShift, ...]:
    """The repeating shifts."""
    found = []
    for table in file.tables("shift"):
        shift = WeeklyShift(
            supporter=table.need("supporter", alias(aliases), ""),
            days=table.need("days", weekdays, _NO_DAYS),
            span=table.need("hours", span, _ANY_SPAN),
            backup=table.take("backup", flag, otherwise=False),
            first=table.take("first", day, None),
            last=table.take("last", day, None),
        )
        if shift.first and shift.last and shift.last < shift.first:
            table.problem("The last day is before the first. Change one of them.", "last")
        table.done()
        found.append(shift)
    return tuple(found)


def read_one_off(file: Table, aliases: Collection[str]) -> tuple[OneOffShift, ...]:
    """Single shifts."""
    found = []
    for table in file.tables("one_off"):
        found.append(
            OneOffShift(
                supporter=table.need("supporter", alias(aliases), ""),
                on=table.need("date", day, _ANY_DAY),
                span=table.need("hours", span, _ANY_SPAN),
                backup=table.take("backup", flag, otherwise=False),
            )
        )
        table.done()
    return tuple(found)


def read_days_off(file: Table, aliases: Collection[str]) -> tuple[DayOff, ...]:
    """Days on which a supporter's shifts do not begin."""
    found = []
    for table in file.tables("day_off"):
        first = table.need("first", day, _ANY_DAY)
        leave = DayOff(
            supporter=table.need("supporter", alias(aliases), ""),
            first=first,
            last=table.take("last", day, first),
        )
        if leave.last < leave.first:
            table.problem("The last day is before the first. Change one of them.", "last")
        table.done()
        found.append(leave)
    return tuple(found)
