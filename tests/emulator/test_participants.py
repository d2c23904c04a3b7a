"""Conferences and participants over REST."""

from __future__ import annotations

import pytest
from twilio.base.exceptions import TwilioRestException
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
    said,
    second,
)
from tests.emulator.test_conference import EVERYTHING, room
from warmline.emulator import Emulator, PhoneCall, behaviours

Pair = tuple[PhoneCall, PhoneCall]


@pytest.fixture
def pair(emu: Emulator, app: App) -> Pair:
    """Two callers talk in a conference."""
    app.docs = {
        "/voice": room(statusCallback="/events", statusCallbackEvent=EVERYTHING),
        "/done": '<Say>the talk is over</Say><Pause length="5"/>',
        "/hold": "<Say>you are on hold</Say><Redirect/>",
        "/announce": "<Say>five minutes left</Say>",
    }
    first, other = dial(emu), dial(emu, SECOND_CALLER, seconds=2)
    assert first.talking_with == {SECOND_CALLER}
    return first, other


def told(app: App) -> list[str]:
    return [hit.params["StatusCallbackEvent"] for hit in app.at("/events")]


def test_participants_are_listed_and_fetched(pair: Pair, api: Client) -> None:
    """Lists show the live participants; one is found by CallSid."""
    first, other = pair
    (conference,) = api.conferences.list(friendly_name="room", status="in-progress")
    participants = api.conferences(conference.sid).participants
    assert {one.call_sid for one in participants.list()} == {first.sid, other.sid}
    one = api.conferences(conference.sid).participants(first.sid).fetch()
    assert (one.muted, one.hold, one.status) == (False, False, "connected")
    assert participants.list(muted=True) == []


def test_mute_and_unmute(emu: Emulator, app: App, pair: Pair, api: Client) -> None:
    """Muted: the others do not hear this participant; participant-mute and -unmute are told."""
    first, other = pair
    (conference,) = api.conferences.list()
    participant = api.conferences(conference.sid).participants(first.sid)
    assert participant.update(muted=True).muted
    emu.run(1)
    assert other.talking_with == frozenset()
    participant.update(muted=False)
    emu.run(1)
    assert other.talking_with == {CALLER}
    assert told(app)[-2:] == ["participant-mute", "participant-unmute"]


def test_hold_with_a_document(emu: Emulator, app: App, pair: Pair, api: Client) -> None:
    """Hold with HoldUrl (GET by default): the participant hears that document, and nobody hears
    the other."""
    first, other = pair
    (conference,) = api.conferences.list()
    participant = api.conferences(conference.sid).participants(first.sid)
    participant.update(hold=True, hold_url=f"{BASE}/hold")
    emu.run(4)
    assert app.at("/hold")[0].method == "GET"
    assert said(first)[-1] == "you are on hold"
    assert first.talking_with == other.talking_with == frozenset()
    participant.update(hold=False)
    emu.run(1)
    assert first.talking_with == {SECOND_CALLER}
    assert "participant-hold" in told(app)
    assert told(app)[-1] == "participant-unhold"


def test_hold_without_a_document_is_music(emu: Emulator, pair: Pair, api: Client) -> None:
    first, _other = pair
    (conference,) = api.conferences.list()
    api.conferences(conference.sid).participants(first.sid).update(hold=True)
    emu.run(1)
    assert first.heard[-1].kind == "wait-music"


def test_announce_to_one_and_to_all(emu: Emulator, app: App, pair: Pair, api: Client) -> None:
    """AnnounceUrl speaks to one participant, or to the whole conference, while they talk."""
    first, other = pair
    (conference,) = api.conferences.list()
    api.conferences(conference.sid).participants(first.sid).update(announce_url=f"{BASE}/announce")
    emu.run(3)
    assert said(first) == ["five minutes left"]
    assert said(other) == []
    assert first.talking_with == {SECOND_CALLER}
    api.conferences(conference.sid).update(announce_url=f"{BASE}/announce")
    emu.run(3)
    assert said(other) == ["five minutes left"]
    assert told(app).count("announcement-end") == 2
    app.docs["/announce"] = "<Gather/>"
    api.conferences(conference.sid).update(announce_url=f"{BASE}/announce")
    emu.run(1)
    assert told(app)[-1] == "announcement-fail"
    assert emu.alerts[-1].code == 13238


def test_delete_kicks(emu: Emulator, app: App, pair: Pair, api: Client) -> None:
    """DELETE takes a participant out; its Dial is over and its call goes on. Then it is 404."""
    first, other = pair
    (conference,) = api.conferences.list()
    assert api.conferences(conference.sid).participants(first.sid).delete()
    emu.run(1)
    assert said(first) == ["the talk is over"]
    assert other.state == "in-progress"
    with pytest.raises(TwilioRestException) as caught:
        api.conferences(conference.sid).participants(first.sid).fetch()
    assert (caught.value.status, caught.value.code) == (404, 20404)


def test_kicking_the_last_one_is_the_reason_of_the_end(
    emu: Emulator, app: App, pair: Pair, api: Client
) -> None:
    first, other = pair
    (conference,) = api.conferences.list()
    for call in (first, other):
        api.conferences(conference.sid).participants(call.sid).delete()
        emu.run(1)
    assert api.conferences(conference.sid).fetch().reason_conference_ended == (
        "last-participant-kicked"
    )


