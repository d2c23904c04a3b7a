"""Other places by a word, as a supporter looks for one: on their own page, or by text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from warmline.domain.line import Place


def found(places: Iterable[Place], wanted: str, language: str) -> list[Place]:
    """The rows in which every word of what is looked for stands somewhere; only those in use.

    Capitals and accents make no difference. Nothing looked for finds all.
    """
    words = _plain(wanted).split()
    return [
        place
        for place in places
        if place.enabled and all(word in _row(place, language) for word in words)
    ]


def _row(place: Place, language: str) -> str:
    said = (place.name, place.spoken.get(language, ""), place.serves.get(language, ""))
    more = (place.audience, place.kind, place.dial, place.short_code, *place.languages)
    return _plain(" ".join([*said, *more]))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))
