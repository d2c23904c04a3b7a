"""What a table makes of the rows that are there, and what of it waits for a second person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest

from warmline.domain.directory.changes import (
    Plan,
    Planning,
    Refused,
    changed,
    imported,
    turned,
    verified,
)
from warmline.domain.directory.rows import Row
from warmline.domain.line import Keeper, Place

TODAY = date(2026, 11, 24)
LATER = TODAY + timedelta(days=30)
PEER = Place("nami", "peer", "A peer line", "+16505550151", method="operator page", verify_by=LATER)
CRISIS = replace(PEER, key="dv", kind="crisis", dial="+16505550150")


def planning(*places: Place, file_speaks: bool = True) -> Planning:
    ids = (f"p{n}" for n in count(1))
    return Planning.of(places, [], "AB", TODAY, lambda: next(ids), file_speaks=file_speaks)


def table(old: Place | None, new: Place, *, drop: bool = False) -> tuple[str, Plan]:
    """What becomes of one row of a table, and the directory after it."""
    plan = imported(planning(*([old] if old else [])), [Row(2, new)], drop_missing=drop)
    return plan.told[0].outcome, plan


@pytest.mark.parametrize(
    ("old", "new", "outcome", "on"),
    [
        (None, {}, "taken", True),
        (None, {"method": "third party"}, "disabled", False),
        (None, {"method": "third party", "enabled": False}, "taken", False),
        ({"method": "third party"}, {"method": "third party", "hours": "24/7"}, "taken", True),
        ({"method": "third party"}, {"method": "third party"}, "unchanged", True),
        (
            {"method": "third party"},
            {"method": "third party", "dial": "+16505550152"},
            "disabled",
            False,
        ),
        (
            {"method": "third party", "enabled": False},
            {"method": "third party", "hours": "24/7"},
            "disabled",
            False,
        ),
    ],
)
def test_what_nobody_has_confirmed_is_not_turned_on_by_a_table_nor_turned_off(
    old: dict[str, object] | None, new: dict[str, object], outcome: str, on: bool
) -> None:
    before = replace(PEER, **old) if old is not None else None  # type: ignore[arg-type]
    found, plan = table(before, replace(PEER, **new))  # type: ignore[arg-type]
    assert found == outcome
    assert [one.enabled for one in plan.places] == [on]


def test_a_changed_crisis_row_waits_and_a_newer_look_at_it_does_not() -> None:
    found, plan = table(CRISIS, replace(CRISIS, hours="24/7"))
    assert (found, plan.places, len(plan.proposals)) == ("proposed", (CRISIS,), 1)
    looked = replace(CRISIS, verified_on=TODAY, verified_by="CD", verify_by=LATER)
    found, plan = table(CRISIS, looked)
    assert (found, plan.places, plan.proposals) == ("taken", (looked,), ())
    found, plan = table(None, CRISIS)
    assert (found, plan.places, len(plan.proposals)) == ("proposed", (), 1)


@pytest.mark.parametrize(
    ("old", "drop", "outcome", "left"),
    [
        (PEER, False, "left", [True]),
        (PEER, True, "removed", []),
        (CRISIS, True, "proposed", [True]),
        (replace(PEER, kept_in=Keeper.FILE), True, "left", [True]),
        (replace(PEER, kept_in=Keeper.PROGRAM), True, "disabled", [False]),
    ],
)
def test_what_is_missing_in_a_table(old: Place, drop: bool, outcome: str, left: list[bool]) -> None:
    plan = imported(planning(old), [], drop_missing=drop)
    assert [one.outcome for one in plan.told] == [outcome]
    assert [one.enabled for one in plan.places] == left
    assert imported(planning(old), []).told[0].outcome == "left", "unless it is asked for"


def test_a_row_of_the_file_is_changed_there_while_the_file_speaks() -> None:
    ours = replace(PEER, kept_in=Keeper.FILE)
    with pytest.raises(Refused, match="own file"):
        changed(planning(ours), "nami", replace(ours, hours="24/7"))
    free = changed(planning(ours, file_speaks=False), "nami", replace(ours, hours="24/7"))
    assert free.places[0].hours == "24/7"
    usual = Planning({ours.key: ours}, [], "AB", TODAY, str)
    assert usual.is_of_file(ours), "as long as nothing else is said"
    assert not usual.is_of_file(None)


def test_a_look_is_good_for_half_a_year_or_as_long_as_is_said_and_keeps_its_owner() -> None:
    owned = replace(PEER, owner="CD")
    (row,) = verified(planning(owned), "nami", "by e-mail", None).places
    assert (row.verify_by, row.owner) == (TODAY + timedelta(days=182), "CD")
    (row,) = verified(planning(owned), "nami", "by e-mail", TODAY, "EF").places
    assert (row.verify_by, row.owner) == (TODAY, "EF")
    (row,) = changed(planning(owned), "nami", replace(PEER, hours="24/7")).places
    assert (row.hours, row.owner) == ("24/7", "CD")
    (row,) = changed(planning(owned), "nami", replace(PEER, owner="GH")).places
    assert row.owner == "GH"


def test_a_row_is_turned_on_or_off_once() -> None:
    off = replace(PEER, enabled=False)
    assert turned(planning(off), "nami", on=True).places[0].enabled
    for row, on, said in ((PEER, True, "is on already"), (off, False, "is off already")):
        with pytest.raises(Refused, match=said):
            turned(planning(row), "nami", on=on)
