"""What a waiting caller is told: what is really happening, and when there is a choice to make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from warmline.afterwards import afterwards
from warmline.domain.alarms import next_quarter
from warmline.domain.call import State
from warmline.domain.choosing import as_wished, wanted
from warmline.domain.debriefs import is_counted
from warmline.domain.live import LiveCall, Note, Waiting
from warmline.domain.matching import Asked, Candidate, Wanted, survey, to_ring
from warmline.domain.presence import WhyNot
from warmline.domain.switches import is_shut
from warmline.domain.waiting import WITH_CHOICES, Marks, News, Wait, news
from warmline.domain.widening import may_ask, wider
from warmline.ports import Clock, Jobs, LiveCalls, Roster
from warmline.services.desk import UnknownCall
from warmline.services.known import Known

IN_VAIN = frozenset({Asked.PASSED, Asked.MISSED, Asked.BUSY, Asked.FAILED, Asked.GIVEN_UP})
SOON_FREE = frozenset({WhyNot.BUSY, WhyNot.PRACTISING, WhyNot.RESTING})
"""Reasons that pass by themselves: with only these a supporter is there for who waits."""


@dataclass(frozen=True, slots=True)
class WaitReport:
    """What a waiting caller is to be told now."""

    news: News
    call: LiveCall
    ringing: int
    ahead: int
    minutes: int
    met: bool = False
    """A peer has been with this caller: whoever else is on, that one is not rung again for them."""


class Telling:
    """Looks what is true of a wait, and remembers what has been said of it."""

    def __init__(
        self,
        calls: LiveCalls,
        roster: Roster,
        jobs: Jobs,
        clock: Clock,
        marks: Marks,
        known: Known,
    ) -> None:
        """`marks`: when a waiting caller is offered choices. `known`: the supporters."""
        self._calls = calls
        self._roster = roster
        self._jobs = jobs
        self._clock = clock
        self._marks = marks
        self._known = known

    def report(self, call_id: str, *, queued: bool) -> WaitReport:
        """What to tell a waiting caller now; also their heartbeat.

        `queued`: the provider asks from within a queue, not from a page of its own. Raises
        `UnknownCall`.
        """
        waiting = self._known.look(call_id, Note(queued=queued))
        if waiting is None:
            raise UnknownCall
        call = waiting.call
        # Who comes back from a talk, or from a place outside, begins to wait anew.
        anew = call.first_bridge or call.bound
        waited = self._clock.now() - (call.ring_since if anew else call.wanted_at)
        need = wanted(call.wish, call.language, waiting.asked, call.again)
        if self._chosen_is_away(waiting, need):
            return WaitReport(News.CHOSEN_AWAY, call, 0, waiting.ahead, 1)
        if News.LOOKING not in call.told:
            # They have only just come to wait: phones are being rung, nothing is known yet.
            self._remember(call, News.LOOKING, waited)
            return WaitReport(News.LOOKING, call, waiting.ringing, waiting.ahead, 1)
        there = [] if waiting.ringing else self._there(call, need)
        free = bool(to_ring(there, need, backups=True, second_round=True))
        if not free and self._might_widen(waiting):
            return WaitReport(News.UNMET, call, 0, waiting.ahead, 1)
        met = {one for one, said in waiting.asked.items() if said is Asked.TALKED} - {call.again}
        left = [row for row in there if row.supporter.id not in met]
        wait = _wait(waiting, left, waited, free=free, shut=self._is_shut(call.line))
        word = news(wait, self._marks)
        self._remember(call, word, waited)
        if call.state is State.WAITING and not waiting.ringing:
            self._jobs.ring(call.line)
        minutes = max(1, int(waited // 60))
        return WaitReport(word, call, waiting.ringing, waiting.ahead, minutes, met=bool(met))

    # -- inside ---------------------------------------------------------------------------------

    def _chosen_is_away(self, waiting: Waiting, need: Wanted) -> bool:
        wish = waiting.call.wish
        if wish.asking or not wish.chosen or waiting.ringing:
            return wish.asking
        there = self._there(waiting.call, need)
        return not as_wished(to_ring(there, need, backups=True, second_round=False), wish)

    def _might_widen(self, waiting: Waiting) -> bool:
        """Whether somebody could be rung who is not as wished, and that may be asked."""
        call = waiting.call
        book = self._roster.book(call.line)
        if waiting.ringing or call.again or book is None or not may_ask(call.wish, call.choices):
            return False
        now, live = self._clock.now(), self._known.presences
        return bool(wider(book, live, call.wish, call.language, waiting.asked, now))

    def _there(self, call: LiveCall, need: Wanted) -> list[Candidate]:
        """Who could be rung for this caller now, or once they are done or have rested."""
        book = self._roster.book(call.line)
        if book is None:
            return []
        rows = survey(book, self._known.presences, need, self._clock.now())
        return [row for row in rows if SOON_FREE.issuperset(row.reasons)]

    def _is_shut(self, line_id: str) -> bool:
        book = self._roster.book(line_id)
        at = datetime.fromtimestamp(self._clock.now(), UTC)
        return book is not None and is_shut(book.switches, at)

    def _remember(self, call: LiveCall, word: News, waited: float) -> None:
        """What has been said is noted once, so that the usual poll costs one look."""
        if word is News.NOBODY_ANSWERED and word not in call.told and is_counted(call.line):
            # Not now: the minute of a text would be the minute of a call.
            later = next_quarter(self._clock.now())
            afterwards(lambda: self._calls.deadline("alert", call.line, later, if_sooner=True))
        passed = self._marks.passed(waited) if word in WITH_CHOICES else 0
        if word not in call.told or passed > call.choices:
            note = Note(choices=passed, told=word) if word in WITH_CHOICES else Note(told=word)
            afterwards(lambda: self._calls.look(call.id, note))


def _wait(
    waiting: Waiting, left: list[Candidate], waited: float, *, free: bool, shut: bool
) -> Wait:
    """The facts of a wait. `left`: who is there, but for those who have been with this caller."""
    return Wait(
        waited=waited,
        ringing=waiting.ringing,
        ahead=waiting.ahead,
        on_duty=len(left),
        exhausted=all(waiting.asked.get(row.supporter.id) in IN_VAIN for row in left),
        free=free,
        tried=any(said in IN_VAIN for said in waiting.asked.values()),
        choices=waiting.call.choices,
        told=waiting.call.told,
        shut=shut,
    )
