"""What lines are set to: read on every page, changed by coordinators."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from warmline.domain.line import LineBook
from warmline.domain.own_words import OwnSentence, OwnWords, Recording


class Roster(Protocol):
    """What coordinators set. Reading may be served from a snapshot a few seconds old."""

    def book_for_number(self, number: str) -> LineBook | None:
        """The line that is reached by an E.164 number, or None when it is not ours."""
        ...

    def book(self, line_id: str) -> LineBook | None:
        """The line of that id, or None when there is none."""
        ...

    def books(self) -> Iterable[LineBook]:
        """Every line of this installation."""
        ...

    def set_aside(self, supporter_id: str, phone: str, code: str) -> bool:
        """The provider does not ring this number: it is not rung again until it is another.

        Whether that is news. A supporter who has got another number in the meantime is not set
        aside. `code` is the provider's. Raises StoreTrouble.
        """
        ...

    def wish_duty(self, supporter_id: str, *, on: bool, since: datetime, until: datetime) -> None:
        """Keep a supporter's own word: on or off duty until an instant (UTC)."""
        ...


class WordStore(Protocol):
    """Where lines keep their own sentences and recordings. May raise StoreTrouble."""

    def own_words(self) -> dict[str, OwnWords]:
        """What each line has of its own, by its id."""
        ...

    def sound(self, name: str) -> bytes | None:
        """The WAV file of a recording, by its hash; None when there is none."""
        ...

    def say(self, line_id: str, sentence: OwnSentence) -> None:
        """Keep an own sentence."""
        ...

    def play(self, line_id: str, recording: Recording, wav: bytes) -> None:
        """Keep a recording."""
        ...

    def reset(self, line_id: str, message: str, language: str) -> bool:
        """Forget what the line has of its own for a sentence. Whether there was anything."""
        ...
