"""What must be so after the worst evening, seen from the telephones and in the stores."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import redis

from tests.load.house import House
from warmline.demo.stage import CRISIS
from warmline.emulator import DeadAir, Emulator, Event, PhoneCall, WebRequest

DEAD_AIR = 10.0
LATER = ("rest", "alert", "refused", "callback")
"""Deadlines that outlive a call."""
NAMES_988 = ("nine eight eight", "nine, eight, eight")
APPLICATION_ERROR = "application error"
Span = tuple[float, float]


@dataclass
class Verdict:
    """What was found wrong, and what was counted."""

    wrong: list[str] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    """How callers' calls ended."""


def unanswered(requests: Iterable[WebRequest]) -> list[Span]:
    """When no web process answered: spans, joined where they touch.

    Either the provider got no answer at all, or it waited and nobody else got one meanwhile.
    """
    near = 1.0  # after a refusal nothing is asked again for a moment: this much is joined
    known = list(requests)
    answers = sorted(r.at for r in known if r.status)

    def nobody_got_one(since: float, until: float) -> bool:
        return bisect_left(answers, until - near / 2) <= bisect_right(answers, since + near / 2)

    asked = [
        (r.at - r.seconds - near, r.at + near)
        for r in known
        if not r.status or (r.seconds > 2 * near and nobody_got_one(r.at - r.seconds, r.at))
    ]
    spans: list[Span] = []
    for start, end in sorted(asked):
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def overlap(span: Span, others: Iterable[Span]) -> float:
    """Seconds of a span that lie in others."""
    return sum(max(0.0, min(span[1], end) - max(span[0], start)) for start, end in others)


def silences(emulator: Emulator, callers: Iterable[str]) -> tuple[list[DeadAir], list[DeadAir]]:
    """Long silences that callers heard: those of our making, and those while nobody answered."""
    down, who = unanswered(emulator.requests), set(callers)
    ours: list[DeadAir] = []
    excused: list[DeadAir] = []
    for span in emulator.dead_air(DEAD_AIR, kinds=("dead", "gather")):
        if span.number in who:
            alone = overlap((span.start, span.end), down)
            (ours if span.seconds - alone > DEAD_AIR else excused).append(span)
    return ours, excused


def bridges(transcript: Iterable[Event], supporters: Iterable[str]) -> tuple[int, list[str]]:
    """How many talks there were; who had two callers at once, or a caller without pressing 1."""
    people, wrong, talks = set(supporters), [], 0
    with_whom: defaultdict[str, set[str]] = defaultdict(set)
    pressed: defaultdict[str, bool] = defaultdict(bool)
    for event in transcript:
        if event.who not in people:
            continue
        if event.what == "rings":
            pressed[event.who] = False
        elif event.what == "presses" and event.detail == "1":
            pressed[event.who] = True
        elif event.what == "parts":
            with_whom[event.who].discard(event.detail)
        elif event.what == "talks with":
            talks += 1
            with_whom[event.who].add(event.detail)
            if len(with_whom[event.who]) > 1:
                wrong.append(f"{event.who} talks with {sorted(with_whom[event.who])}")
            if not pressed[event.who]:
                wrong.append(f"{event.who} was connected without pressing 1")
    return talks, wrong


def how_it_ended(call: PhoneCall, requests: Iterable[WebRequest]) -> tuple[str, str]:
    """In a word how a caller's call ended; and what is wrong about it, if anything is."""
    if call.ended_because == "hung up":
        return "hung up themselves", ""
    if call.ended_because == APPLICATION_ERROR:
        mine = [r for r in requests if r.call_sid == call.sid and r.kind in {"voice", "fallback"}]
        if mine and not mine[-1].status:
            return "heard the provider's own error: no web process answered", ""
        last = f"{mine[-1].url} {mine[-1].status}" if mine else "no request"
        return "heard the provider's own error", f"{call.handset.number} heard it after {last}"
    said = [h for h in call.heard if h.kind == "say"]
    if said and said[-1].complete and any(n in said[-1].text.lower() for n in NAMES_988):
        return "were told where else to turn, 988 named", ""
    last = said[-1].text if said else ""
    return "were left", f"{call.handset.number} was left ({call.ended_because}) after: {last!r}"


