"""What a failed job leaves behind tells where it failed, not about whom."""

from __future__ import annotations

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
