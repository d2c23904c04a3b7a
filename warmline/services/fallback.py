"""What callers hear when the whole line is down, from a document that another host keeps.

It is written beforehand and nobody answers there: so it can ask nothing, ring nobody, and names
only what is true at any hour. The fault and 988 come first, in every language of the line.
"""

from __future__ import annotations

from collections.abc import Sequence

from warmline.domain.line import LineBook, Place
from warmline.domain.numbers import spoken_digits
from warmline.domain.places import public_lines
from warmline.prompts import Catalogue, Spoken, speech_seconds, whom

MOST_PLACES = 3
MOST_SECONDS = 90.0
"""Of speech, in all languages together: the last sentence has to be reached."""
OF_LAST_RESORT = ("en",)


def sentences(book: LineBook, words: Catalogue) -> list[Spoken]:
    """All that is said, in order: as many of the line's places as there is time for."""
    languages = [one for one in book.line.languages if one in words.languages] or OF_LAST_RESORT
    for most in range(MOST_PLACES, 0, -1):
        said = _said(book, words, languages, most)
        if sum(map(speech_seconds, said)) < MOST_SECONDS:
            return said
    return _said(book, words, languages, 0)


def _said(book: LineBook, words: Catalogue, languages: Sequence[str], most: int) -> list[Spoken]:
    said = [words.text("fallback-trouble", language) for language in languages]
    for language in languages:
        callable_ = [one for one in public_lines(book.places, language) if _number(one)][:most]
        if callable_:
            said.append(words.text("fallback-places", language))
        said += [
            words.text(
                "fallback-place",
                language,
                name=one.name,
                number=_number(one),
                whom=whom(words, one, language).plain,
            )
            for one in callable_
        ]
        said.append(words.text("fallback-again", language))
    return said


def _number(place: Place) -> str:
    """Its number digit by digit; empty where it is only reached by text."""
    return spoken_digits(place.dial or place.short_code).strip()
