"""A stage knows its line without reading it again and again, and never an old one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.books import BOOK, COUNTY
from tests.databases import new_sqlite
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.demo.setting import SECRET
from warmline.demo.stage import TUESDAY_MORNING
from warmline.demo.unread import AT_MOST, Unread
from warmline.domain.line import LineBook
from warmline.emulator import ManualClock


class Counted:
    """A roster that counts how often it is read."""

    def __init__(self, roster: SqlRoster) -> None:
        self.books_of = roster.books
        self.times = 0

    def books(self) -> list[LineBook]:
        self.times += 1
        return self.books_of()


class House:
    """One database, which the stage reads and somebody else writes to through their own engine."""

    def __init__(self, url: str) -> None:
        self.clock, seals = ManualClock(TUESDAY_MORNING), Sealer(SECRET)
        self.others = SqlRoster(open_engine(url), seals, self.clock)
        self.read = Counted(SqlRoster(open_engine(url), seals, self.clock))
        self.stage = Unread(self.read, self.clock)  # type: ignore[arg-type]  # only read here

    def named(self, name: str) -> None:
        with self.others.editing() as edit:
            edit.save(replace(BOOK, line=replace(COUNTY, name=name)))

    def name(self) -> str:
        return self.stage.books()[0].line.name


@pytest.fixture
def house(tmp_path: Path) -> House:
    found = House(new_sqlite(tmp_path))
    found.named("The County Line")
    return found


def test_it_is_read_once_while_nobody_writes(house: House) -> None:
    assert [house.name() for _ in range(9)] == ["The County Line"] * 9
    assert house.read.times == 1


def test_whoever_writes_is_known_at_once(house: House) -> None:
    house.name()
    house.named("The Night Line")
    assert house.name() == "The Night Line"


def test_who_reads_during_a_write_reads_again_after_it(house: House) -> None:
    with house.others.editing() as edit:
        edit.save(replace(BOOK, line=replace(COUNTY, name="The Night Line")))
        assert house.name() == "The County Line"
    assert house.name() == "The Night Line"


def test_after_a_quarter_of_an_hour_it_is_read_all_the_same(house: House) -> None:
    house.name()
    house.clock.advance_to(house.clock.now() + AT_MOST)
    house.name()
    assert house.read.times == 2
