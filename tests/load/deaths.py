"""What a caller hears, and when a phone rings, after a process was killed or the store froze."""

from __future__ import annotations

import os
import random
import signal
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.load.house import House, line_toml, number, running
from tests.load.mischief import Mischief, holder
from tests.load.table import Broken, Row, within
from warmline.demo.stage import LINE
from warmline.emulator import PhoneCall, behaviours
from warmline.running import store_folder

SUPPORTERS = 20
SOON = 5.0
SENTENCE = 1.2


def until(holds: Callable[[], bool], seconds: float, what: str) -> float:
    """Seconds until something holds."""
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > seconds:
            raise Broken(f"{what}: not within {seconds:g} s")
        time.sleep(0.005)
    return time.monotonic() - began


class Evening:
    """One house; callers one after another."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.mischief = Mischief(house, random.Random(1))
        self._callers = count(200)
        for n in range(SUPPORTERS):
            house.emulator.handset(number(1 + n)).behaviour = behaviours.Ignores()

    def listens(self) -> PhoneCall:
        """A caller hears the first menu."""
        call = self.house.emulator.handset(number(next(self._callers))).dial(LINE)
        until(lambda: call.gather_open, 15, "the greeting")
        time.sleep(0.5)
        return call

    def rung(self) -> int:
        """How many phones have been asked for."""
        log = self.house.emulator.rest_log
        return sum(r.method == "POST" and r.path.endswith("/Calls.json") for r in log)

    def next_phone(self, kill: Callable[[], None]) -> float:
        """Seconds from a death, and a caller's 1 at that moment, to the next phone."""
        call, before = self.listens(), self.rung()
        done = sum(self.mischief.done.values())
        kill()
        if sum(self.mischief.done.values()) == done:
            raise Broken("nothing was killed")
        call.press("1")
        took = until(lambda: self.rung() > before, 30, "the next phone")
        call.hang_up()
        time.sleep(1.5)  # what was killed is there again before the next one dies
        return took

    def sentence(self) -> float:
        """Seconds from a key to a spoken sentence while the store is frozen."""
        call = self.listens()
        pid = holder(store_folder(self.house.folder) / "store.lock")
        if pid is None:
            raise Broken("no store")
        os.kill(pid, signal.SIGSTOP)
        try:
            heard = len(call.heard)
            call.press("1")
            took = until(lambda: any(h.kind == "say" for h in call.heard[heard:]), 20, "a sentence")
        finally:
            os.kill(pid, signal.SIGCONT)
        call.hang_up()
        time.sleep(1.0)
        return took


def measure(rounds: int) -> list[Row]:
    """Each process once, the frozen store in every round."""
    with tempfile.TemporaryDirectory(prefix="warmline-bench-") as name:
        toml = line_toml(SUPPORTERS, first_wave=1, wave_every=60)
        with running(Path(name), toml) as house:
            evening = Evening(house)
            kills = {
                "a ring worker": evening.mischief.a_ring_worker,
                "the other worker": evening.mischief.the_other_worker,
                "the clock": evening.mischief.the_clock,
                "a web worker": evening.mischief.a_web_worker,
                "the web server": evening.mischief.the_web,
                "the store": evening.mischief.the_store,
            }
            rows = [
                within(f"SIGKILL to {what}: the next phone rings", evening.next_phone(kill), SOON)
                for what, kill in kills.items()
            ]
            frozen = [evening.sentence() for _ in range(rounds)]
    middle = statistics.median(frozen)
    rows.append(within("the store frozen: a spoken sentence (median)", middle, SENTENCE))
    return [*rows, Row("the store frozen: a spoken sentence (worst)", f"{max(frozen):.2f} s")]
