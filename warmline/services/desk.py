"""The caller's side: a call arrives, wants a peer, waits, steps away, comes back, leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from warmline.afterwards import afterwards
from warmline.domain import hours
from warmline.domain.beside import WITH_GUEST
from warmline.domain.call import Event, State
from warmline.domain.errors import TooLate
from warmline.domain.line import Line, LineBook
from warmline.domain.live import NOTHING, From, LiveCall, Moved, Note, Waiting
from warmline.domain.selftest import is_copy
from warmline.domain.waiting import News
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.follow import follow
from warmline.services.selftest import OwnSide
from warmline.services.supporters.flags import Flags, tokens_or_none

TO_WAIT: Final = {
    State.MENUS: From.WHILE_OPEN,
    State.CRISIS: From.WHILE_OPEN,
    State.AWAY: From.ALWAYS,
    State.ALONE: From.ALWAYS,
    State.PARTED: From.ALWAYS,
}
"""Where a caller comes from who begins to wait, or waits again."""

LEAVES_ROOM: Final = {
    State.TALKING: From.ALWAYS,
    State.HANDING: From.ALWAYS,
}
AT_A_MENU: Final = {State.BESIDE: From.ALWAYS}
IN_MENUS: Final = {State.MENUS: From.WHILE_OPEN}
REPORTED_IN_SECONDS: Final = 1.0
"""What a report tells of time is whole seconds."""
WITHOUT_PEER: Final = {State.ALONE: From.ALWAYS, State.PARTED: From.ALWAYS}
"""Where somebody is whose peer has left."""
ANYWHERE: Final = dict.fromkeys(State, From.ALWAYS)


class UnknownCall(Exception):
    """The live record of this call is gone; whoever hears this takes the caller up again."""


@dataclass(frozen=True, slots=True)
class Request:
    """What every webhook about a caller says. `caller` stays in memory and goes nowhere."""

    sid: str
    dialed: str
    caller: str
    language: str = ""


class Desk:
    """Every step of a caller. A step on an unknown call raises `UnknownCall`."""

    def __init__(
        self,
        calls: LiveCalls,
        roster: Roster,
        jobs: Jobs,
        clock: Clock,
        tests: OwnSide | None = None,
        flags: Flags | None = None,
    ) -> None:
        """`tests` knows our own test calls, `flags` who reaches no peer for a while."""
        self._flags = flags
        self._tests = tests
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock

    def arrive(self, request: Request, *, through: bool = False) -> tuple[LiveCall, Line] | None:
        """A call has reached one of our numbers; None when the number is not ours.

        Hearing of the same call twice gives the same call. `through`: they were here before, so
        that no flood keeps them out.
        """
        book = self._roster.book_for_number(request.dialed)
        if book is None:
            return None
        book = self._tests.meant(book, request.sid, request.caller) if self._tests else book
        call, _ = self._calls.open(
            sid=request.sid,
            line=book.line.id,
            language=_language(book.line, request.language),
            number=request.dialed,
            is_open=self._is_open(book.line),
            # The number that plays the supporter of a test call also makes it.
            avoid=() if is_copy(book.line.id) else _own(book, request.caller),
            caps=book.line.flood,
            through=through,
            tokens=tokens_or_none(self._flags, book.line, request.caller),
        )
        return call, book.line

    def take_up_again(self, request: Request) -> LiveCall | None:
        """A live caller whose record is gone: they wait for a peer from now on (P11).

        Outside the hours there is no peer to wait for: they are where they began.
        """
        arrived = self.arrive(request, through=True)
        if arrived is None:
            return None
        call, _ = arrived
        # Whoever sends a recorded request of an old call again is nobody: the provider knows that.
        afterwards(lambda: self._jobs.ask_after(call.id))
        if call.state is State.MENUS and call.open:
            return self._any_peer(self._moved(call.id, Event.WANTS_PEER, NOTHING, ring=True))
        return call

    def look(self, call_id: str, note: Note = NOTHING) -> LiveCall:
        """The call as it stands; the caller is there."""
        return self._look(call_id, note).call

    def note(self, call: LiveCall, note: Note) -> LiveCall:
        """The call with a note of how it is to be told things; kept once the answer has left."""
        afterwards(lambda: self._calls.look(call.id, note))
        sound = call.sound if note.sound is None else note.sound
        slow = call.slow if note.slow is None else note.slow
        return replace(call, sound=sound, slow=slow)

    def note_later(self, call_id: str, note: Note) -> None:
        """The caller is there, and what is to be noted of them; once the answer has left."""
        afterwards(lambda: self._calls.look(call_id, note))

    def line_of_number(self, number: str) -> LineBook | None:
        """The book of the line that is reached by a number of ours."""
        return self._roster.book_for_number(number)

    def line(self, call: LiveCall) -> LineBook | None:
        """The book of the call's line."""
        return self._roster.book(call.line)

    def comes_to_wait(self, call_id: str, note: Note = NOTHING) -> LiveCall:
        """The caller is on the page on which one waits; who did not want a peer yet does now."""
        return self._waits_from(call_id, TO_WAIT, note)

    def chooses_to_wait(self, call_id: str, note: Note = NOTHING) -> LiveCall:
        """The caller pressed 1 at a menu, in the same request in which they come to wait.

        A request that is repeated later leaves them where they are by then: at 988, say.
        """
        return self._waits_from(call_id, IN_MENUS, note)

    def peer_again(self, call_id: str, note: Note = NOTHING) -> LiveCall:
        """Whoever was cut off from their peer chose, or by silence came to, a peer."""
        return self._waits_from(call_id, WITHOUT_PEER, note)

    def stays_on(self, call_id: str) -> LiveCall:
        """Silence at a menu: who can wait for a peer does from now on, told that we look for one.

        The others are where they were.
        """
        moved = self._step(call_id, Event.WANTS_PEER, IN_MENUS)
        if moved.before is not State.MENUS or moved.call.state is not State.WAITING:
            return moved.call
        self.note_later(call_id, Note(told=News.LOOKING))
        return self._any_peer(moved)

    def at_the_door(self, call_id: str) -> LiveCall:
        """The caller pressed 9: whoever rings or waits for them is told, the place is kept."""
        moved = self._step(call_id, Event.TO_THE_DOOR, ANYWHERE, Note(crisis_key=True))
        if moved.before in {State.BESIDE, State.ASKED} and moved.call.state is State.ASIDE:
            afterwards(lambda: self._send_supporter(moved.call.leg, "aside"))
        return moved.call

    def come_back(self, call_id: str) -> LiveCall:
        """Back from the crisis door to where the caller was."""
        return self._step(call_id, Event.COMES_BACK, {State.AWAY: From.ALWAYS}).call

    def to_crisis(self, call_id: str) -> LiveCall:
        """The caller pressed 1 at the door: they are connected to the crisis line from here."""
        note = Note(crisis_key=True, crisis_bridge=True, bound="")
        return self._move(call_id, Event.TO_CRISIS, note)

    def went_to_crisis(self, sid: str, at: float) -> None:
        """At that time the caller was connected to the crisis line by a page that needed no store.

        No phone rings for them, and nobody fetches them from there. May be heard of often, and
        late: of whoever has asked for a page since it is true no more.
        """
        call_id = self._calls.known(sid) if sid else None
        call = self._calls.peek(call_id) if call_id else None
        if call is None or call_id is None or call.seen > at + REPORTED_IN_SECONDS:
            return
        for step in (self.step_aside, self.at_the_door, self.to_crisis):
            try:
                step(call_id)
            except (TooLate, UnknownCall):
                return

    def decline(self, call_id: str, asked_in: State) -> LiveCall:
        """Someone else, please. The supporter hears what they hear when a caller hangs up.

        Who had chosen them is asked who else may be rung. In another state than the one in which
        they were asked the key is late, and nothing happens.
        """
        only = {asked_in: From.ALWAYS}
        moved = self._step(call_id, Event.DECLINED, only)
        if moved.before in only and moved.call.wish.chosen:
            return self.look(call_id, Note(wish=moved.call.wish.met_another()))
        return moved.call

    def elsewhere(self, call_id: str) -> LiveCall:
        """Whose peer has left turns to other places, or to questions: no phone rings meanwhile."""
        only = {State.ALONE: From.ALWAYS}
        return self._step(call_id, Event.ELSEWHERE, only).call

    def bridge(self, call_id: str) -> LiveCall:
        """The caller enters the room in which the supporter is."""
        return self._move(call_id, Event.BRIDGED, Note(queued=False))

    def step_aside(self, call_id: str) -> LiveCall:
        """The caller left the room while their phone is still on: star, or a lost supporter.

        With 988 in the room the supporter stays there.
        """
        return self._aside(call_id, LEAVES_ROOM)

    def own_menu(self, call_id: str) -> LiveCall:
        """The caller pressed star while the supporter is at a menu of theirs, who waits now."""
        return self._aside(call_id, AT_A_MENU)

    def _aside(self, call_id: str, only: Mapping[State, From]) -> LiveCall:
        moved = self._step(call_id, Event.STAR, only)
        if moved.before in only and moved.call.guest not in WITH_GUEST:
            afterwards(lambda: self._send_supporter(moved.call.leg, "aside"))
        return moved.call

    def back_to_talk(self, call_id: str, asked_in: State) -> LiveCall:
        """From a menu back to the supporter, who is fetched from where they wait.

        In another state than the one in which the menu was heard the key is late, and nothing
        happens.
        """
        only = {asked_in: From.ALWAYS}
        moved = self._step(call_id, Event.COMES_BACK, only, Note(proposal=""))
        if moved.before in only:
            afterwards(lambda: self._send_supporter(moved.call.leg, "room"))
        return moved.call

    def leave_crisis(self, call: LiveCall) -> None:
        """The caller came out of the room in which 988 was with them: if it is there, it is let go.

        Mostly it has left by itself, and that is why.
        """
        if call.guest in WITH_GUEST:
            self._jobs.bring_in(self._move(call.id, Event.TO_THE_DOOR, NOTHING).id)

    def leave(self, call_id: str) -> None:
        """The caller has hung up. Hearing it twice, or of an unknown call, changes nothing."""
        try:
            moved = self._calls.move(call_id, Event.LEFT)
        except TooLate:
            return
        if moved is not None:
            follow(self._jobs, moved)

    def left(self, sid: str) -> None:
        """The provider says that the caller's phone has ended.

        What it keeps of a call that we know nothing of (any more) is to be deleted as well.
        """
        call_id = self._calls.known(sid)
        if call_id is not None:
            self.leave(call_id)
        elif sid:
            self._calls.forget_later(sid)

    def debrief_left(self, sid: str) -> None:
        """A supporter's phone has ended; if they were in a debrief on it, that is over, too."""
        call_id = self._calls.known(sid) if sid else None
        if call_id is not None:
            self.leave(call_id)

    # -- inside ---------------------------------------------------------------------------------

    def _waits_from(self, call_id: str, only: Mapping[State, From], note: Note) -> LiveCall:
        moved = self._step(call_id, Event.WANTS_PEER, only, note)
        if moved.call.state is not State.WAITING or moved.before not in only:
            return moved.call
        return self._any_peer(moved)

    def _look(self, call_id: str, note: Note) -> Waiting:
        waiting = self._calls.look(call_id, note)
        if waiting is None:
            raise UnknownCall
        return waiting

    def _move(self, call_id: str, event: Event, note: Note, *, ring: bool = False) -> LiveCall:
        return self._moved(call_id, event, note, ring=ring).call

    def _moved(self, call_id: str, event: Event, note: Note, *, ring: bool) -> Moved:
        moved = self._calls.move(call_id, event, note)
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        if ring:
            self._jobs.ring(moved.call.line)
        return moved

    def _step(
        self, call_id: str, event: Event, only: Mapping[State, From], note: Note = NOTHING
    ) -> Moved:
        """A page of the caller's: a step from some states, from the others only a look."""
        moved = self._calls.move(call_id, event, note, only)
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        if moved.call.state is State.WAITING and moved.before in only:
            self._jobs.ring(moved.call.line)
        return moved

    def _send_supporter(self, leg_id: str, page: str) -> None:
        found = self._calls.find(leg_id)
        if found is not None:
            self._jobs.send_supporter(found[0].sid, leg_id, page)

    def _any_peer(self, moved: Moved) -> LiveCall:
        """Whomever they had chosen: from here on anybody may be rung, but whom they declined.

        Whoever wished a kind in the menus, and then pressed 1 of the main menu, wants any peer.
        """
        call, wish = moved.call, moved.call.wish
        if wish.chosen or wish.asking or (moved.before is State.MENUS and wish.narrow):
            call = self.look(call.id, Note(wish=wish.widened()))
        return call

    def _is_open(self, line: Line) -> bool:
        at = datetime.fromtimestamp(self._clock.now(), UTC)
        return hours.is_open(line.hours, line.zone, at)


def _language(line: Line, wished: str) -> str:
    return wished if wished in line.languages else line.languages[0]


def _own(book: LineBook, caller: str) -> list[str]:
    """Supporters whose own phone the call comes from: they are not rung for themselves."""
    return [s.id for s in book.supporters if caller and s.phone == caller]
