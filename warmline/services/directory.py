"""The directory of other places to call, looked after: each change signed, kept track of, undone
by nobody's mistake, and for crisis rows approved by a second person.

It knows nothing of a command line: the coordinators' pages use the same verbs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final, Protocol

from warmline.domain.directory import changes
from warmline.domain.directory.changes import Plan, Planning, Refused, Told
from warmline.domain.directory.facts import person
from warmline.domain.directory.objections import Objection
from warmline.domain.directory.rows import read, read_one
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import LineBook, Place, PlanKeeper
from warmline.ports import Clock
from warmline.prompts.forbidden import FORBIDDEN, forbidden_words
from warmline.services.differences import directory_changes

MOST_OF_A_NAME: Final = 60

Change = Callable[[Planning], Plan]
Seen = tuple[str | None, str | None]
"""Of which row (None: of all of them) somebody was shown what, as a fingerprint (None: nothing)."""
NOTHING_SEEN: Final[Seen] = (None, None)


class DirectoryEdit(Protocol):
    """The books as they are, and the means to keep another directory."""

    books: tuple[LineBook, ...]

    def keep_directory(self, book: LineBook) -> None:
        """Make the line's other places, and what is proposed of them, be these; nothing else."""
        ...

    def tell(self, line_id: str, at: datetime, by: str, changes: Sequence[str]) -> None:
        """Keep who changed what of the directory when."""
        ...


class DirectoryStore(Protocol):
    """Where lines are kept. May raise StoreTrouble."""

    def editing(self) -> AbstractContextManager[DirectoryEdit]:
        """One transaction in which nobody else edits."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change: each row, and what is different now, in sentences."""

    told: tuple[Told, ...]
    changes: tuple[str, ...]


def fingerprint(row: Place | None) -> str:
    """What a form carries of the row that it shows; empty for none."""
    return _hash(row) if row else ""


def fingerprint_of_all(book: LineBook) -> str:
    """What a form carries of the whole directory, with what is proposed of it."""
    return _hash((book.places, book.proposals))


def _hash(said: object) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


