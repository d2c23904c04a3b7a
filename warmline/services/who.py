"""Whose phone would ring now, in which order, and in plain words why the others' would not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from warmline.domain.line import Kind, LineBook, Supporter
from warmline.domain.matching import Candidate, Wanted, survey
from warmline.domain.presence import Presence, WhyNot
from warmline.domain.roster import shifts_between
from warmline.domain.spans import span_text

LOOK_AHEAD = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One supporter. `order` counts from 1 among those who would ring, backups after the others.

    `until` is the end of their duty (UTC), for those who are on duty.
    """

    alias: str
    would_ring: bool
    order: int | None
    reasons: list[str]
    backup: bool = False
    until: datetime | None = None


def who(
    book: LineBook,
    presences: Mapping[str, Presence] | None,
    at: datetime,
    language: str,
    kind: Kind | None = None,
) -> list[Verdict]:
    """Every supporter: first those who would ring, in their order, then the others as written.

    Without `presences` it is told by the plan alone, as for an instant that is not now.
    """
    rows = survey(book, presences or {}, Wanted(language, kind), at.timestamp())
    ringing = [row for row in rows if not row.reasons]
    place = {person.id: n for n, person in enumerate(book.supporters)}
    others = sorted((row for row in rows if row.reasons), key=lambda row: place[row.supporter.id])
    verdicts = [_verdict(row, n, []) for n, row in enumerate(ringing, start=1)]
    for row in others:
        reasons = [_reason(why, row, book, at, language) for why in row.reasons]
        verdicts.append(_verdict(row, None, reasons))
    return verdicts


def _verdict(row: Candidate, order: int | None, reasons: list[str]) -> Verdict:
    return Verdict(
        alias=row.supporter.alias,
        would_ring=order is not None,
        order=order,
        reasons=reasons,
        backup=bool(row.duty and row.duty.backup),
        until=row.duty.end if row.duty else None,
    )


def _reason(why: WhyNot, row: Candidate, book: LineBook, at: datetime, language: str) -> str:
    """The reason as a coordinator reads it: half a sentence after the alias and a colon."""
    person, live = row.supporter, row.presence
    match why:
        case WhyNot.PAUSED:
            return "paused" if person.phone else "their phone number cannot be read: apply again"
        case WhyNot.REFUSED:
            return set_aside(book, person)
        case WhyNot.OFF_DUTY:
            return _off_duty(row, book, at)
        case WhyNot.SAID_OFF:
            return f"off duty by their own word until {_epoch(live.off_until, book, at)}"
        case WhyNot.QUIET_HOURS:
            return (
                f"quiet hours {span_text(person.limits.quiet)}" if person.limits.quiet else "quiet"
            )
        case WhyNot.BUSY:
            return "on a call, or their phone is ringing"
        case WhyNot.RESTING:
            # Until when would tell to the minute when their last talk ended.
            return "resting"
        case WhyNot.CALLS_LIMIT:
            return f"has taken {person.limits.calls_per_shift} calls in this shift, which is enough"
        case WhyNot.TALK_LIMIT:
            minutes = person.limits.talk_minutes_per_shift
            return f"has talked {minutes} minutes in this shift, which is enough"
        case WhyNot.LANGUAGE:
            return f"does not speak {language}"
        case WhyNot.KIND:
            return f"is a {person.kind.replace('_', ' ')}"
        case WhyNot.TAGS:
            return "has none of the tags that this caller has asked for"
        case WhyNot.AVOIDED:
            return "this caller has asked for somebody else"
        case WhyNot.ASKED:
            return "has been asked for this call already"


def set_aside(book: LineBook, person: Supporter) -> str:
    """What a coordinator reads of a number that the provider does not ring."""
    refusal = book.refusal(person.id)
    code = f" (error {refusal.code})" if refusal else ""
    return f"set aside, as the provider does not ring their number{code}"


def _off_duty(row: Candidate, book: LineBook, at: datetime) -> str:
    mine = row.supporter.id
    said_off = [
        wish.until
        for wish in book.wishes
        if wish.supporter == mine and not wish.on and wish.since <= at < wish.until
    ]
    if said_off:
        return f"off duty by their own word until {_clock(max(said_off), book, at)}"
    coming = shifts_between(book, at, at + LOOK_AHEAD)
    shift = next((one for one in coming if one.supporter == mine and one.start > at), None)
    if shift is None:
        return "off duty, and no shift planned in the coming week"
    as_backup = ", as a backup" if shift.backup else ""
    return f"off duty, on next from {_clock(shift.start, book, at)}{as_backup}"


def _epoch(seconds: float, book: LineBook, at: datetime) -> str:
    return _clock(datetime.fromtimestamp(seconds, UTC), book, at)


def _clock(moment: datetime, book: LineBook, at: datetime) -> str:
    """The time on the line's own clock, with the day when it is another."""
    local, here = moment.astimezone(book.line.zone), at.astimezone(book.line.zone)
    return f"{local:%H:%M}" if local.date() == here.date() else f"{local:%a %Y-%m-%d %H:%M}"
