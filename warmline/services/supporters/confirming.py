"""CONFIRM and a code, texted from the phone that it was sent to; and PRACTICE."""

from __future__ import annotations

from typing import Final

from warmline.domain.errands import Kind
from warmline.services.supporters.answers import Answer, Asker, say
from warmline.services.supporters.errands import Errands, TooMany
from warmline.services.supporters.texts import Word

NAMES: Final = ("CONFIRM", "CONFIRMO", "CONFIRMAR")
PRACTICE: Final = ("PRACTICE", "PRACTICA", "PRACTICAR", "PAGSASANAY")


def confirm_word(errands: Errands) -> Word:
    """The word for a number that is confirmed by text."""

    def confirm(asker: Asker, rest: str) -> Answer:
        known = asker.person.id not in asker.book.unconfirmed
        if known or errands.confirms(asker.book, asker.person, rest.replace(" ", "")):
            return (say("text-confirmed"),)
        return (say("text-confirm-other"),)

    return Word(NAMES, confirm, "text-help-confirm")


def practice_word(errands: Errands) -> Word:
    """The word for a practice call: their own phone rings, as they have asked for."""

    def practise(asker: Asker, _rest: str) -> Answer:
        if asker.person.id in asker.book.unconfirmed:
            return (say("duty-unconfirmed"),)
        try:
            errands.ask(Kind.PRACTICE, asker.book, asker.person)
        except TooMany:
            return (say("text-practice-enough"),)
        return (say("text-practice"),)

    return Word(PRACTICE, practise, "text-help-practice")
