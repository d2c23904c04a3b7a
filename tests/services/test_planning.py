"""A plan from a line's own counts: only of whole quarters, and never of a few calls."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from warmline.adapters.toml_line import read_line_file
from warmline.demo.stories._story import line_toml
from warmline.domain.counters import Tally, What
from warmline.domain.line import LineBook
from warmline.domain.outcome import Bucket, Outcome
from warmline.domain.picking_up import Pickup, Way
from warmline.domain.planning import Demand
from warmline.services.planning import Known, known, plan

SPRING = date(2027, 4, 1)
LATE_IN_AUGUST = date(2027, 8, 20)


@pytest.fixture(scope="module")
def book() -> LineBook:
    return read_line_file(line_toml("River", hours="08:00-22:00"), seed=[], others=[])


def counts(offered: int, talks: dict[Bucket, int] | None = None) -> Counter[Tally]:
    """So many calls on two days of spring."""
    found: Counter[Tally] = Counter()
    for day, part in ((SPRING, offered // 2), (date(2027, 6, 30), offered - offered // 2)):
        found[Tally("county", day, What.OFFERED, Outcome.TALKED)] += part
    for bucket, count in (talks or {}).items():
        found[Tally("county", SPRING, What.TALKED, bucket)] += count
    return found


def test_a_rate_is_told_with_two_digits_from_the_last_whole_quarter(book: LineBook) -> None:
    found = known(book, counts(500), LATE_IN_AUGUST)
    assert found is not None
    assert (found.since, found.talk) == (SPRING, None)
    assert found.per_hour == 0.39, "500 calls in 91 days of 14 hours"


def test_ten_calls_are_not_told_and_eleven_are(book: LineBook) -> None:
    assert known(book, counts(10, {Bucket.UNDER_40_MIN: 10}), LATE_IN_AUGUST) is None
    assert known(book, counts(11), LATE_IN_AUGUST) is not None
    found = known(book, counts(0, {Bucket.UNDER_40_MIN: 11}), LATE_IN_AUGUST)
    assert found == Known(SPRING, None, 40.0), "27 and a half minutes, and ten of rest"


def test_a_quarter_counts_when_its_last_row_has_been_counted(book: LineBook) -> None:
    """The rows of the end of June are rows until the end of July."""
    assert known(book, counts(500), date(2027, 7, 30)) is None
    assert known(book, counts(500), date(2027, 7, 31)) is not None


def test_another_lines_calls_are_not_this_ones(book: LineBook) -> None:
    other = {Tally("other", SPRING, What.OFFERED, Outcome.TALKED): 500}
    assert known(book, other, LATE_IN_AUGUST) is None


def test_a_plan_shows_some_more_than_are_enough_and_says_when_none_are() -> None:
    good = plan(Demand(1), Pickup(0.7), Way(), together=5)
    assert good.enough is not None
    assert [row.supporters for row in good.rows] == [1, 2, 3, 4, 5, 6]
    assert good.enough == good.rows[2]
    assert good.surge.callers == 5
    hopeless = plan(Demand(1), Pickup(0.01), Way(), together=5)
    assert (hopeless.enough, len(hopeless.rows)) == (None, 5)
