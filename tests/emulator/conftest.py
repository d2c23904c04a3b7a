"""A little application to call: its documents are set by each test, its requests recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from twilio.request_validator import RequestValidator
from twilio.rest import Client
from werkzeug.wrappers import Request, Response

from warmline.emulator import Emulator, Handset, ManualClock, WsgiTransport

from .client import client_for

LINE = "+16505550100"
OTHER_LINE = "+16505550101"
CALLER = "+12125550110"
SECOND_CALLER = "+12125550111"
VOLUNTEER = "+14155550120"
SECOND_VOLUNTEER = "+14155550121"
SID = "AC" + "0" * 32
TOKEN = "0123456789abcdef0123456789abcdef"
BASE = "https://line.test"
START = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)

Answer = str | Response | Callable[["Hit"], "str | Response"]


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


@dataclass
class App:
    """A WSGI application: `docs` by path, TwiML without its <Response>, or anything callable."""

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
        params = request.args.to_dict() | request.form.to_dict()
        validator = RequestValidator(TOKEN)
        signature = request.headers.get("X-Twilio-Signature", "")
        form = request.form.to_dict()
        hit = Hit(
            request.path,
            request.method,
            params,
            dict(request.headers),
            request.url,
            self.now(),
            bool(validator.validate(request.url, form, signature)),
        )
        self.hits.append(hit)
        answer = self.docs.get(request.path, "")
        if callable(answer) and not isinstance(answer, Response):
            answer = answer(hit)
        if isinstance(answer, str):
            answer = Response(f"<Response>{answer}</Response>", mimetype="text/xml")
        return answer(environ, start_response)


@pytest.fixture
def app() -> App:
    return App()


@pytest.fixture
def emu(app: App) -> Iterator[Emulator]:
    with Emulator(
        SID, TOKEN, clock=ManualClock(START), transport=WsgiTransport({BASE: app}), seed=1
    ) as emulator:
        emulator.add_number(LINE, voice_url=f"{BASE}/voice")
        app.now = lambda: emulator.now
        yield emulator


@pytest.fixture
def api(emu: Emulator) -> Client:
    return client_for(emu)


@pytest.fixture
def caller(emu: Emulator) -> Handset:
    return emu.handset(CALLER)


@pytest.fixture
def volunteer(emu: Emulator) -> Handset:
    return emu.handset(VOLUNTEER)
