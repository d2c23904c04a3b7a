"""The doors: signed requests only, and whoever knocks oddly gets an answer, never a failure."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tests.call_flows.provider import Provider
from tests.stories.conftest import SetStage
from warmline.demo.stage import PUBLIC_URL, Stage

NONSENSE = ["", "anonymous", "unknown", "+", "266696687", "sip:someone@example.org", "💥" * 50]


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    return set_stage()


@pytest.fixture
def provider(stage: Stage) -> Provider:
    return Provider.of(stage)


def every_door(stage: Stage) -> list[str]:
    """The address of every page that takes a provider's request."""
    values = {
        "language": "en",
        "call_id": "c0ffee",
        "leg": "1e9",
        "then": "wait",
        "name": "quiet",
        "seconds": 8,
        "run": "ab1e",
        "errand": "e44a",
        "page": 0,
        "tries": 0,
    }
    adapter = stage.app.url_map.bind("line.test", url_scheme="https")
    return sorted(
        {
            adapter.build(rule.endpoint, {a: values[a] for a in rule.arguments})
            for rule in stage.app.url_map.iter_rules()
            if "POST" in (rule.methods or set())
        }
    )


def spoken(response_text: str) -> str:
    return " ".join(etree.fromstring(response_text.encode()).itertext())


def test_a_request_without_a_signature_is_refused_everywhere(
    stage: Stage, provider: Provider
) -> None:
    doors = every_door(stage)
    assert len(doors) > 20
    for door in doors:
        assert provider.raw(door, data={"CallSid": "CA1"}).status_code == 403, door


def test_a_wrong_signature_is_refused_everywhere(stage: Stage, provider: Provider) -> None:
    for door in every_door(stage):
        refused = provider.raw(door, data={}, headers={"X-Twilio-Signature": "bm90IHNpZ25lZA=="})
        assert refused.status_code == 403, door


ODD_QUERIES = [
    "\xff",
    "%ff",
    "bodySHA256=",
    "bodySHA256=x&bodySHA256=y",
    "&" * 900,
    "=\xed\xa0\x80",
]
ODD_BODIES = [
    ("", None),
    ("a=1", "application/x-www-form-urlencoded"),
    ("\xff=\xed\xa0\x80", "application/x-www-form-urlencoded; charset=utf-16"),
    ("{}", ""),
]


