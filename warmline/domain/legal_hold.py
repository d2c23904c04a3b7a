"""A legal hold: while it is on nothing is deleted. Two people begin it, and two end it.

What is deleted at the end of a hold does not come back, so ending one needs two people as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

MOST_OF_A_REASON: Final = 200
MOST_OF_A_NAME: Final = 60


class CannotHold(Exception):
    """It cannot be begun or ended like that; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class LegalHold:
    """One hold, from its proposal on. Times are in UTC; people are names or initials."""

    id: str
    why: str
    proposed_by: str
    proposed_at: datetime
    approved_by: str | None = None
    approved_at: datetime | None = None
    end_by: str | None = None
    ended_by: str | None = None
    ended_at: datetime | None = None

    @property
    def on(self) -> bool:
        """Whether it keeps things from being deleted."""
        return self.approved_at is not None and self.ended_at is None


def propose(current: LegalHold | None, new_id: str, why: str, by: str, at: datetime) -> LegalHold:
    """The first of two steps: it does nothing yet. Raises CannotHold."""
    if current is not None:
        state = "is on" if current.on else "is proposed"
        raise CannotHold(f"A legal hold {state} already. One covers everything.")
    if not why.strip() or len(why) > MOST_OF_A_REASON:
        raise CannotHold(f"Say in 1 to {MOST_OF_A_REASON} characters which order it follows.")
    return LegalHold(new_id, why.strip(), _name(by), at)


def approve(current: LegalHold | None, by: str, at: datetime) -> LegalHold:
    """The second: from now on nothing is deleted. Raises CannotHold."""
    if current is None:
        raise CannotHold("Nobody has proposed a legal hold. See: warmline hold propose")
    if current.on:
        raise CannotHold("The legal hold is on already.")
    if _is_same(current.proposed_by, by):
        raise CannotHold("Whoever proposed it does not approve it: a second person does.")
    return replace(current, approved_by=_name(by), approved_at=at)


def end(current: LegalHold | None, by: str, at: datetime) -> LegalHold:
    """Said by one it is asked for, said by another it is over. A mere proposal ends at once.

    Raises CannotHold.
    """
    if current is None:
        raise CannotHold("There is no legal hold.")
    if not current.on:
        return replace(current, end_by=_name(by), ended_by=_name(by), ended_at=at)
    if current.end_by is None:
        return replace(current, end_by=_name(by))
    if _is_same(current.end_by, by):
        raise CannotHold("You have said so already: a second person ends it.")
    return replace(current, ended_by=_name(by), ended_at=at)


def _name(by: str) -> str:
    if not by.strip() or len(by) > MOST_OF_A_NAME:
        raise CannotHold(f"Sign with your name or initials, {MOST_OF_A_NAME} characters at most.")
    return " ".join(by.split())


def _is_same(one: str, other: str) -> bool:
    return one.casefold() == " ".join(other.split()).casefold()
