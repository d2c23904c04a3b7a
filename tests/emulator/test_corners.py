"""Rules at the edges, and what a REST request may get wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client
from werkzeug.wrappers import Response

from tests.emulator.lab import (
    BASE,
    CALLER,
    LINE,
    SECOND_CALLER,
    SECOND_VOLUNTEER,
    VOLUNTEER,
    App,
    Hit,
    dial,
    finish,
    kinds,
    said,
    second,
    twiml,
)
from warmline.emulator import Emulator, behaviours
from warmline.emulator.exchange import Cookies
from warmline.emulator.overrides import split_overrides
from warmline.emulator.script import APOLOGY
from warmline.emulator.signature import signing_url

ROOM = '<Dial><Conference beep="false">room</Conference></Dial>'


def test_two_telephones_answered_in_one_instant(emu: Emulator, app: App) -> None:
    """Only one of them can be connected; the other is hung up."""
    for number in (VOLUNTEER, SECOND_VOLUNTEER):
        emu.handset(number).behaviour = behaviours.Answers(after=3)
    nouns = f"<Number>{VOLUNTEER}</Number><Number>{SECOND_VOLUNTEER}</Number>"
    app.docs["/voice"] = f"<Dial>{nouns}</Dial>"
    call = dial(emu, seconds=8)
    assert len(call.talking_with) == 1
    states = [emu.handset(one).calls[0].state for one in (VOLUNTEER, SECOND_VOLUNTEER)]
    assert sorted(states) == ["ended", "in-progress"]


def test_the_queued_caller_leaves_during_the_greeting(emu: Emulator, app: App, api: Client) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1)
    app.docs = {
        "/voice": "<Enqueue>peers</Enqueue>",
        "/agent": '<Dial action="/done"><Queue url="/greet">peers</Queue></Dial>',
        "/greet": "<Say>somebody is with you in a moment</Say>",
    }
    call = dial(emu, seconds=5)
    api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/agent")
    emu.run(3)
    call.hang_up()
    emu.run(3)
    assert app.only("/done").params["DialCallStatus"] == "canceled"


def test_a_failing_greeting_does_not_keep_the_two_apart(
    emu: Emulator, app: App, api: Client
) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1)
    app.docs = {
        "/voice": '<Enqueue maxQueueSize="3">peers</Enqueue>',
        "/agent": '<Dial><Queue url="/greet">peers</Queue></Dial>',
        "/greet": Response(status=500),
    }
    call = dial(emu, seconds=5)
    assert api.queues.list()[0].max_size == 3
    api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/agent")
    emu.run(3)
    assert call.talking_with == {VOLUNTEER}


def test_a_full_queue_without_action_goes_on(emu: Emulator, app: App, api: Client) -> None:
    api.queues.create(friendly_name="peers", max_size=0)
    app.docs["/voice"] = "<Enqueue>peers</Enqueue><Say>we are full</Say>"
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["we are full"]
    assert [one.code for one in emu.warnings] == [14207]


@pytest.mark.parametrize("how", ["hang up", "redirect", "wait"])
def test_an_enqueue_without_action(emu: Emulator, app: App, api: Client, how: str) -> None:
    app.docs["/voice"] = "<Enqueue>peers</Enqueue>"
    call = dial(emu, seconds=5)
    if how == "hang up":
        call.hang_up()
    elif how == "redirect":
        api.calls(call.sid).update(twiml="<Response/>")
    emu.run(5)
    assert {hit.path for hit in app.hits} <= {"/voice", "/status"}


def test_the_apology_can_be_overtaken_by_a_redirect(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/voice"] = Response(status=500)
    call = dial(emu, seconds=2)
    assert said(call) == [APOLOGY]
    api.calls(call.sid).update(twiml="<Response><Say>rescued</Say></Response>")
    finish(emu, call)
    assert said(call) == [APOLOGY, "rescued"]


def test_an_empty_204_is_no_document(emu: Emulator, app: App) -> None:
    """204 is an answer to a status callback; where TwiML is wanted it is an error."""
    app.docs["/voice"] = lambda hit: Response(status=204)
    app.docs["/status"] = lambda hit: Response(status=204)
    call = dial(emu)
    finish(emu, call)
    assert said(call) == [APOLOGY]
    assert [alert.code for alert in emu.alerts] == [11770]


def test_what_only_looks_like_twiml_is_read_aloud(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = Response("<3 from us all", mimetype="text/plain")
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["<3 from us all"]


def test_speech_input_is_a_warning(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Gather input="dtmf speech" timeout="1"/>'
    finish(emu, dial(emu))
    assert [one.code for one in emu.warnings] == [12200]


def test_sound_lengths_by_function(emu: Emulator, app: App) -> None:
    app.docs = {"/voice": "<Play>/a.mp3</Play><Play>/b.mp3</Play>"}
    app.docs["/b.mp3"] = Response(b"ID3", mimetype="audio/mpeg")
    emu.sound = lambda url: 3.0 if url.endswith("a.mp3") else None
    call = dial(emu)
    finish(emu, call)
    assert [one.seconds for one in call.heard[1:]] == [pytest.approx(3.0), pytest.approx(10.0)]


def test_a_cut_play_is_not_repeated(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = (
        '<Gather numDigits="2" timeout="3"><Play loop="5">/a.mp3</Play>'
        '<Say loop="2">hello</Say></Gather>'
    )
    emu.sound = {f"{BASE}/a.mp3": 10.0}
    call = dial(emu, seconds=3)
    call.press("1")
    finish(emu, call)
    assert kinds(call)[:3] == ["ringback", "play", "silence"]


def test_announcements_may_redirect(emu: Emulator, app: App, api: Client) -> None:
    app.docs = {
        "/voice": ROOM,
        "/announce": '<Say>first part</Say><Redirect method="GET">second</Redirect>',
        "/second": "<Say>second part</Say>",
    }
    call = dial(emu)
    dial(emu, SECOND_CALLER)
    (conference,) = api.conferences.list()
    conference.update(announce_url=f"{BASE}/announce")
    emu.run(5)
    assert said(call) == ["first part", "second part"]
    assert app.only("/second").method == "GET"


def test_a_failing_hold_document_leaves_silence(emu: Emulator, app: App, api: Client) -> None:
    app.docs = {"/voice": ROOM, "/hold": Response(status=500)}
    call = dial(emu)
    dial(emu, SECOND_CALLER)
    (conference,) = api.conferences.list()
    participant = api.conferences(conference.sid).participants(call.sid)
    participant.update(hold=True, hold_url=f"{BASE}/hold")
    emu.run(10)
    assert call.hearing == []
    participant.update(hold=False)
    emu.run(1)
    assert call.talking_with == {SECOND_CALLER}


def test_a_coach_is_heard_by_the_coached_alone(emu: Emulator, app: App, api: Client) -> None:
    app.docs = {"/voice": ROOM, "/coach": ROOM}
    first, other = dial(emu), dial(emu, SECOND_CALLER)
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1)
    (conference,) = api.conferences.list()
    coach = conference.participants.create(
        from_=LINE, to=VOLUNTEER, coaching=True, call_sid_to_coach=first.sid, wait_url=""
    )
    emu.run(5)
    assert first.talking_with == {SECOND_CALLER, VOLUNTEER}
    assert other.talking_with == {CALLER}
    participant = api.conferences(conference.sid).participants(coach.call_sid)
    assert participant.fetch().coaching
    participant.update(coaching=False, beep_on_exit=True)
    emu.run(1)
    assert other.talking_with == {CALLER, VOLUNTEER}


def test_a_participant_that_still_rings_can_be_kicked(emu: Emulator, app: App, api: Client) -> None:
    made = api.conferences("room").participants.create(from_=LINE, to=VOLUNTEER, label="peer")
    emu.run(3)
    assert emu.ringing(VOLUNTEER)
    with pytest.raises(TwilioRestException) as caught:
        api.conferences("room").participants.create(from_=LINE, to=CALLER, label="peer")
    assert caught.value.code == 16025
    api.conferences(made.conference_sid).participants("peer").delete()
    emu.run(1)
    assert emu.ringing(VOLUNTEER) is None
    assert api.calls(made.call_sid).fetch().status == "canceled"


def test_conferences_are_filtered_by_date(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/voice"] = ROOM
    dial(emu)
    assert len(api.conferences.list(date_created="2026-11-24")) == 1
    assert api.conferences.list(date_created="2026-11-23") == []
    assert api.conferences.list(friendly_name="other") == []
    assert api.conferences.list(status="completed") == []


def test_queues_are_renamed_and_fetched(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/voice"] = "<Enqueue>peers</Enqueue>"
    call = dial(emu, seconds=11)
    (queue,) = api.queues.list()
    assert (queue.average_wait_time, queue.current_size) == (10, 1)
    assert api.queues(queue.sid).update(friendly_name="others").friendly_name == "others"
    member = api.queues(queue.sid).members(call.sid).fetch()
    assert (member.position, member.wait_time) == (1, 10)


Refused = Callable[[Client, str], object]


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda api, sid: api.calls(sid).update(url=f"{BASE}/x", twiml="<Response/>"), 21219),
        (lambda api, sid: api.calls(sid).update(status="busy"), 20001),
        (lambda api, sid: api.conferences("room").participants.create(from_="", to=CALLER), 21213),
        (lambda api, sid: api.queues.create(friendly_name=""), 22000),
        (lambda api, sid: api.queues.create(friendly_name="peers"), 22003),
        (lambda api, sid: api.queues("QU" + "0" * 32).members("Front").fetch(), 20404),
        (lambda api, sid: api.queues("QU" + "0" * 32).fetch(), 20404),
        (lambda api, sid: api.queues("QU" + "0" * 32).members(sid).update(url=""), 21205),
    ],
)
def test_what_rest_refuses(emu: Emulator, app: App, api: Client, ask: Refused, code: int) -> None:
    app.docs["/voice"] = '<Say>hello</Say><Pause length="60"/>'
    api.queues.create(friendly_name="peers")
    call = dial(emu, seconds=3)
    with pytest.raises(TwilioRestException) as caught:
        ask(api, call.sid)
    assert caught.value.code == code


def test_bad_filters_are_refused(emu: Emulator, app: App, api: Client) -> None:
    dial(emu)
    with pytest.raises(TwilioException):
        api.calls.list(start_time="yesterday")
    with pytest.raises(TwilioException):
        api.calls.page(page_token="nonsense")
    with pytest.raises(TwilioException):
        api.conferences.get("CF0").participants.list()


def test_a_conference_can_only_be_completed(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/voice"] = ROOM
    dial(emu)
    (conference,) = api.conferences.list()
    with pytest.raises(TwilioRestException) as caught:
        conference.update(status="in-progress")
    assert caught.value.code == 20001


def test_overrides_out_of_range_are_ignored() -> None:
    """ct 100-10000 ms, rt and tt 100-15000, rc 0-5, rp of 4xx, 5xx, ct, rt, all."""
    url, overrides = split_overrides(f"{BASE}/x#ct=50&rt=99999&tt=2000&rc=9&rp=nonsense&e=dublin")
    assert url == f"{BASE}/x"
    assert (overrides.connect, overrides.read, overrides.total) == (5.0, 15.0, 2.0)
    assert overrides.retries == 1
    assert overrides.policy == {"ct"}
    _url, overrides = split_overrides(f"{BASE}/x#ct=1000&rc=0&rp=all")
    assert (overrides.connect, overrides.retries) == (1.0, 0)
    assert overrides.retries_on("5xx")
    assert not overrides.retries_on("none")


def test_cookies_end() -> None:
    """Max-Age=0, or a date long past, deletes a cookie."""
    jar = Cookies()
    jar.store("line.test", "step=one; Path=/")
    jar.store("line.test", "other=two")
    assert jar.header("line.test") == "step=one; other=two"
    jar.store("line.test", "step=; Max-Age=0")
    assert jar.header("line.test") == "other=two"
    jar.store("line.test", "bad\x00cookie")
    assert jar.header("elsewhere.test") == ""


def test_ipv6_hosts_are_signed_in_brackets() -> None:
    assert signing_url("http://[::1]:8080/voice", "voice") == "http://[::1]:8080/voice"


def test_strength_of_breaks(emu: Emulator, app: App) -> None:
    """<break> without a time is medium; strength says how long otherwise."""
    app.docs["/voice"] = '<Say>a<break strength="none"/>b<break time="soon"/>c<break/></Say>'
    call = dial(emu)
    finish(emu, call)
    assert call.heard[-1].text == "a b c"
    assert call.heard[-1].seconds == pytest.approx(1.2 + 0.5 + 0.5)


def test_a_call_in_the_queue_cannot_be_taken_from_another(
    emu: Emulator, app: App, api: Client
) -> None:
    app.docs["/voice"] = "<Enqueue>peers</Enqueue>"
    call = dial(emu)
    other = api.queues.create(friendly_name="others")
    with pytest.raises(TwilioRestException) as caught:
        api.queues(other.sid).members(call.sid).update(url=f"{BASE}/x")
    assert caught.value.code == 20404


def test_a_status_callback_that_asks_rest_for_more(emu: Emulator, app: App, api: Client) -> None:
    """REST from a status callback: the next call is made while the last one's end is told."""

    def ended(hit: Hit) -> Response:
        api.calls.create(to=VOLUNTEER, from_=LINE, twiml="<Response/>")
        return twiml("")

    app.docs["/status"] = ended
    finish(emu, dial(emu))
    emu.run(2)
    assert emu.ringing(VOLUNTEER)
    assert second(emu) > 0
