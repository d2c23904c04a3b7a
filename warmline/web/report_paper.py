"""A quarter's report in words: the same sentences for the page, the PDF and the CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from warmline.domain.release import Figure, Release, Shown
from warmline.ports.quarters import Document
from warmline.services.reports import released
from warmline.web.report_words import cells_of, defined, quarter_name, table_name

Say = Callable[..., str]

TARGETS: Final = {"answer_rate": 90, "service_level": 80, "coverage": 95}
"""Per cent, while somebody is on duty."""
PICTURES: Final = ("outcome", "wait")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. `share` is how long its bar is, in per cent of the longest."""

    name: str
    label: str
    text: str
    value: int | None
    unit: str = ""
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One table. No rows: it is withheld. `picture`: it is also drawn."""

    name: str
    title: str
    about: str
    rows: tuple[Row, ...]
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole report."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    withheld: str
    """What stands where a table or a number is withheld."""
    language: str


def paper(document: Document, say: Say, language: str, names: Mapping[str, str]) -> Paper:
    """The paper of a report; `names` are the line's languages, as they are called."""
    shown = released(document)
    quarter = quarter_name(date.fromisoformat(document["quarter"]), say)
    return Paper(
        title=say("%(line)s: %(quarter)s", line=document["name"], quarter=quarter),
        lead=(
            say(
                "Nothing here is about fewer than 11 calls or people, nor can it be worked out. "
                "Where a table holds a smaller number, other than none, all of it is withheld, or "
                "a coarser one is shown. Per cents are rounded to 5."
            ),
            say(
                "Made on %(day)s by version %(version)s of the definitions. It never changes.",
                day=document["made"],
                version=document["definitions"],
            ),
        ),
        sections=tuple(_sections(shown, say, names)),
        withheld=say("withheld"),
        language=language,
    )


def _sections(shown: Release, say: Say, names: Mapping[str, str]) -> Iterator[Section]:
    yield Section("totals", say("Calls"), say("Of the whole quarter."), _totals(shown, say))
    rates = [one for one in shown.figures if one.name in TARGETS]
    yield Section(
        "targets",
        say("Against the targets"),
        say("While somebody is on duty; each is a per cent, rounded to 5."),
        tuple(_figure(one, say) for one in rates),
        picture=any(one.value is not None for one in rates),
    )
    rest = [one for one in shown.figures if one.name not in TARGETS]
    yield Section(
        "figures",
        say("Measures"),
        say("What each means stands on the page of this report, and in its CSV."),
        tuple(_figure(one, say) for one in rest),
    )
    for table in shown.tables:
        title, about = table_name(table.name, say, names)
        rows = _rows(table, say, names)
        drawn = table.name in PICTURES and any(row.value for row in rows)
        yield Section(table.name, title, about, rows, drawn)


def _totals(shown: Release, say: Say) -> tuple[Row, ...]:
    return tuple(
        Row(name, defined(name, say)[0], "" if n is None else str(n), n)
        for name, n in shown.totals.items()
    )


def _figure(one: Figure, say: Say) -> Row:
    """A number with its target, if there is one: its bar is of a hundred."""
    text = "" if one.value is None else f"{one.value} {one.unit}".strip()
    share = one.value if one.unit == "%" else None
    target = TARGETS.get(one.name)
    label = defined(one.name, say)[0]
    if target is not None:
        label = say("%(measure)s (target %(target)s)", measure=label, target=f"{target} %")
    return Row(one.name, label, text, one.value, one.unit, share)


def _rows(table: Shown, say: Say, names: Mapping[str, str]) -> tuple[Row, ...]:
    if table.cells is None:
        return ()
    labels = cells_of(table.name, say, names)
    unit = "%" if table.shares else ""
    most = max((n for _, n in table.cells), default=0)
    return tuple(
        Row(
            name,
            labels.get(name, name),
            f"{n} {unit}".strip(),
            n,
            unit,
            100 * n // most if most else 0,
        )
        for name, n in table.cells
    )


def as_csv(document: Document, report: Paper, say: Say) -> str:
    """The report for a spreadsheet, one number a row, with what each is: the data dictionary."""
    written = io.StringIO()
    out = csv.writer(written, lineterminator="\r\n")
    out.writerow(("line", "quarter", "definitions", "table", "item", "value", "unit", "meaning"))
    head = (document["line"], document["quarter"], document["definitions"])
    for section in report.sections:
        for row in section.rows:
            meaning = defined(row.name, say)[1] or f"{section.about} {row.label}."
            value = "withheld" if row.value is None else row.value
            out.writerow((*head, section.name, row.name, value, row.unit, meaning))
        if not section.rows:
            out.writerow((*head, section.name, "", "withheld", "", section.about))
    return written.getvalue()


def dictionary(report: Paper, say: Say) -> list[tuple[str, str]]:
    """What each number of a report means, once."""
    found = {
        row.label: defined(row.name, say)[1]
        for section in report.sections
        for row in section.rows
        if defined(row.name, say)[1]
    }
    return list(found.items())
