"""Very many call at once: machines, most likely, and two people among them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from warmline.demo.stories._story import COORDINATOR, PHONES, line_toml, story
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.stage import Stage
    from warmline.emulator.phones import PhoneCall

AREAS: Final = ("415", "510", "408")
EVERY: Final = 0.3
"""Seconds between two machines that call: two hundred a minute."""
STAY: Final = 60.0
"""Seconds after which a machine gives up."""
MOST: Final = 3
LITTLE: Final = f"""
[flood]
callers_waiting = 6
offers_in_ten_minutes = {MOST}
"""


class Machines:
    """Phones that dial one after the other. Every third presses 1; the others say nothing."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._on: deque[tuple[float, PhoneCall]] = deque()
        self.dialed = 0

    def dial(self, seconds: float) -> None:
        """Two hundred a minute for so long; each gives up after a minute."""
        until = self._stage.second + seconds
        while self._stage.second < until:
            number = f"+1{AREAS[self.dialed // 100]}55501{self.dialed % 100:02}"
            call = self._stage.emulator.handset(number).dial("+16505550100")
            self._on.append((self._stage.second + STAY, call))
            self.dialed += 1
            self._stage.wait(EVERY)
            if self.dialed % 3 == 0:
                call.press("1")
            self._give_up(self._stage.second)

    def all_give_up(self) -> None:
        """The last of them gives up after a minute, too."""
        while self._on:
            self._stage.wait(1)
            self._give_up(self._stage.second)

    def _give_up(self, now: float) -> None:
        while self._on and self._on[0][0] <= now:
            self._on.popleft()[1].hang_up()


@story(
    "25",
    "Two hundred calls a minute",
    line_toml("River", "Sage", "Juniper", "Willow", extra=LITTLE),
)
def two_hundred_calls_a_minute(stage: Stage) -> None:
    """Two people call among them. They hear the truth and are taken in; nobody is worn out."""
    for alias in PHONES:
        # Everybody takes what comes, hears nobody, and puts the phone down after a while.
        stage.supporter(alias).handset.behaviour = behaviours.Answers(
            3.0, keys=[(2.0, "1")], hang_up_after=20.0
        )
    machines = Machines(stage)
    machines.dial(15)
    stage.check(stage.calls.in_flood("county"), "the line knows that very many call")
    before = [len(stage.supporter(alias).handset.calls) for alias in PHONES]
    machines.dial(10)
    one = stage.caller("+16505550150", "One who means it").dials()
    machines.dial(10)
    two = stage.caller("+16505550151", "Another who means it").dials()
    machines.dial(10)
    one.hears("flood-sorry", within=30)
    one.presses("1")
    two.presses("9")
    two.hears("crisis-door")
    machines.dial(15)
    stage.check(machines.dialed >= 195, "about two hundred machines have called in a minute")
    two.presses("*")
    two.presses("1")
    one.hears("waiting-ringing", within=120, phones=0)
    two.hears("waiting-ringing", within=120, phones=0)
    machines.all_give_up()
    rung = [
        len(stage.supporter(alias).handset.calls) - so_far
        for alias, so_far in zip(PHONES, before, strict=True)
    ]
    stage.check(max(rung) <= MOST, f"nobody's phone has rung more than {MOST} times")
    for alias in PHONES:
        stage.supporter(alias).handset.behaviour = behaviours.Answers(3.0, keys=[(2.0, "1")])
    stage.until(
        lambda: bool(one.call.talking_with and two.call.talking_with),
        900,
        "when the supporters have rested both who mean it have a peer",
    )
    one.hangs_up()
    two.hangs_up()
    stage.wait(20 * 60)
    stage.check(not any(map(stage.busy, PHONES)), "every supporter is free again")
    stage.check(not stage.calls.waiting("county"), "nobody waits any more")
    told = [one.body for one in stage.emulator.handset(COORDINATOR).messages]
    words = [stage.words.text(name, "en").plain for name in ("text-flood", "text-flood-over")]
    stage.check(
        [body for body in told if body in words] == words,
        "the coordinator was told once that very many called, and once that it is over",
    )
