"""The provider's calls per second: one bucket for all workers, lines and machines."""

from __future__ import annotations

from dataclasses import replace

import pytest
import redis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.test_redis_calls import START, HandClock, arrives, candidates, waits
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.sealing import Sealer
from warmline.domain.call import Event
from warmline.domain.live import LiveCall
from warmline.domain.matching import Asked
from warmline.domain.provider import Outbound, Trouble

SEALS = Sealer("a secret of thirty-two characters")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def bucket(live: redis.Redis, clock: HandClock, per_second: float) -> RedisCalls:
    return RedisCalls(live, clock, SEALS, per_second=per_second)


def ring(calls: RedisCalls, call: LiveCall, *names: str, want: int = 9) -> list[str]:
    return [leg.supporter for leg in calls.reserve(call.id, want, candidates(*names))]


def step_due(live: redis.Redis, line: str = "county") -> float:
    score = live.zscore("wl:due", f"step|{line}")
    assert isinstance(score, float), f"{line} is due to be looked at again"
    return score


def waits_on(calls: RedisCalls, line: str, sid: str) -> LiveCall:
    call, _ = calls.open(
        sid=sid, line=line, language="en", number="+16505550100", is_open=True, avoid=()
    )
    moved = calls.move(call.id, Event.WANTS_PEER)
    assert moved is not None
    return moved.call


def test_one_phone_a_second_rings_and_the_line_is_looked_at_when_the_next_may(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 1)
    call = waits(calls)
    assert ring(calls, call, "river", "sage") == ["river"]
    clock.time += 0.9
    assert ring(calls, call, "sage") == []
    assert step_due(live) <= START + 0.9, "a deadline that comes sooner stays"
    calls.deadline("step", "county", START + 100)
    assert ring(calls, call, "sage") == []
    assert step_due(live) == pytest.approx(START + 1, abs=0.001)
    clock.time = START + 1
    assert ring(calls, call, "sage") == ["sage"]


def test_a_second_s_worth_may_ring_at_once(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 2)
    assert ring(calls, waits(calls), "river", "sage", "juniper") == ["river", "sage"]


def test_less_than_one_a_second_is_one_at_a_time(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 0.5)
    call = waits(calls)
    assert ring(calls, call, "river", "sage") == ["river"]
    clock.time += 1.9
    assert ring(calls, call, "sage") == []
    clock.time += 0.1
    assert ring(calls, call, "sage") == ["sage"]


def test_without_a_limit_everybody_rings_at_once(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 0)
    assert len(ring(calls, waits(calls), "river", "sage", "juniper")) == 3


def test_nothing_saved_up_while_nobody_called(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 1)
    call = waits(calls)
    assert ring(calls, call, "river") == ["river"]
    clock.time += 3600
    assert ring(calls, call, "sage", "juniper") == ["sage"]


def test_a_worker_who_comes_a_little_late_loses_nothing(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 1)
    assert calls.slot("a", Outbound.OTHER) is None
    clock.time = START + 1.2
    assert calls.slot("b", Outbound.OTHER) is None
    assert calls.slot("c", Outbound.OTHER) == pytest.approx(START + 2, abs=0.001)


def test_a_worker_who_comes_late_saves_nothing_up(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 1)
    assert calls.slot("a", Outbound.OTHER) is None
    clock.time = START + 1.4
    assert calls.slot("b", Outbound.OTHER) is None
    assert calls.slot("c", Outbound.OTHER) == pytest.approx(START + 2.4, abs=0.001)
    live.flushdb()
    clock.time = START
    assert calls.slot("a", Outbound.OTHER) is None
    clock.time = START + 1.25
    assert calls.slot("b", Outbound.OTHER) is None
    assert calls.slot("c", Outbound.OTHER) == pytest.approx(START + 2, abs=0.001)


def test_who_has_had_their_turn_stands_in_nobodys_way(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 4)
    assert [calls.slot(str(n), Outbound.OTHER) for n in range(4)] == [None] * 4
    assert calls.slot("first", Outbound.OTHER) == pytest.approx(START + 0.25, abs=0.001)
    clock.time += 0.25
    assert calls.slot("first", Outbound.OTHER) is None
    clock.time += 0.25
    assert calls.slot("second", Outbound.OTHER) is None
    assert live.hkeys("wl:slots") == [b"next"], "nothing is left of whose turn is over"


def test_who_waits_gets_one_phone_before_anybody_gets_a_second(
    live: redis.Redis, clock: HandClock
) -> None:
    """Also across slots, and whoever's worker happens to come first."""
    calls = bucket(live, clock, 1)
    first = waits(calls, "CA1")
    clock.time += 0.1
    second = waits(calls, "CA2")
    assert ring(calls, first, "river") == ["river"]
    assert ring(calls, second, "sage", want=1) == []
    clock.time = START + 1.1
    assert ring(calls, first, "sage", "juniper", want=2) == []
    assert ring(calls, second, "sage", want=1) == ["sage"]
    clock.time += 1
    assert ring(calls, first, "juniper", want=2) == ["juniper"]


