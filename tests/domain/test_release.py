"""Nothing that is about fewer than eleven can be told from a report, nor from all of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.domain import attacker
from warmline.domain import exact
from warmline.domain.callback import Callback
from warmline.domain.counters import What
from warmline.domain.outcome import Bucket, Outcome
from warmline.domain.release import Release, Shown, fits, per_cent, release

Counts = dict[tuple[What, str], int]
LEFT = (
    Outcome.CRISIS,
    Outcome.PLACES,
    Outcome.CALLBACK,
    Outcome.SHORT_ABANDON,
    Outcome.ABANDONED,
)
POPULATIONS = 1000


def quarter(
    talked: int = 40,
    left: Iterable[int] = (0, 0, 0, 0, 0),
    *,
    rest: int = 0,
    spanish: int = 0,
    waits: Iterable[int] | None = None,
    more: Counts | None = None,
) -> tuple[Counts, Counter[str]]:
    """A quarter's counts and sums, with as many of each as is said."""
    gone = dict(zip(LEFT, left, strict=True))
    waited = list(waits) if waits is not None else [talked]
    arrived = talked + sum(gone.values()) + rest
    counts: Counts = {
        (What.OFFERED, Outcome.TALKED): talked,
        **{(What.OFFERED, one): n for one, n in gone.items()},
        **{(What.ANSWERED, one): n for one, n in zip(BUCKETS, waited, strict=False)},
        (What.LANGUAGE, "en"): arrived - spanish,
        (What.LANGUAGE, "es"): spanish,
        (What.HOUR, "10"): arrived,
    }
    sums = Counter({f"{exact.ANSWER}:12": talked, f"{exact.HUMAN}:20": talked, exact.OPEN: 1000})
    sums.update({exact.COVERED: 960, exact.HANDLED: talked, exact.Rung.ACCEPTED: talked})
    return counts | (more or {}), sums


BUCKETS = (
    Bucket.UNDER_20_S,
    Bucket.UNDER_60_S,
    Bucket.UNDER_2_MIN,
    Bucket.UNDER_4_MIN,
    Bucket.LONGER,
)


def made(*args: object, **how: object) -> Release:
    return release(*quarter(*args, **how), {})  # type: ignore[arg-type]  # as `quarter` takes them


def table(of: Release, name: str) -> Shown:
    return next(one for one in of.tables if one.name == name)


def figure(of: Release, name: str) -> int | None:
    return next(one.value for one in of.figures if one.name == name)


def test_a_quarter_with_many_calls_is_shown_in_full() -> None:
    told = made(80, (0, 12, 15, 11, 20), spanish=30, waits=[60, 20])
    assert told.totals == {"arrived": 138, "offered": 138, "answered": 80, "callbacks": 0}
    assert dict(table(told, "outcome").cells or ())["abandoned"] == 20
    assert figure(told, "answer_rate") == per_cent(80, 138 - 11) == 65
    assert figure(told, "service_level") == per_cent(80, 127)
    assert (figure(told, "answer_median"), figure(told, "coverage")) == (12, 95)


