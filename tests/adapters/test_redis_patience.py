"""A store that is gone for a moment, and one that says nothing."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest
import redis

from warmline import wiring
from warmline.adapters.redis_patience import StorePatience
from warmline.embedded import EmbeddedStore


class Hands:
    """A clock that goes on by a tenth of a second whenever it is looked at."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        self.time += 0.1
        return self.time


def test_a_command_that_meets_a_store_that_is_just_starting_again_is_answered(
    tmp_path: Path,
) -> None:
    first = EmbeddedStore(tmp_path / "store")
    first.start()
    first.wait_until_ready()
    client = wiring.connect(first.url)
    client.set("said", "before")
    first.stop()
    again = EmbeddedStore(tmp_path / "store")
    starting = threading.Timer(0.2, again.start)
    starting.start()
    try:
        assert client.get("said") == b"before"
    finally:
        starting.join()
        again.stop()


def test_a_store_that_stays_away_is_given_up() -> None:
    tried: list[int] = []

    def refused() -> None:
        tried.append(1)
        raise redis.ConnectionError

    told: list[Exception] = []
    with pytest.raises(redis.ConnectionError):
        StorePatience(seconds=0.5, clock=Hands()).call_with_retry(refused, told.append)
    assert 2 < len(tried) < 10
    assert len(told) == len(tried), "each failure closes its connection, the last one too"


def test_a_store_that_is_frozen_is_asked_once_more_and_not_again() -> None:
    tried: list[int] = []

    def silent() -> None:
        tried.append(1)
        raise redis.TimeoutError

    with pytest.raises(redis.TimeoutError):
        StorePatience().call_with_retry(silent, lambda _: None)
    assert len(tried) == 2


def test_a_frozen_store_is_given_up_in_earnest(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "frozen")
    store.start()
    store.wait_until_ready()
    client = wiring.connect(store.url)
    pid = client.info("server")["process_id"]
    os.kill(pid, signal.SIGSTOP)
    try:
        with pytest.raises(redis.TimeoutError):
            client.ping()
    finally:
        os.kill(pid, signal.SIGCONT)
    assert client.ping()
    store.stop()
