"""A worker process: `python -m workers ring` or `python -m workers other`; without a name, both.

One `SimpleWorker` of RQ's for one queue: no fork (it costs four to five times the latency), no RQ
scheduler and no pool (a killed worker with a scheduler leaves an orphan that swallows a job).
"""

from __future__ import annotations

import sys

from rq import Queue

from warmline import leash, wiring
from warmline.adapters.rq_jobs import OTHER_QUEUE, RING_QUEUE
from warmline.logs import configure
from workers._discreet import DiscreetWorker
from workers._house import move_in

QUEUES = (RING_QUEUE, OTHER_QUEUE)


def main(names: list[str]) -> int:
    """Work until told to stop."""
    unknown = [name for name in names if name not in QUEUES]
    if unknown:
        print(f"no queue is called {unknown[0]}; there are: {', '.join(QUEUES)}")  # noqa: T201  # for whoever started it by hand
        return 2
    settings = wiring.from_environment()
    configure(settings.log_level)
    move_in(wiring.work_house(wiring.world(settings)))
    connection = wiring.connect(wiring.redis_url(settings), to_wait=True)
    queues = [Queue(name, connection=connection) for name in (names or QUEUES)]
    worker = DiscreetWorker(queues, connection=connection, log_job_description=False)
    leash.tell_ready()
    worker.work(with_scheduler=False, logging_level="WARNING")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
