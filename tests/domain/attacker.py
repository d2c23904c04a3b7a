"""Somebody who has all releases, knows how they are made, and wants to know about a few callers.

They know which cells add up to which totals, and solve for what was withheld: exactly, by
elimination over fractions; by bounds, since nobody counts less than none; from the per cents; and
from the very rule, which says that a table is withheld because one of its cells is small.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from warmline.domain.release import Release

SMALL = range(1, 11)
OUTCOMES = ("talked", "crisis", "places", "callback", "short_abandon", "abandoned")
WAITS = ("under_20_s", "under_60_s", "under_2_min", "under_4_min", "over_4_min")
HOURS = ("00-06", "06-12", "12-18", "18-24")
CALLBACKS = ("reached", "not_reached", "expired")
COARSE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "outcome": {"talked": OUTCOMES[:1], "not_talked": OUTCOMES[1:]},
    "wait": {"within_60_s": WAITS[:2], "over_60_s": WAITS[2:]},
    "hour": {"06-18": HOURS[1:3], "18-06": (HOURS[0], HOURS[3])},
    "callback": {"reached": CALLBACKS[:1], "never": CALLBACKS[1:]},
}
"""What a coarser table's cells are made of. The finest cells of each table are these together."""
PARTS_OF_ALL = {"outcome": "offered", "wait": "outcome.talked", "callback": "callbacks"}
NESTED = (
    ("crisis_key.yes", "outcome.crisis"),
    ("callbacks", "outcome.callback"),
    ("arrived", "offered"),
)
"""The first holds the second on some lines: who is only in the first can be counted, too."""

Sum = dict[str, Fraction]
"""A weighted sum of unknown counts."""


@dataclass
class System:
    """Equations between unknown counts."""

    rows: list[tuple[Sum, Fraction]] = field(default_factory=list)

    def equal(self, parts: Iterable[str], whole: str | int) -> None:
        """These add up to that."""
        left: Sum = {}
        for part in parts:
            left[part] = left.get(part, Fraction(0)) + 1
        if isinstance(whole, str):
            left[whole] = left.get(whole, Fraction(0)) - 1
        self.rows.append((left, Fraction(0 if isinstance(whole, str) else whole)))


def known(release: Release, languages: Iterable[str]) -> System:
    """What the release says, as equations, with what everybody knows of how it is made."""
    system = System()
    fine = {
        name: [one for group in groups.values() for one in group] for name, groups in COARSE.items()
    }
    fine["language"] = list(languages)
    for table in release.tables:
        if table.shares:
            continue
        cells = fine.get(table.name, ["yes", "no"])
        whole = PARTS_OF_ALL.get(table.name, table.of)
        system.equal([f"{table.name}.{one}" for one in cells], whole)
        for name, n in table.cells or ():
            parts = (
                COARSE.get(table.name, {}).get(name, (name,))
                if len(table.cells or ()) < len(cells)
                else (name,)
            )
            system.equal([f"{table.name}.{one}" for one in parts], n)
    system.equal(["offered", "rest"], "arrived")
    system.equal(["answered"], "outcome.talked")
    for big, small in NESTED:
        system.equal([small, f"{big} without {small}"], big)
    for name, total in release.totals.items():
        if total is not None:
            system.equal([name], total)
    return system


def solved(system: System) -> dict[str, Fraction]:
    """Every count that the equations determine: elimination over fractions."""
    pivots: dict[str, tuple[Sum, Fraction]] = {}
    for left, right in system.rows:
        row, value = dict(left), right
        for name in list(row):
            if name in pivots and name in row:
                row, value = _without(row, value, name, *pivots[name])
        row = {name: weight for name, weight in row.items() if weight}
        if not row:
            assert not value, "the release contradicts itself"
            continue
        pivot = next(iter(row))
        scale = row[pivot]
        row, value = {name: weight / scale for name, weight in row.items()}, value / scale
        for name, (other, known_value) in list(pivots.items()):
            if pivot in other:
                pivots[name] = _without(other, known_value, pivot, row, value)
        pivots[pivot] = row, value
    return {name: value for name, (row, value) in pivots.items() if len(row) == 1}


def _without(
    row: Sum, value: Fraction, name: str, other: Sum, other_value: Fraction
) -> tuple[Sum, Fraction]:
    times = row[name]
    mixed = {
        one: row.get(one, Fraction(0)) - times * other.get(one, Fraction(0))
        for one in {**row, **other}
    }
    return {one: weight for one, weight in mixed.items() if weight}, value - times * other_value


def bounded(system: System) -> dict[str, Fraction]:
    """Every count that is pinned down because no count is negative: bounds, until none moves."""
    low: dict[str, Fraction] = {}
    high: dict[str, Fraction | None] = {}
    for left, _ in system.rows:
        for name in left:
            low[name], high[name] = Fraction(0), None
    for _ in range(12):
        moved = [_tighten(row, low, high) for row in system.rows]
        if not any(moved):
            break
    return {name: low[name] for name in low if low[name] == high[name]}


def _tighten(
    row: tuple[Sum, Fraction], low: dict[str, Fraction], high: dict[str, Fraction | None]
) -> bool:
    left, right = row
    moved = False
    for name, weight in left.items():
        for top in (True, False):
            rest = Fraction(0)
            for other, by in left.items():
                if other == name:
                    continue
                edge = low[other] if (by > 0) == (top == (weight > 0)) else high[other]
                if edge is None:
                    break
                rest += by * edge
            else:
                edge = (right - rest) / weight
                best = high[name]
                if top and (best is None or edge < best):
                    high[name], moved = edge, True
                elif not top and edge > low[name]:
                    low[name], moved = edge, True
    return moved


def possible(groups: Iterable[tuple[int, int]]) -> list[set[int]]:
    """Of each group (so many cells, with such a sum) the values that one of its cells may have.

    Known besides: the finest table was withheld, so that at least one cell of all is small.
    """
    groups = list(groups)
    found = []
    for index, (cells, whole) in enumerate(groups):
        others = [one for n, one in enumerate(groups) if n != index]
        apart = any(_may_be_small(*one) for one in others)
        found.append(
            {
                value
                for value in range(whole + 1)
                if (cells > 1 or value == whole)
                and (apart or value in SMALL or _may_be_small(cells - 1, whole - value))
            }
        )
    return found


def _may_be_small(cells: int, whole: int) -> bool:
    """Whether one of so many cells with this sum can be small."""
    return (cells == 1 and whole in SMALL) or (cells > 1 and whole >= 1)


def found_out(release: Release, languages: Iterable[str] = ("en", "es")) -> dict[str, int]:
    """Every count below the threshold, but none at all, that can be told from a release."""
    languages = list(languages)
    system = known(release, languages)
    told = {**bounded(system), **solved(system)}
    small = {name: int(value) for name, value in told.items() if value in SMALL}
    for table in release.tables:
        whole = release.totals.get(table.of)
        parts = COARSE.get(
            table.name, {"all": tuple(languages) if table.name == "language" else ("yes", "no")}
        )
        if table.shares or whole is None:
            continue
        if table.cells is None:
            groups = [(sum(map(len, parts.values())), whole)]
        elif len(table.cells) < sum(map(len, parts.values())):
            groups = [(len(parts.get(name, (name,))), n) for name, n in table.cells]
        else:
            continue
        for (cells, n), values in zip(groups, possible(groups), strict=True):
            if len(values) == 1 and cells > 1 and values & set(SMALL):
                small[f"{table.name} of {n}"] = values.pop()
    return small
