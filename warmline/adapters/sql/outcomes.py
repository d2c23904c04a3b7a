"""Ended calls, one row of buckets each."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql, sqlite

from warmline.adapters.sql.engine import empty_log, writing
from warmline.adapters.sql.tables import call_row
from warmline.domain.outcome import CallRow


class SqlOutcomes:
    """Keeps each ended call once, however often it is told."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def record(self, row: CallRow) -> None:
        """Keep the row; the first telling of an id counts. Raises StoreTrouble."""
        dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        values = {**asdict(row), "places_heard": list(row.places_heard)}
        with writing(self._engine) as connection:
            connection.execute(dialect.insert(call_row).values(values).on_conflict_do_nothing())
        empty_log(self._engine)
