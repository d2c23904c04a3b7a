"""Emergency switches: which one holds, and what it keeps from being rung."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warmline.domain.switches import KEPT, LASTS, Means, Switch, in_force, is_shut, passed_over

NOON = datetime(2027, 5, 3, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)
CLOSED = Switch("c", Means.CLOSED, NOON, NOON + HOUR)
RIVERS = Switch("n", Means.ONE_NUMBER, NOON + HOUR, NOON + 2 * HOUR, supporter="river")


def test_a_switch_lasts_from_half_an_hour_to_three_days() -> None:
    assert [minutes / 60 for minutes in LASTS] == [0.5, 1, 2, 4, 8, 24, 72]
    assert KEPT == 24 * HOUR


def test_it_holds_from_its_beginning_until_its_end() -> None:
    second = timedelta(seconds=1)
    times = (NOON - second, NOON, NOON + HOUR - second, NOON + HOUR)
    assert [CLOSED.holds(at) for at in times] == [False, True, True, False]


def test_a_closed_line_rings_nobody_and_one_number_nobody_else() -> None:
    both = (CLOSED, RIVERS)
    assert [is_shut(both, NOON + n * HOUR) for n in (-1, 0, 1, 2)] == [False, True, False, False]
    found = {
        who: [passed_over(both, who, NOON + n * HOUR) for n in (-1, 0, 1, 2)]
        for who in ("river", "sage")
    }
    assert found == {"river": [False, True, False, False], "sage": [False, True, True, False]}


def test_of_two_the_newest_holds() -> None:
    newer = Switch("d", Means.CLOSED, NOON, NOON + 2 * HOUR)
    assert in_force((RIVERS, newer), NOON + HOUR) is newer
    assert in_force((newer, RIVERS), NOON + HOUR) is RIVERS
