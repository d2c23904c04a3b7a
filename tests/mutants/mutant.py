"""One small wrong change of one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Name = tuple[str, str, str, int]
"""File, words before, words after, which of several alike."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file as it would be with one thing wrong in it."""

    file: str
    line: int
    """Where, counted from 1: only to find it; lines move."""
    was: str
    """The words that were changed, on one line."""
    becomes: str
    """What stands there instead; empty when they are gone."""
    text: str
    """The whole file."""
    nth: int = 1
    """Which of several that read the same."""

    @property
    def name(self) -> Name:
        """What stays the same of it while other lines come and go."""
        return self.file, self.was, self.becomes, self.nth


def numbered(mutants: Iterable[Mutant]) -> list[Mutant]:
    """The same, told apart where several read the same."""
    seen: dict[tuple[str, str, str], int] = {}
    found = []
    for one in mutants:
        alike = (one.file, one.was, one.becomes)
        seen[alike] = seen.get(alike, 0) + 1
        found.append(Mutant(one.file, one.line, one.was, one.becomes, one.text, seen[alike]))
    return found


def on_one_line(text: str) -> str:
    """Words without line breaks and doubled spaces."""
    return " ".join(text.split())
