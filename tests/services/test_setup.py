"""Applying a line: what is told, what is kept, and that a broken file changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from itertools import count

import pytest

from tests.books import BOOK, COUNTY, JUNIPER, RIVER, SAGE, span
from warmline.domain.line import (
    WEEK,
    DayOff,
    DutyWish,
    Holiday,
    Hours,
    LineBook,
    Ringing,
    Weekday,
)
from warmline.domain.problems import BadFile, Problem
from warmline.domain.shifts import one_off_shift, weekly_shift
from warmline.services.differences import differences
from warmline.services.setup import apply, with_ids


class Shelf:
    """Books in memory, kept only when editing ends well."""

    def __init__(self, *books: LineBook) -> None:
        self.books = books
        self.saves = 0

    @contextmanager
    def editing(self) -> Iterator[Edit]:
        edit = Edit(self.books)
        yield edit
        self.saves += len(edit.saved)
        kept = {book.line.id: book for book in (*self.books, *edit.saved)}
        self.books = tuple(kept.values())


class Edit:
    def __init__(self, books: tuple[LineBook, ...]) -> None:
        self.books = books
        self.saved: list[LineBook] = []

    def save(self, book: LineBook) -> None:
        self.saved.append(book)

    def tell(self, line_id: str, at: datetime, by: str, changes: Sequence[str]) -> None:
        raise AssertionError("nobody has signed this")


def by_alias(book: LineBook) -> LineBook:
    """The book as a file gives it: aliases instead of ids."""
    alias = {one.id: one.alias for one in book.supporters}
    return LineBook(
        book.line,
        tuple(replace(one, id=one.alias) for one in book.supporters),
        tuple(replace(row, supporter=alias[row.supporter]) for row in book.shifts),
        tuple(replace(row, supporter=alias[row.supporter]) for row in book.days_off),
        places=book.places,
    )


def apply_book(shelf: Shelf, book: LineBook, *, dry_run: bool = False) -> list[str]:
    ids = (f"id{n}" for n in count())
    return apply(shelf, lambda _: by_alias(book), lambda: next(ids), dry_run=dry_run)


def test_a_new_line_is_told_and_kept_with_ids_of_its_own() -> None:
    shelf = Shelf()
    told = apply_book(shelf, BOOK)
    assert told[0] == (
        "New line: County peer line (county), reached at +16505550100 and +16505550101."
    )
    assert "Hours on mon: 08:00-22:00." in told
    assert "New supporter: River (peer, en), phone •••• 11." in told
    assert "New supporter: Juniper (family peer, en), phone •••• 13." in told
    assert (
        "New shift: Sage, mon and fri 18:00-22:00 as a backup, first on 2027-01-01, last on "
        "2027-06-30." in told
    )
    (book,) = shelf.books
    assert [one.id for one in book.supporters] == ["id0", "id1", "id2"]
    assert [row.supporter for row in book.shifts] == ["id0", "id1", "id1"]


def test_applying_twice_changes_and_writes_nothing() -> None:
    shelf = Shelf()
    apply_book(shelf, BOOK)
    assert apply_book(shelf, BOOK) == []
    assert shelf.saves == 1


def test_a_dry_run_tells_and_keeps_nothing() -> None:
    shelf = Shelf(BOOK)
    assert apply_book(shelf, LineBook(COUNTY), dry_run=True)
    assert shelf.books == (BOOK,)


def test_ids_stay_with_aliases_however_they_are_written_and_ordered() -> None:
    wanted = by_alias(
        replace(BOOK, supporters=(replace(SAGE, alias="SAGE"), RIVER, replace(JUNIPER)))
    )
    ids = with_ids(wanted, BOOK, lambda: "new").supporters
    assert [one.id for one in ids] == ["s1", "r1", "j1"]


def test_wishes_are_no_difference() -> None:
    now = replace(BOOK, wishes=(DutyWish("r1", True, None, None),))  # type: ignore[arg-type]
    assert differences(now, BOOK) == []


def test_a_file_with_problems_changes_nothing() -> None:
    shelf = Shelf(BOOK)

    def read(_: Sequence[LineBook]) -> LineBook:
        raise BadFile([Problem(3, "It is wrong.")])

    with pytest.raises(BadFile):
        apply(shelf, read, lambda: "new")
    assert shelf.books == (BOOK,)


def test_the_reader_is_told_of_every_book() -> None:
    seen: list[LineBook] = []

    def read(books: Sequence[LineBook]) -> LineBook:
        seen.extend(books)
        return by_alias(BOOK)

    apply(Shelf(BOOK), read, lambda: "new")
    assert seen == [BOOK]


SHIFTS = BOOK.shifts


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            replace(BOOK, line=replace(COUNTY, name="Valley line", languages=("es", "en"))),
            [
                "The line: name changes from County peer line to Valley line.",
                "The line: languages changes from en and es to es and en.",
            ],
        ),
        (
            replace(BOOK, line=replace(COUNTY, ask_peer_question=False, ringing=Ringing())),
            [
                "The line: ask peer question changes from yes to no.",
                "Ringing: first wave changes from 1 to 2.",
                "Ringing: wave every changes from 7.5 to 5.0.",
            ],
        ),
        (
            replace(
                BOOK,
                line=replace(
                    COUNTY,
                    hours=Hours(
                        {**COUNTY.hours.weekly, Weekday.SUN: ()},
                        (
                            replace(COUNTY.hours.holidays[0], spans=()),
                            Holiday(date(2028, 1, 1)),
                        ),
                    ),
                ),
            ),
            [
                "Hours on sun: 08:00-22:00 becomes closed.",
                "Changed holiday: 2027-12-24 Christmas Eve, 10:00-12:00 becomes closed.",
                "Removed holiday: 2027-12-25 Christmas Day, closed.",
                "New holiday: 2028-01-01, closed.",
            ],
        ),
        (
            replace(
                BOOK,
                supporters=(
                    replace(RIVER, phone="+16505550119", tags=frozenset(), paused=True),
                    replace(SAGE, agency=None, limits=replace(SAGE.limits, quiet=None)),
                    JUNIPER,
                ),
            ),
            [
                "River: phone changes from •••• 11 to •••• 19.",
                "River: tags changes from nights and parents to nothing.",
                "River: paused changes from no to yes.",
                "Sage: agency changes from north to nothing.",
                "Sage's limits: quiet changes from 23:00-07:00 to nothing.",
            ],
        ),
        (
            replace(BOOK, supporters=(RIVER, JUNIPER), shifts=SHIFTS[:1]),
            ["Supporter Sage leaves, with all their shifts and their phone number."],
        ),
        (
            replace(
                BOOK,
                shifts=(
                    SHIFTS[1],
                    weekly_shift("r1", frozenset(WEEK), span("21:00-05:00")),
                    one_off_shift("s1", date(2027, 5, 4), span("12:00-14:00")),
                ),
                days_off=(DayOff("r1", date(2027, 5, 3), date(2027, 5, 3)),),
            ),
            [
                "Removed shift: River, daily 22:00-06:00.",
                "New shift: River, daily 21:00-05:00.",
                "Removed single shift: Sage, 2027-05-03 12:00-14:00.",
                "New single shift: Sage, 2027-05-04 12:00-14:00.",
                "Removed days off: River, 2027-05-03 to 2027-05-09.",
                "New days off: River, 2027-05-03.",
            ],
        ),
        (
            replace(BOOK, places=(replace(BOOK.places[0], enabled=False, hours="daily"),)),
            [
                "Place Crisis Text Line (ctl) is removed.",
                "Place County Crisis Line (smc_crisis): hours changes from nothing to daily.",
                "Place County Crisis Line (smc_crisis) is from now on not named to callers.",
            ],
        ),
        (
            replace(BOOK, supporters=(SAGE, RIVER, JUNIPER)),
            ["The order in which things are written down changes."],
        ),
    ],
)
def test_each_change_is_a_sentence(changed: LineBook, told: list[str]) -> None:
    assert differences(BOOK, changed) == told


def test_no_sentence_shows_a_phone() -> None:
    new = replace(BOOK, supporters=(replace(RIVER, phone="+16505550119"), SAGE, JUNIPER))
    told = " ".join([*differences(None, BOOK), *differences(BOOK, new)])
    assert not [one for one in (*BOOK.supporters, *new.supporters) if one.phone[-4:] in told]


def test_a_phone_that_cannot_be_read_is_written_anew() -> None:
    unread = replace(BOOK, supporters=(replace(RIVER, phone="", paused=True), SAGE, JUNIPER))
    assert differences(unread, BOOK) == [
        "River: their phone is written anew (•••• 11); the kept one needs another SECRET_KEY."
    ]