def where_they_are(call: PhoneCall) -> str:
    """In a word what a caller who stayed on the line is doing now; "lost" if it is nothing."""
    with call.handset.emu.engine.lock:
        if CRISIS in call.talking_with:
            return "at 988"
        if call.talking_with:
            return "talking"
        lately = call.handset.emu.now - DEAD_AIR
        heard = [h for h in call.heard if h.kind != "pause"]
        if call.state == "in-progress" and any(
            not h.over or h.at + h.seconds > lately for h in heard
        ):
            return "being spoken to, or hear that they wait"
        return "lost"


class Stores:
    """What the stores still know when everybody has hung up."""

    def __init__(self, house: House) -> None:
        """Look from outside, with connections of our own."""
        self._house = house
        self._redis: Any = redis.Redis.from_url(house.redis_url, decode_responses=True)

    def close(self) -> None:
        """Let go of the store."""
        self._redis.close()

    def hurry(self) -> None:
        """What would be looked at in a minute or two is looked at now: nobody is on the phone."""
        now = self._house.emulator.now
        for member in self._due():
            self._redis.zadd("wl:due", {member: now}, xx=True, lt=True)

    def look_at_lines(self) -> None:
        """A line on which nobody waits is looked at each minute: now."""
        now = self._house.emulator.now
        for member in (m for m in self._due() if m.startswith("step|")):
            self._redis.zadd("wl:due", {member: now}, xx=True, lt=True)

    def tried_again_later(self) -> int:
        """Calls back that were tried once and are tried again in twenty minutes."""
        return sum(map(_again_later, self.hashes("call").values()))

    def _due(self) -> list[str]:
        members = [str(member) for member in self._redis.zrange("wl:due", 0, -1)]
        if self.tried_again_later():
            members = [one for one in members if not one.startswith("step|")]
        return [member for member in members if member.partition("|")[0] not in LATER]

    def hashes(self, kind: str) -> dict[str, Mapping[str, str]]:
        """Every record of a kind, by its id."""
        begins = f"wl:{kind}:"
        return {
            name.removeprefix(begins): self._redis.hgetall(name)
            for name in self._redis.scan_iter(f"{begins}*")
        }

    def rows(self) -> int:
        """How many calls have been counted."""
        with sqlite3.connect(self._house.folder / "warmline.db") as database:
            return int(database.execute("SELECT count(*) FROM call_row").fetchone()[0])

    def failed_jobs(self) -> int:
        """Jobs that ended in an error; each was only a hint."""
        return sum(int(self._redis.zcard(name)) for name in self._redis.scan_iter("rq:failed:*"))

    def stuck(self) -> list[str]:
        """What is not over though everybody has hung up."""
        wrong = [
            f"supporter {who} is busy for ever"
            for who, one in self.hashes("sup").items()
            if one.get("busy")
        ]
        for call, one in self.hashes("call").items():
            if _again_later(one):
                continue
            if one.get("state") != "ended":
                wrong.append(f"call {call} is still {one.get('state')}")
            elif one.get("row"):
                wrong.append(f"call {call} has no row")
        return wrong + [f"due for ever: {member}" for member in self._due()]

    def uncounted(self, sids: Iterable[str]) -> list[str]:
        """Calls that the store must know, and does not."""
        return [
            f"call {sid} is not known" for sid in sids if not self._redis.exists(f"wl:sid:{sid}")
        ]


def _again_later(call: Mapping[str, str]) -> bool:
    return call.get("state") == "promised" and int(call.get("tries") or 0) > 0


def surely_known(requests: Iterable[WebRequest], since: float) -> set[str]:
    """Provider's ids of callers whom a page of their own call was given since then."""
    return {
        r.call_sid
        for r in requests
        if r.at - r.seconds > since
        and r.kind == "voice"
        and r.status == 200
        and "/call" in r.url
        and b"/call/" in r.body
    }
