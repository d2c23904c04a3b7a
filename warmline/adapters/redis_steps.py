"""What the judge's steps share, whatever they are about."""

from __future__ import annotations

import secrets
from typing import Any

from warmline.adapters.redis_reading import Json, Reading
from warmline.ports import Clock


def new_id() -> str:
    """A random id that says nothing: 96 bits."""
    return secrets.token_hex(12)


class Steps:
    """A part of `RedisCalls`, which has all of this and runs the steps."""

    _read: Reading
    _clock: Clock
    _keep: int
    """Seconds for which an ended call's live record is kept."""
    _rate: float
    """How many calls a second the provider takes from all of us; 0 is no limit."""

    def _run(self, step: str, **arguments: Any) -> Json:
        """One run of the judge. Raises StoreTrouble."""
        raise NotImplementedError
