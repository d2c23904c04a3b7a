"""`make load`: 500 callers at once, 20 new ones a second, 200 supporters; is every promise kept?

The whole warmline as real processes on this machine, and the emulator in Twilio's place on the
same machine: it has to hold 700 telephones, and its share of the processors is told.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import redis

from tests.load import promises, verdict
from tests.load.house import House, line_toml, number, running
from tests.load.mischief import parents
from tests.load.table import quantile
from warmline.demo.stage import CRISIS, LINE
from warmline.emulator import PhoneCall, behaviours

SUPPORTERS = 200
LIMITS = "wrap_up_minutes = 0\nlong_wrap_up_minutes = 0\ncalls_per_shift = 30"
"""Nobody rests: two hundred supporters are to take all calls of these minutes."""
TICK = 0.1
PATIENCE = 1.0
"""Seconds between two looks at what the processes cost."""
DUST = 30.0
"""Seconds in which everything must have come to its end once everybody has hung up."""
AFTER = "or just hang up"
"""Stands in what a supporter hears after a talk."""
SHORT = 10.0
"""A silence that is longer than this is a broken promise; the longest is printed anyway."""


class Costs:
    """What the processes of the house, and we, have used of the processors and of memory."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._began = self._used()
        self._since = time.monotonic()

    def _tree(self) -> Iterator[int]:
        family = parents()
        near = {self._house.pid}
        while near:
            yield from near
            near = {child for child, parent in family.items() if parent in near}

    def _used(self) -> dict[str, float]:
        """Seconds of processor time: of the house, and of this process, which is the provider."""
        tick = os.sysconf("SC_CLK_TCK")
        ours = 0.0
        for pid in self._tree():
            stat = Path(f"/proc/{pid}/stat")
            if stat.exists():
                words = stat.read_text().rpartition(")")[2].split()
                ours += sum(map(int, words[11:15])) / tick
        mine = os.times()
        return {"the warmline": ours, "the emulator and the callers": mine.user + mine.system}

    def shares(self) -> dict[str, float]:
        """Processors used since the beginning, by whom."""
        took = time.monotonic() - self._since
        now = self._used()
        return {who: (now[who] - self._began[who]) / took for who in now}

    def resident(self) -> float:
        """Megabytes that the house's processes hold together, shared pages counted once."""
        found = [Path(f"/proc/{pid}/smaps_rollup") for pid in self._tree()]
        lines = [line for one in found if one.exists() for line in one.read_text().splitlines()]
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Crowd:
    """One run: callers arrive at a steady pace, talk, hang up, and others take their place."""

    def __init__(self, house: House, most: int, pace: float, seconds: float, seed: int) -> None:
        self.house, self.emulator = house, house.emulator
        self.most, self.pace, self.seconds = most, pace, seconds
        self.rng = random.Random(seed)
        self.supporters = [number(1 + n) for n in range(SUPPORTERS)]
        for each in self.supporters:
            keys = [(self.rng.uniform(3, 6), "1")]
            self.emulator.handset(each).behaviour = behaviours.Answers(
                self.rng.uniform(2, 6), keys=keys
            )
        self.emulator.handset(CRISIS).behaviour = behaviours.Answers(2.0)
        self.calls: list[PhoneCall] = []
        self.waits: list[float] = []
        self.highest = 0
        self.jobs: list[int] = []
        self.verdict = verdict.Verdict()
        self._free = [number(1 + SUPPORTERS + n) for n in range(most + 100)]
        self._live: dict[str, tuple[PhoneCall, float, float]] = {}
        self._pressed: set[str] = set()
        self._talks: dict[str, float] = {}
        self._next = 0.0
        self.ringing = promises.Ringing(self.emulator, self.supporters)

    def run(self) -> None:
        """Until the time is over."""
        store = redis.Redis.from_url(self.house.redis_url)
        began = time.monotonic()
        looked = 0.0
        while (past := time.monotonic() - began) < self.seconds:
            self._arrive(past)
            self._go_on()
            if past - looked > PATIENCE:
                looked = past
                self.jobs.append(int(store.llen("rq:queue:ring")))
                self.ringing.look(store, "county")
            time.sleep(TICK)
        store.close()

    def _arrive(self, past: float) -> None:
        while self._next <= past:
            self._next += 1 / self.pace
            if len(self._live) < self.most and self._free:
                who = self._free.pop(0)
                call = self.emulator.handset(who).dial(LINE)
                talks = self.rng.uniform(8, 20)
                self._live[who] = (call, self.rng.uniform(1, 6), talks)
                self.calls.append(call)
        self.highest = max(self.highest, len(self._live))

    def _go_on(self) -> None:
        now = self.emulator.now
        for who, (call, presses, talks) in list(self._live.items()):
            if call.state == "ended":
                del self._live[who]
                self._free.append(who)
                continue
            if call.state != "in-progress":
                continue
            since = now - (call.answered_at or now)
            if call.sid not in self._pressed and since > presses:
                self._pressed.add(call.sid)
                call.press("1")
            if call.talking_with and call.sid not in self._talks:
                self._talks[call.sid] = now
                self.waits.append(since - presses)
            if call.sid in self._talks and now - self._talks[call.sid] > talks:
                call.hang_up()

    def dust(self) -> None:
        """Everybody hangs up, and all of it must come to its end."""
        for call, _, _ in self._live.values():
            call.hang_up()
        stores = verdict.Stores(self.house)
        try:
            time.sleep(3)
            until = time.monotonic() + DUST
            while (stuck := stores.stuck()) and time.monotonic() < until:
                self._supporters_go()
                stores.hurry()
                time.sleep(1)
            self.verdict.wrong += stuck[:20]
            self.rows = stores.rows()
            self.failed = stores.failed_jobs()
            self._promises(stores)
        finally:
            stores.close()
        known = len(verdict.surely_known(self.emulator.requests, 0))
        if self.rows < known:
            self.verdict.wrong.append(f"{self.rows} rows of {known} calls")
        self._telephones()

    def _supporters_go(self) -> None:
        """Whoever is asked how they are after a talk is fine, and hangs up as the sentence says."""
        for one in self.supporters:
            for call in self.emulator.handset(one).calls:
                if call.state == "in-progress" and call.heard and AFTER in call.heard[-1].text:
                    call.hang_up()

    def _promises(self, stores: verdict.Stores) -> None:
        self.verdict.wrong += self.ringing.wrong
        phones = {
            call.sid: call for one in self.supporters for call in self.emulator.handset(one).calls
        }
        legs = stores.hashes("leg")
        self.rang_on = promises.rings_on(legs, phones, self.emulator.transcript)
        self.verdict.wrong += [
            f"a phone rang on for {seconds:.1f} s after somebody else had accepted"
            for seconds in self.rang_on
            if seconds > promises.SILENT_AFTER
        ]
        callers = {call.handset.number for call in self.calls}
        with redis.Redis.from_url(self.house.redis_url) as store:
            self.verdict.wrong += promises.numbers_left(callers, store, self.house.folder)

    def _telephones(self) -> None:
        asked = self.emulator.requests
        for call in self.calls:
            ended, wrong = verdict.how_it_ended(call, asked)
            self.verdict.ends[ended] += 1
            self.verdict.wrong += [wrong] if wrong else []
        self.talks, wrong_bridges = verdict.bridges(self.emulator.transcript, self.supporters)
        self.verdict.wrong += wrong_bridges
        callers = {call.handset.number for call in self.calls}
        kinds = ("dead", "gather")
        self.silences = [s for s in self.emulator.dead_air(1.0, kinds) if s.number in callers]
        self.verdict.wrong += [
            f"{s.number} heard nothing ({s.kind}) for {s.seconds:.1f} s"
            for s in self.silences
            if s.seconds > SHORT
        ]


