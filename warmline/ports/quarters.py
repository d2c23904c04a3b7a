"""Quarters: their sums, what callers answered after a talk, and the reports that were released."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from warmline.domain.measures import Counts
from warmline.domain.outcome import CallRow
from warmline.domain.release import Answers

Document = dict[str, Any]
"""A report as it is kept: JSON, see `services.reports`."""


class Quarter(NamedTuple):
    """One quarter of one line, by its first day."""

    line: str
    since: date


class Material(NamedTuple):
    """All that is known of a quarter."""

    counts: Counts
    sums: Mapping[str, int]
    answers: Answers


class Quarters(Protocol):
    """Each method may raise `StoreTrouble`."""

    def minute(
        self, quarter: Quarter, minute: int, adds: Callable[[int | None], Mapping[str, int]]
    ) -> None:
        """Add what was seen in a minute (counted since the epoch), once.

        `adds` makes it of the last minute that was seen in the quarter; None: there was none.
        """
        ...

    def answered(
        self, key: str, line: str, month: date, language: str, answers: tuple[int | None, ...]
    ) -> None:
        """Keep a caller's answers under a random key; the first telling counts."""
        ...

    def answers(self, line: str) -> Answers:
        """How often each answer was given to each question, since the evaluation began."""
        ...

    def study(self, key: str, line: str, box: str) -> None:
        """Keep what only the evaluator can open under a random key; the first telling counts."""
        ...

    def boxes(self, line: str) -> list[str]:
        """What only the evaluator can open, in an order that says nothing."""
        ...

    def end_evaluation(self, line: str) -> int:
        """Delete every answer and every box of a line; how many."""
        ...

    def unfrozen(self) -> list[Quarter]:
        """Quarters that have sums and no report."""
        ...

    def freeze(self, quarter: Quarter, make: Callable[[Material], Document]) -> Document:
        """The quarter's report; it is made of all that is known when there is none yet.

        Its sums are deleted with that, unless a legal hold is on.
        """
        ...

    def drop_sums(self) -> None:
        """Delete what sums are left of quarters that have their reports, but in a legal hold."""
        ...

    def report(self, quarter: Quarter) -> Document | None:
        """A report as it was released."""
        ...

    def reports(self, line: str) -> list[date]:
        """The first days of the quarters that have one, the newest first."""
        ...

    def rows(self, line: str, since: date) -> list[CallRow]:
        """The rows of calls of that day and later that are still there."""
        ...
