"""Calls back: promised to a caller, offered to a supporter first, and then the phone is rung.

`Callbacks` is what pages need, `CallingBack` what jobs need. The caller's number is in memory
while a page promises and while a job rings; everywhere else it is sealed, and then it is erased.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from warmline.afterwards import afterwards
from warmline.domain.call import TO_BE_CALLED
from warmline.domain.callback import (
    AFTER_TROUBLE,
    AGAIN_AFTER,
    LASTS,
    RING_SECONDS,
    TRIES,
    asked_in_vain,
    in_time,
    number_of,
    whom_to_ask,
)
from warmline.domain.choosing import Wish, wanted
from warmline.domain.debriefs import is_debriefs, rest_minutes
from warmline.domain.errors import AnswerLost, NumberRefused, ProviderTrouble, TooLate
from warmline.domain.hours import is_open
from warmline.domain.line import LineBook
from warmline.domain.live import BackTurn, DialBack, LiveCall, Moved, Waiting
from warmline.domain.matching import Candidate, survey
from warmline.domain.presence import Presence
from warmline.domain.provider import Trouble
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.care import RING_SLACK
from warmline.services.desk import Desk, UnknownCall
from warmline.services.follow import follow
from warmline.services.tools import WithTools
from warmline.services.trouble import noted

OPENING = 30.0
"""Seconds in which whoever picked up has heard everything and pressed a key, or not."""
PATIENCE = 90.0
"""Seconds without a sign of somebody who pressed 1, before the provider is asked for them."""
AFTER_THEIR_TALK = timedelta(minutes=5)
"""A debrief waits while whoever would like it talks with a caller."""


class Callbacks:
    """What the pages of a caller do about being called back."""

    def __init__(
        self, calls: LiveCalls, roster: Roster, jobs: Jobs, clock: Clock, desk: Desk
    ) -> None:
        """`desk` is told when a phone that was called back has ended."""
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock
        self._desk = desk

    def number(self, call: LiveCall, caller: str) -> str:
        """The number that can be called back, or nothing. `caller`: as the provider says."""
        book = self._roster.book(call.line)
        return number_of(caller, book.line.numbers) if book is not None else ""

    def in_time(self, call: LiveCall) -> bool:
        """Whether the line is open for long enough before the promise would be forgotten."""
        book = self._roster.book(call.line)
        return book is not None and in_time(book.line, _at(self._clock))

    def promise(self, call: LiveCall, caller: str) -> LiveCall:
        """They wish to be called back. Whomever they did not want is not asked for it either.

        `call`: as it was seen just now. Raises `UnknownCall`, `TooLate` when they are with a peer
        by now, and `TooManyPromised`.
        """
        number = self.number(call, caller)
        if not number or not self.in_time(call):
            raise TooLate("no call back from here", call)
        moved = self._calls.promise(call.id, number, _for_later(call), LASTS.total_seconds())
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        return moved.call

    def met(self, call: LiveCall, caller: str) -> None:
        """They are with a peer: what their number was promised in an earlier call is void.

        Once the answer has left: nobody who is about to talk waits for it.
        """
        number = self.number(call, caller)
        if number:
            afterwards(lambda: self._calls.met(call.id, number))

    def picked_up(self, call_id: str, sid: str) -> None:
        """Somebody, or a machine, has picked up the phone that was called."""
        self._calls.rung_back(call_id, sid, OPENING, picked_up=True)

    def being_rung(self, call_id: str, sid: str) -> None:
        """The provider rings it under this id, which its answer may not have brought us."""
        self._calls.rung_back(call_id, sid, RING_SECONDS + RING_SLACK)

    def reached(self, call_id: str, sid: str) -> LiveCall:
        """They pressed 1: they meet the supporter, or wait for the next one, first in line.

        Raises `UnknownCall` when nothing is known of the call back any more, and `TooLate` when
        this phone has gone on to a peer already.
        """
        try:
            moved = self._calls.reached(call_id, sid, PATIENCE)
        except TooLate:
            if self._calls.known(sid) is not None:
                raise
            moved = None  # it was given up, and somebody is there all the same
        if moved is None:
            raise UnknownCall
        follow(self._jobs, moved)
        self._jobs.ring(moved.call.line)
        return moved.call

    def not_reached(self, call_id: str, sid: str) -> None:
        """They pressed nothing, or what a stranger presses. Hearing it twice changes nothing."""
        try:
            self._after(self._calls.unreached(call_id, sid, TRIES, AGAIN_AFTER.total_seconds()))
        except TooLate:
            return

    def ended(self, call_id: str, sid: str) -> None:
        """The provider says that a phone which was called back has ended, or did not ring."""
        known = self._calls.known(sid)
        call = self._calls.peek(known or call_id)
        if call is not None and call.state in TO_BE_CALLED:
            if call.sid != sid:
                self._calls.forget_later(sid)
            if known or not call.sid:
                self.not_reached(call.id, sid)
        else:
            self._desk.left(sid)

    def _after(self, moved: Moved | None) -> None:
        if moved is not None:
            follow(self._jobs, moved)
            self._jobs.ring(moved.call.line)


class CallingBack(WithTools):
    """What jobs do: ask a supporter, then ring the caller. Each may run twice, or not at all."""

    def ask(self, line_id: str) -> None:
        """Nobody waits on this line: a supporter who is free is asked, one phone at a time."""
        book = self._roster.book(line_id)
        at = _at(self._clock)
        if book is None or not is_open(book.line.hours, book.line.zone, at):
            return
        for one in self._calls.promised(line_id):
            if not one.ringing:
                self._ask(book, one)

    def ring(self, call_id: str) -> None:
        """A supporter has said yes: the caller's phone rings, or it is seen what became of it."""
        turn = self._calls.claim_back(call_id)
        match turn.what:
            case DialBack.RING if turn.call is not None:
                self._ring(turn, turn.call)
            case DialBack.LATE if turn.call is not None:
                self._too_late(turn.call)
            case DialBack.TROUBLE:
                self._not_tried(call_id)
            case _:
                return

    # -- inside ---------------------------------------------------------------------------------

    def _ask(self, book: LineBook, one: Waiting) -> None:
        now = self._clock.now()
        need = wanted(one.call.wish, one.call.language, one.asked, one.call.again)
        presences = self._calls.presences([s.id for s in book.supporters])
        if is_debriefs(one.call.line) and _in_a_call(presences, one.call.wish):
            self._calls.postpone(one.call.id, now + AFTER_THEIR_TALK.total_seconds())
            return
        rows = survey(book, presences, need, now)
        by_id: dict[str, Candidate] = {row.supporter.id: row for row in rows}
        ids = whom_to_ask(rows, need)
        if ids:
            for leg in self._calls.reserve(one.call.id, 1, [by_id[i] for i in ids]):
                self._jobs.dial(leg.id)
        elif asked_in_vain(need):
            self._calls.postpone(one.call.id, now + AGAIN_AFTER.total_seconds())

    def _ring(self, turn: BackTurn, call: LiveCall) -> None:
        if not turn.phone:
            self._give_up(call.id)
            return
        self._leave_in_peace(call)
        try:
            sid = self._phones.ring_back(to=turn.phone, call=call, seconds=RING_SECONDS)
        except NumberRefused:
            self._give_up(call.id)
        except AnswerLost:
            # It may ring: its own report tells, or the deadline does.
            self._calls.trouble(Trouble.FAILED)
        except ProviderTrouble as trouble:
            pause = noted(self._calls, trouble, self._patience, ours=False)
            self._calls.not_rung(call.id, pause)
        else:
            if not self._calls.rung_back(call.id, sid, RING_SECONDS + RING_SLACK):
                with suppress(ProviderTrouble):
                    self._phones.hang_up(sid)

    def _leave_in_peace(self, call: LiveCall) -> None:
        """Whoever is called for a debrief of theirs is not rung for a caller meanwhile."""
        book = self._roster.book(call.line) if is_debriefs(call.line) else None
        for one in call.wish.avoid if book else ():
            if person := book.supporter(one) if book else None:
                self._calls.rest_meanwhile(one, rest_minutes(person.limits) * 60)

    def _too_late(self, call: LiveCall) -> None:
        """Nothing was heard of their phone. Should it ring still, it falls silent."""
        try:
            self._phones.hang_up(call.sid)
        except ProviderTrouble:
            return  # it is due again in a few seconds
        self._unreached(call.id, call.sid, TRIES)

    def _not_tried(self, call_id: str) -> None:
        self._unreached(call_id, "", TRIES, AFTER_TROUBLE.total_seconds(), tried=False)

    def _give_up(self, call_id: str) -> None:
        """This number cannot be called, now or later."""
        self._unreached(call_id, "", 1)

    def _unreached(
        self,
        call_id: str,
        sid: str,
        most: int,
        again_in: float = AGAIN_AFTER.total_seconds(),
        *,
        tried: bool = True,
    ) -> None:
        try:
            moved = self._calls.unreached(call_id, sid, most, again_in, tried=tried)
        except TooLate:
            return
        if moved is not None:
            follow(self._jobs, moved)
            self._jobs.ring(moved.call.line)


def _in_a_call(presences: Mapping[str, Presence], wish: Wish) -> bool:
    """Whether the phone of whoever would like a debrief is taken up by a call of the line."""
    return any(presences[one].busy for one in wish.avoid if one in presences)


def _for_later(call: LiveCall) -> Wish:
    """What they wish, but for the one name: whoever is free then is named to them first."""
    return replace(call.wish, chosen="", offered="", asking=False)


def _at(clock: Clock) -> datetime:
    return datetime.fromtimestamp(clock.now(), UTC)
