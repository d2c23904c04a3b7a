"""A thread that looks every so often, beside the work of its process and never in its way."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

log = structlog.get_logger(__name__)

LOOK_EVERY = 30.0
"""Seconds between two looks at whether something is wrong."""


class Vigil(threading.Thread):
    """Looks until it is ended. It ends with its process."""

    def __init__(
        self, look: Callable[[], object], every: float = LOOK_EVERY, *, at_once: bool = False
    ) -> None:
        """`at_once`: the first look is not put off."""
        super().__init__(name="vigil", daemon=True)
        self._look = look
        self._every = every
        self._first = 0.0 if at_once else every
        self._stop_now = threading.Event()

    def run(self) -> None:
        """Look, whatever a look fails of."""
        pause = self._first
        while not self._stop_now.wait(pause):
            pause = self._every
            try:
                self._look()
            except Exception as error:  # noqa: BLE001  # the next look may succeed, and is needed
                log.error("alarm_look_failed", error=type(error).__name__)

    def end(self) -> None:
        """Look no more."""
        self._stop_now.set()
