"""A crowd with phones, and what became of it by the telephone company's own record.

Nothing of ours is asked: what is counted here was heard, pressed and rung at the emulator.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from warmline.demo.stage import CRISIS, LINE, Stage
from warmline.demo.stories._story import PHONES, line_toml
from warmline.domain.exact import Rung
from warmline.emulator import behaviours
from warmline.emulator.phones import PhoneCall

SUPPORTERS = frozenset(PHONES.values())
CALLERS = tuple(f"+165055501{n}" for n in range(50, 90))
LINE_TOML = line_toml(
    *PHONES,
    extra="[limits]\ncalls_per_shift = 30\ntalk_minutes_per_shift = 720\nwrap_up_minutes = 1\n"
    "long_wrap_up_minutes = 2\nlong_talk_minutes = 5\n",
)
WRAP, LONG_WRAP, LONG = 60, 120, 300
SHORT_TALK, SHORT_LEFT, WITHIN = 20, 10, 60
BETWEEN = 45.0
"""Seconds between two callers, on average."""


@dataclass
class Supporter(behaviours.Behaviour):
    """Picks up or not, presses 1 or 2 or nothing, and sometimes loses the talk."""

    chance: random.Random

    def on_ring(self, call: PhoneCall) -> None:
        """By chance, anew for each ring."""
        roll = self.chance.random()
        if roll < 0.75:
            keys = [(4.0, "1" if roll < 0.6 else "2")]
            behaviours.Answers(after=self.chance.uniform(2, 9), keys=keys).on_ring(call)
        elif roll < 0.83:
            behaviours.Voicemail(after=6.0, records=20.0).on_ring(call)
        elif roll < 0.92:
            call.handset.emu.engine.after(3.0, call.decline)

    def on_connected(self, call: PhoneCall) -> None:
        """One talk in eight is lost on the way."""
        if self.chance.random() < 0.12:
            call.handset.emu.engine.after(self.chance.uniform(5, 60), call.hang_up)


@dataclass
class Caller(behaviours.Behaviour):
    """Waits with so much patience; talks for so long."""

    chance: random.Random
    talked: bool = False

    def on_connected(self, call: PhoneCall) -> None:
        """They talk, and put the phone down at last."""
        if not self.talked:
            self.talked = True
            talk = self.chance.choice((6, 40, 200, 400)) * self.chance.uniform(0.8, 1.2)
            call.handset.emu.engine.after(talk, call.hang_up)


def play(stage: Stage, calls: int, chance: random.Random) -> None:
    """So many callers, one after the other, often several at once."""
    engine = stage.emulator.engine
    for number in SUPPORTERS:
        stage.emulator.handset(number).behaviour = Supporter(chance)
    stage.crisis_line.behaviour = behaviours.Speaks(after=2.0, text="Hello", hang_up_after=30.0)
    for _ in range(calls):
        free = [n for n in CALLERS if not stage.emulator.handset(n).engaged]
        handset = stage.emulator.handset(chance.choice(free))
        handset.behaviour = Caller(chance)
        call = handset.dial(LINE)
        wants = chance.uniform(2, 12)
        engine.after(wants, partial(call.press, "1"))
        # By then they leave, unless they talk; a lost talk gives them no more patience.
        patience = chance.choice((4, 30, 100)) * chance.uniform(0.5, 2)
        engine.after(wants + patience, partial(_leave_unless_talking, call))
        engine.after(wants + 240, partial(_leave_unless_talking, call))
        if chance.random() < 0.1:
            engine.after(wants + 8, partial(_press_while_waiting, call, "9"))
            engine.after(wants + 30, partial(_press_while_waiting, call, "1"))
        stage.wait(chance.expovariate(1 / BETWEEN))
    stage.until(lambda: not any(stage.emulator.handset(n).engaged for n in CALLERS), 3600, "over")
    stage.wait(60)


def _leave_unless_talking(call: PhoneCall) -> None:
    if not call.talking_with:
        call.hang_up()


def _press_while_waiting(call: PhoneCall, key: str) -> None:
    if not call.talking_with:
        call.press(key)


@dataclass(frozen=True)
class Talk:
    """When a supporter's phone was asked for, and from when until when the two heard each other."""

    peer: str
    asked: float
    since: float
    until: float

    @property
    def seconds(self) -> float:
        """How long they talked."""
        return self.until - self.since


@dataclass
class Seen:
    """One call, as the telephone company has it."""

    sid: str
    began: float = 0.0
    """When it was put through to us."""
    ended: float = 0.0
    wanted: float = 0.0
    """When they first pressed 1."""
    rang_988: bool = False
    waits: list[float] = field(default_factory=list)
    """When they were told to wait for a peer again, or met one while they still heard of it."""
    met: bool = False
    talks: list[Talk] = field(default_factory=list)


