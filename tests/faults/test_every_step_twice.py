"""A client whose connection was cut before the answer asks again by itself, with the same words.

Every step of the judge is run twice in a row: it gives the same answer, and changes nothing the
second time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
import redis

from tests.adapters.test_redis_calls import HandClock, arrives, candidates, rung, waits
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.redis_judge import script
from warmline.adapters.sealing import Sealer
from warmline.domain.beside import GuestTurn
from warmline.domain.call import Event, State
from warmline.domain.choosing import Wish
from warmline.domain.errors import NoRoom
from warmline.domain.flags import Flagged
from warmline.domain.flood import Caps
from warmline.domain.live import LiveCall, Moved, Note, Texted
from warmline.domain.matching import Asked
from warmline.domain.presence import Changes
from warmline.domain.provider import Outbound, Trouble

Play = Callable[[RedisCalls, HandClock], object]


class Stutters:
    """A connection on which each step is sent twice, as after a lost answer."""

    def __init__(self, connection: redis.Redis) -> None:
        self.connection = connection
        self.stuttering = False
        self.steps: list[str] = []

    def function_load(self, code: str, *, replace: bool) -> Any:
        return self.connection.function_load(code, replace=replace)

    def fcall(self, function: str, keys: int, *args: str) -> Any:
        first = self.connection.fcall(function, keys, *args)
        if not self.stuttering:
            return first
        self.steps.append(args[0])
        then = everything(self.connection)
        second = cast(Any, self.connection.fcall(function, keys, *args))
        assert json.loads(second) == json.loads(cast(Any, first)), args[0]
        assert everything(self.connection) == then, args[0]
        return second


def everything(connection: redis.Redis) -> dict[str, Any]:
    """All that Redis holds, but for the answers that it keeps for those who ask again."""
    found: dict[str, Any] = {}
    for raw in connection.scan_iter("wl:*"):
        key = raw.decode()
        if key.startswith("wl:once:"):
            continue
        match connection.type(key):
            case b"hash":
                found[key] = connection.hgetall(key)
            case b"set":
                found[key] = connection.smembers(key)
            case b"list":
                found[key] = connection.lrange(key, 0, -1)
            case b"zset":
                found[key] = connection.zrange(key, 0, -1, withscores=True)
            case _:
                found[key] = connection.get(key)
    return found


def talk(calls: RedisCalls) -> tuple[str, str]:
    call = waits(calls)
    (river,) = rung(calls, call, "river")
    calls.accept(river)
    calls.move(call.id, Event.BRIDGED)
    return call.id, river


def open_(calls: RedisCalls, clock: HandClock) -> None:
    assert calls.open(
        sid="CA1", line="county", language="en", number="+16505550100", is_open=True, avoid=()
    )[1], "a call that is new is new also to whoever has to ask twice"


def look(calls: RedisCalls, clock: HandClock) -> None:
    calls.look(
        waits(calls).id, Note(language="es", told="ringing", heard="peer", met=True, wish=Wish())
    )


def leaves(calls: RedisCalls, clock: HandClock) -> None:
    call = waits(calls)
    rung(calls, call, "river", "sage")
    moved = calls.move(call.id, Event.LEFT)
    assert moved is not None, "the end of a call is not too late for its own repetition"
    assert len(moved.dropped) == 2, "both phones are named to whoever has to silence them"


def reserve(calls: RedisCalls, clock: HandClock) -> None:
    assert len(calls.reserve(waits(calls).id, 2, candidates("river", "sage"))) == 2


def dials(calls: RedisCalls, clock: HandClock) -> None:
    rung(calls, waits(calls), "river")


def asked(calls: RedisCalls, clock: HandClock) -> None:
    calls.asked(rung(calls, waits(calls), "river")[0], 20)


def closes(calls: RedisCalls, clock: HandClock) -> None:
    closed = calls.close(rung(calls, waits(calls), "river")[0], Asked.MISSED)
    assert closed is not None
    assert closed.misses == 1


def accept(calls: RedisCalls, clock: HandClock) -> None:
    river, _sage = rung(calls, waits(calls), "river", "sage")
    acceptance = calls.accept(river)
    assert acceptance.first
    assert [leg.supporter for leg in acceptance.dropped] == ["sage"]


def leg_ended(calls: RedisCalls, clock: HandClock) -> None:
    _call, river = talk(calls)
    clock.time += 60
    assert calls.leg_ended(river, Asked.MISSED) is not None


def carried_once(calls: RedisCalls, clock: HandClock) -> None:
    call, _river = talk(calls)
    clock.time += 60
    calls.move(call, Event.LEFT)
    assert calls.presences(["river"])["river"].talk_seconds == pytest.approx(60)
    assert [one.supporter for one in calls.changes(Changes()).presences] == ["river"]


def deadlines(calls: RedisCalls, clock: HandClock) -> None:
    calls.deadline("join", "x", clock.time)
    (due,) = [one for one in calls.due() if one.kind == "join"]
    calls.struck(due)
    calls.settled("join", "x")


def forgets(calls: RedisCalls, clock: HandClock) -> None:
    calls.forget_later("CA1")
    assert calls.to_forget() == ["CA1"]
    calls.backlog()
    assert calls.oldest_unforgotten() == clock.time
    calls.forgotten("CA1")
    assert not calls.oldest_unforgotten()


def promised(calls: RedisCalls, clock: HandClock) -> LiveCall:
    """A call back whose caller has put the phone down a minute ago."""
    call = waits(calls)
    calls.promise(call.id, "+16505550150", Wish(), 12 * 3600)
    calls.move(call.id, Event.LEFT)
    clock.time += 60
    (one,) = calls.promised("county")
    return one.call


def called(calls: RedisCalls, clock: HandClock) -> str:
    """The id of a call back for which river has pressed 1, and the caller's phone rings."""
    call = promised(calls, clock)
    back = call.id
    (river,) = rung(calls, call, "river")
    assert calls.accept(river).first
    assert calls.claim_back(back).phone == "+16505550150"
    calls.not_rung(back, 1)
    clock.time += 1
    assert calls.claim_back(back).phone == "+16505550150", "who asks twice for it may ring it"
    assert calls.rung_back(back, "CA-back", 30)
    return back


