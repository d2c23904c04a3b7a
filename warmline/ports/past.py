"""What is over: ended calls, counts, and what must not be deleted yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final, Protocol

from warmline.domain.counters import Tally
from warmline.domain.legal_hold import LegalHold
from warmline.domain.outcome import CallRow

NO_SUMS: Final[Mapping[str, int]] = {}


class Outcomes(Protocol):
    """Where ended calls are counted."""

    def record(self, row: CallRow, adds: Mapping[str, int] = NO_SUMS) -> None:
        """Keep the row, and add to its quarter's sums. Recording the same id twice keeps one."""
        ...


class Past(Protocol):
    """What is over: ended calls become counts, and what has had its time is deleted.

    Each method may raise `StoreTrouble`. While a legal hold is on, nothing is deleted.
    """

    def lines(self) -> list[str]:
        """The ids of all lines of which there are rows, also of lines that are no more."""
        ...

    def rows_until(self, line_id: str, until: date) -> int:
        """How many rows of a line there are up to a day, in the line's zone."""
        ...

    def fold(self, line_id: str, until: date) -> int:
        """Count some of those rows and delete them, in one; how many. 0: none is left."""
        ...

    def counts(self) -> dict[Tally, int]:
        """Every count that is kept."""
        ...

    def old(self, before: Mapping[str, datetime]) -> dict[str, int]:
        """How much of each kind (`retention.KEPT`) was over before its time."""
        ...

    def delete_old(self, before: Mapping[str, datetime]) -> dict[str, int]:
        """Delete those; of each kind, how many."""
        ...

    def stir(self, *, deleted: bool) -> None:
        """Leave no order in the files from which one could tell what was written when.

        `deleted`: something was, and its bytes are to leave the files, too.
        """
        ...


class Holds(Protocol):
    """Legal holds, of which at most one is not over. Each method may raise `StoreTrouble`."""

    def current(self) -> LegalHold | None:
        """The one that is proposed or on."""
        ...

    def log(self) -> list[LegalHold]:
        """Every one that is remembered, the oldest first."""
        ...

    def change(self, step: Callable[[LegalHold | None], LegalHold]) -> LegalHold:
        """Keep what a step makes of the current one, while nobody else changes it."""
        ...
