"""The clock's heartbeat, deadlines, queues and workers, in a real Redis."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import redis
from rq import Queue, SimpleWorker

from warmline import wiring
from warmline.adapters.redis_pulse import HEARTBEAT, HEARTBEAT_SECONDS, RedisPulse
from warmline.adapters.rq_jobs import RING_QUEUE, RqJobs
from warmline.domain.errors import StoreTrouble


@dataclass
class Clock:
    at: float = 1_000_000.0

    def now(self) -> float:
        return self.at


@pytest.fixture
def pulse(live: redis.Redis) -> RedisPulse:
    return RedisPulse(live, Clock())


def signed_on(connection: redis.Redis) -> SimpleWorker:
    worker = SimpleWorker([Queue(RING_QUEUE, connection=connection)], connection=connection)
    worker.register_birth()  # type: ignore[no-untyped-call]
    return worker


def test_a_clock_that_says_nothing_more_is_gone_by_itself(
    live: redis.Redis, pulse: RedisPulse
) -> None:
    assert not pulse.ticks()
    pulse.beat()
    assert pulse.ticks()
    left = live.ttl(HEARTBEAT)
    assert isinstance(left, int)
    assert 0 < left <= HEARTBEAT_SECONDS


def test_only_deadlines_that_nobody_dealt_with_are_overdue(
    live: redis.Redis, pulse: RedisPulse
) -> None:
    now = Clock().now()
    live.zadd("wl:due", {"step|a": now - 5, "step|b": now - 0.5, "step|c": now + 5})
    assert pulse.overdue() == 1


def test_jobs_are_counted_by_queue(live: redis.Redis, pulse: RedisPulse) -> None:
    jobs = RqJobs(live)
    jobs.ring("county")
    jobs.ring("valley")
    jobs.forget("CA1")
    assert pulse.jobs() == {"ring": 2, "other": 1}


def test_workers_are_counted_while_they_are_signed_on(live: redis.Redis, pulse: RedisPulse) -> None:
    assert pulse.workers() == {"ring": 0, "other": 0}
    worker = signed_on(live)
    assert pulse.workers() == {"ring": 1, "other": 0}
    live.delete(worker.key)  # it was killed, and its sign of life has run out
    assert pulse.workers() == {"ring": 0, "other": 0}


def test_counting_workers_leaves_the_patience_of_the_connection_alone(
    live: redis.Redis, pulse: RedisPulse
) -> None:
    signed_on(live)
    live.connection_pool.connection_kwargs["socket_timeout"] = 0.5
    pulse.workers()
    assert live.connection_pool.connection_kwargs["socket_timeout"] == 0.5


def test_a_store_that_is_full_does_not_end_the_clock(live: redis.Redis, pulse: RedisPulse) -> None:
    live.config_set("maxmemory", "1")
    try:
        with pytest.raises(StoreTrouble, match="OutOfMemoryError"):
            pulse.beat()
        assert not pulse.ticks()
    finally:
        live.config_set("maxmemory", "0")


def test_a_store_that_is_away_is_told_in_our_words() -> None:
    nobody = wiring.connect("unix:///nowhere/valkey.sock")
    pulse = RedisPulse(nobody, Clock())
    for ask in (pulse.beat, pulse.ticks, pulse.overdue, pulse.jobs, pulse.workers):
        with pytest.raises(StoreTrouble):
            ask()
