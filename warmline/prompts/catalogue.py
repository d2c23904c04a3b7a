"""Every sentence that the line speaks, in every language, checked complete at start."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle

from warmline.domain.line import Voice
from warmline.domain.own_words import NO_OWN_WORDS, OwnWords
from warmline.prompts.reading import LanguageFile, Pattern, read_language, read_pattern
from warmline.prompts.spoken import Spoken, spoken

FOLDER: Final = Path(__file__).parent
NO_VOICES: Final[Mapping[str, Voice]] = {}
FEW: Final = 10
"""A sentence with numbers below this is formatted once and kept: there are few of them."""
NOBODY: Final[frozenset[str]] = frozenset()

Value = str | int | float


class CatalogueError(Exception):
    """The catalogues cannot be used. `problems` has every reason, not only the first."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("the prompts are not complete:\n  " + "\n  ".join(problems))


class Catalogue:
    """The prompts of all languages. Messages without variables are prepared beforehand.

    A line's own words may lie over them (`of_line`): whatever of these cannot be said is left
    out, so that nobody hears nothing because of a broken sentence.
    """

    def __init__(
        self,
        files: Mapping[str, LanguageFile],
        drafts: Mapping[str, LanguageFile] | None = None,
        own: OwnWords = NO_OWN_WORDS,
        voices: Mapping[str, Voice] = NO_VOICES,
    ) -> None:
        self._files = files
        self._drafts = drafts or {}
        self._voices = voices
        self._own = {
            (one.message, one.language): pattern
            for one in own.sentences
            if (pattern := self._usable(one.message, one.language, one.pattern)) is not None
        }
        self._recordings = {(one.message, one.language): one for one in own.sounds}
        self._counts: dict[tuple[Any, ...], Spoken] = {}
        self._ready = {
            (message_id, language): self._say(message_id, language, {})
            for language, file in files.items()
            for message_id, variables in file.variables.items()
            if not variables
        }

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that a line may offer, sorted."""
        return tuple(sorted(self._files))

    @property
    def drafts(self) -> tuple[str, ...]:
        """Codes of the languages that wait for a speaker's review, sorted."""
        return tuple(sorted(self._drafts))

    def draft(self, language: str) -> Catalogue:
        """A language that waits for its review, by itself; it may lack messages."""
        return Catalogue({language: self._drafts[language]})

    def missing(self, language: str) -> tuple[str, ...]:
        """The messages that a language lacks, sorted."""
        file = self._drafts.get(language) or self._files[language]
        return tuple(name for name in self.ids() if name not in file.variables)

    def of_line(self, own: OwnWords, voices: Mapping[str, Voice] = NO_VOICES) -> Catalogue:
        """The same with a line's own sentences, recordings and voices over it."""
        return Catalogue(self._files, self._drafts, own, voices)

    def ids(self) -> tuple[str, ...]:
        """Every message id, sorted; the same in every language."""
        return tuple(sorted({name for file in self._files.values() for name in file.variables}))

    def variables(self, message_id: str) -> frozenset[str]:
        """The values that a message needs."""
        return next(iter(self._files.values())).variables[message_id]

    def selectors(self, message_id: str, language: str) -> dict[str, frozenset[str]]:
        """By value that our own sentence chooses its form by: the forms that it has."""
        return self._files[language].selectors[message_id]

    def pattern(self, message_id: str, language: str) -> str:
        """Our own sentence as it is written down, for somebody who would like to change it."""
        return self._files[language].patterns[message_id]

    def topic(self, message_id: str) -> str:
        """What a message is about: the name of the file that it stands in, `welcome` say."""
        return next(iter(self._files.values())).topics[message_id]

    def locale(self, language: str) -> str:
        """The language and country of the voice, as the provider writes it."""
        return self._files[language].locale

    def comment(self, message_id: str, language: str) -> str:
        """What the translator is told about a message."""
        return self._files[language].comments[message_id]

    def text(self, message_id: str, language: str, /, **values: Value) -> Spoken:
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
        if all(type(value) is int and 0 <= value < FEW for value in values.values()):
            return self._counted(message_id, language, values)
        return self._say(message_id, language, values)

    def _counted(self, message_id: str, language: str, values: Mapping[str, Value]) -> Spoken:
        """A message whose values are small counts: how many wait, how many phones ring."""
        asked = (message_id, language, *sorted(values.items()))
        known = self._counts.get(asked)
        if known is None:
            known = self._counts[asked] = self._say(message_id, language, values)
        return known

    def in_words(self, text: str, language: str) -> Spoken:
        """A text that is no message, such as a line's own statement, in the voice of a language."""
        file = self._files[language]
        return self._in_voice(spoken(language, file.locale, text))

    def _say(self, message_id: str, language: str, values: Mapping[str, Value]) -> Spoken:
        file = self._files[language]
        whole = {name: _whole(value) for name, value in values.items()}
        own = self._own.get((message_id, language))
        said, errors = _formatted(file, own.bundle if own else file.bundle, message_id, whole)
        if own and (errors or said is None or not said.plain):
            said, errors = _formatted(file, file.bundle, message_id, whole)
        if errors:
            raise errors[0]
        if said is None:
            raise KeyError(message_id)
        recording = self._recordings.get((message_id, language))
        if recording is not None and recording.said == said.plain:
            said = replace(said, sound=recording.sound, seconds=recording.seconds)
        return self._in_voice(said)

    def _in_voice(self, said: Spoken) -> Spoken:
        voice = self._voices.get(said.language)
        return replace(said, voice=voice.name, rate=voice.rate) if voice else said

    def _usable(self, message_id: str, language: str, pattern: str) -> Pattern | None:
        """A line's own sentence, if it can take the place of ours."""
        file = self._files.get(language)
        if file is None or message_id not in file.variables:
            return None
        read = read_pattern(message_id, pattern, file.locale)
        fits = not read.troubles and read.variables == file.variables[message_id]
        return read if fits else None


