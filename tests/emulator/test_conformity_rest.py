"""Every REST request and answer held against Twilio's OpenAPI document."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from openapi_core import OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from requests import Request as WebRequest
from requests import Response as WebResponse
from requests import Session
from twilio.base.exceptions import TwilioRestException
from twilio.http.response import Response
from twilio.rest import Client

from tests.emulator.client import InProcessHttp
from tests.emulator.lab import (
    BASE,
    CALLER,
    LINE,
    SECOND_CALLER,
    VOLUNTEER,
    App,
    dial,
    shared,
)
from warmline.emulator import Emulator, behaviours
from warmline.emulator.resources import Json
from warmline.emulator.rest.app import ROUTES

SCHEMAS = {
    "calls": "api.v2010.account.call",
    "conferences": "api.v2010.account.conference",
    "participants": "api.v2010.account.conference.participant",
    "queues": "api.v2010.account.queue",
    "queue_members": "api.v2010.account.queue.member",
    "messages": "api.v2010.account.message",
    "incoming_phone_numbers": "api.v2010.account.incoming_phone_number",
}


@functools.cache
def document(path: Path) -> Json:
    found: Json = json.loads(path.read_text())
    # The document's own examples have null here for a conference that has not ended.
    reason = found["components"]["schemas"]["conference_enum_reason_conference_ended"]
    reason["nullable"] = True
    reason["enum"].append(None)
    return found


@functools.cache
def openapi(path: Path) -> OpenAPI:
    return OpenAPI.from_dict(document(path))


def published() -> Path:
    return shared() / "twilio_api_v2010.trimmed.json"


class Checked(InProcessHttp):
    """Holds every request and every good answer against the OpenAPI document."""

    def __init__(self, emu: Emulator) -> None:
        super().__init__(emu)
        self.seen: set[tuple[str, str]] = set()

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        response = super().request(method, url, *args, **kwargs)
        if response.status_code < 400:
            self.check(method, url, response, *args, **kwargs)
        return response

    def check(
        self,
        method: str,
        url: str,
        response: Response,
        params: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        **rest: Any,
    ) -> None:
        form = {name: value for name, value in (data or {}).items() if value is not None}
        prepared = Session().prepare_request(
            WebRequest(
                method,
                url,
                params={name: value for name, value in (params or {}).items() if value is not None},
                data=urlencode(form, doseq=True) if method == "POST" else None,
                headers={"Content-Type": "application/x-www-form-urlencoded"},
                auth=(self.emu.account_sid, self.emu.auth_token),
            )
        )
        answer = WebResponse()
        answer.status_code = int(response.status_code)
        answer._content = response.text.encode()
        answer.headers["Content-Type"] = "application/json"
        api = openapi(published())
        asked = RequestsOpenAPIRequest(prepared)
        api.validate_request(asked)
        if response.status_code != 204:
            api.validate_response(asked, RequestsOpenAPIResponse(answer))
        path = urlsplit(url).path.removeprefix(f"/2010-04-01/Accounts/{self.emu.account_sid}")
        self.seen.add((method, path))


@pytest.fixture
def http(emu: Emulator) -> Checked:
    return Checked(emu)


@pytest.fixture
def checked(emu: Emulator, http: Checked) -> Client:
    published()  # skips where the document is absent
    return Client(emu.account_sid, emu.auth_token, http_client=http)


def test_calls(emu: Emulator, app: App, checked: Client, http: Checked) -> None:
    """Create, list, fetch, update and delete of calls, in every state they can be in."""
    app.docs["/voice"] = '<Say>hello</Say><Pause length="60"/>'
    call = dial(emu, seconds=3)
    made = checked.calls.create(
        to=VOLUNTEER,
        from_=LINE,
        url=f"{BASE}/hello",
        method="POST",
        fallback_url=f"{BASE}/fallback",
        status_callback=f"{BASE}/events",
        status_callback_event=["initiated", "answered"],
        timeout=20,
        time_limit=600,
    )
    checked.calls.create(to=VOLUNTEER, from_=LINE, twiml="<Response/>")
    for _second in range(4):
        checked.calls.list()
        emu.run(1)
    checked.calls(made.sid).update(status="canceled")
    checked.calls(call.sid).update(url=f"{BASE}/new", method="GET")
    checked.calls(call.sid).update(twiml="<Response/>")
    emu.run(5)
    checked.calls(call.sid).fetch()
    checked.calls.list(to=LINE, status="completed", start_time_before=None, page_size=1)
    checked.calls(call.sid).delete()
    assert len({method for method, _path in http.seen}) == 3


def test_conferences(emu: Emulator, app: App, checked: Client) -> None:
    app.docs["/voice"] = "<Dial><Conference>room</Conference></Dial>"
    first, other = dial(emu), dial(emu, SECOND_CALLER, seconds=2)
    (conference,) = checked.conferences.list(friendly_name="room", status="in-progress")
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(2)
    made = conference.participants.create(
        from_=LINE, to=VOLUNTEER, label="peer", end_conference_on_exit=False, beep="false"
    )
    conference.participants.list()
    emu.run(5)
    checked.conferences(conference.sid).participants(made.call_sid).fetch()
    participant = checked.conferences(conference.sid).participants(first.sid)
    participant.update(muted=True)
    participant.update(hold=True, hold_url=f"{BASE}/hold", hold_method="GET")
    participant.update(announce_url=f"{BASE}/announce")
    participant.delete()
    emu.run(1)
    conference.participants.list(muted=False)
    checked.conferences(conference.sid).update(announce_url=f"{BASE}/announce")
    checked.conferences(conference.sid).update(status="completed")
    emu.run(1)
    assert checked.conferences(conference.sid).fetch().status == "completed"
    assert other.state == "ended"


def test_queues(emu: Emulator, app: App, checked: Client) -> None:
    app.docs["/voice"] = "<Enqueue>peers</Enqueue>"
    call = dial(emu)
    dial(emu, SECOND_CALLER)
    (queue,) = checked.queues.list()
    queue.members.list()
    checked.queues(queue.sid).members("Front").fetch()
    checked.queues(queue.sid).members(call.sid).update(url=f"{BASE}/new", method="POST")
    checked.queues(queue.sid).update(max_size=10)
    made = checked.queues.create(friendly_name="other", max_size=5)
    checked.queues(made.sid).fetch()
    assert checked.queues(made.sid).delete()


def test_messages(emu: Emulator, checked: Client) -> None:
    emu.handset(CALLER).send_sms(LINE, "hello")
    made = checked.messages.create(
        to=CALLER, from_=LINE, body="hello", status_callback=f"{BASE}/events"
    )
    checked.messages.list()
    emu.run(3)
    checked.messages.list(to=CALLER)
    checked.messages(made.sid).update(body="")
    checked.messages(made.sid).fetch()
    assert checked.messages(made.sid).delete()


def test_numbers(emu: Emulator, checked: Client) -> None:
    (number,) = checked.incoming_phone_numbers.list(phone_number=LINE)
    number.update(voice_url=f"{BASE}/voice", voice_method="POST", sms_url=f"{BASE}/sms")
    assert checked.incoming_phone_numbers(number.sid).fetch().voice_url == f"{BASE}/voice"


def test_every_published_field_is_there_and_no_other(
    emu: Emulator, app: App, checked: Client
) -> None:
    """The document does not forbid unknown fields, so they are compared by name."""
    app.docs["/voice"] = lambda hit: (
        "<Enqueue>peers</Enqueue>"
        if hit.params["From"] == CALLER
        else "<Dial><Conference>room</Conference></Dial>"
    )
    dial(emu)
    dial(emu, SECOND_CALLER)
    emu.handset(CALLER).send_sms(LINE, "hello")
    (queue,) = checked.queues.list()
    (conference,) = checked.conferences.list()
    paths = {name: f"/{name.title()}.json" for name in ("calls", "conferences", "queues")}
    paths["messages"] = "/Messages.json"
    paths["participants"] = f"/Conferences/{conference.sid}/Participants.json"
    paths["queue_members"] = f"/Queues/{queue.sid}/Members.json"
    paths["incoming_phone_numbers"] = "/IncomingPhoneNumbers.json"
    auth = (emu.account_sid, emu.auth_token)
    for name, path in paths.items():
        url = f"/2010-04-01/Accounts/{emu.account_sid}{path}"
        listed = json.loads(emu.handle_rest("GET", url, auth=auth)[1])
        schema = document(published())["components"]["schemas"][SCHEMAS[name]]
        assert set(listed[name][0]) == set(schema["properties"]), name


def test_every_operation_of_the_document_is_emulated_or_left_out_on_purpose() -> None:
    """Left out: recordings, media, feedback, kinds of numbers, buying and releasing them."""
    missing = set()
    for path, operations in document(published())["paths"].items():
        plain = path.split("{AccountSid}/")[1]
        for method in set(operations) & {"get", "post", "delete"}:
            if not _routed(plain.removesuffix(".json"), method.upper()):
                missing.add(f"{method} {plain}")
    others = {one for one in missing if not any(word in one for word in LEFT_OUT)}
    assert others == {
        "post IncomingPhoneNumbers.json",
        "delete IncomingPhoneNumbers/{Sid}.json",
    }


LEFT_OUT = ("Recordings", "Media", "Feedback", "Local", "Mobile", "TollFree")


def _routed(path: str, method: str) -> bool:
    kind = {"Calls": "CA", "Conferences": "CF", "Queues": "QU", "Messages": "SM"}
    sid = kind.get(path.split("/")[0], "PN") + "0" * 32
    sample = re.sub(r"\{\w+\}", sid, path)
    return any(re.fullmatch(pattern, sample) and method in handlers for pattern, handlers in ROUTES)


def test_errors_have_twilios_shape(emu: Emulator, api: Client) -> None:
    """code, message, more_info and status; twilio-python makes an exception of it."""
    path = f"/2010-04-01/Accounts/{emu.account_sid}/Calls/CA{'0' * 32}.json"
    status, text = emu.handle_rest("GET", path, auth=(emu.account_sid, emu.auth_token))
    assert status == 404
    assert set(json.loads(text)) == {"code", "message", "more_info", "status"}
    with pytest.raises(TwilioRestException) as caught:
        api.calls("CA" + "0" * 32).fetch()
    assert caught.value.uri.endswith(f"/Calls/CA{'0' * 32}.json")
