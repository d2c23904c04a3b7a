"""What `make load` looks at beside how calls end: is a phone ringing for whoever waits (P6), do the
others fall silent (P7), and is nothing of a caller's number left (P9)?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import redis

from tests.leaks.search import everything_in, files_in
from warmline.emulator import Emulator, Event, PhoneCall

SILENT_AFTER = 1.0
"""Seconds in which the other phones fall silent once somebody has accepted."""
RINGS_AFTER = 4.0
"""Seconds for which nothing may ring for somebody who waits though somebody is free: a look at the
line, the way to the provider, and a second between two of our own looks."""
WRITTEN = re.compile(rb"(?<!\d)1?(\d{3})55501(\d\d)(?!\d)")
"""A number of the fictional ranges as a program writes it."""


class Ringing:
    """P6, looked at once a second from outside."""

    def __init__(self, emulator: Emulator, supporters: Collection[str]) -> None:
        self._emulator = emulator
        self._supporters = supporters
        self._alone: dict[str, float] = {}
        self.wrong: list[str] = []
        self.longest = 0.0

    def look(self, store: redis.Redis, line: str) -> None:
        """Who waits, for whom does nothing ring, and is anybody free?"""
        found: Any = store
        now = self._emulator.now
        busy = sum(self._emulator.handset(one).engaged for one in self._supporters)
        waiting = [call.decode() for call in found.zrange(f"wl:waiting:{line}", 0, -1)]
        alone = {call for call in waiting if not found.scard(f"wl:offers:{call}")}
        # Reserved is as good as engaged.
        reserved = sum(found.scard(f"wl:offers:{call}") for call in waiting)
        if busy + reserved >= len(self._supporters):
            alone.clear()
        self._alone = {call: self._alone.get(call, now) for call in alone}
        for call, since in self._alone.items():
            self.longest = max(self.longest, now - since)
            if now - since > RINGS_AFTER:
                self.wrong.append(f"nothing rang for {call} for {now - since:.1f} s")


def rings_on(
    legs: Mapping[str, Mapping[str, str]],
    phones: Mapping[str, PhoneCall],
    transcript: Iterable[Event],
) -> list[float]:
    """For how long each phone rang on once another had accepted the same caller (P7), in seconds.

    `legs` as the store has them, `phones` by the provider's id. Whoever has picked up in the
    meantime hears how the call went on, and is not counted.
    """
    ones = [event for event in transcript if event.what == "presses" and event.detail == "1"]
    pressed: defaultdict[str, list[float]] = defaultdict(list)
    for event in ones:
        pressed[event.who].append(event.at)
    of_call: defaultdict[str, list[Mapping[str, str]]] = defaultdict(list)
    for leg in legs.values():
        of_call[leg.get("call", "")].append(leg)
    late = []
    for together in of_call.values():
        rung = {leg["sid"]: phones[leg["sid"]] for leg in together if leg.get("sid") in phones}
        for taken in (leg for leg in together if leg.get("bridged") == "1"):
            mine = rung.get(taken.get("sid", ""))
            accepted = _accepted(mine, pressed) if mine is not None else None
            if mine is None or accepted is None:
                continue
            for other in rung.values():
                over = other.ended_at or float("inf")
                rang = other.began < accepted < over and other.answered_at is None
                late += [over - accepted] if other is not mine and rang else []
    return late


def _accepted(call: PhoneCall, pressed: Mapping[str, list[float]]) -> float | None:
    end = call.ended_at or float("inf")
    mine = (at for at in pressed[call.handset.number] if call.began < at < end)
    return next(mine, None)


def numbers_left(callers: Collection[str], store: redis.Redis, folder: Path) -> list[str]:
    """Where a caller's number is written (P9): the store's keys and values, every file."""
    digits = {one[-10:].encode() for one in callers}
    places = files_in(folder) | {"the store": everything_in(store)}
    return [
        f"a caller's number is written in {place}"
        for place, content in places.items()
        if any(area + b"55501" + end in digits for area, end in WRITTEN.findall(content))
    ]
