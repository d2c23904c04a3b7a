"""What stays of ended calls: exactly what the measures are made of, one dimension at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.callback import OWN_ROW, Callback
from warmline.domain.counters import A_DAY, MEASURES, Tally, What, after, counted, quarter
from warmline.domain.outcome import Bucket, CallRow, Outcome

DAY = date(2027, 5, 3)
ROW = CallRow(
    id="c1",
    line="county",
    day=DAY,
    hour=9,
    language="es",
    open=True,
    outcome=Outcome.TALKED,
    wait=Bucket.UNDER_20_S,
    talk=Bucket.UNDER_40_MIN,
    offers=2,
    crisis_key=True,
    places_heard=("peer", "crisis"),
)
rows = st.builds(
    CallRow,
    id=st.uuids().map(str),
    line=st.sampled_from(["county", "other"]),
    day=st.dates(date(2026, 12, 1), date(2027, 7, 1)),
    hour=st.integers(0, 23),
    language=st.sampled_from(["en", "es"]),
    open=st.booleans(),
    outcome=st.sampled_from(Outcome),
    wait=st.sampled_from(Bucket),
    talk=st.sampled_from(Bucket),
    offers=st.integers(0, 9),
    crisis_key=st.booleans(),
    places_heard=st.sets(st.sampled_from(["peer", "crisis", "food"])).map(tuple),
    callback=st.sampled_from(Callback),
)


def shown(*some: CallRow) -> dict[tuple[What, str], int]:
    return {(one.what, one.value): count for one, count in counted(some).items()}


def test_a_call_that_was_answered() -> None:
    assert shown(ROW) == {
        (What.OFFERED, "talked"): 1,
        (What.ANSWERED, "under_20_s"): 1,
        (What.WAITED, "under_20_s"): 1,
        (What.ENDED, "talked"): 1,
        (What.TALKED, "under_40_min"): 1,
        (What.LANGUAGE, "es"): 1,
        (What.HOUR, "09"): 1,
        (What.PLACES, "peer"): 1,
        (What.PLACES, "crisis"): 1,
        (What.CRISIS_KEY, ""): 1,
        (What.RUNG, ""): 2,
    }


def test_a_call_that_wanted_nobody_or_came_outside_the_hours_was_not_offered() -> None:
    for row in (replace(ROW, wait=Bucket.NONE), replace(ROW, open=False)):
        assert not {what for what, _ in shown(row)} & {What.OFFERED, What.ANSWERED, What.WAITED}


def test_a_call_back_is_no_arriving_call() -> None:
    row = replace(ROW, callback=Callback.REACHED)
    assert shown(row) == {
        (What.ENDED, "talked"): 1,
        (What.TALKED, "under_40_min"): 1,
        (What.RUNG, ""): 2,
        (What.CALLBACK, "reached"): 1,
        (What.PLACES, "peer"): 1,
        (What.PLACES, "crisis"): 1,
    }


def test_a_quarter_begins_on_its_first_day() -> None:
    begins = [quarter(date(2027, month, 28)) for month in range(1, 13)]
    assert begins == [date(2027, month, 1) for month in (1, 4, 7, 10) for _ in range(3)]


def test_a_quarter_is_followed_by_the_next_one_and_the_last_by_the_next_years_first() -> None:
    assert [after(date(2027, month, 1)) for month in (1, 4, 7, 10)] == [
        *(date(2027, month, 1) for month in (4, 7, 10)),
        date(2028, 1, 1),
    ]


def test_everything_that_is_counted_is_for_a_measure() -> None:
    assert set(MEASURES) == set(What)


def test_a_day_with_a_single_call_does_not_tell_its_hour_its_language_or_its_talk() -> None:
    """Of the day there is how it ended and how long was waited; the rest is the quarter's."""
    of_the_day = {one for one in counted([ROW]) if one.since == DAY}
    assert {one.what for one in of_the_day} == {What.OFFERED, What.ANSWERED} == A_DAY


@given(st.lists(rows, max_size=30))
def test_counts_are_the_same_in_whatever_order_and_in_however_many_parts(
    some: list[CallRow],
) -> None:
    half = len(some) // 2
    assert counted(some) == counted(reversed(some))
    assert counted(some) == counted(some[:half]) + counted(some[half:])


@given(st.lists(rows, max_size=30))
def test_each_dimension_adds_up_by_itself(some: list[CallRow]) -> None:
    found = counted(some)
    arriving = sum(row.callback not in OWN_ROW for row in some)
    assert total(found, What.ENDED) == len(some)
    assert total(found, What.LANGUAGE) == total(found, What.HOUR) == arriving
    assert total(found, What.OFFERED) == total(found, What.WAITED) <= arriving
    assert total(found, What.RUNG) == sum(row.offers for row in some)
    answered = sum(n for one, n in found.items() if (one.what, one.value) == ("offered", "talked"))
    assert total(found, What.ANSWERED) == answered


def total(found: Counter[Tally], what: What) -> int:
    return sum(count for one, count in found.items() if one.what is what)
