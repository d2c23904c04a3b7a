"""The README's table of settings, made from their declarations."""

from __future__ import annotations

from collections.abc import Iterable

from warmline.settings.declared import Declared


def markdown_table(declared: Iterable[Declared]) -> str:
    """A Markdown table, one row for each setting."""
    rows = [
        "| name | default | meaning |",
        "| --- | --- | --- |",
        *(f"| `{one.env}` | {_default(one)} | {one.doc} |" for one in declared),
    ]
    return "\n".join(rows) + "\n"


def _default(one: Declared) -> str:
    if one.shown:
        return one.shown
    return f"`{one.default}`{one.unit and ' ' + one.unit}"
