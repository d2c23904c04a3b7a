"""Setting up a line as its coordinator has written it down: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

from warmline.domain.line import LineBook
from warmline.services.differences import differences


class Edit(Protocol):
    """The books as they are, and the means to replace one."""

    books: tuple[LineBook, ...]

    def save(self, book: LineBook) -> None:
        """Make the line be what the book says."""
        ...


class Store(Protocol):
    """Where lines are kept."""

    def editing(self) -> AbstractContextManager[Edit]:
        """One transaction in which nobody else edits."""
        ...


Reader = Callable[[Sequence[LineBook]], LineBook]
"""Gives the wanted book, aliases standing in for ids, knowing every book there is."""


def apply(
    store: Store, read: Reader, new_id: Callable[[], str], *, dry_run: bool = False
) -> list[str]:
    """Make the line be what `read` gives; the changes, in sentences. None when it is so already.

    Supporters keep their id by alias, and with it what they have said about their duty. With
    `dry_run` nothing is changed. What `read` raises goes through, and nothing is changed.
    """
    with store.editing() as edit:
        wanted = read(edit.books)
        current = next((book for book in edit.books if book.line.id == wanted.line.id), None)
        book = with_ids(wanted, current, new_id)
        changes = differences(current, book)
        if changes and not dry_run:
            edit.save(book)
    return changes


def with_ids(wanted: LineBook, current: LineBook | None, new_id: Callable[[], str]) -> LineBook:
    """The wanted book with ids: known ones for aliases that there are, new ones for the rest."""
    known = {one.alias.casefold(): one.id for one in current.supporters} if current else {}
    ids = {one.alias: known.get(one.alias.casefold()) or new_id() for one in wanted.supporters}
    return replace(
        wanted,
        supporters=tuple(replace(one, id=ids[one.alias]) for one in wanted.supporters),
        weekly=tuple(replace(row, supporter=ids[row.supporter]) for row in wanted.weekly),
        one_off=tuple(replace(row, supporter=ids[row.supporter]) for row in wanted.one_off),
        days_off=tuple(replace(row, supporter=ids[row.supporter]) for row in wanted.days_off),
    )
