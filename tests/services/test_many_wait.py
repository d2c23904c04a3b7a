"""Very many wait, and few can be rung: one look does as much as it can, and no more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
import redis

from tests.adapters.test_redis_calls import HandClock, arrives
from tests.domain.test_matching import book, supporter
from warmline import wiring
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.sealing import Sealer
from warmline.domain.call import Event
from warmline.domain.line import LineBook
from warmline.domain.matching import Asked
from warmline.ports import Jobs, Roster
from warmline.services.ringing import LOOK_AGAIN, Ringing
from warmline.services.tools import Tools

CALLERS = 30
PEERS = [f"peer-{n:02}" for n in range(12)]


@dataclass
class Noted:
    """Hints, written down instead of handed over."""

    rung: list[str] = field(default_factory=list)

    def dial(self, leg: str) -> None:
        self.rung.append(leg)

    def looks(self, line: str) -> None:
        """Another look rings nobody by itself."""


@dataclass
class OneBook:
    lines: LineBook

    def book(self, line: str) -> LineBook:
        return self.lines


@dataclass
class Evening:
    """A line on which thirty wait for twelve."""

    calls: RedisCalls
    clock: HandClock
    jobs: Noted
    waiting: list[str]

    def __post_init__(self) -> None:
        lines = book(*(supporter(name) for name in PEERS))
        # What a look at the line asks of these, they can.
        rest: dict[str, Any] = {"phones": None, "care": None, "patience": None}
        roster, jobs = cast("Roster", OneBook(lines)), cast("Jobs", self.jobs)
        self.ringing = Ringing(Tools(self.calls, roster, jobs=jobs, clock=self.clock, **rest))

    def look(self) -> dict[str, list[str]]:
        """One look; who rings for whom after it."""
        self.ringing.step("county")
        rings: dict[str, list[str]] = {call: [] for call in self.waiting}
        for leg in self.jobs.rung:
            found = self.calls.find(leg)
            assert found is not None
            if not found[0].unwanted:
                rings[found[0].call].append(found[0].supporter)
        return rings

    def of(self, leg: str) -> str:
        """Whose call a phone rings for."""
        found = self.calls.find(leg)
        assert found is not None
        return found[0].call


@pytest.fixture
def evening(live: redis.Redis) -> Evening:
    clock = HandClock()
    calls = RedisCalls(live, clock, Sealer("a secret of thirty-two characters"))
    waiting = []
    for n in range(CALLERS):
        clock.time += 1
        call = arrives(calls, f"CA{n}")
        calls.move(call.id, Event.WANTS_PEER)
        waiting.append(call.id)
    return Evening(calls, clock, Noted(), waiting)


def test_one_look_rings_everybody_who_is_free_once_for_those_who_wait_longest(
    evening: Evening,
) -> None:
    rings = evening.look()
    assert [len(rings[call]) for call in evening.waiting] == [1] * 12 + [0] * 18
    assert sorted(name for names in rings.values() for name in names) == PEERS


def test_whoever_is_free_again_is_rung_for_the_next_in_line(evening: Evening) -> None:
    evening.look()
    (first,) = (leg for leg in evening.jobs.rung if evening.of(leg) == evening.waiting[0])
    evening.calls.close(first, Asked.PASSED)
    rings = evening.look()
    # Whoever passed is not asked twice by the same caller; the thirteenth has nobody yet.
    assert rings[evening.waiting[0]] == []
    assert len(rings[evening.waiting[12]]) == 1


def test_a_phone_that_still_hears_how_a_call_went_on_is_not_tried_for_everybody(
    evening: Evening,
) -> None:
    evening.look()
    for leg in evening.jobs.rung:
        evening.calls.asked(leg, 20)
        evening.calls.close(leg, Asked.DROPPED)
    steps = evening.calls._judge
    asked: list[str] = []

    def counted(step: str, given: str, once: str) -> object:
        asked.append(step)
        return steps(step, given, once)

    evening.calls._judge = counted  # type: ignore[assignment]  # the same, and counted
    evening.ringing.step("county")
    assert asked.count("reserve") == 0


def test_a_look_that_finds_others_quicker_ends_and_is_due_again_soon(evening: Evening) -> None:
    evening.look()
    # What another worker saw a moment earlier, before all of these phones were reserved.
    evening.calls.changes = lambda since: since  # type: ignore[method-assign]  # nothing is new
    before = len(evening.jobs.rung)
    evening.ringing.step("county")
    assert len(evening.jobs.rung) == before
    evening.clock.time += LOOK_AGAIN
    assert ("step", "county") in [(due.kind, due.id) for due in evening.calls.due()]


def test_many_hints_before_the_next_look_are_one(live: redis.Redis) -> None:
    jobs = wiring.rq_jobs(live)
    for _ in range(50):
        jobs.ring("county")
    assert live.llen("rq:queue:ring") == 1
    jobs.looks("county")
    jobs.ring("county")
    assert live.llen("rq:queue:ring") == 2, "what has changed since the look began is looked at"


def test_a_hint_that_nobody_took_up_does_not_keep_later_ones_away_for_long(
    live: redis.Redis,
) -> None:
    jobs = wiring.rq_jobs(live)
    jobs.ring("county")
    assert 0 < live.pttl("wl:hint:county") <= 1000
