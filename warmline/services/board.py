"""The live board of a line: open or closed, who is on duty and how they are, who waits.

It knows supporters by alias and callers only by how long they have waited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from warmline.domain.hours import is_open, next_opening, open_until
from warmline.domain.line import LineBook
from warmline.domain.live import Waiting
from warmline.domain.matching import Candidate, Wanted, survey
from warmline.domain.presence import Presence, WhyNot


class HowLong(StrEnum):
    """How long somebody has waited, as a board says it: seconds would be found on a phone bill."""

    UNDER_A_MINUTE = "under a minute"
    UNDER_TWO = "one to two minutes"
    UNDER_FOUR = "two to four minutes"
    LONGER = "longer than four minutes"


def how_long(seconds: float) -> HowLong:
    """A wait as it may be told to people."""
    if seconds < 60:
        return HowLong.UNDER_A_MINUTE
    if seconds < 120:
        return HowLong.UNDER_TWO
    return HowLong.UNDER_FOUR if seconds < 240 else HowLong.LONGER


class Doing(StrEnum):
    """What a supporter who is on duty is doing, as a board says it."""

    FREE = "free"
    ON_PHONE = "on the phone"
    RESTING = "resting"
    ENOUGH = "has carried enough for now"
    QUIET = "in quiet hours"
    OFF = "off by their own word"
    SWITCHED = "left in peace while an emergency switch is on"
    SET_ASIDE = "set aside, as the provider does not ring their number"
    UNCONFIRMED = "not rung, as their number is not confirmed yet"
    PRACTISING = "in a practice call"


ENOUGH = frozenset({WhyNot.CALLS_LIMIT, WhyNot.TALK_LIMIT, WhyNot.DAY_LIMIT, WhyNot.WEEK_LIMIT})


@dataclass(frozen=True, slots=True)
class OnDuty:
    """One supporter on duty. `until` is when what they are doing ends, if that is known (UTC)."""

    alias: str
    doing: Doing
    backup: bool
    until: datetime | None = None
    leg: str = ""
    """The opaque id of the phone that rings or talks, for whoever may look what it does."""
    duty_until: datetime | None = None
    """When their duty ends by the plan (UTC)."""


@dataclass(frozen=True, slots=True)
class Board:
    """One line at one instant. `longest_wait` in seconds, None when nobody waits."""

    line: str
    open: bool
    changes: datetime | None
    """When the line closes, or opens again (UTC)."""
    on_duty: tuple[OnDuty, ...]
    waiting: int
    longest_wait: float | None
    to_forget: int
    """Ended calls that the provider has yet to delete, in the whole installation."""


def board(
    book: LineBook,
    presences: Mapping[str, Presence],
    waiting: Iterable[Waiting],
    to_forget: int,
    now: float,
) -> Board:
    """The board of a line."""
    at = datetime.fromtimestamp(now, UTC)
    line = book.line
    opened = is_open(line.hours, line.zone, at)
    since = [one.call.wanted_at for one in waiting]
    # The language does not matter here: everybody is asked about as who they are.
    rows = survey(book, presences, Wanted(line.languages[0]), now)
    return Board(
        line=line.name,
        open=opened,
        changes=(open_until if opened else next_opening)(line.hours, line.zone, at),
        on_duty=tuple(_on_duty(row) for row in rows if row.duty and not row.supporter.paused),
        waiting=len(since),
        longest_wait=now - min(since) if since else None,
        to_forget=to_forget,
    )


def _on_duty(row: Candidate) -> OnDuty:
    presence = row.presence
    backup = bool(row.duty and row.duty.backup)

    def one(doing: Doing, until: float = 0) -> OnDuty:
        when = datetime.fromtimestamp(until, UTC) if until else None
        ends = row.duty.end if row.duty else None
        return OnDuty(row.supporter.alias, doing, backup, when, presence.busy, ends)

    # After a talk their rest has begun, also while their phone still asks them how they are.
    rests = WhyNot.RESTING in row.reasons and not presence.busy
    if WhyNot.BUSY in row.reasons and not rests:
        return one(Doing.ON_PHONE)
    if WhyNot.SWITCHED in row.reasons:
        return one(Doing.SWITCHED)
    if WhyNot.REFUSED in row.reasons:
        return one(Doing.SET_ASIDE)
    if WhyNot.UNCONFIRMED in row.reasons:
        return one(Doing.UNCONFIRMED)
    if WhyNot.PRACTISING in row.reasons:
        return one(Doing.PRACTISING)
    if WhyNot.SAID_OFF in row.reasons:
        return one(Doing.OFF, presence.off_until)
    if ENOUGH.intersection(row.reasons):
        return one(Doing.ENOUGH)
    if WhyNot.RESTING in row.reasons or WhyNot.BETWEEN_SHIFTS in row.reasons:
        # Until when would tell to the minute when their last talk ended.
        return one(Doing.RESTING)
    if WhyNot.QUIET_HOURS in row.reasons:
        return one(Doing.QUIET)
    return one(Doing.FREE)
