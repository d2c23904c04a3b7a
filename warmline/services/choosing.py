"""Choosing whom to talk with: each step of it, for a caller in the menus or waiting."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish, left_out, next_name
from warmline.domain.errors import TooLate
from warmline.domain.line import Kind
from warmline.domain.live import NOTHING, LiveCall, Note, Waiting
from warmline.domain.matching import Wanted, survey
from warmline.domain.waiting import News
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.desk import UnknownCall
from warmline.services.follow import follow

CHOOSING: Final = frozenset({State.MENUS, State.WAITING})
"""Where a caller may choose. Everywhere else it is too late."""


class Choosing:
    """What a caller wishes, kept sealed in the live call and nowhere else."""

    def __init__(self, calls: LiveCalls, roster: Roster, jobs: Jobs, clock: Clock) -> None:
        """Nothing is kept between steps."""
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock

    def of_kind(self, call_id: str, kind: Kind | None) -> LiveCall:
        """A peer, a family peer, or either."""
        return self._keep(call_id, replace(self._look(call_id).call.wish, kind=kind))

    def leave_out(self, call_id: str, agency: str) -> LiveCall:
        """Nobody from this agency."""
        call = self._look(call_id).call
        book = self._roster.book(call.line)
        return self._keep(call_id, left_out(call.wish, book, agency)) if book else call

    def offer(self, call_id: str) -> LiveCall:
        """The name of somebody who could be rung now; `offered` is empty when there is none."""
        one = self._look(call_id)
        call = one.call
        book = self._roster.book(call.line)
        if book is None:
            return call
        wanted = Wanted(language=call.language, kind=call.wish.kind, avoid=call.wish.avoid)
        presences = self._calls.presences([s.id for s in book.supporters])
        found = next_name(survey(book, presences, wanted, self._clock.now()), one.asked)
        return self._keep(call_id, replace(call.wish, offered=found.id if found else ""))

    def decline(self, call_id: str) -> LiveCall:
        """Someone else. Whoever was named does not learn of it and is not rung for this call."""
        return self._keep(call_id, self._look(call_id).call.wish.declined())

    def choose(self, call_id: str) -> LiveCall:
        """Yes to the name that was read out: they are rung, and nobody else."""
        return self._ring(call_id, self._look(call_id).call.wish.taken())

    def ask_wider(self, call_id: str) -> LiveCall:
        """Whoever was chosen cannot come: nobody is rung until the caller has said who may be."""
        return self._keep(call_id, self._look(call_id).call.wish.unmet())

    def any_peer(self, call_id: str) -> LiveCall:
        """Anybody who is free, but for those whom the caller did not want."""
        return self._ring(call_id, self._look(call_id).call.wish.widened())

    # -- inside ---------------------------------------------------------------------------------

    def _look(self, call_id: str, note: Note = NOTHING) -> Waiting:
        one = self._calls.look(call_id, note)
        if one is None:
            raise UnknownCall
        closed = one.call.state is State.MENUS and not one.call.open
        if closed or one.call.state not in CHOOSING:
            raise TooLate(f"choosing in {one.call.state}")
        return one

    def _keep(self, call_id: str, wish: Wish) -> LiveCall:
        return self._look(call_id, Note(wish=wish)).call

    def _ring(self, call_id: str, wish: Wish) -> LiveCall:
        moved = self._calls.move(call_id, Event.WANTS_PEER, Note(wish=wish))
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        # They are told by name who is rung: that we look for somebody is no news to them.
        self._calls.look(call_id, Note(told=News.LOOKING))
        self._jobs.ring(moved.call.line)
        return moved.call
