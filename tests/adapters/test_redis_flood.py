"""What the judge does when very many call, against a real Redis, on a clock turned by hand."""

from __future__ import annotations

import pytest
import redis

from tests.adapters.test_redis_calls import START, HandClock, arrives, calls, candidates
from warmline.adapters.redis_calls import RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.errors import NoRoom
from warmline.domain.flood import Caps
from warmline.domain.live import LiveCall, Note
from warmline.domain.matching import Asked
from warmline.domain.provider import Outbound

__all__ = ["calls"]

FEW = Caps(calls_a_minute=10, callers_waiting=4, offers_in_ten_minutes=2)


class Ticking(HandClock):
    """No two things happen at the same instant."""

    def now(self) -> float:
        self.time += 0.001
        return self.time


@pytest.fixture
def clock() -> HandClock:
    return Ticking()


def dials(calls: RedisCalls, name: str, caps: Caps = FEW, **how: bool) -> LiveCall:
    call, _ = calls.open(
        sid=f"CA{name}",
        line="county",
        language="en",
        number="+16505550100",
        is_open=how.get("is_open", True),
        avoid=(),
        caps=caps,
        through=how.get("through", False),
    )
    return call


def wants(calls: RedisCalls, call: LiveCall, *, key: bool = True) -> bool:
    """They ask for a peer, by a key or by silence; whether there is room."""
    if key:
        calls.look(call.id, Note(keyed=True))
    try:
        return calls.move(call.id, Event.WANTS_PEER) is not None
    except NoRoom:
        return False


def test_calls_above_the_cap_of_a_minute_are_told_so_and_no_others(
    calls: RedisCalls, clock: HandClock
) -> None:
    first = [dials(calls, str(n)).flooded for n in range(12)]
    assert first == [False] * 10 + [True] * 2
    assert calls.in_flood("county")
    clock.time += 70
    assert not dials(calls, "later").flooded
    clock.time += 600
    assert not calls.in_flood("county")


def test_a_minute_is_six_slots_of_ten_seconds(calls: RedisCalls, clock: HandClock) -> None:
    clock.time = START - START % 10
    first = [dials(calls, str(n)).flooded for n in range(10)]
    assert not any(first)
    clock.time = START - START % 10 + 55
    assert dials(calls, "in the same minute").flooded
    clock.time += 60
    assert not dials(calls, "in another one").flooded


def test_the_same_call_reported_again_and_again_counts_once(calls: RedisCalls) -> None:
    assert not any(dials(calls, "one").flooded for _ in range(30))


def test_a_closed_line_has_its_own_words(calls: RedisCalls) -> None:
    assert not any(dials(calls, str(n), is_open=False).flooded for n in range(30))


def test_who_waits_is_never_touched_by_those_who_come_later(calls: RedisCalls) -> None:
    through = [dials(calls, f"t{n}") for n in range(4)]
    assert all(wants(calls, call) for call in through)
    late = [dials(calls, f"l{n}") for n in range(30)]
    assert not any(wants(calls, call) for call in late)
    assert {one.call.id for one in calls.waiting("county")} == {call.id for call in through}
    calls.move(through[0].id, Event.TO_THE_DOOR)
    assert wants(calls, late[0]), "one has stepped away: there is room for one more"
    back = calls.move(through[0].id, Event.COMES_BACK)
    assert back is not None
    assert back.call.state is State.WAITING, "their place was kept, room or not"


def test_there_is_room_again_when_somebody_leaves_and_no_hang_up_is_needed(
    calls: RedisCalls,
) -> None:
    through = [dials(calls, f"t{n}") for n in range(4)]
    assert all(wants(calls, call) for call in through)
    late = dials(calls, "late")
    assert not wants(calls, late)
    calls.move(through[0].id, Event.LEFT)
    assert wants(calls, late)


def test_room_is_given_in_the_order_in_which_it_was_asked_for(
    calls: RedisCalls, clock: HandClock
) -> None:
    through = [dials(calls, f"t{n}") for n in range(4)]
    assert all(wants(calls, call) for call in through)
    first, second = dials(calls, "first"), dials(calls, "second")
    assert not wants(calls, first)
    clock.time += 1
    assert not wants(calls, second)
    calls.move(through[0].id, Event.LEFT)
    clock.time += 20
    assert not wants(calls, second), "the first one still asks"
    assert wants(calls, first)
    calls.move(through[1].id, Event.LEFT)
    assert wants(calls, second)


def test_who_has_left_or_asks_no_more_is_in_nobodys_way(
    calls: RedisCalls, clock: HandClock
) -> None:
    through = [dials(calls, f"t{n}") for n in range(4)]
    assert all(wants(calls, call) for call in through)
    leaves, sleeps, stays = (dials(calls, name) for name in ("leaves", "sleeps", "stays"))
    assert not any(wants(calls, call) for call in (leaves, sleeps, stays))
    calls.move(leaves.id, Event.LEFT)
    calls.move(through[0].id, Event.LEFT)
    assert not wants(calls, stays)
    clock.time += 61
    assert wants(calls, stays)


