"""`warmline report year`: a year in numbers, from its released reports."""

from __future__ import annotations

from collections.abc import Iterator

import click

from warmline.commands._installation import book_of, open_reports, open_roster
from warmline.services.year import MINUTES_OF_A_UNIT, QUARTERS, Sum, Year, summary

DEFINED = f"""\
A unit of service is {MINUTES_OF_A_UNIT} minutes for which peers were with callers, the rest after
a talk included: of all talks of a quarter together, never of one; talks in calls back come on top.
All numbers come from released quarterly reports, so none is about fewer than eleven; what a quarter
could not show is missing in the year."""


@click.command()
@click.option("--line", "line_id", help="Which line, when there are several.")
@click.argument("which", metavar="YEAR", type=click.IntRange(2020, 2200))
def year(line_id: str | None, which: int) -> None:
    """Tell a year in numbers: calls, talks, calls back, and units of service for funding."""
    book = book_of(list(open_roster().books()), line_id)
    reports = open_reports()
    found = (reports.report(book.line.id, since) for since in reports.reports(book.line.id))
    click.echo(f"{book.line.name}, {which}")
    for sentence in told(summary(which, [one for one in found if one is not None])):
        click.echo(sentence)


def told(found: Year) -> Iterator[str]:
    """The year in sentences."""
    yield f"Quarters with a report: {found.reports} of {QUARTERS}."
    for name, one in (
        ("Calls", found.arrived),
        ("Calls that wanted a peer in open hours", found.offered),
        ("Talks with a peer", found.answered),
        ("Calls back that were asked for", found.callbacks),
        ("Units of service", found.units),
    ):
        yield f"{name}: {_shown(one)}."
    yield DEFINED


def _shown(one: Sum) -> str:
    if not one.shown:
        return "too few to say"
    return str(one.value) if one.whole else f"at least {one.value} (shown in {one.shown} quarters)"
