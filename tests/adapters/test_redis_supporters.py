"""What a talk leaves of a supporter: what they have carried, that they rest, when they are free."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_calls import (
    HandClock,
    arrives,
    calls,
    candidates,
    clock,
    rung,
    waits,
)
from tests.adapters.test_redis_offers import text
from warmline.adapters import redis_calls
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.kept import DAY
from warmline.domain.live import Accepted
from warmline.domain.matching import Asked
from warmline.domain.presence import Changes, Presence

__all__ = ["calls", "clock"]

TODAY = date(2026, 11, 24)


def river(calls: RedisCalls) -> Presence:
    return calls.presences(["river"])["river"]


def talked(calls: RedisCalls, clock: HandClock, seconds: float, sid: str = "CA1") -> str:
    """River has talked for so long and put the phone down after the caller; the call."""
    call, leg = talks(calls, sid=sid)
    clock.time += seconds
    calls.move(call.id, Event.LEFT)
    calls.leg_ended(leg, Asked.MISSED)
    return call.id


def pay(live: redis.Redis) -> dict[str, int]:
    """Minutes of today that are paid."""
    rows = {text(name): int(value) for name, value in live.hgetall("wl:days:river").items()}
    return {name: value for name, value in rows.items() if name.endswith(str(TODAY))}


def test_a_talk_counts_in_its_shift_and_on_its_day_in_whole_minutes(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    talked(calls, clock, 3660)
    assert river(calls).days == ((TODAY, 1, 61 * 60.0),)
    assert (river(calls).calls, river(calls).talk_seconds) == (1, 3660)
    assert river(calls).last_help == clock.time
    assert pay(live) == {f"minutes:{TODAY}": 61, f"calls:{TODAY}": 1, f"wrap:{TODAY}": 15}
    clock.time += 3600
    talked(calls, clock, 1, "CA2")
    assert river(calls).days == ((TODAY, 2, 62 * 60.0),)
    assert (river(calls).calls, river(calls).talk_seconds) == (2, 3661)


def test_what_was_carried_in_another_shift_counts_no_more(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    live.hset("wl:sup:river:carried", mapping={"shift": "1", "calls": 7, "talk_seconds": 9000})
    talked(calls, clock, 60)
    assert (river(calls).calls, river(calls).talk_seconds) == (1, 60)
    assert river(calls).shift > 1


def test_what_was_carried_before_this_week_goes_and_all_of_it_after_eight_days(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    sunday, monday = date(2026, 11, 22), date(2026, 11, 23)
    live.hset("wl:days:river", mapping={f"minutes:{sunday}": 30, f"minutes:{monday}": 20})
    talked(calls, clock, 60)
    assert [day for day, _, _ in river(calls).days] == [monday, TODAY]
    assert 6 * DAY < live.ttl("wl:days:river") <= 8 * DAY


def test_a_talk_of_no_shift_counts_on_no_day(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    live.hset(f"wl:leg:{leg}", "day", "")
    clock.time += 60
    calls.move(call.id, Event.LEFT)
    assert not live.exists("wl:days:river")
    assert river(calls).calls == 1


@pytest.mark.parametrize(
    ("seconds", "crisis", "minutes"),
    [(40 * 60 - 1, False, 10), (40 * 60, False, 15), (60, True, 15)],
)
def test_a_long_or_hard_talk_gives_a_longer_rest(
    calls: RedisCalls,
    live: redis.Redis,
    clock: HandClock,
    seconds: int,
    crisis: bool,
    minutes: int,
) -> None:
    call, _ = talks(calls)
    clock.time += seconds
    if crisis:
        calls.move(call.id, Event.STAR)
    calls.move(call.id, Event.TO_CRISIS if crisis else Event.LEFT)
    assert round(river(calls).rest_until - clock.time, 2) == minutes * 60
    assert due_in(live, clock, "rest", "river") == minutes * 60
    assert seen(calls, call.id).sums["wrap"] == minutes * 60
    assert pay(live)[f"wrap:{TODAY}"] == minutes


def test_a_phone_tells_until_when_its_supporter_rests_or_is_spared(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    found = calls.find(leg)
    assert found is not None
    assert found[0].rests_until == 0
    calls.move(call.id, Event.LEFT)
    found = calls.find(leg)
    assert found is not None
    assert found[0].rests_until == river(calls).rest_until == clock.time + 600
    live.hset("wl:sup:river", "spared_until", str(clock.time + 700))
    found = calls.find(leg)
    assert found is not None
    assert found[0].rests_until == clock.time + 700


def test_a_rest_of_more_than_an_hour_is_paid_to_the_minute(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    (row,) = candidates("river")
    limits = replace(row.supporter.limits, wrap_up_minutes=90)
    rests_long = replace(row, supporter=replace(row.supporter, limits=limits))
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, [rests_long])
    calls.accept(leg.id)
    calls.move(call.id, Event.BRIDGED)
    calls.move(call.id, Event.LEFT)
    assert pay(live)[f"wrap:{TODAY}"] == 90


@pytest.mark.parametrize(("seconds", "short"), [(19.9, 1.0), (20, None)])
def test_a_talk_that_was_over_in_no_time_was_a_short_one(
    calls: RedisCalls, clock: HandClock, seconds: float, short: float | None
) -> None:
    assert seen(calls, talked(calls, clock, seconds)).sums.get("short") == short


def test_who_has_talked_has_a_minute_for_what_comes_next_unless_they_hang_up(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    calls.move(call.id, Event.LEFT)
    assert river(calls).busy == ""
    assert round(river(calls).not_before - clock.time, 2) == 60
    known = calls.changes(Changes())
    live.zrem("wl:due", "step|county")
    calls.leg_ended(leg, Asked.MISSED)
    assert river(calls).not_before == 0
    assert [one.not_before for one in calls.changes(known).presences] == [0]
    assert due_in(live, clock, "step", "county") == 0


def test_who_let_a_call_go_still_hears_a_sentence(calls: RedisCalls, clock: HandClock) -> None:
    call = waits(calls)
    one, other = rung(calls, call, "river", "sage")
    calls.asked(one, 20)
    calls.accept(other)
    assert round(river(calls).not_before - clock.time, 2) == 8
    assert calls.reserve(waits(calls, "CA2").id, 1, candidates("river")) == []
    calls.leg_ended(one, Asked.MISSED)
    assert river(calls).not_before == 0


def test_who_hangs_up_while_their_phone_asks_is_free_at_once(calls: RedisCalls) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    calls.asked(leg, 20)
    calls.leg_ended(leg, Asked.MISSED)
    assert (river(calls).busy, river(calls).not_before) == ("", 0)


def test_the_end_of_a_phone_that_nobody_picked_up_changes_no_pause(
    calls: RedisCalls, clock: HandClock
) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    calls.close(leg, Asked.TROUBLE, 7)
    calls.leg_ended(leg, Asked.MISSED)
    assert round(river(calls).not_before - clock.time, 2) == 7


def test_a_phone_that_has_ended_is_not_to_be_silenced_and_takes_no_call_any_more(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.move(call.id, Event.TO_THE_DOOR)
    assert due_in(live, clock, "hush", leg) == 0.5
    calls.leg_ended(leg, Asked.MISSED)
    assert due_in(live, clock, "hush", leg) is None
    calls.move(call.id, Event.COMES_BACK)
    assert calls.accept(leg).outcome is Accepted.TAKEN
    assert seen(calls, call.id).state is State.WAITING


def test_a_store_that_was_emptied_after_one_change_is_not_taken_for_the_old_one(
    calls: RedisCalls, live: redis.Redis
) -> None:
    calls.set_off("river", 10.0)
    known = calls.changes(Changes())
    live.flushall()
    calls.set_off("sage", 10.0)
    told = calls.changes(known)
    assert told.whole
    assert [one.supporter for one in told.presences] == ["sage"]


def test_who_has_changed_is_told_for_two_days_at_most(calls: RedisCalls, live: redis.Redis) -> None:
    calls.set_off("river", 10.0)
    for key in ("wl:changes", "wl:changed"):
        assert DAY <= live.ttl(key) <= 2 * DAY


def test_who_says_that_they_are_off_has_missed_no_call(calls: RedisCalls, clock: HandClock) -> None:
    (leg,) = rung(calls, waits(calls), "river")
    calls.close(leg, Asked.MISSED)
    calls.set_off("river", clock.time + 60)
    assert (river(calls).misses, river(calls).off_until) == (0, clock.time + 60)


@pytest.mark.parametrize("name", ["practice_until", "not_before"])
def test_nobody_practises_before_the_second_from_which_they_are_free(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, name: str
) -> None:
    live.hset("wl:sup:river", name, str(clock.time + 1))
    assert not calls.practise("river", clock.time + 600)
    live.hset("wl:sup:river", name, str(clock.time))
    assert calls.practise("river", clock.time + 600)


def test_who_is_rung_does_not_practise_and_who_practises_is_not_rung(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = arrives(calls)
    calls.move(call.id, Event.WANTS_PEER)
    (leg,) = rung(calls, call, "river")
    assert not calls.practise("river", clock.time + 600)
    calls.close(leg, Asked.PASSED)
    assert calls.practise("river", clock.time + 600)
    assert due_in(live, clock, "rest", "river") == 600
    assert calls.reserve(call.id, 1, candidates("river")) == []
    known = calls.changes(Changes())
    live.zrem("wl:due", "step|county")
    calls.practised("river", "county")
    assert [one.practice_until for one in calls.changes(known).presences] == [0]
    assert due_in(live, clock, "step", "county") == 0
    assert calls.reserve(call.id, 1, candidates("river"))


def test_practice_does_not_put_off_the_end_of_a_rest(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    calls.rest_meanwhile("river", 60)
    assert calls.practise("river", clock.time + 600)
    assert due_in(live, clock, "rest", "river") == 60


def test_very_many_changes_are_told_in_pieces_and_each_once(
    calls: RedisCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_calls, "CHANGES_AT_ONCE", 2)
    for n in range(5):
        calls.set_off(f"peer{n}", 10.0)
    known = calls.changes(Changes())
    assert [one.supporter for one in known.presences] == [f"peer{n}" for n in range(5)]
    assert known.upto == 5
    calls.set_off("peer0", 20.0)
    assert [one.off_until for one in calls.changes(known).presences] == [20.0]


def test_changes_are_told_in_the_order_in_which_they_were_made(calls: RedisCalls) -> None:
    known = calls.changes(Changes())
    for name in ("river", "sage", "river"):
        calls.set_off(name, 10.0)
    known = calls.changes(known)
    assert [one.supporter for one in known.presences] == ["sage", "river"]
    assert known.upto == 3
    assert calls.changes(known).presences == ()
