"""What a supporter is answered: sentences that are sent as a text or spoken, the same in both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from warmline.domain.line import LineBook, Supporter
from warmline.prompts import Catalogue, Spoken, say_when

FALLBACK = "en"

Value = str | int | datetime
"""An instant (aware) is said as the line's own clock shows it: "today at five"."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message of the catalogue with its values."""

    message: str
    values: Mapping[str, Value] = field(default_factory=dict)


Answer = tuple[Sentence, ...]


def say(message: str, **values: Value) -> Sentence:
    """A sentence by its id."""
    return Sentence(message, values)


@dataclass(frozen=True, slots=True)
class Asker:
    """A supporter who says something about their duty, and when (UTC)."""

    book: LineBook
    person: Supporter
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of their line."""
        return self.book.line.zone


def language_of(person: Supporter, words: Catalogue) -> str:
    """The first of a supporter's languages that can be spoken."""
    return next((one for one in person.languages if one in words.languages), FALLBACK)


def in_words(
    answer: Sequence[Sentence], asker: Asker, words: Catalogue, language: str
) -> list[Spoken]:
    """The sentences of an answer in a language."""

    def said(value: Value) -> str | int:
        if not isinstance(value, datetime):
            return value
        here = value.astimezone(asker.zone)
        return say_when(asker.now.astimezone(asker.zone), here, language, words)

    return [
        words.text(one.message, language, **{name: said(v) for name, v in one.values.items()})
        for one in answer
    ]


def as_text(answer: Sequence[Sentence], asker: Asker, words: Catalogue, language: str) -> str:
    """An answer as one text."""
    return " ".join(one.plain for one in in_words(answer, asker, words, language))
