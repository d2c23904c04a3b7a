"""What is left of numbers after the worst evening: every file, the store, the provider."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import redis

from tests.leaks.search import everything_in, files_in, finds, text
from tests.load.house import House
from warmline import wiring
from warmline.services.forgetting import Forgetting
from warmline.settings import Settings

GIVEN = ("line.toml",)
"""Files that we gave, and that hold supporters' numbers as a coordinator writes them."""
CUT_OFF = 11206
"""The provider's code for a connection that was closed before the answer."""
UNTIL_ALL_ARE_CUT = 5.0
"""Seconds after a web process was killed in which the last connection to it is gone."""
PATIENCE = 20.0
"""Seconds that the workers have for what the provider still keeps."""


@dataclass(frozen=True)
class SixHoursLater:
    """A clock by which every call of this evening is long over."""

    def now(self) -> float:
        """Seconds since the epoch."""
        return time.time() + 6 * 3600


def left(house: House, numbers: Iterable[str], cut: Iterable[float] = ()) -> list[str]:
    """Places in which a form of a number is left when the hourly work has been done.

    `cut`: when web processes were killed.
    """
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
        return finds(numbers, everything(house, connection, cut))
    finally:
        connection.close()


def rewritten(connection: redis.Redis) -> None:
    """The store's files as they are after the hourly tidying up."""
    connection.bgrewriteaof()
    while connection.info("persistence")["aof_rewrite_in_progress"]:
        time.sleep(0.05)


def kept_at_the_provider(house: House, cut: Iterable[float]) -> Mapping[str, object]:
    """What the provider keeps, but for its notes of requests that were cut off by a kill.

    Those name both numbers, for thirty days, and cannot be deleted: the public page says so. One
    for any other reason is our fault.
    """
    held, kills = house.emulator.provider_holds(), list(cut)

    def by_a_kill(alert: Mapping[str, Any]) -> bool:
        near = any(0 <= alert["at"] - at < UNTIL_ALL_ARE_CUT for at in kills)
        return alert["code"] == CUT_OFF and near

    return held | {"alerts": [one for one in held["alerts"] if not by_a_kill(one)]}


def everything(
    house: House, connection: redis.Redis, cut: Iterable[float] = ()
) -> Mapping[str, bytes]:
    """Every byte that remains, by place."""
    files = files_in(house.folder)
    return {
        **{name: content for name, content in files.items() if name not in GIVEN},
        "redis": everything_in(connection),
        "addresses of our pages": text([one.url for one in house.emulator.requests]),
        "addresses at the provider": text([one.path for one in house.emulator.rest_log]),
        **{
            f"what the provider still keeps: {kind}": text(kept)
            for kind, kept in kept_at_the_provider(house, cut).items()
        },
    }
