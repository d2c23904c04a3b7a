"""`make chaos`: fifty calls while everything that can break does. Prints what was survived.

The warmline's real processes are killed at random, its store is killed once and emptied once, the
provider fails a fifth of our requests and loses, repeats, delays and shuffles its reports. Then
the weather clears, and every promise is looked at from outside: at the telephones, as the emulator
shows them, and in the stores once everybody has hung up.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.load import traces, verdict
from tests.load.house import House, line_toml, number, running
from tests.load.mischief import Mischief
from tests.load.people import Caller, Moody
from tests.load.promised import Asks, are_called, dead_house
from warmline.demo.stage import CRISIS
from warmline.emulator import Faults, PhoneCall, behaviours

SUPPORTERS = 20
ASKING = 5
"""Callers who ask to be called back, all of them in the first half of the storm."""
CALLED_WITHIN = 75.0
"""Seconds for calls back once nobody waits: thirty after the caller hung up, then one by one."""
STORM = Faults(lose=0.2, repeat=0.2, delay=(0.0, 1.5), shuffle=True, rest_failure=0.2)
CALM = 14.0
"""Seconds of good weather before those who stayed on are asked how they are."""
DUST = 24.0
"""Seconds in which everything must have come to its end once everybody has hung up."""
TICK = 0.1
LIMITS = "wrap_up_minutes = 0\nlong_wrap_up_minutes = 0\ncalls_per_shift = 30"
"""Nobody rests: twenty supporters are to take many calls in a minute."""


class Evening:
    """One run."""

    def __init__(self, house: House, calls: int, seconds: float, rng: random.Random) -> None:
        """`calls` in flight for `seconds`."""
        self.house = house
        self.emulator = house.emulator
        self.seconds = seconds
        self.mischief = Mischief(house, rng)
        self.verdict = verdict.Verdict()
        self.most = 0
        self.supporters = [number(1 + n) for n in range(SUPPORTERS)]
        for each in self.supporters:
            self.emulator.handset(each).behaviour = Moody(random.Random(rng.random()))
        self.emulator.handset(CRISIS).behaviour = behaviours.Answers(2.0)
        now = self.emulator.now
        self.callers = [
            Caller(self.emulator, n, random.Random(rng.random()), now + rng.uniform(0, seconds / 4))
            for n in range(calls)
        ]
        self.asking = [
            Asks(self.emulator, n, now + rng.uniform(0, seconds / 2)) for n in range(ASKING)
        ]
        self._plan = self.mischief.planned(seconds)

    def storm(self) -> None:
        """Everybody calls, everything breaks."""
        self.emulator.faults = STORM
        began = time.monotonic()
        while (past := time.monotonic() - began) < self.seconds:
            while self._plan and self._plan[0][0] <= past:
                self._plan.pop(0)[1]()
            self._people(rings=True)
        self.emulator.faults = Faults()

    def calm(self) -> Counter[str]:
        """The weather is good, nobody rings any more; how those who stayed on are then."""
        until = time.monotonic() + CALM
        while time.monotonic() < until:
            self._people(rings=False)
        self.engaged = sum(self.emulator.handset(each).engaged for each in self.supporters)
        found: Counter[str] = Counter()
        for call in self._on_the_line():
            where = verdict.where_they_are(call)
            found[where] += 1
            if where == "lost":
                self.verdict.wrong.append(f"lost: {self.told(call.handset.number)}")
        return found

    def dust(self) -> None:
        """Everybody hangs up, and all of it must come to its end."""
        self._all_hang_up()
        stores = verdict.Stores(self.house)
        for each in self.supporters:
            self.emulator.handset(each).behaviour = behaviours.Answers(2.0, keys=[(3.0, "1")])
        try:
            self.verdict.wrong += are_called(
                self.asking, self.mischief.flushed, stores.look_at_lines, CALLED_WITHIN
            )
            self._all_hang_up()
            self._settle(stores)
        finally:
            stores.close()
        self._telephones()

    def _all_hang_up(self) -> None:
        for handset in self.emulator.handsets():
            for call in handset.calls[-1:]:
                call.hang_up()

    def traces(self) -> None:
        """Nothing of a caller's number is left, nor of a supporter's outside its seal."""
        numbers = [one.handset.number for one in self.callers] + self.supporters
        numbers += [one.handset.number for one in self.asking]
        left = traces.left(self.house, numbers, self.mischief.cut)
        self.verdict.wrong += [f"a number is left in: {place}" for place in sorted(set(left))]

    def _settle(self, stores: verdict.Stores) -> None:
        until = time.monotonic() + DUST
        time.sleep(4)  # the last reports are on their way
        while (stuck := stores.stuck()) and time.monotonic() < until:
            stores.hurry()
            time.sleep(1)
        self.verdict.wrong += stuck
        since = max(self.mischief.flushed, default=0.0)
        theirs = {call.sid for caller in self.callers for _, call in caller.plans}
        known = theirs & verdict.surely_known(self.emulator.requests, since)
        self.verdict.wrong += stores.uncounted(known)
        self.counted, self.known, self.failed_jobs = stores.rows(), len(known), stores.failed_jobs()
        records = len(stores.hashes("call")) - stores.tried_again_later()
        if self.counted < records:
            self.verdict.wrong.append(f"{self.counted} rows of {records} calls")

    def _telephones(self) -> None:
        self.verdict.wrong += [
            f"{call.handset.number} is still on the phone\n{self.told(call.handset.number)}"
            for handset in self.emulator.handsets()
            for call in handset.calls
            if call.state != "ended"
        ]
        for caller in self.callers:
            for _, call in caller.plans:
                ended, wrong = verdict.how_it_ended(call, self.emulator.requests)
                self.verdict.ends[ended] += 1
                if wrong:
                    self.verdict.wrong.append(f"{wrong}\n{self.told(call.handset.number)}")
        self.talks, wrong_bridges = verdict.bridges(self.emulator.transcript, self.supporters)
        self.verdict.wrong += wrong_bridges
        numbers = [caller.handset.number for caller in self.callers]
        ours, self.excused = verdict.silences(self.emulator, numbers)
        for span in ours:
            told = self.told(span.number, span.start - 15, span.end + 5)
            self.verdict.wrong.append(
                f"{span.number} heard nothing ({span.kind}) for {span.seconds:.1f} s\n{told}"
            )

    def told(self, who: str, since: float = 0.0, until: float = float("inf")) -> str:
        """The end of somebody's evening, as it was heard and asked for."""
        start = self.emulator.transcript[0].at
        sids = {call.sid for call in self.emulator.handset(who).calls}
        lines = [
            (e.at, f"{e.what} {e.detail[:80]}")
            for e in self.emulator.transcript
            if e.who == who and since <= e.at <= until
        ]
        lines += [
            (r.at, f"  {r.kind} {r.url.partition('/call/')[2] or r.url} -> {r.status}")
            for r in self.emulator.requests
            if r.call_sid in sids and since <= r.at <= until
        ]
        return "\n".join(f"    {at - start:7.2f} {what}" for at, what in sorted(lines)[-30:])

    def _people(self, *, rings: bool) -> None:
        for caller in self.callers:
            caller.lives(rings=rings)
        for asking in self.asking if rings else ():
            asking.lives()
        self.most = max(self.most, len(self._on_the_line()))
        time.sleep(TICK)

    def _on_the_line(self) -> list[PhoneCall]:
        last = [caller.plans[-1][1] for caller in self.callers if caller.plans]
        return [call for call in last if call.state != "ended"]


