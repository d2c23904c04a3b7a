"""What jobs cost: a job that only says when it began, and a bare consumer that does the same."""

from __future__ import annotations

import sys
import time

import redis

BEGAN = "bench:began"
IN, OUT = "bench:in", "bench:out"


def note(url: str, name: str, pushed: str) -> None:
    """A job: how long it took to be begun. Run by a worker of the warmline's."""
    took = time.monotonic() - float(pushed)
    connection = redis.Redis.from_url(url)
    connection.rpush(f"{BEGAN}:{name}", repr(took))
    connection.close()


def consume(url: str) -> None:
    """The floor: a process that takes items from a list, and nothing else."""
    connection = redis.Redis.from_url(url)
    while True:
        item = connection.blmove(IN, OUT, 1, "RIGHT", "LEFT")
        if item is not None:
            took = time.monotonic() - float(item)
            connection.rpush(f"{BEGAN}:floor", repr(took))


if __name__ == "__main__":
    consume(sys.argv[1])