class Directory:
    """The directory of every line. Each verb may raise `Refused` with a sentence that says why.

    Whoever changes a row on a page says what they were `seen` of it, by its fingerprint. It is
    compared in the transaction that writes: when the row has changed meanwhile, ChangedMeanwhile
    is raised and nothing is done. Without it, as by command, nobody was shown anything.
    """

    def __init__(
        self,
        store: DirectoryStore,
        clock: Clock,
        new_id: Callable[[], str],
        known: Callable[[], None] = lambda: None,
    ) -> None:
        """`new_id` gives random ids for proposals; `known` is called after a change."""
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._known = known

    def take_in(
        self,
        line_id: str,
        table: str,
        by: str,
        *,
        drop_missing: bool = False,
        dry_run: bool = False,
        seen: str | None = None,
    ) -> Outcome:
        """Take in a table in CSV: all of it, or nothing. Raises BadFile with all that is wrong.

        `seen` is the fingerprint of the whole directory.
        """

        def change(planning: Planning) -> Plan:
            rows = read(table, planning.places.values(), never_said, planning.today)
            return changes.imported(planning, rows, drop_missing=drop_missing)

        return self._change(line_id, by, change, dry_run=dry_run, seen=(None, seen))

    def verify(
        self,
        line_id: str,
        key: str,
        by: str,
        *,
        method: str,
        until: date | None = None,
        owner: str = "",
        seen: str | None = None,
    ) -> Outcome:
        """Somebody has made sure of a row, in a way that they name."""
        return self._change(
            line_id,
            by,
            lambda planning: changes.verified(planning, key, method, until, owner),
            seen=(key, seen),
        )

    def turn(
        self, line_id: str, key: str, by: str, *, on: bool, seen: str | None = None
    ) -> Outcome:
        """Name a row to callers, or no longer."""
        return self._change(
            line_id, by, lambda planning: changes.turned(planning, key, on=on), seen=(key, seen)
        )

    def change(self, line_id: str, wanted: Place, by: str, *, seen: str | None = None) -> Outcome:
        """Add a row, or change one. A crisis row waits for a second person."""
        return self._change(
            line_id,
            by,
            lambda planning: changes.changed(planning, wanted.key, wanted),
            seen=(wanted.key, seen),
        )

    def fill(
        self, line_id: str, wanted: Place, by: str, *, method: str, seen: str | None = None
    ) -> Outcome:
        """A row that is no crisis row and of which the signer has made sure, named from now on."""

        def change(planning: Planning) -> Plan:
            changes.changed(planning, wanted.key, replace(wanted, enabled=False))
            changes.verified(planning, wanted.key, method, None)
            return changes.turned(planning, wanted.key, on=True)

        return self._change(line_id, by, change, seen=(wanted.key, seen))

    def remove(self, line_id: str, key: str, by: str, *, seen: str | None = None) -> Outcome:
        """Take a row out. A crisis row waits for a second person."""
        return self._change(
            line_id, by, lambda planning: changes.changed(planning, key, None), seen=(key, seen)
        )

    def approve(self, line_id: str, proposal: str, by: str) -> Outcome:
        """Somebody other than its proposer lets a proposal happen. It is named by id, or key."""
        return self._change(line_id, by, lambda planning: changes.approved(planning, proposal))

    def reject(self, line_id: str, proposal: str, by: str) -> Outcome:
        """A proposal is dropped."""
        outcome = self._change(line_id, by, lambda planning: changes.rejected(planning, proposal))
        return replace(outcome, changes=(f"The proposal {proposal} is dropped.",))

    def _change(
        self,
        line_id: str,
        by: str,
        change: Change,
        *,
        dry_run: bool = False,
        seen: Seen = NOTHING_SEEN,
    ) -> Outcome:
        at = datetime.fromtimestamp(self._clock.now(), UTC)
        if not dry_run and not 0 < len(person(by)) <= len(by) <= MOST_OF_A_NAME:
            raise Refused("Sign with your name or initials.")
        with self._store.editing() as edit:
            book = next((one for one in edit.books if one.line.id == line_id), None)
            if book is None:
                raise Refused('There is no line "%(line)s".', line=line_id)
            if not _as_seen(book, seen):
                raise ChangedMeanwhile
            today = at.astimezone(book.line.zone).date()
            speaks = book.line.kept_in is PlanKeeper.FILE
            known = book.places, book.proposals, by.strip(), today, self._new_id
            plan = change(Planning.of(*known, file_speaks=speaks))
            wanted = replace(book, places=plan.places, proposals=plan.proposals)
            said = directory_changes(book, wanted)
            if wanted != book and not dry_run:
                edit.keep_directory(wanted)
                edit.tell(line_id, at, by.strip(), said or _dropped(book, wanted))
        if said:
            self._known()
        return Outcome(plan.told, tuple(said))


def row_of(book: LineBook, values: Mapping[str, str], today: date) -> tuple[Place, list[Objection]]:
    """The row that a form's columns make, `key` among them; and all that is wrong with it."""
    known = next((one for one in book.places if one.key == values["key"]), None)
    return read_one(values, known, never_said, today)


def _as_seen(book: LineBook, seen: Seen) -> bool:
    key, shown = seen
    if shown is None:
        return True
    if key is None:
        return shown == fingerprint_of_all(book)
    return shown == fingerprint(next((one for one in book.places if one.key == key), None))


def _dropped(before: LineBook, after: LineBook) -> list[str]:
    kept = {one.id for one in after.proposals}
    return [
        f"The proposal of {one.by} for {one.key} is dropped."
        for one in before.proposals
        if one.id not in kept
    ]


def never_said(text: str, language: str) -> tuple[str, ...]:
    """The words in a text that the line never says; none for a language without a list."""
    return forbidden_words(text, language) if language in FORBIDDEN else ()
