"""`[[shift]]`, `[[one_off]]` and `[[day_off]]`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, time

from warmline.adapters.toml.table import Table
from warmline.adapters.toml.values import (
    Reader,
    Unfit,
    day,
    flag,
    one_of,
    several,
    span,
    text,
    weekdays,
    whole,
)
from warmline.domain.line import WEEK, DayOff, Role, Shift, Span, Weekday
from warmline.domain.rules import BadRule, read_rule, weekly
from warmline.domain.wording import did_you_mean, listed

_ANY_DAY = date(2000, 1, 1)
_ANY_SPAN = Span(time(8), time(9))
_NO_DAYS: frozenset[Weekday] = frozenset()
_NO_DATES: tuple[date, ...] = ()
_DAILY: tuple[str, date | None] = (weekly(frozenset(WEEK)), None)


def alias(known: Collection[str]) -> Reader[str]:
    """The alias of a supporter of this file."""

    def read(value: object) -> str:
        if value not in known:
            guess = did_you_mean(str(value), known)
            there_are = f" There are {listed(list(known))}." if known else ""
            raise Unfit(f'There is no supporter "{value}" in this file.{guess or there_are}')
        return str(value)

    return read


def read_shifts(file: Table, aliases: Collection[str]) -> tuple[Shift, ...]:
    """The repeating shifts: on days of the week, or by a rule."""
    found = []
    for table in file.tables("shift"):
        who = table.need("supporter", alias(aliases), "")
        first = table.take("first", day, None)
        since = table.take("from", day, None)
        if first and since:
            table.problem('It says "first" and "from", which mean the same. Keep one.', "from")
        first = first or since
        rule, until = _read_rule(table, first)
        last = table.take("last", day, None)
        if until and last:
            table.problem("The rule has an end already. Keep one of them.", "last")
        shift = Shift(
            supporter=who,
            rule=rule,
            span=table.need("hours", span, _ANY_SPAN),
            role=_read_role(table),
            first=first,
            last=until or last,
            order=table.take("order", whole(1, 99), None),
            without=tuple(sorted(table.take("without", several(day, "dates"), _NO_DATES))),
        )
        if shift.first and shift.last and shift.last < shift.first:
            table.problem("The last day is before the first. Change one of them.", "last")
        table.done()
        found.append(shift)
    return tuple(found)


def _read_rule(table: Table, first: date | None) -> tuple[str, date | None]:
    """The rule of a shift, and the last day that it names, if it does."""
    if "rule" not in table:
        days = table.need("days", weekdays, _NO_DAYS)
        return weekly(days or frozenset(WEEK)), None
    if "days" in table:
        table.take("days", weekdays, _NO_DAYS)
        table.problem('It has a "rule" and "days". Keep one: a rule says its days itself.', "days")

    def read(value: object) -> tuple[str, date | None]:
        try:
            return read_rule(text(200)(value), first)
        except BadRule as bad:
            raise Unfit(bad.reason) from None

    return table.take("rule", read, _DAILY)


def _read_role(table: Table) -> Role:
    """`role = "backup"`, or `backup = true`, which says the same."""
    backup = table.take("backup", flag, otherwise=False)
    role = Role(table.take("role", one_of([one.value for one in Role]), Role.CALLS.value))
    if backup and "role" in table and role is not Role.BACKUP:
        table.problem('It says backup = true and another "role". Keep one of them.', "role")
    return Role.BACKUP if backup else role


def read_one_off(file: Table, aliases: Collection[str]) -> tuple[Shift, ...]:
    """Single shifts."""
    found = []
    for table in file.tables("one_off"):
        found.append(
            Shift(
                supporter=table.need("supporter", alias(aliases), ""),
                rule="",
                first=table.need("date", day, _ANY_DAY),
                span=table.need("hours", span, _ANY_SPAN),
                role=_read_role(table),
                order=table.take("order", whole(1, 99), None),
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
