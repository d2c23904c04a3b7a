"""Number's url: a document for the callee alone, before the two are connected."""

from __future__ import annotations

import pytest
from werkzeug.wrappers import Response

from tests.emulator.lab import CALLER, LINE, VOLUNTEER, App, dial, finish, said, second
from warmline.emulator import Emulator, behaviours
from warmline.emulator.script import APOLOGY

SCREEN = '<Gather numDigits="1" action="/accept" timeout="8"><Say>press one</Say></Gather>'


@pytest.fixture(autouse=True)
def screened(emu: Emulator, app: App) -> None:
    app.docs = {
        "/voice": f'<Dial action="/done" callerId="{LINE}">'
        f'<Number url="/whisper">{VOLUNTEER}</Number></Dial>',
        "/whisper": SCREEN + "<Hangup/>",
        "/done": "<Say>that was it</Say>",
    }


def test_finishing_the_document_connects(emu: Emulator, app: App) -> None:
    """Coming to the end of the whisper bridges: an empty document after the key accepts."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(4, keys=[(3.0, "1")])
    call = dial(emu, seconds=7)
    volunteer = emu.handset(VOLUNTEER).calls[0]
    assert said(volunteer) == ["press one"]
    assert call.talking_with == volunteer.talking_with == frozenset()
    assert call.heard[-1].kind == "ringback"
    emu.run(3)
    assert call.talking_with == {VOLUNTEER}
    assert volunteer.talking_with == {CALLER}


def test_saying_nothing_connects_at_once(emu: Emulator, app: App) -> None:
    """The default is to connect: a whisper that only speaks screens nobody out."""
    app.docs["/whisper"] = "<Say>a call for you</Say>"
    emu.handset(VOLUNTEER).behaviour = behaviours.Voicemail(after=4)
    call = dial(emu, seconds=12)
    assert call.talking_with == {VOLUNTEER}


def test_hangup_refuses(emu: Emulator, app: App) -> None:
    """Hangup in the whisper refuses: no bridge, DialBridged=false, duration 0."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(4)
    call = dial(emu)
    finish(emu, call)
    sent = app.only("/done").params
    assert (sent["DialBridged"], sent["DialCallDuration"]) == ("false", "0")
    assert sent["DialCallStatus"] == "completed"
    assert said(call) == ["that was it"]


def test_the_request_is_the_childs(emu: Emulator, app: App) -> None:
    """The whisper is requested with the child's CallSid and with ParentCallSid."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(4, keys=[(3.0, "1")])
    call = dial(emu, seconds=12)
    for path in ("/whisper", "/accept"):
        sent = app.only(path).params
        assert sent["CallSid"] == emu.handset(VOLUNTEER).calls[0].sid != call.sid
        assert sent["ParentCallSid"] == call.sid
        assert (sent["From"], sent["To"]) == (LINE, VOLUNTEER)
        assert sent["Direction"] == "outbound-dial"
        assert sent["CallStatus"] == "in-progress"
    assert [one.kind for one in emu.requests if "accept" in one.url] == ["whisper"]


def test_dial_is_forbidden(emu: Emulator, app: App) -> None:
    """Dial inside the whisper is 13201: the callee hears the apology and nobody is connected."""
    app.docs["/whisper"] = f"<Dial>{LINE}</Dial>"
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(4)
    call = dial(emu)
    finish(emu, call)
    emu.run(10)
    assert [alert.code for alert in emu.alerts] == [13201]
    assert said(emu.handset(VOLUNTEER).calls[0]) == [APOLOGY]
    assert app.only("/done").params["DialBridged"] == "false"


@pytest.mark.parametrize("verb", ["<Redirect>/x</Redirect>", "<Enqueue>q</Enqueue>", "<Reject/>"])
def test_other_verbs_are_skipped(emu: Emulator, app: App, verb: str) -> None:
    """Only Play, Say, Gather, Hangup and Pause may be used in a whisper."""
    app.docs["/whisper"] = verb
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(4)
    call = dial(emu, seconds=8)
    assert call.talking_with == {VOLUNTEER}
    assert [one.code for one in emu.warnings] == [12200]


def test_the_caller_hangs_up_during_the_whisper(emu: Emulator, app: App) -> None:
    """The caller leaves while the callee is being asked: DialBridged=false, duration 0, and the
    callee's leg is hung up."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(4)
    call = dial(emu, seconds=7)
    call.hang_up()
    emu.run(1)
    sent = app.only("/done").params
    assert (sent["DialBridged"], sent["DialCallDuration"]) == ("false", "0")
    assert emu.handset(VOLUNTEER).calls[0].state == "ended"


def test_the_callee_hangs_up_during_the_whisper(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(4, hang_up_after=2)
    call = dial(emu)
    finish(emu, call)
    assert second(emu, app.only("/done").at) == 1 + 1 + 4 + 2
    assert app.only("/done").params["DialBridged"] == "false"


def test_a_failing_whisper_connects_nobody(emu: Emulator, app: App) -> None:
    app.docs["/whisper"] = Response(status=500)
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(4)
    call = dial(emu)
    finish(emu, call)
    assert app.only("/done").params["DialBridged"] == "false"
