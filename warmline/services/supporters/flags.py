"""Flags: a supporter says that a call was harassment; for a while its number reaches no peer.

Nobody learns whose number it is, and the crisis door and other places stay open: `domain.flags`.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

from warmline.afterwards import afterwards
from warmline.domain import flags
from warmline.domain.callback import number_of
from warmline.domain.debriefs import is_counted
from warmline.domain.errors import StoreTrouble
from warmline.domain.flags import Flagged
from warmline.domain.line import Line
from warmline.domain.live import LiveCall
from warmline.ports import Clock, LiveCalls, Roster
from warmline.ports.flags import Flaggable
from warmline.services.supporters.answers import Answer, Asker, say

KNOWN_FOR = 10.0
"""Seconds for which a process trusts the keys that it knows."""
SAID = {
    Flagged.NOTED: "flag-noted",
    Flagged.LONGER: "flag-longer",
    Flagged.ALREADY: "flag-already",
    Flagged.OPEN: "flag-open",
    Flagged.TOO_LATE: "flag-late",
}


class FlagKeys:
    """The keys of the present period and the one before, in memory for some seconds."""

    def __init__(self, calls: LiveCalls, clock: Clock) -> None:
        """Nothing is read before it is needed."""
        self._calls = calls
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[int, str] = {}
        self._read_at: float | None = None

    def any(self) -> bool:
        """Whether anybody was flagged, so that an arriving number has to be looked at."""
        return bool(self._keys())

    def tokens(self, line: str, number: str) -> list[str]:
        """What may stand for a number on a line now; nothing while nobody was ever flagged."""
        return [flags.token(key, line, number) for key in self._keys()]

    def for_a_flag(self, line: str, number: str) -> tuple[list[str], list[str]]:
        """The tokens for a flag, the present one first, and the keys that made them."""
        now = self._clock.now()
        which = flags.period(now)
        if which not in self._fresh():
            key = self._calls.make_flag_key(which, flags.lasts(which, now))
            with self._lock:
                self._known = {**self._known, which: key}
        keys = self._keys()
        return [flags.token(key, line, number) for key in keys], keys

    def _keys(self) -> list[str]:
        now = self._clock.now()
        known = self._fresh()
        return [known[one] for one in sorted(known, reverse=True) if flags.lasts(one, now) > 0]

    def _fresh(self) -> dict[int, str]:
        now = self._clock.now()
        if self._read_at is None or not 0 <= now - self._read_at < KNOWN_FOR:
            self.refresh()
        return self._known

    def refresh(self) -> None:
        """Read them now, however well they are known. Raises StoreTrouble."""
        now = self._clock.now()
        which = flags.period(now)
        known = self._calls.flag_keys([which, which - 1])
        with self._lock:
            self._known, self._read_at = known, now


class Flags:
    """Flags of one's own talks, and what a coordinator may know and do about them."""

    def __init__(self, calls: LiveCalls, roster: Roster, clock: Clock, keys: FlagKeys) -> None:
        """`keys` are shared with whoever looks at arriving calls."""
        self._calls = calls
        self._roster = roster
        self._clock = clock
        self._keys = keys

    def refresh(self) -> None:
        """Read the keys now, so that no arriving call waits for them. Raises StoreTrouble."""
        self._keys.refresh()

    def tokens(self, line: Line, caller: str) -> list[str]:
        """Tokens of an arriving call; none for a number that is never blocked."""
        if not self._keys.any():
            return []
        number = self._number(line, caller)
        return self._keys.tokens(line.id, number) if number else []

    def may_be_flagged(self, call: LiveCall, caller: str) -> None:
        """The talk begins. Noted once the answer has left: nobody who is about to talk waits."""
        book = self._roster.book(call.line)
        if book is None or not is_counted(call.line):
            return
        number = number_of(caller, book.line.numbers)
        afterwards(lambda: self._calls.flaggable(call.id, number))

    def flag_talk(self, leg_id: str) -> str:
        """The talk on this phone; the message that is said. Doing it twice is doing it once."""
        return SAID[self._flag(self._calls.flaggable_talk(leg=leg_id))]

    def flag_last(self, asker: Asker) -> Answer:
        """By text: the last talk of a supporter, if it was in the last two hours."""
        talk = self._calls.flaggable_talk(supporter=asker.person.id)
        said = self._flag(talk)
        answer = say(SAID[said])
        undo = said in {Flagged.NOTED, Flagged.LONGER}
        return (answer, say("text-unflag")) if undo else (answer,)

    def unflag_last(self, asker: Asker) -> Answer:
        """By text: the flag was a mistake, or not theirs."""
        done = self._calls.unflag(asker.person.id)
        return (say("text-unflagged" if done else "flag-late"),)

    def weeks(self, line: Line) -> tuple[list[tuple[str, int]], bool]:
        """How many flags there were in each week, the present one first; whether any blocks."""
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        names = [
            flags.week(now - timedelta(weeks=ago), line.zone) for ago in range(flags.WEEKS_KEPT)
        ]
        counts, blocked = self._calls.flags_of(line.id, names)
        return list(zip(names, counts, strict=True)), blocked

    def lift(self, line: Line) -> bool:
        """Everybody reaches the peers of this line again; whether anybody was kept from them."""
        return self._calls.lift_blocks(line.id)

    # -- inside ---------------------------------------------------------------------------------

    def _flag(self, talk: Flaggable | None) -> Flagged:
        book = self._roster.book(talk.line) if talk is not None else None
        if talk is None or book is None:
            return Flagged.TOO_LATE
        now = self._clock.now()
        week = flags.week(datetime.fromtimestamp(now, UTC), book.line.zone)
        number = self._number(book.line, talk.number)
        tokens: list[str] = []
        marks: list[str] = []
        if number:
            tokens, keys = self._keys.for_a_flag(talk.line, number)
            marks = [
                flags.mark(key, token, talk.supporter)
                for key, token in zip(keys, tokens, strict=True)
            ]
        lasts = flags.lasts(flags.period(now), now)
        return self._calls.flag(talk, tokens, marks, week, lasts)

    @staticmethod
    def _number(line: Line, caller: str) -> str:
        """The number that may be blocked; empty for none, for ours, and for one of many people."""
        number = number_of(caller, line.numbers)
        return "" if number in line.shared_numbers or not is_counted(line.id) else number


def tokens_or_none(known: Flags | None, line: Line, caller: str) -> list[str]:
    """The tokens of an arriving call. A store in trouble blocks nobody."""
    if known is None:
        return []
    try:
        return known.tokens(line, caller)
    except StoreTrouble:
        return []
