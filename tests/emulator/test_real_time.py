"""The emulator as a server: real clock, real sockets, the true twilio-python client."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response as TwilioResponse
from twilio.rest import Client
from werkzeug.wrappers import Response

from tests.emulator.lab import CALLER, LINE, SID, TOKEN, VOLUNTEER, App, Hit, said
from warmline.emulator import Emulator, HttpTransport, RealClock, WsgiTransport, behaviours
from warmline.emulator.script import APOLOGY
from warmline.emulator.server import Running

SPEED = 40.0


class LocalTwilio(TwilioHttpClient):  # type: ignore[misc] # twilio ships no types
    """twilio-python's own HTTP client, with the host replaced: how the demo points it here."""

    def __init__(self, base: str) -> None:
        super().__init__(timeout=10)
        self.base = urlsplit(base)

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> TwilioResponse:
        parts = urlsplit(url)
        local = (self.base.scheme, self.base.netloc, parts.path, parts.query, "")
        return super().request(method, urlunsplit(local), *args, **kwargs)


@pytest.fixture
def emu() -> Iterator[Emulator]:
    with Emulator(SID, TOKEN, RealClock(speed=SPEED), HttpTransport(), seed=1) as emulator:
        yield emulator


@pytest.fixture
def server(emu: Emulator, app: App) -> Iterator[Running]:
    """Serve the REST API, and the application under /line."""
    emu.mount("/line", app)
    running = emu.serve("127.0.0.1", 0)
    emu.add_number(
        LINE, voice_url=f"{running.url}/line/voice", status_callback=f"{running.url}/line/status"
    )
    yield running
    running.stop()


@pytest.fixture
def api(server: Running) -> Client:
    return Client(SID, TOKEN, http_client=LocalTwilio(server.url))


def soon(holds: Callable[[], bool], seconds: float = 4.0) -> None:
    """Wait in real time, a few seconds at most."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


def test_a_whole_call_over_sockets(emu: Emulator, app: App, server: Running, api: Client) -> None:
    """The client cannot tell it from Twilio: create, callbacks, redirect, fetch, list, delete."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=4, keys=[(8.0, "1")])
    base = f"{server.url}/line"
    app.docs = {
        "/hello": '<Gather numDigits="1" action="choice" timeout="60"><Say>hello</Say></Gather>',
        "/choice": '<Say>thank you</Say><Pause length="600"/>',
        "/new": "<Say>a new page</Say>",
    }
    made = api.calls.create(
        to=VOLUNTEER,
        from_=LINE,
        url=f"{base}/hello",
        status_callback=f"{base}/events",
        status_callback_event=["initiated", "ringing", "answered", "completed"],
    )
    assert made.status == "queued"
    assert emu.run_until(lambda: bool(app.at("/choice")), 60)
    assert app.only("/choice").params["Digits"] == "1"
    api.calls(made.sid).update(url=f"{base}/new")
    soon(lambda: len(app.at("/events")) == 4)
    assert [hit.params["CallStatus"] for hit in app.at("/events")] == [
        "initiated",
        "ringing",
        "in-progress",
        "completed",
    ]
    assert all(hit.signed for hit in app.hits)
    assert said(emu.handset(VOLUNTEER).calls[0])[-1] == "a new page"
    assert [one.sid for one in api.calls.list()] == [made.sid]
    assert api.calls(made.sid).delete()
    with pytest.raises(TwilioRestException) as caught:
        api.calls(made.sid).fetch()
    assert caught.value.code == 20404


def test_an_incoming_call_over_sockets(emu: Emulator, app: App, server: Running) -> None:
    app.docs["/voice"] = '<Say>welcome</Say><Gather timeout="60" numDigits="1" action="choice"/>'
    call = emu.handset(CALLER).dial(LINE)
    assert emu.run_until(lambda: call.gather_open, 30)
    call.press("5")
    soon(lambda: call.state == "ended")
    soon(lambda: bool(app.at("/status")))
    assert app.only("/choice").params["Digits"] == "5"
    assert emu.dead_air(30.0) == []


def test_the_application_may_use_rest_inside_a_webhook(
    emu: Emulator, app: App, server: Running, api: Client
) -> None:
    """While a webhook is being answered the API answers too: no lock is held meanwhile."""

    def choice(hit: Hit) -> str:
        api.calls(hit.params["CallSid"]).update(url=f"{server.url}/line/new")
        return "<Say>overtaken</Say>"

    app.docs = {"/voice": "<Redirect>choice</Redirect>", "/new": "<Say>new</Say>"}
    app.docs["/choice"] = choice
    call = emu.handset(CALLER).dial(LINE)
    soon(lambda: call.state == "ended")
    assert said(call) == ["new"]


def test_a_hang_up_does_not_wait_for_a_slow_webhook(
    emu: Emulator, app: App, server: Running
) -> None:
    release = threading.Event()

    def slow(hit: Hit) -> str:
        release.wait(5)
        return "<Say>too late</Say>"

    app.docs["/voice"] = slow
    call = emu.handset(CALLER).dial(LINE)
    soon(lambda: bool(app.at("/voice")))
    call.hang_up()
    soon(lambda: bool(app.at("/status")))
    release.set()
    assert said(call) == []


