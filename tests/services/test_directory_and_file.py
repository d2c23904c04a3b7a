"""The directory and the line's own file: each row has one keeper, and nothing is undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.books import BOOK
from tests.services.test_directory import CRISIS, NOW, OURS, PEER, SEED, TODAY, Shelf, desk
from warmline.domain.directory.changes import Refused
from warmline.domain.line import Keeper, Place
from warmline.services.setup import Signed, apply


def applied(shelf: Shelf, *wanted: Place, by: str = "AB", seed: tuple[Place, ...] = ()) -> Signed:
    book = replace(BOOK, places=wanted)
    written_down = replace(
        book,
        supporters=tuple(replace(one, id=one.alias) for one in book.supporters),
        shifts=(),
        days_off=(),
    )
    signed = Signed(by, NOW, seed)
    shelf.book = replace(shelf.book, shifts=(), days_off=())
    apply(shelf, lambda _: written_down, lambda: "new", signed=signed)  # type: ignore[arg-type]
    return signed


FROM_FILE = replace(CRISIS, hours="any time", kept_in=Keeper.FILE)


def test_a_file_changes_its_own_rows_and_keeps_what_is_known_of_them() -> None:
    sure = replace(OURS, verified_on=TODAY, verified_by="AB", verify_by=date(2027, 3, 1))
    shelf = Shelf(sure)
    applied(shelf, replace(OURS, hours="any time", method="", verify_by=None))
    row = shelf.place("own")
    assert row is not None
    assert (row.hours, row.verified_by, row.verify_by) == ("any time", "AB", date(2027, 3, 1))
    applied(shelf)
    assert shelf.place("own") is None


def test_a_file_leaves_rows_of_the_directory_alone_unless_it_names_them() -> None:
    off = replace(SEED, enabled=False, kept_in=Keeper.DIRECTORY)
    shelf = Shelf(off, PEER)
    applied(shelf, SEED, seed=(SEED,))
    assert shelf.book.places == (off, PEER)
    applied(shelf, replace(SEED, kept_in=Keeper.FILE), seed=(SEED,))
    assert shelf.place("seed") == replace(SEED, kept_in=Keeper.FILE)


def test_what_a_file_says_of_a_crisis_row_is_a_proposal_of_who_applies_it() -> None:
    shelf = Shelf(CRISIS)
    assert applied(shelf, FROM_FILE, by="").left_out == ["dv"]
    assert (shelf.book.places, shelf.book.proposals) == ((CRISIS,), ())
    for _ in range(2):
        assert applied(shelf, FROM_FILE).left_out == []
    assert shelf.book.places == (CRISIS,)
    (waits,) = shelf.book.proposals
    with pytest.raises(Refused):
        desk(shelf).approve("county", waits.id, "AB")
    desk(shelf).approve("county", waits.id, "CD")
    assert shelf.place("dv").hours == "any time"  # type: ignore[union-attr]
    applied(shelf, FROM_FILE, by="")
    assert shelf.book.proposals == ()


def test_a_crisis_row_that_leaves_the_file_stays() -> None:
    shelf = Shelf(CRISIS)
    applied(shelf)
    assert shelf.book.places == (CRISIS,)


def test_a_new_release_corrects_its_rows_and_proposes_its_crisis_rows() -> None:
    came = replace(CRISIS, kept_in=Keeper.PROGRAM)
    shelf = Shelf(SEED, came)
    newer = (replace(SEED, hours="any time"), replace(came, hours="any time"))
    applied(shelf, *newer, seed=newer)
    assert shelf.place("seed").hours == "any time"  # type: ignore[union-attr]
    assert shelf.place("dv") == came
    assert [one.by for one in shelf.book.proposals] == ["the program"]
    desk(shelf).approve("county", "dv", "AB")
    assert shelf.place("dv").hours == "any time"  # type: ignore[union-attr]
