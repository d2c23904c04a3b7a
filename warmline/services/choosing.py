"""Choosing whom to talk with: each step of it, for a caller in the menus or waiting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from warmline.domain import choosing, naming, widening
from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish, left_out, next_name, wanted
from warmline.domain.errors import TooLate
from warmline.domain.line import Kind, LineBook
from warmline.domain.live import NOTHING, LiveCall, Note, Waiting
from warmline.domain.matching import Candidate, survey
from warmline.domain.presence import WhyNot
from warmline.domain.roster import duties
from warmline.domain.waiting import News
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.desk import UnknownCall
from warmline.services.follow import follow

CHOOSING: Final = frozenset({State.MENUS, State.WAITING})
"""Where a caller may choose. Everywhere else it is too late."""
HERE: Final = frozenset({WhyNot.BUSY, WhyNot.PRACTISING, WhyNot.RESTING})
"""Reasons that pass: whoever has no other is on duty and is as wished."""


class Choosing:
    """What a caller wishes, kept sealed in the live call and nowhere else."""

    def __init__(self, calls: LiveCalls, roster: Roster, jobs: Jobs, clock: Clock) -> None:
        """Nothing is kept between steps."""
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock

    # -- questions ------------------------------------------------------------------------------

    def begin(self, call_id: str) -> LiveCall:
        """Key 3: the questions that make sense now, two at most, stand in `wish.ahead`."""
        call = self._look(call_id).call
        ahead = choosing.questions(self.ways(call))
        return self._keep(call_id, replace(call.wish, ahead=ahead))

    def ways(self, call: LiveCall) -> tuple[str, ...]:
        """All questions that make sense now, asked or not."""
        book = self._roster.book(call.line)
        if book is None:
            return ()
        on = duties(book, datetime.fromtimestamp(self._clock.now(), UTC))
        there = [one for one in book.supporters if one.id in on]
        return choosing.ways(book, there, call.language)

    def next_question(self, call_id: str) -> tuple[str, LiveCall]:
        """The page of the next question; none when the names come next."""
        call = self._look(call_id).call
        if not call.wish.ahead:
            return "", call
        first, *rest = call.wish.ahead
        return first, self._keep(call_id, replace(call.wish, ahead=tuple(rest)))

    def of_kind(self, call_id: str, kind: Kind | None) -> LiveCall:
        """A peer, a family peer, or either."""
        return self._keep(call_id, replace(self._look(call_id).call.wish, kind=kind))

    def in_languages(self, call_id: str, first: str, *others: str) -> LiveCall:
        """Somebody to talk with in one of these languages."""
        return self._keep(call_id, self._look(call_id).call.wish.in_languages(first, *others))

    def leave_out(self, call_id: str, agency: str) -> LiveCall:
        """Nobody from this agency."""
        call = self._look(call_id).call
        book = self._roster.book(call.line)
        return self._keep(call_id, left_out(call.wish, book, agency)) if book else call

    # -- tags -----------------------------------------------------------------------------------

    def tags(self, call: LiveCall) -> dict[str, str]:
        """The tags of those on duty who are as wished, with their words, in one order."""
        book = self._roster.book(call.line)
        if book is None:
            return {}
        rows = self._survey(book, replace(call.wish, tags=frozenset()), call)
        here = [row.supporter for row in rows if HERE.issuperset(row.reasons)]
        return naming.all_tag_words(book.line, here, call.language)

    def list_tags(self, call_id: str, at: int) -> LiveCall:
        """The tags from the `at`th on are read out; a key will mean what it meant then."""
        call = self._look(call_id).call
        listed = tuple(self.tags(call))[at : at + choosing.MOST]
        return self._keep(call_id, replace(call.wish, listed=listed))

    def anybody_with(self, call_id: str, tags: Iterable[str]) -> LiveCall:
        """Whoever shares one of these is rung."""
        return self._ring(call_id, self._look(call_id).call.wish.sharing(tags))

    # -- names ----------------------------------------------------------------------------------

    def offer(self, call_id: str) -> LiveCall:
        """The name of somebody who could be rung now; `offered` is empty when there is none.

        If there never was one and letting go of a wish would help, that is asked: see `wider`.
        """
        one = self._look(call_id)
        call = one.call
        book = self._roster.book(call.line)
        if book is None:
            return call
        found = next_name(self._survey(book, call.wish, call), one.asked)
        wish = replace(call.wish, offered=found.id if found else "", wider=())
        if found is None and not wish.heard:
            wish = widening.asking(wish, self._wider(one))
        return self._keep(call_id, wish)

    def decline(self, call_id: str) -> LiveCall:
        """Someone else. Whoever was named does not learn of it and is not rung for this call."""
        return self._keep(call_id, self._look(call_id).call.wish.declined())

    def from_the_first(self, call_id: str) -> LiveCall:
        """All names again, after the last one: who was declined may be named, and chosen."""
        return self._keep(call_id, self._look(call_id).call.wish.from_the_first())

    def choose(self, call_id: str) -> LiveCall:
        """Yes to the name that was read out: they are rung, and nobody else."""
        return self._ring(call_id, self._look(call_id).call.wish.taken())

    def ask_wider(self, call_id: str) -> LiveCall:
        """Whoever was chosen cannot come: nobody is rung until the caller has said who may be."""
        return self._keep(call_id, self._look(call_id).call.wish.unmet())

    def any_peer(self, call_id: str) -> LiveCall:
        """Anybody who is free, but for those whom the caller did not want."""
        return self._ring(call_id, widening.agreed(self._look(call_id).call.wish).widened())

    # -- letting go of a wish -------------------------------------------------------------------

    def ask_to_widen(self, call_id: str) -> LiveCall:
        """They are asked to let go of what stands in `wish.wider`; of nothing if it helps not."""
        one = self._look(call_id)
        return self._keep(call_id, widening.asking(one.call.wish, self._wider(one)))

    def ask_for_anybody(self, call_id: str) -> LiveCall:
        """They ask for anybody: what they would let go of for it stands in `wish.wider`.

        However often they were asked before. Nothing, while somebody is rung or can be as it is.
        """
        one = self._look(call_id)
        call = one.call
        wish = widening.asked_for(call.wish, () if one.ringing else self._in_the_way(one))
        return call if wish == call.wish else self._keep(call_id, wish)

    def widen(self, call_id: str) -> LiveCall:
        """Yes, or silence: what they were asked about is let go of."""
        return self._ring(call_id, widening.agreed(self._look(call_id).call.wish))

    def rather_wait(self, call_id: str) -> LiveCall:
        """They wait for what they wished."""
        return self._ring(call_id, widening.rather_wait(self._look(call_id).call.wish))

    # -- inside ---------------------------------------------------------------------------------

    def _wider(self, one: Waiting) -> tuple[str, ...]:
        may = widening.may_ask(one.call.wish, one.call.choices)
        return self._in_the_way(one) if may else ()

    def _in_the_way(self, one: Waiting) -> tuple[str, ...]:
        call = one.call
        book = self._roster.book(call.line)
        if book is None:
            return ()
        live = self._calls.presences([s.id for s in book.supporters])
        now = self._clock.now()
        return widening.wider(book, live, call.wish, call.language, one.asked, now)

    def _survey(self, book: LineBook, wish: Wish, call: LiveCall) -> list[Candidate]:
        presences = self._calls.presences([s.id for s in book.supporters])
        return survey(book, presences, wanted(wish, call.language), self._clock.now())

    def _look(self, call_id: str, note: Note = NOTHING) -> Waiting:
        one = self._calls.look(call_id, note)
        if one is None:
            raise UnknownCall
        closed = one.call.state is State.MENUS and not one.call.open
        if closed or one.call.state not in CHOOSING:
            raise TooLate(f"choosing in {one.call.state}")
        return one

    def _keep(self, call_id: str, wish: Wish) -> LiveCall:
        call = self._look(call_id, Note(wish=wish)).call
        if missing := widening.unmet(wish, call.language):
            return self._look(call_id, Note(unmet=missing)).call
        return call

    def _ring(self, call_id: str, wish: Wish) -> LiveCall:
        moved = self._calls.move(call_id, Event.WANTS_PEER, Note(wish=wish))
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        # They are told by name who is rung: that we look for somebody is no news to them.
        self._calls.look(call_id, Note(told=News.LOOKING))
        self._jobs.ring(moved.call.line)
        return moved.call
