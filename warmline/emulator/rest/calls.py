"""/Calls: make, read, list, change and delete calls."""

from __future__ import annotations

from ..calling import place
from ..faults import EVERYBODY
from ..leg import Leg
from ..resources import Json, call_json
from ..script import run_call
from ..stage import Goto
from ..statuses import Subscription, wanted_events
from ..tasks import Script
from .common import (
    RestCall,
    RestError,
    destination,
    document_target,
    not_found,
    owned_sender,
    page,
    time_matches,
)

MAX_TIMEOUT = 600
STATUS_OF = {20003: 401, 20005: 403}
"""HTTP statuses of refusals, where it is not 400."""


def outbound(leg: Leg, goto: Goto, timeout: float) -> Script[Goto | None]:
    """Wait for a calling slot, ring, and lead to the first document once answered."""
    yield from leg.wait(wait_for_slot(leg))
    return goto if (yield from place(leg, timeout)) else None


def wait_for_slot(leg: Leg) -> float:
    """Return when a queued call goes out, and note how long it queued."""
    slot = leg.emu.calls.slot()
    leg.queue_time = slot - leg.emu.now
    return slot


def tokens(call: RestCall) -> dict[str, str]:
    """Return the CallTokens of inbound calls with the number that each stands for."""
    return {leg.call_token: leg.caller for leg in call.emu.calls.by_sid.values() if leg.call_token}


def create(call: RestCall) -> tuple[int, Json]:
    """POST /Calls: queue a call; it goes out when the calls-per-second limit allows."""
    emu = call.emu
    to, sender = destination(call), owned_sender(call, tokens(call))
    url, twiml = call.url("Url"), call.one("Twiml")
    if not url and not twiml:
        raise RestError(400, 21205, "Url, Twiml or ApplicationSid is required")
    goto = document_target(call, url, twiml)
    refuse(call, to)
    leg = Leg(emu, "outbound-api", sender, to)
    leg.subscribe(
        call.url("StatusCallback"),
        call.verb("StatusCallbackMethod"),
        wanted_events(call.many("StatusCallbackEvent")),
    )
    if call.url("FallbackUrl"):
        leg.fallback = Goto(call.url("FallbackUrl"), call.verb("FallbackMethod"))
    leg.time_limit = float(call.number("TimeLimit", int(leg.time_limit)))
    timeout = min(call.number("Timeout", 60), MAX_TIMEOUT)
    warn_of_what_is_missing(call, leg)
    emu.calls.register(leg)
    emu.start(leg, run_call(leg, outbound(leg, goto, timeout)))
    return 201, call_json(leg)


def refuse(call: RestCall, to: str) -> None:
    """Raise for a number, an account or a moment in which no call may be made."""
    refused = call.emu.refused
    code = refused.get(EVERYBODY) or refused.get(to)
    if code:
        raise RestError(STATUS_OF.get(code, 400), code, f"The number {to} may not be called.")
    if call.emu.calls.is_full():
        raise RestError(429, 20429, "Too many requests")


def warn_of_what_is_missing(call: RestCall, leg: Leg) -> None:
    """Note the parameters that have no effect here (12200), so that nobody relies on them."""
    if call.flag("Record"):
        call.emu.warn(12200, "nothing is ever recorded here: Record ignored", leg.sid, "")
    for name in ("MachineDetection", "SendDigits"):
        if call.one(name):
            call.emu.warn(12200, f"{name} is not emulated", leg.sid, "")


def _leg(call: RestCall, sid: str) -> Leg:
    leg = call.emu.calls.by_sid.get(sid)
    if leg is None:
        raise not_found(call)
    return leg


def fetch(call: RestCall, sid: str) -> tuple[int, Json]:
    """GET /Calls/{Sid}: may be behind by `Emulator.rest_lag`."""
    return 200, call.emu.calls.shown(_leg(call, sid))


def search(call: RestCall) -> tuple[int, Json]:
    """GET /Calls: filtered by To, From, Status, ParentCallSid, StartTime and EndTime."""
    found = []
    for leg in call.emu.calls.by_sid.values():
        shown = call.emu.calls.shown(leg)
        wanted = {"To": shown["to"], "From": shown["from"], "Status": shown["status"]}
        wanted["ParentCallSid"] = shown["parent_call_sid"]
        if any(call.filter(name) not in {"", value} for name, value in wanted.items()):
            continue
        if not time_matches(call, "StartTime", leg.started):
            continue
        if time_matches(call, "EndTime", leg.ended_at):
            found.append((leg.serial, shown))
    return 200, page(call, "calls", found)


def update(call: RestCall, sid: str) -> tuple[int, Json]:
    """POST /Calls/{Sid}: end the call, or send it to another document."""
    leg = _leg(call, sid)
    status, url, twiml = call.one("Status"), call.url("Url"), call.one("Twiml")
    if url and twiml:
        raise RestError(400, 21219, "Url and Twiml are mutually exclusive")
    if status not in {"", "canceled", "completed"}:
        raise RestError(400, 20001, f"Invalid status: {status}")
    if not leg.live:
        raise RestError(400, 21220, "Call is not in-progress. Cannot redirect.")
    if "TimeLimit" in call.form:
        leg.limit_to(float(call.number("TimeLimit", 0)))
    if status:
        _finish(leg, status)
    elif url or twiml:
        _redirect(call, leg, document_target(call, url, twiml))
    return 200, call_json(leg)


def _finish(leg: Leg, status: str) -> None:
    """canceled only touches a call that is queued or rings; completed ends any."""
    if not leg.answered:
        leg.end("completed" if leg.direction == "inbound" else "canceled", "the line hung up", 487)
    elif status == "completed":
        leg.end("completed", "the line hung up")


def _redirect(call: RestCall, leg: Leg, goto: Goto) -> None:
    if not leg.answered and leg.direction != "inbound":
        raise RestError(400, 21220, "Call is not in-progress. Cannot redirect.")
    if call.url("FallbackUrl"):
        leg.fallback = Goto(call.url("FallbackUrl"), call.verb("FallbackMethod"))
    if call.url("StatusCallback"):
        leg.subscriptions[:] = [
            Subscription(call.url("StatusCallback"), call.verb("StatusCallbackMethod"))
        ]
    leg.redirect(goto)
    leg.touched()


def delete(call: RestCall, sid: str) -> tuple[int, None]:
    """DELETE /Calls/{Sid}: refused while the call is live; then it is gone, events included."""
    leg = _leg(call, sid)
    if leg.live:
        raise RestError(409, 20009, "Resource not complete: the call is still in progress")
    call.emu.calls.forget(leg)
    return 204, None
