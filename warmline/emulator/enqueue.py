"""Enqueue: wait in a queue until somebody takes the call, it leaves, or it is sent elsewhere."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from .audio import Bridge
from .document import Document, TwimlFailure, Verb
from .leg import Leg
from .queues import Member, Pickup
from .script import BEFORE_BRIDGE, QUEUE_WAIT, VERBS, follow, run_through
from .sounds import resolve
from .stage import Goto, Redirected, Stop, Stopped
from .tasks import HungUp, Script
from .verbs import LeftQueue


def enqueue(leg: Leg, verb: Verb, document: Document) -> Script[Goto | None]:
    """Wait; then tell the action how it went, or carry on when there is none.

    The action is also told when the caller hangs up or the call is redirected by REST; what it
    answers then goes nowhere.
    """
    action = resolve(document, verb.attrs["action"]) if verb.attrs.get("action") else ""
    method = verb.attrs.get("method", "POST")

    def outcome(result: str, member: Member | None) -> Goto:
        params = {"QueueResult": result}
        if member is not None:
            params |= {"QueueSid": member.queue.sid, "QueueTime": str(member.seconds)}
        return Goto(action, method, params)

    queue = leg.emu.queues.named(verb.text) or leg.emu.queues.create(verb.text)
    if "maxQueueSize" in verb.attrs:
        queue.max_size = verb.number("maxQueueSize", queue.max_size)
    if queue.full:
        leg.emu.warn(14207, "the queue is full", leg.sid, document.url)
        return outcome("queue-full", None) if action else None
    member = queue.join(leg)
    try:
        result = yield from _wait(leg, member, _wait_goto(verb, document))
    except HungUp:
        bridged = member.pickup is not None and member.pickup.bridge is not None
        if action:
            leg.emu.send_last(leg, outcome("bridged" if bridged else "hangup", member))
        raise
    except Redirected:
        bridged = member.pickup is not None and member.pickup.bridge is not None
        if action:
            result = "redirected-from-bridged" if bridged else "redirected"
            leg.emu.send_last(leg, outcome(result, member))
        raise
    finally:
        member.leave()
        if member.pickup is not None:
            member.pickup.caller_left = True
            member.pickup.part()
    return outcome(result, member) if action else None


def _wait_goto(verb: Verb, document: Document) -> Goto | None:
    if not verb.attrs.get("waitUrl"):
        return None
    url = resolve(document, verb.attrs["waitUrl"])
    return Goto(url, verb.attrs.get("waitUrlMethod", "POST"), kind="wait")


def _wait(leg: Leg, member: Member, goto: Goto | None) -> Script[str]:
    """Wait until something happens; return the QueueResult."""
    taken = Stop(lambda: member.pickup is not None)
    try:
        with leg.stopping(taken):
            yield from _wait_documents(leg, member, goto)
    except LeftQueue:
        return "leave"
    except TwimlFailure:
        # In the debugger already. Twilio does not say what a failing waitUrl does to the call;
        # QueueResult=error is the value that it has for such a case.
        return "error"
    except Stopped as stopped:
        if stopped.stop is not taken:
            raise
    member.leave()
    if member.pickup is not None:
        yield from _talk(leg, member, member.pickup)
    return "bridged"


def _wait_documents(leg: Leg, member: Member, goto: Goto | None) -> Script[None]:
    """Perform the wait document again and again; without one there is music."""
    if goto is None:
        yield from leg.sound("wait-music", "", None)
    while goto is not None:
        following: Goto | None = goto
        while following is not None:
            params = following.params | member.params()
            following = replace(following, kind="wait", params=params)
            following = yield from follow(leg, following, QUEUE_WAIT)


def _talk(leg: Leg, member: Member, pickup: Pickup) -> Script[None]:
    """Hear the greeting, then talk until one of the two leaves."""
    if pickup.greeting is not None:
        params = {
            "QueueSid": member.queue.sid,
            "QueueTime": str(member.seconds),
            "DequeingCallSid": pickup.dialler.sid,  # Twilio's own spelling
        }
        # A failing greeting is noted; the two are connected all the same.
        with suppress(TwimlFailure):
            yield from run_through(leg, replace(pickup.greeting, params=params), BEFORE_BRIDGE)
    if pickup.dialler_left:
        return
    bridge = pickup.bridge = Bridge(pickup.dialler, leg)
    yield from leg.wait(None, lambda: bridge.over)


VERBS["Enqueue"] = enqueue