def test_everything_that_a_large_quarter_shows() -> None:
    counts, sums = quarter(80, (12, 13, 15, 11, 20), rest=12, spanish=60, waits=[35, 45])
    hours = {"05": 12, "06": 13, "11": 14, "12": 15, "17": 16, "18": 17, "23": 18, "10": 58}
    counts |= {(What.HOUR, hour): n for hour, n in hours.items()}
    counts |= {(What.CRISIS_KEY, ""): 45, (What.PLACES, "peer"): 71}
    back = {Callback.REACHED: 26, Callback.NOT_REACHED: 11, Callback.EXPIRED: 15}
    counts |= {(What.CALLBACK, how): n for how, n in back.items()}
    sums.update({exact.Rung.PASSED: 20, exact.Rung.MISSED: 40, exact.Rung.CAUGHT: 11})
    sums.update({exact.Rung.WITHDRAWN: 300, exact.unmet("language-es"): 32})
    sums[exact.HANDLED] = 106
    sums.update({exact.TALK: 66850, exact.WRAP: 12720, exact.IDLE: 1199, exact.LOST: 11})
    sums.update({f"{exact.DELAY}:30": 26, exact.SHORT: 3})
    told = release(counts, sums, {1: {1: 11, 3: 12, 4: 13, 5: 14}})
    assert told.totals == {"arrived": 163, "offered": 151, "answered": 80, "callbacks": 52}
    assert {one.name: one.cells for one in told.tables} == {
        "outcome": (
            *(("talked", 80), ("crisis", 12), ("places", 13), ("callback", 15)),
            *(("short_abandon", 11), ("abandoned", 20)),
        ),
        "wait": (
            *(("under_20_s", 35), ("under_60_s", 45), ("under_2_min", 0), ("under_4_min", 0)),
            ("over_4_min", 0),
        ),
        "language": (("en", 103), ("es", 60)),
        "hour": (("00-06", 12), ("06-12", 85), ("12-18", 31), ("18-24", 35)),
        "crisis_key": (("yes", 45), ("no", 118)),
        "place:peer": (("yes", 71), ("no", 92)),
        "unmet-language-es": (("yes", 32), ("no", 119)),
        "callback": (("reached", 26), ("not_reached", 11), ("expired", 15)),
        "rung": (("accepted", 55), ("passed", 15), ("missed", 25), ("caught", 5), ("failed", 0)),
        "survey:1": (("1", 20), ("2", 0), ("3", 25), ("4", 25), ("5", 30)),
    }
    assert {one.name for one in told.tables if one.shares} == {"rung", "survey:1"}
    assert [(one.name, one.unit, one.value) for one in told.figures] == [
        ("answer_rate", "%", 55),
        ("service_level", "%", 55),
        ("abandonment", "%", 45),
        ("just_left", "%", 15),
        *(("answer_mean", "s", 12), ("answer_median", "s", 12), ("answer_p90", "s", 12)),
        *(("human_mean", "s", 20), ("human_median", "s", 20), ("human_p90", "s", 20)),
        ("coverage", "%", 95),
        ("handling", "min", 13),
        ("occupancy", "%", 55),
        ("callback_success", "%", 50),
        ("delay_median", "min", 30),
        ("continuity", "", 14),
    ]


def test_what_is_of_eleven_calls_is_shown() -> None:
    told = made(11, waits=[0, 0, 11])
    assert table(told, "wait").cells == (
        *(("under_20_s", 0), ("under_60_s", 0), ("under_2_min", 11), ("under_4_min", 0)),
        ("over_4_min", 0),
    )
    assert (figure(told, "answer_rate"), figure(told, "answer_median")) == (100, 12)
    assert (figure(told, "handling"), figure(told, "continuity")) == (0, 0)
    assert table(told, "crisis_key").cells == (("yes", 0), ("no", 11))


def test_the_coarser_tables() -> None:
    """Each has a cell of three, which stands in none of them."""
    counts, sums = quarter(50, (11, 0, 0, 0, 0), waits=[])
    waits = {Bucket.UNDER_20_S: 12, Bucket.UNDER_2_MIN: 20, Bucket.UNDER_4_MIN: 15}
    counts |= {(What.ANSWERED, one): n for one, n in {**waits, Bucket.LONGER: 3}.items()}
    counts |= {(What.HOUR, "10"): 20, (What.HOUR, "15"): 20, (What.HOUR, "20"): 18}
    counts |= {(What.HOUR, "05"): 3, (What.CALLBACK, Callback.REACHED): 20}
    counts |= {(What.CALLBACK, Callback.NOT_REACHED): 3, (What.CALLBACK, Callback.EXPIRED): 8}
    sums.update({exact.Rung.FAILED: 3, exact.Rung.MISSED: 47, exact.Rung.WITHDRAWN: 999})
    told = release(counts, sums, {1: {1: 3, 3: 12, 4: 15, 5: 30}})
    assert table(told, "wait").cells == (("within_60_s", 12), ("over_60_s", 38))
    assert table(told, "hour").cells == (("06-18", 40), ("18-06", 21))
    assert table(told, "callback").cells == (("reached", 20), ("never", 11))
    assert table(told, "rung").cells == (("accepted", 50), ("not_accepted", 50))
    assert table(told, "survey:1").cells == (("1-3", 25), ("4-5", 75))


def test_how_soon_calls_were_answered_is_told_only_with_their_waits() -> None:
    told = made(40, (0, 0, 0, 0, 20), waits=[3, 20, 17])
    assert table(told, "wait").cells == (("within_60_s", 23), ("over_60_s", 17))
    assert figure(told, "service_level") == per_cent(40, 60)
    hidden = made(40, (0, 0, 0, 0, 20), waits=[3, 5, 32])
    assert table(hidden, "wait").cells is None
    assert (figure(hidden, "service_level"), figure(hidden, "answer_rate")) == (None, 65)


