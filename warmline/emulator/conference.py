"""Conferences: who is in, when it starts and ends, and the callbacks that tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from .exchange import Webhook
from .stage import Goto
from .statuses import Subscription, rfc2822

if TYPE_CHECKING:
    from .emulator import Emulator
    from .leg import Leg

MAX_PARTICIPANTS = 250
BEEP_SECONDS = 0.4

# The word in StatusCallbackEvent -> the prefix of the events that it stands for.
_SUBSCRIPTIONS = {
    "start": ("conference-start",),
    "end": ("conference-end",),
    "join": ("participant-join",),
    "leave": ("participant-leave",),
    "mute": ("participant-mute", "participant-unmute"),
    "hold": ("participant-hold", "participant-unhold"),
    "modify": ("participant-modify",),
    "speaker": ("participant-speech-start", "participant-speech-stop"),
    "announcement": ("announcement-end", "announcement-fail"),
}


@dataclass(eq=False, slots=True)
class Participant:
    """A call in a conference, or on its way into one.

    `wait` is the document while nothing has started: None for the provider's music, "" for
    silence. `removed` says why the participant must go ("kicked", "ended"); `state` is the
    resource's status.
    """

    leg: Leg
    conference: Conference
    muted: bool = False
    hold: bool = False
    coaching: str = ""
    start_on_enter: bool = True
    end_on_exit: bool = False
    beep: str = "true"
    label: str = ""
    wait: Goto | str | None = None
    hold_goto: Goto | None = None
    removed: str = ""
    state: str = "queued"
    created: float = 0.0
    updated: float = 0.0

    @property
    def present(self) -> bool:
        """Say whether the call is in the conference."""
        return self in self.conference.participants

    def params(self) -> dict[str, str]:
        """Return what callbacks say of the participant."""
        return {
            "CallSid": self.leg.sid,
            "Muted": _word(self.muted),
            "Hold": _word(self.hold),
            "Coaching": _word(bool(self.coaching)),
            "EndConferenceOnExit": _word(self.end_on_exit),
            "StartConferenceOnEnter": _word(self.start_on_enter),
            "ParticipantLabel": self.label,
        }


def _word(flag: bool) -> str:
    return "true" if flag else "false"


class Conference:
    """A conference room. Its friendly name is unique in the account while it lives."""

    def __init__(self, emu: Emulator, name: str) -> None:
        """Make an empty room: status "init"."""
        self.emu = emu
        self.sid = emu.new_sid("CF")
        self.serial = emu.next_serial()
        self.name = name
        self.status = "init"
        self.created = self.updated = emu.now
        self.participants: list[Participant] = []
        self.pending: list[Participant] = []
        """Legs that REST has dialled for this room and that have not entered yet."""
        self.limit = MAX_PARTICIPANTS
        self.reason_ended = ""
        self.ended_by = ""
        self._callback: Subscription | None = None
        self._settled_callback = False

    @property
    def started(self) -> bool:
        """Say whether the conference is in progress."""
        return self.status == "in-progress"

    @property
    def over(self) -> bool:
        """Say whether the conference is completed."""
        return self.status == "completed"

    def everybody(self) -> list[Participant]:
        """Return those who are in and those who are being called in."""
        return self.participants + self.pending

    def members(self) -> list[Leg]:
        """Return the legs in the room."""
        return [one.leg for one in self.participants]

    def find(self, call_or_label: str) -> Participant | None:
        """Return a participant by CallSid or label."""
        for one in self.everybody():
            if call_or_label in {one.leg.sid, one.label} - {""}:
                return one
        return None

    def hears(self, listener: Leg, speaker: Leg) -> bool:
        """Say whether `listener` hears `speaker`: not across hold, mute or before the start."""
        ear, mouth = self.find(listener.sid), self.find(speaker.sid)
        if not self.started or ear is None or mouth is None or ear is mouth:
            return False
        if ear.hold or mouth.hold or mouth.muted:
            return False
        return not mouth.coaching or mouth.coaching == listener.sid

    def set_callback(self, callback: Subscription | None) -> None:
        """Take over the first participant's status callback; later ones are ignored."""
        if not self._settled_callback:
            self._settled_callback = True
            self._callback = callback

    def join(self, participant: Participant) -> None:
        """Let a call in; start when there are two and one of them may start it."""
        now = self.emu.now
        if participant in self.pending:
            self.pending.remove(participant)
        self.participants.append(participant)
        participant.state = "connected"
        participant.created = participant.created or now
        participant.updated = self.updated = now
        participant.leg.room = self
        self.event("participant-join", participant)
        if participant.beep in {"true", "onEnter"}:
            self._beep()
        startable = any(one.start_on_enter for one in self.participants)
        if self.status == "init" and len(self.participants) > 1 and startable:
            self.status = "in-progress"
            self.event("conference-start")
        self.emu.audio.touch()

    def leave(self, participant: Participant, reason: str) -> None:
        """Let a call out; end when it was the last, or its leaving ends the conference."""
        if participant in self.pending:
            self.pending.remove(participant)
        elif participant.present:
            self.participants.remove(participant)
            self._tell_leave(participant, reason)
        participant.state = "complete"
        if participant.leg.room is self:
            participant.leg.room = None
        self.updated = self.emu.now
        self.emu.audio.touch()
        kicked = "kicked" if participant.removed == "kicked" else "left"
        if participant.end_on_exit and not self.over:
            self.end(f"participant-with-end-conference-on-exit-{kicked}", participant)
        elif not self.everybody() and not self.over:
            self.end(f"last-participant-{kicked}", participant)

    def _tell_leave(self, participant: Participant, reason: str) -> None:
        leg = participant.leg
        extra = {"ParticipantCallStatus": leg.status, "ReasonParticipantLeft": reason}
        self.event("participant-leave", participant, extra)
        if participant.beep in {"true", "onExit"}:
            self._beep()

    def end(self, reason: str, by: Participant | None = None) -> None:
        """End the conference: everybody's Dial is over, their calls go on."""
        if self.over:
            return
        self.status = "completed"
        self.reason_ended = reason
        self.ended_by = by.leg.sid if by is not None else ""
        self.updated = self.emu.now
        for one in self.everybody():
            one.removed = one.removed or "ended"
        for one in list(self.pending):
            one.leg.end("canceled", "the conference ended", 487)
        extra = {"ReasonConferenceEnded": reason, "Reason": reason.replace("-", " ")}
        if by is not None:
            extra["CallSidEndingConference"] = by.leg.sid
            extra["ParticipantLabelEndingConference"] = by.label
        self.event("conference-end", None, extra)
        self.emu.audio.touch()
        self.emu.engine.wake()

    def event(
        self,
        name: str,
        participant: Participant | None = None,
        extra: dict[str, str] | None = None,
    ) -> None:
        """Send a callback if the first participant asked for events of this kind."""
        callback = self._callback
        if callback is None:
            return
        if not any(name in _SUBSCRIPTIONS.get(word, ()) for word in callback.events):
            return
        params = {
            "ConferenceSid": self.sid,
            "FriendlyName": self.name,
            "AccountSid": self.emu.account_sid,
            "SequenceNumber": str(callback.sequence + 1),
            "Timestamp": rfc2822(self.emu.now),
            "StatusCallbackEvent": name,
        }
        params |= (participant.params() if participant else {}) | (extra or {})
        callback.sequence += 1
        self.emu.send_callback(
            Webhook("conference", callback.url, callback.method, params, sid=self.sid)
        )

    def _beep(self) -> None:
        """Everybody inside hears a beep; it is no speech, so nothing waits for it."""
        for one in self.participants:
            for ear in one.leg.ears():
                sound = ear.begin("play", "beep", BEEP_SECONDS)
                self.emu.engine.after(BEEP_SECONDS, partial(ear.end, sound, complete=True))


@dataclass(slots=True)
class Conferences:
    """The account's conferences by SID, completed ones included."""

    emu: Emulator
    by_sid: dict[str, Conference] = field(default_factory=dict)
    _latest: dict[str, Conference] = field(default_factory=dict)

    def live(self, name: str) -> Conference | None:
        """Return the conference of that friendly name that is not over."""
        found = self._latest.get(name)
        return None if found is None or found.over else found

    def open(self, name: str) -> Conference:
        """Return the live conference of that name, made if need be."""
        found = self.live(name)
        if found is None:
            found = Conference(self.emu, name)
            self.by_sid[found.sid] = self._latest[name] = found
        return found
