"""What stands between the cells of a table: a spreadsheet in Spanish often puts semicolons there,
and what is copied out of one has tabs."""

from __future__ import annotations


def separator(text: str) -> str:
    """A comma, a semicolon or a tab: whichever the first row has most of."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)
