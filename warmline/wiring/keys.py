"""What seals numbers at rest: sealing anew, destroying keys, and what has had its time."""

from __future__ import annotations

from datetime import timedelta

from warmline.adapters import redis_resealing
from warmline.adapters.clock import SystemClock
from warmline.adapters.sql import resealing
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.past import SqlPast
from warmline.adapters.sql.roster import SqlRoster
from warmline.domain.kept import DAY
from warmline.domain.retention import KEPT
from warmline.services.folding import Folding
from warmline.settings import (
    Settings,
    destroy_keys,
    replaced,
)
from warmline.wiring.connections import connect, redis_url, sealer

KEYS_KEPT = DAY
"""Seconds for which a replaced key still opens: twice as long as anything sealed is live."""


def renew_seals(settings: Settings) -> tuple[int, int, int]:
    """Seal everything that lies at rest with the newest key.

    How many texts of the database, how many there that no key opens, how many of the store.
    Raises StoreTrouble; then some are done, and doing it again does the rest.
    """
    seals = sealer(settings)
    done, lost = resealing.reseal(open_engine(settings.database_url), seals)
    return done, lost, redis_resealing.reseal(connect(redis_url(settings)), seals)


def retire_keys(settings: Settings, now: float) -> int:
    """Destroy keys of the data folder that were replaced a day ago, when nothing needs them.

    How many. Those in the settings are the operator's. Raises StoreTrouble: then none is destroyed.
    """
    if not any(at < now - KEYS_KEPT for at, _ in replaced(settings)):
        return 0
    renew_seals(settings)  # a process that had not noticed may have used it since
    return destroy_keys(settings, now - KEYS_KEPT)


def kept(minutes_days: int) -> dict[str, timedelta]:
    """How long everything but rows of calls stays in the database."""
    return {**KEPT, "minutes": timedelta(days=minutes_days)}


def folding(settings: Settings) -> Folding:
    """What deletes in the database; nothing else need be set."""
    engine, clock = open_engine(settings.database_url), SystemClock()
    roster = SqlRoster(engine, sealer(settings), clock)
    return Folding(SqlPast(engine), roster, clock, kept(settings.minutes_kept))
