"""Whom a place of the directory serves, said in the listener's language where we have the words."""

from __future__ import annotations

from typing import Final

from warmline.domain.line import Place
from warmline.prompts.catalogue import Catalogue
from warmline.prompts.spoken import Spoken

ENGLISH: Final = "en"
"""The language of the directory that comes with the program."""


def whom(words: Catalogue, place: Place, language: str) -> Spoken:
    """The sentence of the catalogue where the directory's own words still stand, or those words."""
    audience = place.audience or "anyone"
    if said := place.serves.get(language):
        return words.text("place-for", language, audience=said)
    known = f"place-for-{place.key}"
    if known in words.ids():
        ours = words.text("place-for", ENGLISH, audience=audience).plain
        if ours == words.text(known, ENGLISH).plain:
            return words.text(known, language)
    return words.text("place-for", language, audience=audience)
