"""What is over: rows become counts, and what has had its time is deleted.

Everything here looks at the database alone, so it may run twice, at once, or days late. While a
legal hold is on, nothing is deleted: that is looked at in the same transaction.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Date, Engine, Table, delete, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from warmline.adapters.sql import tables as t
from warmline.adapters.sql.engine import empty_log, reading, trouble, writing
from warmline.adapters.sql.holds import is_held
from warmline.domain.callback import Callback
from warmline.domain.counters import Tally, What, counted
from warmline.domain.errors import StoreTrouble
from warmline.domain.outcome import Bucket, CallRow, Outcome

AT_ONCE: Final = 200
"""Rows in one transaction: well within a statement's three seconds."""
IN_ORDER: Final = (
    (t.call_row, "id"),
    (t.counter, "line, since, what, value"),
    (t.quarter_sums, "id"),
    (t.survey_answer, "id"),
    (t.study_answer, "id"),
)
"""Tables whose order in PostgreSQL's file would tell what came when, and an order that does not."""


class SqlPast:
    """Counts and deletes. Every method may raise StoreTrouble."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def fold(self, line_id: str, until: date) -> int:
        """Count some rows of a line up to a day and delete them, in one; how many. 0: none left."""
        row = t.call_row
        old = (
            select(row.c.id).where(row.c.line == line_id, row.c.day <= until).limit(AT_ONCE)
        ).scalar_subquery()
        with writing(self._engine, alone=True) as connection:
            if is_held(connection):
                return 0
            # The same rows are deleted and counted here, whoever else is at it.
            gone = connection.execute(delete(row).where(row.c.id.in_(old)).returning(row))
            rows = [row_of(dict(one)) for one in gone.mappings()]
            self._add(connection, counted(rows))
        return len(rows)

    def lines(self) -> list[str]:
        """The ids of all lines of which there are rows, also of lines that are no more."""
        with reading(self._engine) as connection:
            return list(connection.scalars(select(t.call_row.c.line).distinct().order_by("line")))

    def rows_until(self, line_id: str, until: date) -> int:
        """How many rows of a line there are up to a day."""
        row = t.call_row
        count = select(func.count()).where(row.c.line == line_id, row.c.day <= until)
        with reading(self._engine) as connection:
            return int(connection.scalar(count) or 0)

    def counts(self) -> dict[Tally, int]:
        """Every count that is kept."""
        with reading(self._engine) as connection:
            return {
                Tally(one.line, one.since, What(one.what), one.value): one.tally
                for one in connection.execute(select(t.counter))
            }

    def delete_old(self, before: Mapping[str, datetime]) -> dict[str, int]:
        """Delete what was over before these times; of each kind, how many."""
        old = self._old(before)
        with writing(self._engine, alone=True) as connection:
            if is_held(connection):
                return dict.fromkeys(old, 0)
            return {
                name: connection.execute(delete(table).where(over)).rowcount
                for name, (table, over) in old.items()
            }

    def old(self, before: Mapping[str, datetime]) -> dict[str, int]:
        """Of each kind, how many `delete_old` would delete."""
        with reading(self._engine) as connection:
            return {
                name: int(
                    connection.scalar(select(func.count()).select_from(table).where(over)) or 0
                )
                for name, (table, over) in self._old(before).items()
            }

    def stir(self, *, deleted: bool) -> None:
        """Leave no order in the files from which one could tell what was written when.

        `deleted`: something was, and its bytes are to leave the files, too. SQLite orders these
        tables by their keys and overwrites what is deleted, but for copies that moved within a
        page. PostgreSQL keeps rows where they came, each with the number of its transaction, and
        deleted ones until later: so all rows are written anew in one transaction, in an order that
        says nothing, and then their files are.
        """
        if self._engine.dialect.name == "sqlite":
            if deleted or self._has_free_pages():
                self._alone("VACUUM")
                empty_log(self._engine)
            return
        for table, order in IN_ORDER:
            if deleted or self._tells(table):
                self._write_anew(table, order)
                self._alone(f"VACUUM FULL {table.name}")
                self._alone(f"VACUUM {table.name}")  # only this one says that nothing is dead

    # -- inside ---------------------------------------------------------------------------------

    @staticmethod
    def _old(before: Mapping[str, datetime]) -> Mapping[str, tuple[Table, Any]]:
        ends = {
            "wishes": t.duty_wish.c.until,
            "reminders": t.reminder.c.start,
            "swaps": t.swap.c.ends,
            "minutes": t.supporter_day.c.day,
            "switches": t.emergency_switch.c.until,
            "changes": t.directory_change.c.at,
            "deeds": t.audit_entry.c.at,
            "holds": t.legal_hold.c.ended_at,
        }
        return {
            name: (end.table, end < (at.date() if isinstance(end.type, Date) else at))
            for name, at in before.items()
            for end in (ends[name],)
        }

    def _add(self, connection: Connection, counts: Counter[Tally]) -> None:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        for one, count in sorted(counts.items()):
            new = dialect.insert(t.counter).values(
                line=one.line, since=one.since, what=one.what, value=one.value, tally=count
            )
            more = {"tally": t.counter.c.tally + new.excluded.tally}
            keys = list(t.counter.primary_key.columns)
            connection.execute(new.on_conflict_do_update(index_elements=keys, set_=more))

    def _has_free_pages(self) -> bool:
        with reading(self._engine) as connection:
            return bool(connection.exec_driver_sql("PRAGMA freelist_count").scalar())

    def _tells(self, table: Table) -> bool:
        """Whether rows came in more than one transaction since, or deleted ones are still there."""
        name = table.name
        came = text(f"SELECT count(DISTINCT xmin::text) FROM {name}")  # noqa: S608  # our own names
        dead = text("SELECT n_dead_tup FROM pg_stat_user_tables WHERE relname = :name")
        with reading(self._engine) as connection:
            return (connection.scalar(came) or 0) > 1 or bool(
                connection.scalar(dead, {"name": name})
            )

    def _write_anew(self, table: Table, order: str) -> None:
        name = table.name
        with writing(self._engine, alone=True) as connection:
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            connection.execute(text(f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE"))
            connection.execute(
                text(
                    f"WITH taken AS (DELETE FROM {name} RETURNING *) "  # noqa: S608  # our own names
                    f"INSERT INTO {name} SELECT * FROM taken ORDER BY {order}"
                )
            )

    def _alone(self, statement: str) -> None:
        """Run a statement that is a transaction of its own. It takes as long as it takes."""
        try:
            with self._engine.connect() as connection:
                raw: Any = connection.connection.driver_connection
                if self._engine.dialect.name == "sqlite":
                    raw.execute(statement)
                    return
                freely = connection.execution_options(isolation_level="AUTOCOMMIT")
                freely.execute(text("SET statement_timeout = 0"))
                try:
                    freely.execute(text(statement))
                finally:
                    freely.execute(text("RESET statement_timeout"))
        except SQLAlchemyError as error:
            raise trouble(error) from None
        except sqlite3.OperationalError as error:
            raise StoreTrouble(type(error).__name__) from None


def row_of(one: Mapping[str, Any]) -> CallRow:
    """A row as it is kept."""
    return CallRow(
        **{
            **one,
            "outcome": Outcome(one["outcome"]),
            "wait": Bucket(one["wait"]),
            "talk": Bucket(one["talk"]),
            "places_heard": tuple(one["places_heard"]),
            "callback": Callback(one["callback"]),
        }
    )
