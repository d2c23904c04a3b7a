"""A legal hold is begun by two people and ended by two people."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.books import COUNTY
from warmline.domain.legal_hold import CannotHold, LegalHold, approve, end, propose
from warmline.domain.line import LineBook

NOW = datetime(2027, 5, 3, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def proposed() -> LegalHold:
    return propose(None, "h", "Order 12 of the county court", "Ann", NOW)


def on() -> LegalHold:
    return approve(proposed(), "Ben", LATER)


def test_it_is_on_when_a_second_person_has_approved_it() -> None:
    assert not proposed().on
    assert on().on
    assert (on().approved_by, on().approved_at) == ("Ben", LATER)


@pytest.mark.parametrize("again", ["Ann", "ann", "  ANN "])
def test_whoever_proposed_it_does_not_approve_it(again: str) -> None:
    with pytest.raises(CannotHold, match="second person"):
        approve(proposed(), again, LATER)


def test_it_ends_when_two_have_said_so() -> None:
    asked = end(on(), "Ann", LATER)
    assert asked.on
    with pytest.raises(CannotHold, match="second person"):
        end(asked, "ann", LATER)
    over = end(asked, "Ben", LATER)
    assert not over.on
    assert (over.end_by, over.ended_by, over.ended_at) == ("Ann", "Ben", LATER)


def test_a_mere_proposal_is_taken_back_by_one() -> None:
    assert end(proposed(), "Ann", LATER).ended_at == LATER


@pytest.mark.parametrize("current", [proposed(), on()])
def test_there_is_one_at_a_time(current: LegalHold) -> None:
    with pytest.raises(CannotHold, match="already"):
        propose(current, "i", "Another order", "Cem", NOW)


def test_what_means_nothing_is_refused_in_a_sentence() -> None:
    with pytest.raises(CannotHold, match="Nobody has proposed"):
        approve(None, "Ben", NOW)
    with pytest.raises(CannotHold, match="on already"):
        approve(on(), "Cem", NOW)
    with pytest.raises(CannotHold, match="no legal hold"):
        end(None, "Ben", NOW)
    with pytest.raises(CannotHold, match="which order"):
        propose(None, "h", " ", "Ann", NOW)
    with pytest.raises(CannotHold, match="Sign"):
        propose(None, "h", "Order 12", " ", NOW)


def test_a_reason_has_at_most_200_characters_and_a_name_60() -> None:
    assert propose(None, "h", "w" * 200, "n" * 60, NOW).proposed_by == "n" * 60
    with pytest.raises(CannotHold, match="which order"):
        propose(None, "h", "w" * 201, "Ann", NOW)
    with pytest.raises(CannotHold, match="Sign"):
        propose(None, "h", "Order 12", "n" * 61, NOW)


def test_a_line_of_which_nobody_said_otherwise_deletes_as_it_promised() -> None:
    assert not LineBook(COUNTY, ()).held
