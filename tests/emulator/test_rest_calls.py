"""The Calls resource through the true twilio-python client."""

from __future__ import annotations

from datetime import timedelta

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client
from werkzeug.wrappers import Response

from tests.emulator.client import client_for
from tests.emulator.lab import (
    BASE,
    CALLER,
    LINE,
    SECOND_VOLUNTEER,
    START,
    VOLUNTEER,
    App,
    dial,
    finish,
    said,
    second,
)
from warmline.emulator import Emulator, Faults, behaviours

ALL = ["initiated", "ringing", "answered", "completed"]


def ring(api: Client, to: str = VOLUNTEER, **options: object) -> str:
    """Have the line call somebody; return the CallSid."""
    options.setdefault("url", f"{BASE}/hello")
    sid = api.calls.create(to=to, from_=LINE, **options).sid
    assert isinstance(sid, str)
    return sid


def test_a_new_call_is_queued(emu: Emulator, api: Client) -> None:
    """POST /Calls answers 201 with status queued."""
    made = api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/hello")
    assert (made.status, made.direction, made._from) == ("queued", "outbound-api", LINE)
    assert made.duration is None
    assert emu.rest_log[0].status == 201


def test_the_life_of_an_answered_call(emu: Emulator, app: App, api: Client) -> None:
    """queued, initiated (an event only), ringing, in-progress (event answered), completed; every
    callback with SequenceNumber, Timestamp and CallbackSource, the last with CallDuration in
    seconds and Duration in minutes."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=4)
    app.docs["/hello"] = '<Say>hello</Say><Pause length="29"/>'
    sid = ring(api, status_callback=f"{BASE}/events", status_callback_event=ALL)
    emu.run(0.5)
    assert api.calls(sid).fetch().status == "queued"
    emu.run(2)
    assert api.calls(sid).fetch().status == "ringing"
    emu.run(5)
    assert api.calls(sid).fetch().status == "in-progress"
    emu.run(40)
    ended = api.calls(sid).fetch()
    assert (ended.status, ended.duration) == ("completed", "29")
    sent = [hit.params for hit in app.at("/events")]
    assert [one["CallStatus"] for one in sent] == [
        "initiated",
        "ringing",
        "in-progress",
        "completed",
    ]
    assert [one["SequenceNumber"] for one in sent] == ["0", "1", "2", "3"]
    assert [one["Timestamp"][17:25] for one in sent] == [
        "18:00:00",
        "18:00:01",
        "18:00:05",
        "18:00:34",
    ]
    assert (sent[3]["CallDuration"], sent[3]["Duration"]) == ("29", "1")
    assert app.only("/hello").params["Direction"] == "outbound-api"
    assert app.only("/hello").params["CallStatus"] == "in-progress"


@pytest.mark.parametrize(
    ("behaviour", "status", "sip"),
    [
        (behaviours.Busy(), "busy", "486"),
        (behaviours.Unreachable(), "failed", "404"),
        (behaviours.Ignores(), "no-answer", "487"),
    ],
)
def test_the_ends_of_an_unanswered_call(
    emu: Emulator, app: App, api: Client, behaviour: behaviours.Behaviour, status: str, sip: str
) -> None:
    """busy, failed and no-answer come as the event completed, with SipResponseCode, no duration
    in the resource, and no request for TwiML."""
    emu.handset(VOLUNTEER).behaviour = behaviour
    sid = ring(api, status_callback=f"{BASE}/events", timeout=20)
    emu.run(30)
    call = api.calls(sid).fetch()
    assert (call.status, call.duration) == (status, None)
    sent = app.only("/events").params
    assert (sent["CallStatus"], sent["SipResponseCode"]) == (status, sip)
    assert (sent["CallDuration"], sent["SequenceNumber"]) == ("0", "0")
    assert app.at("/hello") == []


def test_the_timeout_of_a_call(emu: Emulator, app: App, api: Client) -> None:
    """Timeout is 60 s by default."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Ignores()
    ring(api, status_callback=f"{BASE}/events")
    emu.run(100)
    assert second(emu, app.only("/events").at) == 60


