"""What the services need from the world, in their own words. Adapters provide it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from warmline.domain.line import LineBook
from warmline.domain.outcome import CallRow


class Clock(Protocol):
    """Tells the time. Tests and the demo may run it fast."""

    def now(self) -> float:
        """Seconds since the epoch."""
        ...


class Roster(Protocol):
    """What coordinators set. Reading may be served from a snapshot a few seconds old."""

    def book_for_number(self, number: str) -> LineBook | None:
        """The line that is reached by an E.164 number, or None when it is not ours."""
        ...

    def book(self, line_id: str) -> LineBook | None:
        """The line of that id, or None when there is none."""
        ...

    def books(self) -> Iterable[LineBook]:
        """Every line of this installation."""
        ...

    def wish_duty(self, supporter_id: str, *, on: bool, since: datetime, until: datetime) -> None:
        """Keep a supporter's own word: on or off duty until an instant (UTC)."""
        ...


class Outcomes(Protocol):
    """Where ended calls are counted."""

    def record(self, row: CallRow) -> None:
        """Keep the row. Recording the same id twice keeps one."""
        ...
