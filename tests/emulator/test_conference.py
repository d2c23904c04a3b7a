"""Dial Conference: starting, waiting, ending, and who hears whom."""

from __future__ import annotations

import pytest
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
)
from warmline.emulator import Emulator, PhoneCall, behaviours

EVERYTHING = "start end join leave mute hold modify announcement"


def room(action: str = "/done", name: str = "room", dial: str = "", **attributes: str) -> str:
    """Return a Dial Conference; attributes of the noun by keyword, of the Dial in `dial`."""
    attributes.setdefault("beep", "false")
    text = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<Dial action="{action}" {dial}><Conference{text}>{name}</Conference></Dial>'


@pytest.fixture(autouse=True)
def rooms(app: App) -> None:
    waiting = room(waitUrl="/wait", startConferenceOnEnter="false")
    app.docs = {
        "/voice": lambda hit: waiting if hit.params["From"] == CALLER else room(),
        "/wait": "<Say>somebody will be with you</Say>",
        "/done": '<Say>the talk is over</Say><Pause length="5"/>',
    }


def talk(emu: Emulator) -> tuple[PhoneCall, PhoneCall]:
    """Let two callers talk in the conference."""
    first, second = dial(emu, seconds=5), dial(emu, SECOND_CALLER, seconds=2)
    assert first.talking_with == {SECOND_CALLER}
    return first, second


def test_it_starts_with_two_of_whom_one_may_start_it(emu: Emulator, app: App, api: Client) -> None:
    """A conference starts when there are two participants and one has startConferenceOnEnter."""
    waiting = room(startConferenceOnEnter="false")
    app.docs["/voice"] = lambda hit: room() if hit.params["From"] == VOLUNTEER else waiting
    first, second = dial(emu), dial(emu, SECOND_CALLER)
    emu.run(5)
    assert first.talking_with == second.talking_with == frozenset()
    assert [one.status for one in api.conferences.list()] == ["init"]
    third = dial(emu, VOLUNTEER, seconds=2)
    assert third.talking_with == {CALLER, SECOND_CALLER}
    assert first.talking_with == {VOLUNTEER, SECOND_CALLER}
    assert [one.status for one in api.conferences.list()] == ["in-progress"]


def test_the_wait_document_is_not_repeated(emu: Emulator, app: App) -> None:
    """Conference's waitUrl is requested once; after its end there is silence."""
    call = dial(emu, seconds=15)
    assert len(app.at("/wait")) == 1
    assert app.only("/wait").method == "POST"
    assert kinds(call) == ["ringback", "say"]
    (silence,) = emu.dead_air()
    assert silence.seconds > 10


def test_the_wait_document_loops_by_redirect(emu: Emulator, app: App) -> None:
    """An (empty) Redirect at its end makes it loop."""
    app.docs["/wait"] = "<Say>somebody will be with you</Say><Redirect/>"
    call = dial(emu, seconds=15)
    assert len(app.at("/wait")) > 5
    assert emu.dead_air(0.1) == []
    assert said(call)[-1] == "somebody will be with you"


def test_without_wait_url_there_is_music_and_with_an_empty_one_silence(
    emu: Emulator, app: App
) -> None:
    """Default: a classical playlist; waitUrl="" is silence."""
    app.docs["/voice"] = room()
    call = dial(emu, seconds=10)
    assert kinds(call) == ["ringback", "wait-music"]
    app.docs["/voice"] = room(name="other", waitUrl="")
    call = dial(emu, SECOND_CALLER, seconds=10)
    assert kinds(call) == ["ringback"]


@pytest.mark.parametrize("verb", ["<Gather/>", "<Leave/>", "<Dial>+16505550100</Dial>"])
def test_the_wait_document_may_only_speak_and_play(emu: Emulator, app: App, verb: str) -> None:
    """Only Play, Say, Pause and Redirect: anything else is 13238, and the caller is not fully in
    the conference; the Dial is over."""
    app.docs["/wait"] = verb
    call = dial(emu)
    finish(emu, call)
    assert [alert.code for alert in emu.alerts] == [13238]
    assert said(call) == ["the talk is over"]


