"""What pages know of lines, words, supporters and flags is looked at beside them, not by them.

Each of these is known in memory for some seconds. Were it looked at again by the page that finds it
too old, one caller in a while would wait for the database. So a thread of each process of the web
looks sooner than that; where there is none, a page looks, as the console's and a test's do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import structlog

from warmline.domain.errors import StoreTrouble

log = structlog.get_logger(__name__)

KEEP_UP_EVERY: Final = 3.0
"""Seconds: less than the five after which a page would look itself."""


class KeepingUp:
    """Looks at all of it. What cannot be had stays as it was known."""

    def __init__(self, *looks: Callable[[], object]) -> None:
        """Each may raise StoreTrouble."""
        self._looks = looks

    def look(self) -> None:
        """Look now, however new it is."""
        for look in self._looks:
            try:
                look()
            except StoreTrouble as trouble:
                log.warning("served_from_memory", reason=str(trouble))
