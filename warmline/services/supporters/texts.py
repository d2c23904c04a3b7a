"""What supporters can text to the line's number: one word, and what it does.

Words are a list of `Word`, put together in `wiring.text_words`: whoever adds one adds it there, and
HELP lists it. They are understood in every language, whichever the supporter's own is.

A text is only as good as the sender's number, which can be forged: a word may change the sender's
own duty and tell them about it, in an answer that goes to their own phone. Nothing more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from warmline.domain.selftest import is_copy
from warmline.ports import Clock, Roster
from warmline.prompts import Catalogue
from warmline.services.supporters.answers import Answer, Asker, as_text, language_of, say

CARRIERS_STOP: Final = frozenset(
    {"STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "REVOKE", "OPTOUT"}
)
"""Words by which the provider stops texts, and says so itself. None of ours is one of these."""
CARRIERS_START: Final = frozenset({"START", "UNSTOP", "YES"})
"""Words by which it sends texts again, and says so itself. None of ours is one of these."""

Verb = Callable[[Asker, str], Answer]
"""Does what a word asks for. The second argument is what was written after the word, in capitals
and without accents. Gives what is answered. May raise StoreTrouble."""


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that can be asked for by text.

    `names` are in capitals without accents, as they may be typed in any language; a name may be
    two words. `help` is the message by which HELP names it; it begins with a name in its language.
    """

    names: tuple[str, ...]
    verb: Verb
    help: str


def plain(text: str) -> str:
    """A text as words are compared: in capitals, without accents, signs and doubled spaces."""
    letters = unicodedata.normalize("NFKD", text.upper())
    kept = "".join(one if one.isalnum() or one in ":?" else " " for one in letters if one.isascii())
    return " ".join(kept.split())


def meant(words: Sequence[Word], text: str) -> tuple[Word, str] | None:
    """The word that a text begins with, the longest that fits, and the rest of the text."""
    said = plain(text)
    fits = [
        (name, word)
        for word in words
        for name in word.names
        if said == name or said.startswith(f"{name} ")
    ]
    if not fits:
        return None
    name, word = max(fits, key=lambda one: len(one[0]))
    return word, said[len(name) :].strip()


class Texts:
    """Answers what supporters text."""

    def __init__(
        self, roster: Roster, clock: Clock, catalogue: Catalogue, words: Sequence[Word]
    ) -> None:
        """`words`: what can be asked for, in the order in which HELP names it."""
        self._roster = roster
        self._clock = clock
        self._catalogue = catalogue
        self._words = (*words, Word(HELP, self._help, "text-help-help"))

    def answer(self, sender: str, text: str) -> str:
        """What is answered to a text; empty for nothing. Raises StoreTrouble."""
        asker = self._asker(sender)
        if asker is None:
            return ""
        found = meant(self._words, text)
        said = found[0].verb(asker, found[1]) if found else self._unknown()
        return as_text(said, asker, self._catalogue, language_of(asker.person, self._catalogue))

    def _asker(self, sender: str) -> Asker | None:
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        for book in self._roster.books():
            for person in () if is_copy(book.line.id) else book.supporters:
                if sender and person.phone == sender:
                    return Asker(book, person, now)
        return None

    def _help(self, _asker: Asker, _rest: str) -> Answer:
        return (say("text-help"), *(say(word.help) for word in self._words))

    def _unknown(self) -> Answer:
        return (say("text-unknown-word"),)


HELP: Final = ("HELP", "WORDS", "AYUDA", "TULONG", "?")
"""The provider answers HELP by itself, too, with how texts are stopped."""
