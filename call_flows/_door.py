"""The door of every conversation: who may knock, and what is said when something breaks."""

from __future__ import annotations

import structlog
from flask import Blueprint, Flask, Response, abort, current_app, request
from twilio.request_validator import RequestValidator, compare

from call_flows import _kit
from call_flows._caller import (
    FALLBACK_LANGUAGE,
    TROUBLE_TRIES,
    apology,
    number_in_query,
    request_of,
    take_up_again,
    where_they_are,
)
from call_flows._house import house
from call_flows.flooded import no_room
from warmline import afterwards
from warmline.domain.errors import NoRoom, StoreTrouble, TooLate
from warmline.services.desk import UnknownCall

log = structlog.get_logger(__name__)

FORM = "application/x-www-form-urlencoded"
MOST_BYTES = 64 * 1024
SUPPORTER = ("offer", "star", "after")
TEXTS = "messages"
ABOUT_THEM = "errand"
"""The pages of a call to a supporter about themselves; see `call_flows.errand`."""
CALLED = "called"
"""The pages of a phone that we call; see `call_flows.callback`."""


def guarded() -> Blueprint:
    """A fresh parent for all conversations: signed requests only, never a bare failure."""
    parent = Blueprint("phone", __name__)
    parent.before_request(refuse_strangers)
    parent.before_request(afterwards.keep)
    parent.after_request(_release_when_it_has_left)
    parent.register_error_handler(UnknownCall, lambda _: take_up_again())
    parent.register_error_handler(TooLate, where_they_are)
    parent.register_error_handler(NoRoom, no_room)
    parent.register_error_handler(StoreTrouble, _trouble)
    parent.register_error_handler(Exception, _trouble)
    return parent


def limit(app: Flask) -> None:
    """No provider's request is larger than this; a larger one is refused with 413."""
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_BYTES
    app.config["MAX_FORM_PARTS"] = 200


def refuse_strangers() -> None:
    """403 for whatever our provider has not signed, 415 for whatever is not its form."""
    if (request.mimetype or FORM) != FORM:
        abort(415)
    validator: RequestValidator = current_app.extensions["warmline.validator"]
    # Byte by byte: the provider escapes what is not ASCII, a stranger may not.
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    address = f"{house().links.public_url}{request.path}{query}"
    signature = request.headers.get("X-Twilio-Signature", "")
    # The address as it is nearly always fits; the library also tries it with and without a port.
    if compare(validator.compute_signature(address, request.form), signature):
        return
    if not validator.validate(address, request.form, signature):
        abort(403)


def _release_when_it_has_left(response: Response) -> Response:
    response.call_on_close(afterwards.release)
    return response


def _trouble(error: Exception) -> Response:
    """Something of ours is broken. The caller hears so, and what they can do about it.

    The log gets the class of the error and the page's name: no text, no address, no number.
    """
    code = getattr(error, "code", None)
    if isinstance(code, int) and code < 500:
        return Response(status=code)
    log.error("page_failed", error=type(error).__name__, page=request.endpoint or "")
    if any(f".{name}." in f".{request.endpoint}." for name in SUPPORTER):
        return _offer_again()
    if f".{CALLED}." in f".{request.endpoint}." and not _kit.pressed():
        return _kit.goodbye()  # a stranger may listen: not a word, and they are called once more
    if f".{ABOUT_THEM}." in f".{request.endpoint}.":
        # No caller, and perhaps nobody who may know of the line: whoever asked for it asks again.
        return _kit.goodbye([house().words.text("errand-gone", FALLBACK_LANGUAGE)])
    if f".{TEXTS}." in f".{request.endpoint}.":
        return _kit.no_reply()
    return apology(request_of())


def _offer_again() -> Response:
    """A supporter's page failed: they are asked once more, so that our fault is not their miss."""
    leg = str((request.view_args or {}).get("leg", ""))
    tries = number_in_query("trouble") + 1
    if tries > TROUBLE_TRIES or not leg:
        return _kit.goodbye([house().words.text("offer-gone", FALLBACK_LANGUAGE)])
    again = f"{house().links.supporter(leg)}?trouble={tries}"
    return _kit.soon(again)
