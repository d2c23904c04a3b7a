"""Enqueue, Leave, Dial Queue, and the queue's members over REST."""

from __future__ import annotations

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client
from werkzeug.wrappers import Response

from tests.emulator.lab import (
    BASE,
    CALLER,
    LINE,
    SECOND_CALLER,
    VOLUNTEER,
    App,
    dial,
    finish,
    kinds,
    said,
    second,
)
from warmline.emulator import Emulator, PhoneCall, behaviours

WAIT = '<Enqueue action="/after" waitUrl="/wait">peers</Enqueue><Say>unreachable</Say>'


@pytest.fixture(autouse=True)
def queueing(emu: Emulator, app: App) -> None:
    app.docs = {
        "/voice": WAIT,
        "/wait": '<Say>please wait a moment</Say><Pause length="8"/>',
        "/after": "<Say>after the queue</Say>",
        "/agent": "<Dial><Queue>peers</Queue></Dial>",
    }


def agent(emu: Emulator, api: Client) -> PhoneCall:
    """Call the volunteer, who answers and takes the caller at the front."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=1)
    api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/agent")
    assert emu.run_until(
        lambda: bool(emu.handset(VOLUNTEER).calls) and emu.handset(VOLUNTEER).calls[-1].answered
    )
    emu.run(0.1)
    return emu.handset(VOLUNTEER).calls[-1]


def test_the_wait_document_is_requested_for_ever(emu: Emulator, app: App) -> None:
    """waitUrl is requested again whenever its document is over, with six parameters of the
    queue."""
    dial(emu)
    dial(emu, SECOND_CALLER)
    emu.run(60)
    sent = app.at("/wait")
    assert len(sent) > 10
    assert {hit.method for hit in sent} == {"POST"}
    second_caller = [hit.params for hit in sent if hit.params["From"] == SECOND_CALLER]
    assert second_caller[0]["QueuePosition"] == "2"
    assert second_caller[0]["QueueTime"] == "0"
    assert second_caller[0]["CurrentQueueSize"] == "2"
    assert second_caller[0]["MaxQueueSize"] == "1000"
    assert second_caller[1]["QueueTime"] == "9"
    assert second_caller[1]["AvgQueueTime"].isdigit()
    assert second_caller[0]["QueueSid"].startswith("QU")


def test_without_wait_url_there_is_music(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = "<Enqueue>peers</Enqueue>"
    call = dial(emu, seconds=30)
    assert kinds(call) == ["ringback", "wait-music"]
    assert emu.dead_air() == []


def test_leave_goes_on_after_the_enqueue(emu: Emulator, app: App) -> None:
    """Leave in a wait document: the action is requested with QueueResult=leave; without an action
    the verb after the Enqueue follows."""
    app.docs["/wait"] = "<Leave/>"
    call = dial(emu)
    finish(emu, call)
    sent = app.only("/after").params
    assert sent["QueueResult"] == "leave"
    assert sent["QueueTime"] == "0"
    assert said(call) == ["after the queue"]
    app.docs["/voice"] = '<Enqueue waitUrl="/wait">peers</Enqueue><Say>next verb</Say>'
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["next verb"]


def test_gather_works_while_waiting(emu: Emulator, app: App) -> None:
    """A wait document may Gather; the action's document may Leave."""
    app.docs["/wait"] = '<Gather numDigits="1" action="/key" timeout="30"/>'
    app.docs["/key"] = lambda hit: "<Leave/>" if hit.params["Digits"] == "2" else ""
    call = dial(emu, seconds=5)
    call.press("1")
    emu.run(1)
    assert len(app.at("/wait")) == 2
    call.press("2")
    finish(emu, call)
    assert app.only("/after").params["QueueResult"] == "leave"
    assert app.at("/key")[0].params["QueuePosition"] == "1"


def test_dial_is_not_allowed_while_waiting(emu: Emulator, app: App) -> None:
    app.docs["/wait"] = f'<Dial>{VOLUNTEER}</Dial><Pause length="3"/>'
    dial(emu, seconds=5)
    assert emu.ringing(VOLUNTEER) is None
    assert emu.warnings


