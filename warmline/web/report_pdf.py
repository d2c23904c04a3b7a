"""A report on one sheet of letter paper. The fonts are those that every reader has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fpdf import FPDF

from warmline.web.report_paper import Paper, Row, Section

WIDTH, HEIGHT = 215.9, 279.4
MARGIN: Final = 12.0
GAP: Final = 7.0
COLUMN: Final = (WIDTH - 2 * MARGIN - GAP) / 2
LINE: Final = 4.0
FONT: Final = "helvetica"
INK, GREY, BAR = (20, 20, 20), (85, 85, 85), (40, 90, 140)


@dataclass
class _Pen:
    """Where the next section begins: column 0 or 1, and how far down."""

    column: int
    y: float


def as_pdf(report: Paper) -> bytes:
    """The PDF. It is one page as long as a line has no dozens of kinds and languages."""
    pdf = FPDF(format="letter")
    pdf.set_margins(MARGIN, MARGIN)
    pdf.set_auto_page_break(auto=False)
    pdf.set_title(_plain(report.title))
    pdf.set_lang(report.language)
    pdf.set_creator("Warmline")
    pdf.add_page()
    pdf.set_font(FONT, "B", 15)
    pdf.start_section(_plain(report.title))
    pdf.multi_cell(0, 7, _plain(report.title), new_x="LMARGIN", new_y="NEXT")
    pdf.set_font(FONT, "", 8.5)
    for sentence in report.lead:
        pdf.multi_cell(0, LINE, _plain(sentence), new_x="LMARGIN", new_y="NEXT")
    top = pdf.get_y() + 3
    pen = _Pen(0, top)
    for section in report.sections:
        _section(pdf, section, report, pen, top)
    return bytes(pdf.output())


def _section(pdf: FPDF, section: Section, report: Paper, pen: _Pen, top: float) -> None:
    pdf.set_font(FONT, "", 7.5)
    about = pdf.multi_cell(COLUMN, LINE - 0.6, _plain(section.about), dry_run=True, output="HEIGHT")
    high = 6 + float(str(about)) + max(1, len(section.rows)) * LINE + 3
    if pen.y + high > HEIGHT - MARGIN:
        pen.column, pen.y = pen.column + 1, top
        if pen.column > 1:
            pdf.add_page()
            pen.column, pen.y, top = 0, MARGIN, MARGIN
    left = MARGIN + pen.column * (COLUMN + GAP)
    pdf.set_xy(left, pen.y)
    pdf.set_text_color(*INK)
    pdf.set_font(FONT, "B", 10)
    pdf.start_section(_plain(section.title), level=1)
    pdf.cell(COLUMN, 5, _plain(section.title))
    pdf.set_xy(left, pen.y + 5)
    pdf.set_font(FONT, "", 7.5)
    pdf.set_text_color(*GREY)
    pdf.multi_cell(COLUMN, LINE - 0.6, _plain(section.about))
    pdf.set_text_color(*INK)
    y = pdf.get_y() + 0.5
    pdf.set_font(FONT, "", 8.5)
    for row in section.rows:
        _row(pdf, row, report, left, y, drawn=section.picture)
        y += LINE
    if not section.rows:
        pdf.set_xy(left, y)
        pdf.cell(COLUMN, LINE, _plain(report.withheld))
        y += LINE
    pen.y = y + 3


def _row(pdf: FPDF, row: Row, report: Paper, left: float, y: float, *, drawn: bool) -> None:
    """A label, its bar if the table is drawn, and the number at the right."""
    pdf.set_xy(left, y)
    pdf.cell(COLUMN, LINE, _plain(row.label))
    if drawn and row.share is not None:
        begins, room = left + COLUMN * 0.63, COLUMN * 0.22
        pdf.set_fill_color(*BAR)
        pdf.rect(begins, y + 0.8, max(0.2, room * row.share / 100), LINE - 1.6, style="F")
    pdf.set_xy(left, y)
    pdf.cell(COLUMN, LINE, _plain(row.text or report.withheld), align="R")


def _plain(text: str) -> str:
    """What the readers' own fonts can show."""
    return text.encode("latin-1", "replace").decode("latin-1")
