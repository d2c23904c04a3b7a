"""Whom a line may ask to come on when several callers wait: off duty, rested, and not asleep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from warmline.domain.line import DutyWish, LineBook, Supporter
from warmline.domain.matching import Wanted, reasons_against
from warmline.domain.presence import Presence, WhyNot
from warmline.domain.roster import Duty, duties, duties_with

AN_HOUR: Final = timedelta(hours=1)
EVERY: Final = timedelta(hours=2)
"""A line asks at most once in so long: whoever could come has been asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking: how many were asked, and how many of them are on duty now."""

    at: datetime
    asked: int
    came: int


def may_be_asked(
    book: LineBook, presences: Mapping[str, Presence], at: datetime
) -> list[Supporter]:
    """Everybody who is off duty and could be rung at once if they came on; `at` in UTC.

    Whoever has said that they are off is left in peace, and whoever wants no texts.
    """
    on = duties(book, at)
    off = [
        one
        for one in book.supporters
        if one.phone
        and one.id not in on
        and one.id not in book.no_texts
        and not _has_said_off(book, one, at)
    ]
    # What nobody else does keeps a phone from ringing, so all can be looked at in one pass.
    words = [DutyWish(one.id, on=True, since=at, until=at + AN_HOUR) for one in off]
    come = duties_with(book, words, at)
    return [one for one in off if not _reasons(book, one, come, presences, at)]


def _has_said_off(book: LineBook, person: Supporter, at: datetime) -> bool:
    return any(
        wish.supporter == person.id and not wish.on and wish.since <= at < wish.until
        for wish in book.wishes
    )


def _reasons(
    book: LineBook,
    person: Supporter,
    come: Mapping[str, Duty],
    presences: Mapping[str, Presence],
    at: datetime,
) -> tuple[WhyNot, ...]:
    """What would keep their phone from ringing if they texted ON now."""
    presence = presences.get(person.id, Presence(person.id))
    anybody = Wanted(next(iter(person.languages), ""))
    return reasons_against(book, person, come.get(person.id), presence, anybody, at.timestamp())


def came(book: LineBook, asked: frozenset[str], since: datetime, at: datetime) -> int:
    """How many of those who were asked are on duty now by their own word."""
    word = {
        wish.supporter
        for wish in book.wishes
        if wish.on and wish.since >= since - AN_HOUR and wish.since <= at < wish.until
    }
    return len(asked & word)