def test_a_failing_wait_url_ends_the_dial(emu: Emulator, app: App, api: Client) -> None:
    """A failed waitUrl leaves the caller outside: put TwiML after the Dial, or an action."""
    app.docs["/wait"] = Response(status=500)
    call = dial(emu)
    finish(emu, call)
    assert said(call) == ["the talk is over"]
    assert [one.status for one in api.conferences.list()] == ["completed"]


def test_the_action_is_told_answered_and_nothing_else(emu: Emulator, app: App) -> None:
    """DialCallStatus is "answered" for a conference, without DialCallSid and DialCallDuration."""
    first, second = talk(emu)
    second.hang_up()
    emu.run(1)
    sent = app.only("/done").params
    assert {name for name in sent if name.startswith("Dial")} == {"DialCallStatus"}
    assert sent["DialCallStatus"] == "answered"
    assert first.state == "in-progress"


def test_end_conference_on_exit_ends_it_for_all(emu: Emulator, app: App, api: Client) -> None:
    """endConferenceOnExit: when that participant leaves, the others' Dial is complete and goes on
    to its action."""
    app.docs["/voice"] = lambda hit: room(
        endConferenceOnExit="true" if hit.params["From"] == SECOND_CALLER else "false"
    )
    first, second = talk(emu)
    second.hang_up()
    emu.run(1)
    assert said(first) == ["the talk is over"]
    (conference,) = api.conferences.list()
    assert conference.status == "completed"
    assert conference.reason_conference_ended == "participant-with-end-conference-on-exit-left"
    assert conference.call_sid_ending_conference == second.sid


def test_it_ends_when_the_last_one_leaves(emu: Emulator, app: App, api: Client) -> None:
    first, second = talk(emu)
    second.hang_up()
    emu.run(1)
    assert [one.status for one in api.conferences.list()] == ["in-progress"]
    assert first.talking_with == frozenset()
    first.hang_up()
    emu.run(1)
    (conference,) = api.conferences.list()
    assert conference.reason_conference_ended == "last-participant-left"


def test_the_friendly_name_is_the_accounts(emu: Emulator, app: App, api: Client) -> None:
    """The name means one room in the account while it lives; afterwards it is a new room."""
    first, second = talk(emu)
    first.hang_up()
    second.hang_up()
    emu.run(1)
    talk(emu)
    rooms = api.conferences.list(friendly_name="room")
    assert [one.status for one in rooms] == ["in-progress", "completed"]
    assert len({one.sid for one in rooms}) == 2


def test_callbacks_are_those_of_the_first_participant(emu: Emulator, app: App) -> None:
    """statusCallback and its events are fixed by the first participant; later ones are
    ignored."""
    app.docs["/voice"] = lambda hit: room(
        statusCallback=f"/events-{hit.params['From'][-1]}", statusCallbackEvent=EVERYTHING
    )
    first, second = talk(emu)
    first.hang_up()
    second.hang_up()
    emu.run(1)
    sent = app.at("/events-0")
    assert app.at("/events-1") == []
    assert [hit.params["StatusCallbackEvent"] for hit in sent] == [
        "participant-join",
        "participant-join",
        "conference-start",
        "participant-leave",
        "participant-leave",
        "conference-end",
    ]
    numbers = [int(hit.params["SequenceNumber"]) for hit in sent]
    assert numbers == sorted(set(numbers))
    assert {hit.params["FriendlyName"] for hit in sent} == {"room"}
    assert sent[0].params["CallSid"] == first.sid
    assert sent[0].params["Muted"] == sent[0].params["Hold"] == "false"
    assert sent[3].params["ReasonParticipantLeft"] == "participant_hung_up"
    assert sent[3].params["ParticipantCallStatus"] == "completed"
    assert sent[5].params["ReasonConferenceEnded"] == "last-participant-left"
    assert sent[5].params["CallSidEndingConference"] == second.sid
    assert "CallSid" not in sent[5].params
    assert all(hit.signed for hit in sent)


