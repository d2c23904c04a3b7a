"""Finding and reserving one supporter among ten and among ten thousand, alone and in a crowd."""

from __future__ import annotations

import tempfile
import threading
import time
from collections import Counter
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import sample
from typing import Any, cast

import redis

from tests.domain.test_matching import book, supporter
from tests.load.table import Broken, Row, against, ms
from warmline import wiring
from warmline.adapters.clock import SystemClock
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.sealing import Sealer
from warmline.domain.call import Event
from warmline.domain.line import LineBook
from warmline.domain.matching import Wanted, survey
from warmline.embedded import EmbeddedStore
from warmline.ports import Jobs, Roster
from warmline.services.ringing import AT_ONCE, Ringing
from warmline.services.tools import Tools

FEW, MANY = 10, 10_000
EACH = 9
"""Looks at each size in a round, in turns, after the first."""
RESERVERS = 100
FOR_EACH = 2
"""Reservations of each of them in a round."""


class Noted:
    """Hints that nobody follows."""

    def __init__(self) -> None:
        self.rung: list[str] = []

    def dial(self, leg_id: str) -> None:
        """Note it."""
        self.rung.append(leg_id)

    def looks(self, line_id: str) -> None:
        """Nothing is asked for here."""


class OneBook:
    """A roster of one line."""

    def __init__(self, lines: LineBook) -> None:
        self._lines = lines

    def book(self, line_id: str) -> LineBook:
        """The line."""
        return self._lines


def peers(name: str, how_many: int) -> LineBook:
    """A line with so many supporters, all on duty."""
    lines = book(*(supporter(f"{name}-{n:05}") for n in range(how_many)))
    return replace(lines, line=replace(lines.line, id=name))


class Bench:
    """A judge with an empty store."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.connection = wiring.connect(url)
        self.calls = RedisCalls(self.connection, SystemClock(), Sealer("0" * 32))
        self._serial = count(1)

    def waits(self, line: str) -> str:
        """Somebody waits; their call's id."""
        call, _ = self.calls.open(
            sid=f"CA{next(self._serial):032}",
            line=line,
            language="en",
            number="+16505550100",
            is_open=True,
            avoid=(),
        )
        self.calls.move(call.id, Event.WANTS_PEER)
        return call.id

    def worker(self, lines: LineBook) -> Worker:
        """A worker that has not looked at the line yet."""
        return Worker(self, lines)

    def crowd(self, lines: LineBook) -> float:
        """Reservations a second by a hundred at once; nobody may be reserved twice."""
        self.connection.flushdb()
        calls = [self.waits(lines.line.id) for _ in range(RESERVERS * FOR_EACH)]
        rows = survey(lines, {}, Wanted("en"), time.time())[: 2 * len(calls)]
        taken: list[str] = []

        def reserve(mine: list[str]) -> None:
            judge = RedisCalls(wiring.connect(self.url), SystemClock(), Sealer("0" * 32))
            for call in mine:
                # As the floor does, at random: half of these are taken in the end.
                while not (legs := judge.reserve(call, 1, sample(rows, AT_ONCE))):
                    pass
                taken.extend(leg.supporter for leg in legs)

        took = _together(reserve, [calls[n::RESERVERS] for n in range(RESERVERS)])
        twice = [who for who, times in Counter(taken).items() if times > 1]
        if twice or len(taken) != len(calls):
            raise Broken(f"{len(twice)} were reserved twice, {len(taken)} reservations")
        return len(taken) / took

    def locked(self) -> float:
        """The floor: the same with redis-py's Lock around a look and a note."""
        self.connection.flushdb()
        self.connection.sadd("bench:free", *range(RESERVERS * FOR_EACH))

        def reserve(_: object) -> None:
            mine = redis.Redis.from_url(self.url)
            for _n in range(FOR_EACH):
                with mine.lock("bench:lock", timeout=10):
                    who: Any = mine.srandmember("bench:free")
                    mine.srem("bench:free", who)
                    mine.hset("bench:busy", who, "1")

        took = _together(reserve, [None] * RESERVERS)
        return RESERVERS * FOR_EACH / took


class Worker:
    """One process that rings phones for a line, as it goes on from look to look."""

    def __init__(self, bench: Bench, lines: LineBook) -> None:
        self.lines = lines
        self.waits = bench.waits
        self.calls = RedisCalls(bench.connection, SystemClock(), Sealer("0" * 32))
        self.judged = 0.0
        self._reserve = self.calls.reserve
        self.calls.reserve = self._timed  # type: ignore[method-assign]  # the same, and timed
        self.jobs = Noted()
        rest: dict[str, Any] = {"phones": None, "care": None, "patience": None}
        roster, hints = cast("Roster", OneBook(lines)), cast("Jobs", self.jobs)
        self.ringing = Ringing(Tools(self.calls, roster, jobs=hints, clock=SystemClock(), **rest))

    def _timed(self, call_id: str, want: int, candidates: Any) -> Any:
        began = time.perf_counter()
        legs = self._reserve(call_id, want, candidates)
        self.judged = time.perf_counter() - began
        return legs

    def look(self) -> tuple[float, float]:
        """Seconds of a whole look for one caller, and of the judge's reservation within it."""
        call = self.waits(self.lines.line.id)
        self.jobs.rung.clear()
        began = time.perf_counter()
        self.ringing.step(self.lines.line.id)
        took = time.perf_counter() - began
        if not self.jobs.rung:
            raise Broken(f"nobody of {len(self.lines.supporters)} was rung for {call}")
        self.calls.move(call, Event.LEFT)
        return took, self.judged


def _together(work: Any, shares: list[Any]) -> float:
    threads = [threading.Thread(target=work, args=(share,)) for share in shares]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return time.perf_counter() - began


def measure(rounds: int) -> list[Row]:
    """Few and many in turns, the crowd and the lock in turns."""
    few, many = peers("few", FEW), peers("many", MANY)
    looks: dict[str, list[list[float]]] = {"few": [], "many": []}
    judged: dict[str, list[list[float]]] = {"few": [], "many": []}
    first: dict[str, list[list[float]]] = {"few": [], "many": []}
    crowd, locked = [], []
    with (
        tempfile.TemporaryDirectory(prefix="warmline-bench-") as name,
        EmbeddedStore(Path(name) / "store") as store,
    ):
        bench = Bench(store.url)
        for _ in range(rounds):
            workers = {"few": bench.worker(few), "many": bench.worker(many)}
            for size, worker in workers.items():
                first[size].append([worker.look()[0]])
            taken = [{size: worker.look() for size, worker in workers.items()} for _ in range(EACH)]
            for size in workers:
                looks[size].append([one[size][0] for one in taken])
                judged[size].append([one[size][1] for one in taken])
            bench.connection.flushdb()
            crowd.append([1 / bench.crowd(many)])
            locked.append([1 / bench.locked()])
    rows = against(
        "a look for one caller, 10,000 on duty (floor: 10)", looks["many"], looks["few"], (0.5, 2.0)
    )
    rows += against("the first look of a new worker", first["many"], first["few"], (0.5, None))
    rows += against("the judge's reservation within it", judged["many"], judged["few"], (0.5, 2.0))
    ours, theirs = sorted(crowd)[len(crowd) // 2][0], sorted(locked)[len(locked) // 2][0]
    rows.append(
        Row(
            "100 reserve at once, none twice (floor: redis-py's Lock)",
            f"{1 / ours:.0f}/s",
            f"{1 / theirs:.0f}/s",
            f"{theirs / ours:.1f}x",
            ">= 3x",
            theirs / ours >= 3,
        )
    )
    return [*rows, Row("one of them, on average", ms(ours))]
