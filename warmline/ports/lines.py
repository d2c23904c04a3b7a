"""What lines are set to: read on every page, changed by coordinators."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from warmline.domain.line import LineBook
from warmline.domain.onboarding import How, Progress
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

    def refresh(self) -> None:
        """Look now, however new the snapshot is: something was changed in another way."""
        ...

    def set_aside(self, supporter_id: str, phone: str, code: str) -> bool:
        """The provider does not ring this number: it is not rung again until it is another.

        Whether that is news. A supporter who has got another number in the meantime is not set
        aside. `code` is the provider's. Raises StoreTrouble.
        """
        ...

    def confirm(self, supporter_id: str, phone: str, how: How) -> bool:
        """They have said that this number is theirs and may be rung.

        Whether it is still their number. Raises StoreTrouble.
        """
        ...

    def wish_duty(
        self,
        supporter_id: str,
        *,
        on: bool,
        since: datetime,
        until: datetime,
        anyway: bool = False,
    ) -> None:
        """Keep a supporter's own word: on or off duty until an instant (UTC).

        `anyway`: on also in their quiet hours.
        """
        ...

    def end_off_wishes(self, supporter_id: str, at: datetime) -> None:
        """They are not off any more by their own word: whatever they have said of that ends."""
        ...

    def stop_texts(self, supporter_id: str, *, off: bool) -> None:
        """They want no texts any more, or want them again. Raises StoreTrouble."""
        ...


class Onboarding(Protocol):
    """What new supporters have done on which day. May raise StoreTrouble."""

    def progress(self, line_id: str) -> dict[str, Progress]:
        """How far each has come, by supporter; who has done nothing yet is left out."""
        ...

    def tick(self, supporter_id: str, step: str, on: date) -> bool:
        """They have done this. Whether that is news; the first day stays."""
        ...

    def untick(self, supporter_id: str, step: str) -> bool:
        """They have not done this after all. Whether it was ticked."""
        ...


class WordEdit(Protocol):
    """A line's own sentences and recordings as they are, and the means to change them."""

    own: OwnWords

    def say(self, sentence: OwnSentence) -> None:
        """Keep an own sentence."""
        ...

    def play(self, recording: Recording, wav: bytes) -> None:
        """Keep a recording."""
        ...

    def reset(self, message: str, language: str) -> None:
        """Forget what the line has of its own for a sentence."""
        ...


class WordStore(Protocol):
    """Where lines keep their own sentences and recordings. May raise StoreTrouble."""

    def own_words(self) -> dict[str, OwnWords]:
        """What each line has of its own, by its id."""
        ...

    def sound(self, name: str) -> bytes | None:
        """The WAV file of a recording, by its hash; None when there is none."""
        ...

    def editing(self, line_id: str) -> AbstractContextManager[WordEdit]:
        """One transaction in which nobody else edits: all of it is kept, or nothing."""
        ...