def test_talks_are_told_of_only_where_their_number_may_be_known() -> None:
    counts, sums = quarter(40)
    sums[exact.HANDLED] = 10
    told = release(counts, sums, {})
    assert (told.totals["answered"], figure(told, "handling")) == (40, None)
    counts, sums = quarter(40, (0, 0, 0, 0, 3))
    told = release(counts, sums, {})
    assert (told.totals["answered"], figure(told, "handling")) == (None, None)


def test_calls_back_and_those_who_took_one_are_not_told_both_when_few_are_between() -> None:
    for reached, shown in ((15, 15), (18, None), (26, 26)):
        told = made(40, (0, 0, 15, 0, 0), more={(What.CALLBACK, Callback.REACHED): reached})
        assert told.totals["callbacks"] == shown
        assert (figure(told, "callback_success") is None) == (shown is None)


def test_nor_are_two_things_that_nearly_the_same_callers_did() -> None:
    """Who heard of a place and pressed no 9, or is no speaker of Spanish, could be counted."""
    counts, sums = quarter(120, spanish=40)
    counts |= {(What.CRISIS_KEY, ""): 14, (What.PLACES, "food"): 17, (What.PLACES, "peer"): 43}
    told = release(counts, sums, {})
    assert table(told, "crisis_key").cells == (("yes", 14), ("no", 106))
    assert table(told, "place:food").cells is None
    assert table(told, "place:peer").cells is None
    far = {(What.CRISIS_KEY, ""): 14, (What.PLACES, "food"): 0, (What.PLACES, "peer"): 60}
    told = release(counts | far, sums, {})
    assert table(told, "place:peer").cells == (("yes", 60), ("no", 60))


def test_a_quarter_with_ten_calls_says_nothing_but_how_many_minutes_somebody_was_there() -> None:
    told = made(10)
    assert set(told.totals.values()) == {None, 0}
    assert {one.cells for one in told.tables if one.of in ("arrived", "offered", "answered")} == {
        None
    }
    assert {one.name for one in told.figures if one.value is not None} == {"coverage"}


def test_where_the_fine_table_cannot_be_shown_the_coarse_one_is() -> None:
    told = made(40, (3, 0, 0, 0, 9))
    assert table(told, "outcome").cells == (("talked", 40), ("not_talked", 12))
    assert figure(told, "answer_rate") is None


def test_where_not_even_the_coarse_one_can_be_shown_nothing_below_it_is() -> None:
    told = made(40, (0, 0, 0, 0, 3), waits=[20, 20])
    assert (told.totals["offered"], told.totals["answered"]) == (43, None)
    assert table(told, "wait").cells is None
    assert figure(told, "answer_mean") is None


def test_who_only_looked_in_cannot_be_told_from_a_difference() -> None:
    assert made(40, rest=4).totals["arrived"] is None
    assert made(40, rest=11).totals["arrived"] == 51


def test_nor_who_pressed_9_and_was_not_connected() -> None:
    crowded = made(40, (12, 0, 0, 0, 0), more={(What.CRISIS_KEY, ""): 15})
    assert table(crowded, "crisis_key").cells is None
    apart = made(40, (12, 0, 0, 0, 0), more={(What.CRISIS_KEY, ""): 30})
    assert table(apart, "crisis_key").cells == (("yes", 30), ("no", 22))


def test_answers_are_shares_and_only_where_each_was_given_by_none_or_by_eleven() -> None:
    counts, sums = quarter()
    told = release(counts, sums, {1: {1: 0, 2: 0, 3: 11, 4: 11, 5: 22}, 2: {1: 2, 3: 9, 5: 30}})
    assert table(told, "survey:1").cells == (("1", 0), ("2", 0), ("3", 25), ("4", 25), ("5", 50))
    assert table(told, "survey:2").cells == (("1-3", 25), ("4-5", 75))


@pytest.mark.parametrize(
    ("cut", "shown"), [(0, 0), (10, None), (11, 11), (29, 29), (30, None), (40, 40)]
)
def test_neither_the_talks_cut_off_nor_the_others_are_told_when_few(
    cut: int, shown: int | None
) -> None:
    counts, sums = quarter(40)
    sums[exact.LOST] = cut
    assert figure(release(counts, sums, {}), "continuity") == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(0, 30, 0), (1, 40, 5), (30, 30, 100), (1, 3, 35), (2, 3, 65), (31, 42, 75), (97, 100, 95)],
)
def test_per_cents_are_rounded_to_five(part: int, whole: int, shown: int) -> None:
    assert per_cent(part, whole) == shown