def test_a_slow_webhook_is_given_up(emu: Emulator, app: App, server: Running) -> None:
    """The limits hold in real seconds: here shortened by an override to 200 ms."""
    number = emu.owned(LINE)
    assert number is not None
    number.settings["voice_url"] += "#rt=200"

    def slow(hit: Hit) -> str:
        time.sleep(0.6)
        return "<Say>too late</Say>"

    app.docs["/voice"] = slow
    call = emu.handset(CALLER).dial(LINE)
    soon(lambda: call.state == "ended")
    assert said(call) == [APOLOGY]
    assert emu.alerts[0].code == 11203


def test_a_dribbling_response_is_given_up_too(emu: Emulator, app: App, server: Running) -> None:
    """tt is the limit over everything, however often something arrives."""
    number = emu.owned(LINE)
    assert number is not None
    number.settings["voice_url"] += "#tt=300"

    def dribble(hit: Hit) -> Response:
        def body() -> Iterator[bytes]:
            for _part in range(10):
                time.sleep(0.1)
                yield b" " * 20000

        return Response(body(), mimetype="text/xml")

    app.docs["/voice"] = dribble
    call = emu.handset(CALLER).dial(LINE)
    soon(lambda: call.state == "ended")
    assert emu.alerts[0].code == 11203


def test_connection_refused_and_unknown_host(
    emu: Emulator, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """11205 when nobody listens, 11210 when the name is unknown; each after one retry."""
    number = emu.owned(LINE)
    assert number is not None
    real = socket.getaddrinfo

    def lookup(host: str, *args: Any, **kwargs: Any) -> Any:
        if host == "line.invalid":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    number.settings["voice_url"] = "http://127.0.0.1:9/voice"
    call = emu.handset(CALLER).dial(LINE)
    soon(lambda: call.state == "ended")
    number.settings["voice_url"] = "http://line.invalid/voice"
    call = emu.handset(CALLER).dial(LINE)
    soon(lambda: call.state == "ended")
    assert [alert.code for alert in emu.alerts] == [11205, 11210]


def test_a_compressed_answer_is_unpacked(emu: Emulator, app: App, server: Running) -> None:
    packed = gzip.compress(b"<Response><Say>packed</Say></Response>")
    app.docs["/voice"] = lambda hit: Response(
        packed, mimetype="text/xml", headers={"Content-Encoding": "gzip"}
    )
    call = emu.handset(CALLER).dial(LINE)
    soon(lambda: call.state == "ended")
    assert said(call) == ["packed"]


def test_the_api_over_plain_http(emu: Emulator, server: Running) -> None:
    """Basic auth is checked; answers carry Twilio's headers; errors are JSON."""
    url = f"{server.url}/2010-04-01/Accounts/{SID}/Calls.json"
    assert requests.get(url, timeout=5).status_code == 401
    answer = requests.get(url, auth=(SID, TOKEN), timeout=5)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Twilio-Request-Id"].startswith("RQ")
    assert requests.get(url, auth=(SID, "x"), timeout=5).json()["code"] == 20003
    assert requests.get(f"{server.url}/elsewhere", auth=(SID, TOKEN), timeout=5).status_code == 404


def test_a_request_without_answer_over_a_socket(emu: Emulator, server: Running) -> None:
    """status 0: the connection is closed without an answer."""
    emu.fail_next_rest(0)
    url = f"{server.url}/2010-04-01/Accounts/{SID}/Calls.json"
    with pytest.raises(requests.exceptions.ConnectionError):
        requests.get(url, auth=(SID, TOKEN), timeout=5)
    assert requests.get(url, auth=(SID, TOKEN), timeout=5).status_code == 200


def test_a_real_clock_with_applications_in_the_process(app: App) -> None:
    app.docs["/voice"] = "<Say>hello</Say>"
    transport = WsgiTransport({"https://line.test": app})
    with Emulator(SID, TOKEN, RealClock(speed=SPEED), transport) as emulator:
        emulator.add_number(LINE, voice_url="https://line.test/voice")
        seen: list[float] = []
        emulator.after_event(lambda: seen.append(emulator.now))
        call = emulator.handset(CALLER).dial(LINE)
        assert emulator.run_until(lambda: call.state == "ended", 60)
        before = emulator.now
        emulator.run(2)
        assert emulator.now - before >= 2
        assert not emulator.run_until(lambda: False, 0.5)
    assert seen
    assert said(call) == ["hello"]


def test_a_page_is_told_of_changes(emu: Emulator, app: App, server: Running) -> None:
    """wait_for_change returns as soon as something changes, or after its time."""
    app.docs["/voice"] = '<Say>hello</Say><Gather timeout="600"/>'
    version = emu.snapshot()["version"]
    assert emu.wait_for_change(version, 0.05)["version"] == version
    got: list[int] = []
    waiter = threading.Thread(target=lambda: got.append(emu.wait_for_change(version, 5)["version"]))
    waiter.start()
    call = emu.handset(CALLER).dial(LINE)
    waiter.join(5)
    assert got
    assert got[0] > version
    assert emu.run_until(lambda: call.gather_open, 30)
    (handset,) = emu.snapshot()["handsets"]
    assert handset["call"]["gather_open"]
    assert handset["state"] == "in-progress"
