"""The line calls itself, from end to end, and tells what it found.

We make a call to the line's number. It comes back to us as a call like any other, and is put on a
copy of the line (see `domain.selftest`). Our own side of it presses keys, and looks each time
whether the call is where a caller's would be.

A call is kept off the line only while one of ours is on its way, and only from our own number.
Whoever forged that would be on the copy: they would hear the line, and ring our own number. If
they came first, the test would fail; ours would be on the copy, too, and disturb nobody.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

import structlog

from warmline.domain import debriefs
from warmline.domain.call import State
from warmline.domain.debriefs import debriefs_of, is_debriefs
from warmline.domain.errors import CallGone, NumberRefused, ProviderTrouble
from warmline.domain.line import LineBook
from warmline.domain.live import LiveCall
from warmline.domain.onboarding import How
from warmline.domain.provider import Outbound
from warmline.domain.selftest import (
    SECONDS,
    Run,
    Step,
    caller_for,
    copy_id,
    copy_of,
    is_copy,
    original,
)
from warmline.ports import Clock, Jobs, LiveCalls, Phones, Roster, TestCalls

log = structlog.get_logger(__name__)

KIND: Final = "selftest"
"""Of the deadline at which a test call is looked at again."""
VERDICT_AFTER: Final = SECONDS + 30.0
PATIENCE: Final = 20.0
"""Seconds for which a test call lets calls go first that somebody waits for."""
NIGHTLY: Final = 20 * 3600.0
"""At most one nightly test in so many seconds."""


class WithCopies:
    """The roster, which also knows the lines that are made of others: their copies for test calls,
    and those for debriefs. Implements `Roster`."""

    def __init__(self, real: Roster, phone: str) -> None:
        """`phone`: the number of ours that plays the supporter; empty for none."""
        self._real = real
        self._phone = phone

    def book_for_number(self, number: str) -> LineBook | None:
        """See the port."""
        return self._real.book_for_number(number)

    def book(self, line_id: str) -> LineBook | None:
        """See the port. The copy of a line is made of the line as it is now."""
        if is_debriefs(line_id):
            real = self._real.book(debriefs.original(line_id))
            return debriefs_of(real) if real else None
        if not is_copy(line_id):
            return self._real.book(line_id)
        book = self._real.book(original(line_id))
        return copy_of(book, self._phone) if book else None

    def books(self) -> Iterable[LineBook]:
        """See the port. Copies are not among them: nothing looks after them of its own accord."""
        return self._real.books()

    def wish_duty(
        self,
        supporter_id: str,
        *,
        on: bool,
        since: datetime,
        until: datetime,
        anyway: bool = False,
    ) -> None:
        """See the port."""
        self._real.wish_duty(supporter_id, on=on, since=since, until=until, anyway=anyway)

    def end_off_wishes(self, supporter_id: str, at: datetime) -> None:
        """See the port."""
        self._real.end_off_wishes(supporter_id, at)

    def stop_texts(self, supporter_id: str, *, off: bool) -> None:
        """See the port."""
        self._real.stop_texts(supporter_id, off=off)

    def refresh(self) -> None:
        """See the port."""
        self._real.refresh()

    def confirm(self, supporter_id: str, phone: str, how: How) -> bool:
        """See the port."""
        return self._real.confirm(supporter_id, phone, how)

    def set_aside(self, supporter_id: str, phone: str, code: str) -> bool:
        """See the port. Nobody is set aside who is a number of ours."""
        if phone == self._phone:
            return False
        return self._real.set_aside(supporter_id, phone, code)


@dataclass(frozen=True, slots=True)
class Do:
    """What our side of the call does next: press keys, wait, come to another page."""

    keys: str
    seconds: int
    page: int
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """One page of our own side: what must be true of the call by now, and what is pressed then."""

    step: Step
    holds: Callable[[LiveCall], bool]
    keys: str = ""
    seconds: int = 3
    """Until the next page looks."""
    tries: int = 4
    """How often it looks, two seconds apart, before it gives up."""


TO_A_PERSON: Final = frozenset({State.WAITING, State.JOINING, State.TALKING})
LOOKS: Final = (
    Look(Step.ANSWERED, lambda call: call.state is State.MENUS, "9"),
    Look(Step.DOOR, lambda call: call.crisis_key, "*wwwwww0"),
    Look(Step.WAITING, lambda call: call.state in TO_A_PERSON),
    Look(Step.JOINED, lambda call: call.state is State.TALKING, tries=14),
)
"""Never 1: at the crisis door that rings 988. A person is 0 everywhere, at the door, too."""


class OwnSide:
    """What the pages ask: is this call the test, and what does our side of it do now."""

    def __init__(self, calls: LiveCalls, roster: Roster, tests: TestCalls, phone: str) -> None:
        """`phone`: the number for test calls; empty for none."""
        self._calls = calls
        self._roster = roster
        self._tests = tests
        self._phone = phone

    def meant(self, book: LineBook, sid: str, caller: str) -> LineBook:
        """The line that a call is put on: its copy if this is the test call, else the line.

        Only a call that shows our own number costs a look at the store.
        """
        if caller != caller_for(book.line, self._phone):
            return book
        if not self._tests.claim(book.line.id, sid):
            return book
        return self._roster.book(copy_id(book.line.id)) or book

    def next(self, run_id: str, page: int, tries: int) -> Do | None:
        """What our side does; None: it hangs up."""
        run = self._tests.run(run_id)
        call = self._call(run)
        if run is None or call is None or page >= len(LOOKS):
            return None
        look = LOOKS[page]
        if not look.holds(call):
            return Do("", 2, page, tries + 1) if tries < look.tries else None
        self._tests.passed(run_id, look.step)
        if look.step is Step.WAITING and not run.phone:
            return None
        return Do(look.keys, look.seconds, page + 1)

    def picked_up(self, shown: str, sid: str) -> bool:
        """Our number is rung: whether it is for a test; its supporter then picks up."""
        book = self._roster.book_for_number(shown)
        run = self._tests.expected(book.line.id) if book else ""
        if not run:
            return False
        self._tests.also(run, sid)
        self._tests.passed(run, Step.RUNG)
        return True

    def _call(self, run: Run | None) -> LiveCall | None:
        known = self._calls.known(run.incoming) if run and run.incoming else None
        call = self._calls.peek(known) if known else None
        return call if call is not None and is_copy(call.line) else None


class SelfTest:
    """Makes test calls, and judges them."""

    def __init__(
        self,
        calls: LiveCalls,
        roster: Roster,
        phones: Phones,
        jobs: Jobs,
        clock: Clock,
        tests: TestCalls,
        *,
        phone: str,
        hour: int | None,
        alarm: Callable[[str], None],
    ) -> None:
        """`hour`: of the nightly test, in the line's own time; None for none.

        `alarm` is given the line's id when the nightly test has failed.
        """
        self._calls = calls
        self._roster = roster
        self._phones = phones
        self._jobs = jobs
        self._clock = clock
        self._tests = tests
        self._phone = phone
        self._hour = hour
        self._alarm = alarm

    def tonight(self) -> None:
        """Have every line tested whose hour it is. May be asked as often as one likes."""
        if self._hour is None:
            return
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        for book in self._roster.books():
            if now.astimezone(book.line.zone).hour == self._hour and self._calls.first_in(
                f"{book.line.id}:{KIND}", NIGHTLY
            ):
                self._jobs.selftest(book.line.id)

    def begin(self, line_id: str) -> Run | None:
        """Note that a test call is about to be made; None while another one is on its way."""
        book = self._roster.book(line_id)
        if book is None or not book.line.numbers:
            return None
        run = Run(
            id=secrets.token_hex(16),
            line=line_id,
            began=self._clock.now(),
            phone=bool(self._phone),
        )
        return run if self._tests.begin(run) else None

    def place(self, run: Run) -> float | None:
        """Make the call, if the provider takes one more now; else when to try again.

        What the provider refuses is not tried again: then the run has not passed its first step.
        """
        book = self._roster.book(run.line)
        again = self._calls.slot(run.id, Outbound.OTHER)
        if again is not None:
            return again
        # Noted before it can come in: the provider may answer us after it has begun to dial.
        self._tests.placed(run.id, "")
        if book is None:
            return None
        try:
            sid = self._phones.call_ourselves(
                to=book.line.numbers[0],
                number=caller_for(book.line, self._phone),
                run=run.id,
                seconds=SECONDS - 5,
            )
        except (NumberRefused, ProviderTrouble) as error:
            log.warning("selftest_not_placed", error=type(error).__name__)
            return None
        self._tests.placed(run.id, sid)
        self._tests.passed(run.id, Step.PLACED)
        return None

    def soon(self, line_id: str) -> Run | None:
        """Somebody wants to see one now: a job makes it. None while another is on its way."""
        run = self.begin(line_id)
        if run is not None:
            self._jobs.go_on_with_selftest(run.id)
        return run

    def seen(self, run_id: str) -> Run | None:
        """How far it has come, without asking the provider; None when it is forgotten."""
        return self._tests.run(run_id)

    def tonight_on(self, line_id: str) -> None:
        """The nightly test of one line begins."""
        run = self.begin(line_id)
        if run is not None:
            self.go_on(run.id)

    def go_on(self, run_id: str) -> None:
        """The nightly test is made, or judged when it must be over; told when it has failed."""
        run = self._tests.run(run_id)
        if run is not None and not run.asked:
            again = self.place(run)
            if again is not None and again - run.began < PATIENCE:
                self._calls.deadline(KIND, run_id, again)
                return
        if run is not None and self._clock.now() - run.began < VERDICT_AFTER:
            self._calls.deadline(KIND, run_id, run.began + VERDICT_AFTER)
            return
        run = self.verdict(run_id)
        self._calls.settled(KIND, run_id)
        if run is not None and run.failed:
            log.warning("selftest_failed", reason=str(run.failed))
            self._alarm(run.line)

    def verdict(self, run_id: str) -> Run | None:
        """How far it has come; if it is over, whatever the provider keeps of it is deleted."""
        run = self._tests.run(run_id)
        if run is None:
            return None
        known = self._calls.known(run.incoming) if run.incoming else None
        call = self._calls.peek(known) if known else None
        if call is not None and call.state is State.ENDED:
            self._tests.passed(run_id, Step.ENDED)
            run = replace(run, passed=run.passed | {Step.ENDED})
        if self.is_over(run):
            for sid in {run.outgoing, *run.others} - {""}:
                self._calls.forget_later(sid)
            self._tests.over(run)
        return run

    def is_over(self, run: Run) -> bool:
        """Whether nothing more will come of it."""
        if Step.ENDED in run.passed or self._clock.now() - run.began >= VERDICT_AFTER:
            return True
        if not run.outgoing:
            return run.asked and Step.PLACED not in run.passed
        with suppress(ProviderTrouble, CallGone):
            # Who has hung up may be reported a moment later.
            return not run.incoming and not self._phones.is_live(run.outgoing)
        return False
