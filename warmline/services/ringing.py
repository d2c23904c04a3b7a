"""Who is rung, when, and how the caller gets to whoever accepts. Runs in jobs, may run twice."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from warmline.domain.beside import WITH_GUEST
from warmline.domain.call import IN_THE_ROOM, TO_BE_CALLED, WITH_PEER, Event, State
from warmline.domain.choosing import as_wished, wanted
from warmline.domain.errors import CallGone, ProviderTrouble, TooLate
from warmline.domain.line import LineBook
from warmline.domain.links import ASKED, BESIDE, CRISIS_OVER, MEET, OVER, PARTED, TALK, WAIT
from warmline.domain.live import LiveCall, Note, Waiting
from warmline.domain.matching import (
    AGAIN_IN_SECOND_ROUND,
    Asked,
    Candidate,
    Wanted,
    phones_at_once,
    to_ring,
)
from warmline.domain.pool import Pool
from warmline.services.follow import follow
from warmline.services.pools import Pools
from warmline.services.supporters.debriefs import rests_in_debrief
from warmline.services.tools import Tools, WithTools

WAVES_BEFORE_BACKUPS = 2
AT_ONCE = 10
"""Candidates that the judge is told of in one run: of more than enough, the best."""
MOST_IN_VAIN = 4
"""Callers of one look for whom nobody could be reserved though somebody seemed free."""
LOOK_AGAIN = 0.3
"""Seconds until the next look when too many were in vain."""
ASK_AGAIN_AFTER = 90.0
"""Seconds between two questions to the provider whether a quiet call is still there."""
NOBODY_TO_ASK = frozenset({State.ENDED, *TO_BE_CALLED})
"""Calls without a caller on the phone: over, or watched by deadlines of their own."""
BELONGS = {
    "aside": {State.ASIDE},
    "room": IN_THE_ROOM,
    "asking": {State.ASKED},
}
"""In which states of the call a supporter's phone belongs on a page."""
FOLLOWS = {
    State.ALONE: PARTED,
    State.PARTED: PARTED,
    State.TALKING: TALK,
    State.ASKED: ASKED,
    State.BESIDE: BESIDE,
    State.WAITING: WAIT,
    State.CRISIS: CRISIS_OVER,
}
"""Where the caller's phone is taken when their call has gone on."""


@dataclass(frozen=True, slots=True)
class Look:
    """What came of one look at a line."""

    waiting: bool
    """Whether anybody waits."""
    mine: str = ""
    """A phone that was reserved and that whoever looked should dial at once: one queue less."""


