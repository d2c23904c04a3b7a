"""A little application to call, and the numbers and helpers of the emulator's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from twilio.request_validator import RequestValidator
from werkzeug.wrappers import Request, Response

from warmline.emulator import Emulator, PhoneCall

LINE = "+16505550100"
CALLER = "+12125550110"
SECOND_CALLER = "+12125550111"
VOLUNTEER = "+14155550120"
SECOND_VOLUNTEER = "+14155550121"
SID = "AC" + "0" * 32
TOKEN = "0123456789abcdef0123456789abcdef"
BASE = "https://line.test"
START = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
SETUP = 1.0
"""Seconds from dialling until the application is asked, or until the far end rings."""


@dataclass
class Hit:
    """One request that the application received."""

    path: str
    method: str
    params: dict[str, str]
    headers: dict[str, str]
    url: str
    at: float
    signed: bool


Answer = str | Response | Callable[[Hit], "str | Response"]


@dataclass
class App:
    """A WSGI application: by path, the verbs inside <Response>, a Response, or a function."""

    docs: dict[str, Answer] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)
    now: Callable[[], float] = lambda: 0.0

    def at(self, path: str) -> list[Hit]:
        """Return the requests for one path."""
        return [hit for hit in self.hits if hit.path == path]

    def only(self, path: str) -> Hit:
        """Return the one request for a path."""
        hits = self.at(path)
        assert len(hits) == 1, f"{path}: {len(hits)} requests"
        return hits[0]

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        request = Request(environ)
        form = request.form.to_dict()
        signature = request.headers.get("X-Twilio-Signature", "")
        hit = Hit(
            request.path,
            request.method,
            request.args.to_dict() | form,
            dict(request.headers),
            request.url,
            self.now(),
            bool(RequestValidator(TOKEN).validate(request.url, form, signature)),
        )
        self.hits.append(hit)
        answer = self.docs.get(request.path, "")
        if not isinstance(answer, str | Response):
            answer = answer(hit)
        if isinstance(answer, str):
            answer = twiml(answer)
        return answer(environ, start_response)


def twiml(verbs: str, status: int = 200) -> Response:
    """Return a TwiML response."""
    return Response(f"<Response>{verbs}</Response>", status, mimetype="text/xml")


def second(emu: Emulator, moment: float | None = None) -> float:
    """Return a moment (default: now) in seconds since the test began."""
    return round((emu.now if moment is None else moment) - START.timestamp(), 3)


def said(call: PhoneCall) -> list[str]:
    """Return the texts that were spoken to a handset."""
    return [one.text for one in call.heard if one.kind == "say"]


def kinds(call: PhoneCall) -> list[str]:
    """Return what sorts of things a handset heard, in order."""
    return [one.kind for one in call.heard]


def dial(emu: Emulator, number: str = CALLER, seconds: float = SETUP) -> PhoneCall:
    """Call the line and let time pass, by default until the application was asked."""
    call = emu.handset(number).dial(LINE)
    emu.run(seconds)
    return call


def finish(emu: Emulator, call: PhoneCall, limit: float = 300.0) -> None:
    """Run until a call is over, and what was sent at its end has arrived."""
    assert emu.run_until(lambda: call.state == "ended", limit), "the call did not end"
    emu.run(0.1)


def shared() -> Path:
    """Return the folder with Twilio's published contract; skip the test where it is absent."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "twilio"
    if not folder.is_dir():
        pytest.skip("the shared folder with Twilio's published contract is not here")
    return folder