# -- the attacker ---------------------------------------------------------------------------------


def drawn(chance: random.Random) -> tuple[Counts, Counter[str]]:
    """A quarter as chance would have it, small numbers more often than large ones."""

    def some() -> int:
        return chance.choice(
            (0, 0, chance.randint(1, 12), chance.randint(1, 30), chance.randint(9, 90))
        )

    def split(whole: int, into: int) -> list[int]:
        cuts = sorted(chance.choice((0, whole, chance.randint(0, whole))) for _ in range(into - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]

    talked, left = some(), [some() for _ in LEFT]
    offered, rest = talked + sum(left), some()
    arrived = offered + rest
    english, spanish = split(arrived, 2)
    counts: Counts = {
        (What.OFFERED, Outcome.TALKED): talked,
        **{(What.OFFERED, one): n for one, n in zip(LEFT, left, strict=True)},
        **dict(zip(((What.ANSWERED, one) for one in BUCKETS), split(talked, 5), strict=True)),
        (What.LANGUAGE, "en"): english,
        (What.LANGUAGE, "es"): spanish,
        **dict(
            zip(
                ((What.HOUR, hour) for hour in ("03", "10", "15", "20")),
                split(arrived, 4),
                strict=True,
            )
        ),
        (What.CRISIS_KEY, ""): chance.randint(min(left[0], arrived), arrived),
        (What.PLACES, "peer"): chance.randint(0, arrived),
        **{
            (What.CALLBACK, one): some()
            for one in (Callback.REACHED, Callback.NOT_REACHED, Callback.EXPIRED)
        },
    }
    sums = Counter(
        {f"{exact.ANSWER}:12": talked, exact.unmet("language-es"): chance.randint(0, offered)}
    )
    return counts, sums


def test_over_a_thousand_quarters_in_a_row_nothing_small_is_found_out() -> None:
    """No call is in two of them and none is ever told again, so they have no equation in common."""
    chance = random.Random(32)  # reproducible, not secret
    shown = Counter[str]()
    for _ in range(POPULATIONS):
        one = release(*drawn(chance), {})
        assert attacker.found_out(one) == {}, one
        shown.update(table.name for table in one.tables if table.cells is not None)
    assert {"outcome", "wait", "language", "hour", "callback", "crisis_key"} <= set(shown)
    assert min(shown.values()) > POPULATIONS / 20, shown


def with_cells(of: Release, name: str, cells: tuple[tuple[str, int], ...]) -> Release:
    return replace(
        of,
        tables=tuple(replace(one, cells=cells) if one.name == name else one for one in of.tables),
    )


def test_the_attacker_can_succeed_a_small_cell_that_is_shown() -> None:
    told = made(40, (3, 0, 0, 0, 9))
    fine = (("talked", 40), ("crisis", 3), ("places", 0), ("callback", 0), ("short_abandon", 0))
    assert attacker.found_out(with_cells(told, "outcome", (*fine, ("abandoned", 9))))


def test_one_hidden_cell_in_a_table_with_a_total() -> None:
    told = made(40, spanish=3)
    assert attacker.found_out(with_cells(told, "language", (("en", 37),)))["language.es"] == 3


def test_the_answered_told_by_their_waits() -> None:
    told = made(40, (0, 0, 0, 0, 3), waits=[20, 20])
    waits = (("within_60_s", 40), ("over_60_s", 0))
    found = attacker.found_out(with_cells(told, "wait", waits))
    assert not found  # who did not talk may have left in five ways
    assert (
        attacker.solved(attacker.known(with_cells(told, "wait", waits), ["en", "es"]))["answered"]
        == 40
    )


def test_who_only_looked_in_told_by_a_difference() -> None:
    told = made(40, rest=4)
    found = attacker.found_out(replace(told, totals={**told.totals, "arrived": 44}))
    assert found["rest"] == 4


def test_numbers_that_leave_no_room() -> None:
    system = attacker.System()
    system.equal(["a", "b"], 3)
    system.equal(["a", "c"], 0)
    assert attacker.bounded(system) == {"a": 0, "b": 3, "c": 0}
    assert attacker.possible([(2, 11)])[0] == set(range(1, 11))


def test_none_or_eleven() -> None:
    assert [n for n in range(14) if fits(n)] == [0, 11, 12, 13]
