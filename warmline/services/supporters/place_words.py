"""RES and a word: the numbers of other places, for a supporter whose caller asks for one."""

from __future__ import annotations

from typing import Final

from warmline.domain.directory.search import found
from warmline.services.handing import written_number
from warmline.services.supporters.answers import Answer, Asker, say
from warmline.services.supporters.texts import Word

MOST: Final = 3
"""Places in one text."""


def place_word() -> Word:
    """The word."""

    def look(asker: Asker, rest: str) -> Answer:
        language = asker.person.languages[0] if asker.person.languages else ""
        named = [one for one in found(asker.book.places, rest, language) if written_number(one)]
        if not rest:
            return (say("text-res-how"),)
        if not named:
            return (say("text-res-none"),)
        rows = (
            say(
                "text-res-place",
                name=one.spoken.get(language) or one.name,
                digits=written_number(one),
            )
            for one in named[:MOST]
        )
        return (*rows, *([say("text-res-more")] if len(named) > MOST else []))

    return Word(("RES", "LUGAR", "LUGARES"), look, "text-help-res")
