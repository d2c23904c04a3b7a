"""A roster that a stage reads again only when something was written.

A stage is one process: whoever writes to its database is here. Read every five seconds, as
processes of their own must, twelve hours on a stage would be 8640 readings of the same.
"""

from __future__ import annotations

from itertools import count
from typing import Any, Final

from sqlalchemy import Connection, Engine, Pool, event

from warmline.domain.line import LineBook
from warmline.ports import Clock, Roster

AT_MOST: Final = 900.0
"""Seconds after which it is read all the same: what is long over, days ago, is left out of it."""
LEAVES_ALL_AS_IT_IS: Final = ("select", "begin", "pragma", "set ")

_writes = count(1)
_newest = [0]


@event.listens_for(Engine, "before_cursor_execute")
def _note(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
    if not statement.lstrip().lower().startswith(LEAVES_ALL_AS_IT_IS):
        connection.info["wrote"] = True


@event.listens_for(Pool, "checkin")
def _count(_connection: Any, record: Any) -> None:
    # Not when it is about to be committed: another thread could still read what was before.
    if record.info.pop("wrote", False):
        _newest[0] = next(_writes)


class Unread:
    """The roster within, and its books as they were when somebody last wrote anything."""

    def __init__(self, roster: Roster, clock: Clock) -> None:
        self._roster = roster
        self._clock = clock
        self._read = (-1, 0.0)
        self._books: tuple[LineBook, ...] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._roster, name)

    def books(self) -> tuple[LineBook, ...]:
        """Every line of this installation."""
        write, now = _newest[0], self._clock.now()
        if write != self._read[0] or abs(now - self._read[1]) >= AT_MOST:
            self._books = tuple(self._roster.books())
            self._read = write, now
        return self._books
