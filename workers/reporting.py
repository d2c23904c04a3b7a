"""Ended calls are counted."""

from __future__ import annotations

from workers._house import house


def write_row(call_id: str) -> None:
    """Write the row of one ended call."""
    house().reporting.write_row(call_id)
