"""Starts the warmline's processes stage after stage, keeps them up, ends them the other way round.

Why this is ours and no library's: docs/decisions/0001-processes.md.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from warmline.processes import POLL, Owner, Process, ProcessError, wait_for

CALM = 30.0
"""A process that ran this many seconds is started again at once when it ends."""
SLOWEST = 10.0
"""The longest wait before something that keeps ending is started again."""


class Stopped(Exception):
    """We were asked to end while we were still starting."""


@dataclass
class _Care:
    """One process and when it is to be started again."""

    process: Process
    since: float = 0.0
    pause: float = 0.0
    next_pause: float = 0.0
    """How long the next wait is if it ends soon again: a first death is nobody's habit."""
    due: float | None = None

    def start(self) -> None:
        self.since, self.due = time.monotonic(), None
        self.process.start()

    def look(self, say: Callable[[str], None]) -> None:
        """Start it again if it has ended: at once, but later and later what keeps ending."""
        self.process.formers_are_over()
        status, now = self.process.exit_status(), time.monotonic()
        if status is None:
            return
        if self.due is None:
            self.pause = 0.0 if now - self.since > CALM else self.next_pause
            self.next_pause = min(SLOWEST, self.pause * 2 or 0.2)
            self.due = now + self.pause
            say(f"{self.process.name} ended ({_in_words(status)}). Starting it again.")
        if now >= self.due:
            try:
                self.start()
            except (OSError, ProcessError) as error:
                self.due = now + SLOWEST
                say(f"{self.process.name} could not be started: {error}")

    def replace(self, stopping: Callable[[], bool], say: Callable[[str], None]) -> bool:
        """A new one for the one that runs, once it is ready; tell whether it worked."""
        try:
            self.process.replace(stopping)
        except (OSError, ProcessError) as error:
            say(f"{self.process.name} could not be replaced, the old one goes on: {error}")
            return False
        self.since, self.due = time.monotonic(), None
        wait_for(lambda: self.process.formers_are_over() or stopping(), self.process.grace + 2)
        say(f"{self.process.name} is replaced.")
        return True


class Supervisor:
    """Runs the processes of a folder, in stages, until a signal asks it to end.

    A later stage needs the earlier ones: it is started after them and ended before them. What
    takes calls stands in the last stage, the store in the first.
    """

    SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def __init__(
        self,
        folder: Path,
        stages: Sequence[Sequence[Process]],
        say: Callable[[str], None],
        prepare: Callable[[], None] = lambda: None,
        *,
        renew: Callable[[], bool] = lambda: True,
        replace_at: Sequence[signal.Signals] = (),
    ) -> None:
        """`prepare` is called before the first start, once the folder is known to be ours.

        At a signal of `replace_at` all that can be replaced is, one after another, if `renew`
        allows it.
        """
        self._owner = Owner(folder)
        self._stages = [[_Care(process) for process in stage] for stage in stages]
        self._say = say
        self._prepare = prepare
        self._renew = renew
        self._replace_at = frozenset(replace_at)
        self._replacing = False
        # Counted by hand: an Event's lock is not safe to take in a signal handler.
        self._asked = 0
        self._handlers: dict[signal.Signals, Any] = {}

    def run(self, when_ready: Callable[[], None]) -> None:
        """Start everything, tell that it is ready, watch over it, end everything when asked."""
        try:
            with self:
                when_ready()
                self.watch()
        except Stopped:
            self._say("Stopped while starting.")

    def watch(self) -> None:
        """Start again what ends, replace it when asked to, until we are asked to end."""
        while not self._asked:
            self._look()
            if self._replacing:
                self._replacing = False
                self._replace_all()
            time.sleep(POLL)

    def _look(self, but: _Care | None = None) -> None:
        for stage in self._stages:
            for care in stage:
                if care is not but:
                    care.look(self._say)

    def _replace_all(self) -> None:
        """One after another, the new one before the old one goes. Calls go on meanwhile.

        It stops at the first that does not get ready: what is wrong with it is wrong with the next.
        """
        if not self._renew():
            return
        for stage in self._stages:
            for care in stage:
                if care.process.replaceable and not self._asked:

                    def stopping(this: _Care = care) -> bool:
                        # The others are looked after meanwhile.
                        self._look(but=this)
                        return self._asked > 0

                    if not care.replace(stopping, self._say):
                        return
        if not self._asked:
            self._say("Everything is replaced.")

    def __enter__(self) -> Self:
        self._owner.take()
        heard = {*self.SIGNALS, *self._replace_at}
        self._handlers = {number: signal.signal(number, self._hear) for number in heard}
        try:
            self._prepare()
            for stage in self._stages:
                self._start(stage)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self._end()

    def _hear(self, number: int, _frame: object) -> None:
        if number in self._replace_at:
            self._replacing = True
        else:
            self._asked += 1

    def _start(self, stage: Sequence[_Care]) -> None:
        for care in stage:
            care.start()
        for care in stage:
            care.process.wait_until_ready(lambda: self._asked > 0)
        if self._asked:
            raise Stopped

    def _end(self) -> None:
        for stage in reversed(self._stages):
            for care in stage:
                care.process.ask_to_end()
            for care in stage:
                self._see_off(care.process)
            for care in stage:
                if care.process.door:
                    care.process.door.close()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._owner.leave()

    def _see_off(self, process: Process) -> None:
        # Asked twice, somebody is out of patience: nothing gets any grace any more.
        wait_for(lambda: process.exit_status() is not None or self._asked > 1, process.grace)
        process.stop(grace=0)


def _in_words(status: int) -> str:
    return f"status {status}" if status >= 0 else f"signal {-status}"