class Ringing(WithTools):
    """Rings phones for those who wait, longest waiting first."""

    def __init__(self, tools: Tools) -> None:
        """What is worked out of a look at a line is kept for the next."""
        super().__init__(tools)
        self._pools = Pools(tools.calls, tools.clock)

    def step(self, line_id: str) -> bool:
        """A look, with all phones left to other workers; whether anybody waits."""
        look = self.look(line_id)
        if look.mine:
            self._jobs.dial(look.mine)
        return look.waiting

    def look(self, line_id: str) -> Look:
        """Look at everybody who waits on a line and reserve the phones that should ring now.

        If nobody waits, it is the turn of those who are to be called back.
        """
        self._jobs.looks(line_id)
        book = self._roster.book(line_id)
        waiting = self._calls.waiting(line_id) if book else []
        if book is None or not waiting:
            self._calls.settled("step", line_id)
            return Look(waiting=False)
        short = [one for one in waiting if one.ringing < self._wanted_phones(book, one)]
        mine = self._ring_for(book, short) if short else ""
        now = self._clock.now()
        begins = [one.call.ring_since for one in waiting if one.call.ring_since > now]
        again = min([now + book.line.ringing.wave_every, *begins])
        self._calls.deadline("step", line_id, again, if_sooner=True)
        return Look(waiting=True, mine=mine)

    def hush(self, leg_id: str) -> None:
        """A phone that nobody wants any more falls silent, or hears how the call went on.

        While the provider refuses, the phone stays due.
        """
        found = self._calls.find(leg_id)
        if found is not None and found[0].unwanted and found[0].sid:
            leg = found[0]
            try:
                if leg.picked_up:
                    self._phones.move_supporter(leg.sid, leg.id, OVER)
                else:
                    self._phones.hang_up(leg.sid)
            except CallGone:
                pass
            except ProviderTrouble as trouble:
                self._again("hush", leg_id, trouble)
                return
        self._calls.settled("hush", leg_id)

    def join(self, call_id: str) -> None:
        """Take the caller to the supporter who accepted; if the caller is gone, tell them."""
        call = self._calls.peek(call_id)
        if call is None or call.state is not State.JOINING:
            self._calls.settled("join", call_id)
            return
        try:
            self._phones.move_caller(call, MEET)
        except CallGone:
            self.caller_gone(call_id)
        except ProviderTrouble as trouble:
            self._again("join", call_id, trouble)

    def fetch(self, call_id: str) -> None:
        """Their call has gone on without them, who have not come there by themselves.

        The peer is gone, or was before another takes over, or comes back from a menu of theirs.
        """
        call = self._calls.peek(call_id)
        if call is not None and call.state in FOLLOWS and call.seen <= call.led_at:
            try:
                self._phones.move_caller(call, FOLLOWS[call.state])
            except CallGone:
                self.caller_gone(call_id)
            except ProviderTrouble:
                return  # it is due again in a few seconds
        self._calls.settled("fetch", call_id)

    def ask_after(self, call_id: str) -> None:
        """Nothing was heard of a caller for a while, or a talk has begun: are both phones there?

        Reports of a phone's end can be lost; then this is how we learn of it.
        """
        call = self._calls.peek(call_id)
        if call is None or call.state in NOBODY_TO_ASK:
            self._calls.settled("gone", call_id)
            return
        try:
            if not self._phones.is_live(call.sid):
                self.caller_gone(call_id)
                return
            self._ask_after_peer(call)
            self._ask_after_guest(call)
            rests_in_debrief(call, self._calls, self._roster)
        except ProviderTrouble:
            return  # it is due again in a few seconds
        self._calls.deadline("gone", call_id, self._clock.now() + ASK_AGAIN_AFTER)

    def _ask_after_peer(self, call: LiveCall) -> None:
        found = self._calls.find(call.leg) if call.state in WITH_PEER else None
        if found is not None and found[0].sid and not self._phones.is_live(found[0].sid):
            self._care.phone_ended(call.leg, Asked.MISSED)

    def _ask_after_guest(self, call: LiveCall) -> None:
        if call.guest in WITH_GUEST and not self._phones.is_live(call.guest_sid):
            gone = self._calls.guest_gone(call.id, call.guest_sid)
            if gone is not None and gone.state is State.CRISIS:
                self._jobs.fetch(call.id)

    def caller_gone(self, call_id: str) -> None:
        """The provider no longer has the caller's phone."""
        try:
            moved = self._calls.move(call_id, Event.LEFT)
        except TooLate:
            return
        if moved is not None:
            follow(self._jobs, moved)

    def send_supporter(self, sid: str, leg_id: str, page: str) -> None:
        """Take a supporter's phone to another page; if it is gone, draw the consequence.

        A call that has gone on in the meantime wants it there no more.
        """
        found = self._calls.find(leg_id)
        call = found[1] if found is not None else None
        forgotten = call is None and page == OVER
        belongs = call is not None and call.leg == leg_id and call.state in BELONGS.get(page, ())
        if not forgotten and not belongs:
            return
        try:
            self._phones.move_supporter(sid, leg_id, page)
        except CallGone:
            self._care.phone_ended(leg_id, Asked.MISSED)
        except ProviderTrouble:
            return  # not asked twice: the first may have taken effect, and the page asks by itself

    # -- inside ---------------------------------------------------------------------------------

    def _again(self, kind: str, of: str, trouble: ProviderTrouble) -> None:
        self._calls.deadline(kind, of, self._clock.now() + self._patience.after(trouble))

    def _wanted_phones(self, book: LineBook, one: Waiting) -> int:
        wave = phones_at_once(book.line.ringing, one.call.ring_since, self._clock.now())
        return min(1, wave) if one.call.wish.chosen else wave

    def _ring_for(self, book: LineBook, short: list[Waiting]) -> str:
        """Reserve phones for callers who lack some, longest waiting first.

        All of them are dialed by other workers but the first, which is for whoever asks.
        """
        mine = ""
        # Looked up once for all callers, and not at all while enough phones ring.
        pool = self._pools.of(book)
        taken: set[str] = set()
        ringing = {one.call.id: one.ringing for one in short}
        in_vain = 0
        # A phone for everybody before anybody has two.
        for first in (True, False) if len(short) > 1 else (False,):
            for one in short:
                want = 1 if first else self._wanted_phones(book, one)
                if ringing[one.call.id] >= want:
                    continue
                rows = self._candidates(pool, one, taken)
                if not rows and one.call.state is State.HANDING and not ringing[one.call.id]:
                    # Nobody is left to take over: the two are told at once.
                    now = self._clock.now()
                    self._calls.deadline("handing", one.call.id, now, if_sooner=True)
                legs = self._calls.reserve(one.call.id, want, rows) if rows else []
                for leg in legs:
                    if mine:
                        self._jobs.dial(leg.id)
                    mine = mine or leg.id
                    taken.add(leg.supporter)
                    ringing[one.call.id] += 1
                in_vain += bool(rows and not legs)
                if in_vain > MOST_IN_VAIN:
                    # Others ring for this line at this moment: soon there is another look.
                    soon = self._clock.now() + LOOK_AGAIN
                    self._calls.deadline("step", book.line.id, soon, if_sooner=True)
                    return mine
        return mine

    def _candidates(self, pool: Pool, one: Waiting, taken: set[str]) -> list[Candidate]:
        """The first who may be rung for this caller now, best first."""
        call, now = one.call, self._clock.now()
        need = wanted(call.wish, call.language, one.asked, call.again)
        # Whoever has been asked is passed over below; somebody chosen may be the last of all.
        enough = None if call.wish.chosen else AT_ONCE + len(one.asked)
        rows = list(islice(pool.free(need, now, taken), enough))
        by_id = {row.supporter.id: row for row in rows}
        return [by_id[i] for i in self._choose(pool.book, one, rows, need)][:AT_ONCE]

    def _choose(
        self, book: LineBook, one: Waiting, rows: list[Candidate], need: Wanted
    ) -> list[str]:
        """The first round, backups after two waves or when no primary is left, then once again.

        Whoever was chosen is rung alone, and once.
        """
        wish = one.call.wish
        if wish.chosen or wish.asking:
            return as_wished(to_ring(rows, need, backups=True, second_round=False), wish)
        second = one.call.round > 1
        waited = self._clock.now() - one.call.ring_since
        late = waited >= WAVES_BEFORE_BACKUPS * book.line.ringing.wave_every
        ids = to_ring(rows, need, backups=late, second_round=second)
        if ids or one.ringing:
            return ids
        ids = to_ring(rows, need, backups=True, second_round=second)
        if ids or second or not any(s in AGAIN_IN_SECOND_ROUND for s in one.asked.values()):
            return ids
        self._calls.look(one.call.id, Note(round=2))
        return to_ring(rows, need, backups=True, second_round=True)
