"""How the machinery is, read from Redis: the clock's heartbeat, deadlines, queues, workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import redis
from rq import Queue
from rq.worker_registration import get_keys

from warmline.adapters.rq_jobs import OTHER_QUEUE, RING_QUEUE
from warmline.domain.errors import StoreTrouble
from warmline.ports import Clock

QUEUES = (RING_QUEUE, OTHER_QUEUE)
HEARTBEAT = "wl:clock"
HEARTBEAT_SECONDS = 30
"""After so long without a word a clock counts as gone. It says one every five seconds."""
DEADLINES = "wl:due"
"""The judge's own key (the judge), which is only counted here."""
LATE = 1.0
"""Seconds. A clock that lives looks every tenth of one."""


class RedisPulse:
    """Implements `warmline.ports.Pulse`."""

    def __init__(self, connection: redis.Redis, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._queues = [Queue(name, connection=connection) for name in QUEUES]

    def beat(self) -> None:
        """See the port."""
        with _in_our_words():
            self._connection.set(HEARTBEAT, "1", ex=HEARTBEAT_SECONDS)

    def ticks(self) -> bool:
        """See the port."""
        with _in_our_words():
            return bool(self._connection.exists(HEARTBEAT))

    def overdue(self) -> int:
        """See the port."""
        with _in_our_words():
            return int(self._connection.zcount(DEADLINES, "-inf", self._clock.now() - LATE))

    def jobs(self) -> dict[str, int]:
        """See the port."""
        with _in_our_words():
            return {queue.name: queue.count for queue in self._queues}

    def stuck(self, seconds: float) -> bool:
        """See the port. A job that has expired while it waited is one that nobody came for."""
        with _in_our_words():
            return any(self._waits_long(queue, seconds) for queue in self._queues)

    def _waits_long(self, queue: Queue, seconds: float) -> bool:
        for job_id in queue.get_job_ids(0, 1):
            job = queue.fetch_job(job_id)
            if job is None:
                return queue.count > 0  # expired, or taken in this moment
            since = job.enqueued_at
            return since is not None and self._clock.now() - since.timestamp() > seconds
        return False

    def workers(self) -> dict[str, int]:
        """See the port.

        The registry is read by key: RQ's own list makes a worker of each entry, and a worker sets
        a patience of minutes on the connection that callers' pages use, too.
        """
        with _in_our_words():
            return {
                queue.name: sum(bool(self._connection.exists(key)) for key in get_keys(queue=queue))
                for queue in self._queues
            }


@contextmanager
def _in_our_words() -> Iterator[None]:
    """Also a store that is full or read-only: a clock that cannot say that it lives lives on."""
    try:
        yield
    except redis.RedisError as error:
        raise StoreTrouble(type(error).__name__) from None
