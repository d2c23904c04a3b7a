"""988 comes into a talk, and what else is said to two who hear each other.

The talk goes on meanwhile. `GuestDesk` is what reports need, `BringingIn` what jobs need: each may
run twice, or not at all; the duty stands as a deadline.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from warmline.domain.beside import Guest, GuestTurn, Proposal
from warmline.domain.call import IN_THE_ROOM, Event, State
from warmline.domain.errors import (
    AnswerLost,
    CallGone,
    NumberRefused,
    ProviderTrouble,
    TooLate,
)
from warmline.domain.links import ABSENT, STAYS
from warmline.domain.live import LiveCall, Note
from warmline.domain.provider import Trouble
from warmline.ports import Jobs, LiveCalls
from warmline.services.follow import follow
from warmline.services.tools import Tools, WithTools
from warmline.services.trouble import noted

PROVIDER_ADDS = 5
"""Seconds that the provider rings beyond what it is asked for."""
SLACK = 3.0
"""Seconds beyond that after which 988 counts as not having answered, whatever was reported."""
AT_MOST = 3.0
"""Seconds after which 988 is asked for again when the provider could not."""
CRISIS = "+18002738255"


class GuestDesk:
    """What the provider reports of 988's phone."""

    def __init__(self, calls: LiveCalls, jobs: Jobs, ring_seconds: int) -> None:
        """`ring_seconds`: for how long the provider is asked to ring it."""
        self._calls = calls
        self._jobs = jobs
        self._lasts = ring_seconds + PROVIDER_ADDS + SLACK

    def rings(self, call_id: str, sid: str, *, here: bool) -> None:
        """It is being rung under this id, or has picked up."""
        if not self._calls.guest_rings(call_id, sid, self._lasts, here=here):
            self._jobs.bring_in(call_id)

    def ended(self, call_id: str, sid: str) -> None:
        """It has left, or has not come. The provider may say so twice."""
        call = self._calls.guest_gone(call_id, sid)
        if call is None:
            self._calls.forget_later(sid)
        elif call.guest == Guest.ABSENT:
            self._jobs.bring_in(call_id)
        elif call.state is State.CRISIS:
            self._jobs.fetch(call_id)


class BringingIn(WithTools):
    """Rings 988 into a room, and tells those who are in it what came of it."""

    def __init__(self, tools: Tools, ring_seconds: int) -> None:
        """`ring_seconds`: for how long the provider is asked to ring 988."""
        super().__init__(tools)
        self._seconds = ring_seconds
        self._lasts = ring_seconds + PROVIDER_ADDS + SLACK

    def bring(self, call_id: str) -> None:
        """Do what is to be done about 988 in this talk now, if anything."""
        turn, call = self._calls.claim_guest(call_id)
        if call is None:
            return
        match turn:
            case GuestTurn.RING:
                self._ring(call)
            case GuestTurn.FIND:
                self._find(call)
            case GuestTurn.ABSENT:
                self._absent(call)
            case GuestTurn.STAY:
                self._done(call, turn, lambda: self._phones.ends_with_guest(call.guest_room))
            case GuestTurn.DISMISSED:
                self._done(call, turn, lambda: self._hang_up(call))
            case _:
                return

    def stays(self, call_id: str) -> None:
        """Nobody has taken over in time: both are told, and the talk is as it was."""
        call = self._calls.peek(call_id)
        if call is not None and call.state is State.HANDING:
            with suppress(CallGone):
                try:
                    self._phones.announce(call.leg, call, STAYS)
                except ProviderTrouble:
                    return  # it is due again in a few seconds
            with suppress(TooLate):
                moved = self._calls.move(call_id, Event.STAYS, Note(proposal=Proposal.VAIN))
                if moved is not None:
                    follow(self._jobs, moved)
        self._calls.settled("handing", call_id)

    # -- inside ---------------------------------------------------------------------------------

    def _ring(self, call: LiveCall) -> None:
        book = self._roster.book(call.line)
        number = book.line.crisis_number if book else CRISIS
        try:
            sid = self._phones.ring_into(to=number, call=call, seconds=self._seconds)
        except NumberRefused:
            self._calls.guest_not_rung(call.id, None)
        except AnswerLost:
            self._calls.trouble(Trouble.FAILED)  # it may ring: that is looked for
        except ProviderTrouble as trouble:
            pause = noted(self._calls, trouble, self._patience)
            self._calls.guest_not_rung(call.id, min(pause, AT_MOST))
        else:
            self._rings(call, sid)

    def _find(self, call: LiveCall) -> None:
        with suppress(ProviderTrouble):
            sid = self._phones.guest(call.guest_room)
            if sid:
                self._rings(call, sid)
            else:
                self._ring(call)

    def _rings(self, call: LiveCall, sid: str) -> None:
        if sid and not self._calls.guest_rings(call.id, sid, self._lasts):
            with suppress(ProviderTrouble):
                self._phones.hang_up(sid)

    def _absent(self, call: LiveCall) -> None:
        if call.state is State.ASIDE:
            return  # it is said when the caller is back in the room

        try:
            self._hang_up(call)
            if call.state in IN_THE_ROOM:
                self._phones.announce(call.guest_room, call, ABSENT)
        except (CallGone, ProviderTrouble):
            return  # they are on their way into the room: it is due again in a few seconds
        self._calls.guest_done(call.id, GuestTurn.ABSENT)

    def _hang_up(self, call: LiveCall) -> None:
        if call.guest_sid:
            self._phones.hang_up(call.guest_sid)

    def _done(self, call: LiveCall, turn: GuestTurn, deed: Callable[[], None]) -> None:
        """Do it. While the provider does not, it is due again in a few seconds."""
        try:
            with suppress(CallGone):
                deed()
        except ProviderTrouble:
            return
        self._calls.guest_done(call.id, turn)
