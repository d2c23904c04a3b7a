"""What the judge knows of flagged talks and blocked numbers; no number is among it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from warmline.domain.flags import Flagged


@dataclass(frozen=True, slots=True)
class Flaggable:
    """A talk that can be flagged. The number is in memory only; empty when none was shown."""

    leg: str
    line: str
    supporter: str
    number: str = field(repr=False)


class Flagging(Protocol):
    """The judge's steps of flags. Each is one atomic step and may be repeated."""

    def flag_keys(self, periods: Sequence[int]) -> dict[int, str]:
        """The keys of these periods, as far as there are any."""
        ...

    def make_flag_key(self, period: int, lasts: float) -> str:
        """The key of a period, made if there is none; it is destroyed in so many seconds."""
        ...

    def flaggable(self, call_id: str, number: str) -> None:
        """Whoever talks now can be flagged, until two hours after the talk."""
        ...

    def flaggable_talk(self, *, leg: str = "", supporter: str = "") -> Flaggable | None:
        """The talk on this phone, or the last one of a supporter, if it can still be flagged."""
        ...

    def flag(
        self, talk: Flaggable, tokens: Sequence[str], marks: Sequence[str], week: str, lasts: float
    ) -> Flagged:
        """Flag a talk. `tokens`, `marks`: with the present key and the one before; none: no block.

        `lasts`: seconds until the present key is destroyed.
        """
        ...

    def unflag(self, supporter: str) -> bool:
        """Take back the flag of a supporter's last talk; whether there was one."""
        ...

    def lift_blocks(self, line: str) -> bool:
        """Nobody is blocked on this line any more; whether anybody was."""
        ...

    def flags_of(self, line: str, weeks: Sequence[str]) -> tuple[list[int], bool]:
        """How many flags there were in each of these weeks, and whether anybody is blocked now."""
        ...
