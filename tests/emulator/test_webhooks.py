"""How a webhook is made: time limits, retries, redirects, cookies, and what may come back."""

from __future__ import annotations

import pytest
from werkzeug.wrappers import Response

from tests.emulator.lab import BASE, CALLER, LINE, App, Hit, dial, finish, kinds, said, second
from warmline.emulator import Emulator, WsgiTransport, wav_seconds
from warmline.emulator.script import APOLOGY
from warmline.emulator.transport import ConnectFailed, HttpRequest, HttpResponse, TimedOut


class Flaky:
    """A transport whose first sends fail, and that remembers what was sent."""

    def __init__(self, inner: WsgiTransport, failures: list[Exception]) -> None:
        self.inner = inner
        self.failures = failures
        self.sent: list[HttpRequest] = []

    def send(self, request: HttpRequest) -> HttpResponse:
        self.sent.append(request)
        if self.failures:
            raise self.failures.pop(0)
        return self.inner.send(request)


def flaky(emu: Emulator, *failures: Exception) -> Flaky:
    assert isinstance(emu.transport, WsgiTransport)
    transport = Flaky(emu.transport, list(failures))
    emu.transport = transport
    return transport


def with_fallback(emu: Emulator) -> None:
    number = emu.owned(LINE)
    assert number is not None
    number.settings["voice_fallback_url"] = f"{BASE}/fallback"


def test_one_retry_and_only_on_connect_failure(emu: Emulator, app: App) -> None:
    """Default: one retry, and only when no connection could be made; both requests carry the same
    I-Twilio-Idempotency-Token."""
    app.docs["/voice"] = "<Say>hello</Say>"
    transport = flaky(emu, ConnectFailed("refused"))
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["hello"]
    voice = [one for one in transport.sent if one.url.endswith("/voice")]
    tokens = {one.headers["I-Twilio-Idempotency-Token"] for one in voice}
    assert len(voice) == 2
    assert len(tokens) == 1


def test_two_connect_failures_of_five_seconds_are_11205(emu: Emulator, app: App) -> None:
    """11205: two connects of five seconds each, then the fallback URL is tried."""
    with_fallback(emu)
    flaky(emu, ConnectFailed("timed out", 5.0), ConnectFailed("timed out", 5.0))
    dial(emu, seconds=20)
    sent = app.only("/fallback")
    assert sent.params["ErrorCode"] == "11205"
    assert second(emu, sent.at) == 11.0


def test_a_read_timeout_and_a_5xx_are_not_retried(emu: Emulator, app: App) -> None:
    """Neither a 5xx nor a read timeout is retried by default; the fallback is asked."""
    with_fallback(emu)
    transport = flaky(emu, TimedOut("no response", 15.0))
    dial(emu, seconds=20)
    assert [one.url for one in transport.sent][:2] == [f"{BASE}/voice", f"{BASE}/fallback"]
    app.docs["/voice"] = Response(status=503)
    dial(emu, "+12125550119", seconds=5)
    assert len(app.at("/voice")) == 1
    assert app.at("/fallback")[-1].params["ErrorCode"] == "11217"


def test_fifteen_seconds_are_the_ceiling(emu: Emulator, app: App) -> None:
    """Every voice webhook has 15 s in all; then the request has failed and the fallback is asked
    with ErrorCode and ErrorUrl."""
    with_fallback(emu)
    app.docs = {"/voice": "<Say>too late</Say>", "/fallback": "<Say>fallback</Say>"}
    emu.latency = lambda url: 15.5 if url.endswith("/voice") else 0.0
    call = dial(emu)
    finish(emu, call)
    sent = app.only("/fallback")
    assert second(emu, sent.at) == 16.0
    assert sent.params["ErrorCode"] == "11203"
    assert sent.params["ErrorUrl"] == f"{BASE}/voice"
    assert said(call) == ["fallback"]
    assert emu.requests[0].status == 0


