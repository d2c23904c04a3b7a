"""Emergency switches in the database. Implements `ports.Switches`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Engine, insert, update

from warmline.adapters.sealing import Sealer
from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import writing
from warmline.domain.switches import Switch

SWITCH = t.emergency_switch


class SqlSwitches:
    """Throws switches and takes them back. The roster reads them. May raise StoreTrouble."""

    def __init__(self, engine: Engine, seals: Sealer) -> None:
        self._engine = engine
        self._seals = seals

    def throw(self, line_id: str, switch: Switch) -> None:
        """See the port."""
        with writing(self._engine, alone=True) as connection:
            _end(connection, line_id, switch.since)
            connection.execute(
                insert(SWITCH).values(
                    id=switch.id,
                    line_id=line_id,
                    means=switch.means,
                    since=switch.since,
                    until=switch.until,
                    by=switch.by,
                    alias=switch.alias,
                    phone_sealed=self._seals.seal(switch.phone) if switch.phone else "",
                )
            )

    def take_back(self, line_id: str, at: datetime) -> bool:
        """See the port."""
        with writing(self._engine, alone=True) as connection:
            return _end(connection, line_id, at)


def _end(connection: Connection, line_id: str, at: datetime) -> bool:
    on = (SWITCH.c.line_id == line_id, SWITCH.c.since <= at, SWITCH.c.until > at)
    return bool(connection.execute(update(SWITCH).where(*on).values(until=at)).rowcount)
