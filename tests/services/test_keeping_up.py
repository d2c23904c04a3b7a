"""A page finds what it needs in memory; whoever looks beside it sees to that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from warmline.adapters.cached_roster import CachedRoster
from warmline.domain.errors import StoreTrouble
from warmline.domain.line import LineBook
from warmline.domain.links import Links
from warmline.ports import Roster, WordStore
from warmline.prompts import load
from warmline.services.keeping_up import KEEP_UP_EVERY, KeepingUp
from warmline.services.speaking import Speaking


@dataclass
class Clock:
    at: float = 1000.0

    def now(self) -> float:
        return self.at


@dataclass
class Database:
    """Counts how often it is asked for lines and words; and may be away."""

    asked: int = 0
    away: bool = False

    def books(self) -> tuple[LineBook, ...]:
        self._asked()
        return ()

    def own_words(self) -> dict[str, Any]:
        self._asked()
        return {}

    def _asked(self) -> None:
        self.asked += 1
        if self.away:
            raise StoreTrouble("away")


def test_while_somebody_looks_beside_them_pages_ask_the_database_for_nothing() -> None:
    clock, database = Clock(), Database()
    roster = CachedRoster(cast("Roster", cast("Any", database)), clock)
    words = cast("WordStore", cast("Any", database))
    speaking = Speaking(words, roster, load(), Links("https://line.example"), clock)
    beside = KeepingUp(roster.refresh, speaking.refresh)
    before = 0
    for _ in range(20):
        beside.look()
        before = database.asked
        for _ in range(2):
            speaking.of("county")
            clock.at += KEEP_UP_EVERY / 2
        assert database.asked == before
    clock.at += 60
    speaking.of("county")
    assert database.asked > before, "where nobody looks, a page does"


def test_what_cannot_be_had_keeps_nobody_from_the_rest() -> None:
    looked: list[str] = []

    def away() -> None:
        raise StoreTrouble("away")

    KeepingUp(away, lambda: looked.append("flags")).look()
    assert looked == ["flags"]
