"""A supporter's own word about their duty: on, off, a break; and what is true of them now.

The same verbs serve texts, the # door, their own page and the console: each gives the sentences of
its answer. What is said holds at once (in the store of live calls) and stays (in the database).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from warmline.domain.line import LineBook
from warmline.domain.live import Leg
from warmline.domain.matching import Asked
from warmline.domain.presence import WhyNot, rested_at
from warmline.domain.roster import duty, in_quiet_hours
from warmline.domain.standing import (
    Standing,
    extra_until,
    next_shift,
    quiet_hours,
    said_off_until,
    standing,
)
from warmline.ports import Jobs, LiveCalls, Roster
from warmline.services.care import Care
from warmline.services.supporters.answers import Answer, Asker, Sentence, say

NOT_TAKEN: Final = frozenset({"reserved", "dialing", "ringing", "asked"})
"""States of a phone that is offered a call and has not taken it."""
HUSH_AFTER: Final = 0.5

TOLD: Final = {
    WhyNot.PAUSED: "duty-paused",
    WhyNot.REFUSED: "duty-refused",
    WhyNot.UNCONFIRMED: "duty-unconfirmed",
    WhyNot.BUSY: "duty-busy",
    WhyNot.PRACTISING: "duty-practising",
    WhyNot.CALLS_LIMIT: "duty-enough-shift",
    WhyNot.TALK_LIMIT: "duty-enough-shift",
    WhyNot.DAY_LIMIT: "duty-enough-day",
    WhyNot.WEEK_LIMIT: "duty-enough-week",
}
"""Reasons that are told without a time."""


Yes = Callable[[Asker], Answer | None]
"""What is answered to ON when it is a yes to a shift that was asked about; None when it is not."""


class OwnDuty:
    """Each verb may raise StoreTrouble: then what they said may not have been kept."""

    def __init__(
        self, calls: LiveCalls, roster: Roster, jobs: Jobs, care: Care, yes: Yes = lambda _: None
    ) -> None:
        """`care`: a phone that rings when its supporter goes off falls silent.

        `yes`: to a shift that begins soon and was asked about; what is answered then, if any was.
        """
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._care = care
        self._yes = yes

    def on(self, asker: Asker, until: datetime | None = None, *, anyway: bool = False) -> Answer:
        """On duty: back into the shift that runs, or for an extra one.

        In their quiet hours (`is_quiet`) they are told so, and nothing changes; `anyway` is their
        yes.
        """
        now, person = asker.now, asker.person
        if until is None and not anyway and (thanks := self._yes(asker)):
            return thanks
        if not anyway and self.is_quiet(asker):
            return (_quiet(asker),)
        self._roster.end_off_wishes(person.id, _minute(now))
        # A shift that runs needs no word of theirs, now that they are not off any more.
        planned = duty(_without_wishes(asker), person.id, now)
        if anyway or until or planned is None:
            end = until or (planned.end if planned else None)
            end = end or extra_until(asker.book, person, now, anyway=anyway)
            quiet = quiet_hours(person.limits, asker.zone, now)
            if quiet is not None and not anyway:
                end = min(end, quiet.start)
            self._wish(asker, on=True, until=end, anyway=anyway)
        self._calls.set_off(person.id, 0)
        self._jobs.ring(asker.book.line.id)
        return self.status(self._again(asker))

    def off(self, asker: Asker, until: datetime | None = None) -> Answer:
        """Off duty until a time, or until the present shift ends. A phone that rings is passed."""
        if until is None:
            on = duty(asker.book, asker.person.id, asker.now)
            if on is None:
                return self.status(asker)
            until = on.end
        self._rest(asker, until)
        return (say("duty-off-until", when=until), *self.next_shift(self._again(asker)))

    def pause(self, asker: Asker, until: datetime) -> Answer:
        """A break until a time. A phone that rings is passed."""
        if duty(asker.book, asker.person.id, asker.now) is None:
            return self.status(asker)
        self._rest(asker, until)
        return (say("duty-break-until", when=until),)

    def status(self, asker: Asker) -> Answer:
        """Whether calls can reach them now, why not, and what they have carried."""
        presence = self._calls.presences([asker.person.id])[asker.person.id]
        now = standing(asker.book, asker.person, presence, asker.now)
        if now.duty is None or WhyNot.SAID_OFF in now.reasons:
            return (*_off(asker, now), *self.next_shift(asker))
        until = now.duty.end
        if not now.reasons:
            message = "duty-free-backup" if now.duty.backup else "duty-free"
            return (say(message, when=until), *_carried(asker, now))
        told: list[Sentence] = []
        for why in now.reasons:
            if (sentence := _told(asker, now, why)) not in told:
                told.append(sentence)
        return (say("duty-on-but", when=until), *told, *_carried(asker, now))

    def next_shift(self, asker: Asker) -> Answer:
        """When their next shift begins and ends."""
        shift = next_shift(asker.book, asker.person, asker.now)
        if shift is None:
            runs = duty(_without_wishes(asker), asker.person.id, asker.now)
            return (say("duty-next-runs" if runs else "duty-next-none"),)
        message = "duty-next-backup" if shift.backup else "duty-next"
        return (say(message, when=shift.start, end=shift.end),)

    def is_quiet(self, asker: Asker) -> bool:
        """Whether these are their quiet hours."""
        return in_quiet_hours(asker.person.limits, asker.zone, asker.now)

    # -- inside ---------------------------------------------------------------------------------

    def _rest(self, asker: Asker, until: datetime) -> None:
        # At once: other processes read the database some seconds later.
        self._calls.set_off(asker.person.id, until.timestamp())
        self._wish(asker, on=False, until=until)
        self._pass(asker)

    def _wish(self, asker: Asker, *, on: bool, until: datetime, anyway: bool = False) -> None:
        since = _minute(asker.now)
        self._roster.wish_duty(asker.person.id, on=on, since=since, until=until, anyway=anyway)

    def _pass(self, asker: Asker) -> None:
        """A phone of theirs that rings, or asks for a key, falls silent; the next one is rung."""
        busy = self._calls.presences([asker.person.id])[asker.person.id].busy
        found = self._calls.find(busy) if busy else None
        leg: Leg | None = found[0] if found else None
        if leg is not None and leg.state in NOT_TAKEN:
            self._care.refuse(leg.id, Asked.PASSED)
            self._calls.deadline("hush", leg.id, asker.now.timestamp() + HUSH_AFTER)
            self._jobs.hush(leg.id)

    def _again(self, asker: Asker) -> Asker:
        """The same supporter with what has just been kept."""
        book = self._roster.book(asker.book.line.id) or asker.book
        person = book.supporter(asker.person.id) or asker.person
        return Asker(book, person, asker.now)


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _without_wishes(asker: Asker) -> LineBook:
    return replace(asker.book, wishes=())


def _quiet(asker: Asker) -> Sentence:
    """That these are their quiet hours, and until when."""
    quiet = quiet_hours(asker.person.limits, asker.zone, asker.now)
    return say("duty-quiet", when=quiet.end if quiet else asker.now)


def _off(asker: Asker, now: Standing) -> Answer:
    until = said_off_until(asker.book, asker.person, now.presence, asker.now)
    if now.reasons and now.reasons[0] in TOLD:
        return (say(TOLD[now.reasons[0]]),)
    return (say("duty-off-until", when=until),) if until > asker.now else (say("duty-off"),)


def _told(asker: Asker, now: Standing, why: WhyNot) -> Sentence:
    """One reason for which no call comes, with the time at which it passes."""
    limits, presence = asker.person.limits, now.presence
    match why:
        case WhyNot.QUIET_HOURS:
            return _quiet(asker)
        case WhyNot.RESTING:
            return say("duty-resting", when=datetime.fromtimestamp(presence.rest_until, UTC))
        case WhyNot.BETWEEN_SHIFTS if now.duty:
            rested = rested_at(limits, now.duty) or asker.now
            return say("duty-between-shifts", when=rested, hours=limits.rest_hours_between_shifts)
        case _:
            return say(TOLD.get(why, "duty-busy"))


def _carried(asker: Asker, now: Standing) -> Answer:
    """What they have carried in this shift, and how much it may be."""
    if now.duty is None:
        return ()
    calls, talked = now.presence.in_shift(now.duty)
    limits = asker.person.limits
    return (
        say(
            "duty-carried",
            calls=calls,
            most=limits.calls_per_shift,
            minutes=round(talked / 60),
            within=limits.talk_minutes_per_shift,
        ),
    )
