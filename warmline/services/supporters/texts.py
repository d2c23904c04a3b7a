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

import structlog

from warmline.domain.errors import StoreTrouble
from warmline.domain.selftest import is_copy
from warmline.ports import Clock, LiveCalls, Roster
from warmline.prompts import Catalogue
from warmline.services.supporters.answers import Answer, Asker, as_text, language_of, say

log = structlog.get_logger(__name__)

CARRIERS_STOP: Final = frozenset(
    {"STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "REVOKE", "OPTOUT"}
)
"""Words by which the provider stops texts, and says so itself. None of ours is one of these."""
CARRIERS_START: Final = frozenset({"START", "UNSTOP", "YES"})
"""Words by which it sends texts again, and says so itself. None of ours is one of these."""

CARRIERS_HELP: Final = frozenset({"HELP", "INFO"})
"""Words that it answers by itself, too. HELP is one of ours all the same: what works here is not
what the provider says."""

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


@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """A text that has reached a number of ours. Both numbers stay in memory, and so does `body`."""

    sid: str
    sender: str
    dialed: str
    body: str
    opt_out: str = ""
    """STOP, START or HELP, where the provider says so: its account may have words of its own."""


class Texts:
    """Answers what supporters text."""

    def __init__(
        self,
        roster: Roster,
        calls: LiveCalls,
        clock: Clock,
        catalogue: Catalogue,
        words: Sequence[Word],
    ) -> None:
        """`words`: what can be asked for, in the order in which HELP names it."""
        self._roster = roster
        self._calls = calls
        self._clock = clock
        self._catalogue = catalogue
        self._words = (*words, Word(HELP, self._help, "text-help-help"))

    def answer(self, text: Text) -> str:
        """What is answered to a text; empty for nothing, as to one that was answered before."""
        asker = self._asker(text.sender)
        try:
            if not self._calls.first_text(text.sid, asker.person.id if asker else ""):
                return ""
            return self._to_stranger(text) if asker is None else self._to(asker, text)
        except StoreTrouble:
            log.error("text_not_kept")
            return self._said((say("text-not-now"),), asker) if asker else ""

    def _to(self, asker: Asker, text: Text) -> str:
        body = text.body
        said = text.opt_out if text.opt_out in ("STOP", "START") else plain(body)
        if said in CARRIERS_STOP or said in CARRIERS_START:
            # The provider has answered, and no other answer is allowed.
            self._roster.stop_texts(asker.person.id, off=said in CARRIERS_STOP)
            return ""
        found = meant(self._words, body)
        answer = found[0].verb(asker, found[1]) if found else self._unknown()
        if asker.person.id in asker.book.no_texts:
            return ""  # it is done, and the provider would refuse to tell them
        return self._said(answer, asker)

    def _to_stranger(self, text: Text) -> str:
        """One neutral answer a day. Nothing of what was written is looked at but whether it is one
        of the provider's own words."""
        book = self._roster.book_for_number(text.dialed)
        theirs = CARRIERS_STOP | CARRIERS_START | CARRIERS_HELP
        if book is None or text.opt_out or plain(text.body) in theirs:
            return ""
        line = book.line
        if not self._calls.answers_stranger(line.id, line.zone, text.sender):
            return ""
        return " ".join(
            self._catalogue.text("text-stranger", language).plain
            for language in line.languages
            if language in self._catalogue.languages
        )

    def _said(self, answer: Answer, asker: Asker) -> str:
        return as_text(answer, asker, self._catalogue, language_of(asker.person, self._catalogue))

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