def test_completed_ends_the_conference(emu: Emulator, app: App, pair: Pair, api: Client) -> None:
    """Status=completed: conference-ended-via-api, everybody goes on after their Dial."""
    (conference,) = api.conferences.list()
    api.conferences(conference.sid).update(status="completed")
    emu.run(1)
    assert [said(call) for call in pair] == [["the talk is over"]] * 2
    ended = api.conferences(conference.sid).fetch()
    assert ended.reason_conference_ended == "conference-ended-via-api"
    end = next(hit for hit in app.at("/events") if "end" in hit.params["StatusCallbackEvent"])
    assert end.params["ReasonConferenceEnded"] == "conference-ended-via-api"
    leaves = [hit for hit in app.at("/events") if "leave" in hit.params["StatusCallbackEvent"]]
    assert {hit.params["ReasonParticipantLeft"] for hit in leaves} == {"conference_ended_via_api"}
    assert api.conferences(conference.sid).participants.list() == []


def test_end_conference_on_exit_can_be_changed(
    emu: Emulator, app: App, pair: Pair, api: Client
) -> None:
    first, other = pair
    (conference,) = api.conferences.list()
    changed = api.conferences(conference.sid).participants(other.sid)
    assert changed.update(end_conference_on_exit=True).end_conference_on_exit
    other.hang_up()
    emu.run(1)
    assert said(first) == ["the talk is over"]
    assert "participant-modify" in told(app)


def test_a_participant_is_called_in_by_friendly_name(
    emu: Emulator, app: App, pair: Pair, api: Client
) -> None:
    """POST Participants takes a friendly name in place of the SID; From and To are required."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Answers(after=3)
    made = api.conferences("room").participants.create(
        from_=LINE,
        to=VOLUNTEER,
        label="peer",
        status_callback=f"{BASE}/leg",
        status_callback_event=["initiated", "ringing", "answered", "completed"],
    )
    assert made.status == "queued"
    (conference,) = api.conferences.list()
    assert made.conference_sid == conference.sid
    emu.run(6)
    assert pair[0].talking_with == {SECOND_CALLER, VOLUNTEER}
    assert api.conferences(conference.sid).participants("peer").fetch().call_sid == made.call_sid
    assert [hit.params["CallStatus"] for hit in app.at("/leg")] == [
        "initiated",
        "ringing",
        "in-progress",
    ]
    api.conferences(conference.sid).participants("peer").delete()
    emu.run(1)
    assert emu.handset(VOLUNTEER).calls[0].state == "ended"


def test_a_new_friendly_name_makes_the_room(emu: Emulator, app: App, api: Client) -> None:
    """The room is made by the request; its callbacks default to start and end."""
    emu.calls_per_second = None
    for number in (VOLUNTEER, CALLER):
        emu.handset(number).behaviour = behaviours.Answers(after=2)
        api.conferences("new-room").participants.create(
            from_=LINE, to=number, conference_status_callback=f"{BASE}/events", beep="false"
        )
    emu.run(5)
    assert emu.handset(CALLER).calls[0].talking_with == {VOLUNTEER}
    assert told(app) == ["conference-start"]
    emu.handset(CALLER).calls[0].hang_up()
    emu.handset(VOLUNTEER).calls[0].hang_up()
    emu.run(1)
    assert told(app) == ["conference-start", "conference-end"]


def test_a_participant_who_does_not_answer(emu: Emulator, app: App, api: Client) -> None:
    """The Timeout of a participant's call gets five seconds more; then it is gone, and so is a
    room that waited for nobody else."""
    emu.handset(VOLUNTEER).behaviour = behaviours.Ignores()
    made = api.conferences("new-room").participants.create(from_=LINE, to=VOLUNTEER, timeout=10)
    emu.run(16)
    leg = api.calls(made.call_sid).fetch()
    assert leg.status == "no-answer"
    assert leg.end_time.timestamp() == emu.now - 1
    (conference,) = api.conferences.list()
    assert conference.status == "completed"


def test_ending_the_room_stops_the_ringing(
    emu: Emulator, app: App, pair: Pair, api: Client
) -> None:
    api.conferences("room").participants.create(from_=LINE, to=VOLUNTEER)
    emu.run(3)
    assert emu.ringing(VOLUNTEER)
    (conference,) = api.conferences.list()
    api.conferences(conference.sid).update(status="completed")
    emu.run(1)
    assert emu.ringing(VOLUNTEER) is None


def test_the_from_of_a_participant_must_be_owned(emu: Emulator, api: Client) -> None:
    with pytest.raises(TwilioRestException) as caught:
        api.conferences("room").participants.create(from_="+16505550177", to=VOLUNTEER)
    assert caught.value.code == 21210


def test_unknown_conferences_are_404(emu: Emulator, api: Client) -> None:
    nowhere = "CF" + "0" * 32
    asked = [
        lambda: api.conferences(nowhere).fetch(),
        lambda: api.conferences(nowhere).participants("CA" + "0" * 32).fetch(),
        lambda: api.conferences(nowhere).participants.create(from_=LINE, to=VOLUNTEER),
    ]
    for ask in asked:
        with pytest.raises(TwilioRestException) as caught:
            ask()  # type: ignore[no-untyped-call]
        assert caught.value.status == 404


def test_a_finished_pair_leaves_nobody_talking(emu: Emulator, pair: Pair) -> None:
    pair[0].hang_up()
    pair[1].hang_up()
    finish(emu, pair[0])
    assert [event.what for event in emu.transcript].count("talks with") == 2
    assert [event.what for event in emu.transcript].count("parts") == 2
    assert second(emu) > 0
