"""Connections: to Redis, the database and the provider, and what lives on each."""

from __future__ import annotations

from typing import Any

import redis
from redis.sentinel import Sentinel
from twilio.rest import Client

from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.redis_patience import StorePatience
from warmline.adapters.redis_pulse import RedisPulse
from warmline.adapters.redis_reading import Seals
from warmline.adapters.redis_selftest import RedisTestCalls
from warmline.adapters.redis_spells import RedisSpells
from warmline.adapters.rq_jobs import RqJobs
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.twilio_client import client
from warmline.embedded import EmbeddedStore
from warmline.ports import (
    Clock,
)
from warmline.running import store_folder
from warmline.services.beginning import Provider
from warmline.settings import (
    Settings,
    load_keys,
    sentinel_address,
)
from warmline.settings.sentinel import SENTINEL

SOCKET_SECONDS = 0.5
"""A frozen store costs a caller a second, not the minute of the client's defaults."""


def connect(url: str, *, to_wait: bool = False) -> redis.Redis:
    """A connection to Redis, also through Sentinel (`redis+sentinel://...`).

    It gives up soon (see `StorePatience`). With `to_wait` it is for a worker, which waits for jobs
    for minutes and sets its own patience.
    """
    patience: dict[str, Any] = {
        "socket_connect_timeout": SOCKET_SECONDS,
        "socket_timeout": None if to_wait else SOCKET_SECONDS,
        "retry": StorePatience(),
        "health_check_interval": 30,
    }
    if not url.startswith(f"{SENTINEL}://"):
        return redis.Redis.from_url(url, **patience)
    where = sentinel_address(url)
    sentinel = Sentinel(where.hosts, socket_timeout=SOCKET_SECONDS)  # type: ignore[no-untyped-call]  # redis-py leaves it so
    master: redis.Redis = sentinel.master_for(  # type: ignore[no-untyped-call]  # the same
        where.service, db=where.db, username=where.username, password=where.password, **patience
    )
    return master


def redis_url(settings: Settings) -> str:
    """Where the live state is: the Redis that is set, or the store in the data folder."""
    return settings.redis_url or EmbeddedStore(store_folder(settings.data)).url


def twilio(settings: Settings) -> Client:
    """The provider's client."""
    key = settings.twilio_api_key_sid, settings.twilio_api_key_secret
    return client(
        str(settings.twilio_account_sid),
        str(settings.twilio_auth_token),
        api_key=(str(key[0]), str(key[1])) if key[0] else None,
        base_url=settings.twilio_api_base_url or "",
        timeout=settings.rest_timeout,
    )


def sealer(settings: Settings) -> Sealer:
    """What seals numbers at rest. It notices when the data folder's key is replaced."""
    return Sealer(*load_keys(settings), again=lambda: load_keys(settings))


def plain_roster(settings: Settings, clock: Clock) -> SqlRoster:
    """The roster as it stands in the database at this moment."""
    return SqlRoster(open_engine(settings.database_url), sealer(settings), clock)


def live_calls(
    connection: redis.Redis, clock: Clock, seals: Seals, keep: float, per_second: float
) -> RedisCalls:
    """The judge of live calls on a Redis connection."""
    return RedisCalls(connection, clock, seals, keep, per_second=per_second)


def rq_jobs(connection: redis.Redis) -> RqJobs:
    """Hints through RQ on a Redis connection."""
    return RqJobs(connection)


def pulse(connection: redis.Redis, clock: Clock) -> RedisPulse:
    """How the machinery is, on a Redis connection."""
    return RedisPulse(connection, clock)


def spells(connection: redis.Redis) -> RedisSpells:
    """What is known of each alarm, on a Redis connection."""
    return RedisSpells(connection)


def test_calls(connection: redis.Redis, clock: Clock) -> RedisTestCalls:
    """Test calls on their way, on a Redis connection."""
    return RedisTestCalls(connection, clock)


def provider_of(settings: Settings) -> Provider:
    """Which of the provider's settings are there; never what they say."""
    there = {
        "PUBLIC_URL": settings.public_url,
        "TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "TWILIO_AUTH_TOKEN": settings.twilio_auth_token,
    }
    known = {name: bool(value) for name, value in there.items()}
    return Provider(known, emulated=bool(settings.twilio_api_base_url))
