"""Dial's Conference, and calls that REST puts into a conference."""

from __future__ import annotations

from collections.abc import Callable

from .conference import Conference, Participant
from .dial import NOUNS, TIME_LIMIT, DialResult
from .document import Document, TwimlFailure, Verb
from .leg import Leg
from .script import ROOM_WAIT, run_through
from .sounds import resolve
from .stage import Goto, Redirected, Stop, Stopped
from .statuses import Subscription, wanted_events
from .tasks import Script


def dial_conference(leg: Leg, verb: Verb, document: Document, result: DialResult) -> Script[None]:
    """Put the call into a conference until it leaves, or the conference ends."""
    result.plain = True
    noun = verb.children[0]
    conference = leg.emu.conferences.open(noun.text)
    label = noun.attrs.get("participantLabel", "")
    if label and conference.find(label) is not None:
        leg.emu.warn(16025, "the participant label is taken", leg.sid, document.url)
        result.status = "failed"
        return
    coach = noun.attrs.get("coach", "")
    if coach and conference.find(coach) is None:
        leg.emu.alert(13240, "no such call to coach", leg.sid, document.url, leg.params(), "")
        result.status = "failed"
        return
    conference.limit = min(conference.limit, noun.number("maxParticipants", conference.limit))
    if len(conference.participants) >= conference.limit:
        result.status = "failed"
        return
    leg.answer()
    participant = _participant(leg, conference, noun, document)
    conference.set_callback(_callback(noun, document))
    result.status = "answered"
    limit = leg.emu.now + verb.number("timeLimit", TIME_LIMIT)
    leg.emu.engine.at(limit)
    try:
        yield from attend(participant, lambda: leg.emu.now >= limit)
    except TwimlFailure:
        # Noted. The caller never was fully in the conference: the Dial is over.
        result.status = "failed"


def _participant(leg: Leg, conference: Conference, noun: Verb, document: Document) -> Participant:
    participant = Participant(
        leg,
        conference,
        muted=noun.flag("muted", False),
        coaching=noun.attrs.get("coach", ""),
        start_on_enter=noun.flag("startConferenceOnEnter", True),
        end_on_exit=noun.flag("endConferenceOnExit", False),
        beep=noun.attrs.get("beep", "true"),
        label=noun.attrs.get("participantLabel", ""),
    )
    if noun.attrs.get("waitUrl"):
        url = resolve(document, noun.attrs["waitUrl"])
        participant.wait = Goto(url, noun.attrs.get("waitMethod", "POST"), kind="wait")
    elif "waitUrl" in noun.attrs:
        participant.wait = ""
    return participant


def _callback(noun: Verb, document: Document) -> Subscription | None:
    url = noun.attrs.get("statusCallback", "")
    if not url:
        return None
    events = wanted_events([noun.attrs.get("statusCallbackEvent", "")], "")
    method = noun.attrs.get("statusCallbackMethod", "POST")
    return Subscription(resolve(document, url), method, events)


def attend(participant: Participant, time_is_up: Callable[[], bool]) -> Script[None]:
    """Be in the conference. Returns when it is over for this participant.

    Raise TwimlFailure when the wait document fails before anything has started.
    """
    leg, conference = participant.leg, participant.conference
    over = Stop(lambda: bool(participant.removed) or time_is_up())
    reason = "participant_hung_up"
    conference.join(participant)
    try:
        with leg.stopping(over):
            yield from _sit(participant)
    except Stopped as stopped:
        if stopped.stop is not over:
            raise
        reason = _reason(participant)
    except Redirected:
        reason = "participant_updated_via_api"
        raise
    except TwimlFailure:
        reason = "participant_add_failed"
        raise
    finally:
        conference.leave(participant, reason)


def _reason(participant: Participant) -> str:
    """Say why a participant was taken out, in the callback's words."""
    if participant.removed == "kicked":
        return "participant_updated_via_api"
    if participant.removed == "ended":
        by_api = participant.conference.reason_ended == "conference-ended-via-api"
        return "conference_ended_via_api" if by_api else "moderator_ended_conference"
    return "participant_hung_up"


def _sit(participant: Participant) -> Script[None]:
    """Wait, talk, be held, in whatever order; never returns by itself."""
    leg, conference = participant.leg, participant.conference
    while True:
        held, started = participant.hold, conference.started

        def changed(held: bool = held, started: bool = started) -> bool:
            return participant.hold != held or conference.started != started

        change = Stop(changed)
        try:
            with leg.stopping(change):
                if held:
                    yield from _held(participant)
                elif not started:
                    yield from _waiting(participant)
                yield from leg.wait()
        except Stopped as stopped:
            if stopped.stop is not change:
                raise


def _waiting(participant: Participant) -> Script[None]:
    """Before the start: the wait document once, then silence; music when there is none."""
    if participant.wait is None:
        yield from participant.leg.sound("wait-music", "", None)
    elif isinstance(participant.wait, Goto):
        yield from run_through(participant.leg, participant.wait, ROOM_WAIT)


def _held(participant: Participant) -> Script[None]:
    """On hold: the hold document, or music. A failing document leaves silence."""
    if participant.hold_goto is None:
        yield from participant.leg.sound("wait-music", "", None)
    else:
        try:
            yield from run_through(participant.leg, participant.hold_goto, ROOM_WAIT)
        except TwimlFailure:
            return


NOUNS["Conference"] = dial_conference
