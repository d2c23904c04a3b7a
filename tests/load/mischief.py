"""Killing what runs, at random, from outside: as a full disk, a bad cable or an operator would."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import redis

from tests.load.house import House
from warmline.running import run_folder, store_folder


def holder(lock: Path) -> int | None:
    """Who holds a process's lock, as it wrote itself down there."""
    try:
        return int(lock.read_text() or 0) or None
    except (FileNotFoundError, ValueError):
        return None


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    return [child for child, parent in parents().items() if parent == pid]


def parents() -> dict[int, int]:
    """Who started whom, of all processes."""
    if not Path("/proc/self/stat").exists():
        listing = ["ps", "-A", "-o", "pid=,ppid="]
        listed = subprocess.run(listing, capture_output=True, text=True, check=True)
        return {int(one): int(by) for one, by in map(str.split, listed.stdout.splitlines())}
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        # It may have ended since it was listed. Its name may hold spaces and brackets.
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            found[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    return found


@dataclass
class Mischief:
    """What happens to the processes of a house, and when it did."""

    house: House
    rng: random.Random
    done: Counter[str] = field(default_factory=Counter)
    flushed: list[float] = field(default_factory=list)
    cut: list[float] = field(default_factory=list)
    """When a web process was killed, with whatever it was answering."""
    missed: int = 0
    """Kills that found nobody: the process was down already."""

    def planned(self, seconds: float) -> list[tuple[float, Callable[[], None]]]:
        """Everything that is to happen in so many seconds, in order."""
        rng = self.rng
        often: list[tuple[Callable[[], None], float]] = [
            (self.a_ring_worker, 5),
            (self.a_web_worker, 9),
            (self.the_other_worker, 20),
            (self.the_clock, 20),
        ]
        plan = [
            (rng.uniform(0.08, 0.95) * seconds, what)
            for what, every in often
            for _ in range(max(1, round(seconds / every)))
        ]
        # Never in one moment: each is to be seen by itself, and in any order.
        thirds = [0.2, 0.45, 0.7]
        rng.shuffle(thirds)
        for third, what in zip(
            thirds, (self.the_store, self.everything_live, self.the_web), strict=True
        ):
            plan.append((seconds * (third + rng.uniform(0, 0.15)), what))
        return sorted(plan, key=lambda planned: planned[0])

    def a_ring_worker(self) -> None:
        """One that rings phones."""
        folder = run_folder(self.house.folder)
        self._kill("ring workers", holder(self.rng.choice(sorted(folder.glob("ring-*.lock")))))

    def the_other_worker(self) -> None:
        """The one for everything that no caller waits for."""
        self._kill("other workers", self._process("other"))

    def the_clock(self) -> None:
        """The one that looks at deadlines."""
        self._kill("clocks", self._process("clock"))

    def a_web_worker(self) -> None:
        """One that answers the provider."""
        web = self._process("web")
        found = children(web) if web else []
        self._kill("web workers", self.rng.choice(found) if found else None)

    def the_web(self) -> None:
        """The one that all web workers come from."""
        self._kill("web servers", self._process("web"))

    def the_store(self) -> None:
        """Valkey."""
        self._kill("stores", holder(store_folder(self.house.folder) / "store.lock"))

    def everything_live(self) -> None:
        """Calls, offers, supporters, jobs, workers: nothing of them is remembered."""
        with redis.Redis.from_url(self.house.redis_url) as connection:
            try:
                connection.flushall()
            except redis.ConnectionError:
                self.missed += 1
                return
        self.flushed.append(self.house.emulator.now)
        self.done["stores emptied"] += 1

    def _process(self, name: str) -> int | None:
        return holder(run_folder(self.house.folder) / f"{name}.lock")

    def _kill(self, what: str, pid: int | None) -> None:
        # A lock may still name one that is gone, and its number may be somebody else's by now.
        ours = children(self.house.pid)
        if pid is None or pid not in {*ours, *(child for one in ours for child in children(one))}:
            self.missed += 1
            return
        if what.startswith("web"):
            self.cut.append(self.house.emulator.now)
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            self.missed += 1
        else:
            self.done[what] += 1