def test_events_may_be_one_string(emu: Emulator, app: App, api: Client) -> None:
    """StatusCallbackEvent: the key repeated, or one string of words."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Busy()
    ring(api, status_callback=f"{BASE}/events", status_callback_event=["initiated completed"])
    emu.run(5)
    assert [hit.params["CallStatus"] for hit in app.at("/events")] == ["initiated", "busy"]


def test_one_outbound_call_a_second(emu: Emulator, app: App, api: Client) -> None:
    """One POST /Calls a second goes out; more are queued, not refused. Inbound calls and Dial are
    not counted."""
    for digit in range(4):
        emu.handset(f"+1415555013{digit}").behaviour = behaviours.Ignores()
        ring(api, f"+1415555013{digit}", status_callback=f"{BASE}/e", status_callback_event=ALL)
    dial(emu, seconds=10)
    initiated = [hit.at for hit in app.at("/e") if hit.params["CallStatus"] == "initiated"]
    assert [second(emu, at) for at in initiated] == [0, 1, 2, 3]
    assert second(emu, app.only("/voice").at) == 1
    assert [call.queue_time for call in api.calls.list(from_=LINE)] == ["3000", "2000", "1000", "0"]


def test_the_rate_can_be_lifted(emu: Emulator, app: App, api: Client) -> None:
    emu.calls_per_second = 0
    for digit in range(3):
        ring(api, f"+1415555013{digit}")
    emu.run(1)
    assert all(emu.ringing(f"+1415555013{digit}") for digit in range(3))


def test_twiml_instead_of_a_url(emu: Emulator, app: App, api: Client) -> None:
    """Twiml is performed without any request; Url wins when both are given."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1)
    api.calls.create(to=VOLUNTEER, from_=LINE, twiml="<Response><Say>inline</Say></Response>")
    emu.run(5)
    assert said(emu.handset(VOLUNTEER).calls[0]) == ["inline"]
    assert app.hits == []


def test_a_relative_action_in_twiml_has_no_base(emu: Emulator, app: App, api: Client) -> None:
    """A relative action is not allowed in a Twiml parameter."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1, keys=[(1.0, "1")])
    verbs = '<Gather numDigits="1" action="/x" timeout="9"/>'
    api.calls.create(to=VOLUNTEER, from_=LINE, twiml=f"<Response>{verbs}</Response>")
    emu.run(10)
    assert [alert.code for alert in emu.alerts] == [11100]


def test_the_fallback_of_a_call(emu: Emulator, app: App, api: Client) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1)
    app.docs["/hello"] = Response(status=500)
    app.docs["/fallback"] = "<Say>sorry</Say>"
    ring(api, fallback_url=f"{BASE}/fallback")
    emu.run(6)
    assert said(emu.handset(VOLUNTEER).calls[0]) == ["sorry"]
    assert app.only("/fallback").params["ErrorCode"] == "11217"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"to": "12"}, 21211),
        ({"to": ""}, 21201),
        ({"from_": "+16505550177"}, 21210),
        ({"from_": "not a number"}, 21212),
        ({"from_": ""}, 21213),
        ({"url": "/relative"}, 21205),
        ({"url": None}, 21205),
        ({"url": None, "twiml": "<Response>"}, 12100),
        ({"url": None, "twiml": "<Response>" + " " * 4000 + "</Response>"}, 32018),
        ({"status_callback": "nowhere"}, 21205),
        ({"timeout": "soon"}, 20001),
    ],
)
def test_what_is_refused(emu: Emulator, api: Client, options: dict[str, object], code: int) -> None:
    """Errors are JSON with code, message, more_info and status: 400."""
    arguments = {"to": VOLUNTEER, "from_": LINE, "url": f"{BASE}/hello"} | options
    with pytest.raises(TwilioRestException) as caught:
        api.calls.create(**{key: value for key, value in arguments.items() if value is not None})
    assert (caught.value.status, caught.value.code) == (400, code)
    assert caught.value.msg.startswith("Unable to create record: ")
    assert api.calls.list() == []


def test_the_callers_number_may_be_shown_with_its_call_token(
    emu: Emulator, app: App, api: Client
) -> None:
    """From must be owned, unless the inbound call's CallToken comes with it."""
    app.docs["/voice"] = '<Pause length="1"/><Say>hello</Say><Pause length="60"/>'
    dial(emu, seconds=3)
    token = app.only("/voice").params["CallToken"]
    with pytest.raises(TwilioRestException):
        api.calls.create(to=VOLUNTEER, from_=CALLER, url=f"{BASE}/hello", call_token="wrong")
    made = api.calls.create(to=VOLUNTEER, from_=CALLER, url=f"{BASE}/hello", call_token=token)
    assert made._from == CALLER


