"""A spell is said once when it begins, again after hours, and once when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.alarms import ALARMS, CALM, RETRY, Kind, Say, Spell, spell_of, told, turn

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
