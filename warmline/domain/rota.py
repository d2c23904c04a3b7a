"""The plan of a line: days of the week, spans, shifts, days off, swaps, supporters' own words.

Read as a part of the `LineBook`; most rooms know these rows from `domain.line`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Weekday(StrEnum):
    """Days as they are written in `line.toml`; the order is that of `date.weekday()`."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


WEEK: tuple[Weekday, ...] = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a day. `end <= start` means that it ends on the following day.

    `Span(time(0), time(0))` is the whole day.
    """

    start: time
    end: time


class Role(StrEnum):
    """What a shift is for. Callers only ever meet the first two."""

    CALLS = "calls"
    BACKUP = "backup"
    """Rung for callers when no other can be."""
    DEBRIEFS = "debriefs"
    """A peer supervisor's, for supporters who would like to talk after a call."""
    DEBRIEFS_BACKUP = "debriefs_backup"


@dataclass(frozen=True, slots=True)
class Shift:
    """A supporter's shift: once, or again and again. It belongs to the days on which it begins.

    `rule` is as `domain.rules` writes it; empty for a single shift, on the day `first`. Of two
    people in one role who could be rung, a smaller `order` rings first, and before those without.
    `without` are single days on which it does not begin. Made by `domain.shifts`.
    """

    supporter: str
    rule: str
    span: Span
    role: Role = Role.CALLS
    first: date | None = None
    last: date | None = None
    order: int | None = None
    without: tuple[date, ...] = ()
    id: str = ""

    @property
    def backup(self) -> bool:
        """Whether others are rung before."""
        return self.role in (Role.BACKUP, Role.DEBRIEFS_BACKUP)


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days on which none of the supporter's shifts begin, first and last included."""

    supporter: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Swap:
    """A shift of one day that somebody else has taken. It is no part of the plan and outlasts it.

    It is told by whose shift it is by the plan, the day and time at which that begins, and its
    role. When the plan has no such shift any more, it does nothing.
    """

    supporter: str
    day: date
    start: time
    role: Role
    taker: str


class PlanKeeper(StrEnum):
    """Where a line's people, shifts and hours are kept, so that one place alone changes them."""

    FILE = "file"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class DutyWish:
    """A supporter's own word, newer than the plan: on or off until an instant (UTC).

    `anyway`: on also in their quiet hours.
    """

    supporter: str
    on: bool
    since: datetime
    until: datetime
    anyway: bool = False