def test_the_silent_take_half_of_the_places_and_the_other_half_is_for_those_who_press(
    calls: RedisCalls,
) -> None:
    silent = [dials(calls, f"s{n}") for n in range(4)]
    assert [wants(calls, call, key=False) for call in silent] == [True, True, False, False]
    assert wants(calls, dials(calls, "person"))
    assert wants(calls, silent[2]), "whoever presses a key in the end is one of them"


def test_a_key_that_comes_with_the_wish_for_a_peer_says_that_somebody_is_there(
    calls: RedisCalls,
) -> None:
    silent = [dials(calls, f"s{n}") for n in range(2)]
    assert all(wants(calls, call, key=False) for call in silent)
    person, other, late = (dials(calls, name) for name in ("person", "other", "late"))
    for call in (person, other):
        assert calls.move(call.id, Event.WANTS_PEER, Note(keyed=True)) is not None
    with pytest.raises(NoRoom) as told:
        calls.move(late.id, Event.WANTS_PEER, Note(keyed=True))
    assert told.value.call.keyed, "also of whom there is no room for"


def test_in_a_flood_the_silent_are_rung_for_last_and_one_phone_each(calls: RedisCalls) -> None:
    silent = dials(calls, "silent")
    assert wants(calls, silent, key=False)
    person = dials(calls, "person")
    assert wants(calls, person)
    assert [one.call.id for one in calls.waiting("county")] == [silent.id, person.id]
    for n in range(10):
        dials(calls, f"bot{n}")
    assert [one.call.id for one in calls.waiting("county")] == [person.id, silent.id]
    assert len(calls.reserve(silent.id, 2, candidates("river", "sage", "juniper"))) == 1
    assert len(calls.reserve(person.id, 2, candidates("river", "sage", "juniper"))) == 2


def test_in_a_flood_the_silent_stand_last_for_the_provider_too(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    silent, person = dials(calls, "silent"), dials(calls, "person")
    assert wants(calls, silent, key=False)
    assert wants(calls, person)
    for n in range(10):
        dials(calls, f"bot{n}")
    calls._rate = 1.0
    assert calls.slot("somebody", Outbound.OTHER) is None
    for call in (silent, person):
        assert calls.reserve(call.id, 1, candidates("river")) == []
    assert calls.slot("a call back", Outbound.CALLBACK) is not None
    stand = [one.decode() for one, _ in live.zscan_iter("wl:slots:wanted")]
    order = sorted(stand, key=lambda one: live.zscore("wl:slots:wanted", one) or 0)
    assert order == [person.id, silent.id, "a call back"]


def test_in_a_flood_a_supporter_is_rung_so_often_and_then_left_in_peace(
    calls: RedisCalls, clock: HandClock
) -> None:
    person = dials(calls, "person")
    assert wants(calls, person)
    for n in range(10):
        dials(calls, f"bot{n}")
    began = clock.time
    for _ in range(2):
        (leg,) = calls.reserve(person.id, 1, candidates("river"))
        calls.close(leg.id, Asked.DROPPED)
        clock.time += 30
    assert calls.reserve(person.id, 1, candidates("river")) == []
    rest_until = calls.presences(["river"])["river"].rest_until
    assert rest_until == pytest.approx(began + 600, abs=1)
    clock.time = rest_until
    assert len(calls.reserve(person.id, 1, candidates("river"))) == 1


def test_without_a_flood_nobodys_ringing_is_counted(calls: RedisCalls, live: redis.Redis) -> None:
    person = dials(calls, "person")
    assert wants(calls, person)
    for _ in range(5):
        (leg,) = calls.reserve(person.id, 1, candidates("river"))
        calls.close(leg.id, Asked.DROPPED)
    assert not live.exists("wl:rung:river")


def test_who_was_here_before_is_taken_up_again_whatever_goes_on(calls: RedisCalls) -> None:
    for n in range(20):
        wants(calls, dials(calls, f"bot{n}"))
    again = dials(calls, "again", through=True)
    assert not again.flooded
    assert wants(calls, again)


def test_a_line_without_caps_knows_no_flood(calls: RedisCalls) -> None:
    assert all(wants(calls, arrives(calls, f"CA{n}")) for n in range(50))


def test_no_two_ways_of_counting_are_left_behind(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    """Everything that counts ends by itself, and who leaves is struck off."""
    everybody = [dials(calls, f"x{n}") for n in range(15)]
    for call in everybody:
        wants(calls, call)
    for call in everybody:
        calls.move(call.id, Event.LEFT)
    assert not live.exists("wl:asking:county")
    for pattern, most in (("wl:arrived:*", 70), ("wl:flood:*", 600), ("wl:rung:*", 600)):
        for key in live.scan_iter(pattern):
            assert 0 < live.ttl(key) <= most


@pytest.mark.parametrize("key", [True, False])
def test_the_call_says_how_often_there_was_no_room(calls: RedisCalls, key: bool) -> None:
    assert all(wants(calls, dials(calls, f"t{n}")) for n in range(4))
    late = dials(calls, "late")
    for times in (1, 2, 3):
        assert not wants(calls, late, key=key)
        found = calls.peek(late.id)
        assert found is not None
        assert found.asks == times
        assert found.turned_away
