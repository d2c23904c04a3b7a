"""Scripts: generators that run one call leg (or one background errand) and yield effects.

A script yields `Wait` or `Fetch` to the engine and is resumed with the effect's result. Things
that happen to a call from outside (hang-up, REST redirect) are thrown into it as `Interrupt`s.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from .engine import Engine, Timer

T = TypeVar("T")

SPIN_LIMIT = 25
"""Requests that one task may make without a rest before the emulator slows it down."""
SPIN_REST = 1.0
"""Seconds between two requests that count as a rest."""
SPIN_PENALTY = 0.25
"""Seconds that each further request then takes: a redirect loop must not stop the clock."""


class Answer(Protocol):
    """What the engine needs to know of the answer to a request."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Wait:
    """Park until `until()` is true (result True) or `deadline` passes (result False)."""

    deadline: float | None = None
    until: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class Fetch:
    """Ask the application (or a media server) for something; the result is its answer."""

    request: Any


Effect: TypeAlias = Wait | Fetch
Script: TypeAlias = Generator[Effect, Any, T]


class Interrupt(Exception):
    """Something that happened to a call from outside its script."""

    rank = 0


class HungUp(Interrupt):
    """The call is over; the script may only tidy up."""

    rank = 2


class Task:
    """One running script."""

    def __init__(self, engine: Engine, script: Script[Any], name: str) -> None:
        """Prepare to run `script`; the engine takes the first step when it settles."""
        self.name = name
        self.done = False
        self._engine = engine
        self._script = script
        self._parked: Wait | None = None
        self._timer: Timer | None = None
        self._interrupt: Interrupt | None = None
        self._fetching = False
        self._ticket = 0
        self._answer: Answer | None = None
        self._spin = (0.0, 0)

    def interrupt(self, reason: Interrupt) -> None:
        """Throw `reason` into the script at its next step.

        A hang-up outranks a redirect; of two redirects the later one counts.
        """
        if self.done or (self._interrupt and self._interrupt.rank > reason.rank):
            return
        self._interrupt = reason
        self._engine.wake()

    def ready(self) -> bool:
        """Say whether the script can take a step now."""
        if self.done:
            return False
        if self._interrupt is not None:
            return True
        if self._fetching:
            return False
        if self._parked is None:
            return True
        wait = self._parked
        if wait.until is not None and wait.until():
            return True
        return wait.deadline is not None and self._engine.now >= wait.deadline

    def step(self) -> None:
        """Resume the script and carry it to its next pause."""
        value = self._take_result()
        while True:
            reason, self._interrupt = self._interrupt, None
            try:
                if reason is not None:
                    effect = self._script.throw(reason)
                else:
                    effect = self._script.send(value)
            except (StopIteration, Interrupt):
                self._finish()
                return
            except BaseException:
                self._finish()
                raise
            if isinstance(effect, Wait):
                if self._park(effect):
                    return
                value = effect.until is not None and effect.until()
            elif self._fetch(effect):
                return
            else:
                value, self._answer = self._answer, None

    def _take_result(self) -> Any:
        wait, self._parked = self._parked, None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._fetching = False
        self._ticket += 1
        if self._answer is not None:
            value: Any = self._answer
            self._answer = None
            return value
        if wait is None:
            return None
        return wait.until is not None and wait.until()

    def _park(self, wait: Wait) -> bool:
        """Return False when there is nothing to wait for."""
        if self._interrupt is not None or (wait.until is not None and wait.until()):
            return False
        if wait.deadline is not None:
            if wait.deadline <= self._engine.now:
                return False
            self._timer = self._engine.at(wait.deadline)
        self._parked = wait
        return True

    def _fetch(self, effect: Fetch) -> bool:
        """Start the request; return False when the answer is here already."""
        delay = self._spin_penalty()
        if self._engine.threaded:
            self._fetching = True
            self._ticket += 1
            ticket = self._ticket
            self._engine.fetch_later(
                effect.request, delay, lambda answer: self._deliver(ticket, answer)
            )
            return True
        answer = self._engine.perform(effect.request)
        self._answer = answer
        delay += answer.seconds
        if delay > 0 and self._interrupt is None:
            self._park(Wait(deadline=self._engine.now + delay))
            return True
        return False

    def _spin_penalty(self) -> float:
        last, count = self._spin
        now = self._engine.now
        self._spin = (now, count + 1 if now - last < SPIN_REST else 1)
        return SPIN_PENALTY if self._spin[1] > SPIN_LIMIT else 0.0

    def _deliver(self, ticket: int, answer: Answer) -> None:
        # An interrupted script no longer waits for this answer.
        if ticket == self._ticket and self._fetching:
            self._answer = answer
            self._fetching = False

    def _finish(self) -> None:
        self.done = True
        self._script.close()
