"""Hints to the workers through RQ: names and opaque ids, nothing else, and nothing kept long."""

from __future__ import annotations

import redis
from rq import Queue

from warmline.afterwards import afterwards

RING_QUEUE = "ring"
OTHER_QUEUE = "other"
FAILURE_TTL = 3600
"""Seconds for which RQ keeps a failed job; its default is a year."""
HINT_MS = 1000
"""Milliseconds after which a look at a line that nobody has begun is asked for once more."""


class RqJobs:
    """Implements `warmline.ports.Jobs`. Jobs go out by name: no import of the workers."""

    def __init__(self, connection: redis.Redis, job_timeout: int = 5) -> None:
        """`job_timeout` in seconds; a ring job that takes longer is of no use."""
        self._connection = connection
        self._ring = Queue(RING_QUEUE, connection=connection, default_timeout=job_timeout)
        self._other = Queue(OTHER_QUEUE, connection=connection, default_timeout=60)

    def ring(self, line_id: str) -> None:
        """See the port. One look that nobody has begun is enough for all who ask for it."""
        afterwards(lambda: self._ring_once(line_id))

    def looks(self, line_id: str) -> None:
        """See the port."""
        self._connection.delete(f"wl:hint:{line_id}")

    def _ring_once(self, line_id: str) -> None:
        if self._connection.set(f"wl:hint:{line_id}", "1", nx=True, px=HINT_MS):
            self._soon(self._ring, "workers.ringing.ring", line_id)

    def dial(self, leg_id: str) -> None:
        """See the port."""
        self._soon(self._ring, "workers.ringing.dial", leg_id)

    def join(self, call_id: str) -> None:
        """See the port. A caller who was accepted goes before phones that are yet to ring."""
        self._soon(self._ring, "workers.ringing.join", call_id, at_front=True)

    def call_back(self, call_id: str) -> None:
        """See the port."""
        self._soon(self._ring, "workers.ringing.call_back", call_id, at_front=True)

    def fetch(self, call_id: str) -> None:
        """See the port."""
        self._soon(self._ring, "workers.ringing.fetch", call_id, at_front=True)

    def bring_in(self, call_id: str) -> None:
        """See the port."""
        self._soon(self._ring, "workers.ringing.bring_in", call_id, at_front=True)

    def stays(self, call_id: str) -> None:
        """See the port."""
        self._soon(self._ring, "workers.ringing.stays", call_id)

    def hush(self, leg_id: str) -> None:
        """See the port."""
        self._soon(self._ring, "workers.ringing.hush", leg_id, at_front=True)

    def settle(self, leg_id: str) -> None:
        """See the port."""
        self._soon(self._ring, "workers.ringing.settle", leg_id)

    def reconcile(self) -> None:
        """See the port."""
        self._soon(self._other, "workers.reconciling.reconcile")

    def number_refused(self, supporter_id: str, line_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.texting.number_refused", supporter_id, line_id)

    def ask_after(self, call_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.ringing.ask_after", call_id)

    def send_supporter(self, sid: str, leg_id: str, page: str) -> None:
        """See the port."""
        self._soon(self._ring, "workers.ringing.send_supporter", sid, leg_id, page, at_front=True)

    def text(self, supporter_id: str, line_id: str, words: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.texting.text", supporter_id, line_id, words)

    def send_number(self, text_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.texting.send_number", text_id)

    def nobody_answered(self, line_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.alarms.nobody_answered", line_id)

    def off_duty(self, supporter_id: str, line_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.duty.off_duty", supporter_id, line_id)

    def write_row(self, call_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.reporting.write_row", call_id)

    def selftest(self, line_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.selftest.call", line_id)

    def go_on_with_selftest(self, run_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.selftest.go_on", run_id)

    def look_for_leftovers(self, line_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.forgetting.look_for_leftovers", line_id)

    def forget(self, sid: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.forgetting.forget", sid)

    def tidy(self) -> None:
        """See the port."""
        self._soon(self._other, "workers.forgetting.tidy")

    def errand(self, errand_id: str) -> None:
        """See the port."""
        self._soon(self._other, "workers.errands.run", errand_id)

    @staticmethod
    def _soon(queue: Queue, name: str, *ids: str, at_front: bool = False) -> None:
        # Handing over a job costs two round trips: no phone waits for them.
        afterwards(
            lambda: queue.enqueue(
                name,
                args=ids,
                description=name,
                result_ttl=0,
                failure_ttl=FAILURE_TTL,
                ttl=60,
                at_front=at_front,
            )
        )
