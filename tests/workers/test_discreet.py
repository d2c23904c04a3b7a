"""A failed job tells where it failed, not about whom; a worker waits for no store that is back."""

from __future__ import annotations

import time
from typing import Any

import pytest
import redis
from rq import Queue

from workers._discreet import DiscreetWorker

NUMBER = "+16505550150"


def fails() -> None:
    """A job whose error, and the error before it, quote a number."""
    try:
        raise LookupError(f"nobody has {NUMBER}")
    except LookupError as error:
        raise ValueError(f"cannot ring {NUMBER}") from error


def test_the_words_of_an_error_are_neither_kept_nor_logged(
    live: redis.Redis, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    queue = Queue("ring", connection=live)
    job = queue.enqueue(fails)
    DiscreetWorker([queue], connection=live).work(burst=True)
    result = job.latest_result()
    assert result is not None
    out, err = capfd.readouterr()
    for told in (str(result.exc_string), caplog.text + out + err):
        assert NUMBER not in told
        assert "ValueError" in told
        assert "in fails" in told


def test_workers_whose_store_was_away_for_long_ring_again_within_a_second_of_its_return(
    live: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    worker = DiscreetWorker([Queue("ring", connection=live)], connection=live)
    heartbeat, away = worker.heartbeat, iter([True] * 20)

    def store_is_away(*args: Any, **kwargs: Any) -> None:
        if next(away, False):
            raise redis.ConnectionError
        heartbeat(*args, **kwargs)

    monkeypatch.setattr(time, "sleep", slept.append)
    monkeypatch.setattr(worker, "heartbeat", store_is_away)
    assert worker.dequeue_job_and_maintain_ttl(None) is None
    assert len(slept) == 20
    assert max(slept) <= 1
