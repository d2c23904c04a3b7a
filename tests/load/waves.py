"""How long until somebody picks up: our waves, against ringing one by one. No phone rings."""

from __future__ import annotations

import heapq
import random
import statistics
from collections.abc import Callable

from tests.domain.test_matching import book, supporter
from tests.load.table import Row
from warmline.domain.line import Ringing
from warmline.domain.matching import Asked, Wanted, phones_at_once, survey, to_ring

PEERS = 4
PICKS_UP = 0.5
SECONDS = (3.0, 15.0)
"""Within which whoever picks up does so."""
EACH = 1000
"""Evenings in a round."""
LONGEST = 300.0
Wanted_at = Callable[[float], int]

LINES = book(*(supporter(f"peer-{n}") for n in range(PEERS)))
NOON = 1795543200.0
"""A moment at which all of them are on duty."""
WAVES = Ringing()


def evening(rng: random.Random, phones_at: Wanted_at) -> tuple[float, int]:
    """Seconds until the first picks up, and how many phones rang; who missed is rung once more."""
    asked: dict[str, Asked] = {}
    events: list[tuple[float, str, bool]] = []
    now, rang, again = 0.0, 0, False
    while now < LONGEST:
        rows = survey(LINES, {}, Wanted("en", asked=asked), NOON)
        ringing = sum(said is Asked.RINGING for said in asked.values())
        ready = to_ring(rows, Wanted("en", asked=asked), backups=True, second_round=again)
        ready = [who for who in ready if asked.get(who) is not Asked.RINGING]
        if not ready and not ringing:
            again = True
            asked = {} if all(said is Asked.GIVEN_UP for said in asked.values()) else asked
        for who in ready[: max(0, phones_at(now) - ringing)]:
            before = asked.get(who)
            asked[who] = Asked.RINGING
            rang += 1
            picks_up = rng.random() < PICKS_UP
            seconds = rng.uniform(*SECONDS) if picks_up else WAVES.ring_seconds
            heapq.heappush(events, (now + seconds, who, picks_up))
            if before is Asked.MISSED:
                again = True
        next_wave = now + WAVES.wave_every - now % WAVES.wave_every
        if events and events[0][0] <= next_wave:
            now, who, picks_up = heapq.heappop(events)
            if picks_up:
                return now, rang
            asked[who] = Asked.MISSED
        else:
            now = next_wave
    return LONGEST, rang


def measure(rounds: int) -> list[Row]:
    """Both ways with the same luck."""
    ours: list[tuple[float, ...]] = []
    theirs: list[tuple[float, ...]] = []
    for n in range(rounds):
        for way, kept in (
            (lambda past: phones_at_once(WAVES, 0.0, past), ours),
            (lambda _: 1, theirs),
        ):
            rng = random.Random(n)
            found = [evening(rng, way) for _ in range(EACH)]
            kept.append(tuple(statistics.mean(column) for column in zip(*found, strict=True)))
    seconds, phones = (statistics.median(column) for column in zip(*ours, strict=True))
    alone_seconds, alone_phones = (
        statistics.median(column) for column in zip(*theirs, strict=True)
    )
    quick, many = seconds / alone_seconds, phones / alone_phones
    return [
        Row(
            "simulated: mean time to an answer (floor: one by one)",
            f"{seconds:.1f} s",
            f"{alone_seconds:.1f} s",
            f"{quick:.2f}x",
            "<= 0.45x",
            quick <= 0.45,
        ),
        Row(
            "simulated: phones rung for it",
            f"{phones:.1f}",
            f"{alone_phones:.1f}",
            f"{many:.2f}x",
            "<= 2x",
            many <= 2,
        ),
    ]
