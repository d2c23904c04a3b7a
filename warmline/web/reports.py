"""Reports of past quarters, for evaluators too; how a line has done lately, for coordinators."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flask import Blueprint, Response, abort, render_template

from warmline.domain.accounts import Role
from warmline.domain.line import Line
from warmline.ports.quarters import Document
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house
from warmline.web.menu import in_menu
from warmline.web.report_paper import Paper, as_csv, dictionary, paper
from warmline.web.report_words import quarter_name

pages = Blueprint("reports", __name__, url_prefix="/console")

READS = frozenset({Role.COORDINATOR, Role.EVALUATOR})
RUNS = frozenset({Role.COORDINATOR, Role.OPERATOR})


@pages.get("/<line_id>/lately")
@only_for(RUNS)
@in_menu("Lately", 55)
def lately(line_id: str) -> str:
    """Today, the last week, the last month: roughly, and never about fewer than eleven."""
    line = book_of(line_id).line
    return render_template("lately.html", line=line, windows=house().lately.of(line))


@pages.get("/<line_id>/reports")
@only_for(READS)
@in_menu("Reports", 60)
def listed(line_id: str) -> str:
    """Every quarter that has a report."""
    line = book_of(line_id).line
    say = words.say(words.language())
    found = [(since, quarter_name(since, say)) for since in house().reports.reports(line.id)]
    return render_template("reports.html", line=line, quarters=found)


@pages.get("/<line_id>/reports/<quarter>")
@only_for(READS)
def report(line_id: str, quarter: str) -> str:
    """One quarter, as it was released."""
    _, made = _paper(line_id, quarter)
    meanings = dictionary(made, words.say(words.language()))
    return render_template(
        "report.html", line=book_of(line_id).line, quarter=quarter, report=made, meanings=meanings
    )


@pages.get("/<line_id>/reports/<quarter>/csv")
@only_for(READS)
def for_a_spreadsheet(line_id: str, quarter: str) -> Response:
    """The same, one number a row, with what each means."""
    document, made = _paper(line_id, quarter)
    text = as_csv(document, made, words.say(words.language()))
    return _file(("\ufeff" + text).encode(), "text/csv; charset=utf-8", line_id, quarter, "csv")


@pages.get("/<line_id>/reports/<quarter>/pdf")
@only_for(READS)
def on_paper(line_id: str, quarter: str) -> Response:
    """The same on one sheet."""
    from warmline.web.report_pdf import as_pdf  # it takes a moment to load, and few ask for it

    return _file(as_pdf(_paper(line_id, quarter)[1]), "application/pdf", line_id, quarter, "pdf")


def _paper(line_id: str, quarter: str) -> tuple[Document, Paper]:
    line = book_of(line_id).line
    try:
        since = date.fromisoformat(quarter)
    except ValueError:
        abort(404)
    document = house().reports.report(line.id, since)
    if document is None:
        abort(404)
    language = words.language()
    return document, paper(document, words.say(language), language, _tongues(line))


def _tongues(line: Line) -> Mapping[str, str]:
    return {code: words.tongue(code, words.language()) for code in line.languages}


def _file(content: bytes, kind: str, line_id: str, quarter: str, ending: str) -> Response:
    name = f'attachment; filename="{line_id}-{quarter}.{ending}"'
    return Response(content, content_type=kind, headers={"Content-Disposition": name})
