"""What each step of a call leaves in the store: clocks, deadlines, and who may be rung again."""

from __future__ import annotations

import pytest
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


def asked(calls: RedisCalls, call: str) -> dict[str, Asked]:
    found = calls.look(call)
    assert found is not None
    return dict(found.asked)


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


# -- whose phone may ring again -------------------------------------------------------------------


def test_whom_the_caller_did_not_want_is_not_asked_again_in_this_call(calls: RedisCalls) -> None:
    call = waits(calls)
    calls.accept(rung(calls, call, "river")[0])
    steps(calls, call.id, Event.DECLINED)
    assert asked(calls, call.id) == {"river": Asked.TALKED}


def test_who_was_left_for_the_crisis_door_may_be_rung_again(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = rung(calls, call, "river")
    calls.accept(leg)
    live.zrem("wl:due", "step|county")
    steps(calls, call.id, Event.TO_THE_DOOR)
    assert asked(calls, call.id) == {"river": Asked.DROPPED}
    assert due_in(live, clock, "hush", leg) == 0.5
    assert due_in(live, clock, "step", "county") == 0
    assert due_in(live, clock, "join", call.id) is None


def test_a_caller_who_lost_their_peer_is_fetched_and_that_peer_is_rung_first(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, leg = talks(calls)
    clock.time += 60
    calls.leg_ended(leg, Asked.MISSED)
    known = seen(calls, call.id)
    assert (known.again, known.leg, known.supporter) == ("river", "", "")
    assert asked(calls, call.id) == {}
    assert due_in(live, clock, "fetch", call.id) == 2
    assert known.led_at == clock.time
    assert due_in(live, clock, "hush", leg) is None, "it is silent already"
    clock.time += 10
    other = waits(calls, "CA2")
    steps(calls, call.id, Event.WANTS_PEER)
    assert [one.call.id for one in calls.waiting("county")] == [call.id, other.id]
    (again,) = calls.reserve(call.id, 1, candidates("river"))
    assert seen(calls, call.id).again == "", "though they rest; and only once"
    calls.close(again.id, Asked.MISSED)
    clock.time += 60
    assert calls.reserve(call.id, 1, candidates("river")) == []


def test_whose_phone_is_known_to_nobody_cannot_be_silenced(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    calls.accept(leg.id)
    steps(calls, call.id, Event.LEFT)
    assert due_in(live, clock, "hush", leg.id) is None


# -- the time of a talk ---------------------------------------------------------------------------


def test_only_the_time_in_the_room_is_talk(calls: RedisCalls, clock: HandClock) -> None:
    call, _ = talks(calls)
    began = clock.time
    for event in (Event.STAR, Event.COMES_BACK, Event.PEER_STAR, Event.COMES_BACK):
        clock.time += 60
        steps(calls, call.id, event)
    clock.time += 60
    steps(calls, call.id, Event.LEFT)
    assert seen(calls, call.id).talked == 180
    assert seen(calls, call.id).first_bridge == began
    assert calls.presences(["river"])["river"].talk_seconds == 180


def test_who_leaves_while_their_peer_waits_has_talked_until_then(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = talks(calls)
    clock.time += 60
    steps(calls, call.id, Event.STAR)
    clock.time += 60
    steps(calls, call.id, Event.LEFT)
    assert seen(calls, call.id).talked == 60
    assert calls.presences(["river"])["river"].talk_seconds == 60


@pytest.mark.parametrize(
    ("note", "minutes"),
    [
        (Note(bound="nami", choices=2), 10),
        (Note(bound="988", crisis_bridge=True), 15),
        (Note(crisis_bridge=True), 15),
    ],
)
def test_a_talk_out_of_which_no_crisis_line_was_rung_is_no_hard_one(
    calls: RedisCalls, clock: HandClock, note: Note, minutes: int
) -> None:
    call, _ = talks(calls)
    steps(calls, call.id, Event.STAR)
    calls.move(call.id, Event.TO_CRISIS, note)
    assert round(calls.presences(["river"])["river"].rest_until - clock.time) == minutes * 60


def test_while_a_caller_is_handed_over_the_talk_goes_on(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = talks(calls)
    steps(calls, call.id, *TO_HAND, Event.BRIDGED)
    clock.time += 60
    steps(calls, call.id, Event.STAYS)
    clock.time += 60
    steps(calls, call.id, Event.BRIDGED, Event.STAR)
    assert seen(calls, call.id).talked == 120


def test_a_clock_that_was_set_back_makes_no_talk_shorter(
    calls: RedisCalls, clock: HandClock
) -> None:
    call, _ = talks(calls)
    clock.time -= 60
    steps(calls, call.id, Event.STAR)
    assert seen(calls, call.id).talked == 0


# -- handing over ---------------------------------------------------------------------------------


def test_handing_over_rings_others_at_once_and_is_looked_at_after_a_minute_and_a_half(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    other = waits(calls, "CA0")
    clock.time += 10
    call, _ = talks(calls)
    steps(calls, call.id, *TO_PROPOSE)
    live.zrem("wl:due", "step|county")
    steps(calls, call.id, Event.HANDS_OVER)
    assert due_in(live, clock, "handing", call.id) == 90
    assert due_in(live, clock, "step", "county") == 0
    waiting = [one.call.id for one in calls.waiting("county")]
    assert waiting == [call.id, other.id], "they have waited before"
    clock.time += 30
    steps(calls, call.id, Event.BRIDGED)
    assert due_in(live, clock, "handing", call.id) == 60, "it does not begin anew"


@pytest.mark.parametrize("event", [Event.STAYS, Event.STAR, Event.PROPOSED])
def test_who_stays_with_their_peer_after_all_waits_no_more(
    calls: RedisCalls, live: redis.Redis, clock: HandClock, event: Event
) -> None:
    call, _ = talks(calls)
    steps(calls, call.id, *TO_HAND)
    (sage,) = rung(calls, call, "sage")
    moved = calls.move(call.id, event)
    assert moved is not None
    assert [one.supporter for one in moved.dropped] == ["sage"]
    assert due_in(live, clock, "hush", sage) == 0.5
    assert due_in(live, clock, "handing", call.id) is None
    assert calls.waiting("county") == []
    assert asked(calls, call.id) == {"river": Asked.TALKED, "sage": Asked.DROPPED}
    assert moved.call.supporter == "river"


def test_who_hands_over_and_leaves_before_anybody_has_come_leaves_a_caller_who_waits(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    """Phones that ring already ring on, and theirs is not rung for it again."""
    call, river = talks(calls)
    steps(calls, call.id, *TO_HAND)
    (sage,) = rung(calls, call, "sage")
    clock.time += 5
    calls.leg_ended(river, Asked.MISSED)
    known = seen(calls, call.id)
    assert (known.state, known.again) == (State.WAITING, "")
    assert asked(calls, call.id) == {"river": Asked.TALKED, "sage": Asked.RINGING}
    assert [one.ringing for one in calls.waiting("county")] == [1]
    assert due_in(live, clock, "fetch", call.id) == 2
    assert due_in(live, clock, "handing", call.id) is None
    assert calls.accept(sage).first


def test_who_takes_over_a_caller_ends_the_handing_and_is_joined_in_six_seconds(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    call, river = talks(calls)
    steps(calls, call.id, *TO_HAND)
    (sage,) = rung(calls, call, "sage")
    acceptance = calls.accept(sage)
    assert acceptance.peer is not None
    assert (acceptance.peer.id, acceptance.peer.handed_over) == (river, False)
    found = calls.find(river)
    assert found is not None
    assert found[0].handed_over
    assert due_in(live, clock, "handing", call.id) is None
    assert due_in(live, clock, "join", call.id) == 6
    assert due_in(live, clock, "hush", river) == 0.5
    assert asked(calls, call.id) == {"river": Asked.TALKED, "sage": Asked.TALKED}
    assert seen(calls, call.id).sums["accepted"] == 2


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
