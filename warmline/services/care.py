"""The supporter's side: an offer is answered, a talk ends, two misses mean rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from warmline.domain.call import State
from warmline.domain.choosing import language_to_tell
from warmline.domain.debriefs import is_debriefs
from warmline.domain.line import LineBook
from warmline.domain.links import OVER
from warmline.domain.live import Acceptance, Accepted, Closed, Leg, LiveCall
from warmline.domain.matching import Asked
from warmline.domain.roster import duty
from warmline.domain.selftest import is_copy
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.follow import silence

MISSES_IN_A_ROW = 2
RING_SLACK = 12.0
"""Seconds beyond the ringing time after which a phone that we heard nothing of is given up."""
KEY_SLACK = 15.0
"""Seconds for the spoken offer and the way to and fro, on top of the window for a key."""


@dataclass(frozen=True, slots=True)
class OfferView:
    """What is said when a supporter picks up: whose phone it is, and in which language."""

    leg: Leg
    alias: str
    language: str
    call: LiveCall
    key_window: float
    backup: bool = False
    """They are on as a backup: the others could not pick up."""
    debriefs: bool = False
    """Who would like to talk is a supporter, after a call of theirs."""
    tell_language: str = ""
    """The language in which the caller would like to talk, if it is not their own first one."""
    agreed: bool = False
    """They do not speak it, and the caller said that theirs is fine."""


class Care:
    """Every step of a supporter's phone."""

    def __init__(self, calls: LiveCalls, roster: Roster, jobs: Jobs, clock: Clock) -> None:
        """Nothing is kept between steps."""
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock

    def picked_up(self, leg_id: str) -> OfferView | None:
        """Somebody answered a phone that we rang; None when nobody knows of it any more."""
        found = self._calls.find(leg_id)
        if found is None or found[1] is None:
            return None
        book = self._roster.book(found[1].line)
        if book is None:
            return None
        window = book.line.ringing.key_window
        asked = self._calls.asked(leg_id, window + KEY_SLACK)
        return None if asked is None else self._view(asked[0], asked[1], book)

    def take(self, leg_id: str) -> tuple[Acceptance, OfferView | None]:
        """They pressed 1. Exactly one of all who do gets the caller; and the words it needs."""
        acceptance = self._calls.accept(leg_id)
        if acceptance.outcome is Accepted.JOINED and acceptance.call is not None:
            # Hints that go to the front: the caller's comes after this one, and so before it.
            silence(self._jobs, [acceptance.peer] if acceptance.peer else [])
            if acceptance.call.state is State.CALLING:
                self._jobs.call_back(acceptance.call.id)
            else:
                self._jobs.join(acceptance.call.id)
            silence(self._jobs, acceptance.dropped)
        if acceptance.leg is None or acceptance.call is None:
            return acceptance, None
        book = self._roster.book(acceptance.call.line)
        view = self._view(acceptance.leg, acceptance.call, book) if book else None
        return acceptance, view

    def refuse(self, leg_id: str, said: Asked, pause: float | None = None) -> Closed | None:
        """They passed, missed it, or the phone could not be reached; the next one is rung.

        For `pause` seconds their phone is not rung for anybody.
        """
        closed = self._calls.close(leg_id, said, pause)
        if closed is not None:
            self._next(closed, said)
        return closed

    def go_off(self, leg_id: str) -> None:
        """They pass, and are off duty until this shift ends."""
        closed = self.refuse(leg_id, Asked.PASSED)
        if closed is not None:
            self._off_duty(closed.leg, words="")

    def being_rung(self, leg_id: str, sid: str) -> None:
        """The provider rings a phone under this id, which its answer may not have brought us.

        If nobody wants the phone any more, or we took the request for refused, it falls silent.
        """
        found = self._calls.find(leg_id)
        book = self._roster.book(found[0].line) if found is not None else None
        if book is not None and not self._calls.dialed(
            leg_id, sid, book.line.ringing.ring_seconds + RING_SLACK
        ):
            self._jobs.hush(leg_id)

    def reported(self, leg_id: str, said: Asked, sid: str) -> None:
        """The provider reports the end of a phone, under its own id.

        If we never learned that id (a worker died between asking for the phone and noting it), or
        have forgotten the leg, what the provider keeps of it is to be deleted all the same.
        """
        found = self._calls.find(leg_id)
        if sid and (found is None or found[0].sid != sid):
            self._calls.forget_later(sid)
        self.phone_ended(leg_id, said)

    def phone_ended(self, leg_id: str, said: Asked) -> None:
        """The provider says that a supporter's phone has ended. It may say so twice."""
        ended = self._calls.leg_ended(leg_id, said)
        if isinstance(ended, Closed):
            self._next(ended, said)
        elif ended is not None:
            # The supporter's own phone is gone: nobody is there to be sent anywhere.
            silence(self._jobs, ended.dropped)
            if ended.peer is not None and ended.peer.hard:
                # They have put the phone down: what the keys after a talk offer, they can text.
                self._jobs.text(ended.peer.supporter, ended.peer.line, "text-after-hard")
            if ended.call.guest:
                # 988 is alone with the caller now; or it was to come, and the caller is alone.
                self._jobs.bring_in(ended.call.id)
            if ended.call.state is State.ALONE and ended.call.guest_room == leg_id:
                self._jobs.fetch(ended.call.id)

    def alone(self, leg_id: str, sid: str) -> None:
        """They sit in the room and still nobody has come.

        If the store was emptied, nothing knows any more for whom they wait: they are let out.
        """
        found = self._calls.find(leg_id)
        if sid and (found is None or found[1] is None):
            self._jobs.send_supporter(sid, leg_id, OVER)

    def wish_debrief(self, leg_id: str) -> None:
        """During a talk they wish for a debrief afterwards."""
        self._calls.wish_debrief(leg_id)

    def find(self, leg_id: str) -> tuple[Leg, LiveCall | None] | None:
        """The leg and its call as they stand."""
        return self._calls.find(leg_id)

    def view(self, leg_id: str) -> OfferView | None:
        """The leg with the words it needs, without changing anything."""
        found = self._calls.find(leg_id)
        if found is None or found[1] is None:
            return None
        book = self._roster.book(found[1].line)
        return None if book is None else self._view(found[0], found[1], book)

    def forget_message(self, sid: str) -> None:
        """A text has been dealt with: the provider is to delete it."""
        self._calls.forget_later(sid)

    def rest_minutes(self, leg: Leg) -> int:
        """Minutes of rest that the supporter of this leg has before them."""
        return max(0, round((leg.rests_until - self._clock.now()) / 60))

    # -- inside ---------------------------------------------------------------------------------

    def _view(self, leg: Leg, call: LiveCall, book: LineBook) -> OfferView:
        supporter = book.supporter(leg.supporter)
        own = supporter.languages[0] if supporter and supporter.languages else call.language
        on = duty(book, leg.supporter, datetime.fromtimestamp(self._clock.now(), UTC))
        wished, agreed = (
            language_to_tell(call.wish, call.language, supporter) if supporter else ("", False)
        )
        return OfferView(
            leg=leg,
            alias=supporter.alias if supporter else "",
            language=own,
            call=call,
            key_window=book.line.ringing.key_window,
            backup=bool(on and on.backup),
            debriefs=is_debriefs(leg.line),
            tell_language=wished,
            agreed=agreed,
        )

    def _next(self, closed: Closed, said: Asked) -> None:
        self._jobs.ring(closed.leg.line)
        if said is Asked.MISSED and closed.misses >= MISSES_IN_A_ROW:
            self._off_duty(closed.leg, words="text-off-after-misses")

    def _off_duty(self, leg: Leg, words: str) -> None:
        if is_copy(leg.line):
            return  # nobody is tired whose phone is a number of ours
        book = self._roster.book(leg.line)
        now = self._clock.now()
        on = duty(book, leg.supporter, datetime.fromtimestamp(now, UTC)) if book else None
        if on is None:
            return
        self._calls.set_off(leg.supporter, on.end.timestamp())
        self._jobs.off_duty(leg.supporter, leg.line)
        if words:
            self._jobs.text(leg.supporter, leg.line, words)
