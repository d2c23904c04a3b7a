"""Texts to supporters."""

from __future__ import annotations

from workers._house import house


def alert(line_id: str, words: str) -> None:
    """Tell a line's coordinator the words of that id."""
    house().texting.alert(line_id, words)


def text(supporter_id: str, line_id: str, words: str) -> None:
    """Text one supporter the words of that id."""
    house().texting.text(supporter_id, line_id, words)