def test_the_longest_waiting_caller_of_all_lines_goes_first(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 1)
    early = waits_on(calls, "county", "CA1")
    clock.time += 5
    late = waits_on(calls, "coast", "CA2")
    assert calls.slot("somebody", Outbound.OTHER) is None
    assert ring(calls, late, "sage") == []
    assert ring(calls, early, "river") == []
    clock.time += 1
    assert ring(calls, late, "sage") == []
    assert step_due(live, "coast") <= clock.time + 0.25
    assert ring(calls, early, "river") == ["river"]
    clock.time += 1
    assert ring(calls, late, "sage") == ["sage"]


def test_a_slot_is_not_kept_for_somebody_who_does_not_come(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 1)
    early = waits(calls, "CA1")
    clock.time += 0.1
    late = waits(calls, "CA2")
    assert calls.slot("somebody", Outbound.OTHER) is None
    assert ring(calls, early, "river") == ring(calls, late, "sage") == []
    clock.time += 1.4
    assert ring(calls, late, "sage") == []
    clock.time += 0.2
    assert ring(calls, late, "sage") == ["sage"]


def test_whoever_stands_first_stays_first_through_the_longest_pause(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 1)
    calls.trouble(Trouble.BUSY, pause=60)
    early = waits(calls, "CA1")
    assert ring(calls, early, "river") == []
    clock.time += 0.1
    late = waits(calls, "CA2")
    assert ring(calls, late, "sage") == []
    clock.time = START + 60
    assert ring(calls, late, "sage") == []
    assert ring(calls, early, "river") == ["river"]


def test_a_caller_who_leaves_gives_their_turn_back(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 1)
    early, late = waits(calls, "CA1"), waits(calls, "CA2")
    assert calls.slot("somebody", Outbound.OTHER) is None
    assert ring(calls, early, "river") == []
    calls.move(early.id, Event.LEFT)
    clock.time += 1
    assert ring(calls, late, "sage") == ["sage"]


def test_live_callers_before_calls_back_before_everything_else(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 1)
    call = waits(calls)
    assert calls.slot("a test call", Outbound.OTHER) is None
    assert calls.slot("another", Outbound.OTHER) is not None
    assert calls.slot("back", Outbound.CALLBACK) is not None
    assert ring(calls, call, "river") == []
    clock.time += 1
    assert calls.slot("another", Outbound.OTHER) is not None
    assert calls.slot("back", Outbound.CALLBACK) is not None
    assert ring(calls, call, "river", want=1) == ["river"]
    clock.time += 0.25
    assert calls.slot("another", Outbound.OTHER) == pytest.approx(START + 2, abs=0.001)
    assert calls.slot("back", Outbound.CALLBACK) == pytest.approx(START + 2, abs=0.001)
    clock.time += 0.75
    assert calls.slot("another", Outbound.OTHER) is not None
    assert calls.slot("back", Outbound.CALLBACK) is None
    clock.time += 1
    assert calls.slot("another", Outbound.OTHER) is None


def test_an_emptied_store_is_a_full_bucket(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 1)
    assert calls.slot("a", Outbound.OTHER) is None
    assert calls.slot("b", Outbound.OTHER) is not None
    live.flushdb()
    assert calls.slot("b", Outbound.OTHER) is None


def test_a_clock_that_is_set_back_keeps_nobody_waiting(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 1)
    calls.trouble(Trouble.BUSY, pause=5)
    clock.time += 6
    assert calls.slot("a", Outbound.OTHER) is None
    clock.time -= 3600
    again = calls.slot("b", Outbound.OTHER)
    assert again is not None
    assert again <= clock.time + 1
    clock.time += 1
    assert calls.slot("b", Outbound.OTHER) is None


def test_of_two_other_calls_the_one_that_was_wanted_first_goes_first(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 1)
    assert calls.slot("somebody", Outbound.OTHER) is None
    for who in ("first", "second"):
        clock.time += 0.1
        assert calls.slot(who, Outbound.OTHER) is not None
    clock.time = START + 1
    assert calls.slot("second", Outbound.OTHER) is not None
    assert calls.slot("first", Outbound.OTHER) is None


@pytest.mark.parametrize("pause", [30, 60])
def test_a_shorter_pause_takes_nothing_from_a_longer_one(
    live: redis.Redis, clock: HandClock, pause: float
) -> None:
    calls = bucket(live, clock, 1)
    calls.trouble(Trouble.BUSY, pause=pause)
    calls.trouble(Trouble.FAILED, pause=5)
    assert calls.slot("a", Outbound.OTHER) == pytest.approx(START + pause, abs=0.001)


def test_a_trouble_without_a_number_leaves_the_last_one_known(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 0)
    calls.trouble(Trouble.REFUSED, "20005")
    calls.trouble(Trouble.BUSY)
    assert calls.troubles().code == "20005"


