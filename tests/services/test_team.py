"""Who serves, changed by a coordinator: on a real database, with numbers sealed in it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import text

from tests.adapters.sql.test_roster import saved
from tests.books import BOOK, COUNTY, RIVER, SAGE
from tests.stories.conftest import sqlite_url
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine, reading
from warmline.adapters.sql.roster import SqlRoster
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Kind, LineBook, PlanKeeper, Role
from warmline.services.shifts import NoGood
from warmline.services.supporters.team import (
    Amiss,
    Profile,
    Team,
    WrongPhone,
    fingerprint,
    leaving,
)

__all__ = ["sqlite_url"]

WREN = Profile("Wren", Kind.FAMILY_PEER, ("es",), frozenset({"nights"}), "north", RIVER.limits)
PHONE = "(650) 555-0133"


class County:
    """A line in a database, and its team."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.roster: SqlRoster = saved(url, BOOK)
        self.team = Team(self.roster, lambda: secrets.token_hex(8))

    @property
    def book(self) -> LineBook:
        found = self.roster.book("county")
        assert found is not None
        return found

    def named(self, alias: str) -> Any:
        return next(one for one in self.book.supporters if one.alias == alias)

    def rows(self, table: str, supporter_id: str) -> int:
        column = "id" if table == "supporter" else "supporter_id"
        with reading(open_engine(self.url)) as connection:
            query = text(f"select count(*) from {table} where {column} = :who")  # noqa: S608  # our own names
            return int(connection.scalar(query, {"who": supporter_id}) or 0)


@pytest.fixture
def county(sqlite_url: str) -> County:
    return County(sqlite_url)


def test_somebody_new_serves_and_is_not_rung_before_they_say_so(county: County) -> None:
    told = county.team.add("county", WREN, PHONE)
    assert "New supporter: Wren (family peer, es), phone •••• 33." in told
    wren = county.named("Wren")
    assert wren.phone == "+16505550133"
    assert Profile.of(wren) == WREN
    assert county.book.unconfirmed == {wren.id}
    assert county.book.supporters[-1] == wren
    assert county.book.line.kept_in is PlanKeeper.CONSOLE


@pytest.mark.parametrize(
    ("phone", "why"),
    [
        ("", "none"),
        ("988", "short code"),
        ("650 555 011", "too short"),
        ("+44 20 7946 0018", "foreign"),
        ("900 555 0123", "premium"),
        ("800 555 0123", "toll-free"),
        ("650-555-PEER", "letters"),
        (SAGE.phone, "taken"),
        (COUNTY.numbers[1], "ours"),
    ],
)
def test_a_number_that_cannot_be_used_is_told_apart_and_nothing_is_kept(
    county: County, phone: str, why: str
) -> None:
    with pytest.raises(WrongPhone) as wrong:
        county.team.add("county", WREN, phone)
    assert wrong.value.why == why
    assert county.book == BOOK


@pytest.mark.parametrize(
    ("field", "profile"),
    [
        ("alias", replace(WREN, alias="Wren 2")),
        ("alias", replace(WREN, alias="river")),
        ("languages", replace(WREN, languages=())),
        ("languages", replace(WREN, languages=("fr",))),
        ("tags", replace(WREN, tags=frozenset({"x" * 31}))),
        ("calls_per_day", replace(WREN, limits=replace(WREN.limits, calls_per_day=0))),
    ],
)
def test_what_is_amiss_is_told_by_its_field(county: County, field: str, profile: Profile) -> None:
    with pytest.raises(Amiss) as amiss:
        county.team.add("county", profile, PHONE)
    assert amiss.value.field == field
    assert county.book == BOOK


def test_the_second_of_two_who_change_somebody_is_told_and_the_first_is_kept(
    county: County,
) -> None:
    seen = fingerprint(county.named("River"))
    mine = replace(Profile.of(RIVER), agency="south")
    told = county.team.change("county", RIVER.id, seen, mine)
    assert "River: agency changes from nothing to south." in told
    with pytest.raises(ChangedMeanwhile):
        county.team.change("county", RIVER.id, seen, replace(Profile.of(RIVER), agency="east"))
    assert county.named("River").agency == "south"
    now = fingerprint(county.named("River"))
    assert county.team.change("county", RIVER.id, now, mine) == []  # the same again is no change


def test_another_number_has_to_be_confirmed_anew_and_the_same_one_has_not(county: County) -> None:
    seen = fingerprint(county.named("River"))
    county.team.change("county", RIVER.id, seen, replace(Profile.of(RIVER), agency="south"))
    assert county.book.unconfirmed == frozenset()
    seen = fingerprint(county.named("River"))
    told = county.team.change("county", RIVER.id, seen, Profile.of(RIVER), PHONE)
    assert "River: phone changes from •••• 11 to •••• 33." in told
    assert county.book.unconfirmed == {RIVER.id}


def test_a_pause_leaves_the_shifts_where_they_are(county: County) -> None:
    county.team.pause("county", RIVER.id, paused=True)
    assert county.named("River").paused
    assert county.book.shifts == BOOK.shifts
    county.team.pause("county", RIVER.id, paused=False)
    assert not county.named("River").paused


def test_farewell_takes_everything_that_is_theirs_and_only_when_it_is_meant(
    county: County,
) -> None:
    going = leaving(county.book, RIVER)
    assert going.shifts == sum(one.supporter == RIVER.id for one in BOOK.shifts) > 0
    with pytest.raises(Amiss):
        county.team.farewell("county", RIVER.id, "Rivr")
    told = county.team.farewell("county", RIVER.id, " river ")
    assert "Supporter River leaves, with all their shifts and their phone number." in told
    assert county.book.supporter(RIVER.id) is None
    for table in ("supporter", "shift", "day_off", "confirmed_number", "swap", "duty_wish"):
        assert county.rows(table, RIVER.id) == 0
    others = [one for one in BOOK.shifts if one.supporter != RIVER.id]
    assert list(county.book.shifts) == others
    with pytest.raises(NoGood):
        county.team.farewell("county", RIVER.id, "River")


def test_while_numbers_cannot_be_read_no_change_loses_one(county: County) -> None:
    """The key is not there just now, and a coordinator changes an agency: the number stays."""
    locked = SqlRoster(open_engine(county.url), Sealer("another secret of enough letters!"), Now())
    river = next(one for one in locked.plans()[0].supporters if one.id == RIVER.id)
    assert not river.phone
    changed = replace(Profile.of(river), agency="south")
    Team(locked, lambda: "x").change("county", RIVER.id, fingerprint(river), changed)
    river = county.named("River")
    assert (river.phone, river.agency, river.paused) == (RIVER.phone, "south", False)
    assert county.book.unconfirmed == frozenset()


class Now:
    """A clock that stands still."""

    def now(self) -> float:
        return 1.8e9


def test_the_swaps_that_they_have_taken_are_told(county: County) -> None:
    from warmline.domain.line import Swap

    swap = Swap(SAGE.id, date(2027, 5, 10), time(18), Role.CALLS, RIVER.id)
    assert leaving(replace(BOOK, swaps=(swap,)), RIVER).taken == 1