def told(evening: Evening, stayed: Counter[str], survived: Callable[[str], None]) -> None:
    """Print what was survived."""
    emulator, mischief = evening.emulator, evening.mischief
    refused = sum(1 for r in emulator.rest_log if r.status in {0, 429, 500})
    unanswered = sum(1 for r in emulator.requests if not r.status)
    down = verdict.unanswered(emulator.requests)
    plans = Counter(meant.name for caller in evening.callers for meant, _ in caller.plans)
    survived("What happened")
    for what, times in sorted(mischief.done.items()):
        survived(f"  {times:4} {what}" + ("" if "emptied" in what else " killed (SIGKILL)"))
    survived(f"  {refused:4} of {len(emulator.rest_log)} requests to the provider failed")
    survived(f"  {unanswered:4} of {len(emulator.requests)} requests of the provider got no answer")
    longest = max((end - start for start, end in down), default=0.0)
    survived(f"       the longest time around such requests: {longest:.1f} s")
    survived(f"  {evening.failed_jobs:4} jobs ended in an error, each only a hint")
    survived(f"Who called: {sum(plans.values())} calls, {evening.most} at once at most")
    for name, times in plans.most_common():
        survived(f"  {times:4} {name}")
    survived(f"  {evening.talks:4} talks with a supporter began")
    kept = [one for one in evening.asking if one.promised_at]
    survived(f"  {len(kept):4} of {ASKING} who asked for it were promised a call back")
    survived(f"  {sum(one.was_called for one in kept):4} of them were called")
    survived(f"  {sum(one.has_met for one in kept):4} of them met a peer")
    survived(
        f"  {len(emulator.alerts):4} requests were cut off, which the provider notes for 30 days"
    )
    survived("How their calls ended")
    for name, times in evening.verdict.ends.most_common():
        survived(f"  {times:4} {name}")
    survived("Those who stayed on, when the weather was good again")
    for name, times in stayed.most_common():
        survived(f"  {times:4} {name}")
    survived(f"  {evening.engaged:4} of {SUPPORTERS} supporters' phones rang or talked then")
    survived(f"  {len(evening.excused):4} silences over 10 s while no web process answered")
    survived(f"  {evening.known:4} calls that had to be counted, {evening.counted} rows")


def main() -> int:
    """One evening; 0 when every promise was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=50, help="callers at once")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long things break")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    chosen = parser.parse_args()
    print(
        f"{chosen.calls} callers, {SUPPORTERS} supporters, {chosen.seconds:g} s, seed {chosen.seed}"
    )
    toml = line_toml(SUPPORTERS, first_wave=1, wave_every=10, limits=LIMITS)
    with (
        tempfile.TemporaryDirectory(prefix="warmline-chaos-") as name,
        running(Path(name), toml) as house,
    ):
        evening = Evening(house, chosen.calls, chosen.seconds, random.Random(chosen.seed))
        evening.storm()
        stayed = evening.calm()
        evening.dust()
        evening.traces()
        told(evening, stayed, print)
        evening.verdict.wrong += dead_house(house)
        print("At last everything was killed at once; whoever dialled was told of 988")
        wrong = evening.verdict.wrong
        print(f"{len(wrong)} promises broken" if wrong else "Every promise was kept.")
        for one in wrong:
            print(f"- {one}")
        if wrong:
            print((Path(name) / "serve.log").read_text()[-6000:], file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