def _formatted(
    file: LanguageFile, bundle: FluentBundle, message_id: str, values: Mapping[str, Value]
) -> tuple[Spoken | None, list[Exception]]:
    """A message with its values, and what Fluent found wrong with it."""
    pattern = bundle.get_message(message_id).value
    if pattern is None:
        return None, []
    text, errors = bundle.format_pattern(pattern, dict(values))
    return spoken(file.language, file.locale, str(text)), list(errors)


def _whole(value: Value) -> Value:
    """2.0 is said like 2: the plural rules of some languages tell them apart."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


@cache
def load(folder: Path = FOLDER, approved: Collection[str] = NOBODY) -> Catalogue:
    """Read and check all languages of a folder; `CatalogueError` lists everything amiss.

    A language that waits for its review may lack messages and is not offered. `approved` are
    those of them that are to be taken as reviewed.
    """
    read = [read_language(one) for one in sorted(folder.iterdir()) if any(one.glob("*.ftl"))]
    waiting = {
        file.language: file
        for file, _ in read
        if file.needs_review and file.language not in approved
    }
    files = {file.language: file for file, _ in read if file.language not in waiting}
    problems = [problem for _, found in read for problem in found]
    problems += (
        _differences(files) if files else [f"no catalogue (<language>/*.ftl) in {folder.name}"]
    )
    if problems:
        raise CatalogueError(problems)
    return Catalogue(files, {lang: _up_to_date(one, files) for lang, one in waiting.items()})


def _up_to_date(waiting: LanguageFile, files: Mapping[str, LanguageFile]) -> LanguageFile:
    """A language that nobody hears yet, less what has fallen behind: that counts as missing."""
    wanted = {name: vs for file in files.values() for name, vs in file.variables.items()}
    fits = {name: vs for name, vs in waiting.variables.items() if wanted.get(name) == vs}
    return replace(waiting, variables=fits)


def _differences(files: Mapping[str, LanguageFile]) -> list[str]:
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
