"""The directory looked after: two people for a crisis row, nothing undone by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from tests.books import BOOK, LA
from warmline.domain.directory.changes import Refused
from warmline.domain.directory.concerns import directory_warnings, to_verify, unfilled
from warmline.domain.directory.rows import written
from warmline.domain.line import Keeper, LineBook, Place, Proposal
from warmline.domain.problems import BadFile
from warmline.services.directory import Directory

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
OK = {"method": "operator page", "verify_by": date(2027, 1, 1)}
CRISIS = Place("dv", "crisis", "A crisis line", "+16505550150", hours="24/7", **OK)  # type: ignore[arg-type]
PEER = Place("nami", "peer", "A peer line", "+16505550151", hours="24/7", **OK)  # type: ignore[arg-type]
OURS = replace(PEER, key="own", name="Ours", local=True, kept_in=Keeper.FILE)
SEED = replace(PEER, key="seed", name="From the program", kept_in=Keeper.PROGRAM)


class Shelf:
    """One line in memory, and what was told of it; kept only when editing ends well."""

    def __init__(self, *places: Place, proposals: tuple[Proposal, ...] = ()) -> None:
        self.book = replace(BOOK, places=places, proposals=proposals)
        self.log: list[tuple[str, str]] = []
        self.ids = (f"p{n}" for n in count(1))

    @contextmanager
    def editing(self) -> Iterator[Shelf]:
        yield self

    @property
    def books(self) -> tuple[LineBook, ...]:
        return (self.book,)

    def save(self, book: LineBook) -> None:
        self.book = book

    keep_directory = save

    def tell(self, line_id: str, at: datetime, by: str, changes: Sequence[str]) -> None:
        assert (line_id, at) == ("county", NOW)
        self.log += [(by, one) for one in changes]

    def place(self, key: str) -> Place | None:
        return next((one for one in self.book.places if one.key == key), None)


class Noon:
    def now(self) -> float:
        return NOW.timestamp()


def desk(shelf: Shelf) -> Directory:
    return Directory(shelf, Noon(), lambda: next(shelf.ids))  # type: ignore[arg-type]  # one line is enough


def waiting(shelf: Shelf) -> list[str]:
    """The rows for which a proposal waits."""
    return [one.key for one in shelf.book.proposals]


def taken(shelf: Shelf, table: str, by: str = "AB", *, drop: bool = False) -> dict[str, str]:
    outcome = desk(shelf).take_in("county", table, by, drop_missing=drop)
    return {one.key: one.outcome for one in outcome.told}


# -- two people ---------------------------------------------------------------------------------


def test_one_person_turns_a_peer_line_off() -> None:
    shelf = Shelf(PEER)
    desk(shelf).turn("county", "nami", "AB", on=False)
    assert not shelf.place("nami").enabled  # type: ignore[union-attr]
    assert shelf.log == [("AB", "Place A peer line (nami) is from now on not named to callers.")]


def test_a_crisis_line_is_turned_off_by_two() -> None:
    shelf = Shelf(CRISIS)
    desk(shelf).turn("county", "dv", "AB", on=False)
    assert shelf.place("dv") == CRISIS
    (waits,) = shelf.book.proposals
    with pytest.raises(Refused, match="AB proposed this"):
        desk(shelf).approve("county", waits.id, "a. b.")
    assert shelf.place("dv") == CRISIS
    desk(shelf).approve("county", "dv", "CD")
    assert not shelf.place("dv").enabled  # type: ignore[union-attr]
    assert shelf.book.proposals == ()
    assert [by for by, _ in shelf.log] == ["AB", "CD"]


@pytest.mark.parametrize("wanted", [None, replace(CRISIS, dial="+16505550152"), PEER])
def test_every_change_of_a_crisis_line_waits(wanted: Place | None) -> None:
    shelf = Shelf(CRISIS)
    if wanted is None:
        desk(shelf).remove("county", "dv", "AB")
    else:
        desk(shelf).change("county", replace(wanted, key="dv"), "AB")
    assert shelf.place("dv") == CRISIS
    assert len(shelf.book.proposals) == 1
    desk(shelf).approve("county", "dv", "CD")
    assert shelf.place("dv") != CRISIS


def test_a_new_crisis_line_waits_and_a_peer_line_cannot_become_one_alone() -> None:
    shelf = Shelf(PEER)
    desk(shelf).change("county", CRISIS, "AB")
    desk(shelf).change("county", replace(PEER, kind="crisis"), "AB")
    assert shelf.book.places == (PEER,)
    assert [one.key for one in shelf.book.proposals] == ["dv", "nami"]


def test_a_proposal_is_made_once_and_can_be_dropped_by_anybody() -> None:
    shelf = Shelf(CRISIS)
    for by in ("AB", "CD"):
        desk(shelf).turn("county", "dv", by, on=False)
    assert waiting(shelf) == ["dv"]
    desk(shelf).reject("county", "dv", "AB")
    assert waiting(shelf) == []
    assert shelf.place("dv") == CRISIS
    assert shelf.log[-1] == ("AB", "The proposal of AB for dv is dropped.")


def test_what_has_changed_meanwhile_is_proposed_again() -> None:
    shelf = Shelf(CRISIS)
    desk(shelf).turn("county", "dv", "AB", on=False)
    desk(shelf).change("county", replace(CRISIS, hours="any time"), "AB")
    desk(shelf).approve("county", shelf.book.proposals[1].id, "CD")
    with pytest.raises(Refused, match="has changed since"):
        desk(shelf).approve("county", "dv", "CD")


@pytest.mark.parametrize("by", ["", "  ", "...", "x" * 61])
def test_nobody_changes_anything_unsigned(by: str) -> None:
    shelf = Shelf(PEER)
    with pytest.raises(Refused, match="Sign"):
        desk(shelf).turn("county", "nami", by, on=False)
    assert shelf.book.places == (PEER,)


# -- making sure --------------------------------------------------------------------------------


def test_who_made_sure_and_how_is_kept_until_a_day() -> None:
    shelf = Shelf(replace(CRISIS, verify_by=date(2026, 11, 1)))
    desk(shelf).verify("county", "dv", "AB", method="operator page, read")
    row = shelf.place("dv")
    assert row is not None
    assert (row.verified_on, row.verified_by, row.method) == (TODAY, "AB", "operator page, read")
    assert row.verify_by == TODAY + timedelta(days=91)
    with pytest.raises(Refused, match="over already"):
        desk(shelf).verify("county", "dv", "AB", method="x", until=date(2026, 11, 23))


def test_what_nobody_has_confirmed_is_not_turned_on() -> None:
    shelf = Shelf(replace(PEER, enabled=False, method="third party"))
    with pytest.raises(Refused, match="only others say so"):
        desk(shelf).turn("county", "nami", "AB", on=True)
    desk(shelf).verify("county", "nami", "AB", method="by e-mail")
    desk(shelf).turn("county", "nami", "AB", on=True)
    assert shelf.place("nami").enabled  # type: ignore[union-attr]


# -- a table ------------------------------------------------------------------------------------


def test_taking_in_what_was_handed_out_changes_nothing() -> None:
    shelf = Shelf(CRISIS, PEER, OURS, SEED)
    before = shelf.book
    assert set(taken(shelf, written(before.places)).values()) == {"unchanged"}
    assert (shelf.book, shelf.log) == (before, [])


def test_new_rows_are_taken_disabled_or_proposed_and_others_left() -> None:
    shelf = Shelf(PEER)
    told = taken(
        shelf,
        "key,kind,name,dial,method\n"
        "good,peer,Good,+16505550152,operator page\n"
        "vague,peer,Vague,+16505550153,third party\n"
        "rude,peer,For patients,+16505550155,operator page\n"
        "sure,crisis,Sure,+16505550154,government page\n",
    )
    assert told == {
        "good": "taken",
        "vague": "disabled",
        "rude": "disabled",
        "sure": "proposed",
        "nami": "left",
    }
    enabled = {one.key: one.enabled for one in shelf.book.places}
    assert enabled == {"nami": True, "good": True, "vague": False, "rude": False}
    assert shelf.place("good").verify_by == TODAY + timedelta(days=182)  # type: ignore[union-attr]


def test_a_table_with_one_bad_row_changes_nothing() -> None:
    shelf = Shelf(PEER)
    with pytest.raises(BadFile):
        taken(shelf, "key,kind,name,dial\ngood,peer,Good,+16505550152\nbad,peer,Bad,988\n")
    assert (shelf.book.places, shelf.log) == ((PEER,), [])


def test_another_number_has_to_be_made_sure_of_anew() -> None:
    sure = replace(PEER, method="", verified_on=TODAY, verified_by="AB")
    shelf = Shelf(sure)
    assert taken(shelf, "key,kind,name,dial\nnami,peer,A peer line,+16505550159\n") == {
        "nami": "disabled"
    }
    row = shelf.place("nami")
    assert row is not None
    assert (row.enabled, row.verified_on, row.verified_by) == (False, None, "")


def test_a_table_never_undoes_a_newer_verification() -> None:
    sure = replace(PEER, verified_on=TODAY, verified_by="AB")
    shelf = Shelf(sure)
    table = "key,kind,name,verified_on,verified_by\nnami,peer,A peer line,2026-01-01,old\n"
    assert taken(shelf, table) == {"nami": "unchanged"}


def test_a_row_of_the_lines_file_is_refused_and_the_rest_taken() -> None:
    shelf = Shelf(OURS, PEER)
    table = "key,kind,name,hours\nown,peer,Renamed,24/7\nnami,peer,A peer line,any time\n"
    assert taken(shelf, table) == {"own": "refused", "nami": "taken"}
    assert shelf.place("own") == OURS


def test_words_that_are_never_said_are_refused_for_a_row_that_callers_hear() -> None:
    shelf = Shelf(PEER)
    table = "key,kind,name,audience\nnami,peer,A peer line,patients\n"
    assert taken(shelf, table) == {"nami": "refused"}
    assert shelf.book.places == (PEER,)


def test_what_is_missing_goes_only_when_asked_and_a_crisis_line_never_by_itself() -> None:
    table = "key,kind,name\nother,peer,Other\n"
    shelf = Shelf(CRISIS, PEER, OURS, SEED)
    assert set(taken(shelf, table).values()) == {"left", "disabled"}
    told = taken(shelf, table, drop=True)
    assert (told["dv"], told["nami"], told["own"]) == ("proposed", "removed", "left")
    assert told["seed"] == "disabled", "the program would bring it back"
    assert [one.key for one in shelf.book.places] == ["dv", "own", "seed", "other"]
    assert shelf.place("dv") == CRISIS
    concerns = directory_warnings(shelf.book, TODAY)
    assert any(one.alarm and "change to dv waits" in one.said for one in concerns)


def test_a_dry_run_needs_no_name_and_changes_nothing() -> None:
    shelf = Shelf(PEER)
    outcome = desk(shelf).take_in("county", "key,kind,name\nx,peer,X\n", "", dry_run=True)
    assert outcome.changes
    assert (shelf.book.places, shelf.log) == ((PEER,), [])


# -- what somebody has to look at ---------------------------------------------------------------


def test_an_overdue_crisis_line_stays_and_raises_an_alarm() -> None:
    book = replace(BOOK, places=(replace(CRISIS, verify_by=date(2026, 11, 23)),))
    (late, *_) = directory_warnings(book, TODAY)
    assert (late.alarm, late.wrong) == (True, True)
    assert "A crisis line for too long. What is too old is read last" in late.said
    assert "never call" in late.mend


def test_required_slots_are_filled_or_waived_or_told() -> None:
    assert len(unfilled(BOOK)) == 5
    eap = replace(OURS, key="eap", kind="eap")
    waived = Place("t", "therapy", "x", enabled=False, waived_by="AB", waived_why="there is none")
    national = replace(PEER, key="psy", kind="psychiatry")
    book = replace(BOOK, places=(eap, waived, national))
    assert unfilled(book) == ["a psychiatrist", "cultural healing", "rights at work"]


def test_what_is_to_be_looked_at_within_a_month() -> None:
    rows = [replace(PEER, key=f"k{n}", verify_by=TODAY + timedelta(days=n)) for n in (40, 9, -3)]
    off = replace(PEER, key="off", enabled=False, verify_by=TODAY)
    never = replace(PEER, key="never", verify_by=None)
    book = replace(BOOK, places=(*rows, off, never))
    found = [one.key for one in to_verify(book, TODAY + timedelta(days=31))]
    assert found == ["never", "k-3", "k9"]


def test_the_day_is_that_of_the_line() -> None:
    assert NOW.astimezone(LA).date() == TODAY
