"""The state of all handsets as JSON, for a page that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .ear import Heard
from .phones import Handset, PhoneCall

if TYPE_CHECKING:
    from .emulator import Emulator

HEARD_SHOWN = 20
MESSAGES_SHOWN = 20


def handsets_json(emu: Emulator) -> list[dict[str, Any]]:
    """Return every handset with its present or last call, in the order of their making."""
    return [_handset(handset) for handset in emu.handsets()]


def _handset(handset: Handset) -> dict[str, Any]:
    call = handset.calls[-1] if handset.calls else None
    return {
        "number": handset.number,
        "label": handset.label,
        "behaviour": type(handset.behaviour).__name__,
        "state": "idle" if call is None or call.state == "ended" else call.state,
        "call": None if call is None else _call(call),
        "messages": [
            {"at": one.at, "from": one.sender, "body": one.body, "sid": one.sid}
            for one in handset.messages[-MESSAGES_SHOWN:]
        ],
    }


def _call(call: PhoneCall) -> dict[str, Any]:
    return {
        "sid": call.sid,
        "outgoing": call.outgoing,
        "state": call.state,
        "other": call.other,
        "ringing_from": call.other if call.state == "ringing" else "",
        "began": call.began,
        "answered_at": call.answered_at,
        "ended_at": call.ended_at,
        "ended_because": call.ended_because,
        "hearing": [_heard(one) for one in call.hearing],
        "heard": [_heard(one) for one in call.heard[-HEARD_SHOWN:]],
        "talking_with": sorted(call.talking_with),
        "gather_open": call.gather_open,
    }


def _heard(one: Heard) -> dict[str, Any]:
    return {
        "at": one.at,
        "kind": one.kind,
        "text": one.text,
        "language": one.language,
        "seconds": one.seconds,
        "complete": one.complete,
        "over": one.over,
    }
