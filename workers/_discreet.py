"""RQ's worker, less what it would tell of a job that failed, and with less patience."""

from __future__ import annotations

from types import TracebackType

from rq import Queue, SimpleWorker
from rq.executions import Execution
from rq.job import Job

Raised = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]


class JobFailed(Exception):
    """Stands for the error of a job and names its kind: its own words may quote a number."""


class DiscreetWorker(SimpleWorker):
    """Of a job that failed, the log and the registry of failures get the kind and the place."""

    # Seconds between two tries to reach the store. RQ's own double up to a minute, which callers
    # would wait for after the store is back.
    max_connection_wait_time = 1.0

    def _finalize_failure(
        self, job: Job, queue: Queue, execution: Execution, exc_info: Raised
    ) -> None:
        kind, _, trace = exc_info
        failed = JobFailed(kind.__name__ if kind else "Error")
        super()._finalize_failure(job, queue, execution, (JobFailed, failed, trace))
