"""Ended calls: one row of buckets each, and what it adds to its quarter's sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql, sqlite

from warmline.adapters.sealing import Sealer
from warmline.adapters.sql import sums
from warmline.adapters.sql.engine import empty_log, writing
from warmline.adapters.sql.tables import call_row
from warmline.domain.counters import quarter
from warmline.domain.outcome import CallRow
from warmline.ports.past import NO_SUMS


class SqlOutcomes:
    """Keeps each ended call once, however often it is told."""

    def __init__(self, engine: Engine, seals: Sealer) -> None:
        self._engine = engine
        self._seals = seals

    def record(self, row: CallRow, adds: Mapping[str, int] = NO_SUMS) -> None:
        """Keep the row, and add to the sums; the first telling of an id counts.

        Raises StoreTrouble.
        """
        dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        values = {**asdict(row), "places_heard": list(row.places_heard)}
        new = dialect.insert(call_row).values(values).on_conflict_do_nothing()
        with writing(self._engine, alone=True) as connection:
            # Not the count of rows: PostgreSQL's driver does not tell it of an INSERT.
            if connection.scalar(new.returning(call_row.c.id)) is not None:
                sums.add(connection, self._seals, row.line, quarter(row.day), adds)
        empty_log(self._engine)
