"""Whose phone would ring now, in which order, and in plain words why the others' would not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from warmline.domain.line import Kind, LineBook, Supporter
from warmline.domain.matching import Candidate, Wanted, survey
from warmline.domain.presence import Presence, WhyNot
from warmline.domain.roster import PlannedShift, shifts_between
from warmline.domain.spans import span_text
from warmline.domain.wording import NearTime, Say, plainly

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
    say: Say = plainly,
) -> list[Verdict]:
    """Every supporter: first those who would ring, in their order, then the others as written.

    Without `presences` it is told by the plan alone, as for an instant that is not now.
    """
    rows = survey(book, presences or {}, Wanted(language, kind), at.timestamp())
    ringing = [row for row in rows if not row.reasons]
    place = {person.id: n for n, person in enumerate(book.supporters)}
    others = sorted((row for row in rows if row.reasons), key=lambda row: place[row.supporter.id])
    verdicts = [_verdict(row, n, []) for n, row in enumerate(ringing, start=1)]
    coming = _next_shifts(book, at) if others else {}
    for row in others:
        reasons = [_reason(why, row, book, at, language, say, coming) for why in row.reasons]
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


def _reason(  # what a reason may need to be told
    why: WhyNot,
    row: Candidate,
    book: LineBook,
    at: datetime,
    language: str,
    say: Say,
    coming: Mapping[str, PlannedShift],
) -> str:
    """The reason as a coordinator reads it: half a sentence after the alias and a colon."""
    limits = row.supporter.limits
    match why:
        case WhyNot.PAUSED if not row.supporter.phone:
            return say("their phone number cannot be read: apply again")
        case WhyNot.REFUSED:
            return set_aside(book, row.supporter, say)
        case WhyNot.OFF_DUTY:
            return _off_duty(row, book, at, say, coming.get(row.supporter.id))
        case WhyNot.SAID_OFF:
            until = _epoch(row.presence.off_until, book, at)
            return say("off duty by their own word until %(time)s", time=until)
        case WhyNot.QUIET_HOURS if limits.quiet:
            return say("quiet hours %(span)s", span=span_text(limits.quiet))
        case WhyNot.CALLS_LIMIT:
            return say(
                "has taken %(calls)s calls in this shift, which is enough",
                calls=limits.calls_per_shift,
            )
        case WhyNot.TALK_LIMIT:
            return say(
                "has talked %(minutes)s minutes in this shift, which is enough",
                minutes=limits.talk_minutes_per_shift,
            )
        case WhyNot.BETWEEN_SHIFTS:
            return say(
                "rests, with less than %(hours)s hours since the shift before",
                hours=limits.rest_hours_between_shifts,
            )
        case WhyNot.LANGUAGE:
            return say("does not speak %(language)s", language=language)
        case WhyNot.KIND if row.supporter.kind is Kind.PEER:
            return say("is a peer")
    return _briefly(why, say)


def _briefly(why: WhyNot, say: Say) -> str:
    """The reasons that need no more than a few words."""
    match why:
        case WhyNot.PAUSED:
            return say("paused")
        case WhyNot.QUIET_HOURS:
            return say("quiet")
        case WhyNot.SWITCHED:
            return say("left in peace while an emergency switch is on")
        case WhyNot.BUSY:
            return say("on a call, or their phone is ringing")
        case WhyNot.DAY_LIMIT:
            return say("has carried enough today")
        case WhyNot.WEEK_LIMIT:
            return say("has carried enough this week")
        case WhyNot.UNCONFIRMED:
            return say("their number is not confirmed yet")
        case WhyNot.PRACTISING:
            return say("in a practice call")
        case WhyNot.RESTING:
            # Until when would tell to the minute when their last talk ended.
            return say("resting")
        case WhyNot.KIND:
            return say("is a family peer")
        case WhyNot.TAGS:
            return say("has none of the tags that this caller has asked for")
        case WhyNot.AVOIDED:
            return say("this caller has asked for somebody else")
        case _:
            return say("has been asked for this call already")


def set_aside(book: LineBook, person: Supporter, say: Say = plainly) -> str:
    """What a coordinator reads of a number that the provider does not ring."""
    if refusal := book.refusal(person.id):
        return say(
            "set aside, as the provider does not ring their number (error %(code)s)",
            code=refusal.code,
        )
    return say("set aside, as the provider does not ring their number")


def _next_shifts(book: LineBook, at: datetime) -> dict[str, PlannedShift]:
    """The next shift of everybody who has one, worked out once for all of them."""
    found: dict[str, PlannedShift] = {}
    for one in shifts_between(book, at, at + LOOK_AHEAD):
        if one.start > at:
            found.setdefault(one.supporter, one)
    return found


def _off_duty(
    row: Candidate, book: LineBook, at: datetime, say: Say, shift: PlannedShift | None
) -> str:
    mine = row.supporter.id
    said_off = [
        wish.until
        for wish in book.wishes
        if wish.supporter == mine and not wish.on and wish.since <= at < wish.until
    ]
    if said_off:
        until = _clock(max(said_off), book, at)
        return say("off duty by their own word until %(time)s", time=until)
    if shift is None:
        return say("off duty, and no shift planned in the coming week")
    start = _clock(shift.start, book, at)
    if shift.backup:
        return say("off duty, on next from %(time)s, as a backup", time=start)
    return say("off duty, on next from %(time)s", time=start)


def _epoch(seconds: float, book: LineBook, at: datetime) -> NearTime:
    return _clock(datetime.fromtimestamp(seconds, UTC), book, at)


def _clock(moment: datetime, book: LineBook, at: datetime) -> NearTime:
    return NearTime(moment, book.line.zone, at)
