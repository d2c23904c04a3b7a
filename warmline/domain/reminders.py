"""When a supporter is reminded of a shift, and who is asked if they do not answer.

By their shift they are on duty, whether they answer or not: nobody's phone stays silent because a
text was not seen. But a shift that nobody has confirmed is one on which callers should not have to
rely: so the supporter is called, then a backup is asked to be ready, then a coordinator is told.
Each step waits for the one before it, so that a clock that was away rushes nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo


class Step(StrEnum):
    """What is done about one shift, in this order; each at most once."""

    DAY = "day"
    """A text, the day before."""
    SOON = "soon"
    """A text that asks for ON, some minutes before."""
    CALL = "call"
    """A call that asks for key 1."""
    BACKUP = "backup"
    """A backup is asked by text to be on instead."""
    COORDINATOR = "coordinator"
    """The coordinator is told."""


CONFIRMED: Final = "confirmed"
"""Kept like a step: they have said that they will be there."""
ASKED: Final = "asked"
"""Kept of a backup, with the beginning of the other's shift: they were asked to be on."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """How a line reminds. With 15 minutes the call comes 7, the backup 3 minutes before."""

    day_before: bool = True
    minutes_before: int = 15
    """0: nobody is asked to confirm."""
    call: bool = True


DAYTIME: Final = (time(9), time(20))
"""When somebody is reminded of the next day, on the line's clock."""
DAY_AHEAD: Final = timedelta(hours=24)
TOO_LATE_FOR_DAY: Final = timedelta(hours=3)
GIVEN_UP: Final = timedelta(minutes=45)
"""After its beginning a shift is not spoken of any more."""
_SHARE: Final = {Step.CALL: 8 / 15, Step.BACKUP: 4 / 15, Step.COORDINATOR: 3 / 15}
"""Of the minutes before a shift, how many lie between a step and the one before it."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """One shift of one supporter as it stands. `said`: when each step was done, by its name."""

    start: datetime
    backup: bool
    said: Mapping[str, datetime]
    quiet: bool = False
    """It is a time at which they asked not to be rung."""


def step_due(known: Reminded, ways: Reminders, zone: ZoneInfo, now: datetime) -> Step | None:
    """What is to be done about a shift now, if anything. `now` is aware."""
    if CONFIRMED in known.said or now > known.start + GIVEN_UP:
        return None
    ahead = known.start - now
    if (
        ways.day_before
        and Step.DAY not in known.said
        and TOO_LATE_FOR_DAY < ahead <= DAY_AHEAD
        and not known.quiet
        and DAYTIME[0] <= now.astimezone(zone).time() < DAYTIME[1]
    ):
        return Step.DAY
    return _confirming(known, ways, now) if ways.minutes_before else None


def _confirming(known: Reminded, ways: Reminders, now: datetime) -> Step | None:
    """The next step on the way to somebody who is there."""
    whole = timedelta(minutes=ways.minutes_before)
    due = known.start - whole
    for step in (Step.SOON, Step.CALL, Step.BACKUP, Step.COORDINATOR):
        if step is not Step.SOON:
            due += whole * _SHARE[step]
        if step in known.said:
            due = max(due, known.said[step])
            continue
        if step is Step.CALL and not ways.call:
            continue
        if now < due or (known.backup and step is not Step.SOON):
            return None
        if known.quiet and step in (Step.SOON, Step.CALL):
            return None  # as soon as they may be disturbed; then the others follow
        return step
    return None
