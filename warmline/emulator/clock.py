"""Emulated time: driven by hand for tests, or following the real clock for a demo.

All times in this package are POSIX seconds of *emulated* time (float, UTC); all durations are
emulated seconds.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TypeAlias


class ManualClock:
    """Virtual time that moves only when the emulator is told to run."""

    def __init__(self, start: datetime) -> None:
        """Begin at `start`; a naive datetime is taken as UTC."""
        aware = start if start.tzinfo else start.replace(tzinfo=UTC)
        self._now = aware.timestamp()

    def now(self) -> float:
        """Return the emulated time in POSIX seconds."""
        return self._now

    def advance_to(self, moment: float) -> None:
        """Move time forward to `moment`; time never goes back."""
        self._now = max(self._now, moment)


class RealClock:
    """Time that runs by itself, `speed` emulated seconds for each real second."""

    def __init__(self, speed: float = 1.0, start: datetime | None = None) -> None:
        """Begin at `start` (default: now). Raise ValueError when speed is not positive."""
        if speed <= 0:
            raise ValueError("the speed of a clock must be positive")
        self.speed = speed
        aware = start or datetime.now(UTC)
        self._base = (aware if aware.tzinfo else aware.replace(tzinfo=UTC)).timestamp()
        self._zero = time.monotonic()

    def now(self) -> float:
        """Return the emulated time in POSIX seconds."""
        return self._base + (time.monotonic() - self._zero) * self.speed


Clock: TypeAlias = ManualClock | RealClock