@pytest.mark.parametrize("query", ODD_QUERIES)
@pytest.mark.parametrize("signature", ["", "x", "\xe9", "a,b"])
def test_however_odd_a_strangers_request_is_it_is_refused(
    stage: Stage, query: str, signature: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not answered, not failed, and without a line in the log."""
    for path in ("/call", "/call/en/\xff/wait", "/call/en/x/told/\xff//?", "/offer/|"):
        for body, kind in ODD_BODIES:
            odd = EnvironBuilder(method="POST", base_url=PUBLIC_URL, content_type=kind)
            odd.input_stream = io.BytesIO(body.encode("latin-1"))
            environ = odd.get_environ()
            environ["PATH_INFO"], environ["QUERY_STRING"] = path, query
            environ["CONTENT_LENGTH"] = str(len(body))
            environ["HTTP_X_TWILIO_SIGNATURE"] = signature
            environ["HTTP_X_TWILIO_WEBHOOKS_SIGNATURE_SETTINGS"] = "key=1,algorithm=HMAC_SHA256"
            _, status, _ = run_wsgi_app(stage.app, environ)
            assert status.startswith("403"), (path, body, kind)
    out, err = capfd.readouterr()
    assert out + err == ""


def test_only_posts_are_taken(stage: Stage, provider: Provider) -> None:
    for door in every_door(stage):
        assert provider.raw(door, method="GET").status_code == 405, door


def test_what_is_not_a_form_is_refused(stage: Stage, provider: Provider) -> None:
    for door in every_door(stage):
        refused = provider.raw(door, json={"CallSid": "CA1"}, headers={"X-Twilio-Signature": "x"})
        assert refused.status_code == 415, door


def test_a_request_that_is_too_large_is_refused(provider: Provider) -> None:
    refused = provider.posts("/call", Digits="1" * 70_000)
    assert refused.status_code == 413


@pytest.mark.parametrize("name", ["0" * 32, "quiet", "..%2f..%2fsecret_key", "0" * 32 + "%0a"])
def test_a_recording_is_had_by_the_hash_of_it_and_by_nothing_else(
    provider: Provider, name: str
) -> None:
    assert provider.raw(f"/sound/words/{name}.wav", method="GET").status_code == 404


def test_what_nobody_signs_is_read_only_and_known(stage: Stage, provider: Provider) -> None:
    """A page that is added here tells strangers something: see what, before you list it."""
    unsigned = {
        str(rule): (rule.methods or set()) - {"HEAD", "OPTIONS"}
        for rule in stage.app.url_map.iter_rules()
        if "POST" not in (rule.methods or set())
    }
    assert set(unsigned) == {
        "/healthz",
        "/metrics",
        "/readyz",
        "/sound/<name>-<int:seconds>.wav",
        "/sound/words/<name>.wav",
        "/static/<path:filename>",
    }
    assert all(methods == {"GET"} for methods in unsigned.values())
    for path in ("/healthz", "/metrics", "/readyz"):
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            assert provider.raw(path, method=method).status_code == 405


def test_nothing_else_is_open(stage: Stage, provider: Provider) -> None:
    for path in ("/", "/admin", "/call/en", "/offer", "/static/x", "/metrics", "/../etc/passwd"):
        assert provider.raw(path, method="GET").status_code in {404, 405}, path


def test_no_page_fails_for_a_call_or_a_phone_that_nobody_knows(
    stage: Stage, provider: Provider
) -> None:
    """Redis was emptied, or somebody made it up: a sentence for the caller, never a failure."""
    for door in every_door(stage):
        for digits in ("", "1", "9", "*", "##9", "x", "1" * 300):
            answer = provider.posts(door, Digits=digits, CallSid="CA" + "2" * 32)
            assert answer.status_code in {200, 204}, (door, digits)


def test_no_page_fails_without_any_field(stage: Stage, provider: Provider) -> None:
    from twilio.request_validator import RequestValidator

    from warmline.demo.stage import TOKEN

    for door in every_door(stage):
        signature = RequestValidator(TOKEN).compute_signature(f"{PUBLIC_URL}{door}", {})
        answer = provider.raw(door, data={}, headers={"X-Twilio-Signature": signature})
        assert answer.status_code in {200, 204}, door


@pytest.mark.parametrize("caller", NONSENSE)
def test_any_caller_id_is_greeted(provider: Provider, caller: str) -> None:
    answer = provider.posts("/call", From=caller, CallStatus="ringing")
    assert answer.status_code == 200
    assert "peer line" in spoken(answer.text)


def test_a_number_that_nobody_has_set_up_names_988(provider: Provider) -> None:
    answer = provider.posts("/call", To="+16505550199")
    assert answer.status_code == 200
    assert "nine eight eight" in spoken(answer.text)


def test_the_same_arrival_twice_is_one_call(stage: Stage, provider: Provider) -> None:
    first, second = provider.posts("/call"), provider.posts("/call")
    assert first.text == second.text


def test_a_replayed_key_does_no_harm(stage: Stage, provider: Provider) -> None:
    """The signature has no nonce: whoever replays a request only repeats what was said."""
    caller = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.takes_the_call()
    caller.is_connected_to(river)
    keys = [r for r in stage.emulator.requests if r.method == "POST" and "key" in r.url]
    answers = [r for r in stage.emulator.requests if r.url.endswith("/answered")]
    for request in keys + answers:
        provider.posts(request.url.removeprefix(PUBLIC_URL), **request.params)
    stage.wait(2)
    caller.is_connected_to(river)
    assert len(river.handset.calls) == 1


def test_a_request_of_a_call_that_is_long_over_rings_nobody_for_long(
    stage: Stage, provider: Provider
) -> None:
    """Recorded and sent again, it looks like a caller's after the store was emptied."""
    provider.posts(f"/call/en/{'ab' * 12}/menu/key", CallSid="CA" + "9" * 32, Digits="1")
    assert len(stage.calls.waiting("county")) == 1
    stage.wait(3)
    assert stage.calls.waiting("county") == []
    stage.supporter("River").stays_silent(20)


@pytest.mark.parametrize("door", ["/progress/caller", "/progress/c0ffee"])
def test_what_the_provider_keeps_of_a_call_unknown_to_us_is_deleted_too(
    stage: Stage, provider: Provider, door: str
) -> None:
    """Our side was broken while it lasted: its number is not to stay there for a year."""
    sid = "CA" + "4" * 32
    stage.working = False
    assert provider.posts(door, CallStatus="in-progress", CallSid=sid).status_code == 204
    assert stage.calls.to_forget() == []
    assert provider.posts(door, CallStatus="completed", CallSid=sid).status_code == 204
    assert stage.calls.to_forget() == [sid]


def test_what_fails_while_something_else_is_being_mended_is_not_told_in_the_log(
    stage: Stage,
    provider: Provider,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Nobody knows the call, and then the store fails, too, with a number in its words."""

    def failing(*_: object, **__: object) -> None:
        raise ValueError("cannot open +16505550150")

    monkeypatch.setattr(stage.calls, "open", failing)
    answer = provider.posts("/call/en/c0ffee/wait")
    assert answer.status_code == 200
    assert "One moment, please." in spoken(answer.text)
    out, err = capfd.readouterr()
    told = out + err + caplog.text
    assert "ValueError" in told
    for secret in ("5550150", "c0ffee", "Traceback"):
        assert secret not in told


def test_a_late_report_of_an_old_phone_does_no_harm(stage: Stage, provider: Provider) -> None:
    caller = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.rings()
    first = river.call
    river.declines()
    stage.wait(1)
    caller.hangs_up()
    again = stage.caller("+16505550151", "Second caller").reaches_waiting()
    river.takes_the_call()
    again.is_connected_to(river)
    leg = next(
        r.url for r in stage.emulator.requests if "/progress/" in r.url and "caller" not in r.url
    )
    path = leg.removeprefix(PUBLIC_URL)
    for status in ("completed", "busy", "no-answer", "failed", "canceled", "", "nonsense"):
        assert provider.posts(path, CallStatus=status, CallSid=first.sid).status_code == 204
    stage.wait(2)
    again.is_connected_to(river)


def test_if_redis_is_frozen_the_caller_hears_a_sentence_and_9_still_works(
    stage: Stage, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    import redis as redis_library

    def frozen(*_: object, **__: object) -> None:
        raise redis_library.TimeoutError("frozen")

    monkeypatch.setattr(stage.calls, "_judge", frozen)
    answer = provider.posts("/call")
    assert answer.status_code == 200
    assert "One moment, please." in spoken(answer.text)
    (action,) = etree.fromstring(answer.text.encode()).xpath("//Gather/@action")
    path = str(action).removeprefix(PUBLIC_URL)
    bridged = provider.posts(path, Digits="9")
    assert "+18002738255" in spoken(bridged.text)
    again = provider.posts(path)
    assert "nine eight eight" in spoken(again.text), "it lasts: all that there is to say"
    for _ in range(3):
        (action,) = etree.fromstring(again.text.encode()).xpath("//Gather/@action") or ("",)
        if not action:
            break
        again = provider.posts(str(action).removeprefix(PUBLIC_URL))
    assert "nine eight eight" in spoken(again.text)
    assert "Hangup" in again.text


def test_a_fault_of_ours_is_not_a_supporters_miss(
    stage: Stage, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store is away as River picks up: River is asked again a moment later."""
    import redis as redis_library

    caller = stage.caller().reaches_waiting()
    river = stage.supporter("River")
    river.rings()
    asked = stage.calls._judge

    def away(*_: object, **__: object) -> None:
        monkeypatch.setattr(stage.calls, "_judge", asked)
        raise redis_library.TimeoutError("away")

    stage.working = False
    monkeypatch.setattr(stage.calls, "_judge", away)
    river.answers()
    stage.working = True
    river.hears("offer", alias="River", within=5)
    river.presses("1")
    caller.is_connected_to(river)
    stage.check(stage.misses("River") == 0, "River has missed nothing")
