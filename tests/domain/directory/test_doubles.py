"""Two rows that lead a caller to the same telephone, and who is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.books import BOOK
from warmline.adapters.seed_directory import seed_directory
from warmline.domain.directory.changes import Planning, imported
from warmline.domain.directory.concerns import directory_warnings
from warmline.domain.directory.facts import doubles
from warmline.domain.directory.rows import Row
from warmline.domain.line import Place

TODAY = date(2026, 11, 24)
ONE = Place("one", "peer", "One", "+16505550150", text="HOME to 741741")
OTHER = Place("other", "peer", "Other", "+16505550151", text="HELPLINE to 62640")


def test_the_directory_that_comes_with_the_program_names_nothing_twice() -> None:
    assert doubles(replace(row.place, enabled=True) for row in seed_directory()) == {}


@pytest.mark.parametrize(
    "same",
    [
        {"dial": "+16505550150"},
        {"text": "home to 741741"},
        {"dial": "", "text": "(650) 555-0150"},
    ],
)
def test_rows_that_share_a_way_in_are_named_together(same: dict[str, str]) -> None:
    texted = replace(ONE, text="+16505550150") if same.get("dial") == "" else ONE
    found = doubles([texted, replace(OTHER, **same)])  # type: ignore[arg-type]  # only strings
    assert found == {"one": ("other",), "other": ("one",)}


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        replace(OTHER, text="AYUDA to 741741"),
        replace(OTHER, text="+16505550150"),
        replace(OTHER, dial=ONE.dial, enabled=False),
    ],
)
def test_another_word_another_way_or_a_row_that_is_off_is_no_double(other: Place) -> None:
    assert doubles([ONE, other]) == {}


def test_a_branch_of_988_is_not_988() -> None:
    lifeline = Place("988", "crisis", "988", short_code="988")
    branch = Place("vcl", "crisis", "Veterans", short_code="988 then 1")
    assert doubles([lifeline, branch]) == {}
    assert doubles([branch, replace(branch, key="again")]).keys() == {"vcl", "again"}


def test_check_tells_of_a_pair_once_and_how_to_mend_it() -> None:
    book = replace(BOOK, places=(ONE, replace(OTHER, dial=ONE.dial)))
    (told,) = [one for one in directory_warnings(book, TODAY) if "same telephone" in one.said]
    assert "one and other lead to the same telephone" in told.said
    assert told.mend.endswith("warmline directory disable other")
    assert not told.wrong
    assert not told.alarm


def test_an_import_tells_it_beside_each_row() -> None:
    planning = Planning.of([ONE], (), "AB", TODAY, lambda: "p1")
    good = {"method": "operator page", "dial": ONE.dial}
    row = Row(2, replace(OTHER, **good))  # type: ignore[arg-type]  # only strings
    told = imported(planning, [row]).told
    assert [(one.key, one.outcome, one.why) for one in told if one.key == "other"] == [
        ("other", "taken", "the same telephone as one")
    ]
