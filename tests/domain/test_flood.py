"""How long there is asked for room, and what a row says of who was turned away."""

from __future__ import annotations

from dataclasses import replace

from warmline.domain.flood import MOST_TIMES, MOST_TIMES_SILENT, gives_up
from warmline.domain.outcome import Facts, Outcome, outcome_of

TURNED_AWAY = Facts(
    row="x",
    line="county",
    language="en",
    open=True,
    received=100.0,
    wanted_at=0.0,
    first_bridge=0.0,
    talked=0.0,
    ended=160.0,
    offers=0,
    crisis_key=False,
    crisis_bridge=False,
    places=frozenset({"peer"}),
    flooded=True,
)


def test_who_pressed_a_key_is_asked_for_longer_than_who_says_nothing() -> None:
    assert not gives_up(MOST_TIMES, keyed=True)
    assert gives_up(MOST_TIMES + 1, keyed=True)
    assert not gives_up(MOST_TIMES_SILENT, keyed=False)
    assert gives_up(MOST_TIMES_SILENT + 1, keyed=False)


def test_who_found_no_room_counts_as_flooded_whatever_they_heard_meanwhile() -> None:
    assert outcome_of(TURNED_AWAY) is Outcome.FLOODED


def test_who_got_through_in_the_end_counts_as_everybody_else() -> None:
    assert outcome_of(replace(TURNED_AWAY, wanted_at=130.0)) is Outcome.PLACES
    talked = replace(TURNED_AWAY, wanted_at=130.0, first_bridge=140.0)
    assert outcome_of(talked) is Outcome.TALKED
    assert outcome_of(replace(TURNED_AWAY, crisis_bridge=True)) is Outcome.CRISIS