def promises(calls: RedisCalls, clock: HandClock) -> None:
    calls.postpone(promised(calls, clock).id, clock.time + 60)


def meets_after_a_promise(calls: RedisCalls, clock: HandClock) -> None:
    promised(calls, clock)
    again = waits(calls, "CA2")
    (river,) = rung(calls, again, "river")
    assert calls.accept(river).first
    calls.move(again.id, Event.BRIDGED)
    calls.met(again.id, "+16505550150")
    assert calls.promised("county") == []


def reaches(calls: RedisCalls, clock: HandClock) -> None:
    moved = calls.reached(called(calls, clock), "CA-back", 90)
    assert moved is not None
    assert moved.call.state is State.JOINING


def reaches_nobody(calls: RedisCalls, clock: HandClock) -> None:
    moved = calls.unreached(called(calls, clock), "CA-back", 2, 1200)
    assert moved is not None
    assert moved.call.tries == 1, "one try is counted once"


def expires(calls: RedisCalls, clock: HandClock) -> None:
    moved = calls.expire(promised(calls, clock).id)
    assert moved is not None
    assert moved.call.state is State.ENDED


def asks(calls: RedisCalls, clock: HandClock) -> None:
    call = arrives(calls)
    calls.peek(call.id)
    calls.known("CA1")
    calls.waiting("county")
    calls.find("nobody")
    calls.presences(["river"])


def off(calls: RedisCalls, clock: HandClock) -> None:
    calls.set_off("river", clock.time + 60)


def floods(calls: RedisCalls, clock: HandClock) -> None:
    few = Caps(calls_a_minute=1, callers_waiting=1, offers_in_ten_minutes=1)
    first, second = (
        calls.open(
            sid=sid,
            line="county",
            language="en",
            number="+16505550100",
            is_open=True,
            avoid=(),
            caps=few,
        )[0]
        for sid in ("CA1", "CA2")
    )
    calls.move(first.id, Event.WANTS_PEER)
    calls.look(second.id, Note(keyed=True))
    with pytest.raises(NoRoom) as told:
        calls.move(second.id, Event.WANTS_PEER)
    assert told.value.call.asks == 2, "once when they called, once now"
    assert len(calls.reserve(first.id, 1, candidates("river"))) == 1
    assert calls.in_flood("county")


def told(calls: RedisCalls, clock: HandClock) -> None:
    assert calls.first_in("county:words", 900), "who asks twice about one telling may tell it"


def tells(calls: RedisCalls, clock: HandClock) -> None:
    assert calls.telling("county:words", 900, 60) == 1, "a try that is asked for twice is one try"
    assert calls.telling("county:words", 900, 60) is None
    calls.told("county:words", 900)
    assert calls.telling("county:words", 900, 60) == 0


def slots(calls: RedisCalls, clock: HandClock) -> None:
    assert [calls.slot(one, Outbound.OTHER) for one in ("one", "two")] == [None, None]
    assert calls.slot("three", Outbound.OTHER) is not None


def troubles(calls: RedisCalls, clock: HandClock) -> None:
    calls.trouble(Trouble.REFUSED, "20005", pause=5)
    assert calls.troubles().refused == 1


