"""The roster in the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime

import structlog
from sqlalchemy import Connection, Engine, delete, insert, select

from warmline.adapters.sealing import CannotUnseal, Sealer
from warmline.adapters.sql import onboarding
from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import reading, writing
from warmline.adapters.sql.read_books import read_books
from warmline.adapters.sql.write_book import (
    delete_supporter,
    write_about,
    write_book,
    write_directory,
    write_person,
    write_plan,
    write_supporter,
)
from warmline.domain.line import LineBook, Supporter
from warmline.domain.onboarding import How
from warmline.domain.retention import WISHES_KEPT
from warmline.domain.switching import switched
from warmline.ports import Clock

log = structlog.get_logger(__name__)

MOST_OF_A_CHANGE = 400
NOBODY = "the line's file"
"""Who changed what an unsigned file says."""


class SqlRoster:
    """Reads and writes what coordinators set. Every method may raise StoreTrouble."""

    def __init__(self, engine: Engine, sealer: Sealer, clock: Clock) -> None:
        self._engine = engine
        self._sealer = sealer
        self._clock = clock
        self._opened: dict[str, str | None] = {}

    def books(self) -> list[LineBook]:
        """Every line of this installation, as one consistent state, emergency switches thrown."""
        return [switched(book, book.switches) for book in self.plans()]

    def plans(self) -> list[LineBook]:
        """Every line as it was written down, whatever switch is on now."""
        with reading(self._engine) as connection:
            return self._read(connection)

    def refresh(self) -> None:
        """Nothing is remembered here: each look is a fresh one."""

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
        """Keep a supporter's own word. Said twice at the same instant, the last one counts.

        Somebody who no longer serves has no word to keep: nothing happens.
        """
        wish = t.duty_wish
        with writing(self._engine) as connection:
            same = delete(wish).where(wish.c.supporter_id == supporter_id, wish.c.since == since)
            connection.execute(same)
            serves = select(t.supporter.c.id).where(t.supporter.c.id == supporter_id)
            if connection.scalar(serves) is not None:
                row = {"supporter_id": supporter_id, "on_duty": on, "since": since, "until": until}
                connection.execute(insert(wish).values(row | {"anyway": anyway}))

    def end_off_wishes(self, supporter_id: str, at: datetime) -> None:
        """Whatever they have said of being off is over at this instant."""
        wish = t.duty_wish
        off = (wish.c.supporter_id == supporter_id, wish.c.on_duty.is_(False), wish.c.until > at)
        with writing(self._engine) as connection:
            connection.execute(delete(wish).where(*off, wish.c.since >= at))
            connection.execute(wish.update().where(*off).values(until=at))

    def stop_texts(self, supporter_id: str, *, off: bool) -> None:
        """They want no texts any more, or want them again."""
        theirs = t.supporter.c.id == supporter_id
        with writing(self._engine) as connection:
            connection.execute(t.supporter.update().where(theirs).values(texts_off=off))

    def changes(self, line_id: str, most: int = 50) -> list[tuple[datetime, str, str]]:
        """When, by whom and what: the last changes of a line's directory, the newest first."""
        told = t.directory_change
        with reading(self._engine) as connection:
            rows = connection.execute(
                select(told.c.at, told.c.by, told.c.what)
                .where(told.c.line_id == line_id)
                .order_by(told.c.id.desc())
                .limit(most)
            )
            return [(row.at, row.by, row.what) for row in rows]

    def set_aside(self, supporter_id: str, phone: str, code: str) -> bool:
        """The provider does not ring this number. Whether that is news, and still their number."""
        refused = t.refused_number
        with writing(self._engine, alone=True) as connection:
            theirs = select(t.supporter.c.phone_sealed).where(t.supporter.c.id == supporter_id)
            sealed = connection.scalar(theirs)
            if sealed is None or self._open(sealed) != phone:
                return False
            known = select(refused.c.code).where(refused.c.supporter_id == supporter_id)
            if connection.scalar(known) is not None:
                return False
            connection.execute(insert(refused).values(supporter_id=supporter_id, code=code[:16]))
            return True

    def confirm(self, supporter_id: str, phone: str, how: How) -> bool:
        """They have said that this number may be rung. Whether it is still their number."""
        with writing(self._engine, alone=True) as connection:
            theirs = select(t.supporter.c.phone_sealed).where(t.supporter.c.id == supporter_id)
            sealed = connection.scalar(theirs)
            if sealed is None or self._open(sealed) != phone:
                return False
            onboarding.confirm(connection, [supporter_id], how, self._now().date())
            return True

    def try_again(self, supporter_id: str) -> bool:
        """Their number may be rung again, though it was refused. Whether it was set aside."""
        theirs = t.refused_number.c.supporter_id == supporter_id
        with writing(self._engine, alone=True) as connection:
            return bool(connection.execute(delete(t.refused_number).where(theirs)).rowcount)

    @contextmanager
    def editing(self) -> Iterator[Editing]:
        """One transaction in which nobody else edits: all of it is kept, or nothing."""
        with writing(self._engine, alone=True) as connection:
            today = self._now().date()
            yield Editing(self._read(connection), connection, self._sealer, today)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)

    def _read(self, connection: Connection) -> list[LineBook]:
        opened: dict[str, str | None] = {}

        def open_phone(sealed: str) -> str | None:
            opened[sealed] = self._opened[sealed] if sealed in self._opened else self._open(sealed)
            return opened[sealed]

        books = read_books(connection, open_phone, self._now() - WISHES_KEPT)
        self._opened = opened  # opening one takes 50 us: too long for a thousand every 5 s
        return books

    def _open(self, sealed: str) -> str | None:
        try:
            return self._sealer.open(sealed)
        except CannotUnseal as trouble:
            log.warning("roster.phone_cannot_be_read", reason=str(trouble))
            return None


