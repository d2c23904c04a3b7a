"""What those who look after the line may know: whether it can serve, and how busy it is.

Counts only. Nothing here tells one call or one supporter from another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from warmline.domain.errors import StoreTrouble
from warmline.domain.line import LineBook
from warmline.ports import Clock, LiveCalls, Pulse, Roster
from warmline.services.board import Doing, board

WAIT_STEP = 10
"""Seconds. A wait is told in whole steps: an exact one could be found again in a phone bill."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What must be there before callers are sent here."""

    store: bool
    """The live state answers."""
    roster: bool
    """The lines can be read, or were and are remembered."""
    database: bool
    """Every migration has been applied."""


@dataclass(frozen=True, slots=True)
class LineLoad:
    """One line at one instant."""

    line: str
    open: bool
    waiting: int
    longest_wait: int
    """Seconds, in whole steps of ten; 0 when nobody waits."""
    ringing: int
    """Supporters' phones that ring for callers who wait."""
    on_duty: Mapping[Doing, int]
    """Everybody on duty, by what they are doing; every kind is there, also with 0."""


@dataclass(frozen=True, slots=True)
class Load:
    """The whole installation at one instant."""

    lines: tuple[LineLoad, ...]
    clock_ticks: bool
    jobs: Mapping[str, int]
    workers: Mapping[str, int]
    overdue: int
    to_forget: int


class Watch:
    """Looks, and changes nothing."""

    def __init__(
        self,
        calls: LiveCalls,
        roster: Roster,
        pulse: Pulse,
        clock: Clock,
        migrated: Callable[[], bool],
    ) -> None:
        """`migrated` tells whether the database has today's shape; it may raise StoreTrouble."""
        self._calls = calls
        self._roster = roster
        self._pulse = pulse
        self._clock = clock
        self._migrated = migrated

    def readiness(self) -> Readiness:
        """Whether this process can serve callers."""
        return Readiness(
            store=_holds(lambda: self._calls.backlog() >= 0),
            roster=_holds(lambda: self._roster.books() is not None),
            database=_holds(self._migrated),
        )

    def load(self) -> Load:
        """How busy the line is. Raises StoreTrouble."""
        to_forget = self._calls.backlog()
        return Load(
            lines=tuple(self._line(book) for book in self._roster.books()),
            clock_ticks=self._pulse.ticks(),
            jobs=self._pulse.jobs(),
            workers=self._pulse.workers(),
            overdue=self._pulse.overdue(),
            to_forget=to_forget,
        )

    def _line(self, book: LineBook) -> LineLoad:
        presences = self._calls.presences([one.id for one in book.supporters])
        waiting = self._calls.waiting(book.line.id)
        shown = board(book, presences, waiting, 0, self._clock.now())
        doing = Counter(one.doing for one in shown.on_duty)
        return LineLoad(
            line=book.line.id,
            open=shown.open,
            waiting=shown.waiting,
            longest_wait=int(max(shown.longest_wait or 0, 0) // WAIT_STEP * WAIT_STEP),
            ringing=sum(one.ringing for one in waiting),
            on_duty={kind: doing[kind] for kind in Doing},
        )


def _holds(condition: Callable[[], bool]) -> bool:
    try:
        return condition()
    except StoreTrouble:
        return False
