"""Dial's Number: ring one telephone after the other or all at once; whisper; bridge."""

from __future__ import annotations

from .audio import Bridge
from .calling import place
from .dial import NOUNS, TIME_LIMIT, TIMEOUT, TIMEOUT_BUFFER, DialResult
from .document import Document, Verb
from .leg import Leg
from .numbers import normalise
from .script import WHISPER, run_call, run_through
from .sounds import resolve
from .stage import Goto
from .statuses import wanted_events
from .tasks import Script

MAX_NUMBERS = 10


class Attempt:
    """Some telephones ringing for one Dial. The first to answer wins, the others are hung up.

    The winner is decided before the whisper: a voicemail that answers first stops all the others.
    """

    def __init__(self, parent: Leg) -> None:
        """Begin with no legs."""
        self.parent = parent
        self.legs: list[Leg] = []
        self.winner: Leg | None = None
        self.ready = False
        self.left = False
        self.over = False
        self.bridge: Bridge | None = None

    @property
    def decided(self) -> bool:
        """Say whether somebody answered, or nobody is left who could."""
        return self.winner is not None or not any(leg.live for leg in self.legs)

    def claim(self, leg: Leg) -> None:
        """A telephone was answered. The others end at once, so nobody else can claim."""
        self.winner = leg
        for other in self.legs:
            if other is not leg:
                other.end("canceled", "answered elsewhere", 487)

    def child_left(self, leg: Leg) -> None:
        """The winner hung up, refused, or was redirected by REST."""
        if leg is self.winner:
            self.left = True
            if self.bridge is not None:
                self.bridge.part()


def dial_numbers(leg: Leg, verb: Verb, document: Document, result: DialResult) -> Script[None]:
    """Ring the numbers of a Dial, and talk with whoever answers."""
    nouns = [noun for noun in verb.children if noun.name == "Number"]
    nouns = (nouns or [Verb("Number", text=verb.text)])[:MAX_NUMBERS]
    caller_id = _caller_id(leg, verb)
    if caller_id is None:
        leg.emu.alert(13214, "invalid callerId", leg.sid, document.url, leg.params(), "")
        result.status = "failed"
        return
    # Until the bridge stands the caller hears it ring, also during the whisper.
    ringing = [(ear, ear.begin("ringback")) for ear in (leg.ears() if leg.answered else [])]
    rounds = [[noun] for noun in nouns] if verb.flag("sequential", False) else [nouns]
    try:
        for some in rounds:
            attempt = Attempt(leg)
            yield from _attempt(attempt, some, verb, document, caller_id, result)
            if attempt.winner is not None:
                return
    finally:
        for ear, sound in ringing:
            ear.end(sound, complete=False)


def _caller_id(leg: Leg, verb: Verb) -> str | None:
    """Return the number to show: the caller's own unless callerId says otherwise."""
    asked = verb.attrs.get("callerId", "")
    if not asked:
        return leg.caller
    number = normalise(asked) or asked
    return number if number in {leg.caller, leg.to} or leg.emu.owns(number) else None


def _attempt(
    attempt: Attempt,
    nouns: list[Verb],
    verb: Verb,
    document: Document,
    caller_id: str,
    result: DialResult,
) -> Script[None]:
    parent = attempt.parent
    timeout = verb.number("timeout", TIMEOUT) + TIMEOUT_BUFFER
    result.status = "failed"
    for noun in nouns:
        child = _start(attempt, noun, document, caller_id)
        result.child = child or result.child
    try:
        # Filled in for the case that the caller hangs up while it rings.
        result.status = "canceled" if attempt.legs else "failed"
        yield from parent.wait(parent.emu.now + timeout, lambda: attempt.decided)
        if attempt.winner is None:
            _nobody(attempt, result)
            return
        result.child, result.status, result.seconds = attempt.winner, "completed", 0
        yield from parent.wait(None, lambda: attempt.ready or attempt.left)
        if attempt.ready and not attempt.left:
            limit = parent.emu.now + verb.number("timeLimit", TIME_LIMIT)
            yield from _talk(attempt, attempt.winner, limit, result)
    finally:
        attempt.over = True
        if attempt.bridge is not None:
            attempt.bridge.part()
        for leg in attempt.legs:
            if not (leg is attempt.winner and attempt.left):
                leg.end("completed" if leg.answered else "canceled", "the line hung up")


def _nobody(attempt: Attempt, result: DialResult) -> None:
    """Nobody answered in time, or at all."""
    for leg in attempt.legs:
        leg.end("no-answer", "no answer", 487)
    result.status = attempt.legs[-1].status if attempt.legs else "failed"


def _talk(attempt: Attempt, winner: Leg, limit: float, result: DialResult) -> Script[None]:
    """Bridge the two until one of them leaves or the time is up."""
    parent = attempt.parent
    parent.answer()
    for ear in parent.ears():
        for sound in ear.sounding:
            if sound.kind == "ringback":
                ear.end(sound, complete=True)
    bridge = attempt.bridge = Bridge(parent, winner)
    result.bridged = True
    try:
        yield from parent.wait(limit, lambda: bridge.over)
    finally:
        result.seconds = winner.duration


def _start(attempt: Attempt, noun: Verb, document: Document, caller_id: str) -> Leg | None:
    """Dial one Number; return its leg, None when it cannot be dialled."""
    parent, emu = attempt.parent, attempt.parent.emu
    number = normalise(noun.text)
    if number is None:
        emu.alert(13223, "invalid phone number", parent.sid, document.url, parent.params(), "")
        return None
    child = Leg(emu, "outbound-dial", caller_id, number, parent)
    callback = noun.attrs.get("statusCallback", "")
    child.subscribe(
        resolve(document, callback) if callback else "",
        noun.attrs.get("statusCallbackMethod", "POST"),
        wanted_events([noun.attrs.get("statusCallbackEvent", "")]),
    )
    whisper = None
    if noun.attrs.get("url"):
        url = resolve(document, noun.attrs["url"])
        whisper = Goto(url, noun.attrs.get("method", "POST"), kind="whisper")
    attempt.legs.append(child)
    emu.calls.register(child)
    emu.start(child, run_call(child, _child(attempt, child, whisper)))
    return child


def _child(attempt: Attempt, leg: Leg, whisper: Goto | None) -> Script[Goto | None]:
    """The called leg: ring, whisper, talk. To come to the whisper's end is to accept."""
    try:
        if not (yield from place(leg, None)):
            return None
        attempt.claim(leg)
        if whisper is not None:
            yield from run_through(leg, whisper, WHISPER)
        attempt.ready = True
        yield from leg.wait(None, lambda: attempt.over)
        return None
    finally:
        attempt.child_left(leg)


NOUNS["Number"] = dial_numbers