def test_a_wrong_token_is_refused(emu: Emulator) -> None:
    """20003 Authenticate, HTTP 401."""
    with pytest.raises(TwilioRestException) as caught:
        client_for(emu, "wrong").calls("CA" + "0" * 32).fetch()
    assert (caught.value.status, caught.value.code) == (401, 20003)


def test_what_is_unknown_is_404(emu: Emulator, api: Client) -> None:
    """20404 for an unknown resource; 405 for a method that is none."""
    with pytest.raises(TwilioRestException) as caught:
        api.calls("CA" + "0" * 32).fetch()
    assert (caught.value.status, caught.value.code) == (404, 20404)
    auth = (emu.account_sid, emu.auth_token)
    assert emu.handle_rest("GET", "https://api/elsewhere", auth=auth)[0] == 404
    path = f"/2010-04-01/Accounts/{emu.account_sid}/Calls.json"
    assert emu.handle_rest("DELETE", path, auth=auth)[0] == 405


def test_redirecting_a_live_call(emu: Emulator, app: App, api: Client) -> None:
    """POST Url or Twiml: the call jumps to it at once, whatever it was doing."""
    app.docs = {
        "/voice": '<Say>a long welcome that goes on and on</Say><Pause length="60"/>',
        "/new": '<Say>new page</Say><Gather action="/x"/>',
    }
    call = dial(emu, seconds=2)
    assert api.calls(call.sid).update(url=f"{BASE}/new", method="GET").status == "in-progress"
    emu.run(2)
    assert [one.complete for one in call.heard if one.kind == "say"] == [False, True]
    assert app.only("/new").method == "GET"
    assert call.gather_open
    api.calls(call.sid).update(twiml="<Response><Say>bye</Say></Response>")
    finish(emu, call)
    assert said(call)[-1] == "bye"
    assert app.at("/x") == []


def test_of_two_redirects_in_one_instant_the_later_counts(
    emu: Emulator, app: App, api: Client
) -> None:
    app.docs["/voice"] = '<Say>hello</Say><Pause length="60"/>'
    call = dial(emu, seconds=5)
    for word in ("one", "two"):
        api.calls(call.sid).update(twiml=f"<Response><Say>{word}</Say></Response>")
    finish(emu, call)
    assert said(call) == ["hello", "two"]


def test_a_redirect_from_inside_a_webhook(emu: Emulator, app: App, api: Client) -> None:
    """REST may be used while a webhook of the same call is being answered: what it returns is
    then overtaken by the redirect."""

    def choice(hit: object) -> str:
        api.calls(call.sid).update(url=f"{BASE}/new")
        return "<Say>overtaken</Say>"

    app.docs = {"/voice": '<Gather numDigits="1" action="/choice"/>', "/new": "<Say>new</Say>"}
    app.docs["/choice"] = choice
    call = dial(emu)
    call.press("1")
    finish(emu, call)
    assert said(call) == ["new"]


def test_hanging_up_from_inside_a_webhook(emu: Emulator, app: App, api: Client) -> None:
    def choice(hit: object) -> str:
        api.calls(call.sid).update(status="completed")
        return "<Say>never</Say>"

    app.docs = {"/voice": '<Gather numDigits="1" action="/choice"/>', "/choice": choice}
    call = dial(emu)
    call.press("1")
    emu.run(1)
    assert call.state == "ended"
    assert said(call) == []


