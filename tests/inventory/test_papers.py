"""The papers about privacy say what the code says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from tests.rules import tree
from warmline.adapters.sql.past import SqlPast
from warmline.adapters.sql.tables import (
    A_YEAR,
    A_YEAR_AFTER,
    FOR_GOOD,
    THIRTY_DAYS,
    THREE_DAYS,
    metadata,
)
from warmline.commands.forget import WORDS
from warmline.domain.retention import KEPT, ROWS_KEPT
from warmline.inventory.paper import paper
from warmline.prompts import load

MODEL = "docs/threat-model.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")


def missing_tests(words: str) -> Iterator[str]:
    for file, name in TEST.findall(words):
        code = tree.text(file) if file in tree.files() else ""
        if not code or (name and f"def {name}(" not in code):
            yield f"{file}::{name}"


def sentences_not_said(words: str, spoken: str) -> list[str]:
    """Sentences in quotes below the heading about key 7 that callers do not hear."""
    _, _, told = words.partition("## What callers are told")
    quoted = [line[2:] for line in told.splitlines() if line.startswith("> ")]
    assert quoted
    return [one for one in quoted if one not in spoken]


def test_the_inventory_is_the_newest() -> None:
    assert tree.text("docs/data-inventory.md") == paper(), "run: make docs"


def test_every_test_named_in_the_threat_model_exists() -> None:
    words = tree.text(MODEL)
    assert len(TEST.findall(words)) > 10
    assert list(missing_tests(words)) == []


def test_what_callers_are_told_is_what_they_hear() -> None:
    spoken = " ".join(load().text("privacy", "en").plain.split())
    assert sentences_not_said(tree.text(MODEL), spoken) == []


def test_what_is_said_to_be_deleted_is_deleted_in_that_time() -> None:
    assert THIRTY_DAYS.startswith(f"{ROWS_KEPT.days} days, then counted and deleted")
    assert THREE_DAYS.startswith(f"{KEPT['wishes'].days} days after it is over")
    assert {KEPT[name].days for name in ("changes", "deeds", "holds")} == {365}
    assert A_YEAR.startswith("a year")
    assert A_YEAR_AFTER == "a year after it has ended"


BY_OTHERS = {
    "call_row": "folded into counts: tests/adapters/sql/test_past.py",
    "quarter_sums": "dropped with the quarter's report: services/reports.py",
    "survey_answer": "warmline study end",
    "study_answer": "warmline study end",
}
"""Tables whose rows have an end, and are not deleted by their age alone."""


def with_an_end(info: Iterable[tuple[str, str]]) -> set[str]:
    """Tables of which a column is not kept for good, nor as long as something else stands."""
    return {name for name, kept in info if kept != FOR_GOOD and not kept.startswith("while ")}


def test_whatever_has_an_end_has_somebody_who_deletes_it_and_tells_so() -> None:
    declared = [(t.name, c.info["kept"]) for t in metadata.tables.values() for c in t.columns]
    at_once = dict.fromkeys(KEPT, datetime(2027, 1, 1, tzinfo=UTC))
    deleted = {table.name for table, _ in SqlPast._old(at_once).values()}
    assert with_an_end(declared) == deleted | BY_OTHERS.keys()
    assert WORDS.keys() == KEPT.keys(), "warmline forget has words for each"
    assert with_an_end([("x", "a year"), ("y", FOR_GOOD), ("z", "while they serve")]) == {"x"}


def test_these_can_fail() -> None:
    assert list(missing_tests("`tests/rules/tree.py::test_x` `tests/rules/no.py`"))
    assert sentences_not_said("## What callers are told\n> We keep nothing at all.", "We keep.")