def main() -> int:
    """Let them call, and print how it went. The status is 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=500, help="simultaneous calls")
    parser.add_argument("--pace", type=float, default=20.0, help="new callers a second")
    parser.add_argument("--seconds", type=float, default=90.0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="warmline-load-") as name:
        toml = line_toml(SUPPORTERS, first_wave=2, wave_every=5, limits=LIMITS)
        with running(Path(name), toml) as house:
            crowd = Crowd(house, chosen.calls, chosen.pace, chosen.seconds, chosen.seed)
            costs = Costs(house)
            crowd.run()
            shares, memory = costs.shares(), costs.resident()
            crowd.dust()
            told(crowd, shares, memory)
            wrong = crowd.verdict.wrong
            print(f"{len(wrong)} promises broken" if wrong else "Every promise was kept.")
            for one in wrong[:40]:
                print(f"- {one}")
            if wrong:
                print((Path(name) / "serve.log").read_text()[-4000:])
    return 1 if wrong else 0


def told(crowd: Crowd, shares: dict[str, float], memory: float) -> None:
    """Print what was measured."""
    emulator = crowd.emulator
    pages = [r.seconds for r in emulator.requests if r.kind in {"voice", "wait"} and r.status]
    unanswered = Counter(r.kind for r in emulator.requests if not r.status)
    rung = sum(
        1 for r in emulator.rest_log if r.method == "POST" and r.path.endswith("/Calls.json")
    )
    print(f"{len(crowd.calls)} calls, {crowd.highest} at once at most, {crowd.pace:g} new a second")
    print(f"{len(crowd.waits)} answered; {rung} phones rung; {crowd.talks} talks of supporters")
    if crowd.waits:
        p50, p99 = quantile(crowd.waits, 0.5), quantile(crowd.waits, 0.99)
        print(f"from key 1 to the talk: p50 {p50:.1f} s, p99 {p99:.1f} s")
    p50, p99 = quantile(pages, 0.5) * 1000, quantile(pages, 0.99) * 1000
    print(f"pages as the provider sees them: p50 {p50:.0f} ms, p99 {p99:.0f} ms, {len(pages)}")
    print(f"requests without an answer: {dict(unanswered) or 'none'}")
    longest = max((s.seconds for s in crowd.silences), default=0.0)
    print(f"the longest silence a caller heard: {longest:.1f} s")
    print(
        f"nothing rang for somebody though a peer was free: {crowd.ringing.longest:.1f} s at most"
    )
    if crowd.rang_on:
        p50, worst = quantile(crowd.rang_on, 0.5), max(crowd.rang_on)
        print(f"other phones rang on for {p50:.2f} s (p50), {worst:.2f} s (at most)")
    print(f"ring jobs waiting: {statistics.median(crowd.jobs):.0f} (at most {max(crowd.jobs)})")
    print(f"jobs that ended in an error: {crowd.failed}")
    for who, used in shares.items():
        print(f"processors used by {who}: {used:.2f} of {os.cpu_count()}")
    print(f"memory of the warmline's processes: {memory:.0f} MB")
    for how, times in crowd.verdict.ends.most_common():
        print(f"  {times:5} {how}")


if __name__ == "__main__":
    raise SystemExit(main())
