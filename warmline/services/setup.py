"""Setting up a line as its coordinator has written it down: all of it, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from warmline.domain.directory.changes import Planning
from warmline.domain.directory.merging import merged
from warmline.domain.line import LineBook, Place, Shift
from warmline.services.differences import differences, directory_changes


class KeptElsewhere(ValueError):
    """The line's people, shifts and hours are kept in the console: its file is not applied."""


class Edit(Protocol):
    """The books as they are, and the means to replace one."""

    books: tuple[LineBook, ...]

    def save(self, book: LineBook) -> None:
        """Make the line be what the book says."""
        ...

    def tell(self, line_id: str, at: datetime, by: str, changes: Sequence[str]) -> None:
        """Keep who changed what of the directory when. Nothing about a supporter is told here."""
        ...


class Store(Protocol):
    """Where lines are kept."""

    def editing(self) -> AbstractContextManager[Edit]:
        """One transaction in which nobody else edits."""
        ...


Reader = Callable[[Sequence[LineBook]], LineBook]
"""Gives the wanted book, aliases standing in for ids, knowing every book there is."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who applies a file and when. Rows of the directory are merged with those that are kept.

    `by` may be empty: then what the file says of crisis rows is left out, and told in `left_out`.
    """

    by: str
    at: datetime
    seed: Sequence[Place] = ()
    left_out: list[str] = field(default_factory=list)


def apply(
    store: Store,
    read: Reader,
    new_id: Callable[[], str],
    *,
    dry_run: bool = False,
    take_over: bool = False,
    signed: Signed | None = None,
) -> list[str]:
    """Make the line be what `read` gives; the changes, in sentences. None when it is so already.

    Supporters keep their id by alias, and with it what they have said about their duty. With
    `dry_run` nothing is changed. What `read` raises goes through, and nothing is changed. Unsigned
    is for a line that is made from nothing, e.g. on a stage: its directory is just what is written.

    Raises KeptElsewhere when the line is kept in the console, unless the file is to `take_over`.
    """
    with store.editing() as edit:
        wanted = read(edit.books)
        current = next((book for book in edit.books if book.line.id == wanted.line.id), None)
        if current and current.line.kept_in is not wanted.line.kept_in and not take_over:
            raise KeptElsewhere(wanted.line.id)
        if signed is not None:
            wanted = _with_directory(wanted, current, new_id, signed)
        elif current is not None:
            wanted = replace(wanted, proposals=current.proposals)
        book = with_ids(wanted, current, new_id)
        changes = differences(current, book)
        if changes and not dry_run:
            edit.save(book)
            if signed is not None:
                edit.tell(book.line.id, signed.at, signed.by, directory_changes(current, book))
    return changes


def _with_directory(
    wanted: LineBook, current: LineBook | None, new_id: Callable[[], str], signed: Signed
) -> LineBook:
    """The wanted book with the directory that comes of what is kept and what is written."""
    planning = Planning.of(
        current.places if current else (),
        current.proposals if current else (),
        signed.by,
        signed.at.astimezone(wanted.line.zone).date(),
        new_id,
    )
    plan = merged(planning, wanted.places, signed.seed)
    signed.left_out.extend(one.key for one in plan.told if one.outcome == "left")
    return replace(wanted, places=plan.places, proposals=plan.proposals)


def with_ids(wanted: LineBook, current: LineBook | None, new_id: Callable[[], str]) -> LineBook:
    """The wanted book with ids: known ones for aliases that there are, new ones for the rest."""
    known = {one.alias.casefold(): one.id for one in current.supporters} if current else {}
    ids = {one.alias: known.get(one.alias.casefold()) or new_id() for one in wanted.supporters}
    return replace(
        wanted,
        supporters=tuple(replace(one, id=ids[one.alias]) for one in wanted.supporters),
        shifts=_same_shifts(
            [replace(row, supporter=ids[row.supporter]) for row in wanted.shifts], current, new_id
        ),
        days_off=tuple(replace(row, supporter=ids[row.supporter]) for row in wanted.days_off),
        vouched=frozenset(ids[alias] for alias in wanted.vouched),
    )


def _same_shifts(
    wanted: Sequence[Shift], current: LineBook | None, new_id: Callable[[], str]
) -> tuple[Shift, ...]:
    """The shifts with ids: a shift that there is already keeps its own."""
    known: dict[Shift, list[str]] = defaultdict(list)
    for row in current.shifts if current else ():
        known[replace(row, id="")].append(row.id)
    named = []
    for row in wanted:
        ids = known[replace(row, id="")]
        named.append(replace(row, id=ids.pop(0) if ids else new_id()))
    return tuple(named)
