"""What RQ keeps in the store for our jobs and workers. Its keys are its own; we bound their lives.

Job arguments are opaque ids only (held by `tests/rules/test_jobs.py` and the leak test).
"""

from __future__ import annotations

from typing import Final

from warmline.adapters.rq_jobs import FAILURE_TTL
from warmline.domain.kept import Class, Field, Kept, Reader

_JOB: Final = (
    Field("data", "the job's name and its opaque ids; some are a provider's id", Class.CALLER),
    *(
        Field(name, what, Class.OPERATION)
        for name, what in (
            ("description", "the job's name, without its arguments"),
            ("origin", "its queue"),
            ("status", "queued, started, ..."),
            ("created_at", "when it was made"),
            ("enqueued_at", "the same"),
            ("started_at", "when it began"),
            ("ended_at", "when it was done"),
            ("last_heartbeat", "when it was last at work"),
            ("worker_name", "which worker has it"),
            ("group_id", "empty"),
            ("success_callback_name", "empty"),
            ("failure_callback_name", "empty"),
            ("stopped_callback_name", "empty"),
            ("timeout", "how long it may take"),
            ("result_ttl", "0: results are not kept"),
            ("failure_ttl", "how long a failure is kept"),
            ("ttl", "how long it may wait"),
        )
    ),
)

_WORKER: Final = tuple(
    Field(name, what, Class.OPERATION)
    for name, what in (
        ("birth", "when it started"),
        ("death", "when it ended"),
        ("last_heartbeat", "when it was last at work"),
        ("queues", "its queues"),
        ("pid", "process number"),
        ("hostname", "the server's name"),
        ("ip_address", "the worker's address at the store, never a visitor's"),
        ("version", "RQ's version"),
        ("python_version", "Python's version"),
        ("state", "idle, busy, ..."),
        ("successful_job_count", "jobs done"),
        ("failed_job_count", "jobs that failed"),
        ("total_working_time", "seconds of work"),
    )
)

_EXECUTION: Final = tuple(
    Field(name, what, Class.OPERATION)
    for name, what in (
        ("id", "its id"),
        ("job_id", "the job"),
        ("created_at", "when it began"),
        ("last_heartbeat", "when it was last at work"),
        ("worker_name", "which worker"),
    )
)


def _work(name: str, what: str, kind: str, until: str, seconds: int | None = None) -> Kept:
    return Kept(name, what, Class.OPERATION, Reader.OPERATOR, until, seconds, kind=kind)


RQ_KEYS: Final = (
    Kept(
        "rq:job:<job>",
        "one job",
        Class.CALLER,
        Reader.OPERATOR,
        "until it is done, 60 seconds in a queue at most; an hour when it failed",
        FAILURE_TTL,
        kind="hash",
        open_end="while it is being done, and after a worker was killed until RQ tidies up",
        fields=_JOB,
    ),
    Kept(
        "rq:results:<job>",
        "of a job that failed, the kind of error and the place in the code",
        Class.OPERATION,
        Reader.OPERATOR,
        "1 hour",
        FAILURE_TTL,
        kind="stream",
    ),
    Kept("rq:queues", "names of the queues", Class.OPERATION, Reader.OPERATOR, "stays", kind="set"),
    Kept(
        "rq:queue:<queue>",
        "random ids of jobs that are to be done",
        Class.OPERATION,
        Reader.OPERATOR,
        "until a worker takes them",
        kind="list",
    ),
    _work("rq:wip:<queue>", "ids of jobs that are being done", "zset", "until they are done"),
    _work(
        "rq:failed:<queue>",
        "ids of jobs that failed",
        "zset",
        "an hour; struck off when a worker next tidies up",
    ),
    Kept(
        "rq:execution:<job>:<run>",
        "one attempt at a job",
        Class.OPERATION,
        Reader.OPERATOR,
        "while it lasts, some minutes at most",
        180,
        kind="hash",
        fields=_EXECUTION,
    ),
    _work("rq:executions:<job>", "attempts at a job", "zset", "some minutes", 240),
    Kept(
        "rq:worker:<worker>",
        "one worker process",
        Class.OPERATION,
        Reader.OPERATOR,
        "some minutes after its last sign of life",
        600,
        kind="hash",
        fields=_WORKER,
    ),
    _work("rq:worker:<worker>:executions", "what a worker is at", "set", "some minutes", 600),
    _work("rq:workers", "names of the workers", "set", "while they run"),
    _work("rq:workers:<queue>", "names of a queue's workers", "set", "while they run"),
    _work("rq:clean_groups", "RQ's mark that it has tidied up", "string", "10 minutes", 600),
    Kept(
        "rq:clean_registries:<queue>",
        "a lock while a queue is tidied up",
        Class.OPERATION,
        Reader.OPERATOR,
        "15 minutes at most",
        900,
        kind="string",
        unseen="given back in the same instant",
    ),
)
"""All keys of RQ's that our use of it leaves, for however short a time."""
