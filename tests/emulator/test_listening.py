"""What handsets hear, who talks with whom, and where the silences are."""

from __future__ import annotations

import pytest
from twilio.rest import Client

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
    second,
)
from warmline.emulator import Emulator, behaviours, speech_seconds


def test_speech_seconds() -> None:
    """Two and a half words a second, never less than 0.4 s, nothing for nothing."""
    assert speech_seconds("one two three four five") == 2.0
    assert speech_seconds("one two three four five", rate=5) == 1.0
    assert speech_seconds("hi") == 0.4
    assert speech_seconds("  ") == 0.0


def test_the_listening_window_of_a_gather_is_its_own_kind(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Gather timeout="6"><Say>press one</Say></Gather><Pause length="5"/>'
    call = dial(emu)
    finish(emu, call)
    (dead,) = emu.dead_air(4.0)
    assert dead.kind == "dead"
    assert dead.seconds == pytest.approx(5.0)
    assert (dead.call_sid, dead.number) == (call.sid, CALLER)
    (gather,) = emu.dead_air(4.0, kinds=("gather",))
    assert gather.kind == "gather"
    assert gather.seconds == pytest.approx(6.0)
    (both,) = emu.dead_air(4.0, kinds=("dead", "gather"))
    assert both.seconds == pytest.approx(11.0)
    assert emu.dead_air(5.5) == []


def test_from_one_of_several_keys_to_the_next_is_a_kind_of_its_own(emu: Emulator, app: App) -> None:
    """Nobody can be played anything there."""
    ask = '<Gather action="/keyed" numDigits="4" timeout="6"><Say>your number</Say></Gather>'
    app.docs |= {"/voice": ask, "/keyed": "<Hangup/>"}
    call = dial(emu, seconds=3)
    call.press("88")
    finish(emu, call)
    (keying,) = emu.dead_air(4.0, kinds=("keying",))
    assert keying.seconds == pytest.approx(6.2)
    assert emu.dead_air(2.0, kinds=("dead", "gather")) == []


def test_waiting_at_the_end_of_a_wait_document_is_dead_air(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Dial><Conference beep="false" waitUrl="">room</Conference></Dial>'
    dial(emu, seconds=20)
    (silence,) = emu.dead_air()
    assert silence.seconds == pytest.approx(19.0)
    assert second(emu, silence.start) == pytest.approx(1.0)


def test_talking_is_no_dead_air_and_being_alone_is(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = '<Dial><Conference beep="false">room</Conference></Dial>'
    first = dial(emu)
    other = dial(emu, SECOND_CALLER, seconds=30)
    assert emu.dead_air() == []
    other.hang_up()
    emu.run(10)
    (silence,) = emu.dead_air()
    assert silence.number == CALLER
    assert silence.seconds == pytest.approx(10.0)
    first.hang_up()


def test_nothing_is_heard_after_the_end(emu: Emulator, app: App) -> None:
    finish(emu, dial(emu))
    emu.run(100)
    assert emu.dead_air() == []


def test_the_transcript_tells_everything_in_order(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(2, keys=[(1, "1")], hang_up_after=10)
    app.docs = {
        "/voice": f'<Say>hello</Say><Pause length="2"/><Dial callerId="{LINE}">'
        f'<Number url="/w">{VOLUNTEER}</Number></Dial>',
        "/w": '<Gather numDigits="1" action="/ok"/><Hangup/>',
    }
    call = dial(emu)
    finish(emu, call)
    assert [(event.who, event.what, event.detail) for event in emu.transcript] == [
        (CALLER, "dials", LINE),
        (CALLER, "hears", "(ringback)"),
        (CALLER, "hears", "hello"),
        (CALLER, "silence", "2.0 s"),
        (CALLER, "hears", "(ringback)"),
        (VOLUNTEER, "rings", LINE),
        (VOLUNTEER, "answers", LINE),
        (VOLUNTEER, "presses", "1"),
        (CALLER, "talks with", VOLUNTEER),
        (VOLUNTEER, "silence", "1.0 s"),
        (VOLUNTEER, "talks with", CALLER),
        (VOLUNTEER, "hangs up", "hung up"),
        (CALLER, "parts", VOLUNTEER),
        (VOLUNTEER, "parts", CALLER),
        (CALLER, "ends", "the line hung up"),
    ]
    assert [event.index for event in emu.transcript] == list(range(len(emu.transcript)))
    assert emu.events_since(13) == emu.transcript[13:]
    assert emu.transcript[0].as_dict()["what"] == "dials"


def test_a_sound_is_seen_while_it_sounds(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = "<Say>one two three four five six seven eight nine ten</Say>"
    call = dial(emu, seconds=3)
    (now,) = call.hearing
    assert (now.kind, now.complete, now.over) == ("say", False, False)
    assert now.seconds == pytest.approx(4.0)
    emu.run(3)
    assert now.complete
    assert call.hearing == []


def test_a_hang_up_cuts_what_sounds(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = "<Say>one two three four five six seven eight nine ten</Say>"
    call = dial(emu, seconds=2)
    call.hang_up()
    emu.run(1)
    assert not call.heard[-1].complete
    assert call.heard[-1].seconds == pytest.approx(1.0)
    assert (call.state, call.ended_because) == ("ended", "hung up")


def test_a_voicemail_speaks_records_and_hangs_up(emu: Emulator, app: App, api: Client) -> None:
    """A machine: answers, says its greeting to whoever is connected, and hangs up at last."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Voicemail(
        after=3, greeting="please leave a message", records=20
    )
    app.docs["/voice"] = f"<Dial>{VOLUNTEER}</Dial>"
    call = dial(emu)
    finish(emu, call)
    machine = emu.handset(VOLUNTEER).calls[0]
    assert "please leave a message" in [one.text for one in call.heard]
    assert machine.ended_because == "hung up"
    assert machine.ended_at is not None
    assert machine.answered_at is not None
    expected = 20 + speech_seconds("please leave a message")
    assert machine.ended_at - machine.answered_at == pytest.approx(expected)


def test_a_greeting_in_the_whisper_is_heard_by_nobody(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Voicemail(after=3)
    app.docs = {
        "/voice": f'<Dial><Number url="/w">{VOLUNTEER}</Number></Dial>',
        "/w": '<Gather numDigits="1" timeout="8"><Say>press one</Say></Gather><Hangup/>',
    }
    call = dial(emu)
    finish(emu, call)
    assert kinds(call) == ["ringback", "ringback"]


def test_a_manual_handset_waits_for_code(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/hello"] = '<Say>hello</Say><Pause length="9"/>'
    api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/hello")
    emu.run(10)
    call = emu.ringing(VOLUNTEER)
    assert call is not None
    assert (call.state, call.other, call.outgoing) == ("ringing", LINE, False)
    call.answer()
    assert call.state == "in-progress"
    assert emu.ringing(VOLUNTEER) is None
    emu.run(2)
    call.hang_up()
    call.hang_up()
    call.answer()
    call.press("1")
    emu.run(1)
    assert call.state == "ended"


def test_answers_hangs_up_and_presses_by_itself(emu: Emulator, app: App, api: Client) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(
        after=1, keys=[(2.0, "12"), (4.0, "#")], hang_up_after=9
    )
    app.docs["/hello"] = '<Gather action="/keys"/>'
    app.docs["/keys"] = '<Pause length="60"/>'
    api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/hello")
    emu.run(20)
    assert app.only("/keys").params["Digits"] == "12"
    call = emu.handset(VOLUNTEER).calls[0]
    assert call.ended_at is not None
    assert second(emu, call.ended_at) == 1 + 1 + 9


def test_a_call_that_stops_ringing_is_not_answered_later(
    emu: Emulator, app: App, api: Client
) -> None:
    for behaviour in (behaviours.Answers(8), behaviours.Voicemail(8), behaviours.Speaks(8)):
        emu.handset(VOLUNTEER).behaviour = behaviour
        api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/hello", timeout=5)
        emu.run(20)
    assert [call.answered_at for call in emu.handset(VOLUNTEER).calls] == [None] * 3


def test_speaks_hangs_up_if_told(emu: Emulator, app: App) -> None:
    emu.handset(VOLUNTEER).behaviour = behaviours.Speaks(1, "hello there", hang_up_after=5)
    app.docs["/voice"] = f"<Dial>{VOLUNTEER}</Dial>"
    call = dial(emu)
    finish(emu, call)
    assert [one.text for one in call.heard].count("hello there") == 1
