"""Dial Number: ringing, timeouts, who wins, what the action is told."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.emulator.lab import (
    BASE,
    CALLER,
    LINE,
    SECOND_VOLUNTEER,
    VOLUNTEER,
    App,
    dial,
    finish,
    kinds,
    said,
    second,
)
from warmline.emulator import Emulator, behaviours

ALL = "initiated ringing answered completed"


def dialling(noun: str = VOLUNTEER, **attributes: str) -> str:
    """Return a Dial with an action."""
    text = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<Dial action="/done"{text}>{noun}</Dial><Say>unreachable</Say>'


def events(app: App, path: str = "/events") -> list[str]:
    return [hit.params["CallStatus"] for hit in app.at(path)]


def test_a_bridge_and_its_action(emu: Emulator, app: App, api: Client) -> None:
    """Dial with action: it is requested once the callee is gone, with DialCallStatus, DialCallSid,
    DialCallDuration and DialBridged; what follows the Dial is unreachable."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=4.0, hang_up_after=20)
    app.docs = {"/voice": dialling(callerId=LINE), "/done": "<Say>goodbye</Say>"}
    call = dial(emu, seconds=8)
    assert call.talking_with == {VOLUNTEER}
    assert emu.handset(VOLUNTEER).calls[0].talking_with == {CALLER}
    finish(emu, call)
    (child,) = api.calls.list(parent_call_sid=call.sid)
    sent = app.only("/done").params
    assert sent["DialCallStatus"] == "completed"
    assert sent["DialCallSid"] == child.sid
    assert sent["DialCallDuration"] == "20"
    assert sent["DialBridged"] == "true"
    assert said(call) == ["goodbye"]
    assert (child.direction, child.duration, child.status) == ("outbound-dial", "20", "completed")
    assert kinds(call) == ["ringback", "ringback", "voice", "say"]


def test_without_action_the_next_verb_follows(emu: Emulator, app: App) -> None:
    """Dial without action: the next verb, if the caller is still there."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Busy()
    app.docs["/voice"] = f"<Dial>{VOLUNTEER}</Dial><Say>nobody is free</Say>"
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["nobody is free"]


def test_five_seconds_are_added_to_the_timeout(emu: Emulator, app: App) -> None:
    """A timeout of 10 is about 15 seconds."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Ignores()
    app.docs["/voice"] = dialling(timeout="10")
    finish(emu, dial(emu))
    sent = app.only("/done")
    assert sent.params["DialCallStatus"] == "no-answer"
    assert sent.params["DialBridged"] == "false"
    assert second(emu, sent.at) == 1.0 + 15.0
    assert emu.handset(VOLUNTEER).calls[0].ended_because == "no answer"


