"""What is kept about shifts beside the plan, in the database. Implements `warmline.ports.Rota`."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, case, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import reading, writing
from warmline.domain.line import Role
from warmline.domain.shifts import Occurrence
from warmline.ports.rota import Minutes, Offer


class SqlRota:
    """Every method may raise StoreTrouble."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    # -- reminders ------------------------------------------------------------------------------

    def said(
        self, line_id: str, since: datetime
    ) -> Mapping[tuple[str, datetime], dict[str, datetime]]:
        """See the port."""
        c, s = t.reminder.c, t.supporter.c
        query = (
            select(t.reminder)
            .join(t.supporter, s.id == c.supporter_id)
            .where(s.line_id == line_id, c.start >= since)
        )
        found: dict[tuple[str, datetime], dict[str, datetime]] = defaultdict(dict)
        with reading(self._engine) as connection:
            for row in connection.execute(query):
                found[row.supporter_id, row.start][row.step] = row.at
        return found

    def say(self, supporter_id: str, start: datetime, step: str, at: datetime) -> bool:
        """See the port."""
        row = {"supporter_id": supporter_id, "start": start, "step": step, "at": at}
        with writing(self._engine) as connection:
            if not _serves(connection, supporter_id):
                return False
            new = _dialect(connection).insert(t.reminder).values(row).on_conflict_do_nothing()
            # The number of rows of an INSERT is not told by every driver; what came of it is.
            return connection.execute(new.returning(t.reminder.c.step)).first() is not None

    def unsay(self, supporter_id: str, start: datetime, step: str) -> None:
        """See the port."""
        c = t.reminder.c
        with writing(self._engine) as connection:
            same = (c.supporter_id == supporter_id, c.start == start, c.step == step)
            connection.execute(delete(t.reminder).where(*same))

    # -- swaps ----------------------------------------------------------------------------------

    def offer(self, one: Occurrence, new_code: str) -> Offer:
        """See the port."""
        row = {
            "id": secrets.token_hex(8),
            "supporter_id": one.shift.supporter,
            "day": one.day,
            "start": f"{one.shift.span.start:%H:%M}",
            "role": one.shift.role.value,
            "code": new_code,
            "taker_id": None,
            "giver_id": one.supporter,
            "ends": one.end,
        }
        with writing(self._engine, alone=True) as connection:
            new = _dialect(connection).insert(t.swap).values(row)
            connection.execute(new.on_conflict_do_nothing())
            c = t.swap.c
            same = [c[name] == row[name] for name in ("supporter_id", "day", "start", "role")]
            # Taken before, or kept after all: whoever has it now offers it anew.
            anew = {"giver_id": one.supporter, "code": new_code}
            theirs = (_holder() == one.supporter, c.giver_id.is_distinct_from(one.supporter))
            connection.execute(t.swap.update().where(*same, *theirs).values(anew))
            return _offer(connection.execute(select(t.swap).where(*same)).one())

    def offers(self, line_id: str) -> list[Offer]:
        """See the port."""
        with reading(self._engine) as connection:
            return [_offer(row) for row in connection.execute(_of_line(line_id))]

    def take(self, line_id: str, code: str, taker: str) -> bool:
        """See the port."""
        c = t.swap.c
        here = select(t.supporter.c.id).where(t.supporter.c.line_id == line_id)
        free = (c.code == code, c.giver_id == _holder(), c.supporter_id.in_(here))
        others = _holder() != taker
        with writing(self._engine, alone=True) as connection:
            if not _serves(connection, taker):
                return False
            return bool(
                connection.execute(
                    t.swap.update().where(*free, others).values(taker_id=taker)
                ).rowcount
            )

    def withdraw(self, supporter_id: str, code: str) -> bool:
        """See the port."""
        c = t.swap.c
        theirs = (c.giver_id == supporter_id, c.code == code, _holder() == supporter_id)
        kept = t.swap.update().where(*theirs, c.taker_id.is_not(None)).values(giver_id=None)
        with writing(self._engine, alone=True) as connection:
            gone = connection.execute(delete(t.swap).where(*theirs, c.taker_id.is_(None)))
            return bool(gone.rowcount or connection.execute(kept).rowcount)

    # -- calendars ------------------------------------------------------------------------------

    def keep_calendar(self, supporter_id: str, secret: str) -> None:
        """See the port."""
        self.drop_calendar(supporter_id)
        with writing(self._engine, alone=True) as connection:
            connection.execute(
                insert(t.calendar_address).values(supporter_id=supporter_id, secret=secret)
            )

    def drop_calendar(self, supporter_id: str) -> bool:
        """See the port."""
        c = t.calendar_address.c
        with writing(self._engine, alone=True) as connection:
            gone = delete(t.calendar_address).where(c.supporter_id == supporter_id)
            return bool(connection.execute(gone).rowcount)

    def whose_calendar(self, secret: str) -> str | None:
        """See the port."""
        c = t.calendar_address.c
        with reading(self._engine) as connection:
            found = connection.scalar(select(c.supporter_id).where(c.secret == secret))
            return str(found) if found is not None else None

    # -- minutes --------------------------------------------------------------------------------

    def keep_minutes(self, line_id: str, rows: Iterable[Minutes]) -> None:
        """See the port."""
        c = t.supporter_day.c
        with writing(self._engine, alone=True) as connection:
            for one in rows:
                new = (
                    _dialect(connection)
                    .insert(t.supporter_day)
                    .values(
                        line_id=line_id,
                        supporter_id=one.supporter,
                        day=one.day,
                        alias=one.alias,
                        duty=one.duty,
                        talk=one.talk,
                        wrap_up=one.wrap_up,
                    )
                )
                more = {
                    "alias": one.alias,
                    "duty": func.coalesce(c.duty, new.excluded.duty),
                    "talk": _more(c.talk, new.excluded.talk),
                    "wrap_up": _more(c.wrap_up, new.excluded.wrap_up),
                }
                keys = list(t.supporter_day.primary_key.columns)
                connection.execute(new.on_conflict_do_update(index_elements=keys, set_=more))

    def minutes(self, line_id: str, first: date, last: date) -> list[Minutes]:
        """See the port."""
        c = t.supporter_day.c
        query = select(t.supporter_day).where(c.line_id == line_id, c.day.between(first, last))
        with reading(self._engine) as connection:
            return [
                Minutes(row.supporter_id, row.alias, row.day, row.duty, row.talk, row.wrap_up)
                for row in connection.execute(query.order_by(c.day, c.alias, c.supporter_id))
            ]


def _dialect(connection: Connection) -> Any:
    return postgresql if connection.dialect.name == "postgresql" else sqlite


def _more(one: Any, other: Any) -> Any:
    """The larger of two; the databases have different names for that."""
    return case((one > other, one), else_=other)


def _serves(connection: Connection, supporter_id: str) -> bool:
    who = t.supporter.c.id
    return connection.scalar(select(who).where(who == supporter_id)) is not None


def _of_line(line_id: str) -> Any:
    table: Table = t.swap
    belongs = table.c.supporter_id == t.supporter.c.id
    query = select(table).join(t.supporter, belongs).where(t.supporter.c.line_id == line_id)
    return query.order_by(table.c.day, table.c.start, table.c.id)


def _offer(row: Any) -> Offer:
    return Offer(
        supporter=row.supporter_id,
        day=row.day,
        start=row.start,
        role=Role(row.role),
        code=row.code,
        taker=row.taker_id or "",
        giver=row.giver_id or "",
    )


def _holder() -> Any:
    """Who has a shift now: its taker, or whose it is by the plan."""
    return func.coalesce(t.swap.c.taker_id, t.swap.c.supporter_id)
