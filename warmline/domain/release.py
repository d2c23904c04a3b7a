"""What a quarter's report may show: nothing that is about fewer than eleven, shown or derivable.

A table is shown whole or not at all; where it cannot be shown, a coarser one that was declared
beforehand may take its place. So whoever knows these rules, and every number of every release,
still cannot tell one small cell: hiding a few cells here and there lets the rule by which they were
chosen tell their values. All tables have one dimension. Why: docs/decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from warmline.domain import exact
from warmline.domain.callback import Callback
from warmline.domain.counters import What
from warmline.domain.exact import Rung, Spread
from warmline.domain.measures import Counts, Measures, measures
from warmline.domain.outcome import Bucket, Outcome

THRESHOLD: Final = 11
ROUNDED_TO: Final = 5
"""Per cent."""

ARRIVED: Final = "arrived"
OFFERED: Final = "offered"
ANSWERED: Final = "answered"
CALLBACKS: Final = "callbacks"

Cells = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table that is to be shown. `levels`: the same cells, each level coarser than the last.

    `of`: the total that its cells add up to, without which it is not shown; empty when that is
    shown nowhere. `shares`: only per cents are shown, since its cells stand too near to others.
    """

    name: str
    of: str
    levels: tuple[Cells, ...]
    shares: bool = False
    apart: bool = False
    """Its first cell may be a part of another number that is shown, or that of it: then those who
    are in the one and not in the other could be counted."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it is released: counts, or per cents. `cells` is None when it is withheld."""

    name: str
    of: str
    shares: bool
    cells: Cells | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that is released; None when it is withheld. `unit`: `%`, `s`, `min` or empty."""

    name: str
    unit: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Release:
    """Everything that a quarter's report shows."""

    totals: Mapping[str, int | None]
    tables: tuple[Shown, ...]
    figures: tuple[Figure, ...]


Answers = Mapping[int, Mapping[int, int]]
"""How often each answer, 1 to 5, was given to each question of the survey."""


def release(counts: Counts, sums: Mapping[str, int], answers: Answers) -> Release:
    """What may be shown of one quarter of one line."""
    known = measures(counts, sums)
    sizes = {
        ARRIVED: _total(counts, What.LANGUAGE),
        OFFERED: known.offered,
        ANSWERED: known.answered,
        CALLBACKS: known.callbacks,
    }
    totals = _totals(sizes)
    # First what others are of: the answered are a cell of what became of the offered.
    outcome = _show(_outcomes(known), totals, [])
    left = dict(outcome.cells or ())
    if not left:
        totals[ANSWERED] = None
    if not fits(abs(sizes[CALLBACKS] - left.get(Outcome.CALLBACK, sizes[CALLBACKS]))):
        totals[CALLBACKS] = None
    shown = {outcome.name: outcome}
    near = [n for name, n in left.items() if name != Outcome.TALKED]
    for table in _others(counts, sums, known, sizes, answers):
        shown[table.name] = _show(table, totals, near)
        if table.apart or table.name == What.LANGUAGE:
            near += [n for _, n in shown[table.name].cells or ()]
    return Release(totals, tuple(shown.values()), tuple(_figures(known, totals, shown)))


def fits(n: int) -> bool:
    """Whether a number of calls, or of people, may be shown."""
    return n == 0 or n >= THRESHOLD


def per_cent(part: int, whole: int) -> int:
    """Rounded to five; halves go up, so that nothing depends on a machine's habit."""
    step = 2 * ROUNDED_TO * whole
    return (2 * 100 * part + ROUNDED_TO * whole) // step * ROUNDED_TO


# -- what is shown --------------------------------------------------------------------------------


def _totals(sizes: Mapping[str, int]) -> dict[str, int | None]:
    totals = {name: n if fits(n) else None for name, n in sizes.items()}
    # Both shown, whoever came to no peer could be told from their difference.
    if totals[OFFERED] is not None and not fits(sizes[ARRIVED] - sizes[OFFERED]):
        totals[ARRIVED] = None
    return totals


