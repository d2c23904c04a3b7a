"""Setting a stage for a story: an empty Redis, a fresh database, the story's line in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

import redis
from sqlalchemy import select

from warmline.adapters.cached_roster import CachedRoster
from warmline.adapters.sealing import Sealer
from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.sql.engine import open_engine, reading
from warmline.adapters.sql.holds import SqlHolds
from warmline.adapters.sql.migrations import is_current, upgrade
from warmline.adapters.sql.onboarding import SqlOnboarding
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.past import SqlPast
from warmline.adapters.sql.pins import SqlPins
from warmline.adapters.sql.quarters import SqlQuarters
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.sql.rota import SqlRota
from warmline.adapters.sql.tables import call_row
from warmline.adapters.sql.words import SqlWords
from warmline.adapters.toml_line import read_line_file
from warmline.demo.stage import Stage
from warmline.demo.stories import Story
from warmline.demo.unread import Unread
from warmline.domain.line import LineBook
from warmline.ports import Clock, Outcomes, Roster
from warmline.services.setup import apply

SECRET = "a demo secret that protects nothing real"  # noqa: S105  # the stage is thrown away


def open_stage(
    story: Story, connection: redis.Redis, database_url: str, *, seed: bool = True
) -> Stage:
    """A stage on which a story can be played. The database is empty, migrated or not; and it stays
    empty when the story writes down no line.

    `seed`: the line knows the seed directory of other places.
    """
    connection.flushdb()
    engine = open_engine(database_url)
    if not is_current(engine):
        upgrade(engine)
    seals = Sealer(SECRET)
    places = [row.place for row in seed_directory()] if seed else []

    def read(books: Sequence[LineBook]) -> LineBook:
        return read_line_file(story.toml, seed=places, others=books)

    def stores(clock: Clock) -> tuple[Roster, Outcomes]:
        roster = SqlRoster(engine, seals, clock)
        # Ids in the order of the file, so that the same story always goes the same way.
        order = count(1)
        if story.toml:
            apply(roster, read, lambda: f"supporter-{next(order):03}")
        return CachedRoster(Unread(roster, clock), clock), SqlOutcomes(engine, seals)

    def rows() -> list[Any]:
        with reading(engine) as now:
            return list(now.execute(select(call_row)))

    kept = SqlWords(engine), SqlPast(engine), SqlHolds(engine), SqlOnboarding(engine)
    more = SqlQuarters(engine, seals), SqlRota(engine), SqlPins(engine)
    return Stage(connection, stores, rows, seals, *kept, *more, began=story.began)
