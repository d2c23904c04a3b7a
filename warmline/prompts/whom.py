"""What is said of a place of the directory, in the listener's language where we have the words."""

from __future__ import annotations

from typing import Final

from warmline.domain.line import Place
from warmline.prompts.catalogue import Catalogue
from warmline.prompts.spoken import in_english

ENGLISH: Final = "en"
"""The language of a row's `name` and `audience`; `name_es` and the like are for other languages."""


def named(place: Place, language: str) -> str:
    """Its name for a sentence: the one in that language, or the English one, said as English.

    A place that answers in other languages only has a name of theirs.
    """
    if said := place.spoken.get(language):
        return said
    english = not place.languages or ENGLISH in place.languages
    return in_english(place.name) if english and language != ENGLISH else place.name


def whom(words: Catalogue, place: Place, language: str) -> str:
    """Whom a place serves, as a sentence; empty where only words of another language are known.

    That of the catalogue where the directory's own words still stand, or those words. English
    words inside a sentence of another language would tell its listener nothing.
    """
    audience = place.audience or "anyone"
    if said := place.serves.get(language):
        return words.text("place-for", language, audience=said).plain
    known = f"place-for-{place.key}"
    if known in words.ids():
        ours = words.text("place-for", ENGLISH, audience=audience).plain
        if ours == words.text(known, ENGLISH).plain:
            return words.text(known, language).plain
    if language != ENGLISH and audience != "anyone":
        return ""
    return words.text("place-for", language, audience=audience).plain
