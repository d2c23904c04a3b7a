"""Texts to supporters."""

from __future__ import annotations

from workers._house import house


def text(supporter_id: str, line_id: str, words: str) -> None:
    """Text one supporter the words of that id."""
    house().texting.text(supporter_id, line_id, words)
