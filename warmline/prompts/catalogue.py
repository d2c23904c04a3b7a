"""Every sentence that the line speaks, in every language, checked complete at start."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from warmline.prompts.reading import LanguageFile, read_language
from warmline.prompts.spoken import Spoken, spoken

FOLDER: Final = Path(__file__).parent


class CatalogueError(Exception):
    """The catalogues cannot be used. `problems` has every reason, not only the first."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("the prompts are not complete:\n  " + "\n  ".join(problems))


class Catalogue:
    """The prompts of all languages. Messages without variables are prepared beforehand."""

    def __init__(self, files: dict[str, LanguageFile]) -> None:
        self._files = files
        self._ready = {
            (message_id, language): self._say(file, message_id, {})
            for language, file in files.items()
            for message_id, variables in file.variables.items()
            if not variables
        }

    @property
    def languages(self) -> tuple[str, ...]:
        """Language codes, sorted: one for every folder."""
        return tuple(sorted(self._files))

    def ids(self) -> tuple[str, ...]:
        """Every message id, sorted; the same in every language."""
        return tuple(sorted({name for file in self._files.values() for name in file.variables}))

    def variables(self, message_id: str) -> frozenset[str]:
        """The values that a message needs."""
        return next(iter(self._files.values())).variables[message_id]

    def comment(self, message_id: str, language: str) -> str:
        """What the translator is told about a message."""
        return self._files[language].comments[message_id]

    def text(self, message_id: str, language: str, **values: str | int | float) -> Spoken:
        """A message with its values. Values that it has no use for are left out.

        Telephone numbers come as spaced digits, and may contain pause tokens.
        An unknown id or language and a value that is missing raise KeyError.
        """
        ready = self._ready.get((message_id, language))
        if ready is not None:
            return ready
        file = self._files[language]
        missing = file.variables[message_id] - values.keys()
        if missing:
            raise KeyError(f"{message_id} needs a value for {', '.join(sorted(missing))}")
        return self._say(file, message_id, values)

    @staticmethod
    def _say(file: LanguageFile, message_id: str, values: dict[str, str | int | float]) -> Spoken:
        pattern = file.bundle.get_message(message_id).value
        if pattern is None:
            raise KeyError(message_id)
        whole = {name: _whole(value) for name, value in values.items()}
        text, errors = file.bundle.format_pattern(pattern, whole)
        if errors:
            raise errors[0]
        return spoken(file.language, file.locale, str(text))


def _whole(value: str | int | float) -> str | int | float:
    """2.0 is said like 2: the plural rules of some languages tell them apart."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


@cache
def load(folder: Path = FOLDER) -> Catalogue:
    """Read and check all languages of a folder; `CatalogueError` lists everything amiss."""
    read = [read_language(one) for one in sorted(folder.iterdir()) if any(one.glob("*.ftl"))]
    files = {file.language: file for file, _ in read}
    problems = [problem for _, found in read for problem in found]
    problems += (
        _differences(files) if files else [f"no catalogue (<language>/*.ftl) in {folder.name}"]
    )
    if problems:
        raise CatalogueError(problems)
    return Catalogue(files)


def _differences(files: dict[str, LanguageFile]) -> list[str]:
    """Messages that a language lacks, and messages whose variables are not the same."""
    problems: list[str] = []
    for name in sorted({name for file in files.values() for name in file.variables}):
        uses = {lang: file.variables.get(name) for lang, file in sorted(files.items())}
        problems += [f"{lang}: {name} is missing" for lang, vs in uses.items() if vs is None]
        together = frozenset[str]().union(*(vs for vs in uses.values() if vs))
        for language, variables in uses.items():
            if variables is not None and variables != together:
                lacks = ", ".join(f"${v}" for v in sorted(together - variables))
                problems.append(f"{language}: {name} does not use {lacks}")
    return problems
