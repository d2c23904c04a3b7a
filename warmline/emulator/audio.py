"""Who hears whom: bridges of two legs, conferences, and what handsets say into them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from .ear import Heard
from .speech import speech_seconds

if TYPE_CHECKING:
    from .emulator import Emulator
    from .leg import Leg


class Room(Protocol):
    """Somewhere that legs can hear one another."""

    def members(self) -> list[Leg]:
        """Return the legs in the room."""
        ...

    def hears(self, listener: Leg, speaker: Leg) -> bool:
        """Say whether one member hears another at this instant."""
        ...


class Bridge:
    """Two legs joined by Dial or by a queue."""

    def __init__(self, first: Leg, second: Leg) -> None:
        """Join the legs at once."""
        self.legs = [first, second]
        self.began = first.emu.now
        self.over = False
        for leg in self.legs:
            leg.room = self
        first.emu.audio.touch()

    def members(self) -> list[Leg]:
        """Return both legs, or none once they have parted."""
        return [] if self.over else self.legs

    def hears(self, listener: Leg, speaker: Leg) -> bool:
        """Both hear each other while the bridge stands."""
        return not self.over and listener is not speaker

    def part(self) -> None:
        """Take the bridge down; either side may do it, once."""
        if self.over:
            return
        self.over = True
        for leg in self.legs:
            if leg.room is self:
                leg.room = None
        self.legs[0].emu.audio.touch()


@dataclass(slots=True)
class _Utterance:
    speaker: Leg
    listener: Leg
    sound: Heard


class Audio:
    """Keeps every ear's "voice" in step with the rooms."""

    def __init__(self, emu: Emulator) -> None:
        """Begin with silence."""
        self._emu = emu
        self._dirty = False
        self._voices: dict[Leg, Heard] = {}
        self._talks: dict[Leg, frozenset[str]] = {}
        self._utterances: list[_Utterance] = []

    def touch(self) -> None:
        """Something changed in a room: look again when the engine settles."""
        self._dirty = True

    def heard_by(self, leg: Leg) -> list[Leg]:
        """Return the legs that this one hears."""
        room = leg.room
        if room is None or not leg.live:
            return []
        return [
            other
            for other in room.members()
            if other is not leg and other.live and room.hears(leg, other)
        ]

    def talking_with(self, leg: Leg) -> frozenset[str]:
        """Return the numbers of the handsets that hear this one and are heard by it."""
        return frozenset(
            other.handset_number for other in self.heard_by(leg) if leg in self.heard_by(other)
        )

    def speak(self, speaker: Leg, text: str) -> None:
        """Let everybody who hears `speaker` now hear the text."""
        seconds = speech_seconds(text)
        for listener in speaker.room.members() if speaker.room else []:
            if listener.phone is None or speaker not in self.heard_by(listener):
                continue
            sound = listener.phone.ear.begin("voice", text, seconds)
            utterance = _Utterance(speaker, listener, sound)
            self._utterances.append(utterance)
            self._emu.engine.after(seconds, partial(self._finish, utterance, True))

    def _finish(self, utterance: _Utterance, complete: bool) -> None:
        if utterance in self._utterances:
            self._utterances.remove(utterance)
            if utterance.listener.phone is not None:
                utterance.listener.phone.ear.end(utterance.sound, complete)

    def refresh(self) -> None:
        """Open and close the voices that changed, and note who talks with whom."""
        if not self._dirty:
            return
        self._dirty = False
        for utterance in list(self._utterances):
            if utterance.speaker not in self.heard_by(utterance.listener):
                self._finish(utterance, complete=False)
        for leg in dict.fromkeys([*self._voices, *self._talks, *self._emu.calls.live()]):
            self._refresh_voice(leg)
            self._refresh_talk(leg)

    def _refresh_voice(self, leg: Leg) -> None:
        hears = bool(self.heard_by(leg))
        if hears and leg not in self._voices and leg.phone is not None:
            self._voices[leg] = leg.phone.ear.begin("voice")
        elif not hears and leg in self._voices:
            sound = self._voices.pop(leg)
            if leg.phone is not None:
                leg.phone.ear.end(sound, complete=True)

    def _refresh_talk(self, leg: Leg) -> None:
        before, after = self._talks.get(leg, frozenset()), self.talking_with(leg)
        if before == after:
            return
        for number in sorted(before - after):
            self._emu.note(leg.handset_number, "parts", number)
        for number in sorted(after - before):
            self._emu.note(leg.handset_number, "talks with", number)
        if after:
            self._talks[leg] = after
        else:
            self._talks.pop(leg, None)
        if after and not before and leg.phone is not None:
            leg.phone.handset.behaviour.on_connected(leg.phone)