def test_latency_below_the_limit_is_time_in_the_callers_ear(emu: Emulator, app: App) -> None:
    app.docs = {"/voice": "<Say>one</Say><Redirect>/two</Redirect>", "/two": "<Say>two</Say>"}
    emu.latency = lambda url: 4.0 if url.endswith("/two") else 0.0
    call = dial(emu)
    finish(emu, call)
    assert kinds(call) == ["ringback", "say", "silence", "say"]
    assert call.heard[2].seconds == pytest.approx(4.0)
    (silence,) = emu.dead_air()
    assert (silence.kind, silence.number) == ("dead", CALLER)
    assert silence.seconds == pytest.approx(4.0)


def test_overrides_in_the_fragment(emu: Emulator, app: App) -> None:
    """`#rc=3&rp=5xx&tt=...` after a webhook URL changes retries, policy and times; the fragment is
    neither sent nor signed."""
    number = emu.owned(LINE)
    assert number is not None
    number.settings["voice_url"] = f"{BASE}/voice#rc=3&rp=5xx,ct"
    answers = iter([Response(status=500), Response(status=502)])
    app.docs["/voice"] = lambda hit: next(answers, "<Say>at last</Say>")
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["at last"]
    assert len(app.at("/voice")) == 3
    assert all(hit.signed for hit in app.hits)


def test_a_shorter_limit_by_override(emu: Emulator, app: App) -> None:
    """rt is the read timeout in milliseconds, 100 to 15000."""
    number = emu.owned(LINE)
    assert number is not None
    number.settings["voice_url"] = f"{BASE}/voice#rt=2000"
    emu.latency = lambda url: 3.0
    call = dial(emu)
    finish(emu, call)
    assert said(call) == [APOLOGY]
    assert emu.alerts[0].code == 11203
    assert second(emu, emu.alerts[0].at) == 3.0


def test_without_fallback_the_caller_hears_an_apology_and_the_call_ends(
    emu: Emulator, app: App
) -> None:
    """No fallback: "an application error has occurred", the call ends, its status callback comes,
    and the failed request is kept with all its parameters."""
    app.docs["/voice"] = Response("oops", 500)
    call = dial(emu)
    finish(emu, call)
    assert said(call) == [APOLOGY]
    assert call.ended_because == "application error"
    assert app.only("/status").params["CallStatus"] == "completed"
    (alert,) = emu.alerts
    assert alert.code == 11217
    assert alert.variables["From"] == CALLER
    assert alert.response == "oops"


def test_a_fallback_may_carry_the_call_on(emu: Emulator, app: App) -> None:
    """The fallback gets ErrorCode and ErrorUrl and may return TwiML with which the call goes on,
    also for a later document of the call."""
    with_fallback(emu)
    app.docs = {
        "/voice": "<Redirect>/broken</Redirect>",
        "/broken": Response(status=404),
        "/fallback": "<Redirect>/again</Redirect>",
        "/again": "<Say>recovered</Say>",
    }
    call = dial(emu)
    finish(emu, call)
    assert app.only("/fallback").params["ErrorUrl"] == f"{BASE}/broken"
    assert said(call) == ["recovered"]


def test_a_failing_fallback_ends_the_call(emu: Emulator, app: App) -> None:
    """The fallback has no fallback."""
    with_fallback(emu)
    app.docs = {"/voice": Response(status=500), "/fallback": Response(status=500)}
    call = dial(emu)
    finish(emu, call)
    assert said(call) == [APOLOGY]
    assert len(app.at("/fallback")) == 1


def test_at_most_ten_http_redirects(emu: Emulator, app: App) -> None:
    """HTTP redirects are followed, ten at most; the eleventh is 11215."""

    def hop(hit: Hit) -> Response:
        number = int(hit.params.get("n", "0"))
        return Response(status=302, headers={"Location": f"/voice?n={number + 1}"})

    app.docs["/voice"] = hop
    call = dial(emu)
    finish(emu, call)
    assert emu.alerts[0].code == 11215
    assert len(app.at("/voice")) == 11


