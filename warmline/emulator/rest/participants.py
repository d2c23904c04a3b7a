"""/Conferences/{}/Participants: call somebody in, mute, hold, announce, kick."""

from __future__ import annotations

from ..announcement import Announcement, announce
from ..calling import place
from ..conference import Conference, Participant
from ..dial_conference import attend
from ..leg import Leg
from ..resources import Json, participant_json
from ..script import run_call
from ..stage import Goto
from ..statuses import Subscription, wanted_events
from ..tasks import Script
from .calls import tokens, wait_for_slot, warn_of_what_is_missing
from .common import RestCall, RestError, destination, not_found, owned_sender, page

TIMEOUT_BUFFER = 5
"""Seconds that are added to the Timeout of a participant's call."""


def live_conference(call: RestCall, name: str) -> Conference:
    """Return a conference that is not over, by SID or friendly name. Raise 404."""
    found = call.emu.conferences.by_sid.get(name) or call.emu.conferences.live(name)
    if found is None or found.over:
        raise not_found(call)
    return found


def _participant(call: RestCall, name: str, who: str) -> Participant:
    found = live_conference(call, name).find(who)
    if found is None or found.removed:
        raise not_found(call)
    return found


def search(call: RestCall, name: str) -> tuple[int, Json]:
    """GET Participants: only those who are in, or are being called."""
    conference = call.emu.conferences.by_sid.get(name) or call.emu.conferences.live(name)
    if conference is None:
        raise not_found(call)
    found = []
    for index, one in enumerate(conference.everybody()):
        states = {"Muted": one.muted, "Hold": one.hold, "Coaching": bool(one.coaching)}
        asked = {key: call.filter(key) for key in states}
        if all(not asked[key] or asked[key] == str(states[key]).lower() for key in states):
            found.append((-index, participant_json(one)))
    return 200, page(call, "participants", found)


def fetch(call: RestCall, name: str, who: str) -> tuple[int, Json]:
    """GET one participant, by CallSid or label."""
    return 200, participant_json(_participant(call, name, who))


def create(call: RestCall, name: str) -> tuple[int, Json]:
    """POST Participants: call a number into a conference; a new friendly name makes the room."""
    emu = call.emu
    to, sender = destination(call), owned_sender(call, tokens(call))
    if name.startswith("CF"):
        conference = live_conference(call, name)
    else:
        conference = emu.conferences.open(name)
    label = call.one("Label")
    if label and conference.find(label) is not None:
        raise RestError(400, 16025, f"A participant with the label {label} exists")
    leg = Leg(emu, "outbound-api", sender, to)
    leg.time_limit = float(call.number("TimeLimit", int(leg.time_limit)))
    leg.subscribe(
        call.url("StatusCallback"),
        call.verb("StatusCallbackMethod"),
        wanted_events(call.many("StatusCallbackEvent")),
    )
    participant = _new(call, leg, conference)
    if call.url("ConferenceStatusCallback"):
        events = wanted_events(call.many("ConferenceStatusCallbackEvent"), "start end")
        method = call.verb("ConferenceStatusCallbackMethod")
        conference.set_callback(Subscription(call.url("ConferenceStatusCallback"), method, events))
    conference.pending.append(participant)
    warn_of_what_is_missing(call, leg)
    emu.calls.register(leg)
    timeout = call.number("Timeout", 60) + TIMEOUT_BUFFER
    emu.start(leg, run_call(leg, _called_in(participant, timeout)))
    return 201, participant_json(participant)


def _new(call: RestCall, leg: Leg, conference: Conference) -> Participant:
    start = call.flag("StartConferenceOnEnter")
    participant = Participant(
        leg,
        conference,
        muted=call.flag("Muted") or False,
        coaching=call.one("CallSidToCoach") if call.flag("Coaching") else "",
        start_on_enter=True if start is None else start,
        end_on_exit=call.flag("EndConferenceOnExit") or False,
        beep=call.one("Beep", "true"),
        label=call.one("Label"),
        created=call.emu.now,
        updated=call.emu.now,
    )
    if "WaitUrl" in call.form:
        url = call.url("WaitUrl")
        participant.wait = Goto(url, call.verb("WaitMethod"), kind="wait") if url else ""
    return participant


def _called_in(participant: Participant, timeout: float) -> Script[Goto | None]:
    leg, conference = participant.leg, participant.conference
    try:
        yield from leg.wait(wait_for_slot(leg))
        participant.state = "ringing"
        if not (yield from place(leg, timeout)):
            return None
        if conference.over:
            return None
        yield from attend(participant, lambda: False)
        return None
    finally:
        if participant in conference.pending:
            conference.leave(participant, "participant_add_failed")
            participant.state = "failed"


def update(call: RestCall, name: str, who: str) -> tuple[int, Json]:
    """POST one participant: mute, hold, announce, or change what its leaving does."""
    one = _participant(call, name, who)
    conference = one.conference
    muted, hold = call.flag("Muted"), call.flag("Hold")
    if muted is not None and muted != one.muted:
        one.muted = muted
        conference.event("participant-mute" if muted else "participant-unmute", one)
    if hold is not None:
        url = call.url("HoldUrl")
        method = call.verb("HoldMethod", "GET")
        one.hold_goto = Goto(url, method, kind="wait") if url and hold else None
        if hold != one.hold:
            one.hold = hold
            conference.event("participant-hold" if hold else "participant-unhold", one)
    end = call.flag("EndConferenceOnExit")
    if end is not None and end != one.end_on_exit:
        one.end_on_exit = end
        conference.event("participant-modify", one)
    if call.flag("BeepOnExit") is not None:
        one.beep = "onExit" if call.flag("BeepOnExit") else "false"
    if call.flag("Coaching") is not None:
        one.coaching = call.one("CallSidToCoach") if call.flag("Coaching") else ""
        conference.event("participant-modify", one)
    if call.url("AnnounceUrl"):
        start_announcement(call, conference, [one])
    one.updated = call.emu.now
    call.emu.audio.touch()
    call.emu.engine.wake()
    return 200, participant_json(one)


def start_announcement(call: RestCall, conference: Conference, who: list[Participant]) -> None:
    """Perform AnnounceUrl to some participants, beside whatever they hear."""
    goto = Goto(call.url("AnnounceUrl"), call.verb("AnnounceMethod"))
    call.emu.engine.spawn(announce(Announcement(conference, who), goto), "announcement")


def delete(call: RestCall, name: str, who: str) -> tuple[int, None]:
    """DELETE one participant: it is kicked; its call goes on after its Dial."""
    one = _participant(call, name, who)
    if one in one.conference.pending:
        one.leg.end("canceled", "the line hung up", 487)
    else:
        one.removed = "kicked"
        call.emu.engine.wake()
    return 204, None
