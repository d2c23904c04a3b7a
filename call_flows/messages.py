"""Texts that reach the line's number. Nothing of them is kept, here or at the provider.

What supporters can say by text comes with the supporters' side; until then nobody is answered,
because an answer to a stranger would say that there is somebody here.
"""

from __future__ import annotations

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._house import house

flow = Blueprint("messages", __name__)


@flow.post("")
def arrives() -> Response:
    """A text has arrived: it is deleted at the provider, and gets no reply."""
    sid = _kit.form("MessageSid")
    if sid:
        house().care.forget_message(sid)
    return _kit.no_reply()