def test_what_is_not_in_progress_cannot_be_redirected(emu: Emulator, app: App, api: Client) -> None:
    """21220, HTTP 400: "Call is not in-progress. Cannot redirect." for a call that has ended, is
    queued or rings."""
    sid = ring(api)
    for _state in ("queued", "ringing"):
        with pytest.raises(TwilioRestException) as caught:
            api.calls(sid).update(url=f"{BASE}/new")
        assert (caught.value.status, caught.value.code) == (400, 21220)
        assert "Call is not in-progress. Cannot redirect." in caught.value.msg
        emu.run(3)
    api.calls(sid).update(status="canceled")
    emu.run(1)
    for change in ({"url": f"{BASE}/new"}, {"status": "completed"}):
        with pytest.raises(TwilioRestException) as caught:
            api.calls(sid).update(**change)
        assert caught.value.code == 21220


def test_canceled_only_touches_what_is_not_answered(emu: Emulator, app: App, api: Client) -> None:
    """Status=canceled: only queued or ringing calls; a live one goes on. completed ends it."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Ignores()
    sid = ring(api, status_callback=f"{BASE}/events")
    emu.run(3)
    assert api.calls(sid).update(status="canceled").status == "canceled"
    emu.run(1)
    assert emu.ringing(VOLUNTEER) is None
    assert app.only("/events").params["CallStatus"] == "canceled"
    app.docs["/voice"] = '<Say>hello</Say><Pause length="60"/>'
    call = dial(emu, seconds=5)
    assert api.calls(call.sid).update(status="canceled").status == "in-progress"
    assert api.calls(call.sid).update(status="completed").status == "completed"
    emu.run(1)
    assert call.ended_because == "the line hung up"


def test_canceling_a_queued_call(emu: Emulator, api: Client) -> None:
    ring(api, SECOND_VOLUNTEER)
    sid = ring(api)
    emu.run(0.5)
    assert api.calls(sid).update(status="canceled").status == "canceled"
    emu.run(5)
    assert emu.ringing(VOLUNTEER) is None


def test_the_status_callback_changes_only_with_a_url(emu: Emulator, app: App, api: Client) -> None:
    """StatusCallback can be changed on update, together with Url."""
    app.docs["/voice"] = '<Say>hello</Say><Pause length="60"/>'
    call = dial(emu, seconds=5)
    api.calls(call.sid).update(url=f"{BASE}/new", status_callback=f"{BASE}/other")
    finish(emu, call)
    assert app.at("/status") == []
    assert app.only("/other").params["CallStatus"] == "completed"


def test_the_time_limit_can_be_changed(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/voice"] = '<Say>hello</Say><Pause length="600"/>'
    call = dial(emu, seconds=5)
    api.calls(call.sid).update(time_limit=20)
    finish(emu, call)
    assert call.ended_at == START.timestamp() + 21


def test_delete_is_refused_while_the_call_is_live(emu: Emulator, app: App, api: Client) -> None:
    """DELETE of a live call is an error; afterwards 204, and then the call is 404/20404. Child
    legs are calls of their own."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=2, hang_up_after=5)
    app.docs["/voice"] = f"<Dial>{VOLUNTEER}</Dial>"
    call = dial(emu, seconds=6)
    with pytest.raises(TwilioRestException) as caught:
        api.calls(call.sid).delete()
    assert caught.value.status == 409
    finish(emu, call)
    (child,) = api.calls.list(parent_call_sid=call.sid)
    assert api.calls(call.sid).delete()
    with pytest.raises(TwilioRestException) as caught:
        api.calls(call.sid).delete()
    assert (caught.value.status, caught.value.code) == (404, 20404)
    assert [one.sid for one in api.calls.list()] == [child.sid]


def test_lists_are_filtered(emu: Emulator, app: App, api: Client) -> None:
    """Filters: To, From, Status, ParentCallSid, StartTime with < and >."""
    first = dial(emu)
    finish(emu, first)
    emu.run(3600)
    app.docs["/voice"] = '<Say>hello</Say><Pause length="60"/>'
    later = dial(emu, "+12125550112", seconds=5)

    def sids(**filters: object) -> list[str]:
        return [call.sid for call in api.calls.list(**filters)]

    assert sids() == [later.sid, first.sid]
    assert sids(from_=CALLER) == [first.sid]
    assert sids(to=LINE) == [later.sid, first.sid]
    assert sids(status="completed") == [first.sid]
    assert sids(start_time_before=START + timedelta(minutes=30)) == [first.sid]
    assert sids(start_time_after=START + timedelta(minutes=30)) == [later.sid]
    assert sids(start_time_before=START - timedelta(days=1)) == []
    assert sids(start_time="2026-11-24") == [later.sid, first.sid]
    assert sids(end_time_after=START) == [first.sid]