def seen(stage: Stage) -> list[Seen]:
    """Every call of a caller."""
    found = {
        call.sid: Seen(call.sid)
        for number in CALLERS
        for call in stage.emulator.handset(number).calls
    }
    for asked in reversed(stage.emulator.requests):
        if one := found.get(asked.call_sid):
            one.began = asked.at
            one.rang_988 |= CRISIS.encode() in asked.body
            # The newest comes first.
            page = asked.url.partition("?")[0]
            if page.endswith("/meet"):
                one.met = True
            elif page.endswith("/parted/key") and b"/wait" in asked.body:
                one.waits.append(asked.at)
                one.met = False
            elif page.endswith("/parted"):
                one.waits += [asked.at] if one.met else []
                one.met = False
    for number in CALLERS:
        _what_they_did(stage, number, [found[c.sid] for c in stage.emulator.handset(number).calls])
    return list(found.values())


def _what_they_did(stage: Stage, number: str, calls: list[Seen]) -> None:
    coming = iter(calls)
    call, since = Seen(""), 0.0
    for event in stage.emulator.events_since(0):
        if event.who != number:
            continue
        match event.what:
            case "dials":
                call = next(coming)
            case "presses" if event.detail == "1" and not call.wanted:
                call.wanted = event.at
            case "talks with" if event.detail in SUPPORTERS:
                since = event.at
            case "parts" if event.detail in SUPPORTERS:
                asked = asked_for(stage, event.detail, since)
                call.talks.append(Talk(event.detail, asked, since, event.at))
            case "hangs up" | "ends":
                call.ended = event.at


def counted(calls: list[Seen]) -> Counter[str]:
    """What the measures are made of, from what was seen of the callers."""
    found: Counter[str] = Counter()
    for call in calls:
        if not call.wanted:
            continue
        found["offered"] += 1
        if call.talks:
            first = call.talks[0].since
            found["answered"] += 1
            found["within"] += first - call.wanted < WITHIN
            found[f"answer:{int(first - call.wanted)}"] += 1
            found[f"human:{int(first - call.began)}"] += 1
            found["talk"] += int(sum(talk.seconds for talk in call.talks))
            found["wrap"] += int(rest_after(call.talks))
            found["short"] += sum(talk.seconds < SHORT_TALK for talk in call.talks)
            found["lost"] += len(call.waits)
        elif call.rang_988:
            found["to_crisis"] += 1
        elif call.ended - call.wanted < SHORT_LEFT:
            found["short_abandons"] += 1
        else:
            found["just_left"] += 1
    return found


def rest_after(talks: list[Talk]) -> float:
    """Seconds of rest that a call cost. Whoever comes back to their caller goes on with one talk:
    what they gave up of their rest for it comes after the last.
    """
    cost, ends, whole, peer = 0.0, 0.0, 0.0, ""
    for talk in talks:
        back = talk.peer == peer
        whole = talk.seconds + (whole if back else 0.0)
        left = max(0.0, ends - talk.asked) if back else 0.0
        more = max(0.0, (LONG_WRAP if whole >= LONG else WRAP) - left)
        cost, ends, peer = cost + more, talk.until + left + more, talk.peer
    return cost


def asked_for(stage: Stage, number: str, before: float) -> float:
    """When the company was asked the last time before that to ring a phone."""
    legs = [call.leg for call in stage.emulator.handset(number).calls]
    return max(leg.created for leg in legs if leg is not None and leg.created <= before)


def rings(stage: Stage) -> Counter[str]:
    """What came of each phone of a supporter: what was pressed, heard, and the company's word."""
    last = {
        asked.params.get("CallSid", ""): asked.params["CallStatus"]
        for asked in stage.emulator.requests
        if "CallStatus" in asked.params
    }
    words = {
        name: " ".join(stage.words.text(name, "en").plain.split())
        for name in ("offer-connecting", "offer-passed", *TOO_LATE)
    }
    return Counter(
        _came_of(call, last.get(call.sid, ""), words)
        for number in SUPPORTERS
        for call in stage.emulator.handset(number).calls
    )


TOO_LATE = ("offer-taken", "offer-caller-left", "offer-caller-elsewhere", "offer-gone")
LAST_WORD = {"busy": Rung.MISSED, "no-answer": Rung.MISSED, "failed": Rung.FAILED}


def _came_of(call: PhoneCall, status: str, words: Mapping[str, str]) -> Rung:
    heard = {" ".join(one.text.split()) for one in call.heard if one.kind == "say"}
    if call.answered_at is None:
        return LAST_WORD.get(status, Rung.WITHDRAWN)
    if words["offer-connecting"] in heard:
        return Rung.ACCEPTED
    if words["offer-passed"] in heard:
        return Rung.PASSED
    return Rung.WITHDRAWN if any(words[one] in heard for one in TOO_LATE) else Rung.CAUGHT
