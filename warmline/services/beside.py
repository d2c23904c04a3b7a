"""During a talk: what the supporter asks for, and what the caller says to it.

The supporter presses star, or texts; the caller is asked, and nothing happens before they agree.
Neither is alone for longer than a question takes.
"""

from __future__ import annotations

from warmline.afterwards import afterwards
from warmline.domain.beside import Guest, Proposal
from warmline.domain.call import IN_THE_ROOM, Event, State
from warmline.domain.choosing import wanted
from warmline.domain.errors import TooLate
from warmline.domain.live import Leg, LiveCall, Moved, Note
from warmline.domain.matching import survey, to_ring
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.desk import UnknownCall
from warmline.services.follow import follow
from warmline.services.known import Known

MAY_PROPOSE = frozenset({State.BESIDE, *IN_THE_ROOM})


class Beside:
    """Both sides of it. Each step looks at what is true and may be repeated."""

    def __init__(self, calls: LiveCalls, roster: Roster, jobs: Jobs, clock: Clock) -> None:
        """Nothing is kept between steps but what the last look told of the supporters."""
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock
        self._known = Known(calls)

    # -- the supporter --------------------------------------------------------------------------

    # Each step is given the call as somebody has just seen it, with the supporter in it.

    def step_out(self, call: LiveCall) -> LiveCall | None:
        """Star: the caller hears that they will be right back. None: nobody knows of it any more.

        With 988 in the room, or on its way there, caller and talk stay as they are.
        """
        if call.guest:
            return call
        # After 988 was rung for it, the room does not end with them: the caller is fetched at once.
        alone = call.guest_room == call.leg
        return self._own(call, Event.PEER_STAR, Note(proposal=""), lead=True, fetch=alone)

    def back(self, call: LiveCall) -> LiveCall | None:
        """Back to the caller, who is fetched from where they wait."""
        if call.state not in {State.BESIDE, State.ASKED}:
            return call
        return self._own(call, Event.COMES_BACK, Note(proposal=""), lead=True)

    def propose(self, call: LiveCall, what: Proposal) -> LiveCall | None:
        """The caller is asked. None when there is no such talk, or 988 is in it already."""
        if call.state not in MAY_PROPOSE or call.guest:
            return None
        was_in_the_room = call.state in IN_THE_ROOM
        now = self._own(call, Event.PROPOSED, Note(proposal=what), lead=True)
        if now is not None and now.state is State.ASKED and was_in_the_room:
            self._send_supporter(now, "asking")
        return now if now is not None and now.state is State.ASKED else None

    def propose_by_text(self, supporter_id: str, what: Proposal) -> bool:
        """The same for the talk that a supporter is in now; whether there is one."""
        busy = self._calls.presences([supporter_id])[supporter_id].busy
        call = self._of(busy) if busy else None
        return call is not None and self.propose(call, what) is not None

    def leave_with_988(self, call: LiveCall) -> None:
        """They leave the caller with 988, which is there; otherwise nothing happens."""
        if call.guest == Guest.HERE:
            self._own(call, Event.LEFT_WITH_CRISIS, Note(proposal=""))
            self._jobs.bring_in(call.id)

    def let_988_go(self, call: LiveCall) -> None:
        """They go on without 988, which was busy with something else, or had nobody speak."""
        self._calls.let_guest_go(call.id)

    # -- the caller -----------------------------------------------------------------------------

    def agree(self, call: LiveCall) -> LiveCall:
        """1: 988 is rung into the talk, or another peer is rung while the talk goes on.

        When there is nobody to be rung, the two are back together at once, and are told so.
        """
        if call.proposal == Proposal.CRISIS:
            moved = self._move(call, Event.BRINGS_CRISIS, Note(crisis_key=True, crisis_bridge=True))
            self._jobs.bring_in(call.id)
        elif self._somebody_else(call):
            moved = self._move(call, Event.HANDS_OVER, Note(wish=call.wish.handed_on()))
            self._jobs.ring(call.line)
        else:
            moved = self._move(call, Event.COMES_BACK, Note(proposal=Proposal.VAIN))
        self._send_supporter(moved.call, "room")
        return moved.call

    def rather_not(self, call: LiveCall) -> LiveCall:
        """Silence, or a key that says so: back to the same peer, who hears that kindly."""
        moved = self._move(call, Event.COMES_BACK, Note(proposal=Proposal.DECLINED))
        self._send_supporter(moved.call, "room")
        return moved.call

    # -- inside ---------------------------------------------------------------------------------

    def _somebody_else(self, call: LiveCall) -> bool:
        """Whether anybody could be rung for this caller now, backups among them."""
        book, waiting = self._roster.book(call.line), self._known.look(call.id)
        if book is None or waiting is None:
            return False
        need = wanted(call.wish.handed_on(), call.language, waiting.asked, call.again)
        rows = survey(book, self._known.presences, need, self._clock.now())
        return bool(to_ring(rows, need, backups=True, second_round=True))

    def _of(self, leg_id: str) -> LiveCall | None:
        found = self._calls.find(leg_id)
        call = found[1] if found is not None else None
        return call if call is not None and call.leg == leg_id else None

    def _own(
        self,
        call: LiveCall,
        event: Event,
        note: Note,
        *,
        lead: bool = False,
        fetch: bool = True,
    ) -> LiveCall | None:
        """A step of the supporter's; what is true instead if it comes too late.

        Another peer may have taken over since somebody saw the call: it is their talk then.
        """
        try:
            moved = self._calls.move(call.id, event, note, lead=lead, leg=call.leg)
        except TooLate as late:
            return late.call or self._calls.peek(call.id)
        if moved is None:
            return None
        follow(self._jobs, moved)
        if lead and fetch:
            self._jobs.fetch(call.id)
        return moved.call

    def _move(self, call: LiveCall, event: Event, note: Note) -> Moved:
        moved = self._calls.move(call.id, event, note)
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        return moved

    def _send_supporter(self, call: LiveCall, page: str) -> None:
        def send() -> None:
            found: tuple[Leg, LiveCall | None] | None = self._calls.find(call.leg)
            if found is not None:
                self._jobs.send_supporter(found[0].sid, call.leg, page)

        afterwards(send)
