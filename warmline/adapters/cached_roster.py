"""What is known of every line, a few seconds old, without asking the database."""

from __future__ import annotations

from datetime import datetime
from threading import Lock

import structlog

from warmline.domain.errors import StoreTrouble
from warmline.domain.line import LineBook
from warmline.domain.onboarding import How
from warmline.ports import Clock, Roster

log = structlog.get_logger(__name__)


class CachedRoster:
    """A roster from memory that looks into the inner one again after some seconds.

    While the inner one fails, the last state is served: a caller is helped by yesterday's shifts
    rather than by an apology. Only when there never was one does StoreTrouble come through.
    One thread at a time looks; the others are served what there is. Threads may share it.
    """

    def __init__(self, inner: Roster, clock: Clock, seconds: float = 5) -> None:
        self._inner = inner
        self._clock = clock
        self._seconds = seconds
        self._lock = Lock()
        self._books: tuple[LineBook, ...] | None = None
        self._looked = 0.0

    def books(self) -> tuple[LineBook, ...]:
        """Every line of this installation."""
        if self._books is None:
            with self._lock:
                if self._books is None:
                    self._look()
        elif self._is_old() and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        return self._books or ()

    def book(self, line_id: str) -> LineBook | None:
        """The line of that id, or None when there is none."""
        return next((book for book in self.books() if book.line.id == line_id), None)

    def book_for_number(self, number: str) -> LineBook | None:
        """The line that is reached by an E.164 number, or None when it is not ours."""
        return next((book for book in self.books() if number in book.line.numbers), None)

    def wish_duty(
        self,
        supporter_id: str,
        *,
        on: bool,
        since: datetime,
        until: datetime,
        anyway: bool = False,
    ) -> None:
        """Keep a supporter's own word, and know it at once. Raises StoreTrouble."""
        self._inner.wish_duty(supporter_id, on=on, since=since, until=until, anyway=anyway)
        self.refresh()

    def end_off_wishes(self, supporter_id: str, at: datetime) -> None:
        """They are not off any more; it is known at once. Raises StoreTrouble."""
        self._inner.end_off_wishes(supporter_id, at)
        self.refresh()

    def stop_texts(self, supporter_id: str, *, off: bool) -> None:
        """They want no texts, or want them again; it is known at once. Raises StoreTrouble."""
        self._inner.stop_texts(supporter_id, off=off)
        self.refresh()

    def set_aside(self, supporter_id: str, phone: str, code: str) -> bool:
        """The provider does not ring this number; it is known at once. Raises StoreTrouble."""
        new = self._inner.set_aside(supporter_id, phone, code)
        self.refresh()
        return new

    def confirm(self, supporter_id: str, phone: str, how: How) -> bool:
        """Their number may be rung; it is known at once. Raises StoreTrouble."""
        theirs = self._inner.confirm(supporter_id, phone, how)
        self.refresh()
        return theirs

    def refresh(self) -> None:
        """Look now, however new the state is."""
        with self._lock:
            self._look()

    def _is_old(self) -> bool:
        return abs(self._clock.now() - self._looked) >= self._seconds

    def _look(self) -> None:
        """Take over the inner roster's state; the lock is held."""
        try:
            known = {book.line.id: book for book in self._books or ()}
            looked = self._inner.books()
            # A line that has not changed stays the same object, with what was worked out of it.
            self._books = tuple(
                old if (old := known.get(book.line.id)) == book and old is not None else book
                for book in looked
            )
        except StoreTrouble as trouble:
            if self._books is None:
                raise
            log.warning("roster.served_from_memory", reason=str(trouble))
        finally:
            self._looked = self._clock.now()