class Editing:
    """The books as they are, and the means to replace one."""

    def __init__(
        self, books: Sequence[LineBook], connection: Connection, sealer: Sealer, today: date
    ) -> None:
        self.books = tuple(books)
        self._today = today
        self._connection = connection
        self._sealer = sealer

    def save(self, book: LineBook) -> None:
        """Make the line be what the book says. Whoever has another number may be rung again."""
        write_book(self._connection, book, self._sealer.seal)
        phones = {one.id: one.phone for one in book.supporters}
        for one in (person for old in self.books for person in old.supporters):
            if one.id in phones and phones[one.id] != one.phone:
                self._another_phone(one.id)
        onboarding.confirm(self._connection, book.vouched, How.FILE, self._today)

    def keep_about(self, book: LineBook) -> None:
        """Make what a line says and how, its hours, numbers and keeper be these; nothing else."""
        old = next(iter(self._of(book)), None)
        phone = book.line.alert_phone
        same = old is not None and old.line.alert_phone == phone
        sealed = None if same else self._sealer.seal(phone) if phone else ""
        write_about(self._connection, book.line, sealed)

    def keep_directory(self, book: LineBook) -> None:
        """Make the line's other places, and what is proposed of them, be these; nothing else."""
        write_directory(self._connection, book)

    def keep_plan(self, book: LineBook) -> None:
        """Make the line's shifts, days off and keeper be what the book says; nothing else."""
        write_plan(self._connection, book)

    def keep_person(self, book: LineBook, person: Supporter) -> None:
        """Make what a supporter says about themselves, and the line's keeper, be these."""
        write_person(self._connection, book, person)

    def keep_supporter(self, book: LineBook, person: Supporter) -> None:
        """Make all of one supporter, who may be new, and the line's keeper be these.

        A number that is the same stays as it lies there, also one that cannot be read just now.
        """
        old = next((book.supporter(person.id) for book in self._of(book)), None)
        another = old is None or old.phone != person.phone
        sealed = self._sealer.seal(person.phone) if another else None
        write_supporter(self._connection, book, person, sealed)
        if old is not None and another:
            self._another_phone(person.id)

    def drop_supporter(self, book: LineBook, supporter_id: str) -> None:
        """They serve no more: their row goes, and with it all that is about them."""
        delete_supporter(self._connection, book, supporter_id)

    def _of(self, book: LineBook) -> list[LineBook]:
        return [one for one in self.books if one.line.id == book.line.id]

    def _another_phone(self, supporter_id: str) -> None:
        """Their phone is another, which has said nothing: of texts, or that it may be rung."""
        gone = t.refused_number.c.supporter_id == supporter_id
        self._connection.execute(delete(t.refused_number).where(gone))
        onboarding.unconfirm(self._connection, [supporter_id])
        theirs = t.supporter.c.id == supporter_id
        self._connection.execute(t.supporter.update().where(theirs).values(texts_off=False))

    def tell(self, line_id: str, at: datetime, by: str, changes: Sequence[str]) -> None:
        """Keep who changed what of the directory when; `services.folding` deletes what is old."""
        told = t.directory_change
        rows = [
            {"line_id": line_id, "at": at, "by": by or NOBODY, "what": what[:MOST_OF_A_CHANGE]}
            for what in changes
        ]
        if rows:
            self._connection.execute(insert(told), rows)
