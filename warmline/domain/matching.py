"""Who is rung for a caller, and in which order: eligible first, then the most rested."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from math import inf

from warmline.domain.line import Kind, LineBook, Ringing, Supporter
from warmline.domain.presence import Presence, WhyNot, why_not
from warmline.domain.roster import Duty, duties
from warmline.domain.switches import passed_over


class Asked(StrEnum):
    """What came of ringing a supporter for one call."""

    RINGING = "ringing"
    PASSED = "passed"
    MISSED = "missed"
    BUSY = "busy"
    FAILED = "failed"
    TROUBLE = "trouble"
    """The provider could not ring them just then; that is not their doing."""
    DROPPED = "dropped"
    """Their phone stopped because somebody else accepted or the caller went elsewhere."""
    TALKED = "talked"
    """They are with the caller, or were until the caller asked for someone else: then they are not
    rung again. Who was with a caller that went elsewhere is `DROPPED`, and whose phone was lost
    is not noted at all; both may meet the caller again once they have rested."""
    GIVEN_UP = "given_up"
    """Rung in both rounds and not reached; for this caller they are not rung again."""


AGAIN_IN_SECOND_ROUND = frozenset({Asked.MISSED, Asked.BUSY})
ASK_FREELY = frozenset({Asked.DROPPED, Asked.TROUBLE})
"""These say nothing about the supporter: they may be rung again at any time."""

CARRIED_CALL_SECONDS = 1800.0
"""One call carried today weighs as much as half an hour less of rest."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one waiting caller needs of matching. `avoid` holds supporter ids."""

    language: str
    kind: Kind | None = None
    avoid: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    """Languages that will do as well; who speaks `language` is rung first."""
    tags: frozenset[str] = frozenset()
    """Whoever shares one of these; empty: anybody."""
    asked: Mapping[str, Asked] = field(default_factory=dict)
    again: str = ""
    """A supporter whose phone was lost during the talk: rung first, through their wrap-up, once."""


Order = tuple[bool, float, float, float, str]
"""The place of a supporter among those on duty; the last is their id."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A supporter with everything that decides whether and when their phone rings."""

    supporter: Supporter
    duty: Duty | None
    presence: Presence
    reasons: tuple[WhyNot, ...]

    @property
    def weight(self) -> float:
        """Smaller is rung earlier: who helped longest ago and carries least in this shift."""
        calls = self.presence.in_shift(self.duty)[0] if self.duty else 0
        return self.presence.last_help + CARRIED_CALL_SECONDS * calls

    @property
    def order(self) -> Order:
        """Primaries before backups, then by the order of their shifts, where these have one; the
        more rested first, then whose phone was silent longest."""
        backup = bool(self.duty and self.duty.backup)
        order = self.duty.order if self.duty else None
        first = inf if order is None else order
        return (backup, first, self.weight, self.presence.last_rung, self.supporter.id)


def wishes_unmet(supporter: Supporter, wanted: Wanted) -> tuple[WhyNot, ...]:
    """Why this supporter does not suit this caller, apart from being free."""
    reasons = []
    if not {wanted.language, *wanted.also}.intersection(supporter.languages):
        reasons.append(WhyNot.LANGUAGE)
    if wanted.kind is not None and supporter.kind is not wanted.kind:
        reasons.append(WhyNot.KIND)
    if wanted.tags and not wanted.tags & supporter.tags:
        reasons.append(WhyNot.TAGS)
    if supporter.id in wanted.avoid:
        reasons.append(WhyNot.AVOIDED)
    return tuple(reasons)


def reasons_against(
    book: LineBook,
    supporter: Supporter,
    on: Duty | None,
    presence: Presence,
    wanted: Wanted,
    now: float,
) -> tuple[WhyNot, ...]:
    """Every reason for which this supporter may not be rung for this caller now."""
    reasons = why_not(supporter, on, presence, book.line.zone, now)
    if book.refused and book.refusal(supporter.id):
        reasons = (WhyNot.REFUSED, *reasons)
    if supporter.id in book.unconfirmed:
        reasons = (WhyNot.UNCONFIRMED, *reasons)
    if book.switches and passed_over(book.switches, supporter.id, datetime.fromtimestamp(now, UTC)):
        reasons = (WhyNot.SWITCHED, *reasons)
    if supporter.id == wanted.again:
        reasons = tuple(r for r in reasons if r is not WhyNot.RESTING)
    return reasons + wishes_unmet(supporter, wanted)


def survey(
    book: LineBook,
    presences: Mapping[str, Presence],
    wanted: Wanted,
    now: float,
    on_duty: Mapping[str, Duty] | None = None,
) -> list[Candidate]:
    """Every supporter of the line with their reasons, in the order in which they would ring.

    `on_duty`: the line's duties at `now`, for who surveys it for several callers.
    """
    if on_duty is None:
        on_duty = duties(book, datetime.fromtimestamp(now, UTC))
    rows = []
    for supporter in book.supporters:
        on = on_duty.get(supporter.id)
        presence = presences.get(supporter.id, Presence(supporter.id))
        reasons = reasons_against(book, supporter, on, presence, wanted, now)
        rows.append(Candidate(supporter, on, presence, reasons))
    return sorted(rows, key=lambda row: _order(row, wanted))


def _order(row: Candidate, wanted: Wanted) -> tuple[bool, bool, Order]:
    """The lost one first, then who speaks the caller's own language, then by the rest they had."""
    person = row.supporter
    return person.id != wanted.again, wanted.language not in person.languages, row.order


def to_ring(
    rows: Collection[Candidate], wanted: Wanted, *, backups: bool, second_round: bool
) -> list[str]:
    """Ids of those who may be rung now for this caller, best first.

    Backups are left in peace until `backups`. In the second round those who missed are rung once
    more. Whoever passed is not rung again for the same caller.
    """
    chosen = []
    for row in rows:
        if row.reasons:
            continue
        said = wanted.asked.get(row.supporter.id)
        if row.supporter.id == wanted.again:
            chosen.append(row.supporter.id)
        elif said in AGAIN_IN_SECOND_ROUND:
            if second_round:
                chosen.append(row.supporter.id)
        elif (said is None or said in ASK_FREELY) and (
            backups or second_round or not (row.duty and row.duty.backup)
        ):
            chosen.append(row.supporter.id)
    return chosen


def phones_at_once(ringing: Ringing, since: float, now: float) -> int:
    """How many phones should ring `now` for a caller whose ringing begins at `since`."""
    if now < since:
        return 0
    waves = int((now - since) // ringing.wave_every) if ringing.wave_every > 0 else 0
    return min(ringing.at_once, ringing.first_wave + waves)
