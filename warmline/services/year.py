"""A year in numbers, for those who fund a line: worked out from released reports and nothing else.

So it says nothing that its quarters have not said, about eleven or more each. What a quarter did
not show is missing here, too, and said to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from warmline.domain.release import ANSWERED, ARRIVED, CALLBACKS, OFFERED, Release
from warmline.ports.quarters import Document
from warmline.services.reports import released

MINUTES_OF_A_UNIT: Final = 15
"""A unit of service: a quarter of an hour for which peers were with callers, in all, the rest after
a talk included. Of no one call: what is left of a unit is left away once, at the end of a quarter.
"""
HANDLING: Final = "handling"
QUARTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Sum:
    """A number of a year. `shown`: in how many of its quarters it was released."""

    value: int
    shown: int

    @property
    def whole(self) -> bool:
        """Whether no quarter is missing in it."""
        return self.shown == QUARTERS


@dataclass(frozen=True, slots=True)
class Year:
    """One year of one line."""

    year: int
    reports: int
    arrived: Sum
    offered: Sum
    answered: Sum
    callbacks: Sum
    units: Sum


def summary(year: int, documents: Sequence[Document]) -> Year:
    """The sums of a year's reports; reports of other years are passed over."""
    mine = [released(one) for one in documents if str(one["quarter"]).startswith(f"{year}-")]

    def total(name: str) -> Sum:
        return _sum(one.totals.get(name) for one in mine)

    return Year(
        year,
        len(mine),
        total(ARRIVED),
        total(OFFERED),
        total(ANSWERED),
        total(CALLBACKS),
        _sum(_units(one) for one in mine),
    )


def _units(one: Release) -> int | None:
    """Units of service of a quarter: how many talks, times what one takes in the mean."""
    mean = next((figure.value for figure in one.figures if figure.name == HANDLING), None)
    talks = one.totals.get(ANSWERED)
    return None if mean is None or talks is None else talks * mean // MINUTES_OF_A_UNIT


def _sum(values: Iterable[int | None]) -> Sum:
    known = [value for value in values if value is not None]
    return Sum(sum(known), len(known))