def lost(calls: RedisCalls, clock: HandClock) -> None:
    call = waits(calls)
    (leg,) = calls.reserve(call.id, 1, candidates("river"))
    assert calls.claim(leg.id)
    assert calls.lost(leg.id, 2), "whoever asks twice about a lost answer hears the same"


def compares(calls: RedisCalls, clock: HandClock) -> None:
    call = waits(calls)
    calls.awake()
    assert [one.id for one in calls.believed()] == [call.id]


def texts(calls: RedisCalls, clock: HandClock) -> None:
    said, text_id = calls.want_text(waits(calls).id, "nami", "+16505550150", 3, 30)
    assert said is Texted.COMING, "who asks twice about one wish gets one text"
    text = calls.take_text(text_id)
    assert text is not None
    assert text.phone == "+16505550150", "who lost the answer is given it again"
    calls.put_text(text, clock.time + 10)


def guest(calls: RedisCalls, clock: HandClock) -> None:
    """988 is rung into a talk, the first time in vain; the supporter leaves the two; it leaves."""
    call, river = talk(calls)
    calls.wish_debrief(river)
    calls.move(call, Event.PEER_STAR)
    calls.move(call, Event.PROPOSED, Note(proposal="crisis"), lead=True)
    assert calls.move(call, Event.BRINGS_CRISIS) is not None
    assert calls.claim_guest(call)[0] is GuestTurn.RING, "who asks twice for it may ring it"
    calls.guest_not_rung(call, 1)
    clock.time += 1
    assert calls.claim_guest(call)[0] is GuestTurn.RING
    assert calls.guest_rings(call, "CA-988", 45)
    assert calls.guest_rings(call, "CA-988", 45, here=True)
    moved = calls.leg_ended(river, Asked.MISSED)
    assert isinstance(moved, Moved)
    assert moved.call.state is State.CRISIS, "caller and 988 talk on"
    assert calls.claim_guest(call)[0] is GuestTurn.STAY
    calls.guest_done(call, GuestTurn.STAY)
    gone = calls.guest_gone(call, "CA-988")
    assert gone is not None
    assert not gone.guest


def guest_goes(calls: RedisCalls, clock: HandClock) -> None:
    """988 is there and nobody speaks: the supporter lets it go."""
    call, _river = talk(calls)
    calls.move(call, Event.PROPOSED, Note(proposal="crisis"), lead=True)
    calls.move(call, Event.BRINGS_CRISIS)
    assert not calls.let_guest_go(call), "it is not there yet"
    calls.claim_guest(call)
    calls.guest_rings(call, "CA-988", 45, here=True)
    assert calls.let_guest_go(call), "who asks twice is told the same"
    assert calls.claim_guest(call)[0] is GuestTurn.DISMISSED
    calls.guest_done(call, GuestTurn.DISMISSED)


def hands_over(calls: RedisCalls, clock: HandClock) -> None:
    call, _river = talk(calls)
    calls.move(call, Event.PROPOSED, Note(proposal="hand"), lead=True)
    moved = calls.move(call, Event.HANDS_OVER)
    assert moved is not None
    (sage,) = rung(calls, moved.call, "sage")
    acceptance = calls.accept(sage)
    assert acceptance.peer is not None, "whoever hands over is named to whoever has to tell them"
    assert acceptance.peer.supporter == "river"


def debriefs(calls: RedisCalls, clock: HandClock) -> None:
    """After a talk, at the supporters' door, and called back."""
    call, river = talk(calls)
    clock.time += 60
    calls.move(call, Event.LEFT)
    calls.rest_longer(river, 1800)
    calls.in_debrief(river)
    assert calls.presences(["river"])["river"].busy == river
    calls.leg_ended(river, Asked.MISSED)
    assert not calls.presences(["river"])["river"].busy
    door = arrives(calls, "CA2")
    moved = calls.to_debrief(door.id, "county~debriefs", "en", "river")
    assert moved is not None
    phone = "+16505550111"
    asked = ("county~debriefs", "+16505550100", "en", phone, "river", 7200)
    assert calls.debrief_back(*asked), "who asks twice about one wish is called once"
    assert not calls.debrief_back(*asked)
    (one,) = calls.promised("county~debriefs")
    assert one.call.wish.avoid == {"river"}
    calls.rest_meanwhile("juniper", 1800)
    calls.rest_meanwhile("juniper", 60)
    assert calls.presences(["juniper"])["juniper"].rest_until == clock.time + 1800, "the longer one"


def texts_of_supporters(calls: RedisCalls, clock: HandClock) -> None:
    assert calls.first_text("SM1"), "a text whose first answer was lost is still heard once"
    assert not calls.first_text("SM1")
    zone = ZoneInfo("America/Los_Angeles")
    assert calls.answers_stranger("county", zone, "+16505550150")
    assert not calls.answers_stranger("county", zone, "+16505550150")


