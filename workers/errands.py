"""Texts and calls to supporters about themselves."""

from __future__ import annotations

from workers._house import house


def run(errand_id: str) -> None:
    """Send the text, or make the call, of one errand."""
    house().errands.run(errand_id)
