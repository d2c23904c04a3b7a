"""A quarter's sums lie sealed until its report is made; then they go, and it never changes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from tests.adapters.sql.test_outcomes import ROW, SEALS
from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import open_engine, reading
from warmline.adapters.sql.holds import SqlHolds
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.past import SqlPast
from warmline.adapters.sql.quarters import SqlQuarters
from warmline.domain import exact
from warmline.domain.counters import What
from warmline.domain.legal_hold import approve, propose
from warmline.ports.quarters import Document, Material, Quarter

SPRING = Quarter("county", date(2027, 4, 1))
SUMS = {"answer:23": 1, "talk": 700}
NOW = datetime(2027, 7, 3, tzinfo=UTC)


class NotNow(Exception):
    """The report could not be made."""


class Kept:
    """Everything on one database."""

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url)
        self.outcomes = SqlOutcomes(self.engine, SEALS)
        self.quarters = SqlQuarters(self.engine, SEALS)
        self.past = SqlPast(self.engine)
        self.holds = SqlHolds(self.engine)

    def sealed(self) -> list[str]:
        with reading(self.engine) as connection:
            return list(connection.scalars(select(t.quarter_sums.c.sums_sealed)))

    def made(self) -> Material:
        """What a report would be made of; it is made with that."""
        seen: list[Material] = []

        def make(material: Material) -> Document:
            seen.append(material)
            return {"calls": sum(material.sums.values())}

        self.quarters.freeze(SPRING, make)
        return seen[0]


@pytest.fixture
def kept(database_url: str) -> Kept:
    return Kept(database_url)


def test_each_call_adds_once_and_a_report_is_made_of_rows_and_counts_alike(kept: Kept) -> None:
    for row in (ROW, ROW, replace(ROW, id="c2"), replace(ROW, id="c3", day=date(2027, 7, 1))):
        kept.outcomes.record(row, SUMS)
    kept.past.fold("county", date(2027, 5, 3))
    kept.outcomes.record(replace(ROW, id="c4"), {"answer:4": 1})
    material = kept.made()
    assert material.sums == {"answer:23": 2, "answer:4": 1, "talk": 1400}
    assert material.counts[What.OFFERED, "talked"] == 3


def test_what_is_sealed_has_one_length_and_says_not_when_it_was_written(kept: Kept) -> None:
    lengths = set()
    for n in range(12):
        kept.outcomes.record(replace(ROW, id=f"c{n}"), {f"answer:{n}": 1})
        (sealed,) = kept.sealed()
        lengths.add(len(sealed))
        assert "answer" not in sealed
        assert sealed.partition(":")[2].startswith("gAAAAAAAAAAA"), "the time of a token is 1970"
    assert len(lengths) == 1


def test_a_report_is_made_once_and_a_late_call_changes_nothing(kept: Kept) -> None:
    kept.outcomes.record(ROW, SUMS)
    kept.made()
    kept.outcomes.record(replace(ROW, id="late"), SUMS)
    assert kept.quarters.freeze(SPRING, lambda _: {"calls": -1}) == {"calls": 701}
    assert (kept.quarters.report(SPRING), kept.sealed()) == ({"calls": 701}, [])
    assert kept.quarters.reports("county") == [SPRING.since]
    assert kept.quarters.unfrozen() == []


def test_a_report_that_cannot_be_made_leaves_everything_as_it_was(kept: Kept) -> None:
    kept.outcomes.record(ROW, SUMS)

    def fails(_: Material) -> dict[str, Any]:
        raise NotNow

    with pytest.raises(NotNow):
        kept.quarters.freeze(SPRING, fails)
    assert kept.quarters.unfrozen() == [SPRING]
    assert kept.made().sums == SUMS


def test_while_a_legal_hold_is_on_the_sums_stay(kept: Kept) -> None:
    kept.outcomes.record(ROW, SUMS)
    kept.holds.change(lambda current: propose(current, "h", "Order 12", "Ann", NOW))
    kept.holds.change(lambda current: approve(current, "Ben", NOW))
    kept.made()
    kept.quarters.drop_sums()
    assert len(kept.sealed()) == 1


def test_a_minute_counts_once_whoever_else_looks_and_minutes_without_a_look_are_told(
    kept: Kept,
) -> None:
    seen: list[int | None] = []

    def adds(last: int | None) -> dict[str, int]:
        seen.append(last)
        return {exact.OPEN: 1}

    for minute in (100, 100, 99, 104):
        kept.quarters.minute(SPRING, minute, adds)
    assert seen == [None, 100]
    assert kept.made().sums == {exact.OPEN: 2}


def test_answers_are_kept_once_with_month_and_language_and_nothing_else(kept: Kept) -> None:
    for _ in range(2):
        kept.quarters.answered("k1", "county", date(2027, 5, 1), "es", (4, None, 2))
        kept.quarters.study("k2", "county", "box")
    assert kept.quarters.answers("county") == {1: {4: 1}, 3: {2: 1}}
    assert kept.quarters.boxes("county") == ["box"]
    assert kept.made().answers == {1: {4: 1}, 3: {2: 1}}
    assert kept.quarters.end_evaluation("county") == 2
    assert kept.quarters.answers("county") == {}


def test_a_lost_key_loses_the_sums_and_nothing_else(database_url: str) -> None:
    kept = Kept(database_url)
    kept.outcomes.record(ROW, SUMS)
    kept.quarters._seals = type(SEALS)("another secret")  # the one who reads has another key
    material = kept.made()
    assert (material.sums, material.counts[What.OFFERED, "talked"]) == ({}, 1)


def test_a_document_comes_back_as_it_was(kept: Kept) -> None:
    document = {"tables": [{"cells": [["talked", 40]]}, {"cells": None}], "name": "Línea"}
    kept.outcomes.record(ROW, SUMS)
    kept.quarters.freeze(SPRING, lambda _: document)
    assert json.dumps(kept.quarters.report(SPRING)) == json.dumps(document)