def test_paging_is_followed_and_survives_deletions(emu: Emulator, app: App, api: Client) -> None:
    """next_page_uri is followed to the end; a sweep that deletes as it reads misses nothing."""
    for number in range(7):
        finish(emu, dial(emu, f"+1212555013{number}"))
    assert len(api.calls.list(page_size=3)) == 7
    assert len(api.calls.list(limit=4, page_size=2)) == 4
    seen = []
    for call in api.calls.stream(page_size=2, status="completed"):
        seen.append(call.sid)
        api.calls(call.sid).delete()
    assert len(seen) == 7
    assert api.calls.list() == []


def test_get_may_be_behind(emu: Emulator, app: App, api: Client) -> None:
    """The Call resource is eventually consistent: GET may show an older state."""
    emu.rest_lag = 3.0
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1)
    app.docs["/hello"] = '<Pause length="60"/>'
    sid = ring(api)
    emu.run(2.5)
    assert api.calls(sid).fetch().status == "queued"
    assert api.calls(sid).update(status="completed").status == "completed"
    assert api.calls(sid).fetch().status == "queued"
    emu.run(3)
    assert api.calls(sid).fetch().status == "completed"
    assert api.calls.list(status="completed")


def test_rest_requests_fail_on_demand(emu: Emulator, app: App, api: Client) -> None:
    """500 and 429 as Twilio's JSON; a request without answer is a timeout. A failed POST may have
    taken effect all the same: it is not idempotent."""
    emu.fail_next_rest(500, path_contains="/Calls")
    api.queues.list()
    with pytest.raises(TwilioRestException) as caught:
        ring(api)
    assert (caught.value.status, caught.value.code) == (500, 20500)
    emu.fail_next_rest(429, times=2)
    for _attempt in range(2):
        with pytest.raises(TwilioRestException) as caught:
            ring(api)
        assert (caught.value.status, caught.value.code) == (429, 20429)
    emu.fail_next_rest(503, code=12345)
    with pytest.raises(TwilioRestException) as caught:
        ring(api)
    assert caught.value.code == 12345
    assert api.calls.list() == []
    emu.fail_next_rest(0, executed=True)
    with pytest.raises(requests.exceptions.ReadTimeout):
        ring(api)
    assert len(api.calls.list()) == 1


def test_a_share_of_rest_requests_fails(emu: Emulator, api: Client) -> None:
    emu.faults = Faults(rest_failure=0.5)
    failures = 0
    for _attempt in range(60):
        try:
            api.calls("CA" + "0" * 32).fetch()
        except TwilioRestException as error:
            failures += error.status != 404
        except requests.exceptions.ReadTimeout:
            failures += 1
    assert 15 < failures < 45


def test_every_request_is_in_the_log(emu: Emulator, api: Client) -> None:
    ring(api, status_callback=f"{BASE}/e", status_callback_event=["ringing", "answered"])
    (logged,) = emu.rest_log
    assert (logged.method, logged.status) == ("POST", 201)
    assert logged.path.endswith("/Calls.json")
    assert logged.params["To"] == VOLUNTEER
    assert logged.params["StatusCallbackEvent"] == "ringing answered"


def test_recording_is_not_emulated(emu: Emulator, api: Client) -> None:
    """Nothing is ever recorded here: the parameter is ignored with a warning."""
    api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/hello", record=True)
    assert [one.code for one in emu.warnings] == [12200]


def test_what_is_not_emulated_is_a_warning(emu: Emulator, api: Client) -> None:
    ring(api, machine_detection="Enable", send_digits="1")
    assert [one.message for one in emu.warnings] == [
        "MachineDetection is not emulated",
        "SendDigits is not emulated",
    ]