def _show(table: Table, totals: Mapping[str, int | None], near: Iterable[int]) -> Shown:
    cells = None
    if not table.of or totals[table.of] is not None:
        cells = next((one for one in table.levels if all(fits(n) for _, n in one)), None)
    if cells and table.apart and not all(fits(abs(cells[0][1] - other)) for other in near):
        cells = None
    if cells is not None and table.shares:
        whole = sum(n for _, n in cells)
        cells = tuple((name, per_cent(n, whole)) for name, n in cells) if whole else None
    return Shown(table.name, table.of, table.shares, cells)


# -- the tables -----------------------------------------------------------------------------------


def _outcomes(known: Measures) -> Table:
    left = (
        (Outcome.CRISIS.value, known.to_crisis),
        (Outcome.PLACES.value, known.to_places),
        (Outcome.CALLBACK.value, known.took_callback),
        (Outcome.SHORT_ABANDON.value, known.short_abandons),
        (Outcome.ABANDONED.value, known.just_left),
    )
    talked = (Outcome.TALKED.value, known.answered)
    rest = ("not_talked", known.offered - known.answered)
    return Table("outcome", OFFERED, ((talked, *left), (talked, rest)))


def _others(
    counts: Counts,
    sums: Mapping[str, int],
    known: Measures,
    sizes: Mapping[str, int],
    answers: Answers,
) -> list[Table]:
    return [
        _waits(counts),
        _values(counts, What.LANGUAGE, ARRIVED),
        _hours(counts),
        _yes_no("crisis_key", ARRIVED, counts.get((What.CRISIS_KEY, ""), 0), sizes),
        *(
            _yes_no(f"place:{kind}", ARRIVED, n, sizes)
            for kind, n in sorted(_of(counts, What.PLACES).items())
        ),
        *(
            _yes_no(name, OFFERED, n, sizes)
            for name, n in sorted(sums.items())
            if name.startswith(f"{exact.UNMET}-")
        ),
        _callbacks(counts),
        _rung(known),
        *(_answers(question, given) for question, given in sorted(answers.items())),
    ]


_WAITS: Final = (
    Bucket.UNDER_20_S,
    Bucket.UNDER_60_S,
    Bucket.UNDER_2_MIN,
    Bucket.UNDER_4_MIN,
)
_SOON: Final = _WAITS[:2]
_NIGHT, _MORNING, _AFTERNOON, _EVENING = range(4)


def _waits(counts: Counts) -> Table:
    waited = _of(counts, What.ANSWERED)
    longer = sum(n for name, n in waited.items() if name not in _WAITS)
    fine = (*((one.value, waited.get(one, 0)) for one in _WAITS), ("over_4_min", longer))
    soon = sum(waited.get(one, 0) for one in _SOON)
    coarse = (("within_60_s", soon), ("over_60_s", sum(waited.values()) - soon))
    return Table("wait", ANSWERED, (fine, coarse))


