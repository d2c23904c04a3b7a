"""Whose number is confirmed, and what new supporters have done on which day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import reading, writing
from warmline.domain.onboarding import How, Progress


def unconfirm(connection: Connection, supporter_ids: Collection[str]) -> None:
    """Their numbers are others now: nobody has said of these that they may be rung."""
    theirs = t.confirmed_number.c.supporter_id.in_(supporter_ids)
    connection.execute(delete(t.confirmed_number).where(theirs))


def confirm(connection: Connection, supporter_ids: Collection[str], how: How, on: date) -> int:
    """Their numbers may be rung; of how many that is news. What was known before stays."""
    known = set(connection.scalars(select(t.confirmed_number.c.supporter_id)))
    new = [
        {"supporter_id": one, "how": how.value, "on": on}
        for one in sorted({*supporter_ids} - known)
    ]
    if new:
        connection.execute(insert(t.confirmed_number), new)
    return len(new)


class SqlOnboarding:
    """Implements `warmline.ports.Onboarding`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def progress(self, line_id: str) -> dict[str, Progress]:
        """See the port."""
        c, s = t.confirmed_number, t.onboarding_step
        with reading(self._engine) as connection:
            confirmed = {row.supporter_id: row for row in connection.execute(_of_line(c, line_id))}
            done: dict[str, dict[str, date]] = {}
            for row in connection.execute(_of_line(s, line_id)):
                done.setdefault(row.supporter_id, {})[row.step] = row.on
        return {
            who: Progress(
                confirmed=How(confirmed[who].how) if who in confirmed else None,
                confirmed_on=confirmed[who].on if who in confirmed else None,
                done=done.get(who, {}),
            )
            for who in {*confirmed, *done}
        }

    def tick(self, supporter_id: str, step: str, on: date) -> bool:
        """See the port."""
        s = t.onboarding_step
        with writing(self._engine, alone=True) as connection:
            known = select(s.c.on).where(s.c.supporter_id == supporter_id, s.c.step == step)
            serves = select(t.supporter.c.id).where(t.supporter.c.id == supporter_id)
            if connection.scalar(known) is not None or connection.scalar(serves) is None:
                return False
            row = {"supporter_id": supporter_id, "step": step, "on": on}
            connection.execute(insert(s).values(row))
            return True

    def untick(self, supporter_id: str, step: str) -> bool:
        """See the port."""
        s = t.onboarding_step
        theirs = delete(s).where(s.c.supporter_id == supporter_id, s.c.step == step)
        with writing(self._engine, alone=True) as connection:
            return bool(connection.execute(theirs).rowcount)


def _of_line(table: Any, line_id: str) -> Any:
    return select(table).join(t.supporter).where(t.supporter.c.line_id == line_id)