def test_a_first_participant_without_callback_settles_it_too(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = lambda hit: (
        room()
        if hit.params["From"] == CALLER
        else room(statusCallback="/events", statusCallbackEvent=EVERYTHING)
    )
    talk(emu)
    assert app.at("/events") == []


def test_hangup_on_star_leaves_the_conference(emu: Emulator, app: App) -> None:
    """hangupOnStar is the only key that does anything in a conference."""
    app.docs["/voice"] = lambda hit: room(dial='hangupOnStar="true"')
    first, second = talk(emu)
    first.press("1")
    emu.run(1)
    assert first.talking_with == {SECOND_CALLER}
    first.press("*")
    emu.run(1)
    assert said(first) == ["the talk is over"]
    assert app.only("/done").params["DialCallStatus"] == "answered"
    assert second.talking_with == frozenset()


def test_muted_hears_but_is_not_heard(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = lambda hit: room(
        muted="true" if hit.params["From"] == SECOND_CALLER else "false"
    )
    first, second = dial(emu), dial(emu, SECOND_CALLER, seconds=3)
    assert first.talking_with == second.talking_with == frozenset()
    assert second.heard[-1].kind == "voice"
    assert first.heard[-1].kind != "voice"


def test_a_label_may_be_used_once(emu: Emulator, app: App) -> None:
    """participantLabel must be unique: 16025, and the call falls to the next verb."""
    noun = '<Conference participantLabel="one" beep="false">room</Conference>'
    app.docs["/voice"] = f"<Dial>{noun}</Dial><Say>taken</Say>"
    dial(emu)
    second = dial(emu, SECOND_CALLER, seconds=2)
    assert said(second) == ["taken"]
    assert [one.code for one in emu.warnings] == [16025]


def test_an_unknown_call_to_coach_is_13240(emu: Emulator, app: App) -> None:
    """coach must be a live participant's CallSid, else the Dial fails to its action."""
    app.docs["/voice"] = room(coach="CA" + "0" * 32)
    dial(emu, seconds=3)
    assert [alert.code for alert in emu.alerts] == [13240]
    assert app.only("/done").params["DialCallStatus"] == "failed"


def test_beep_is_on_by_default(emu: Emulator, app: App) -> None:
    """beep: true by default, at entering and leaving."""
    app.docs["/voice"] = "<Dial><Conference>room</Conference></Dial>"
    first, second = dial(emu), dial(emu, SECOND_CALLER, seconds=3)
    assert [one.text for one in first.heard].count("beep") == 2
    assert [one.text for one in second.heard].count("beep") == 1


def test_max_participants(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = room(maxParticipants="1")
    dial(emu)
    second = dial(emu, SECOND_CALLER, seconds=2)
    assert said(second) == ["the talk is over"]


def test_time_limit_of_the_dial(emu: Emulator, app: App) -> None:
    app.docs["/voice"] = lambda hit: room(dial='timeLimit="30"')
    first, _second = talk(emu)
    emu.run(24)
    assert said(first) == ["the talk is over"]


def test_redirecting_a_participant_takes_it_out(emu: Emulator, app: App, api: Client) -> None:
    """A REST redirect of the call leaves the conference; the other stays in it."""
    first, second = talk(emu)
    api.calls(first.sid).update(twiml="<Response><Say>a new page</Say></Response>")
    emu.run(0.5)
    assert said(first)[-1] == "a new page"
    assert second.talking_with == frozenset()
    assert second.state == "in-progress"
    assert app.at("/done") == []


def test_what_a_handset_says_is_heard_by_the_others(emu: Emulator, app: App) -> None:
    first, second = talk(emu)
    first.speak("hello, is anybody there")
    emu.run(5)
    assert second.heard[-1].text == "hello, is anybody there"
    assert second.heard[-1].complete
    assert "hello, is anybody there" not in [one.text for one in first.heard]
    first.speak("one two three four five six seven eight")
    emu.run(1)
    first.hang_up()
    emu.run(1)
    cut = [one for one in second.heard if one.text.startswith("one two")]
    assert [one.complete for one in cut] == [False]


def test_a_crisis_line_speaks_as_soon_as_it_is_heard(emu: Emulator, app: App, api: Client) -> None:
    app.docs["/voice"] = room()
    app.docs["/crisis"] = room()
    emu.handset(VOLUNTEER).behaviour = behaviours.Speaks(2.0, "988, simulated: press one")
    call = dial(emu)
    api.calls.create(to=VOLUNTEER, from_=LINE, url=f"{BASE}/crisis")
    emu.run(10)
    assert "988, simulated: press one" in [one.text for one in call.heard]
