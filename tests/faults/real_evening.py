"""People on the phone with a warmline of real processes, in real time.

Nothing here asserts how long anything takes, only that it comes, within what callers would bear.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.load import verdict
from tests.load.house import House, number
from warmline.demo.stage import LINE
from warmline.emulator import PhoneCall

PATIENCE = 60.0
"""Seconds that somebody waits for something before the test gives up."""
LIMITS = "wrap_up_minutes = 0\nlong_wrap_up_minutes = 0\ncalls_per_shift = 30\n"
"""Nobody rests: a few supporters are to take several calls in a minute."""


@dataclass
class Evening:
    """A house with some people on the phone."""

    house: House

    def __post_init__(self) -> None:
        self.emulator = self.house.emulator

    def until(self, holds: Callable[[], object], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"{what}\n{self.told()}"
            time.sleep(0.05)

    def told(self) -> str:
        start = self.emulator.transcript[0].at if self.emulator.transcript else 0.0
        events = self.emulator.transcript[-40:]
        heard = [f"{e.at - start:7.2f} {e.who} {e.what} {e.detail[:70]}" for e in events]
        log = (self.house.folder / "serve.log").read_text()[-3000:]
        return "\n".join([*heard, log])

    def rings(self, supporter: int) -> PhoneCall | None:
        return self.emulator.ringing(number(1 + supporter))

    def caller(self, index: int) -> PhoneCall:
        """Somebody dials the line and presses 1."""
        call = self.emulator.handset(number(100 + index)).dial(LINE)
        self.until(lambda: any(h.kind == "say" for h in call.heard), "the line answers")
        call.press("1")
        return call

    def takes(self, supporter: int) -> None:
        """A supporter whose phone rings picks up and presses 1."""
        self.until(lambda: self.rings(supporter), f"supporter {supporter}'s phone rings")
        call = self.rings(supporter)
        assert call is not None
        call.answer()
        self.until(lambda: any(h.kind == "say" for h in call.heard), "they hear the offer")
        call.press("1")

    def talks(self, call: PhoneCall, supporter: int) -> bool:
        return number(1 + supporter) in call.talking_with

    def everybody_hangs_up_and_nothing_is_left(self) -> None:
        for handset in self.emulator.handsets():
            for call in handset.calls:
                call.hang_up()
        stores = verdict.Stores(self.house)

        def over() -> bool:
            stores.hurry()
            return not stores.stuck()

        try:
            self.until(over, "nobody is busy, every call has ended and is counted")
        finally:
            stores.close()

    def nobody_was_left(self, *callers: PhoneCall) -> None:
        for call in callers:
            ended, wrong = verdict.how_it_ended(call, self.emulator.requests)
            assert (ended, wrong) == ("hung up themselves", ""), self.told()
        unanswered = [r for r in self.emulator.requests if not r.status]
        assert unanswered == [], "a request of the provider was lost"
