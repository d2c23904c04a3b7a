"""What each step of a call leaves in the store: clocks, deadlines, and who may be rung again."""

from __future__ import annotations

import redis

from tests.adapters.judging import due_in, seen, talks
from tests.adapters.test_redis_calls import (
    START,
    HandClock,
    arrives,
    calls,
    candidates,
    clock,
    rung,
    waits,
)
from tests.adapters.test_redis_offers import text
from warmline.adapters.redis_calls import PATIENCE, RedisCalls
from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish
from warmline.domain.live import From, Note
from warmline.domain.matching import Asked
from warmline.domain.presence import Changes

__all__ = ["calls", "clock"]

TO_PROPOSE = (Event.PEER_STAR, Event.PROPOSED)
TO_HAND = (*TO_PROPOSE, Event.HANDS_OVER)


def steps(calls: RedisCalls, call: str, *events: Event) -> None:
    for event in events:
        assert calls.move(call, event) is not None


# -- arriving -------------------------------------------------------------------------------------


def test_a_call_that_arrives_is_in_the_menus_and_asked_after_in_a_while(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = arrives(calls)
    assert (call.state, call.round, call.offers) == (State.MENUS, 1, 0)
    assert (call.received, call.seen) == (START, START)
    assert due_in(live, clock, "gone", call.id) == PATIENCE
    assert due_in(live, clock, "reconcile", "all") == 60
    assert 0 < live.ttl(f"wl:call:{call.id}") <= 5 * 3600
    _, new = calls.open(
        sid="CA1", line="county", language="en", number="+16505550100", is_open=True, avoid=()
    )
    assert not new
    clock.time += 5
    arrives(calls, "CA2")
    assert due_in(live, clock, "reconcile", "all") == 55


def test_a_call_under_an_id_whose_call_is_forgotten_is_a_new_one(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = arrives(calls)
    live.delete(f"wl:call:{call.id}")
    assert arrives(calls).id != call.id


def test_a_sign_of_the_caller_puts_off_asking_after_them_but_not_in_a_talk(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = talks(calls)
    assert due_in(live, clock, "gone", call.id) == 12, "are both phones there?"
    calls.look(call.id)
    assert due_in(live, clock, "gone", call.id) == 12
    clock.time += 5
    calls.move(call.id, Event.STAR)
    calls.look(call.id)
    assert due_in(live, clock, "gone", call.id) == PATIENCE
    assert seen(calls, call.id).seen == clock.time
    calls.move(call.id, Event.LEFT)
    calls.look(call.id)
    assert due_in(live, clock, "gone", call.id) is None, "nobody is there to be asked after"


def test_a_job_that_counts_a_round_of_ringing_is_no_sign_of_the_caller(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = waits(calls)
    clock.time += 30
    calls.look(call.id, Note(round=2))
    assert seen(calls, call.id).seen == clock.time - 30
    calls.look(call.id)
    assert seen(calls, call.id).seen == clock.time


def test_a_sign_of_who_waits_has_their_line_looked_at_if_nothing_else_has(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    menus, waiting = arrives(calls, "CA1"), waits(calls, "CA2")
    live.zrem("wl:due", "step|county")
    calls.look(menus.id)
    assert due_in(live, clock, "step", "county") is None
    calls.look(waiting.id)
    assert due_in(live, clock, "step", "county") == 0
    clock.time += 5
    calls.look(waiting.id)
    assert due_in(live, clock, "step", "county") == -5, "it is not put off"


def test_what_is_told_once_and_heard_is_known_afterwards(calls: RedisCalls) -> None:
    call = waits(calls)
    for told in ("busy", "ringing", "busy", "bus"):
        calls.look(call.id, Note(told=told, heard="peer"))
    found = seen(calls, call.id)
    assert found.told == {"busy", "ringing", "bus"}
    assert found.places == {"peer"}
    calls.look(call.id, Note(language="es"))
    assert seen(calls, call.id).language == "es"


def test_a_look_answers_with_all_that_it_was_given(calls: RedisCalls) -> None:
    call = arrives(calls)
    found = calls.look(call.id, Note(language="es", slow=True, choices=3, round=2))
    assert found is not None
    assert (found.call.language, found.call.slow) == ("es", True)
    assert (found.call.choices, found.call.round) == (3, 2)
    assert seen(calls, call.id) == found.call


def test_what_has_been_told_is_written_down_once(calls: RedisCalls, live: redis.Redis) -> None:
    call = arrives(calls)
    for _ in range(2):
        calls.look(call.id, Note(told="not-yet"))
    assert (live.hget(f"wl:call:{call.id}", "told") or b"").split() == [b"not-yet"]


def test_a_look_brings_what_has_changed_of_supporters_if_it_is_asked_for(
    calls: RedisCalls,
) -> None:
    call = arrives(calls)
    calls.set_off("river", 10.0)
    found = calls.look(call.id, since=Changes())
    assert found is not None
    assert found.changes is not None
    assert [one.supporter for one in found.changes.presences] == ["river"]
    alone = calls.look(call.id)
    assert alone is not None
    assert alone.changes is None


def test_who_hears_who_is_here_has_half_a_minute_for_it(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    calls.look(call.id, Note(met=True))
    assert due_in(live, clock, "join", call.id) is None
    calls.accept(rung(calls, call, "river")[0])
    assert due_in(live, clock, "join", call.id) == 6
    calls.look(call.id)
    assert due_in(live, clock, "join", call.id) == 6
    calls.look(call.id, Note(met=True))
    assert due_in(live, clock, "join", call.id) == 30


def test_a_look_tells_how_many_are_ahead_and_how_many_phones_ring(
    calls: RedisCalls, clock: HandClock
) -> None:
    first = waits(calls, "CA1")
    clock.time += 1
    second = waits(calls, "CA2")
    rung(calls, second, "river", "sage")
    found = calls.look(second.id)
    assert found is not None
    assert (found.ahead, found.ringing) == (1, 2)
    alone = calls.look(first.id)
    assert alone is not None
    assert (alone.ahead, alone.ringing) == (0, 0)
    reads = calls.look(arrives(calls, "CA3").id)
    assert reads is not None
    assert reads.ahead == 0, "who does not wait is behind nobody"


# -- steps with something to remember -------------------------------------------------------------


def test_a_step_takes_along_what_is_to_be_remembered(calls: RedisCalls) -> None:
    call = arrives(calls)
    moved = calls.move(call.id, Event.WANTS_PEER, Note(round=2, wish=Wish(chosen="river")))
    assert moved is not None
    assert (moved.call.round, moved.call.wish.chosen) == (2, "river")


def test_a_caller_who_is_in_the_room_was_heard_of_then(calls: RedisCalls, clock: HandClock) -> None:
    call = waits(calls)
    calls.accept(rung(calls, call, "river")[0])
    clock.time += 20
    steps(calls, call.id, Event.BRIDGED)
    assert seen(calls, call.id).seen == clock.time
    clock.time += 20
    steps(calls, call.id, Event.STAR)
    assert seen(calls, call.id).seen == clock.time - 20


def test_whose_call_is_taken_on_by_somebody_else_is_fetched_two_seconds_later(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, _ = talks(calls)
    clock.time += 10
    calls.move(call.id, Event.PEER_STAR)
    assert due_in(live, clock, "fetch", call.id) is None
    calls.move(call.id, Event.PROPOSED, Note(proposal="crisis"), lead=True)
    assert due_in(live, clock, "fetch", call.id) == 2
    assert seen(calls, call.id).led_at == clock.time


def test_a_page_that_comes_too_early_takes_no_step_and_silences_nobody(
    calls: RedisCalls,
) -> None:
    call = waits(calls)
    moved = calls.move(call.id, Event.LEFT, only={State.MENUS: From.ALWAYS})
    assert moved is not None
    assert (moved.before, moved.call.state, moved.dropped) == (State.WAITING, State.WAITING, ())


def test_a_key_on_a_page_that_is_no_step_any_more_says_that_somebody_is_there(
    calls: RedisCalls,
) -> None:
    call = waits(calls)
    assert not call.keyed
    moved = calls.move(call.id, Event.LEFT, Note(keyed=True), only={State.MENUS: From.ALWAYS})
    assert moved is not None
    assert moved.call.keyed


# -- who waits ------------------------------------------------------------------------------------


def test_who_steps_away_keeps_their_place_and_their_phones_begin_anew(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    clock.time += 30
    calls.move(call.id, Event.TO_THE_DOOR)
    assert calls.waiting("county") == []
    other = waits(calls, "CA2")
    clock.time += 30
    live.zrem("wl:due", "step|county")
    moved = calls.move(call.id, Event.COMES_BACK)
    assert moved is not None
    assert (moved.call.wanted_at, moved.call.ring_since) == (START, START + 60)
    assert [one.call.id for one in calls.waiting("county")] == [call.id, other.id]
    assert due_in(live, clock, "step", "county") == 0


def test_whoever_wants_a_peer_after_all_is_no_supporter_at_the_door_any_more(
    calls: RedisCalls,
) -> None:
    call = arrives(calls)
    calls.come_to_door(call.id, "river", "", own=True)
    calls.signed_in(call.id)
    assert seen(calls, call.id).door
    calls.move(call.id, Event.WANTS_PEER)
    assert not seen(calls, call.id).door
    assert calls.at_door(call.id) is None


def test_after_a_call_has_ended_only_what_is_to_be_counted_is_left_of_it(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    calls.accept(rung(calls, call, "river")[0])
    calls.look(call.id, Note(bound="nami", wish=Wish(chosen="river")))
    calls.want_text(call.id, "nami", "+16505550150", 3, 30)
    calls.come_to_door(call.id, "river", "", own=True)
    calls.move(call.id, Event.BRIDGED, lead=True)
    clock.time += 60
    steps(calls, call.id, Event.LEFT)
    known = seen(calls, call.id)
    assert (known.state, known.ended, known.bound) == (State.ENDED, clock.time, "")
    assert (known.leg, known.supporter, known.again) == ("", "", "")
    fields = {text(name) for name in live.hkeys(f"wl:call:{call.id}")}
    assert not {"sealed", "bound", "texted"} & fields
    assert calls.at_door(call.id) is None
    due = {text(one).partition("|")[0] for one, _ in live.zscan_iter("wl:due")}
    assert not due & {"join", "gone", "fetch", "handing"}
    assert due_in(live, clock, "row", call.id) == 0
    for key in (f"call:{call.id}", f"asked:{call.id}", f"sids:{call.id}", "sid:CA1"):
        assert 3600 < live.ttl(f"wl:{key}") <= 7200, key


def test_whose_peer_was_lost_and_who_waits_again_is_counted_as_lost(calls: RedisCalls) -> None:
    call, leg = talks(calls)
    assert "lost" not in seen(calls, call.id).sums
    calls.leg_ended(leg, Asked.MISSED)
    steps(calls, call.id, Event.WANTS_PEER)
    assert seen(calls, call.id).sums["lost"] == 1


def test_whose_peer_left_before_the_talk_began_has_lost_nobody(calls: RedisCalls) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    calls.leg_ended(leg, Asked.MISSED)
    steps(calls, call.id, Event.WANTS_PEER)
    assert "lost" not in seen(calls, call.id).sums


def test_who_steps_out_of_a_talk_and_waits_for_another_has_lost_nobody(calls: RedisCalls) -> None:
    call, _ = talks(calls)
    steps(calls, call.id, Event.STAR, Event.DECLINED)
    assert "lost" not in seen(calls, call.id).sums


# -- the line's own record of what is to be deleted -----------------------------------------------


def test_every_phone_of_a_call_that_has_ended_is_to_be_deleted_at_once(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = talks(calls)
    clock.time += 60
    assert calls.to_forget() == []
    steps(calls, call.id, Event.LEFT)
    assert sorted(calls.to_forget()) == ["CA-river", "CA1"]


def test_who_leaves_stands_in_no_queue_for_the_provider_any_more(
    live: redis.Redis, clock: HandClock, calls: RedisCalls
) -> None:
    calls._rate = 1.0
    first, second = waits(calls, "CA1"), waits(calls, "CA2")
    assert calls.reserve(first.id, 1, candidates("river"))
    assert calls.reserve(second.id, 1, candidates("sage")) == []
    assert live.zscore("wl:slots:wanted", second.id) is not None
    steps(calls, second.id, Event.LEFT)
    assert live.zscore("wl:slots:wanted", second.id) is None
