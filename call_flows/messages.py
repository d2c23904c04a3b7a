"""Texts that reach the line's number. Nothing of them is kept, here or at the provider."""

from __future__ import annotations

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._house import house
from warmline.services.supporters.texts import Text

flow = Blueprint("messages", __name__)


@flow.post("")
def arrives() -> Response:
    """A text has arrived: it is deleted at the provider, and answered if need be."""
    text = Text(*map(_kit.form, ("MessageSid", "From", "To", "Body", "OptOutType")))
    if text.sid:
        house().care.forget_message(text.sid)
    said = house().texts.answer(text)
    return _kit.reply(said, house().links.replied) if said else _kit.no_reply()


@flow.post("/replied")
def replied() -> Response:
    """How our answer fares: whatever became of it, the provider is to delete it."""
    sid = _kit.form("MessageSid")
    if sid:
        house().care.forget_message(sid)
    return _kit.empty()
