"""/Messages: send, read, list, redact, cancel and delete."""

from __future__ import annotations

from ..messages import Message
from ..numbers import normalise
from ..resources import Json, message_json
from .common import RestCall, RestError, not_found, page, time_matches

MAX_BODY = 1600


def create(call: RestCall) -> tuple[int, Json]:
    """POST /Messages: refused with 21610 when the recipient has texted STOP."""
    emu = call.emu
    to = _recipient(call)
    sender = _sender(call)
    body, media = call.one("Body"), tuple(call.many("MediaUrl"))
    if not body and not media:
        raise RestError(400, 21602, "Message body is required.")
    if len(body) > MAX_BODY:
        raise RestError(400, 21617, "The concatenated message body exceeds 1600 characters.")
    if (sender, to) in emu.messages.opted_out:
        raise RestError(400, 21610, "Attempt to send to unsubscribed recipient")
    callback = call.url("StatusCallback")
    service = call.one("MessagingServiceSid")
    message = emu.messages.send("outbound-api", sender, to, body, media, callback, service)
    return 201, message_json(emu, message)


def _recipient(call: RestCall) -> str:
    given = call.one("To")
    if not given:
        raise RestError(400, 21604, "A 'To' phone number is required.")
    to = normalise(given)
    if to is None:
        raise RestError(400, 21211, f"Invalid 'To' Phone Number: {given}")
    if not to.startswith("+"):
        raise RestError(400, 21614, f"'To' number is not a valid mobile number: {given}")
    return to


def _sender(call: RestCall) -> str:
    given = call.one("From")
    if not given:
        raise RestError(400, 21603, "A 'From' phone number is required.")
    sender = normalise(given)
    if sender is None:
        raise RestError(400, 21212, f"Invalid From Number: {given}")
    if not call.emu.owns(sender):
        raise RestError(
            400, 21606, f"The From phone number {given} is not a message-capable number of yours."
        )
    return sender


def _message(call: RestCall, sid: str) -> Message:
    found = call.emu.messages.by_sid.get(sid)
    if found is None:
        raise not_found(call)
    return found


def fetch(call: RestCall, sid: str) -> tuple[int, Json]:
    """GET one message."""
    return 200, message_json(call.emu, _message(call, sid))


def search(call: RestCall) -> tuple[int, Json]:
    """GET /Messages: filtered by To, From and DateSent."""
    found = []
    for one in call.emu.messages.by_sid.values():
        if call.filter("To") not in {"", one.to} or call.filter("From") not in {"", one.sender}:
            continue
        if time_matches(call, "DateSent", one.created if one.sent is None else one.sent):
            found.append((one.serial, message_json(call.emu, one)))
    return 200, page(call, "messages", found)


def update(call: RestCall, sid: str) -> tuple[int, Json]:
    """POST one message: an empty Body redacts it, Status=canceled stops one that is queued."""
    message = _message(call, sid)
    if "Body" in call.form:
        if call.one("Body"):
            raise RestError(400, 20001, "Body can only be set to the empty string")
        if not message.final:
            raise RestError(409, 20009, "Resource not complete: the message is on its way")
        message.body = ""
    if call.one("Status") == "canceled":
        if message.status not in {"queued", "scheduled", "accepted"}:
            raise RestError(400, 30409, "The message cannot be canceled any more")
        message.status = "canceled"
    message.updated = call.emu.now
    return 200, message_json(call.emu, message)


def delete(call: RestCall, sid: str) -> tuple[int, None]:
    """DELETE one message: refused while it is on its way."""
    message = _message(call, sid)
    if not message.final:
        raise RestError(409, 20009, "Resource not complete: the message is on its way")
    call.emu.messages.by_sid.pop(sid)
    return 204, None
