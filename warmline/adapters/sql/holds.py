"""Legal holds in the database, of which at most one is not over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Engine, delete, insert, select

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import reading, writing
from warmline.domain.legal_hold import LegalHold


class SqlHolds:
    """Implements `warmline.ports.Holds`. Every method may raise StoreTrouble."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def current(self) -> LegalHold | None:
        """See the port."""
        with reading(self._engine) as connection:
            return _current(connection)

    def log(self) -> list[LegalHold]:
        """See the port."""
        with reading(self._engine) as connection:
            return list(_all(connection))

    def change(self, step: Callable[[LegalHold | None], LegalHold]) -> LegalHold:
        """See the port."""
        hold = t.legal_hold
        with writing(self._engine, alone=True) as connection:
            new = step(_current(connection))
            connection.execute(delete(hold).where(hold.c.id == new.id))
            row = {column.name: getattr(new, str(column.name)) for column in hold.columns}
            connection.execute(insert(hold).values(row))
        return new


def is_held(connection: Connection) -> bool:
    """Whether nothing may be deleted, within a transaction of somebody else's."""
    hold = t.legal_hold.c
    on = select(hold.id).where(hold.approved_at.is_not(None), hold.ended_at.is_(None)).limit(1)
    return connection.scalar(on) is not None


def _current(connection: Connection) -> LegalHold | None:
    return next((one for one in _all(connection) if one.ended_at is None), None)


def _all(connection: Connection) -> Iterator[LegalHold]:
    rows = connection.execute(select(t.legal_hold).order_by(t.legal_hold.c.proposed_at))
    for row in rows.mappings():
        yield LegalHold(**row)
