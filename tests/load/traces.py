"""What is left of numbers after the worst evening: every file, the store, the provider."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import redis

from tests.leaks.search import everything_in, files_in, finds, text
from tests.load.house import House
from warmline import wiring
from warmline.services.forgetting import Forgetting
from warmline.settings import Settings

GIVEN = ("line.toml",)
"""Files that we gave, and that hold supporters' numbers as a coordinator writes them."""
PATIENCE = 20.0
"""Seconds that the workers have for what the provider still keeps."""


@dataclass(frozen=True)
class SixHoursLater:
    """A clock by which every call of this evening is long over."""

    def now(self) -> float:
        """Seconds since the epoch."""
        return time.time() + 6 * 3600


def left(house: House, numbers: Iterable[str]) -> list[str]:
    """Places in which a form of a number is left when the hourly work has been done."""
    world = wiring.world(Settings.from_environ(house.env))
    forgetting = Forgetting(world.calls, world.roster, world.phones, SixHoursLater(), world.holds)
    for book in world.roster.books():
        forgetting.look_for_leftovers(book.line.id)
    until = time.monotonic() + PATIENCE
    while world.calls.backlog() and time.monotonic() < until:
        time.sleep(0.5)
    connection = redis.Redis.from_url(house.redis_url)
    try:
        rewritten(connection)
        return finds(numbers, everything(house, connection))
    finally:
        connection.close()


def rewritten(connection: redis.Redis) -> None:
    """The store's files as they are after the hourly tidying up."""
    connection.bgrewriteaof()
    while connection.info("persistence")["aof_rewrite_in_progress"]:
        time.sleep(0.05)


def everything(house: House, connection: redis.Redis) -> Mapping[str, bytes]:
    """Every byte that remains, by place."""
    files = files_in(house.folder)
    return {
        **{name: content for name, content in files.items() if name not in GIVEN},
        "redis": everything_in(connection),
        "addresses of our pages": text([one.url for one in house.emulator.requests]),
        "addresses at the provider": text([one.path for one in house.emulator.rest_log]),
        "what the provider still keeps": text(house.emulator.provider_holds()),
    }
