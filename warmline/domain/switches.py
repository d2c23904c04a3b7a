"""Emergency switches: a line is closed now, or all its calls go to one number. For a while only.

A switch stands above the plan and changes nothing of it: when it is over, or is undone, everything
is as it was. One at a time is in force: the newest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

KEPT: Final = timedelta(days=1)
"""For how long a switch that is over is kept: as long as a talk that it led to may last."""
LASTS: Final = (30, 60, 120, 240, 480, 1440, 4320)
"""Minutes for which a switch may be thrown: from half an hour to three days."""


class Means(StrEnum):
    """What a switch does."""

    CLOSED = "closed"
    """The line is closed. Who talks goes on; whose phone rings already may take the call."""
    ONE_NUMBER = "one-number"
    """Only one number is rung, with the same offer, key and rules as for anybody else."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One switch of a line (UTC). `phone` is E.164 and lives in memory only.

    `alias` is what callers hear instead of a supporter's; `supporter` is whose number that is, if
    it is that of somebody who serves, else the stand-in's own id.
    """

    id: str
    means: Means
    since: datetime
    until: datetime
    by: str = ""
    alias: str = ""
    phone: str = ""
    supporter: str = ""

    def holds(self, at: datetime) -> bool:
        """Whether it is in force at an instant."""
        return self.since <= at < self.until


def in_force(switches: Sequence[Switch], at: datetime) -> Switch | None:
    """The switch that holds at an instant, if one does."""
    return next((one for one in reversed(switches) if one.holds(at)), None)


def passed_over(switches: Sequence[Switch], supporter: str, at: datetime) -> bool:
    """Whether a switch keeps this supporter's phone from being rung."""
    switch = in_force(switches, at)
    return switch is not None and switch.supporter != supporter


def is_shut(switches: Sequence[Switch], at: datetime) -> bool:
    """Whether the line has been closed by hand."""
    switch = in_force(switches, at)
    return switch is not None and switch.means is Means.CLOSED
