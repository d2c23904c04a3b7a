"""From a hint to a job's first line, and from a caller's key to the request for a phone."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import redis
from rq import Queue

from tests.load import started
from tests.load.house import House, line_toml, number, running
from tests.load.table import Broken, Row, against, median_of, ms, within
from warmline.adapters.rq_jobs import FAILURE_TTL, RING_QUEUE
from warmline.demo.stage import LINE
from warmline.emulator import PhoneCall, behaviours

JOBS = 40
"""Of each kind in a round."""
PACE = 10.0
"""Jobs a second."""
CALLS = 25
CALLS_PACE = 5.0
SUPPORTERS = 80
GREETING = 0.4
"""Seconds that a caller listens before pressing 1."""
RINGS = 3.0
"""Seconds that a caller waits after the key; on a loaded machine a phone may ring that late."""


@contextmanager
def consumer(house: House) -> Iterator[None]:
    """A process that takes items from a list."""
    process = subprocess.Popen([sys.executable, "-m", "tests.load.started", house.redis_url])
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


def jobs(house: House) -> tuple[list[float], list[float]]:
    """A job and an item in turns, each until somebody has begun with it."""
    connection = redis.Redis.from_url(house.redis_url)
    queue = Queue(RING_QUEUE, connection=connection, default_timeout=5)
    connection.delete(f"{started.BEGAN}:job", f"{started.BEGAN}:floor", started.OUT)
    began = time.monotonic()
    for n in range(JOBS * 2):
        time.sleep(max(0.0, began + n / PACE / 2 - time.monotonic()))
        now = repr(time.monotonic())
        if n % 2:
            connection.lpush(started.IN, now)
        else:
            queue.enqueue(
                "tests.load.started.note",
                args=(house.redis_url, "job", now),
                description="bench",
                result_ttl=0,
                failure_ttl=FAILURE_TTL,
                ttl=60,
            )
    time.sleep(0.5)
    job, floor = (
        [float(took) for took in connection.lrange(f"{started.BEGAN}:{name}", 0, -1)]
        for name in ("job", "floor")
    )
    if len(job) != JOBS or len(floor) != JOBS:
        raise Broken(f"{len(job)} jobs and {len(floor)} items of {JOBS} were begun")
    return job, floor


def calls(house: House) -> list[float]:
    """Callers arrive at a steady pace and press 1; seconds from each key to the REST request."""
    emulator = house.emulator
    pressed: list[float] = []
    before = len(emulator.rest_log)
    threads = []

    def one(n: int) -> None:
        call: PhoneCall = emulator.handset(number(100 + n % 300)).dial(LINE)
        _until(lambda: call.gather_open)
        time.sleep(GREETING)
        pressed.append(emulator.now)
        call.press("1")
        time.sleep(RINGS)
        call.hang_up()

    for n in range(CALLS):
        thread = threading.Thread(target=one, args=(n,))
        thread.start()
        threads.append(thread)
        time.sleep(1 / CALLS_PACE)
    for thread in threads:
        thread.join(10)
    time.sleep(0.5)
    dialed = sorted(
        r.at
        for r in emulator.rest_log[before:]
        if r.method == "POST" and r.path.split("?")[0].endswith("/Calls.json")
    )
    # One phone is rung for each caller, and callers are 200 ms apart: the n-th request is the
    # n-th key's, as long as none is lost, which is checked.
    pressed.sort()
    if len(dialed) != len(pressed):
        raise Broken(f"{len(pressed)} keys led to {len(dialed)} requests")
    return [at - key for key, at in zip(pressed, dialed, strict=True)]


def _until(holds: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.005)


def measure(rounds: int) -> list[Row]:
    """Jobs beside their floor, and the whole way, round after round."""
    job, floor, key = [], [], []
    with tempfile.TemporaryDirectory(prefix="warmline-bench-") as name:
        toml = line_toml(SUPPORTERS, first_wave=1, wave_every=60)
        with running(Path(name), toml) as house, consumer(house):
            for n in range(SUPPORTERS):
                house.emulator.handset(number(1 + n)).behaviour = behaviours.Ignores()
            jobs(house)  # warms up: each worker imports the job once
            for _ in range(rounds):
                one, other = jobs(house)
                job.append(one)
                floor.append(other)
                key.append(calls(house))
    rows = against("a hint to the start of its job", job, floor, (0.5, 10.0), (0.99, 10.0))
    rows += against("a caller's 1 to the request for a phone", key, floor, (0.5, 25.0))
    slow = median_of(key, 0.99)
    return [*rows, within("a caller's 1 to the request, p99", slow, 0.1, show=ms)]
