"""Files that pages hand out."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from flask import Response


def download(rows: Iterable[Sequence[str]], name: str) -> Response:
    """A table as a CSV file for a spreadsheet, UTF-8."""
    written = StringIO()
    csv.writer(written).writerows([_harmless(cell) for cell in row] for row in rows)
    return attached(written.getvalue(), name, "text/csv")


def attached(text: str, name: str, kind: str) -> Response:
    """A text as a file to keep."""
    answer = Response(text, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _harmless(cell: str) -> str:
    """A spreadsheet takes a cell that begins so for a formula, and would work it out."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
