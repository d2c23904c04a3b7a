"""Callers and supporters with minds of their own, for an evening on which everything breaks."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.load.house import number
from warmline.demo.stage import LINE
from warmline.emulator import Emulator, PhoneCall, behaviours

PAUSE = (0.5, 2.5)
"""Seconds until somebody whose call is over rings the line again."""


@dataclass(frozen=True)
class Plan:
    """What a caller means to do. Keys stand with the seconds after which they are pressed."""

    name: str
    keys: tuple[tuple[float, str], ...] = ()
    """From the first word they hear."""
    talk_keys: tuple[tuple[float, str], ...] = ()
    """From the first word with a peer."""
    talks: float | None = None
    """Seconds of talk after which they hang up; None: they stay."""
    patience: float | None = None
    """Seconds after which they hang up without having talked; None: they stay."""


def plan(rng: random.Random) -> Plan:
    """What the next caller means to do."""
    soon, talks = rng.uniform(1, 5), rng.uniform(4, 16)
    at_the_door = ((soon, "1"), (soon + 6, "9"), (soon + 13, "1"))
    kinds = (
        (34, Plan("presses 1 and talks", ((soon, "1"),), talks=talks)),
        (10, Plan("says nothing, and talks", talks=talks)),
        (12, Plan("talks for as long as it takes", ((soon, "1"),))),
        (8, Plan("presses 9 while waiting, goes to 988", at_the_door, talks=talks)),
        (6, Plan("goes to 988 at once", ((2, "9"), (9, "1")), talks=talks)),
        (6, Plan("looks at the door, comes back", ((2, "1"), (7, "9"), (10, "*")), talks=talks)),
        (8, Plan("presses star, goes on", ((soon, "1"),), ((3, "*"), (6, "1")), talks + 9)),
        (6, Plan("wants someone else", ((soon, "1"),), ((3, "*"), (6, "2")), talks + 9)),
        (4, Plan("listens to other places", ((2, "4"),), patience=20, talks=talks)),
        (8, Plan("hangs up while waiting", ((soon, "1"),), talks=talks, patience=3 + talks)),
    )
    return rng.choices([p for _, p in kinds], [weight for weight, _ in kinds])[0]


class Caller:
    """Somebody who rings the line, does what they mean to, and rings again."""

    def __init__(self, emulator: Emulator, index: int, rng: random.Random, first: float) -> None:
        """`first`: the moment at which they ring first."""
        self.handset = emulator.handset(number(100 + index))
        self.plans: list[tuple[Plan, PhoneCall]] = []
        self._rng = rng
        self._emulator = emulator
        self._next = first
        self._pressed: set[tuple[str, int]] = set()
        self._talks_since: float | None = None

    def lives(self, *, rings: bool) -> None:
        """One moment. With `rings` they ring (again); without, they go on as they are."""
        with self._emulator.engine.lock:
            now = self._emulator.now
            if not self.handset.engaged:
                if rings:
                    self._ring(now)
                return
            meant, call = self.plans[-1]
            if call.state == "in-progress":
                self._go_on(meant, call, now)

    def _ring(self, now: float) -> None:
        if self.plans and self._next <= (self.plans[-1][1].ended_at or 0):
            self._next = now + self._rng.uniform(*PAUSE)
        if now >= self._next:
            self._pressed, self._talks_since = set(), None
            self.plans.append((plan(self._rng), self.handset.dial(LINE)))

    def _go_on(self, meant: Plan, call: PhoneCall, now: float) -> None:
        if self._talks_since is None and call.talking_with:
            self._talks_since = now
        since = call.answered_at or now
        self._press("keys", meant.keys, call, now - since)
        if self._talks_since is None:
            if meant.patience is not None and now - since > meant.patience:
                call.hang_up()
            return
        self._press("talk", meant.talk_keys, call, now - self._talks_since)
        if meant.talks is not None and now - self._talks_since > meant.talks:
            call.hang_up()

    def _press(
        self, when: str, keys: tuple[tuple[float, str], ...], call: PhoneCall, past: float
    ) -> None:
        for index, (seconds, key) in enumerate(keys):
            if past >= seconds and (when, index) not in self._pressed:
                self._pressed.add((when, index))
                call.press(key)


class Moody(behaviours.Behaviour):
    """A supporter: mostly takes the call; passes, misses, or is cut off in the middle."""

    def __init__(self, rng: random.Random) -> None:
        """A mood of its own for each ring."""
        self._rng = rng

    def on_ring(self, call: PhoneCall) -> None:
        """Do now what is done today."""
        picks_up, presses = self._rng.uniform(1, 4), self._rng.uniform(2, 6)
        takes = [(presses, "1")]
        cut_off = presses + self._rng.uniform(4, 12)
        moods: tuple[tuple[int, behaviours.Behaviour], ...] = (
            (72, behaviours.Answers(picks_up, keys=takes)),
            (10, behaviours.Answers(picks_up, keys=takes, hang_up_after=cut_off)),
            (8, behaviours.Answers(picks_up, keys=[(presses, "2")])),
            (3, behaviours.Answers(picks_up, keys=[(presses, "5")])),
            (4, behaviours.Ignores()),
            (3, behaviours.Voicemail(after=8, records=5)),
        )
        self._rng.choices([mood for _, mood in moods], [weight for weight, _ in moods])[0].on_ring(
            call
        )