def door(calls: RedisCalls, clock: HandClock) -> None:
    call = arrives(calls)
    assert calls.come_to_door(call.id, "river", "", own=True)
    assert [calls.try_pin(call.id, "county") for _ in range(4)] == [0, 0, 0, 60]
    assert calls.signed_in(call.id)
    calls.fresh_pin(call.id, "a hash")
    found = calls.at_door(call.id)
    assert found is not None
    assert (found.supporter, found.own, found.signed_in, found.fresh) == (
        "river",
        True,
        True,
        "a hash",
    )


def practice(calls: RedisCalls, clock: HandClock) -> None:
    assert calls.practise("river", clock.now() + 600)
    assert not calls.practise("river", clock.now() + 600)
    calls.practised("river", "county")
    assert calls.practise("river", clock.now() + 600)
    clock.time += 601  # nobody told us of the end
    assert calls.practise("river", clock.now() + 600)


def flagged(calls: RedisCalls, clock: HandClock) -> None:
    """A talk is flagged, counted once, taken back, flagged anew, and all blocks are lifted."""
    call, _river = talk(calls)
    calls.flaggable(call, "+16505550150")
    clock.time += 60
    calls.move(call, Event.LEFT)
    key = calls.make_flag_key(7, 600)
    assert calls.flag_keys([7, 6]) == {7: key}
    found = calls.flaggable_talk(supporter="river")
    assert found is not None
    assert calls.flag(found, ["token"], ["mark"], "2026-W48", 600) is Flagged.NOTED
    assert calls.flags_of("county", ["2026-W48"]) == ([1], True)
    assert calls.unflag("river"), "who asks twice for it has taken back their flag"
    assert calls.flag(found, ["token"], ["mark"], "2026-W48", 600) is Flagged.NOTED
    assert calls.lift_blocks("county")


PLAYS: dict[str, Play] = {
    "flag_keys": flagged,
    "make_flag_key": flagged,
    "flaggable": flagged,
    "flaggable_talk": flagged,
    "flag": flagged,
    "unflag": flagged,
    "lift_blocks": flagged,
    "flags_of": flagged,
    "practise": practice,
    "practised": practice,
    "first_text": texts_of_supporters,
    "stranger": texts_of_supporters,
    "come_to_door": door,
    "at_door": door,
    "try_pin": door,
    "signed_in": door,
    "fresh_pin": door,
    "in_debrief": debriefs,
    "to_debrief": debriefs,
    "debrief_back": debriefs,
    "rest_longer": debriefs,
    "rest_meanwhile": debriefs,
    "claim_guest": guest,
    "guest_rings": guest,
    "guest_not_rung": guest,
    "guest_gone": guest,
    "guest_done": guest,
    "let_guest_go": guest_goes,
    "wish_debrief": guest,
    "text": texts,
    "take_text": texts,
    "put_text": texts,
    "slot": slots,
    "trouble": troubles,
    "troubles": troubles,
    "lost": lost,
    "believed": compares,
    "awake": compares,
    "open": open_,
    "look": look,
    "move": leaves,
    "reserve": reserve,
    "claim": hands_over,
    "dialed": dials,
    "asked": asked,
    "close": closes,
    "accept": accept,
    "leg_ended": leg_ended,
    "promise": promises,
    "standing": promises,
    "met": meets_after_a_promise,
    "postpone": promises,
    "promised": reaches,
    "claim_back": reaches,
    "not_rung": reaches,
    "rung_back": reaches,
    "reached": reaches,
    "unreached": reaches_nobody,
    "expire": expires,
    "presences": carried_once,
    "changes": carried_once,
    "due": deadlines,
    "deadline": deadlines,
    "struck": deadlines,
    "settled": deadlines,
    "forget_later": forgets,
    "to_forget": forgets,
    "backlog": forgets,
    "forgotten": forgets,
    "peek": asks,
    "known": asks,
    "waiting": asks,
    "find": asks,
    "off": off,
    "first_in": told,
    "telling": tells,
    "told": tells,
    "in_flood": floods,
    "oldest_unforgotten": forgets,
}


def steps() -> list[str]:
    """Every step that the judge knows, from its own text."""
    return sorted(
        line.removeprefix("function STEP.").partition("(")[0]
        for line in script().splitlines()
        if line.startswith("function STEP.")
    )


@pytest.mark.parametrize("step", steps())
def test_a_step_that_is_run_twice_is_run_once(live: redis.Redis, step: str) -> None:
    clock, stutters = HandClock(), Stutters(live)
    calls = RedisCalls(
        stutters,  # type: ignore[arg-type]  # it has what is used
        clock,
        Sealer("a secret of thirty-two characters"),
        per_second=2,
    )
    stutters.stuttering = True
    PLAYS[step](calls, clock)
    assert step in stutters.steps
