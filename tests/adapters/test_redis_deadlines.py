"""Deadlines, what is told once, and what the provider still keeps, against a real Redis."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_calls import START, HandClock, arrives, calls, clock, waits
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event
from warmline.domain.live import Due

__all__ = ["calls", "clock"]


def ids(calls: RedisCalls, most: int = 50) -> list[str]:
    return [one.id for one in calls.due(most)]


def test_the_oldest_deadlines_are_lent_first_and_so_many_at_a_time(
    calls: RedisCalls, clock: HandClock
) -> None:
    for n in range(5):
        calls.deadline("step", f"line{n}", clock.time - n)
    calls.deadline("step", "later", clock.time + 1)
    assert ids(calls, most=2) == ["line4", "line3"]
    assert ids(calls, most=2) == ["line2", "line1"]
    assert ids(calls, most=2) == ["line0"]
    clock.time += 1
    assert ids(calls) == ["later"]


def test_what_nobody_has_dealt_with_is_due_again_five_seconds_later(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    calls.deadline("step", "county", clock.time)
    (lent,) = calls.due()
    assert lent == Due("step", "county", clock.time + 5)
    assert due_in(live, clock, "step", "county") == 5
    calls.struck(lent)
    assert due_in(live, clock, "step", "county") is None
    calls.struck(lent)


@pytest.mark.parametrize("moved", [-2.0, -0.002, 0.002, 2.0])
def test_what_was_set_anew_meanwhile_is_not_struck_off(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, moved: float
) -> None:
    calls.deadline("step", "county", clock.time)
    (lent,) = calls.due()
    calls.deadline("step", "county", lent.lent_until + moved)
    calls.struck(lent)
    assert due_in(live, clock, "step", "county") == round(5 + moved, 2)


def test_a_deadline_can_be_set_only_if_it_is_sooner(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    for at, then in ((10, 10), (20, 10), (5, 5)):
        calls.deadline("step", "county", clock.time + at, if_sooner=True)
        assert due_in(live, clock, "step", "county") == then
    calls.deadline("step", "county", clock.time + 20)
    assert due_in(live, clock, "step", "county") == 20


def test_a_line_is_settled_only_when_nobody_waits_on_it(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    calls.settled("step", "county")
    assert due_in(live, clock, "step", "county") == 0
    calls.settled("gone", call.id)
    assert due_in(live, clock, "gone", call.id) is None, "which is another matter"
    calls.move(call.id, Event.LEFT)
    calls.settled("step", "county")
    assert due_in(live, clock, "step", "county") is None


def test_when_its_row_is_written_nothing_says_which_row_it_was_or_what_it_added(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = talks(calls)
    clock.time += 60
    calls.move(call.id, Event.LEFT)
    calls.settled("gone", call.id)
    before = seen(calls, call.id)
    assert before.row
    assert before.sums
    calls.settled("row", call.id)
    after = seen(calls, call.id)
    assert (after.row, after.sums) == ("", {})
    assert after.talked == 60, "what happened is still known for two hours"


def test_what_is_told_is_told_once_in_so_many_seconds(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    assert calls.first_in("county:words", 900)
    assert not calls.first_in("county:words", 900)
    assert calls.first_in("county:other-words", 900)
    assert 890 < live.ttl("wl:told:county:words") <= 900
    clock.time += 899
    assert not calls.first_in("county:words", 900)
    clock.time += 1
    assert calls.first_in("county:words", 900)


def test_one_tells_at_a_time_and_the_next_try_is_counted(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    assert calls.telling("county:words", 900, 60) == 1
    assert 0 < live.ttl("wl:told:county:words.try") <= 900
    clock.time += 59
    assert calls.telling("county:words", 900, 60) is None, "somebody is at it"
    clock.time += 1
    assert calls.telling("county:words", 900, 60) == 2, "they have died over it"
    calls.told("county:words", 900)
    assert not live.exists("wl:told:county:words.try")
    assert 890 < live.ttl("wl:told:county:words") <= 900
    clock.time += 899
    assert calls.telling("county:words", 900, 60) == 0, "it has been told"
    clock.time += 1
    assert calls.telling("county:words", 900, 60) == 1


def test_half_a_second_of_silence_is_kept_for_a_whole_one(
    calls: RedisCalls, live: redis.Redis
) -> None:
    assert calls.first_in("county:words", 0.5)
    calls.told("county:others", 0.5)
    for what in ("county:words", "county:others"):
        assert 0 < live.pttl(f"wl:told:{what}") <= 1000


def test_what_is_to_be_deleted_is_lent_for_a_minute_to_who_asks(
    calls: RedisCalls, clock: HandClock
) -> None:
    for n in range(3):
        calls.forget_later(f"CA{n}")
    assert calls.oldest_unforgotten() == 0, "nobody has been asked to"
    assert calls.to_forget(most=2) == ["CA0", "CA1"]
    assert calls.to_forget(most=2) == ["CA2"]
    clock.time += 59
    assert calls.to_forget() == []
    assert calls.backlog() == 3
    assert calls.oldest_unforgotten() == START
    clock.time += 1
    assert calls.to_forget() == ["CA0", "CA1", "CA2"]
    assert calls.oldest_unforgotten() == START, "since it was first tried"
    for n in range(3):
        calls.forgotten(f"CA{n}")
    assert (calls.backlog(), calls.oldest_unforgotten()) == (0, 0)
    clock.time += 120
    assert calls.to_forget() == []


def test_what_is_to_be_deleted_some_day_is_no_backlog(calls: RedisCalls, clock: HandClock) -> None:
    arrives(calls)
    assert calls.backlog() == 0
    calls.forget_later("CA2")
    assert calls.backlog() == 1


def test_a_call_that_stays_where_it_was_is_deleted_in_the_end_counted_from_the_first(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    arrives(calls)
    at = live.zscore("wl:forget", "CA1")
    clock.time += 60
    live.delete(*live.scan_iter("wl:sid:*"))
    arrives(calls)
    assert live.zscore("wl:forget", "CA1") == at == START + 5 * 3600


def test_only_calls_that_have_not_ended_are_compared_with_the_provider(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    stays, leaves, forgotten = (arrives(calls, f"CA{n}") for n in range(3))
    calls.move(leaves.id, Event.LEFT)
    calls.deadline("gone", leaves.id, clock.time)
    calls.deadline("join", stays.id, clock.time)
    live.delete(f"wl:call:{forgotten.id}")
    assert [one.id for one in calls.believed()] == [stays.id]
    for kind, of in (("reconcile", "all"), ("join", stays.id), ("gone", leaves.id)):
        calls.settled(kind, of)
    calls.settled("gone", forgotten.id)
    calls.settled("row", leaves.id)
    assert [one.id for one in calls.believed()] == [stays.id], "also when nothing else is due"


def test_a_store_that_is_new_is_compared_at_once_and_only_then(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    arrives(calls)
    assert due_in(live, clock, "reconcile", "all") == 60
    calls.awake()
    assert due_in(live, clock, "reconcile", "all") == 0
    calls.settled("reconcile", "all")
    calls.awake()
    assert due_in(live, clock, "reconcile", "all") is None


def test_an_answer_is_kept_for_ten_seconds_for_who_did_not_get_it_and_none_of_a_look(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = arrives(calls)
    (once,) = live.scan_iter("wl:once:*")
    assert 0 < live.ttl(once) <= 10
    live.delete(once)
    calls.peek(call.id)
    assert list(live.scan_iter("wl:once:*")) == []
