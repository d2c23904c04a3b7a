"""The real Redis (a Valkey of our own) that tests run against, emptied before each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import redis

from warmline import wiring
from warmline.embedded import EmbeddedStore


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """One server for the whole run."""
    store = EmbeddedStore(tmp_path_factory.mktemp("store"))
    store.start()
    store.wait_until_ready()
    yield store
    store.stop()


@pytest.fixture(scope="session")
def connection(valkey: EmbeddedStore) -> Iterator[redis.Redis]:
    """One connection to it, as our own processes make them."""
    client = wiring.connect(valkey.url)
    yield client
    client.close()


@pytest.fixture
def live(connection: redis.Redis) -> redis.Redis:
    """An empty Redis."""
    connection.flushdb()
    return connection
