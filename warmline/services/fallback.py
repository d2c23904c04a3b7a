"""What callers hear when the whole line is down, from a document that another host keeps.

It is written beforehand and nothing answers there: so it can ask nothing, and names only what is
true at any hour. The fault and 988 come first, in every language of the line. One number it may
ring: that of a person or service who takes calls on such a night, where the line names one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warmline.domain.directory.when import is_expired
from warmline.domain.line import LineBook, Place
from warmline.domain.numbers import spoken_digits
from warmline.domain.places import public_lines
from warmline.prompts import Catalogue, Spoken, named, speech_seconds, whom

MOST_PLACES = 3
MOST_SECONDS = 90.0
"""Of speech, in all languages together: the last sentence has to be reached."""
OF_LAST_RESORT = ("en",)
BACKUP_RINGS = 25
"""Seconds; the provider adds about 5."""


@dataclass(frozen=True, slots=True)
class LastResort:
    """The document: what is said, whom it rings then (E.164, or nobody), what is said after."""

    before: tuple[Spoken, ...]
    backup: str
    after: tuple[Spoken, ...]

    @property
    def said(self) -> tuple[Spoken, ...]:
        """Every sentence, in order."""
        return (*self.before, *self.after)


def last_resort(book: LineBook, words: Catalogue, now: datetime) -> LastResort:
    """What is said of a line, with as many of its places as there is time for.

    `now` is aware: what nobody has made sure of for too long by then is left out.
    """
    languages = [one for one in book.line.languages if one in words.languages] or OF_LAST_RESORT
    opening = ["fallback-trouble", *(["fallback-ringing"] if book.line.backup_phone else [])]
    before = [words.text(message, language) for message in opening for language in languages]
    after: list[Spoken] = []
    for most in range(MOST_PLACES, -1, -1):
        after = _elsewhere(book, words, languages, most, now)
        if sum(map(speech_seconds, [*before, *after])) < MOST_SECONDS:
            break
    return LastResort(tuple(before), book.line.backup_phone, tuple(after))


def _elsewhere(
    book: LineBook, words: Catalogue, languages: Sequence[str], most: int, now: datetime
) -> list[Spoken]:
    said: list[Spoken] = []
    for language in languages:
        known = public_lines(book.places, language, now)
        callable_ = [one for one in known if _number(one) and not is_expired(one, now)][:most]
        if callable_:
            said.append(words.text("fallback-places", language))
        said += [
            words.text(
                "fallback-place",
                language,
                name=named(one, language),
                number=_number(one),
                whom=whom(words, one, language),
            )
            for one in callable_
        ]
        said.append(words.text("fallback-again", language))
    return said


def _number(place: Place) -> str:
    """Its number digit by digit; empty where it is only reached by text."""
    return spoken_digits(place.dial or place.short_code).strip()
