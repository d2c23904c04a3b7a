"""Whether the database has the shape that this version needs."""

from __future__ import annotations

from sqlalchemy import Engine

from warmline.adapters.sql.migrations import is_current


class Migrated:
    """Asks until it is so; from then on it is believed without asking.

    A process that runs is not to be taken out of service because the database is away (calls go on
    by the roster in memory), or because the next version has begun to upgrade it.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._was = False

    def __call__(self) -> bool:
        """Whether every migration has been applied. Raises StoreTrouble."""
        self._was = self._was or is_current(self._engine)
        return self._was
