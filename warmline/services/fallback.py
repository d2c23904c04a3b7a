"""What callers hear when the whole line is down, from a document that another host keeps.

It is written beforehand and nobody answers there: so it can ask nothing, ring nobody, and names
only what is true at any hour. The fault and 988 come first, in every language of the line.
"""

from __future__ import annotations

from collections.abc import Sequence
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


def sentences(book: LineBook, words: Catalogue, now: datetime) -> list[Spoken]:
    """All that is said, in order: as many of the line's places as there is time for.

    `now` is aware: what nobody has made sure of for too long by then is left out.
    """
    languages = [one for one in book.line.languages if one in words.languages] or OF_LAST_RESORT
    for most in range(MOST_PLACES, 0, -1):
        said = _said(book, words, languages, most, now)
        if sum(map(speech_seconds, said)) < MOST_SECONDS:
            return said
    return _said(book, words, languages, 0, now)


def _said(
    book: LineBook, words: Catalogue, languages: Sequence[str], most: int, now: datetime
) -> list[Spoken]:
    said = [words.text("fallback-trouble", language) for language in languages]
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
