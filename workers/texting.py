"""Texts to supporters, and numbers that callers asked for."""

from __future__ import annotations

from workers._house import house


def number_refused(supporter_id: str, line_id: str) -> None:
    """Tell a line's coordinator whose number the provider does not ring."""
    house().texting.number_refused(supporter_id, line_id)


def send_number(text_id: str) -> None:
    """Send a number of the directory to whoever asked for it."""
    house().place_texts.send(text_id)


def text(supporter_id: str, line_id: str, words: str) -> None:
    """Text one supporter the words of that id."""
    house().texting.text(supporter_id, line_id, words)
