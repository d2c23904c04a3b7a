"""CONFIRM and a code, texted from the phone that it was sent to: that phone may be rung."""

from __future__ import annotations

from typing import Final

from warmline.services.supporters.answers import Answer, Asker, say
from warmline.services.supporters.errands import Errands
from warmline.services.supporters.texts import Word

NAMES: Final = ("CONFIRM", "CONFIRMO", "CONFIRMAR")


def confirm_word(errands: Errands) -> Word:
    """The word for a number that is confirmed by text."""

    def confirm(asker: Asker, rest: str) -> Answer:
        known = asker.person.id not in asker.book.unconfirmed
        if known or errands.confirms(asker.book, asker.person, rest.replace(" ", "")):
            return (say("text-confirmed"),)
        return (say("text-confirm-other"),)

    return Word(NAMES, confirm, "text-help-confirm")