def _hours(counts: Counts) -> Table:
    parts = [0, 0, 0, 0]
    for hour, n in _of(counts, What.HOUR).items():
        parts[int(hour) // 6] += n
    fine = (
        ("00-06", parts[_NIGHT]),
        ("06-12", parts[_MORNING]),
        ("12-18", parts[_AFTERNOON]),
        ("18-24", parts[_EVENING]),
    )
    day = parts[_MORNING] + parts[_AFTERNOON]
    return Table("hour", ARRIVED, (fine, (("06-18", day), ("18-06", sum(parts) - day))))


def _callbacks(counts: Counts) -> Table:
    found = _of(counts, What.CALLBACK)
    reached, rung, never = (
        found.get(one, 0) for one in (Callback.REACHED, Callback.NOT_REACHED, Callback.EXPIRED)
    )
    fine = (("reached", reached), ("not_reached", rung), ("expired", never))
    return Table("callback", CALLBACKS, (fine, (("reached", reached), ("never", rung + never))))


def _rung(known: Measures) -> Table:
    accepted = known.rung[Rung.ACCEPTED]
    fine = tuple((how.value, n) for how, n in known.rung.items() if how is not Rung.WITHDRAWN)
    rest = ("not_accepted", known.offers - accepted)
    # Of the answered: nearly as many phones were accepted as calls were answered.
    return Table("rung", ANSWERED, (fine, ((Rung.ACCEPTED.value, accepted), rest)), shares=True)


def _answers(question: int, given: Mapping[int, int]) -> Table:
    fine = tuple((str(answer), given.get(answer, 0)) for answer in range(1, 6))
    low = sum(n for answer, n in fine if int(answer) <= 3)  # the middle of five
    high = sum(given.values()) - low
    return Table(f"survey:{question}", "", (fine, (("1-3", low), ("4-5", high))), shares=True)


def _yes_no(name: str, of: str, n: int, sizes: Mapping[str, int]) -> Table:
    return Table(name, of, ((("yes", n), ("no", sizes[of] - n)),), apart=True)


def _values(counts: Counts, what: What, of: str) -> Table:
    return Table(what.value, of, (tuple(sorted(_of(counts, what).items())),))


def _of(counts: Counts, what: What) -> dict[str, int]:
    return {value: n for (one, value), n in counts.items() if one is what}


def _total(counts: Counts, what: What) -> int:
    return sum(_of(counts, what).values())


# -- the figures ----------------------------------------------------------------------------------


def _figures(
    known: Measures, totals: Mapping[str, int | None], shown: Mapping[str, Shown]
) -> list[Figure]:
    full = len(shown["outcome"].cells or ()) > 2  # the coarse one has two
    rates = full and known.staying >= THRESHOLD
    waits = shown["wait"].cells is not None
    talks = known.handled >= THRESHOLD and totals[ANSWERED] is not None
    left = known.to_crisis + known.to_places + known.took_callback + known.just_left
    busy = known.carried_seconds
    there = busy + 60 * known.idle_minutes
    back, cut = shown["callback"].cells, known.too_short + known.lost

    def share(name: str, part: int, whole: int, *, may: bool) -> Figure:
        return Figure(name, "%", per_cent(part, whole) if may and whole else None)

    return [
        share("answer_rate", known.answered, known.staying, may=rates),
        share("service_level", known.within, known.staying, may=rates and waits),
        share("abandonment", left, known.staying, may=rates),
        share("just_left", known.just_left, known.staying, may=rates),
        *_of_spread("answer", known.answer, totals[ANSWERED]),
        *_of_spread("human", known.human, totals[ANSWERED]),
        share("coverage", known.covered_minutes, known.open_minutes, may=True),
        Figure("handling", "min", round(busy / known.handled / 60) if talks else None),
        share("occupancy", busy, there, may=talks),
        share("callback_success", known.callbacks_reached, known.callbacks, may=back is not None),
        *_of_spread("delay", known.delay, dict(back or ()).get("reached"))[1:2],
        Figure("continuity", "", _number(cut, may=talks and fits(max(0, known.handled - cut)))),
    ]


def _of_spread(name: str, spread: Spread, n: int | None) -> list[Figure]:
    """Mean, median and 90th percentile of so many, if there are enough and it is said how many."""
    may = n is not None and min(n, spread.n) >= THRESHOLD
    unit = "min" if name == exact.DELAY else "s"
    values = (round(spread.mean), spread.median, spread.p90)
    return [
        Figure(f"{name}_{which}", unit, value if may else None)
        for which, value in zip(("mean", "median", "p90"), values, strict=True)
    ]


def _number(n: int, *, may: bool) -> int | None:
    return n if may and fits(n) else None
