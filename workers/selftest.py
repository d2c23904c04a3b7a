"""The nightly test call of each line."""

from __future__ import annotations

from workers._house import house


def call(line_id: str) -> None:
    """Have a line call itself."""
    house().selftest.tonight_on(line_id)


def go_on(run_id: str) -> None:
    """Make a test call that had to wait, or look how it went; tell when it has failed."""
    house().selftest.go_on(run_id)
