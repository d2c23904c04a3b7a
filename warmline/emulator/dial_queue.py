"""Dial's Queue: take the caller at the front of a queue and talk."""

from __future__ import annotations

from .dial import NOUNS, TIME_LIMIT, TIMEOUT, TIMEOUT_BUFFER, DialResult
from .document import Document, Verb
from .leg import Leg
from .queues import Pickup
from .sounds import resolve
from .stage import Goto
from .tasks import Script


def dial_queue(leg: Leg, verb: Verb, document: Document, result: DialResult) -> Script[None]:
    """Wait for somebody in the queue up to the Dial's timeout, then talk with them.

    An unknown queue is an error: DialCallStatus=failed.
    """
    noun = verb.children[0]
    queue = leg.emu.queues.named(noun.text)
    if queue is None:
        leg.emu.alert(14210, "no such queue", leg.sid, document.url, leg.params(), "")
        result.status = "failed"
        return
    leg.answer()
    ringing = [(ear, ear.begin("ringback")) for ear in leg.ears()]
    pickup = Pickup(leg, _greeting(noun, document))
    try:
        deadline = leg.emu.now + verb.number("timeout", TIMEOUT) + TIMEOUT_BUFFER
        if not (yield from leg.wait(deadline, lambda: bool(queue.members))):
            return
        member = queue.members[0]
        member.pickup = pickup
        member.leave()
        result.child = member.leg
        yield from leg.wait(None, lambda: pickup.caller_left or pickup.bridge is not None)
        for ear, sound in ringing:
            ear.end(sound, complete=True)
        limit = leg.emu.now + verb.number("timeLimit", TIME_LIMIT)
        yield from _talk(leg, pickup, limit, result)
    finally:
        pickup.dialler_left = True
        pickup.part()
        for ear, sound in ringing:
            ear.end(sound, complete=False)


def _talk(leg: Leg, pickup: Pickup, limit: float, result: DialResult) -> Script[None]:
    bridge = pickup.bridge
    if bridge is None:  # the caller left before the two were connected
        result.status = "canceled"
        return
    result.status, result.bridged = "completed", True
    try:
        yield from leg.wait(limit, lambda: bridge.over)
    finally:
        result.seconds = round(leg.emu.now - bridge.began)


def _greeting(noun: Verb, document: Document) -> Goto | None:
    if not noun.attrs.get("url"):
        return None
    return Goto(resolve(document, noun.attrs["url"]), noun.attrs.get("method", "POST"))


NOUNS["Queue"] = dial_queue
