"""A call back: when it can be promised, how often it is tried, and when it is forgotten.

Who asks for one is told all of this before they hang up, so these numbers are promises, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from warmline.domain import hours
from warmline.domain.line import Line
from warmline.domain.matching import (
    AGAIN_IN_SECOND_ROUND,
    ASK_FREELY,
    Candidate,
    Wanted,
    to_ring,
)
from warmline.domain.numbers import BadNumber, parse_phone
from warmline.domain.presence import WhyNot

LASTS: Final = timedelta(hours=12)
"""After this the number is erased, tried or not."""
TRIES: Final = 2
"""How often the caller's phone is rung."""
AGAIN_AFTER: Final = timedelta(minutes=20)
"""Between the two tries; also before a supporter who missed the offer is asked once more."""
AFTER_TROUBLE: Final = timedelta(minutes=5)
"""Before the next attempt when the provider could not place the call; that was no try."""
MOST_PROMISED: Final = 40
"""To so many at once a line promises it: above that somebody has supporters rung without end."""
LONG_ENOUGH: Final = timedelta(minutes=30)
"""How long the line has to be open within the twelve hours for a promise to be worth something."""
RING_SECONDS: Final = 25
"""How long the caller's phone rings: shorter than most machines take to pick up."""

SOON_FREE: Final = frozenset({WhyNot.BUSY, WhyNot.PRACTISING, WhyNot.RESTING})


class Callback(StrEnum):
    """What a row says of a call back; nothing when there was none."""

    NONE = ""
    PROMISED = "promised"
    """On the row of the call in which it was asked for."""
    REACHED = "reached"
    """On the row of the call back itself: somebody pressed 1 there."""
    NOT_REACHED = "not_reached"
    """Their phone was rung, and nobody pressed 1."""
    EXPIRED = "expired"
    """Their phone was never rung: no supporter was free in twelve hours."""


OWN_ROW: Final = frozenset({Callback.REACHED, Callback.NOT_REACHED, Callback.EXPIRED})
"""On rows that count a call which we made: no measure of arriving calls counts them."""


def result(*, reached: bool, tries: int) -> Callback:
    """What came of a call back that is over."""
    if reached:
        return Callback.REACHED
    return Callback.NOT_REACHED if tries else Callback.EXPIRED


def number_of(caller: str, ours: Collection[str]) -> str:
    """The number that can be called back, as E.164; empty when there is none.

    What the provider says of the caller may be a word ("anonymous"), a word on a keypad
    (+266696687), a SIP address, a short code, one of the line's own numbers, or a number abroad.
    """
    try:
        number = parse_phone(caller)
    except BadNumber:
        return ""
    return number if number == caller and number not in ours else ""


def last_two(number: str) -> str:
    """The only digits that are read back: one by one, "5 0"."""
    return " ".join(number[-2:])


def in_time(line: Line, at: datetime) -> bool:
    """Whether the line is open for long enough, now or once more before it would be forgotten."""
    if hours.is_open(line.hours, line.zone, at) and _long_enough(line, at):
        return True
    opens = hours.next_opening(line.hours, line.zone, at)
    return opens is not None and opens + LONG_ENOUGH <= at + LASTS and _long_enough(line, opens)


def _long_enough(line: Line, since: datetime) -> bool:
    closes = hours.open_until(line.hours, line.zone, since)
    return closes is None or closes >= since + LONG_ENOUGH


def whom_to_ask(rows: Sequence[Candidate], wanted: Wanted) -> list[str]:
    """Ids of those who may be asked to make the call, best first.

    Backups are left in peace while somebody else could still be asked, now or after a rest.
    """
    ids = to_ring(rows, wanted, backups=False, second_round=False)
    return ids or (
        []
        if _still_to_come(rows, wanted)
        else to_ring(rows, wanted, backups=True, second_round=False)
    )


def asked_in_vain(wanted: Wanted) -> bool:
    """Whether somebody missed it who may be asked once more, later."""
    return any(said in AGAIN_IN_SECOND_ROUND for said in wanted.asked.values())


def _still_to_come(rows: Iterable[Candidate], wanted: Wanted) -> bool:
    for row in rows:
        said = wanted.asked.get(row.supporter.id)
        unasked = said is None or said in ASK_FREELY
        backup = bool(row.duty and row.duty.backup)
        if unasked and not backup and SOON_FREE.issuperset(row.reasons):
            return True
    return False
