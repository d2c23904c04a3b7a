"""How long a flag lasts, and that what it leaves says nothing by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.books import LA
from warmline.domain.flags import LONGER, WEEKS_KEPT, lasts, mark, period, token, week

DAY = 24 * 3600


def test_there_is_a_new_key_every_23_days_and_each_lives_for_30() -> None:
    assert [period(day * DAY) for day in (0, 22, 23, 45, 46)] == [0, 0, 1, 1, 2]
    assert lasts(0, 0) == 30 * DAY
    assert lasts(1, 23 * DAY) == 30 * DAY
    assert lasts(1, 40 * DAY) == 13 * DAY


@given(st.floats(0, 4e9))
def test_a_flag_always_has_its_whole_week_before_its_key_ends(now: float) -> None:
    assert lasts(period(now), now) >= LONGER


def test_what_stands_for_a_number_is_ten_signs_that_differ_by_key_line_and_number() -> None:
    number = "+16505550111"
    tokens = [
        token("key", "county", number),
        token("other", "county", number),
        token("key", "valley", number),
        token("key", "county", "+16505550112"),
    ]
    assert all(one != other for one, other in combinations(tokens, 2))
    assert {len(one) for one in tokens} == {10}
    assert token("key", "county", number) == tokens[0]
    assert mark("key", tokens[0], "river") != mark("key", tokens[0], "sage")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2027, 1, 4, 7, 59, tzinfo=UTC), "2026-W53"),
        (datetime(2027, 1, 4, 8, 0, tzinfo=UTC), "2027-W01"),
    ],
)
def test_flags_are_counted_by_the_week_on_the_lines_own_clock(at: datetime, said: str) -> None:
    assert week(at, LA) == said


def test_it_is_known_for_five_weeks_how_many_there_were() -> None:
    assert WEEKS_KEPT == 5
