"""Setting a stage for a story: an empty Redis, a fresh database, the story's line in it."""

from __future__ import annotations

from typing import Any

import redis
from sqlalchemy import select

from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine, reading
from warmline.adapters.sql.migrations import upgrade
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.roster import CachedRoster, SqlRoster
from warmline.adapters.sql.tables import call_row
from warmline.demo.stage import Stage
from warmline.demo.stories import Story
from warmline.ports import Outcomes, Roster

SECRET = "a demo secret that protects nothing real"  # noqa: S105  # the stage is thrown away


def open_stage(story: Story, connection: redis.Redis, database_url: str) -> Stage:
    """A stage on which a story can be played."""
    connection.flushdb()
    engine = open_engine(database_url)
    upgrade(engine)
    seals = Sealer(SECRET)

    def stores(clock: Any) -> tuple[Roster, Outcomes]:
        roster = SqlRoster(engine, seals, clock)
        _apply(roster, story.toml)
        return CachedRoster(roster, clock), SqlOutcomes(engine)

    def rows() -> list[Any]:
        with reading(engine) as now:
            return list(now.execute(select(call_row)))

    return Stage(connection, stores, rows, seals, began=story.began)
