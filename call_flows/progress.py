"""What the provider reports about phones: late, twice, out of order, or never."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import number_in_query
from call_flows._house import house
from warmline.domain.matching import Asked

flow = Blueprint("progress", __name__)

BEGUN: Final = "initiated"
HERE: Final = "in-progress"
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


@flow.post("/errand/<errand>")
def about_themselves(errand: str) -> Response:
    """A call to a supporter about themselves has ended."""
    if _kit.form("CallStatus") in OVER:
        house().errands.over(errand)
    return _kit.empty()


@flow.post("/guest/<call_id>")
def guest(call_id: str) -> Response:
    """988, which was called into a talk, is rung, has picked up, or is gone."""
    status, sid = _kit.form("CallStatus"), _kit.form("CallSid")
    if status in OVER:
        house().guests.ended(call_id, sid)
    elif status in {BEGUN, HERE}:
        house().guests.rings(call_id, sid, here=status == HERE)
    return _kit.empty()


@flow.post("/crisis")
def crisis() -> Response:
    """A crisis line is rung for a caller whose key 9 was heard while our store was away."""
    house().desk.went_to_crisis(_kit.form("ParentCallSid"), number_in_query("at"))
    return _kit.empty()


@flow.post("/<leg>")
def supporter(leg: str) -> Response:
    """A supporter's phone is being rung, or has ended, with or without having been picked up."""
    status = _kit.form("CallStatus")
    if status == BEGUN:
        house().care.being_rung(leg, _kit.form("CallSid"))
    if status in OVER:
        house().care.reported(leg, SAID[status], _kit.form("CallSid"))
        house().desk.debrief_left(_kit.form("CallSid"))
    return _kit.empty()
