"""A spell is said once when it begins, again after hours, and once when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.alarms import (
    ALARMS,
    CALM,
    RETRY,
    Kind,
    Say,
    Spell,
    next_quarter,
    spell_of,
    told,
    turn,
)

AT = 1_800_000_000.0
PATIENT = replace(ALARMS[Kind.WORKERS], after=60.0, again=3600.0)
Look = tuple[float, bool]


def said(looks: Sequence[Look], *, taken: bool = True) -> list[tuple[int, Say]]:
    """What is said at which second, for looks at (second, whether it holds)."""
    spell: Spell | None = None
    heard = []
    for second, on in looks:
        spell, say = turn(spell, PATIENT, on=on, now=AT + second)
        if say is not None and spell is not None:
            heard.append((int(second), say))
            if taken:
                spell = told(spell, say, AT + second)
        assert spell is None or spell_of(spell.text()) == spell
    return heard


def test_it_is_said_once_it_has_lasted_long_enough() -> None:
    assert said([(0, True), (30, True), (60, True), (90, True)]) == [(60, Say.BEGINS)]


def test_what_passes_by_itself_is_never_said() -> None:
    assert said([(0, True), (30, True), (50, False), (80, True), (130, True)]) == []


def test_it_is_said_again_after_hours_and_not_before() -> None:
    looks = [(second, True) for second in range(0, 2 * 3600, 30)]
    assert said(looks) == [(60, Say.BEGINS), (3660, Say.LASTS)]


def test_that_it_is_over_is_said_when_it_stays_away() -> None:
    looks = [(0, True), (60, True), (90, False), (120, True), (150, False)]
    quiet = [(120 + CALM - 1, False), (120 + CALM, False), (120 + CALM + 30, False)]
    assert said(looks + quiet) == [(60, Say.BEGINS), (120 + int(CALM), Say.OVER)]


def test_what_no_channel_took_is_tried_again_after_a_minute() -> None:
    looks = [(float(second), True) for second in range(0, 250, 30)]
    assert [second for second, _ in said(looks, taken=False)] == [60, 120, 180, 240]
    assert RETRY == 60


def test_another_gap_is_another_spell() -> None:
    alarm = ALARMS[Kind.GAP_AHEAD]
    spell, say = turn(None, alarm, on=True, now=AT, detail="1")
    assert say is Say.BEGINS
    assert spell is not None
    spell = told(spell, say, AT)
    assert turn(spell, alarm, on=True, now=AT + 600, detail="1")[1] is None
    assert turn(spell, alarm, on=True, now=AT + 600, detail="")[1] is None, "it has begun: no news"
    assert turn(spell, alarm, on=True, now=AT + 600, detail="2")[1] is Say.BEGINS


@given(st.lists(st.tuples(st.integers(1, 900), st.booleans()), max_size=60))
def test_whatever_happens_over_follows_only_what_was_said(steps: list[tuple[int, bool]]) -> None:
    """And nothing is over twice, nor begun twice without being over in between."""
    second, looks = 0, []
    for wait, on in steps:
        second += wait
        looks.append((float(second), on))
    open_ = False
    for _, say in said(looks):
        assert (say is Say.BEGINS) is not open_
        open_ = say is not Say.OVER


@pytest.mark.parametrize("text", ["", "1|2|3", "a|b|c|d|", "||||"])
def test_what_cannot_be_read_is_no_spell(text: str) -> None:
    assert spell_of(text) is None


def test_every_kind_has_its_alarm() -> None:
    assert set(ALARMS) == set(Kind)


def test_a_condition_is_said_at_once_or_after_it_has_held_and_again_after_hours() -> None:
    hours = {one.kind: one.again / 3600 for one in ALARMS.values()}
    assert {kind: said for kind, said in hours.items() if said != 6} == {
        Kind.NOBODY_ON: 3,
        Kind.GAP_AHEAD: 24,
        Kind.NOBODY_ANSWERED: 0.25,
        Kind.SHIFT_ALONE: 0.25,
        Kind.DIRECTORY: 24,
        Kind.DIRECTORY_DUE: 30 * 24,
        Kind.DELETIONS: 24,
    }
    assert {one.kind: one.after for one in ALARMS.values() if one.after} == {
        Kind.WORKERS: 60,
        Kind.CLOCK: 60,
        Kind.QUEUE: 25,
        Kind.STORE: 25,
        Kind.DATABASE: 25,
    }
    assert CALM == 300


def test_a_coordinator_is_told_of_the_line_and_the_operator_of_the_installation() -> None:
    kinds = list(Kind)
    of_the_line = {one.kind for one in ALARMS.values() if one.of_line}
    assert of_the_line == set(kinds[: kinds.index(Kind.WORKERS)])


def test_what_comes_of_a_call_is_told_at_the_next_quarter_of_an_hour() -> None:
    assert [next_quarter(now) for now in (0.0, 1.0, 899.9, 900.0)] == [900, 900, 900, 1800]


def test_a_spell_has_been_said_to_nobody_when_it_begins() -> None:
    assert Spell(since=1.0, last=1.0) == Spell(1.0, 1.0, said=0.0, tried=0.0, detail="")
