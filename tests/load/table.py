"""What a bench says: a thing beside its floor, their ratio, and what is wanted of it."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

ROUNDS = 5
"""Each figure is the median of so many rounds; in a round the thing and its floor take turns."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `met` is None where nothing is wanted."""

    item: str
    measured: str
    floor: str = ""
    ratio: str = ""
    target: str = ""
    met: bool | None = None


class Broken(Exception):
    """Something did not happen that has to happen: there is nothing to be measured."""


def quantile(values: Iterable[float], share: float) -> float:
    """The value below which a share of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median_of(rounds: Sequence[Sequence[float]], share: float) -> float:
    """The median over the rounds of each round's quantile."""
    return statistics.median(quantile(one, share) for one in rounds)


def ms(seconds: float) -> str:
    """Seconds in milliseconds, as the table shows them."""
    return f"{seconds * 1000:.2f} ms"


def against(
    item: str,
    thing: Sequence[Sequence[float]],
    floor: Sequence[Sequence[float]],
    *targets: tuple[float, float | None],
) -> list[Row]:
    """Rows for quantiles of seconds: each target is (share, the most times the floor)."""
    rows = []
    for share, most in targets:
        a, b = median_of(thing, share), median_of(floor, share)
        rows.append(
            Row(
                f"{item}, p{share * 100:.0f}",
                ms(a),
                ms(b),
                f"{a / b:.1f}x",
                "" if most is None else f"<= {most:g}x",
                None if most is None else a / b <= most,
            )
        )
    return rows


def within(
    item: str, value: float, most: float, unit: str = "s", show: Callable[[float], str] = str
) -> Row:
    """A row for something that has a ceiling of its own."""
    measured = show(value) if show is not str else f"{value:.2f} {unit}"
    return Row(item, measured, target=f"<= {most:g} {unit}", met=value <= most)


def printed(rows: Sequence[Row]) -> str:
    """The table, for a terminal and for a page of Markdown alike."""
    head = Row("item", "measured", "floor", "ratio", "wanted")
    cells = [[r.item, r.measured, r.floor, r.ratio, r.target] for r in (head, *rows)]
    wide = [max(len(row[n]) for row in cells) for n in range(5)]
    verdicts = ["", *({None: "", True: "met", False: "NOT met"}[r.met] for r in rows)]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(row, wide, strict=True)) + f" | {verdict:7} |"
        for row, verdict in zip(cells, verdicts, strict=True)
    ]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in wide) + "|---------|")
    return "\n".join(lines)
