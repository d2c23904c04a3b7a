"""What is kept about shifts beside the plan: reminders, swaps, calendars, minutes for pay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from warmline.domain.line import Role
from warmline.domain.shifts import Occurrence


@dataclass(frozen=True, slots=True)
class Offer:
    """A shift of one day that whoever has it would like somebody else to take, or that was taken.

    `supporter` has it by the plan, `taker` since then, empty while nobody. `code` is what is texted
    to take it. `giver` offers it, or did before it was taken; empty once they keep it after all.
    """

    supporter: str
    day: date
    start: str
    role: Role
    code: str
    taker: str = ""
    giver: str = ""

    @property
    def holder(self) -> str:
        """Who has the shift now."""
        return self.taker or self.supporter

    @property
    def open(self) -> bool:
        """Whether it can be taken."""
        return self.giver == self.holder


@dataclass(frozen=True, slots=True)
class Minutes:
    """One supporter's day, in whole minutes: all that begins on it, on the line's clock.

    `duty` is None until what began on that day is over.
    """

    supporter: str
    alias: str
    day: date
    duty: int | None = None
    talk: int = 0
    wrap_up: int = 0


@dataclass(frozen=True, slots=True)
class Carried:
    """Whole minutes of one supporter on one day, as the live state knows them."""

    talk: int
    wrap_up: int


class CarriedDays(Protocol):
    """What supporters carry this week. May raise `StoreTrouble`."""

    def carried_on(self, supporter_ids: Iterable[str], day: date) -> Mapping[str, Carried]:
        """By supporter; who has carried nothing on that day is left out."""
        ...

    def put_back(self, supporter_id: str, day: date, seen: Carried, lost: Carried) -> bool:
        """Add what was lost with the store. False when they have not carried `seen` any more."""
        ...


class Rota(Protocol):
    """Each method may raise `StoreTrouble`. All instants are aware, in UTC."""

    def said(
        self, line_id: str, since: datetime
    ) -> Mapping[tuple[str, datetime], dict[str, datetime]]:
        """What was said of shifts that begin then or later: by supporter and beginning, each step
        and when."""
        ...

    def say(self, supporter_id: str, start: datetime, step: str, at: datetime) -> bool:
        """Keep that this is said of a shift now. False when it was, or they serve no more."""
        ...

    def unsay(self, supporter_id: str, start: datetime, step: str) -> None:
        """It was not said after all."""
        ...

    def offer(self, one: Occurrence, new_code: str) -> Offer:
        """Whoever has a shift of one day offers it; when it is offered already, that offer."""
        ...

    def offers(self, line_id: str) -> list[Offer]:
        """Every offer of a line, taken or not."""
        ...

    def take(self, line_id: str, code: str, taker: str) -> bool:
        """Somebody takes an offered shift: whoever comes first. Whether it is theirs now."""
        ...

    def withdraw(self, supporter_id: str, code: str) -> bool:
        """They keep what they offered after all. False when somebody has taken it already."""
        ...

    def keep_calendar(self, supporter_id: str, secret: str) -> None:
        """The hash of the secret in the address of their calendar; the one before opens no more."""
        ...

    def drop_calendar(self, supporter_id: str) -> bool:
        """Their calendar has no address any more. Whether it had one."""
        ...

    def whose_calendar(self, secret: str) -> str | None:
        """The supporter whose calendar's address has a secret with this hash."""
        ...

    def keep_minutes(self, line_id: str, rows: Iterable[Minutes]) -> None:
        """Keep these days. Minutes on duty stay as they were first; the others only grow."""
        ...

    def minutes(self, line_id: str, first: date, last: date) -> list[Minutes]:
        """What is kept of these days, by day and name."""
        ...
