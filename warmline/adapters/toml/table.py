"""A table of a TOML file whose keys are taken out one by one, collecting what is wrong."""

from __future__ import annotations

import re
import tomllib
from typing import Any, TypeVar

from warmline.adapters.toml.values import Reader, Unfit
from warmline.adapters.toml.where import Path, Where
from warmline.domain.problems import BadFile, Problem
from warmline.domain.wording import did_you_mean, listed

T = TypeVar("T")


class Table:
    """One table. Take every key that it may have, then call `done`.

    A value that cannot be read becomes a problem and a stand-in, so that reading goes on and
    all problems are found at once.
    """

    def __init__(
        self,
        values: dict[str, Any],
        where: Where,
        problems: list[Problem],
        path: Path = (),
        title: str = "",
    ) -> None:
        self._values = values
        self._where = where
        self.problems = problems
        self.path = path
        self.title = title
        self._known: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def raw(self, key: str) -> object:
        """What stands there, unread; None when nothing does."""
        return self._values.get(key)

    def names(self) -> tuple[str, ...]:
        """Every key that stands here, for tables whose keys are names."""
        return tuple(self._values)

    def take(self, key: str, read: Reader[T], otherwise: T) -> T:
        """The value of a key that may be left out."""
        self._known.append(key)
        if key not in self._values:
            return otherwise
        try:
            return read(self._values[key])
        except Unfit as unfit:
            self.problem(str(unfit), key)
            return otherwise

    def need(self, key: str, read: Reader[T], stand_in: T) -> T:
        """The value of a key that must be there."""
        if key not in self._values:
            self.problem(f'There is no "{key}" here, and it is needed.')
        return self.take(key, read, stand_in)

    def table(self, key: str, title: str) -> Table:
        """A table inside this one; an empty one when it is not there."""
        self._known.append(key)
        found = self._values.get(key, {})
        if not isinstance(found, dict):
            self.problem(f"This is a table of its own: write [{key}] on a line above it.", key)
            found = {}
        return Table(found, self._where, self.problems, (*self.path, key), title)

    def tables(self, key: str) -> list[Table]:
        """The repeated tables of this name."""
        first_time = key not in self._known
        self._known.append(key)
        found = self._values.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            if first_time:
                self.problem(f"Write [[{key}]] in double brackets, once for each.", key)
            return []
        return [
            Table(one, self._where, self.problems, (*self.path, key, n), f"[[{key}]]")
            for n, one in enumerate(found)
        ]

    def problem(self, sentence: str, key: str = "") -> None:
        """Note what is wrong with the table, or with one of its keys."""
        path = (*self.path, key) if key else self.path
        place = ", ".join(part for part in (self.title, key) if part)
        line = self._where.line(path)
        self.problems.append(Problem(line, f"{place}: {sentence}" if place else sentence))

    def done(self) -> None:
        """Every key has been taken: whatever is left is unknown."""
        for key in self._values:
            if key not in self._known:
                guess = did_you_mean(key, self._known)
                known = listed([f'"{name}"' for name in self._known], "or")
                self.problem(f'"{key}" is not known here.{guess or f" There may be {known}."}', key)


def read_toml(text: str) -> Table:
    """The whole file as a table. Raises BadFile when it is no TOML."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile([_not_toml(str(error), text)]) from None
    return Table(values, Where(text), [])


def _not_toml(message: str, text: str) -> Problem:
    found = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$", message)
    line = int(found[1]) if found and found[1] else len(text.splitlines()) or 1
    said = message[: found.start()] if found else message
    return Problem(
        line, f"This is not TOML: {said}. Look for a missing quotation mark, bracket or = here."
    )
