"""How late a deadline is dealt with while a clock lives; never early."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

import redis

from tests.load.house import House, line_toml, running
from tests.load.table import Broken, Row, median_of, ms, quantile, within

EACH = 60
"""Deadlines in a round, at random moments."""
WITHIN = 4.0
"""Seconds in which they fall due."""


def late(house: House, rng: random.Random, number: int) -> list[float]:
    """Seconds from each deadline until a clock has taken it up; negative would be early."""
    connection = redis.Redis.from_url(house.redis_url)
    now = time.time()
    # Of a kind that nobody knows: it is struck off when it is due, and nothing else happens.
    open_ = {f"bench|{number}-{n}": now + rng.uniform(0.5, WITHIN) for n in range(EACH)}
    connection.zadd("wl:due", open_)
    found: dict[str, float] = {}
    while open_ and time.time() < now + WITHIN + 5:
        members = list(open_)
        scores = connection.zmscore("wl:due", members)
        seen = time.time()
        for member, score in zip(members, scores, strict=True):
            if score is None or float(score) > open_[member] + 0.5:
                found[member] = seen - open_.pop(member)
        time.sleep(0.003)
    if open_:
        raise Broken(f"{len(open_)} deadlines were never dealt with")
    return list(found.values())


def measure(rounds: int) -> list[Row]:
    """Rounds of deadlines on a warmline at rest."""
    rng = random.Random(1)
    toml = line_toml(4, first_wave=2, wave_every=5)
    with (
        tempfile.TemporaryDirectory(prefix="warmline-bench-") as name,
        running(Path(name), toml) as house,
    ):
        took = [late(house, rng, n) for n in range(rounds)]
    earliest = min(quantile(one, 0.0) for one in took)
    p99 = median_of(took, 0.99)
    return [
        Row("a deadline, earliest of all", ms(earliest), target="> 0", met=earliest >= 0),
        Row("a deadline, lateness p50", ms(median_of(took, 0.5))),
        within("a deadline, lateness p99", p99, 0.15, show=ms),
    ]