def test_a_hang_up_in_the_queue_is_still_told_to_the_action(emu: Emulator, app: App) -> None:
    """QueueResult=hangup, CallStatus=completed; what the action returns goes nowhere."""
    call = dial(emu, seconds=21)
    call.hang_up()
    emu.run(20)
    sent = app.only("/after").params
    assert (sent["QueueResult"], sent["CallStatus"]) == ("hangup", "completed")
    assert sent["QueueTime"] == "20"
    assert said(call)[-1] == "please wait a moment"


def test_hangup_in_the_wait_document(emu: Emulator, app: App) -> None:
    app.docs["/wait"] = "<Say>goodbye</Say><Hangup/>"
    call = dial(emu)
    finish(emu, call)
    assert app.only("/after").params["QueueResult"] == "hangup"


def test_a_rest_redirect_out_of_the_queue(emu: Emulator, app: App, api: Client) -> None:
    """Redirected by REST: QueueResult=redirected is told to the action, and the new document
    runs."""
    call = dial(emu, seconds=10)
    api.calls(call.sid).update(twiml="<Response><Say>come with me</Say></Response>")
    finish(emu, call)
    assert app.only("/after").params["QueueResult"] == "redirected"
    assert said(call)[-1] == "come with me"


def test_a_full_queue(emu: Emulator, app: App, api: Client) -> None:
    """queue-full at once, without QueueSid and QueueTime: the call was never enqueued."""
    api.queues.create(friendly_name="peers", max_size=1)
    dial(emu)
    call = dial(emu, SECOND_CALLER)
    finish(emu, call)
    sent = app.only("/after").params
    assert sent["QueueResult"] == "queue-full"
    assert "QueueSid" not in sent
    assert "QueueTime" not in sent


def test_a_queue_made_on_demand_takes_a_thousand(emu: Emulator, app: App, api: Client) -> None:
    """1000 members by default, 5000 at most."""
    dial(emu)
    (queue,) = api.queues.list()
    assert (queue.max_size, queue.current_size) == (1000, 1)
    with pytest.raises(TwilioRestException):
        api.queues(queue.sid).update(max_size=5001)


def test_a_failing_wait_url_takes_the_call_out_of_the_queue(emu: Emulator, app: App) -> None:
    """Twilio does not say what happens; here QueueResult=error goes to the action."""
    app.docs["/wait"] = Response(status=500)
    call = dial(emu)
    finish(emu, call)
    assert app.only("/after").params["QueueResult"] == "error"
    assert said(call) == ["after the queue"]


def test_dial_queue_takes_the_front_and_both_talk(emu: Emulator, app: App, api: Client) -> None:
    """Dial Queue bridges with the caller at the front; QueueResult=bridged is told once the two
    have parted."""
    call = dial(emu, seconds=5)
    later = dial(emu, SECOND_CALLER, seconds=5)
    volunteer = agent(emu, api)
    assert call.talking_with == {VOLUNTEER}
    assert volunteer.talking_with == {CALLER}
    assert later.talking_with == frozenset()
    assert app.at("/after") == []
    volunteer.hang_up()
    finish(emu, call)
    sent = app.only("/after").params
    assert sent["QueueResult"] == "bridged"
    assert int(sent["QueueTime"]) == pytest.approx(11, abs=1)
    assert said(call)[-1] == "after the queue"


def test_the_caller_hangs_up_in_the_bridge(emu: Emulator, app: App, api: Client) -> None:
    """The dialler's Dial is over, its next verb follows; the action hears of bridged."""
    app.docs["/agent"] = '<Dial action="/agent-done"><Queue>peers</Queue></Dial>'
    call = dial(emu, seconds=5)
    volunteer = agent(emu, api)
    emu.run(10)
    call.hang_up()
    finish(emu, volunteer)
    assert app.only("/after").params["QueueResult"] == "bridged"
    sent = app.only("/agent-done").params
    assert sent["DialCallStatus"] == "completed"
    assert sent["DialCallSid"] == call.sid
    assert sent["DialBridged"] == "true"


def test_redirected_from_a_bridge(emu: Emulator, app: App, api: Client) -> None:
    """Redirected by REST while bridged: redirected-from-bridged."""
    call = dial(emu, seconds=5)
    agent(emu, api)
    api.calls(call.sid).update(twiml="<Response><Say>elsewhere</Say></Response>")
    finish(emu, call)
    assert app.only("/after").params["QueueResult"] == "redirected-from-bridged"


