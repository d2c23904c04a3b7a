"""A line made and changed by a coordinator: on a real database, with numbers sealed in it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from tests.adapters.sql.test_roster import saved
from tests.books import BOOK, COUNTY, span
from tests.stories.conftest import sqlite_url
from warmline.adapters.clock import SystemClock
from warmline.adapters.sealing import Sealer
from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import WEEK, Holiday, Hours, LineBook, PlanKeeper
from warmline.services.directory import Directory
from warmline.services.lines import (
    About,
    Lines,
    WrongNumber,
    about_of,
    fingerprint_about,
    fingerprint_hours,
)
from warmline.services.supporters.team import Amiss, WrongPhone

__all__ = ["sqlite_url"]

EVENINGS = Hours(dict.fromkeys(WEEK, (span("18:00-22:00"),)))
VALLEY = About("Valley peer line", "(650) 555-0130", ZoneInfo("America/Denver"), ("en", "es"))


class Installation:
    """A database with one line in it, and whoever makes lines."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.roster: SqlRoster = saved(url, BOOK)
        self.lines = self.lines_of(self.roster)

    def lines_of(self, roster: SqlRoster) -> Lines:
        seed = [row.place for row in seed_directory()]
        return Lines(roster, lambda: seed, SystemClock(), lambda: secrets.token_hex(8))

    def book(self, line: str = "county") -> LineBook:
        found = self.roster.book(line)
        assert found is not None
        return found

    def says(self, about: About) -> list[str]:
        return self.lines.keep_about("county", fingerprint_about(self.book().line), about)


@pytest.fixture
def here(sqlite_url: str) -> Installation:
    return Installation(sqlite_url)


def test_a_new_line_is_kept_in_the_console_and_knows_the_places_of_the_program(
    here: Installation,
) -> None:
    line, told = here.lines.begin(VALLEY, EVENINGS, "robin")
    book = here.book(line)
    assert (line, book.line.numbers) == ("valley-peer-line", ("+16505550130",))
    assert book.line.hours == EVENINGS
    assert book.line.kept_in is PlanKeeper.CONSOLE
    assert {one.key for one in book.places} == {row.place.key for row in seed_directory()}
    assert "New line: Valley peer line" in told[0]
    assert here.book().line.name == COUNTY.name


def test_two_lines_of_one_name_have_addresses_of_their_own(here: Installation) -> None:
    here.lines.begin(VALLEY, EVENINGS, "robin")
    line, _ = here.lines.begin(replace(VALLEY, number="(650) 555-0131"), EVENINGS, "robin")
    assert line == "valley-peer-line-2"
    assert here.lines.begin(replace(VALLEY, name="988!", number="6505550132"), EVENINGS, "r")[
        0
    ] == ("line-988")


@pytest.mark.parametrize(
    ("about", "field"),
    [
        (replace(VALLEY, name=""), "name"),
        (replace(VALLEY, name="x" * 81), "name"),
        (replace(VALLEY, languages=()), "languages"),
        (replace(VALLEY, number=COUNTY.numbers[0]), "number"),
        (replace(VALLEY, number="+16505550111"), "number"),
        (replace(VALLEY, run_by={"en": "Run by the county"}), "run_by_en"),
        (replace(VALLEY, mandated_reporting={"en": "x" * 301}), "mandated_reporting_en"),
        (replace(VALLEY, mandated_reporting={"en": "A patient."}), "mandated_reporting_en"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(
    here: Installation, about: About, field: str
) -> None:
    with pytest.raises(Amiss) as amiss:
        here.lines.begin(about, EVENINGS, "robin")
    assert amiss.value.field == field
    assert len(here.roster.books()) == 1


def test_a_wrong_number_of_the_line_and_of_whom_it_tells_are_told_apart(here: Installation) -> None:
    with pytest.raises(WrongNumber, match="too short"):
        here.lines.begin(replace(VALLEY, number="555 0130"), EVENINGS, "robin")
    with pytest.raises(WrongPhone) as wrong:
        here.lines.begin(replace(VALLEY, alert_phone="988"), EVENINGS, "robin")
    assert (type(wrong.value), wrong.value.why) == (WrongPhone, "short code")
    with pytest.raises(WrongPhone, match="ours"):
        here.lines.begin(replace(VALLEY, alert_phone=VALLEY.number), EVENINGS, "robin")


def test_statements_are_kept_and_everything_else_stays(here: Installation) -> None:
    said = {"en": "The county  pays for this line.", "es": ""}
    told = here.says(replace(about_of(here.book().line), run_by=said))
    assert any("run by" in one for one in told)
    now = here.book()
    assert now.line.run_by == {"en": "The county pays for this line."}
    assert now.line.kept_in is PlanKeeper.CONSOLE
    kept = replace(now.line, run_by=COUNTY.run_by, kept_in=COUNTY.kept_in)
    assert replace(now, line=kept) == replace(here.book(), line=kept)
    assert kept == COUNTY
    assert here.says(about_of(now.line)) == []


def test_whoever_saw_another_line_is_told(here: Installation) -> None:
    seen = fingerprint_about(here.book().line)
    here.says(replace(about_of(here.book().line), name="Another"))
    with pytest.raises(ChangedMeanwhile):
        here.lines.keep_about("county", seen, about_of(COUNTY))
    with pytest.raises(ChangedMeanwhile):
        here.lines.keep_hours("county", "another", EVENINGS)


def test_other_hours_are_told_day_by_day(here: Installation) -> None:
    feast = Hours(EVENINGS.weekly, (Holiday(date(2026, 12, 25), "Christmas"),))
    told = here.lines.keep_hours("county", fingerprint_hours(here.book().line.hours), feast)
    assert any(one.startswith("Hours on mon:") for one in told)
    assert here.book().line.hours == feast


def test_a_language_that_somebody_alone_speaks_is_not_taken_away(here: Installation) -> None:
    with pytest.raises(Amiss, match="only in one"):
        here.says(replace(about_of(here.book().line), languages=("es",)))


def test_numbers_that_cannot_be_read_lie_there_untouched(here: Installation) -> None:
    """With another key, say: neither a sentence nor a place to call may cost anybody's number."""
    lost = SqlRoster(open_engine(here.url), Sealer("another secret, of nobody"), SystemClock())
    book = lost.book("county")
    assert book is not None
    assert book.line.alert_phone == ""
    about = replace(about_of(book.line), name="Renamed")
    here.lines_of(lost).keep_about("county", fingerprint_about(book.line), about)
    seed = next(row.place for row in seed_directory() if row.place.kind == "eap")
    wanted = replace(seed, key="own_eap", name="Help at work", dial="+16505550140", local=True)
    places = Directory(lost, SystemClock(), lambda: secrets.token_hex(4))
    places.fill("county", wanted, "robin", method="called")
    now = here.book()
    assert now.line.name == "Renamed"
    assert now.line.alert_phone == COUNTY.alert_phone
    assert [one.phone for one in now.supporters] == [one.phone for one in BOOK.supporters]
    ours = next(one for one in now.places if one.key == "own_eap")
    assert (ours.enabled, ours.verified_by, ours.method) == (True, "robin", "called")
