"""What is remembered of a test call is gone in ten minutes, however it is interrupted."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.test_redis_calls import HandClock, clock
from warmline.adapters.redis_selftest import KEPT, RedisTestCalls
from warmline.domain.selftest import Run, Step

__all__ = ["clock"]

RUN = Run(id="0123456789abcdef", line="county", began=1.0, phone=True)
KEY = f"wl:selftest:{RUN.id}"


@pytest.fixture
def tests(live: redis.Redis, clock: HandClock) -> RedisTestCalls:
    """A test call is about to be made."""
    made = RedisTestCalls(live, clock)
    assert made.begin(RUN)
    return made


def test_the_first_call_that_comes_in_is_the_test_and_a_second_is_no_caller_either(
    tests: RedisTestCalls,
) -> None:
    assert not tests.claim("county", "CA1"), "nobody has been asked to make it yet"
    tests.placed(RUN.id, "CA0")
    assert tests.claim("county", "CA1")
    assert tests.claim("county", "CA2"), "somebody shows our number: kept off the line, too"
    assert tests.claim("county", "CA1"), "the provider may ask twice"
    run = tests.run(RUN.id)
    assert run is not None
    assert run.incoming == "CA1"


def test_a_run_ends_by_itself(tests: RedisTestCalls, live: redis.Redis) -> None:
    assert 0 < live.ttl(KEY) <= KEPT
    tests.passed(RUN.id, Step.PLACED)
    assert 0 < live.ttl(KEY) <= KEPT


def test_a_report_that_comes_when_the_run_is_forgotten_begins_no_new_one(
    tests: RedisTestCalls, live: redis.Redis
) -> None:
    tests.placed(RUN.id, "CA0")
    live.delete(KEY)
    tests.passed(RUN.id, Step.ENDED)
    tests.also(RUN.id, "CA9")
    assert not tests.claim("county", "CA1")
    assert not live.exists(KEY)