def test_dial_queue_waits_at_an_empty_queue_up_to_its_timeout(
    emu: Emulator, app: App, api: Client
) -> None:
    """An empty queue: the Dial waits for somebody until its timeout."""
    api.queues.create(friendly_name="peers")
    app.docs["/agent"] = '<Dial timeout="10" action="/none"><Queue>peers</Queue></Dial>'
    volunteer = agent(emu, api)
    began = second(emu)
    finish(emu, volunteer)
    assert app.only("/none").params["DialCallStatus"] == "no-answer"
    assert second(emu, app.only("/none").at) - began == pytest.approx(15, abs=0.2)
    app.docs["/agent"] = '<Dial timeout="60"><Queue>peers</Queue></Dial>'
    volunteer = agent(emu, api)
    call = dial(emu, seconds=2)
    assert call.talking_with == {VOLUNTEER}


def test_an_unknown_queue_is_an_error(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/agent"] = '<Dial action="/none"><Queue>nowhere</Queue></Dial>'
    volunteer = agent(emu, api)
    finish(emu, volunteer)
    assert app.only("/none").params["DialCallStatus"] == "failed"
    assert emu.alerts[0].code == 14210


def test_the_queue_nouns_url_is_for_the_queued_caller(emu: Emulator, app: App, api: Client) -> None:
    """Queue's url runs on the queued caller before the bridge, with QueueSid, CallSid, QueueTime
    and DequeingCallSid (sic)."""
    app.docs["/agent"] = '<Dial><Queue url="/greet">peers</Queue></Dial>'
    app.docs["/greet"] = "<Say>you are being connected now</Say>"
    call = dial(emu, seconds=5)
    volunteer = agent(emu, api)
    assert call.talking_with == frozenset()
    assert volunteer.heard[-1].kind == "ringback"
    emu.run(3)
    assert call.talking_with == {VOLUNTEER}
    sent = app.only("/greet").params
    assert sent["CallSid"] == call.sid
    assert sent["DequeingCallSid"] == volunteer.sid
    assert sent["QueueSid"].startswith("QU")


def test_the_dialler_leaves_during_the_greeting(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/agent"] = '<Dial><Queue url="/greet">peers</Queue></Dial>'
    app.docs["/greet"] = "<Say>you are being connected now</Say>"
    call = dial(emu, seconds=5)
    agent(emu, api).hang_up()
    finish(emu, call)
    assert app.only("/after").params["QueueResult"] == "bridged"
    assert call.talking_with == frozenset()


def test_members_over_rest(emu: Emulator, app: App, api: Client) -> None:
    """Members by CallSid or Front; POST Url dequeues and redirects; a second time is 400."""
    app.docs["/new"] = '<Say>a new page</Say><Pause length="9"/>'
    call = dial(emu, seconds=5)
    later = dial(emu, SECOND_CALLER, seconds=5)
    (queue,) = api.queues.list()
    members = api.queues(queue.sid).members.list()
    assert [one.call_sid for one in members] == [call.sid, later.sid]
    assert [one.position for one in members] == [1, 2]
    assert api.queues(queue.sid).members("Front").fetch().wait_time == 9
    taken = api.queues(queue.sid).members(call.sid).update(url=f"{BASE}/new")
    assert taken.position == 1
    with pytest.raises(TwilioRestException) as caught:
        api.queues(queue.sid).members(call.sid).update(url=f"{BASE}/new")
    assert caught.value.status == 400
    emu.run(3)
    assert said(call)[-1] == "a new page"
    assert app.at("/after")[0].params["QueueResult"] == "redirected"
    assert api.queues(queue.sid).members("Front").fetch().call_sid == later.sid


def test_a_queue_can_only_be_deleted_empty(emu: Emulator, app: App, api: Client) -> None:
    call = dial(emu)
    (queue,) = api.queues.list()
    with pytest.raises(TwilioRestException) as caught:
        api.queues(queue.sid).delete()
    assert caught.value.status == 400
    call.hang_up()
    emu.run(1)
    assert api.queues(queue.sid).delete()
    with pytest.raises(TwilioRestException) as caught:
        api.queues(queue.sid).fetch()
    assert (caught.value.status, caught.value.code) == (404, 20404)
