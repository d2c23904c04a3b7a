"""`make bench`: how long a caller's key takes to reach a supporter's phone, against the floor.

The floor is measured in the same run, on the same machine, in turns with the thing itself: a
Flask route that does nothing under the same gunicorn, and a consumer that does nothing but take
an item from a Redis list (`BLMOVE`). Seconds mean little on another machine; ratios do.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import redis
import requests

from tests.load.house import House, free_port, line_toml, number, running
from warmline.demo.stage import LINE
from warmline.emulator import PhoneCall, behaviours

CALLS_PER_SECOND = 5.0
SUPPORTERS = 80
GREETING = 0.4
"""Seconds that a caller listens before pressing 1."""
RINGS = 3.0
"""Seconds that a caller waits after the key; on a loaded machine a phone may ring that late."""


def quantile(values: list[float], share: float) -> float:
    """The value below which a share of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def shown(name: str, values: list[float], floor: float | None = None) -> str:
    """One line of the table, in milliseconds."""
    p50, p99 = quantile(values, 0.5) * 1000, quantile(values, 0.99) * 1000
    ratio = f"{p50 / (floor * 1000):9.1f}x" if floor else " " * 10
    return f"{name:<44} {p50:8.1f} {p99:8.1f} {ratio} {len(values):6}"


def bare_route(address: str, times: int) -> list[float]:
    """Round trips of a route that does nothing."""
    took = []
    with requests.Session() as session:
        for _ in range(times):
            began = time.perf_counter()
            session.post(address, data={"CallSid": "x"}, timeout=5)
            took.append(time.perf_counter() - began)
            time.sleep(0.01)
    return took


def bare_queue(url: str, times: int) -> list[float]:
    """From pushing an item to a consumer having it."""
    took: list[float] = []
    done = threading.Event()

    def consume() -> None:
        mine = redis.Redis.from_url(url)
        for _ in range(times):
            item = mine.blmove("bench:in", "bench:out", 5, "RIGHT", "LEFT")
            took.append(time.perf_counter() - float(item or 0))
        mine.delete("bench:in", "bench:out")
        done.set()

    thread = threading.Thread(target=consume)
    thread.start()
    pushing = redis.Redis.from_url(url)
    for _ in range(times):
        pushing.lpush("bench:in", repr(time.perf_counter()))
        time.sleep(0.01)
    done.wait(10)
    thread.join(10)
    return took


def calls(house: House, count: int) -> list[float]:
    """Callers arrive at a steady pace and press 1; seconds from each key to the REST request."""
    emulator = house.emulator
    for n in range(SUPPORTERS):
        emulator.handset(number(1 + n)).behaviour = behaviours.Ignores()
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

    for n in range(count):
        thread = threading.Thread(target=one, args=(n,))
        thread.start()
        threads.append(thread)
        time.sleep(1 / CALLS_PER_SECOND)
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
        raise SystemExit(f"{len(pressed)} keys led to {len(dialed)} requests: not measured")
    return [at - key for key, at in zip(pressed, dialed, strict=True)]


def _until(holds: object, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while callable(holds) and not holds() and time.monotonic() < end:
        time.sleep(0.005)


def webhooks(house: House) -> list[float]:
    """How long our pages took to answer the provider."""
    return [r.seconds for r in house.emulator.requests if r.kind in {"voice", "wait"}]


def main() -> None:
    """Measure in five rounds, the floor and the thing in turns, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--calls", type=int, default=40, help="callers in each round")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="warmline-bench-") as name:
        folder = Path(name)
        port = free_port()
        gunicorn = ["gunicorn", "-c", "python:warmline.gunicorn_conf", "-b", f"127.0.0.1:{port}"]
        bare = subprocess.Popen(
            [sys.executable, "-m", *gunicorn, "tests.load.bare:app"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            toml = line_toml(SUPPORTERS, first_wave=1, wave_every=60)
            with running(folder, toml) as house:
                route, queue, key = [], [], []
                for _ in range(chosen.rounds):
                    route += bare_route(f"http://127.0.0.1:{port}/", 100)
                    queue += bare_queue(house.redis_url, 100)
                    key += calls(house, chosen.calls)
                floor = statistics.median(route) + statistics.median(queue)
                print(f"{'':44} {'p50 ms':>8} {'p99 ms':>8} {'ratio':>10} {'n':>6}")
                print(shown("a Flask route that does nothing", route))
                print(shown("BLMOVE, pushed to taken", queue))
                print(shown("our pages, as the provider sees them", webhooks(house), floor))
                print(shown("a caller's 1 to the REST request for a phone", key, floor))
                print(f"(ratios to the floor: {floor * 1000:.1f} ms, route and BLMOVE together)")
        finally:
            bare.terminate()
            bare.wait(10)


if __name__ == "__main__":
    main()
