"""What the append-only file costs, that nothing is lost with it, what a waiting caller weighs."""

from __future__ import annotations

import os
import signal
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import redis

from tests.load.table import Broken, Row
from warmline.adapters.clock import SystemClock
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.sealing import Sealer
from warmline.domain.call import Event
from warmline.embedded import EmbeddedStore

STEPS = 400
"""Calls that arrive, want a peer, are looked at and leave, in a round."""
WAITING = 500


def calls_of(url: str) -> RedisCalls:
    """A judge."""
    return RedisCalls(redis.Redis.from_url(url), SystemClock(), Sealer("0" * 32))


def arrive(calls: RedisCalls, sid: str) -> str:
    """A call that waits; its id."""
    call, _ = calls.open(
        sid=sid, line="county", language="en", number="+16505550100", is_open=True, avoid=()
    )
    calls.move(call.id, Event.WANTS_PEER)
    return call.id


def steps(url: str, number: int) -> float:
    """Steps of the judge a second."""
    calls = calls_of(url)
    began = time.perf_counter()
    for n in range(STEPS):
        call = arrive(calls, f"CA{number}-{n}")
        calls.look(call)
        calls.move(call, Event.LEFT)
    return 4 * STEPS / (time.perf_counter() - began)


def lost(store: EmbeddedStore) -> int:
    """Steps that were answered and are gone after the store was killed and started again."""
    calls = calls_of(store.url)
    waiting = [arrive(calls, f"CA-kept-{n}") for n in range(STEPS)]
    pid = store.pid
    if pid is None:
        raise Broken("the store does not run")
    os.kill(pid, signal.SIGKILL)
    store.stop()
    store.start()
    store.wait_until_ready()
    return sum(calls_of(store.url).peek(call) is None for call in waiting)


def weight(url: str) -> tuple[float, float]:
    """Bytes in the store of a call that waits; and of one that has ended, until it is forgotten."""
    connection: Any = redis.Redis.from_url(url)
    connection.flushall()

    def used() -> int:
        time.sleep(0.3)
        return int(connection.info("memory")["used_memory"])

    calls, before = calls_of(url), used()
    # The answers that are kept for ten seconds are no part of a call that waits.
    waiting = [arrive(calls, f"CA-heavy-{n}") for n in range(WAITING)]
    for key in connection.scan_iter("wl:once:*", count=1000):
        connection.delete(key)
    heavy = used()
    for call in waiting:
        calls.move(call, Event.LEFT)
    for key in connection.scan_iter("wl:once:*", count=1000):
        connection.delete(key)
    return (heavy - before) / WAITING, (used() - before) / WAITING


def measure(rounds: int) -> list[Row]:
    """Two stores in turns, one with the file and one without."""
    with (
        tempfile.TemporaryDirectory(prefix="warmline-bench-") as name,
        EmbeddedStore(Path(name) / "kept") as kept,
        EmbeddedStore(Path(name) / "bare") as bare,
    ):
        redis.Redis.from_url(bare.url).config_set("appendonly", "no")
        steps(kept.url, 0), steps(bare.url, 0)
        speeds = [(steps(kept.url, n + 1), steps(bare.url, n + 1)) for n in range(rounds)]
        gone = lost(kept)
        waiting, ended = weight(bare.url)
    with_file, without = (statistics.median(one) for one in zip(*speeds, strict=True))
    ratio = with_file / without
    return [
        Row(
            "steps of the judge with the append-only file",
            f"{with_file:.0f}/s",
            f"{without:.0f}/s",
            f"{ratio:.2f}x",
            ">= 0.8x",
            ratio >= 0.8,
        ),
        Row(
            f"lost of {2 * STEPS} steps, SIGKILL to the store", str(gone), target="0", met=not gone
        ),
        Row("memory of a waiting call in the store", f"{waiting / 1024:.1f} kB"),
        Row("memory of an ended call, two hours", f"{ended / 1024:.1f} kB"),
    ]
