"""What comes before a new supporter's first call: their number is theirs, and they agree.

A number is not rung before whoever holds it has said so (see decision 0031). What else a line asks
for is kept as a list of what was done on which day, and keeps nobody from being rung: a coordinator
sees it, and decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from warmline.domain.line import LineBook, Supporter

AGREEMENT: Final = "agreement"
"""The step that is the same on every line: they have read what a supporter promises, and agree."""


class How(StrEnum):
    """How it is known that a number is a supporter's own and may be rung."""

    TEXT = "text"
    """They sent back the code that was texted to it."""
    CALL = "call"
    """They pressed 1, twice, when it was rung."""
    PAGE = "page"
    """They signed in to their own page with a code that was sent to it, and said yes."""
    HAND = "hand"
    """A coordinator says so, because they have talked with them at that number."""
    FILE = "file"
    """The same, in the line's own file."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one supporter has come. Days only."""

    confirmed: How | None = None
    confirmed_on: date | None = None
    done: Mapping[str, date] = field(default_factory=dict)
    """What was done on which day, by step."""

    def missing(self, book: LineBook) -> list[str]:
        """Steps that are still to be done, in their order; the number is told apart."""
        return [step for step in steps(book) if step not in self.done]


def steps(book: LineBook) -> tuple[str, ...]:
    """What a new supporter of this line does: they agree, and whatever else the line asks for."""
    return (AGREEMENT, *book.line.onboarding)


def may_be_rung(book: LineBook, supporter: Supporter) -> bool:
    """Whether it is known that this is their own number."""
    return supporter.id not in book.unconfirmed
