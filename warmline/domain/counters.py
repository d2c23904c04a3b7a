"""What stays of ended calls for good: counts, each along one dimension, and none that says more.

Only what a measure is made of is counted (see `MEASURES`). What describes a day is a count of that
day; what describes callers is a count of a quarter, so that a day with a single call does not put
its hour, its language and its talk side by side. Why: docs/decisions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from warmline.domain.callback import OWN_ROW, Callback
from warmline.domain.outcome import Bucket, CallRow, Outcome


class What(StrEnum):
    """What is counted."""

    OFFERED = "offered"
    """By outcome: calls that wanted a peer while the line was open, without calls back."""
    ANSWERED = "answered"
    """By how long was waited: those of them that talked with a peer."""
    ENDED = "ended"
    """By outcome: every row, calls back too."""
    WAITED = "waited"
    """By how long was waited: those that were offered, answered or not."""
    TALKED = "talked"
    """By how long was talked: every talk, calls back too."""
    LANGUAGE = "language"
    """By language code: arriving calls."""
    HOUR = "hour"
    """By hour in the line's zone, `00` to `23`: arriving calls."""
    PLACES = "places"
    """By kind of place that was read out."""
    CALLBACK = "callback"
    """By what came of a call back, and how often one was promised."""
    CRISIS_KEY = "crisis_key"
    """Arriving calls in which key 9 was pressed; no value."""
    RUNG = "rung"
    """Supporters' phones that were rung; no value."""


A_DAY: Final = frozenset({What.OFFERED, What.ANSWERED})
"""Counted by day; everything else by quarter."""

MEASURES: Final = {
    What.OFFERED: "offered, short abandons, answered, answer rate, abandonment and its parts",
    What.ANSWERED: "service level, time to answer",
    What.ENDED: "what becomes of calls, closed hours too",
    What.WAITED: "patience, for the plan of shifts",
    What.TALKED: "handling time, occupancy",
    What.LANGUAGE: "unmet wishes: in which languages people call",
    What.HOUR: "calls an hour, for the plan of shifts",
    What.PLACES: "abandonment to a resource: which kinds help",
    What.CALLBACK: "callback success",
    What.CRISIS_KEY: "how often the crisis door is used",
    What.RUNG: "offer acceptance",
}
"""Which measure each is for; what no measure needs is not counted."""


@dataclass(frozen=True, slots=True, order=True)
class Tally:
    """What one count is of. `since`: its day, or the first day of its quarter."""

    line: str
    since: date
    what: What
    value: str = ""


def quarter(day: date) -> date:
    """The first day of the quarter in which a day lies."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def after(quarter: date) -> date:
    """The first day of the quarter after one."""
    return date(quarter.year + quarter.month // 10, (quarter.month + 2) % 12 + 1, 1)


def counted(rows: Iterable[CallRow]) -> Counter[Tally]:
    """What is to be added for these rows."""
    found: Counter[Tally] = Counter()
    for row in rows:
        for what, value, count in _of(row):
            since = row.day if what in A_DAY else quarter(row.day)
            found[Tally(row.line, since, what, value)] += count
    return found


def _of(row: CallRow) -> Iterator[tuple[What, str, int]]:
    yield What.ENDED, row.outcome, 1
    if row.outcome is Outcome.TALKED:
        yield What.TALKED, row.talk, 1
    if row.offers:
        yield What.RUNG, "", row.offers
    if row.callback is not Callback.NONE:
        yield What.CALLBACK, row.callback, 1
    for kind in row.places_heard:
        yield What.PLACES, kind, 1
    if row.callback not in OWN_ROW:
        yield from _of_an_arrival(row)


def _of_an_arrival(row: CallRow) -> Iterator[tuple[What, str, int]]:
    yield What.LANGUAGE, row.language, 1
    yield What.HOUR, f"{row.hour:02}", 1
    if row.crisis_key:
        yield What.CRISIS_KEY, "", 1
    if row.open and row.wait is not Bucket.NONE:
        yield What.OFFERED, row.outcome, 1
        yield What.WAITED, row.wait, 1
        if row.outcome is Outcome.TALKED:
            yield What.ANSWERED, row.wait, 1
