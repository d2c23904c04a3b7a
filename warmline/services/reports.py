"""Quarterly reports: made once, some days after the quarter, kept as they are, never made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from warmline.domain.counters import after, quarter
from warmline.domain.measures import VERSION, Counts
from warmline.domain.release import Answers, Figure, Release, Shown, release
from warmline.ports import Clock, Quarters, Roster
from warmline.ports.quarters import Document, Material, Quarter

FROZEN_AFTER: Final = timedelta(days=2)
"""After the end of a quarter: a call may last for hours, and a call back is tried for twelve."""


class Reports:
    """Makes reports and reads them."""

    def __init__(self, quarters: Quarters, roster: Roster, clock: Clock) -> None:
        """Nothing is kept here."""
        self._quarters = quarters
        self._roster = roster
        self._clock = clock

    def freeze_due(self) -> list[Quarter]:
        """Make the report of each quarter that has been over for long enough; of which.

        Raises StoreTrouble: what was made until then is made.
        """
        due = [one for one in self._quarters.unfrozen() if self._is_over(one)]
        for one in due:
            self._quarters.freeze(one, partial(self._made, one))
        self._quarters.drop_sums()
        return due

    def reports(self, line: str) -> list[date]:
        """The first days of the quarters of which there is a report, the newest first."""
        return self._quarters.reports(line)

    def report(self, line: str, since: date) -> Document | None:
        """One report, as it was released."""
        return self._quarters.report(Quarter(line, quarter(since)))

    # -- inside ---------------------------------------------------------------------------------

    def _is_over(self, one: Quarter) -> bool:
        return self._today(one.line) >= after(one.since) + FROZEN_AFTER

    def _today(self, line: str) -> date:
        book = self._roster.book(line)
        zone = book.line.zone if book else ZoneInfo("UTC")
        return datetime.fromtimestamp(self._clock.now(), UTC).astimezone(zone).date()

    def _made(self, one: Quarter, material: Material) -> Document:
        book = self._roster.book(one.line)
        name = book.line.name if book else one.line
        return document(one, name, self._today(one.line).isoformat(), *material)


def document(
    one: Quarter, name: str, made: str, counts: Counts, sums: Mapping[str, int], answers: Answers
) -> Document:
    """The report of a quarter as it is kept: what is withheld is not in it."""
    return {
        "definitions": VERSION,
        "line": one.line,
        "name": name,
        "quarter": one.since.isoformat(),
        "made": made,
        **_plain(release(counts, sums, answers)),
    }


def released(document: Document) -> Release:
    """What a report shows."""
    tables = tuple(
        Shown(
            one["name"],
            one["of"],
            one["shares"],
            None if one["cells"] is None else tuple((name, n) for name, n in one["cells"]),
        )
        for one in document["tables"]
    )
    return Release(document["totals"], tables, tuple(Figure(**one) for one in document["figures"]))


def _plain(shown: Release) -> Mapping[str, object]:
    return {
        "totals": dict(shown.totals),
        "tables": [
            {**asdict(one), "cells": None if one.cells is None else [list(c) for c in one.cells]}
            for one in shown.tables
        ],
        "figures": [asdict(one) for one in shown.figures],
    }
