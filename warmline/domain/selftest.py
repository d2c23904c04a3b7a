"""A test call: the line calls itself, on a copy of the line that nobody else can be on.

The copy has an id of its own, so that nobody who waits, is on duty or is counted on the real line
has anything to do with it: another queue, one supporter (a number of ours), no row, no alert.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from typing import Final

from warmline.domain.line import (
    Hours,
    Limits,
    Line,
    LineBook,
    Span,
    Supporter,
    Weekday,
)
from warmline.domain.shifts import weekly_shift

MARK: Final = "~test"
"""No line that a coordinator writes down has this in its id."""
TESTER: Final = "tester"
"""The id of the supporter of every copy."""
ALL_DAY: Final = Span(time(0), time(0))
SECONDS: Final = 60
"""No test call is longer."""


class Step(StrEnum):
    """What a test call finds out, in its order."""

    PLACED = "placed"
    ANSWERED = "answered"
    DOOR = "door"
    WAITING = "waiting"
    RUNG = "rung"
    JOINED = "joined"
    ENDED = "ended"


WITH_A_PHONE: Final = frozenset({Step.RUNG, Step.JOINED})
"""What can only be found out when there is a second number to play the supporter."""


@dataclass(frozen=True, slots=True)
class Run:
    """One test call, as far as it has come."""

    id: str
    line: str
    began: float
    phone: bool
    """Whether a number of ours plays the supporter."""
    passed: frozenset[Step] = frozenset()
    asked: bool = False
    """Whether the provider was asked to make the call."""
    outgoing: str = ""
    """The provider's id of the call that we made."""
    incoming: str = ""
    """Its id of the same call as it came in at the line."""
    others: frozenset[str] = field(default_factory=frozenset)
    """Its ids of whatever else came of it, to be deleted."""

    @property
    def steps(self) -> list[Step]:
        """What this one is to find out."""
        return [one for one in Step if self.phone or one not in WITH_A_PHONE]

    @property
    def failed(self) -> Step | None:
        """The first step that did not come; None when all did."""
        return next((one for one in self.steps if one not in self.passed), None)


def copy_id(line_id: str) -> str:
    """The id of a line's copy for test calls."""
    return line_id + MARK


def is_copy(line_id: str) -> bool:
    """Whether this is no real line but the copy of one."""
    return line_id.endswith(MARK)


def original(line_id: str) -> str:
    """The id of the line of which this is the copy."""
    return line_id.removesuffix(MARK)


def copy_of(book: LineBook, phone: str) -> LineBook:
    """The line as a test call finds it: open at any hour, one supporter on duty at `phone`."""
    line = book.line
    days = frozenset(Weekday)
    tester = Supporter(
        id=f"{TESTER}-{line.id}",
        alias="Test",
        phone=phone,
        languages=line.languages,
        limits=Limits(
            calls_per_shift=1000,
            talk_minutes_per_shift=1440,
            wrap_up_minutes=0,
            long_wrap_up_minutes=0,
            rest_hours_between_shifts=0,
        ),
    )
    return LineBook(
        line=replace(
            line,
            id=copy_id(line.id),
            hours=Hours(dict.fromkeys(days, (ALL_DAY,))),
            ask_peer_question=False,
            survey=False,
            study_key="",
            alert_phone="",
            backup_phone="",
        ),
        supporters=(tester,) if phone else (),
        shifts=(weekly_shift(tester.id, days, ALL_DAY),) if phone else (),
        places=book.places,
    )


def caller_for(line: Line, phone: str) -> str:
    """The number that a test call comes from: the one for it, else another one of the line's."""
    return phone or line.numbers[-1]
