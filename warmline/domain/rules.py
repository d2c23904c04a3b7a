"""On which days a shift begins again and again: RFC 5545 rules, as far as shifts have them.

A rule is about dates only. It is worked out on the calendar and then read on the line's own wall
clock (see `hours`), never over instants: a shift at 22:00 stays at 22:00 when the clocks change.

Two shifts with one rule share what was worked out of it, also when they began at different times:
of the day on which a rule begins, only its place in the rhythm matters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import Final, Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, weekday

from warmline.domain.line import WEEK, Weekday
from warmline.domain.wording import did_you_mean, listed

MOST_BETWEEN: Final = 52
MOST_TIMES: Final = 1000
EXAMPLE: Final = 'Write it like "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR".'
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY: Final = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_PARTS: Final = ("FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST")


class BadRule(ValueError):
    """The text is no rule for a shift. `reason` says how to mend it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Every(StrEnum):
    """How often a rule comes round, if its interval is 1."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


_FREQ: Final[dict[Every, Literal[1, 2, 3]]] = {
    Every.DAILY: DAILY,
    Every.WEEKLY: WEEKLY,
    Every.MONTHLY: MONTHLY,
}
_UNIT: Final = {Every.DAILY: "day", Every.WEEKLY: "week", Every.MONTHLY: "month"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule without its end. `days` are places in `WEEK`, each with its number in the month, or 0.

    >>> Rule(Every.MONTHLY, 1, ((1, 6),)).text
    'FREQ=MONTHLY;BYDAY=1SU'
    """

    every: Every
    interval: int
    days: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The one way in which this rule is written."""
        parts = [f"FREQ={self.every}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.days:
            named = [f"{nth or ''}{_DAYS[day]}" for nth, day in self.days]
            parts.append(f"BYDAY={','.join(named)}")
        return ";".join(parts)

    def index(self, day: date) -> int:
        """The number of the day, week or month in which a date lies."""
        match self.every:
            case Every.DAILY:
                return day.toordinal()
            case Every.WEEKLY:
                return (day.toordinal() - 1) // 7  # the first day of year 1 was a Monday
            case Every.MONTHLY:
                return day.year * 12 + day.month - 1

    def begins(self, index: int) -> date:
        """The first day of the day, week or month of that number."""
        match self.every:
            case Every.DAILY:
                return date.fromordinal(index)
            case Every.WEEKLY:
                return date.fromordinal(index * 7 + 1)
            case Every.MONTHLY:
                return date(index // 12, index % 12 + 1, 1)

    def dates(self, anchor: date, *, until: date | None = None, times: int | None = None) -> rrule:
        """The rule from a day on, as the library has it."""
        return rrule(
            _FREQ[self.every],
            dtstart=datetime.combine(anchor, time(0)),
            interval=self.interval,
            byweekday=[weekday(day, nth or None) for nth, day in self.days] or None,
            until=datetime.combine(until, time(0)) if until else None,
            count=times,
        )


def weekly(days: frozenset[Weekday]) -> str:
    """The rule of a plain week: `FREQ=WEEKLY;BYDAY=MO,FR`."""
    return Rule(Every.WEEKLY, 1, tuple((0, n) for n, one in enumerate(WEEK) if one in days)).text


def plain_week(text: str) -> frozenset[Weekday] | None:
    """The days of a rule that is nothing but days of the week; None for any other."""
    rule = parsed(text)
    if rule.every is not Every.WEEKLY or rule.interval > 1:
        return None
    return frozenset(WEEK[day] for _, day in rule.days)


@lru_cache(maxsize=1024)
def parsed(text: str) -> Rule:
    """The rule of a text that `read_rule` has given."""
    return _read(_split(text), None)


def read_rule(text: str, first: date | None) -> tuple[str, date | None]:
    """The rule as it is kept, and the last day that it names by UNTIL or COUNT, if it does.

    `first` is the day from which it counts. Raises BadRule with a sentence that mends it.
    """
    parts = _split(text)
    rule = _read(parts, first)
    if "UNTIL" in parts and "COUNT" in parts:
        raise BadRule("It has UNTIL and COUNT. Keep one of them.")
    if first is None and (rule.interval > 1 or "COUNT" in parts):
        raise BadRule("It counts from a day: write that day too, like from = 2027-05-07.")
    if "COUNT" in parts and first is not None:
        times = _number(parts, "COUNT", MOST_TIMES)
        begin = rule.begins(rule.index(first))
        # Days of its first week or month that lie before the first day do not count.
        early = sum(1 for at in rule.dates(begin, until=first) if at.date() < first)
        every = [at.date() for at in rule.dates(begin, times=times + early)]
        if not every:
            raise BadRule("There is no such day.")
        return rule.text, every[-1]
    return rule.text, _until(parts["UNTIL"]) if "UNTIL" in parts else None


def days_within(text: str, first: date | None, start: date, end: date) -> tuple[date, ...]:
    """The days from `start` to `end`, both included, that a kept rule names.

    `first` gives the rhythm of a rule with an interval; days before it are named, too.
    """
    rule = parsed(text)
    phase = rule.index(first) % rule.interval if first else 0
    return _within(text, phase, start, end)


@lru_cache(maxsize=8192)
def _within(text: str, phase: int, start: date, end: date) -> tuple[date, ...]:
    rule = parsed(text)
    now = rule.index(start)
    anchor = rule.begins(now - (now - phase) % rule.interval)
    return tuple(at.date() for at in rule.dates(anchor, until=end) if at.date() >= start)


def _split(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts:
            raise BadRule(f'"{text}" is no rule. {EXAMPLE}')
        if name not in _PARTS:
            known = did_you_mean(name, _PARTS) or f" There may be {listed(_PARTS[:5], 'or')}."
            raise BadRule(f'"{name}" is not for shifts.{known}')
        parts[name] = value
    return parts


def _read(parts: dict[str, str], first: date | None) -> Rule:
    if parts.get("FREQ") not in set(Every):
        raise BadRule(f"FREQ is {listed(list(Every), 'or')}. {EXAMPLE}")
    if parts.get("WKST", "MO") != "MO":
        raise BadRule("Weeks begin on Monday here: leave WKST out.")
    every = Every(parts["FREQ"])
    interval = _number(parts, "INTERVAL", MOST_BETWEEN) if "INTERVAL" in parts else 1
    return Rule(every, interval, _weekdays(parts, every, first))


def _weekdays(
    parts: dict[str, str], every: Every, first: date | None
) -> tuple[tuple[int, int], ...]:
    if "BYDAY" not in parts:
        if every is Every.WEEKLY and first is not None:
            return ((0, first.weekday()),)
        if every is Every.DAILY:
            return ()
        example = "BYDAY=1SU" if every is Every.MONTHLY else "BYDAY=MO,FR"
        raise BadRule(f"It does not say on which days. Write for example {example}.")
    found = []
    for written in parts["BYDAY"].split(","):
        day = _DAY.fullmatch(written)
        if day is None:
            raise BadRule(f'"{written}" is no day. Write {listed(_DAYS, "or")}, or 1SU and -1FR.')
        if day[1] and every is not Every.MONTHLY:
            raise BadRule(f'"{written}" is a day of a month. With it write FREQ=MONTHLY.')
        found.append((int(day[1] or 0), _DAYS.index(day[2])))
    if len(set(found)) < len(found):
        raise BadRule("It names a day twice.")
    return tuple(sorted(found, key=lambda one: (one[1], one[0])))


def _number(parts: dict[str, str], name: str, most: int) -> int:
    if not parts[name].isascii() or not parts[name].isdigit() or not 1 <= int(parts[name]) <= most:
        raise BadRule(f"{name} is a number from 1 to {most}.")
    return int(parts[name])


def _until(written: str) -> date:
    try:
        return datetime.strptime(written[:8], "%Y%m%d").date()  # noqa: DTZ007  # it is a day
    except ValueError:
        raise BadRule("UNTIL is a day like 20271231.") from None


def said(text: str) -> str:
    """A kept rule in words: `every 2 weeks on fri`, `monthly on the 1st sun`."""
    rule = parsed(text)
    week = plain_week(text)
    if week is not None:
        return "daily" if len(week) == len(WEEK) else listed([one for one in WEEK if one in week])
    if rule.interval > 1:
        often = f"every {rule.interval} {_UNIT[rule.every]}s"
    else:
        often = rule.every.lower()
    days = [f"{_nth(nth)}{WEEK[day].value}" for nth, day in rule.days]
    return f"{often} on {listed(days)}" if days else often


def _nth(number: int) -> str:
    if number == 0:
        return ""
    nth = {1: "1st", 2: "2nd", 3: "3rd"}.get(abs(number), f"{abs(number)}th")
    if number > 0:
        return f"the {nth} "
    return "the last " if number == -1 else f"the {nth} last "
