"""An incoming call: what is asked, what is sent along, and when the call counts as answered."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.emulator.lab import BASE, CALLER, LINE, App, dial, finish, kinds, said, second
from warmline.emulator import Emulator


def test_the_standard_parameters_are_always_sent_empty_ones_too(emu: Emulator, app: App) -> None:
    """Every voice request has CallSid, AccountSid, From, To, CallStatus, ApiVersion, Direction,
    the duplicates Caller and Called, and City, State, Zip and Country of all four: an unknown
    place is an empty string and not left out."""
    call = dial(emu)
    sent = app.only("/voice")
    assert sent.method == "POST"
    assert sent.params["CallSid"] == call.sid
    assert sent.params["AccountSid"] == emu.account_sid
    assert sent.params["From"] == sent.params["Caller"] == CALLER
    assert sent.params["To"] == sent.params["Called"] == LINE
    assert sent.params["ApiVersion"] == "2010-04-01"
    assert sent.params["Direction"] == "inbound"
    assert sent.params["CallToken"]
    for side in ("From", "To", "Caller", "Called"):
        for part in ("City", "State", "Zip", "Country"):
            assert sent.params[side + part] == ""


def test_the_headers_are_those_of_twilios_proxy(emu: Emulator, app: App) -> None:
    """Requests come from TwilioProxy/1.1, form-encoded, signed, with an idempotency token."""
    dial(emu)
    headers = app.only("/voice").headers
    assert headers["User-Agent"] == "TwilioProxy/1.1"
    assert headers["Content-Type"] == "application/x-www-form-urlencoded; charset=UTF-8"
    assert headers["I-Twilio-Idempotency-Token"]
    assert app.only("/voice").signed


def test_call_status_is_ringing_first_and_in_progress_later(emu: Emulator, app: App) -> None:
    """CallStatus of the first request is "ringing"; later requests of the call say in-progress."""
    app.docs = {"/voice": "<Say>hello</Say><Redirect>/next</Redirect>", "/next": ""}
    finish(emu, dial(emu))
    assert app.only("/voice").params["CallStatus"] == "ringing"
    assert app.only("/next").params["CallStatus"] == "in-progress"


def test_a_get_webhook_has_its_parameters_in_the_query_and_no_call_token(
    emu: Emulator, app: App
) -> None:
    """With voice_method GET parameters stand in the query, which is signed; CallToken is POST
    only."""
    number = emu.owned(LINE)
    assert number is not None
    number.settings["voice_method"] = "GET"
    dial(emu)
    sent = app.only("/voice")
    assert sent.method == "GET"
    assert sent.signed
    assert sent.params["From"] == CALLER
    assert "CallToken" not in sent.params


def test_a_withheld_number_arrives_as_anonymous(emu: Emulator, app: App) -> None:
    """A withheld caller ID: From is "anonymous", no E.164."""
    emu.handset(CALLER).dial(LINE, caller_id="anonymous")
    emu.run(2)
    assert app.only("/voice").params["From"] == "anonymous"


@pytest.mark.parametrize("voice_url", ["", None])
def test_a_number_without_voice_url_is_out_of_service_and_logs_no_call(
    emu: Emulator, app: App, api: Client, voice_url: str | None
) -> None:
    """With an empty voice_url the number is out of service; such calls are not even logged."""
    if voice_url is None:
        emu.numbers.clear()
    else:
        api.incoming_phone_numbers.list()[0].update(voice_url="")
    call = dial(emu)
    finish(emu, call)
    assert call.ended_because == "not in service"
    assert said(call) == ["The number you have dialed is not in service."]
    assert app.hits == []
    assert api.calls.list() == []


def test_an_empty_response_answers_and_ends_the_call(emu: Emulator, api: Client, app: App) -> None:
    """An empty <Response/> leaves nothing to do: the call is answered, billed, and over."""
    call = dial(emu)
    finish(emu, call)
    assert api.calls(call.sid).fetch().status == "completed"
    assert call.answered_at is not None


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("<Reject/>", "no-answer"),
        ('<Reject reason="rejected"/>', "no-answer"),
        ('<Reject reason="busy"/>', "busy"),
    ],
)
def test_reject_first_never_answers(
    emu: Emulator, app: App, api: Client, verb: str, status: str
) -> None:
    """Reject as the first verb: not answered, not billed; busy, or no-answer by default."""
    app.docs["/voice"] = verb
    call = dial(emu)
    finish(emu, call)
    assert api.calls(call.sid).fetch().status == status
    assert call.answered_at is None
    assert kinds(call) == ["ringback"]


def test_hangup_first_answers_and_bills(emu: Emulator, app: App, api: Client) -> None:
    """Hangup as the first verb does answer the call; only Reject does not."""
    app.docs["/voice"] = "<Hangup/>"
    call = dial(emu)
    finish(emu, call)
    assert api.calls(call.sid).fetch().status == "completed"


def test_a_pause_first_lets_it_ring_on(emu: Emulator, app: App) -> None:
    """A Pause at the very beginning makes Twilio wait before it answers: the caller hears
    ringing, not silence."""
    app.docs["/voice"] = '<Pause length="4"/><Say>hello</Say>'
    call = dial(emu, seconds=4.9)
    assert call.state == "dialing"
    emu.run(0.2)
    assert call.state == "in-progress"
    assert kinds(call) == ["ringback", "say"]


def test_the_status_callback_of_the_number_comes_once_when_the_call_ends(
    emu: Emulator, app: App
) -> None:
    """An inbound number's status callback comes once, at the end: completed, with CallDuration in
    seconds and Duration in (begun) minutes."""
    app.docs["/voice"] = '<Say>hello</Say><Pause length="70"/>'
    call = dial(emu, seconds=60)
    assert app.at("/status") == []
    finish(emu, call)
    sent = app.only("/status")
    assert sent.params["CallStatus"] == "completed"
    assert sent.params["CallDuration"] == "70"
    assert sent.params["Duration"] == "2"
    assert sent.params["SequenceNumber"] == "0"
    assert sent.params["CallbackSource"] == "call-progress-events"
    assert sent.params["Timestamp"].startswith("Tue, 24 Nov 2026 18:01:11 +0000")
    assert sent.signed


def test_a_caller_who_hangs_up_while_it_rings_leaves_no_trace(
    emu: Emulator, app: App, api: Client
) -> None:
    """A call that is given up before it reaches Twilio is unknown there."""
    call = dial(emu, seconds=0.5)
    call.hang_up()
    emu.run(5)
    assert call.ended_because == "hung up"
    assert app.hits == []
    assert api.calls.list() == []


def test_the_caller_hears_ringing_until_the_call_is_answered(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = "<Say>one two three four five</Say>"
    call = dial(emu)
    finish(emu, call)
    first, second_sound = call.heard
    assert (first.kind, first.seconds, first.complete) == ("ringback", 1.0, True)
    assert second_sound.text == "one two three four five"
    assert second_sound.seconds == pytest.approx(2.0)
    assert second(emu, second_sound.at) == 1.0


def test_with_a_voice_application_the_voice_url_is_ignored(emu: Emulator, api: Client) -> None:
    """voice_url is ignored while voice_application_sid (or trunk_sid) is set."""
    number = api.incoming_phone_numbers.list(phone_number=LINE)[0]
    number.update(voice_application_sid="AP" + "0" * 32, voice_url=f"{BASE}/voice")
    call = dial(emu)
    finish(emu, call)
    assert call.ended_because == "not in service"