def test_the_default_timeout_is_thirty_seconds(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.DoesNotAnswer()
    app.docs["/voice"] = dialling()
    finish(emu, dial(emu))
    assert second(emu, app.only("/done").at) == 1.0 + 35.0


@pytest.mark.parametrize(
    ("behaviour", "status"),
    [(behaviours.Busy(), "busy"), (behaviours.Unreachable(), "failed")],
)
def test_busy_and_failed(
    emu: Emulator, app: App, behaviour: behaviours.Behaviour, status: str
) -> None:
    """A busy or unreachable callee is a normal outcome: it goes to the action, not to the
    fallback."""
    emu.handset(VOLUNTEER).behaviour = behaviour
    app.docs["/voice"] = dialling()
    finish(emu, dial(emu))
    assert app.only("/done").params["DialCallStatus"] == status
    assert app.only("/done").params["CallStatus"] == "in-progress"


def test_a_declined_call_is_busy(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = dialling()
    call = dial(emu, seconds=5)
    ringing = emu.ringing(VOLUNTEER)
    assert ringing is not None
    ringing.decline()
    finish(emu, call)
    assert app.only("/done").params["DialCallStatus"] == "busy"


def test_an_invalid_number_fails_with_13223(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = dialling("12")
    finish(emu, dial(emu))
    assert app.only("/done").params["DialCallStatus"] == "failed"
    assert [alert.code for alert in emu.alerts] == [13223]


def test_by_default_the_callee_sees_the_callers_own_number(emu: Emulator, app: App) -> None:
    """Dial's default callerId is the caller's number: a confidential line must set its own."""
    app.docs["/voice"] = dialling()
    dial(emu, seconds=5)
    ringing = emu.ringing(VOLUNTEER)
    assert ringing is not None
    assert ringing.other == CALLER


def test_caller_id_may_be_a_number_of_the_account(emu: Emulator, app: App) -> None:
    """callerId: an owned number, or the From or To of the call; anything else is 13214."""
    app.docs["/voice"] = dialling(callerId=LINE)
    call = dial(emu, seconds=5)
    ringing = emu.ringing(VOLUNTEER)
    assert ringing is not None
    assert ringing.other == LINE
    call.hang_up()
    emu.run(1)
    app.docs["/voice"] = dialling(callerId="+16505550177")
    finish(emu, dial(emu))
    assert app.at("/done")[-1].params["DialCallStatus"] == "failed"
    assert emu.alerts[-1].code == 13214


def test_all_numbers_ring_at_once_and_the_first_answer_wins(emu: Emulator, app: App) -> None:
    """Several Numbers ring together; the first to answer is connected, the rest are hung up."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=6, hang_up_after=5)
    emu.handset(SECOND_VOLUNTEER).behaviour = behaviours.Answers(after=3, hang_up_after=5)
    app.docs["/voice"] = dialling(
        f'<Number statusCallback="/first">{VOLUNTEER}</Number><Number>{SECOND_VOLUNTEER}</Number>'
    )
    call = dial(emu, seconds=3)
    assert emu.ringing(VOLUNTEER)
    assert emu.ringing(SECOND_VOLUNTEER)
    emu.run(4)
    assert call.talking_with == {SECOND_VOLUNTEER}
    assert emu.handset(VOLUNTEER).calls[0].ended_because == "answered elsewhere"
    assert events(app, "/first") == ["canceled"]


def test_sequential_numbers_ring_one_after_the_other(emu: Emulator, app: App) -> None:
    """sequential=true: one Number after the other, each for the timeout."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Ignores()
    emu.handset(SECOND_VOLUNTEER).behaviour = behaviours.Answers(after=2, hang_up_after=3)
    app.docs["/voice"] = dialling(
        f"<Number>{VOLUNTEER}</Number><Number>{SECOND_VOLUNTEER}</Number>",
        sequential="true",
        timeout="10",
    )
    call = dial(emu, seconds=14)
    assert emu.ringing(VOLUNTEER)
    assert not emu.ringing(SECOND_VOLUNTEER)
    emu.run(3)
    assert not emu.ringing(VOLUNTEER)
    assert emu.ringing(SECOND_VOLUNTEER)
    finish(emu, call)
    assert app.only("/done").params["DialCallStatus"] == "completed"


def test_a_voicemail_that_answers_first_stops_the_other_phones(emu: Emulator, app: App) -> None:
    """The winner is whoever picks up first, before any screening: also a machine."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Voicemail(after=5)
    emu.handset(SECOND_VOLUNTEER).behaviour = behaviours.Answers(after=8)
    app.docs = {
        "/voice": dialling(
            f'<Number url="/screen">{VOLUNTEER}</Number>'
            f'<Number url="/screen">{SECOND_VOLUNTEER}</Number>'
        ),
        "/screen": '<Gather numDigits="1" action="/yes" timeout="5"/><Hangup/>',
    }
    call = dial(emu)
    finish(emu, call)
    assert emu.handset(SECOND_VOLUNTEER).calls[0].answered_at is None
    sent = app.only("/done").params
    assert (sent["DialCallStatus"], sent["DialBridged"]) == ("completed", "false")
    assert call.talking_with == frozenset()


def test_status_callbacks_of_a_number(emu: Emulator, app: App) -> None:
    """statusCallbackEvent: initiated, ringing, answered (CallStatus in-progress), completed, with
    ParentCallSid, SequenceNumber from 0, Timestamp, and CallDuration only at the end."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=4, hang_up_after=65)
    app.docs["/voice"] = dialling(
        f'<Number statusCallback="/events" statusCallbackEvent="{ALL}">{VOLUNTEER}</Number>'
    )
    call = dial(emu)
    finish(emu, call)
    sent = app.at("/events")
    assert events(app) == ["initiated", "ringing", "in-progress", "completed"]
    assert [hit.params["SequenceNumber"] for hit in sent] == ["0", "1", "2", "3"]
    assert {hit.params["ParentCallSid"] for hit in sent} == {call.sid}
    assert {hit.params["Direction"] for hit in sent} == {"outbound-dial"}
    assert ["CallDuration" in hit.params for hit in sent] == [False, False, False, True]
    assert sent[-1].params["CallDuration"] == "65"
    assert sent[-1].params["Duration"] == "2"
    assert sent[0].params["Timestamp"] == "Tue, 24 Nov 2026 18:00:01 +0000"


def test_by_default_only_completed_is_told(emu: Emulator, app: App) -> None:
    """The default event is completed, which stands for every end: here no-answer, SIP 487."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Ignores()
    app.docs["/voice"] = dialling(f'<Number statusCallback="/events">{VOLUNTEER}</Number>')
    finish(emu, dial(emu))
    sent = app.only("/events").params
    assert (sent["CallStatus"], sent["SipResponseCode"]) == ("no-answer", "487")
    assert (sent["CallDuration"], sent["Duration"]) == ("0", "0")


def test_the_action_is_told_when_the_caller_hangs_up_while_it_rings(
    emu: Emulator, app: App
) -> None:
    """The caller leaves before an answer: the action is still told, CallStatus=completed,
    DialCallStatus=canceled; what it returns goes nowhere."""
    app.docs = {"/voice": dialling(), "/done": "<Say>nobody hears this</Say>"}
    call = dial(emu, seconds=5)
    call.hang_up()
    emu.run(5)
    sent = app.only("/done").params
    assert sent["CallStatus"] == "completed"
    assert sent["DialCallStatus"] == "canceled"
    assert emu.ringing(VOLUNTEER) is None
    assert said(call) == []
    assert app.only("/status").params["CallStatus"] == "completed"


def test_the_action_is_told_when_the_caller_hangs_up_in_the_talk(emu: Emulator, app: App) -> None:
    """The caller leaves a bridge: the action is told DialCallStatus=completed."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=2)
    app.docs["/voice"] = dialling()
    call = dial(emu, seconds=14)
    call.hang_up()
    emu.run(1)
    sent = app.only("/done").params
    assert (sent["CallStatus"], sent["DialCallStatus"]) == ("completed", "completed")
    assert (sent["DialCallDuration"], sent["DialBridged"]) == ("10", "true")
    assert emu.handset(VOLUNTEER).calls[0].state == "ended"


def test_hangup_on_star_is_for_the_caller_only(emu: Emulator, app: App) -> None:
    """hangupOnStar: the initial caller ends the Dial with *; the callee cannot."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=2)
    app.docs = {"/voice": dialling(hangupOnStar="true"), "/done": "<Say>back again</Say>"}
    call = dial(emu, seconds=6)
    emu.handset(VOLUNTEER).calls[0].press("*")
    emu.run(1)
    assert call.talking_with == {VOLUNTEER}
    call.press("*")
    finish(emu, call)
    assert app.only("/done").params["DialCallStatus"] == "completed"
    assert said(call) == ["back again"]
    assert emu.handset(VOLUNTEER).calls[0].state == "ended"


def test_star_does_nothing_unless_asked_for(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=2)
    app.docs["/voice"] = dialling()
    call = dial(emu, seconds=6)
    call.press("*")
    emu.run(1)
    assert call.talking_with == {VOLUNTEER}


def test_time_limit(emu: Emulator, app: App) -> None:
    """timeLimit seconds after the answer the talk is over."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=2)
    app.docs["/voice"] = dialling(timeLimit="60")
    finish(emu, dial(emu))
    assert app.only("/done").params["DialCallDuration"] == "60"


def test_answer_on_bridge_keeps_the_call_unanswered(emu: Emulator, app: App, api: Client) -> None:
    """answerOnBridge in the first verb: the caller hears the network's ringing and the leg is not
    answered until the bridge, the whisper included."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=4)
    app.docs = {
        "/voice": dialling(f'<Number url="/whisper">{VOLUNTEER}</Number>', answerOnBridge="true"),
        "/whisper": "<Say>somebody from the line</Say>",
    }
    call = dial(emu, seconds=6.5)
    assert api.calls(call.sid).fetch().status == "ringing"
    assert call.state == "dialing"
    emu.run(3)
    assert api.calls(call.sid).fetch().status == "in-progress"
    assert kinds(call) == ["ringback", "voice"]


def test_answer_on_bridge_unanswered_ends_unbilled(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/voice"] = dialling(answerOnBridge="true")
    call = dial(emu, seconds=6)
    call.hang_up()
    emu.run(1)
    assert api.calls(call.sid).fetch().status == "no-answer"
    assert api.calls(call.sid).fetch().duration is None


def test_redirecting_the_parent_hangs_up_the_child(emu: Emulator, app: App, api: Client) -> None:
    """A parent redirected out of its Dial loses its child; no action is requested."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=2)
    app.docs = {"/voice": dialling(), "/new": "<Say>a new page</Say>"}
    call = dial(emu, seconds=6)
    api.calls(call.sid).update(url=f"{BASE}/new")
    finish(emu, call)
    assert said(call) == ["a new page"]
    assert emu.handset(VOLUNTEER).calls[0].state == "ended"
    assert app.at("/done") == []


def test_redirecting_the_child_lets_the_parent_go_on(emu: Emulator, app: App, api: Client) -> None:
    """A child redirected by REST leaves the bridge and runs its own document; the parent's Dial
    is over."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=2)
    app.docs = {
        "/voice": dialling(),
        "/done": '<Say>you are alone</Say><Pause length="9"/>',
        "/new": '<Say>stay on the line</Say><Pause length="9"/>',
    }
    call = dial(emu, seconds=6)
    child = emu.handset(VOLUNTEER).calls[0]
    api.calls(child.sid).update(url=f"{BASE}/new")
    emu.run(3)
    assert said(call) == ["you are alone"]
    assert said(child) == ["stay on the line"]
    assert call.talking_with == child.talking_with == frozenset()
    assert app.only("/new").params["ParentCallSid"] == call.sid


def test_an_engaged_handset_is_busy(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=2)
    app.docs["/voice"] = dialling()
    dial(emu, seconds=6)
    finish(emu, dial(emu, "+12125550112"))
    assert app.only("/done").params["DialCallStatus"] == "busy"


def test_a_handset_makes_one_call_at_a_time(emu: Emulator, app: App) -> None:
    dial(emu, seconds=0.5)
    with pytest.raises(RuntimeError, match="on a call already"):
        emu.handset(CALLER).dial(LINE)
