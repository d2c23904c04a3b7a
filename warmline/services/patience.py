"""For how long the provider is left in peace before the same thing is asked of it again."""

from __future__ import annotations

import random
from collections.abc import Callable

from warmline.domain.errors import ProviderBusy, ProviderTrouble

LEAST = 1.0
MOST = 30.0
"""Seconds. Callers wait meanwhile; a provider that wishes for more is asked in vain once."""


class Patience:
    """Waits differ, so that those who were refused together do not come back together."""

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        """`chance` gives numbers from 0 to 1."""
        self._chance = chance

    def after(self, trouble: ProviderTrouble) -> float:
        """Seconds until it is asked again: what it said, if it said so, and up to half as much."""
        said = trouble.seconds if isinstance(trouble, ProviderBusy) else None
        least = min(max(said or LEAST, LEAST), MOST)
        return least + LEAST * self._chance() / 2
