"""The one judge of live calls, against a real Redis: races, repeats and lateness."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis

from tests.domain.test_matching import book, supporter
from warmline import wiring
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.redis_offers import DIAL_LEASE
from warmline.adapters.sealing import Sealer
from warmline.domain.call import NEXT, Event, State
from warmline.domain.choosing import Wish
from warmline.domain.errors import TooLate
from warmline.domain.line import Kind
from warmline.domain.live import Accepted, Closed, From, LiveCall, Moved, Note
from warmline.domain.matching import Asked, Candidate, Wanted, survey
from warmline.embedded import EmbeddedStore
from warmline.processes import wait_for

START = datetime(2026, 11, 24, 18, 0, tzinfo=UTC).timestamp()
LINES = book(supporter("river"), supporter("sage"), supporter("juniper"))


@dataclass
class HandClock:
    time: float = START
    steps: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def calls(live: redis.Redis, clock: HandClock) -> RedisCalls:
    return RedisCalls(live, clock, Sealer("a secret of thirty-two characters"))


def arrives(calls: RedisCalls, sid: str = "CA1", avoid: tuple[str, ...] = ()) -> LiveCall:
    call, _ = calls.open(
        sid=sid, line="county", language="en", number="+16505550100", is_open=True, avoid=avoid
    )
    return call


def waits(calls: RedisCalls, sid: str = "CA1") -> LiveCall:
    call = arrives(calls, sid)
    moved = calls.move(call.id, Event.WANTS_PEER)
    assert moved is not None
    return moved.call


def candidates(*names: str) -> list[Candidate]:
    rows = {row.supporter.id: row for row in survey(LINES, {}, Wanted("en"), START)}
    return [rows[name] for name in names]


def rung(calls: RedisCalls, call: LiveCall, *names: str) -> list[str]:
    """Legs that ring for a call."""
    legs = []
    for leg in calls.reserve(call.id, len(names), candidates(*names)):
        assert calls.claim(leg.id)
        assert calls.dialed(leg.id, f"CA-{leg.supporter}", 20)
        legs.append(leg.id)
    return legs


def test_the_same_call_arriving_twice_is_one_call(calls: RedisCalls) -> None:
    assert arrives(calls).id == arrives(calls).id


def test_every_row_of_the_table_is_judged_as_the_domain_says(calls: RedisCalls) -> None:
    for (state, event), to in NEXT.items():
        calls._connection.flushdb()
        call = waits(calls)
        calls._connection.hset(f"wl:call:{call.id}", "state", state)
        if event is Event.ACCEPTED:
            continue  # only `accept` may do that, see below
        moved = calls.move(call.id, event)
        assert moved is not None
        assert moved.call.state is to, (state, event)


def test_a_page_that_is_a_step_from_some_states_is_a_look_from_the_others(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = arrives(calls)
    clock.time += 5
    looked = calls.move(call.id, Event.WANTS_PEER, only={State.AWAY: From.ALWAYS})
    assert looked is not None
    assert looked.before is looked.call.state is State.MENUS
    assert looked.call.seen == clock.time
    moved = calls.move(call.id, Event.WANTS_PEER, only={State.MENUS: From.WHILE_OPEN})
    assert moved is not None
    assert moved.call.state is State.WAITING


def test_on_a_closed_line_nobody_begins_to_wait_by_coming_to_the_page(calls: RedisCalls) -> None:
    closed, _ = calls.open(
        sid="CA1", line="county", language="en", number="+16505550100", is_open=False, avoid=()
    )
    looked = calls.move(closed.id, Event.WANTS_PEER, only={State.MENUS: From.WHILE_OPEN})
    assert looked is not None
    assert looked.call.state is State.MENUS


def test_what_is_not_in_the_table_is_too_late(calls: RedisCalls) -> None:
    call = waits(calls)
    with pytest.raises(TooLate):
        calls.move(call.id, Event.BRIDGED)


def test_a_step_on_an_unknown_call_says_so(calls: RedisCalls) -> None:
    assert calls.move("nobody", Event.LEFT) is None
    assert calls.look("nobody") is None


def test_two_accept_and_exactly_one_gets_the_caller(calls: RedisCalls) -> None:
    call = waits(calls)
    river, sage = rung(calls, call, "river", "sage")
    first, second = calls.accept(river), calls.accept(sage)
    assert first.outcome is Accepted.JOINED
    assert [leg.supporter for leg in first.dropped] == ["sage"]
    assert second.outcome is Accepted.TAKEN
    presences = calls.presences(["river", "sage"])
    assert presences["river"].busy == river
    assert presences["sage"].busy == ""
    assert presences["sage"].misses == 0


def test_the_same_key_press_twice_is_one_acceptance(calls: RedisCalls) -> None:
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    assert calls.accept(river).first
    again = calls.accept(river)
    assert again.outcome is Accepted.JOINED
    assert not again.first


def test_a_hang_up_that_overtakes_an_accept(calls: RedisCalls) -> None:
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    calls.move(call.id, Event.LEFT)
    assert calls.accept(river).outcome is Accepted.CALLER_LEFT
    assert calls.presences(["river"])["river"].busy == ""


def test_nobody_is_reserved_for_two_callers(calls: RedisCalls) -> None:
    one, two = waits(calls, "CA1"), waits(calls, "CA2")
    assert len(calls.reserve(one.id, 2, candidates("river", "sage"))) == 2
    legs = calls.reserve(two.id, 2, candidates("river", "sage", "juniper"))
    assert [leg.supporter for leg in legs] == ["juniper"]


def test_one_reserved_phone_is_dialed_by_one_worker(calls: RedisCalls) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    assert calls.claim(leg.id) is not None
    assert calls.claim(leg.id) is None


def test_a_phone_reserved_but_never_dialed_is_due_after_its_lease(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    clock.time += DIAL_LEASE - 0.01
    assert ("leg", leg.id) not in {(d.kind, d.id) for d in calls.due()}
    clock.time += 0.02
    assert ("leg", leg.id) in {(d.kind, d.id) for d in calls.due()}


def test_a_deadline_is_lent_to_one_and_comes_back_if_they_die(
    calls: RedisCalls, clock: HandClock
) -> None:
    calls.deadline("join", "x", clock.time)
    (due,) = calls.due()
    assert calls.due() == []
    clock.time += 5.1
    assert [d.id for d in calls.due()] == ["x"]
    calls.struck(due)  # the first borrower comes late: it must not strike the second loan off
    clock.time += 5.1
    (again,) = calls.due()
    calls.struck(again)
    clock.time += 60
    assert calls.due() == []


def test_when_the_caller_goes_to_the_door_phones_stop_and_nobody_is_blamed(
    calls: RedisCalls,
) -> None:
    call = waits(calls)
    rung(calls, call, "river", "sage")
    moved = calls.move(call.id, Event.TO_THE_DOOR)
    assert moved is not None
    assert {leg.supporter for leg in moved.dropped} == {"river", "sage"}
    assert {p.misses for p in calls.presences(["river", "sage"]).values()} == {0}
    assert {p.busy for p in calls.presences(["river", "sage"]).values()} == {""}


def test_who_was_first_in_line_is_first_again_after_a_lost_peer(
    calls: RedisCalls, clock: HandClock
) -> None:
    first = waits(calls, "CA1")
    (river,) = rung(calls, first, "river")
    calls.accept(river)
    calls.move(first.id, Event.BRIDGED)
    clock.time += 300
    second = waits(calls, "CA2")
    calls.leg_ended(river, Asked.MISSED)
    calls.move(first.id, Event.WANTS_PEER)
    waiting = calls.waiting("county")
    assert [one.call.id for one in waiting] == [first.id, second.id]
    assert waiting[0].call.again == "river"


def test_after_a_talk_the_supporter_rests_and_the_talk_counts_in_the_shift(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    calls.accept(river)
    calls.move(call.id, Event.BRIDGED)
    clock.time += 600
    moved = calls.move(call.id, Event.LEFT)
    assert moved is not None
    assert moved.peer is not None
    assert moved.call.talked == pytest.approx(600)
    presence = calls.presences(["river"])["river"]
    assert presence.rest_until - clock.time == pytest.approx(600)
    assert presence.calls == 1
    assert presence.talk_seconds == pytest.approx(600)


def test_a_long_talk_gives_a_longer_rest(calls: RedisCalls, clock: HandClock) -> None:
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    calls.accept(river)
    calls.move(call.id, Event.BRIDGED)
    clock.time += 41 * 60
    calls.move(call.id, Event.LEFT)
    rest = calls.presences(["river"])["river"].rest_until - clock.time
    assert rest == pytest.approx(15 * 60)


def test_the_end_of_a_phone_reported_twice_counts_once(calls: RedisCalls) -> None:
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    assert isinstance(calls.leg_ended(river, Asked.MISSED), Closed)
    assert calls.leg_ended(river, Asked.MISSED) is None
    assert calls.presences(["river"])["river"].misses == 1


def test_the_end_of_a_talking_phone_parts_the_talk(calls: RedisCalls) -> None:
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    calls.accept(river)
    calls.move(call.id, Event.BRIDGED)
    moved = calls.leg_ended(river, Asked.MISSED)
    assert isinstance(moved, Moved)
    assert moved.call.state is State.ALONE


def test_which_supporter_is_the_caller_is_sealed_and_gone_at_the_end(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = arrives(calls, avoid=("river-opaque-id",))
    assert call.wish.avoid == {"river-opaque-id"}
    assert "river-opaque-id" not in str(live.hgetall(f"wl:call:{call.id}"))
    calls.move(call.id, Event.LEFT)
    assert b"sealed" not in live.hgetall(f"wl:call:{call.id}")


def test_that_a_caller_is_a_supporter_does_not_show_from_outside_the_seal(
    calls: RedisCalls, live: redis.Redis
) -> None:
    plain = arrives(calls, "CA1")
    of_a_supporter = arrives(calls, "CA2", avoid=("8f3a0c41d2b7e695",))
    assert plain.wish.avoid == set()
    assert of_a_supporter.wish.avoid == {"8f3a0c41d2b7e695"}
    shapes = [
        {name: len(value) for name, value in live.hgetall(f"wl:call:{call.id}").items()}
        for call in (plain, of_a_supporter)
    ]
    assert shapes[0] == shapes[1]


def test_a_wish_does_not_show_from_outside_the_seal_even_when_fifty_were_declined(
    calls: RedisCalls, live: redis.Redis
) -> None:
    plain, wishes = arrives(calls, "CA1"), arrives(calls, "CA2")
    fifty = frozenset(f"{n:016x}" for n in range(50))
    last = f"{50:016x}"
    wish = Wish(
        avoid=fifty,
        passed=fifty,
        kind=Kind.FAMILY_PEER,
        offered=last,
        chosen=last,
        asking=True,
        heard=50,
    )
    calls.look(wishes.id, Note(wish=wish))
    found = calls.peek(wishes.id)
    assert found is not None
    assert found.wish == wish
    shapes = [
        {name: len(value) for name, value in live.hgetall(f"wl:call:{call.id}").items()}
        for call in (plain, wishes)
    ]
    assert shapes[0] == shapes[1]


def test_a_wish_that_comes_after_the_end_is_not_kept(calls: RedisCalls, live: redis.Redis) -> None:
    call = arrives(calls)
    calls.move(call.id, Event.LEFT, Note(wish=Wish(chosen="river")))
    calls.look(call.id, Note(wish=Wish(chosen="river")))
    assert b"sealed" not in live.hgetall(f"wl:call:{call.id}")


def test_who_chooses_anew_begins_with_two_phones_again(calls: RedisCalls, clock: HandClock) -> None:
    call = waits(calls)
    clock.time += 40
    moved = calls.move(call.id, Event.WANTS_PEER, Note(wish=Wish()))
    assert moved is not None
    assert (moved.call.ring_since, moved.call.wanted_at) == (clock.time, call.wanted_at)


def test_a_live_call_goes_on_when_the_secret_key_has_been_replaced(
    calls: RedisCalls, live: redis.Redis, clock: HandClock
) -> None:
    """Else one call that cannot be opened would keep everybody on the line from being rung."""
    call = waits(calls)
    after = RedisCalls(live, clock, Sealer("another secret that is as long as the first"))
    assert [one.call.id for one in after.waiting("county")] == [call.id]
    assert after.peek(call.id) is not None


def test_everything_about_a_call_has_an_end(calls: RedisCalls, live: redis.Redis) -> None:
    call = waits(calls)
    rung(calls, call, "river")
    calls.move(call.id, Event.LEFT)
    kept = [key for key in live.scan_iter("wl:*") if live.ttl(key) < 0]
    # What has no end: the sorted sets whose members are struck off.
    assert {key.split(b":")[1] for key in kept} <= {b"due", b"forget", b"waiting"}
    for key in live.scan_iter("wl:call:*"):
        assert live.ttl(key) <= 7200


def test_a_call_of_whose_end_nobody_tells_is_deleted_at_the_provider_in_the_end(
    calls: RedisCalls, clock: HandClock
) -> None:
    call = waits(calls)
    rung(calls, call, "river")
    assert calls.to_forget() == []
    assert calls.backlog() == 0
    clock.time += 5 * 3600
    assert set(calls.to_forget()) == {"CA1", "CA-river"}
    assert calls.backlog() == 2
    for sid in ("CA1", "CA-river"):
        calls.forgotten(sid)
    assert calls.backlog() == 0


def test_a_call_that_has_ended_is_deleted_at_the_provider_at_once(calls: RedisCalls) -> None:
    call = waits(calls)
    rung(calls, call, "river")
    calls.move(call.id, Event.LEFT)
    assert set(calls.to_forget()) == {"CA1", "CA-river"}


def test_a_day_later_nothing_tells_when_a_supporter_helped(
    calls: RedisCalls, live: redis.Redis
) -> None:
    """Not even when they have been rung since: that would be a pairing for weeks."""
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    calls.accept(river)
    calls.move(call.id, Event.BRIDGED)
    calls.move(call.id, Event.LEFT)
    helped = calls.presences(["river"])["river"].last_help
    telling = [
        key for key in live.scan_iter("wl:sup:*") if str(int(helped)) in str(live.hgetall(key))
    ]
    assert telling
    for key in telling:
        assert 0 < live.ttl(key) <= 24 * 3600
        live.delete(key)  # as a day does
    assert calls.presences(["river"])["river"].last_help == 0
    rung(calls, waits(calls, "CA2"), "river")
    assert calls.presences(["river"])["river"].rest_until == 0
    assert all(0 < live.ttl(key) <= 24 * 3600 for key in live.scan_iter("wl:sup:*"))


def test_what_is_forgotten_goes_from_the_file_on_the_disk_too(
    tmp_path: Path, clock: HandClock
) -> None:
    """The append-only file keeps every word it was ever told, until it is written anew."""
    with EmbeddedStore(tmp_path / "store") as store, wiring.connect(store.url) as connection:
        calls = RedisCalls(connection, clock, Sealer("a secret of thirty-two characters"))
        call = waits(calls)
        rung(calls, call, "river")
        calls.move(call.id, Event.LEFT)
        connection.flushdb()  # as if every key had come to its end

        def on_disk() -> bool:
            files = (path for path in store.folder.rglob("*") if path.is_file())
            return any(call.id.encode() in path.read_bytes() for path in files)

        assert wait_for(on_disk, 10)
        calls.compact()
        assert wait_for(lambda: not on_disk(), 10)


def test_a_store_without_such_a_file_is_left_alone(calls: RedisCalls, live: redis.Redis) -> None:
    live.config_set("appendonly", "no")
    try:
        before = live.info("persistence")["aof_rewrites"]
        calls.compact()
        assert live.info("persistence")["aof_rewrites"] == before
    finally:
        live.config_set("appendonly", "yes")


def test_once_the_row_is_written_nothing_says_which_row_it_was(
    calls: RedisCalls, live: redis.Redis
) -> None:
    call = waits(calls)
    calls.move(call.id, Event.LEFT)
    assert call.row
    calls.settled("row", call.id)
    assert call.row not in str(live.hgetall(f"wl:call:{call.id}"))
    looked = calls.peek(call.id)
    assert looked is not None
    assert looked.row == ""


def test_notes_are_kept(calls: RedisCalls) -> None:
    call = waits(calls)
    calls.look(call.id, Note(language="es", sound=False, told="ringing", heard="peer"))
    looked = calls.look(call.id)
    assert looked is not None
    assert (looked.call.language, looked.call.sound) == ("es", False)
    assert looked.call.told == {"ringing"}
    assert looked.call.places == {"peer"}


@pytest.mark.parametrize("sealed", ['["river-opaque-id"]', '{"avoid": []}', '{"other": 1}', "no"])
def test_a_call_sealed_by_another_version_keeps_nobody_else_from_being_rung(
    calls: RedisCalls, live: redis.Redis, sealed: str
) -> None:
    """A caller was on the line while the warmline was brought to a new version."""
    call = waits(calls)
    other = waits(calls, "CA2")
    seals = Sealer("a secret of thirty-two characters")
    live.hset(f"wl:call:{call.id}", "sealed", seals.seal(sealed))
    assert {one.call.id for one in calls.waiting("county")} == {call.id, other.id}