def test_a_provider_that_asks_for_peace_is_left_in_peace_by_all(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 5)
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    calls.trouble(Trouble.BUSY, pause=4)
    calls.close(leg.id, Asked.TROUBLE, pause=4)
    assert ring(calls, call, "sage") == []
    clock.time += 3.9
    assert ring(calls, call, "river", "sage") == []
    clock.time += 0.1
    assert ring(calls, call, "river", "sage") == ["river", "sage"]


def test_troubles_are_counted_and_a_refusal_is_over_when_a_call_is_taken(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 0)
    assert calls.troubles() == replace(calls.troubles(), busy=0, failed=0, refused=0, code="")
    calls.trouble(Trouble.FAILED)
    calls.trouble(Trouble.FAILED)
    calls.trouble(Trouble.REFUSED, "20005")
    known = calls.troubles()
    assert (known.failed, known.refused, known.code) == (2, 1, "20005")
    assert known.refused_at == pytest.approx(START, abs=0.001)
    (leg,) = calls.reserve(waits(calls).id, 1, candidates("river"))
    calls.claim(leg.id)
    calls.dialed(leg.id, "CA9", 20)
    known = calls.troubles()
    assert (known.failed, known.refused, known.code) == (2, 0, "")


def test_a_phone_whose_answer_was_lost_is_nobody_s_until_it_is_found(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 0)
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    calls.claim(leg.id)
    assert calls.lost(leg.id, 2)
    assert ring(calls, call, "river", "sage", want=1) == ["sage"], "the next one is rung at once"
    assert calls.presences(["river"])["river"].busy, "and River not twice"
    assert calls.dialed(leg.id, "CA9", 20), "it rings, so it may ring"
    assert [one.ringing for one in calls.waiting("county")] == [2]


def test_a_phone_found_when_its_caller_is_served_is_silenced(
    live: redis.Redis, clock: HandClock
) -> None:
    calls = bucket(live, clock, 0)
    call = waits(calls)
    lost, sage = calls.reserve(call.id, 2, candidates("river", "sage"))
    for leg in (lost, sage):
        calls.claim(leg.id)
    calls.lost(lost.id, 2)
    calls.dialed(sage.id, "CA8", 20)
    calls.accept(sage.id)
    assert not calls.dialed(lost.id, "CA9", 20)
    assert not calls.presences(["river"])["river"].busy


def test_a_phone_that_was_heard_of_is_not_lost(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 0)
    (leg,) = calls.reserve(waits(calls).id, 1, candidates("river"))
    calls.claim(leg.id)
    calls.dialed(leg.id, "CA9", 20)
    assert not calls.lost(leg.id, 2)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rate=st.sampled_from([0.3, 1.0, 2.5, 10.0]),
    asks=st.lists(
        st.tuples(st.floats(0, 2), st.integers(0, 4), st.sampled_from(list(Outbound))),
        min_size=20,
        max_size=60,
    ),
)
def test_over_any_time_no_more_than_the_rate_and_a_second_s_worth(
    live: redis.Redis, rate: float, asks: list[tuple[float, int, Outbound]]
) -> None:
    live.flushdb()
    clock = HandClock()
    calls = bucket(live, clock, rate)
    given_at = []
    for pause, who, kind in asks:
        clock.time += pause
        if calls.slot(str(who), kind) is None:
            given_at.append(clock.time)
    most = max(1.0, rate)
    for i, since in enumerate(given_at):
        for n, until in enumerate(given_at[i:], 1):
            assert n <= most + rate * (until - since + 0.25) + 0.01


def test_everybody_who_comes_back_when_told_is_served(live: redis.Redis, clock: HandClock) -> None:
    """Twenty ask at once, one a second: each has had a slot twenty seconds later."""
    calls = bucket(live, clock, 1)
    due = {str(n): START for n in range(20)}
    while due:
        who, at = min(due.items(), key=lambda item: item[1])
        clock.time = max(clock.time, at)
        again = calls.slot(who, Outbound.CALLBACK)
        if again is None:
            del due[who]
        else:
            due[who] = again
    assert clock.time <= START + 20


def test_two_machines_share_one_bucket(live: redis.Redis, clock: HandClock) -> None:
    one, other = bucket(live, clock, 1), bucket(live, clock, 1)
    assert one.slot("a", Outbound.OTHER) is None
    assert other.slot("b", Outbound.OTHER) is not None


def test_a_new_store_is_compared_once(live: redis.Redis, clock: HandClock) -> None:
    calls = bucket(live, clock, 0)
    calls.awake()
    (due,) = calls.due()
    assert due.kind == "reconcile"
    calls.struck(due)
    calls.awake()
    assert calls.due() == []
    call = arrives(calls)
    assert [one.id for one in calls.believed()] == [call.id]
    calls.move(call.id, Event.LEFT)
    assert calls.believed() == []
