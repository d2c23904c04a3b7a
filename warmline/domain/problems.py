"""What is wrong with a file that a person wrote, all of it at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: the line of the file (from 1), and a sentence that says how."""

    line: int
    text: str


class BadFile(Exception):
    """The file cannot be used. `problems` is everything that is wrong with it, in its order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("; ".join(f"line {one.line}: {one.text}" for one in self.problems))
