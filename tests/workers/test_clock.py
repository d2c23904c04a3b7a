"""The clock does what it is there for as soon as it starts."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import cast

from workers._house import WorkHouse
from workers.clock import run


@dataclass
class Sweeper:
    """Notes what it is asked for; the last of it ends the clock."""

    stop: threading.Event
    asked: list[str] = field(default_factory=list)

    def sweep(self) -> None:
        self.asked.append("sweep")

    def forget(self) -> None:
        self.asked.append("forget")

    def look_for_leftovers(self) -> None:
        self.asked.append("look for leftovers")

    def tidy(self) -> None:
        self.asked.append("tidy")

    def compact(self) -> None:
        self.asked.append("compact")
        self.stop.set()


def test_it_sweeps_forgets_and_tidies_up() -> None:
    sweeper = Sweeper(threading.Event())
    house = SimpleNamespace(
        sweeper=sweeper,
        pulse=SimpleNamespace(beat=lambda: sweeper.asked.append("beat")),
        selftest=SimpleNamespace(tonight=lambda: sweeper.asked.append("test calls")),
    )
    run(cast("WorkHouse", house), sweeper.stop)
    every_few_seconds = ["sweep", "beat", "forget", "test calls"]
    assert sweeper.asked == [*every_few_seconds, "look for leftovers", "tidy", "compact"]


def test_a_look_that_fails_does_not_stop_the_clock() -> None:
    stop = threading.Event()
    looks: list[int] = []

    def fails_twice() -> None:
        looks.append(1)
        if len(looks) < 3:
            raise KeyError("a bug")
        stop.set()

    house = SimpleNamespace(sweeper=SimpleNamespace(sweep=fails_twice))
    run(cast("WorkHouse", house), stop)
    assert len(looks) == 3
