"""Choosing whom to talk with: each step of it, for a caller in the menus or waiting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from warmline.afterwards import afterwards
from warmline.domain import choosing, naming, widening
from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish, left_out, next_name, wanted
from warmline.domain.errors import TooLate
from warmline.domain.line import LineBook
from warmline.domain.live import LiveCall, Note, Waiting
from warmline.domain.matching import Candidate, survey
from warmline.domain.presence import WhyNot
from warmline.domain.roster import duties
from warmline.domain.waiting import News
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.desk import UnknownCall
from warmline.services.follow import follow
from warmline.services.known import Known

CHOOSING: Final = frozenset({State.MENUS, State.WAITING})
"""Where a caller may choose. Everywhere else it is too late."""
HERE: Final = frozenset({WhyNot.BUSY, WhyNot.PRACTISING, WhyNot.RESTING})
"""Reasons that pass: whoever has no other is on duty and is as wished."""


class Choosing:
    """What a caller wishes, kept sealed in the live call and nowhere else."""

    def __init__(
        self, calls: LiveCalls, roster: Roster, jobs: Jobs, clock: Clock, known: Known
    ) -> None:
        """Nothing is kept between steps. `known`: the supporters, as the last look has left them.

        What is sealed only we can read: a step is a look and then, with the new wish, a write. Who
        gives a step the call has looked just now.
        """
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock
        self._known = known

    # -- questions ------------------------------------------------------------------------------

    def begin(self, call: LiveCall) -> tuple[str, LiveCall]:
        """Key 3: the first of the questions that make sense now, two at most; see the next step."""
        ahead = choosing.questions(self.ways(call))
        return self.next_question(call, replace(call.wish, ahead=ahead))

    def ways(self, call: LiveCall) -> tuple[str, ...]:
        """All questions that make sense now, asked or not."""
        book = self._roster.book(call.line)
        if book is None:
            return ()
        on = duties(book, datetime.fromtimestamp(self._clock.now(), UTC))
        there = [one for one in book.supporters if one.id in on]
        return choosing.ways(book, there, call.language)

    def next_question(self, call: LiveCall, wish: Wish | None = None) -> tuple[str, LiveCall]:
        """The page of the next question; none when the names come next.

        `wish`: what the last answer has made of theirs; it is kept with this step.
        """
        self._may_choose(call)
        wish = call.wish if wish is None else wish
        page, rest = (wish.ahead[0], wish.ahead[1:]) if wish.ahead else ("", ())
        wish = replace(wish, ahead=rest)
        return page, call if wish == call.wish else self._keep(call, wish)

    def without(self, call: LiveCall, agency: str) -> Wish:
        """What they wish, and nobody from this agency."""
        book = self._roster.book(call.line)
        return left_out(call.wish, book, agency) if book else call.wish

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
        return self._keep(call, replace(call.wish, listed=listed))

    def anybody_with(self, call: LiveCall, tags: Iterable[str]) -> LiveCall:
        """Whoever shares one of these is rung."""
        return self._ring(call, call.wish.sharing(tags))

    def look(self, call_id: str) -> LiveCall:
        """The call, and at the same time who could be rung."""
        return self._look(call_id).call

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
        return self._keep(call, wish)

    def decline(self, call: LiveCall) -> LiveCall:
        """Someone else. Whoever was named does not learn of it and is not rung for this call."""
        return self._keep(call, call.wish.declined())

    def from_the_first(self, call: LiveCall) -> LiveCall:
        """All names again, after the last one: who was declined may be named, and chosen."""
        return self._keep(call, call.wish.from_the_first())

    def choose(self, call: LiveCall) -> LiveCall:
        """Yes to the name that was read out: they are rung, and nobody else."""
        return self._ring(call, call.wish.taken())

    def ask_wider(self, call_id: str) -> LiveCall:
        """Whoever was chosen cannot come: nobody is rung until the caller has said who may be."""
        call = self._look(call_id).call
        return self._keep(call, call.wish.unmet())

    def any_peer(self, call: LiveCall) -> LiveCall:
        """Anybody who is free, but for those whom the caller did not want."""
        return self._ring(call, widening.agreed(call.wish).widened())

    # -- letting go of a wish -------------------------------------------------------------------

    def ask_to_widen(self, call_id: str) -> LiveCall:
        """They are asked to let go of what stands in `wish.wider`; of nothing if it helps not."""
        one = self._look(call_id)
        return self._keep(one.call, widening.asking(one.call.wish, self._wider(one)))

    def ask_for_anybody(self, call_id: str) -> LiveCall:
        """They ask for anybody: what they would let go of for it stands in `wish.wider`.

        However often they were asked before. Nothing, while somebody is rung or can be as it is.
        """
        one = self._look(call_id)
        call = one.call
        wish = widening.asked_for(call.wish, () if one.ringing else self._in_the_way(one))
        return call if wish == call.wish else self._keep(call, wish)

    def widen(self, call: LiveCall) -> LiveCall:
        """Yes, or silence: what they were asked about is let go of."""
        return self._ring(call, widening.agreed(call.wish))

    def rather_wait(self, call: LiveCall) -> LiveCall:
        """They wait for what they wished."""
        return self._ring(call, widening.rather_wait(call.wish))

    # -- inside ---------------------------------------------------------------------------------

    def _wider(self, one: Waiting) -> tuple[str, ...]:
        may = widening.may_ask(one.call.wish, one.call.choices)
        return self._in_the_way(one) if may else ()

    def _in_the_way(self, one: Waiting) -> tuple[str, ...]:
        call = one.call
        book = self._roster.book(call.line)
        if book is None:
            return ()
        now, live = self._clock.now(), self._known.presences
        return widening.wider(book, live, call.wish, call.language, one.asked, now)

    def _survey(self, book: LineBook, wish: Wish, call: LiveCall) -> list[Candidate]:
        presences = self._known.presences
        return survey(book, presences, wanted(wish, call.language), self._clock.now())

    def _look(self, call_id: str) -> Waiting:
        one = self._known.look(call_id)
        if one is None:
            raise UnknownCall
        self._may_choose(one.call)
        return one

    @staticmethod
    def _may_choose(call: LiveCall) -> None:
        closed = call.state is State.MENUS and not call.open
        if closed or call.state not in CHOOSING:
            raise TooLate(f"choosing in {call.state}", call)

    def _keep(self, call: LiveCall, wish: Wish) -> LiveCall:
        self._may_choose(call)
        note = Note(wish=wish, unmet=widening.unmet(wish, call.language))
        one = self._calls.look(call.id, note)
        if one is None:
            raise UnknownCall
        return one.call

    def _ring(self, call: LiveCall, wish: Wish) -> LiveCall:
        self._may_choose(call)
        moved = self._calls.move(call.id, Event.WANTS_PEER, Note(wish=wish))
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        # They are told by name who is rung: that we look for somebody is no news to them.
        afterwards(lambda: self._calls.look(call.id, Note(told=News.LOOKING)))
        self._jobs.ring(moved.call.line)
        return moved.call
