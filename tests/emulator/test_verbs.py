"""Say, Play, Pause, Redirect, Reject and what is skipped."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from tests.emulator.lab import (
    BASE,
    LINE,
    SID,
    START,
    TOKEN,
    VOLUNTEER,
    App,
    dial,
    finish,
    kinds,
    said,
    second,
)
from warmline.emulator import Emulator, ManualClock, WsgiTransport, behaviours, speech_seconds


def test_say_takes_as_long_as_its_words_and_breaks(emu: Emulator, app: App) -> None:
    """SSML: the text is spoken without its markup, and a break is a pause in it."""
    app.docs["/voice"] = (
        '<Say language="es-US"><prosody rate="slow">uno dos</prosody><break time="1500ms"/>'
        '<say-as interpret-as="digits">12</say-as> <sub alias="doctor">Dr.</sub><p>fin</p></Say>'
    )
    call = dial(emu)
    finish(emu, call)
    spoken = call.heard[-1]
    assert spoken.text == "uno dos 12 doctor fin"
    assert spoken.language == "es-US"
    assert spoken.seconds == pytest.approx(speech_seconds("uno dos 12 doctor fin") + 1.5)


def test_loop_repeats_and_loop_zero_goes_on(emu: Emulator, app: App) -> None:
    """loop repeats; 0 goes on until the hang-up (1000 times at most)."""
    app.docs["/voice"] = '<Say loop="3">again</Say>'
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["again"] * 3
    app.docs["/voice"] = '<Say loop="0">again</Say>'
    call = dial(emu, seconds=101)
    assert len(said(call)) > 200
    call.hang_up()
    emu.run(1)


def test_play_digits(emu: Emulator, app: App) -> None:
    """Play digits sends tones; w waits half a second, W one second."""
    app.docs["/voice"] = '<Play digits="wW12"/>'
    call = dial(emu)
    finish(emu, call)
    assert call.heard[-1].text == "digits wW12"
    assert call.heard[-1].seconds == pytest.approx(2.0)


def test_an_empty_redirect_is_the_same_document(emu: Emulator, app: App) -> None:
    """Redirect with no URL requests the current document again."""
    app.docs["/voice"] = lambda hit: "<Redirect/>" if len(app.hits) < 3 else "<Say>enough</Say>"
    call = dial(emu)
    finish(emu, call)
    assert len(app.at("/voice")) == 3
    assert said(call) == ["enough"]


def test_what_follows_a_redirect_is_unreachable(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Redirect method="GET">next?a=1</Redirect><Say>unreachable</Say>'
    call = dial(emu)
    finish(emu, call)
    assert app.only("/next").method == "GET"
    assert said(call) == []


def test_a_redirect_loop_does_not_stop_the_clock(emu: Emulator, app: App) -> None:
    """Twilio has no cap on TwiML redirects of a call; only time ends such a loop."""
    app.docs["/voice"] = "<Redirect/>"
    call = dial(emu, seconds=30)
    assert second(emu) == 30.0
    assert 25 < len(app.hits) < 200
    call.hang_up()
    emu.run(1)
    seen = len(app.hits)
    emu.run(10)
    assert len(app.hits) == seen


@pytest.mark.parametrize(
    "verbs",
    [
        "<Record/>",
        "<Start><Stream url='wss://line.test'/></Start>",
        "<Connect><Stream url='wss://line.test'/></Connect>",
        "<Start><Transcription/></Start>",
        "<say>lower case</say>",
        "<Foo/>",
        "<Say><Play>x</Play></Say>",
        '<Pause length="long"/>',
        '<Say colour="red">hello</Say>',
    ],
)
def test_what_breaks_the_schema_is_a_warning(emu: Emulator, app: App, verbs: str) -> None:
    """12200: names are case-sensitive; an unknown element is skipped, the rest is performed.
    Recording and streams are unknown here on purpose: the line promises neither."""
    app.docs["/voice"] = verbs + "<Say>go on</Say>"
    call = dial(emu)
    finish(emu, call)
    assert said(call)[-1] == "go on"
    assert {one.code for one in emu.warnings} == {12200}
    assert emu.alerts == []


def test_recording_attributes_are_ignored_with_a_warning(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Busy()
    app.docs["/voice"] = f'<Dial record="record-from-answer">{VOLUNTEER}</Dial>'
    finish(emu, dial(emu))
    assert [one.code for one in emu.warnings] == [12200]
    app.docs["/voice"] = f'<Dial record="do-not-record">{VOLUNTEER}</Dial>'
    finish(emu, dial(emu))
    assert len(emu.warnings) == 1


def test_leave_outside_a_queue_is_skipped(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = "<Leave/><Say>still here</Say>"
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["still here"]
    assert emu.warnings


def test_reject_after_another_verb_just_ends_the_call(emu: Emulator, app: App, api: Client) -> None:
    """Reject only refuses as the first verb: later the call has been answered."""
    app.docs["/voice"] = "<Say>hello</Say><Reject/>"
    call = dial(emu)
    finish(emu, call)
    assert api.calls(call.sid).fetch().status == "completed"


def test_a_pause_is_silence(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Say>hold on</Say><Pause length="5"/><Say>back</Say>'
    call = dial(emu)
    finish(emu, call)
    assert kinds(call) == ["ringback", "say", "pause", "say"]
    assert [span.seconds for span in emu.dead_air()] == [pytest.approx(5.0)]
    assert emu.dead_air(threshold=5.5) == []


def test_namespaces_other_than_twimls_are_no_business_of_it(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Say xmlns:x="urn:x" x:note="1">hello</Say>'
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["hello"]
    assert emu.warnings == []


def test_a_call_ends_after_four_hours(emu: Emulator, app: App) -> None:
    """A call lasts four hours at most."""
    app.docs["/voice"] = '<Say>hello</Say><Pause length="20000"/>'
    call = dial(emu)
    assert emu.run_until(lambda: call.state == "ended", 15000)
    assert second(emu) == pytest.approx(4 * 3600 + 1)


def test_the_same_seed_gives_the_same_story(emu: Emulator, app: App) -> None:
    """Everything is reproducible, SIDs included."""
    first = dial(emu).sid
    clock = ManualClock(START)
    with Emulator(SID, TOKEN, clock, WsgiTransport({BASE: app}), seed=1) as again:
        again.add_number(LINE, voice_url=f"{BASE}/voice")
        assert dial(again).sid == first
