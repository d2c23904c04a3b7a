"""What the provider reports about phones: late, twice, out of order, or never."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._house import house
from warmline.domain.matching import Asked

flow = Blueprint("progress", __name__)

BEGUN: Final = "initiated"
OVER: Final = frozenset({"completed", "busy", "no-answer", "failed", "canceled"})

SAID: Final = {
    "busy": Asked.BUSY,
    "failed": Asked.FAILED,
    "no-answer": Asked.MISSED,
    "completed": Asked.MISSED,
    "canceled": Asked.DROPPED,
}
"""What an offer's end means when no key was pressed."""


@flow.post("/caller")
def caller() -> Response:
    """The caller's phone has ended."""
    if _kit.form("CallStatus") in OVER:
        house().desk.left(_kit.form("CallSid"))
    return _kit.empty()


@flow.post("/back/<call_id>")
def called_back(call_id: str) -> Response:
    """The phone of whoever is called back is being rung, or has ended, for whatever reason."""
    status = _kit.form("CallStatus")
    if status == BEGUN:
        house().callbacks.being_rung(call_id, _kit.form("CallSid"))
    if status in OVER:
        house().callbacks.ended(call_id, _kit.form("CallSid"))
    return _kit.empty()


@flow.post("/<leg>")
def supporter(leg: str) -> Response:
    """A supporter's phone is being rung, or has ended, with or without having been picked up."""
    status = _kit.form("CallStatus")
    if status == BEGUN:
        house().care.being_rung(leg, _kit.form("CallSid"))
    if status in OVER:
        house().care.reported(leg, SAID[status], _kit.form("CallSid"))
    return _kit.empty()
