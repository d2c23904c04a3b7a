"""What the services that jobs run work with: one value, made once a process."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.ports import Clock, Jobs, LiveCalls, Phones, Roster
from warmline.services.care import Care
from warmline.services.patience import Patience


@dataclass(frozen=True, slots=True)
class Tools:
    """Live state, the lines, the provider and the queue, and how each is to be handled."""

    calls: LiveCalls
    roster: Roster
    phones: Phones
    jobs: Jobs
    clock: Clock
    care: Care
    """Is told of supporters' phones that have ended or could not be rung."""
    patience: Patience
    """For how long the provider is left in peace when it could not."""


class WithTools:
    """A service that jobs run. It keeps nothing between two of its steps but its tools."""

    def __init__(self, tools: Tools) -> None:
        """Nothing is asked of anybody yet."""
        self._calls = tools.calls
        self._roster = tools.roster
        self._phones = tools.phones
        self._jobs = tools.jobs
        self._clock = tools.clock
        self._care = tools.care
        self._patience = tools.patience
