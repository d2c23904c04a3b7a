"""What lies sealed in the database is sealed again with the newest key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, Table, select, update

from warmline.adapters.sealing import CannotUnseal, Sealer
from warmline.adapters.sql.engine import empty_log, reading, writing
from warmline.adapters.sql.tables import metadata

SEALED: Final = tuple(
    (table, column)
    for table in metadata.sorted_tables
    for column in table.columns
    if str(column.name).endswith("_sealed")
)
"""Every column that is sealed; their names say so."""


def reseal(engine: Engine, sealer: Sealer) -> tuple[int, int]:
    """Seal with the newest key what others sealed, all or nothing; how many, and how many no key
    opens: those are left as they are. Raises StoreTrouble.
    """
    done = lost = 0
    with writing(engine, alone=True) as connection:
        for table, column, row, was in _older(connection, sealer):
            try:
                new = sealer.seal(sealer.open(was))
            except CannotUnseal:
                lost += 1
                continue
            change = update(table).where(table.c.id == row, column == was)
            connection.execute(change.values({column.name: new}))
            done += 1
    empty_log(engine)
    return done, lost


def sealed_with_older(engine: Engine, sealer: Sealer) -> int:
    """How many are sealed with another key than the newest. Raises StoreTrouble."""
    with reading(engine) as connection:
        return sum(1 for _ in _older(connection, sealer))


def _older(connection: Connection, sealer: Sealer) -> Iterator[tuple[Table, Column[Any], str, str]]:
    for table, column in SEALED:
        rows = connection.execute(select(table.c.id, column).where(column != "")).all()
        for row, was in rows:
            if not sealer.is_newest(was):
                yield table, column, row, was
