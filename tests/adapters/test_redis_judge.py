"""The judge in the store: given when it is not there, and only what is used stays."""

from __future__ import annotations

import json

import pytest
import redis

from warmline.adapters.redis_judge import Judge, script
from warmline.domain.errors import StoreTrouble

ASKS = ("known", json.dumps({"sid": "CA1"}), "")


def libraries(live: redis.Redis) -> int:
    found = live.function_list(library="warmline_*")
    return len(found)


@pytest.fixture
def empty(live: redis.Redis) -> redis.Redis:
    """A store that has lost even its functions."""
    live.function_flush()
    return live


def test_a_store_that_forgot_the_judge_is_given_it_and_answers(empty: redis.Redis) -> None:
    judge = Judge(empty)
    assert json.loads(judge(*ASKS)) == {"id": ""}
    empty.function_flush()
    assert json.loads(judge(*ASKS)) == {"id": ""}


def test_two_versions_of_the_program_each_have_their_own_judge(empty: redis.Redis) -> None:
    before, after = Judge(empty), Judge(empty, script() + "-- newer\n")
    for judge in (before, after, before):
        assert json.loads(judge(*ASKS)) == {"id": ""}
    assert libraries(empty) == 2


def test_a_version_that_is_gone_leaves_nothing_in_the_store(empty: redis.Redis) -> None:
    before, after = Judge(empty), Judge(empty, script() + "-- newer\n")
    before(*ASKS), after(*ASKS)
    after.clear_away()
    assert libraries(empty) == 1
    # Whoever still runs the older one is served all the same.
    assert json.loads(before(*ASKS)) == {"id": ""}


def test_a_fault_inside_the_judge_is_not_mistaken_for_a_missing_one(empty: redis.Redis) -> None:
    with pytest.raises(redis.ResponseError, match="a nil value"):
        Judge(empty)("nosuchstep", "{}", "")


class Full:
    """A Redis whose disk is full."""

    def fcall(self, *_: object) -> bytes:
        raise redis.ResponseError("MISCONF Errors writing to the AOF file: No space left on device")


def test_a_store_that_cannot_keep_anything_is_trouble_that_may_pass() -> None:
    with pytest.raises(StoreTrouble, match="MISCONF"):
        Judge(Full())(*ASKS)  # type: ignore[arg-type]  # it has what is used


class Old:
    """A Redis from before functions."""

    def fcall(self, *_: object) -> bytes:
        raise redis.ResponseError("unknown command 'FCALL', with args beginning with: ")


def test_a_redis_without_functions_is_told_to_be_too_old() -> None:
    with pytest.raises(StoreTrouble, match="Redis 7 or newer"):
        Judge(Old())(*ASKS)  # type: ignore[arg-type]  # it has what is used
