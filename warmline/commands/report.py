"""`warmline report` and `warmline measures`: quarterly reports, and how a line has done lately."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from warmline.commands._installation import (
    book_of,
    open_lately,
    open_reports,
    open_roster,
)
from warmline.commands._plain import PlainGroup, Sentences
from warmline.commands._year import year
from warmline.domain.line import LineBook
from warmline.ports.quarters import Document
from warmline.services.measures import Lately
from warmline.web import words
from warmline.web.report_paper import Paper, as_csv, paper
from warmline.web.report_words import quarter_name

of_line = click.option("--line", "line_id", help="Which line, when there are several.")
in_language = click.option(
    "--language", type=click.Choice(list(words.LANGUAGES)), default="en", show_default=True
)
QUARTER = click.DateTime(["%Y-%m-%d", "%Y-%m"])


@click.group(cls=PlainGroup)
def report() -> None:
    """Quarterly reports: made once, never changed, and never about fewer than eleven."""


report.add_command(year)


@report.command()
def freeze() -> None:
    """Make the report of each quarter that ended two days ago or more. The clock does it, too."""
    made = open_reports().freeze_due()
    say = words.say("en")
    for one in made:
        click.echo(f"{one.line}, {quarter_name(one.since, say)}: its report is made.")
    if not made:
        click.echo("No quarter waits for its report.")


@report.command()
@of_line
@click.argument("quarter", type=QUARTER, required=False)
@in_language
def show(line_id: str | None, quarter: date | None, language: str) -> None:
    """Tell a report, or which there are. QUARTER is a day in it, like 2026-10-01."""
    book = _book(line_id)
    if quarter is None:
        found = open_reports().reports(book.line.id)
        click.echo("\n".join(map(str, found)) or "There is no report yet.")
        return
    _, made = _paper(book, quarter, language)
    click.echo("\n".join(_told(made)))


@report.command()
@of_line
@click.argument("quarter", type=QUARTER)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_language
def export(line_id: str | None, quarter: date, file: Path, language: str) -> None:
    """Write a report into FILE, whose name ends in .pdf or .csv."""
    document, made = _paper(_book(line_id), quarter, language)
    match file.suffix.lower():
        case ".pdf":
            from warmline.web.report_pdf import as_pdf

            file.write_bytes(as_pdf(made))
        case ".csv":
            file.write_text(as_csv(document, made, words.say(language)), encoding="utf-8-sig")
        case _:
            raise Sentences("Name a file that ends in .pdf or .csv.")
    click.echo(f"{made.title}: written.")


@click.command()
@of_line
def measures(line_id: str | None) -> None:
    """How a line has done today, in the last week, in the last month: roughly."""
    for one in open_lately().of(_book(line_id).line):
        click.echo(_lately(one))


def _book(line_id: str | None) -> LineBook:
    return book_of(list(open_roster().books()), line_id)


def _paper(book: LineBook, quarter: date, language: str) -> tuple[Document, Paper]:
    document = open_reports().report(book.line.id, date(quarter.year, quarter.month, 1))
    if document is None:
        raise Sentences("There is no report of this quarter. Which there are: warmline report show")
    names = {code: words.tongue(code, language) for code in book.line.languages}
    return document, paper(document, words.say(language), language, names)


def _told(made: Paper) -> Iterator[str]:
    yield from (made.title, *made.lead)
    for section in made.sections:
        yield from ("", section.title)
        for row in section.rows:
            yield f"   {row.label}: {row.text or made.withheld}"
        if not section.rows:
            yield f"   {made.withheld}"


def _lately(one: Lately) -> str:
    def said(value: int | None, unit: str = "") -> str:
        return "too few to say" if value is None else f"{value}{unit}"

    days = "Today" if one.days == 1 else f"The last {one.days} days"
    return (
        f"{days}: calls that wanted a peer: {said(one.offered)}; answered: "
        f"{said(one.answered, ' %')}, within a minute: {said(one.within_a_minute, ' %')}, "
        f"just left: {said(one.just_left, ' %')}."
    )
