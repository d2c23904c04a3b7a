"""Texts and calls to supporters about themselves, while they are under way."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from warmline.domain.errands import Errand


class ErrandStore(Protocol):
    """Errands, for minutes (see `domain.errands`). Each method may raise `StoreTrouble`."""

    def begin(self, errand: Errand) -> None:
        """Keep one for ten minutes."""
        ...

    def errand(self, errand_id: str) -> Errand | None:
        """One of them; None when it is over, or never was."""
        ...

    def over(self, errand_id: str) -> None:
        """Forget one now."""
        ...

    def count(self, what: str, seconds: int) -> int:
        """One more of these, and how many within `seconds` since the first."""
        ...

    def ask_for_help(
        self, line_id: str, supporters: Collection[str], at: float, seconds: float
    ) -> float | None:
        """Note who is asked to come on. None: they are; else when others were, not long ago."""
        ...

    def asked_for_help(self, line_id: str) -> tuple[frozenset[str], float] | None:
        """Who was asked, and when; None when nobody was lately."""
        ...

    def first(self, what: str) -> bool:
        """Whether this is the first time within ten minutes."""
        ...
