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


PRACTICE_COMES: Final = (say("text-practice"),)


def practise(errands: Errands, asker: Asker, in_seconds: float = 0) -> Answer:
    """Their own phone rings for practice, as they have asked for by text or behind #."""
    if asker.person.id in asker.book.unconfirmed:
        return (say("duty-unconfirmed"),)
    try:
        errands.ask(Kind.PRACTICE, asker.book, asker.person, in_seconds=in_seconds)
    except TooMany:
        return (say("text-practice-enough"),)
    return PRACTICE_COMES


def practice_word(errands: Errands) -> Word:
    """The word for a practice call."""
    return Word(PRACTICE, lambda asker, _rest: practise(errands, asker), "text-help-practice")
