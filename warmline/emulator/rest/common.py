"""Requests, errors, paging and the parameters that several resources share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from ..document import Document, TwimlFailure, parse
from ..numbers import normalise
from ..resources import Json
from ..stage import Goto

if TYPE_CHECKING:
    from ..emulator import Emulator

MAX_TWIML = 4000
"""Characters of the Twiml parameter."""
DEFAULT_PAGE = 50
MAX_PAGE = 1000


class RestError(Exception):
    """An error answer: HTTP status, Twilio's code and message."""

    def __init__(self, status: int, code: int, message: str) -> None:
        """See Twilio's error dictionary for the codes."""
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message

    def as_json(self) -> Json:
        """Return the body that twilio-python makes a TwilioRestException of."""
        return {
            "code": self.code,
            "message": self.message,
            "more_info": f"https://www.twilio.com/docs/errors/{self.code}",
            "status": self.status,
        }


@dataclass(slots=True)
class RestCall:
    """One request, its query and form parameters with all their repeats."""

    emu: Emulator
    method: str
    path: str
    query: Mapping[str, list[str]]
    form: Mapping[str, list[str]]

    def many(self, name: str) -> list[str]:
        """Return every value of a form parameter."""
        return self.form.get(name, [])

    def one(self, name: str, default: str = "") -> str:
        """Return a form parameter's last value."""
        values = self.form.get(name)
        return values[-1] if values else default

    def flag(self, name: str) -> bool | None:
        """Return a boolean form parameter, None when it is not given."""
        return self.one(name).lower() == "true" if name in self.form else None

    def number(self, name: str, default: int) -> int:
        """Return a numeric form parameter. Raise 400/20001 when it is no number."""
        value = self.one(name)
        if not value:
            return default
        if not value.lstrip("-").isdigit():
            raise RestError(400, 20001, f"{name} is not a number")
        return int(value)

    def url(self, name: str) -> str:
        """Return an absolute URL parameter, "" when not given. Raise 400/21205 when it is none."""
        value = self.one(name)
        if value and (
            urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc
        ):
            raise RestError(400, 21205, f"{name} is not a valid URL: {value}")
        return value

    def verb(self, name: str, default: str = "POST") -> str:
        """Return an HTTP method parameter."""
        return self.one(name, default).upper()

    def filter(self, name: str) -> str:
        """Return a query parameter, "" when not given."""
        values = self.query.get(name)
        return values[-1] if values else ""


def not_found(call: RestCall) -> RestError:
    """Return the error for a resource that is not there (any more)."""
    return RestError(404, 20404, f"The requested resource {call.path} was not found")


def owned_sender(call: RestCall, call_tokens: Mapping[str, str] | None = None) -> str:
    """Return From, which must be the account's own or come with the call's CallToken."""
    given = call.one("From")
    if not given:
        raise RestError(400, 21213, "A 'From' phone number is required.")
    number = normalise(given)
    if number is None:
        raise RestError(400, 21212, f"Invalid From Number: {given}")
    if call.emu.owns(number):
        return number
    token = call.one("CallToken")
    if token and call_tokens and call_tokens.get(token) == number:
        return number
    raise RestError(
        400,
        21210,
        f"The source phone number provided, {given}, is not yet verified for your account. "
        "You may only make calls from phone numbers that you've verified or purchased from Twilio.",
    )


def destination(call: RestCall) -> str:
    """Return To as a number that can be dialled."""
    given = call.one("To")
    if not given:
        raise RestError(400, 21201, "No 'To' number is specified")
    number = normalise(given)
    if number is None:
        raise RestError(
            400, 21211, f"The phone number you are attempting to call, {given}, is not valid."
        )
    return number


def document_target(call: RestCall, url: str, twiml: str) -> Goto:
    """Return what a Url (which wins) or a Twiml parameter leads to."""
    if url:
        return Goto(url, call.verb("Method"))
    if len(twiml) > MAX_TWIML:
        raise RestError(400, 32018, "Twiml is longer than 4000 characters")
    return Goto(document=inline_document(twiml))


def inline_document(twiml: str) -> Document:
    """Return the document in a Twiml parameter. Raise 400 with the parse error's code."""
    try:
        return parse(twiml, "")
    except TwimlFailure as failure:
        raise RestError(400, failure.code, failure.message) from failure


def page(call: RestCall, name: str, items: Iterable[tuple[int, Json]]) -> Json:
    """Return one page of a list of (serial, JSON), the highest serial, which is newest, first.

    The page token names the last serial shown, so deletions between pages do no harm.
    """
    size = min(max(int(call.filter("PageSize") or DEFAULT_PAGE), 1), MAX_PAGE)
    number = int(call.filter("Page") or 0)
    ordered = sorted(items, key=lambda item: item[0], reverse=True)
    token = call.filter("PageToken")
    if token:
        last = token.removeprefix("PA")
        if not last.lstrip("-").isdigit():
            raise RestError(400, 20001, "PageToken is not valid")
        ordered = [item for item in ordered if item[0] < int(last)]
    shown, more = ordered[:size], len(ordered) > size
    start = number * size
    filters = [
        (key, value)
        for key, values in call.query.items()
        for value in values
        if key not in {"Page", "PageSize", "PageToken"}
    ]

    def uri(index: int, token: str = "") -> str:
        rest = [("PageToken", token)] if token else []
        return f"{call.path}?" + urlencode(
            [*filters, ("PageSize", str(size)), ("Page", str(index)), *rest]
        )

    return {
        name: [json for _serial, json in shown],
        "page": number,
        "page_size": size,
        "start": start,
        "end": start + max(len(shown) - 1, 0),
        "uri": uri(number, token),
        "first_page_uri": uri(0),
        "next_page_uri": uri(number + 1, f"PA{shown[-1][0]}") if more else None,
        # Going back is not emulated: twilio-python only follows next_page_uri.
        "previous_page_uri": None,
    }


def time_matches(call: RestCall, name: str, moment: float | None) -> bool:
    """Apply the filters `name`, `name<` and `name>` (a date or an ISO time) to a moment."""
    exact, before, after = (call.filter(name + suffix) for suffix in ("", "<", ">"))
    if not (exact or before or after):
        return True
    if moment is None:
        return False
    if exact:
        start, whole_day = _read_time(exact)
        length = timedelta(days=1).total_seconds() if whole_day else 1.0
        if not start <= moment < start + length:
            return False
    if before and moment > _read_time(before)[0]:
        return False
    return not (after and moment < _read_time(after)[0])


def _read_time(text: str) -> tuple[float, bool]:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise RestError(400, 20001, f"not a date: {text}") from error
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.timestamp(), len(text) == len("2026-11-24")


def form_of(data: Mapping[str, Any] | None) -> dict[str, list[str]]:
    """Return parameters as lists of strings, as they are after a trip over the wire."""
    form: dict[str, list[str]] = {}
    for name, value in (data or {}).items():
        values = value if isinstance(value, list | tuple) else [value]
        form[name] = [_text(one) for one in values if one is not None]
    return form


def _text(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
