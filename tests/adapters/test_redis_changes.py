"""A worker that asks only for what has changed of supporters knows what one knows who asks for
everything (P5, P6): otherwise somebody who is free would never be rung again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import redis

from tests.adapters.test_redis_calls import HandClock, rung, waits
from tests.faults.test_every_step_twice import PLAYS
from warmline import wiring
from warmline.adapters.redis_calls import CHANGES_AT_ONCE, RedisCalls
from warmline.adapters.sealing import Sealer
from warmline.domain.matching import Asked
from warmline.domain.presence import Changes, Presence
from warmline.embedded import EmbeddedStore

EVERYBODY = ["river", "sage", "juniper"]


class Follower:
    """Somebody who asks after each step only for what is new."""

    def __init__(self, connection: redis.Redis, clock: HandClock) -> None:
        self.calls = RedisCalls(connection, clock, Sealer("a secret of thirty-two characters"))
        self.since = Changes()
        self.known: dict[str, Presence] = {}

    def catch_up(self) -> Changes:
        """Ask, and believe."""
        self.since = self.calls.changes(self.since)
        if self.since.whole:
            self.known.clear()
        self.known |= {one.supporter: one for one in self.since.presences}
        return self.since

    def knows_the_truth(self, after: str = "") -> None:
        """Everybody is known as the store has them."""
        self.catch_up()
        truth = self.calls.presences(EVERYBODY)
        known = {who: self.known.get(who, Presence(who)) for who in EVERYBODY}
        assert known == truth, after


class Watched:
    """A connection on which the follower asks after each run of the judge."""

    def __init__(self, connection: redis.Redis, follower: Follower) -> None:
        self.connection = connection
        self.follower = follower

    def fcall(self, name: str, keys: int, *args: str) -> Any:
        answer = self.connection.fcall(name, keys, *args)
        self.follower.knows_the_truth(after=args[0])
        return answer

    def function_load(self, library: str, *, replace: bool) -> Any:
        return self.connection.function_load(library, replace=replace)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def follower(live: redis.Redis, clock: HandClock) -> Follower:
    return Follower(live, clock)


@pytest.mark.parametrize("play", sorted({play.__name__ for play in PLAYS.values()}))
def test_after_every_step_who_follows_the_changes_knows_the_truth(
    live: redis.Redis, clock: HandClock, follower: Follower, play: str
) -> None:
    watched: Any = Watched(live, follower)
    calls = RedisCalls(watched, clock, Sealer("a secret of thirty-two characters"), per_second=2)
    follower.catch_up()
    next(one for one in PLAYS.values() if one.__name__ == play)(calls, clock)


def test_who_has_not_changed_is_not_told_again(follower: Follower) -> None:
    call = waits(follower.calls)
    (river,) = rung(follower.calls, call, "river")
    assert [one.supporter for one in follower.catch_up().presences] == ["river"]
    assert follower.catch_up().presences == ()
    follower.calls.close(river, Asked.PASSED)
    assert [one.supporter for one in follower.catch_up().presences] == ["river"]


def test_a_store_that_was_emptied_makes_nobody_busy(live: redis.Redis, follower: Follower) -> None:
    rung(follower.calls, waits(follower.calls), "river")
    follower.knows_the_truth()
    live.flushall()
    follower.knows_the_truth()
    # And one that was emptied and has counted on since is not taken for the old one.
    rung(follower.calls, waits(follower.calls, "CA2"), "sage")
    follower.knows_the_truth()
    assert not follower.known.get("river", Presence("river")).busy


def test_a_store_that_was_put_back_from_a_backup_is_believed(
    live: redis.Redis, follower: Follower
) -> None:
    call = waits(follower.calls)
    (river,) = rung(follower.calls, call, "river")
    before = {key: live.dump(key) or b"" for key in live.scan_iter("wl:*")}
    follower.calls.close(river, Asked.PASSED)
    follower.knows_the_truth()
    for key, value in before.items():
        live.restore(key, 0, value, replace=True)
    follower.knows_the_truth()
    assert follower.known["river"].busy


def test_a_store_that_came_back_some_changes_behind_and_counted_on_is_read_anew(
    tmp_path: Path, clock: HandClock
) -> None:
    """As after a crash that lost the last second, or when a replica that was behind takes over."""
    folder, kept = tmp_path / "store", tmp_path / "kept"
    store = EmbeddedStore(folder)

    def begins(who: str) -> redis.Redis:
        store.start()
        store.wait_until_ready()
        connection = wiring.connect(store.url)
        Follower(connection, clock).calls.set_off(who, clock.time + 60)
        return connection

    begins("juniper").close()
    store.stop()
    shutil.copytree(folder, kept)

    connection = begins("river")
    follower = Follower(connection, clock)
    follower.knows_the_truth()
    connection.close()
    store.stop()
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)

    follower.calls = Follower(begins("sage"), clock).calls
    follower.knows_the_truth()
    assert follower.known["sage"].off_until
    assert "river" not in follower.known, "that they are off is lost, and nobody believes it"
    store.stop()


def test_a_whole_county_is_told_in_pieces(live: redis.Redis, follower: Follower) -> None:
    people = [f"peer-{n:04}" for n in range(2 * CHANGES_AT_ONCE)]
    for who in people:
        follower.calls.set_off(who, 10.0)
    assert len(follower.catch_up().presences) == len(people)
    assert follower.catch_up().presences == ()