def test_an_http_redirect_of_a_gather_action_loses_digits(emu: Emulator, app: App) -> None:
    """A POST that is answered with 3xx becomes a bare GET: Digits are lost."""
    app.docs = {
        "/voice": '<Gather numDigits="1" action="/choice"/>',
        "/choice": Response(status=307, headers={"Location": "/elsewhere"}),
        "/elsewhere": "<Say>where to</Say>",
    }
    call = dial(emu)
    call.press("1")
    finish(emu, call)
    assert app.only("/choice").params["Digits"] == "1"
    followed = app.only("/elsewhere")
    assert (followed.method, followed.params, followed.signed) == ("GET", {}, True)
    assert said(call) == ["where to"]


def test_a_redirect_without_location_is_11216(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = Response(status=302)
    finish(emu, dial(emu))
    assert emu.alerts[0].code == 11216


def test_cookies_are_kept_per_call(emu: Emulator, app: App) -> None:
    """Cookies are kept as a browser keeps them, for the length of one call."""

    def voice(hit: Hit) -> Response:
        response = Response("<Response><Redirect>/two</Redirect></Response>", mimetype="text/xml")
        response.set_cookie("step", "one")
        return response

    app.docs["/voice"] = voice
    finish(emu, dial(emu))
    finish(emu, dial(emu))
    assert "Cookie" not in app.at("/voice")[1].headers
    assert [hit.headers["Cookie"] for hit in app.at("/two")] == ["step=one", "step=one"]


def test_credentials_in_the_url_are_sent_when_asked_for(emu: Emulator, app: App) -> None:
    """Userinfo in a URL: the first request goes without it; after a 401 it is repeated with."""
    number = emu.owned(LINE)
    assert number is not None
    number.settings["voice_url"] = "https://user:secret@line.test/voice"
    emu.transport = WsgiTransport({"https://user:secret@line.test": app})

    def voice(hit: Hit) -> str | Response:
        if "Authorization" not in hit.headers:
            return Response(status=401, headers={"WWW-Authenticate": 'Basic realm="line"'})
        return "<Say>welcome</Say>"

    app.docs["/voice"] = voice
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["welcome"]
    assert len(app.at("/voice")) == 2


@pytest.mark.parametrize(
    ("response", "code"),
    [
        (Response("<Response><Say>x</Say>", mimetype="text/xml"), 12100),
        (Response("<html><body>error</body></html>", mimetype="text/html"), 12102),
        (Response("", mimetype="text/xml"), 11770),
        (Response("{}", mimetype="application/json"), 12300),
        (Response("<Response/>", headers={"Content-Type": ""}), 12300),
        (Response("<Response>" + " " * 65536 + "</Response>", mimetype="text/xml"), 11750),
    ],
)
def test_what_is_no_twiml_is_an_error(
    emu: Emulator, app: App, response: Response, code: int
) -> None:
    """12100 not XML, 12102 no <Response>, 11770 empty, 12300 content type, 11750 above 64 kB."""
    app.docs["/voice"] = response
    call = dial(emu)
    finish(emu, call)
    assert [alert.code for alert in emu.alerts] == [code]
    assert said(call) == [APOLOGY]


@pytest.mark.parametrize("mimetype", ["text/xml", "application/xml", "text/html"])
def test_the_content_types_of_twiml(emu: Emulator, app: App, mimetype: str) -> None:
    """text/xml, application/xml and text/html are parsed as TwiML."""
    app.docs["/voice"] = Response(
        "<?xml version='1.0'?><!-- c --><Response><Say>hello</Say></Response>", mimetype=mimetype
    )
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["hello"]


def test_plain_text_is_read_aloud(emu: Emulator, app: App) -> None:
    """text/plain is performed when it is TwiML, else read aloud; then the call ends."""
    app.docs["/voice"] = Response("Please call back\nlater", mimetype="text/plain")
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["Please call back later"]
    app.docs["/voice"] = Response("<Response><Say>x</Say></Response>", mimetype="text/plain")
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["x"]


def wav(seconds: float) -> bytes:
    """Return a WAV file of 8 kHz mu-law silence."""
    size = int(8000 * seconds)
    header = b"RIFF" + (36 + size).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
    header += (7).to_bytes(2, "little") + (1).to_bytes(2, "little") + (8000).to_bytes(4, "little")
    header += (8000).to_bytes(4, "little") + (1).to_bytes(2, "little") + (8).to_bytes(2, "little")
    return header + b"data" + size.to_bytes(4, "little") + b"\xff" * size


def test_audio_is_played_and_then_the_call_ends(emu: Emulator, app: App) -> None:
    """An audio/* answer is played; then the call is over."""
    app.docs["/voice"] = lambda hit: Response(wav(3.0), mimetype="audio/wav")
    call = dial(emu)
    finish(emu, call)
    assert [(one.kind, one.text) for one in call.heard[1:]] == [("play", f"{BASE}/voice")]
    assert call.heard[1].seconds == pytest.approx(3.0)


def test_play_fetches_the_media_once_without_call_parameters(emu: Emulator, app: App) -> None:
    """Media are fetched by GET without the call's parameters, and cached."""
    app.docs = {
        "/voice": '<Play loop="2">/tone.wav</Play>',
        "/tone.wav": lambda hit: Response(wav(1.5), mimetype="audio/wav"),
    }
    call = dial(emu)
    finish(emu, call)
    sent = app.only("/tone.wav")
    assert (sent.method, sent.params) == ("GET", {})
    assert [one.seconds for one in call.heard[1:]] == [pytest.approx(1.5), pytest.approx(1.5)]


def test_media_that_cannot_be_had_is_an_alert_and_the_call_goes_on(emu: Emulator, app: App) -> None:
    app.docs = {
        "/voice": "<Play>/missing.wav</Play><Say>go on</Say>",
        "/missing.wav": Response(status=404),
    }
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["go on"]
    assert [alert.code for alert in emu.alerts] == [11217]


def test_the_length_of_a_play_can_be_declared(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = "<Play>/music.mp3</Play>"
    emu.sound = {f"{BASE}/music.mp3": 42.0}
    call = dial(emu)
    finish(emu, call)
    assert call.heard[-1].seconds == pytest.approx(42.0)
    assert app.at("/music.mp3") == []


def test_the_length_of_a_wav_file() -> None:
    assert wav_seconds(wav(2.5)) == 2.5
    assert wav_seconds(b"ID3 something else") is None
    assert wav_seconds(wav(2.0)[:8040]) == pytest.approx(1.0, abs=0.01)


def test_an_application_that_is_down_refuses_connections(emu: Emulator, app: App) -> None:
    transport = emu.transport
    assert isinstance(transport, WsgiTransport)
    transport.down.add(BASE)
    call = dial(emu)
    finish(emu, call)
    assert said(call) == [APOLOGY]
    assert emu.alerts[0].code == 11205


def test_an_exception_of_the_application_is_a_500(emu: Emulator, app: App) -> None:
    def broken(hit: Hit) -> str:
        raise LookupError("a bug")

    app.docs["/voice"] = broken
    call = dial(emu)
    finish(emu, call)
    assert emu.alerts[0].code == 11217
    assert isinstance(emu.transport, WsgiTransport)
    assert [type(error) for error in emu.transport.errors] == [LookupError]


def test_an_unknown_host_is_11210_and_a_bad_url_11100(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = "<Redirect>https://nowhere.test/</Redirect>"
    finish(emu, dial(emu))
    app.docs["/voice"] = "<Redirect>mailto:nobody</Redirect>"
    finish(emu, dial(emu))
    assert [alert.code for alert in emu.alerts] == [11210, 11100]
