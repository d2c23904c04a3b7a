"""Handsets: the telephones of callers and volunteers, driven by code, a page or a behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from .behaviours import Behaviour, Manual
from .ear import Ear, Heard

if TYPE_CHECKING:
    from .emulator import Emulator
    from .leg import Leg

KEY_GAP = 0.2
"""Seconds between two keys that were given in one `press`."""
KEYS = frozenset("0123456789*#ABCD")


@dataclass(frozen=True, slots=True)
class TextMessage:
    """A message that a handset received."""

    at: float
    sender: str
    body: str
    sid: str
    media: tuple[str, ...] = ()


class Handset:
    """One telephone. It is engaged, and so busy, while it is on a call or rings."""

    def __init__(self, emu: Emulator, number: str) -> None:
        """Use `Emulator.handset` instead: there is one handset per number."""
        self.emu = emu
        self.number = number
        self.label = ""
        self.behaviour: Behaviour = Manual()
        self.calls: list[PhoneCall] = []
        self.messages: list[TextMessage] = []
        self.takes_texts = True
        """False for a landline: texts to it are undelivered with error 30006."""

    @property
    def engaged(self) -> bool:
        """Say whether a call is on this handset now."""
        return any(call.state != "ended" for call in self.calls)

    def dial(self, to: str, caller_id: str | None = None) -> PhoneCall:
        """Call a number; `caller_id` "anonymous" withholds this handset's own.

        Raise RuntimeError when the handset is on a call already.
        """
        with self.emu.engine.lock:
            if self.engaged:
                raise RuntimeError("this handset is on a call already")
            call = PhoneCall(self, to, "dialing")
            self.calls.append(call)
            self.emu.note(self.number, "dials", to)
            call.ear.begin("ringback")
            self.emu.arrive(call, to, self.number if caller_id is None else caller_id)
            return call

    def ring(self, leg: Leg) -> PhoneCall:
        """Ring with a call from the provider; the behaviour decides what follows."""
        call = PhoneCall(self, leg.shown_caller, "ringing")
        call.leg = leg
        self.calls.append(call)
        self.emu.note(self.number, "rings", leg.shown_caller)
        self.behaviour.on_ring(call)
        return call

    def send_sms(self, to: str, body: str, media: tuple[str, ...] = ()) -> str:
        """Text `body` to a number; return the message's SID."""
        with self.emu.engine.lock:
            self.emu.note(self.number, "texts", f"{to}: {body}")
            return self.emu.messages.receive(self.number, to, body, media)


class PhoneCall:
    """One handset's side of a call.

    `state` is "dialing" (an outgoing call not answered yet), "ringing", "in-progress" or "ended".
    """

    def __init__(self, handset: Handset, other: str, state: str) -> None:
        """`other` is the number dialled, or the caller ID that the handset shows."""
        emu = handset.emu
        self.handset = handset
        self.other = other
        self.outgoing = state == "dialing"
        self.state = state
        self.leg: Leg | None = None
        self.far: PhoneCall | None = None
        """The other side of a call of the account to a number of its own (see `loop`)."""
        self.answered = False
        self.spoken = False
        """Whether the behaviour has said its text already."""
        self.began = emu.now
        self.answered_at: float | None = None
        self.ended_at: float | None = None
        self.ended_because = ""
        self.ear = Ear(lambda: emu.now, self._on_heard, self._on_silence)
        self.windows: list[tuple[float, float | None]] = []
        """When a Gather was listening with its prompt over: (start, end or None)."""
        self.keying: list[tuple[float, float | None]] = []
        """When a Gather had the first of several keys and listened for the next."""

    @property
    def sid(self) -> str:
        """Return the CallSid of this leg, "" when the provider knows nothing of the call."""
        return self.leg.sid if self.leg else ""

    @property
    def heard(self) -> list[Heard]:
        """Return everything heard so far, in order."""
        return self.ear.heard

    @property
    def hearing(self) -> list[Heard]:
        """Return what sounds at this instant."""
        return self.ear.sounding

    @property
    def talking_with(self) -> frozenset[str]:
        """Return the numbers of the handsets that hear this one and are heard by it now."""
        return self.handset.emu.audio.talking_with(self.leg) if self.leg else frozenset()

    @property
    def gather_open(self) -> bool:
        """Say whether a Gather listens to this handset's keys now."""
        return self.leg is not None and self.leg.keys is not None and self.state == "in-progress"

    def answer(self) -> None:
        """Pick up. Nothing happens unless the handset rings."""
        emu = self.handset.emu
        with emu.engine.lock:
            if self.state == "ringing":
                self.answered = True
                self.go_live()
                emu.note(self.handset.number, "answers", self.other)
                emu.engine.wake()

    def decline(self) -> None:
        """Refuse a ringing call: the provider sees it as busy."""
        with self.handset.emu.engine.lock:
            if self.state == "ringing":
                self.finish("declined", by_handset=True)

    def press(self, keys: str) -> None:
        """Press keys one after the other; ignored unless the call is in progress.

        Raise ValueError for anything that is no telephone key.
        """
        if not set(keys) <= KEYS:
            raise ValueError(f"not telephone keys: {keys!r}")
        with self.handset.emu.engine.lock:
            for index, key in enumerate(keys):
                self.handset.emu.engine.after(index * KEY_GAP, partial(self._press, key))

    def _press(self, key: str) -> None:
        if self.state == "in-progress" and self.leg is not None:
            self.handset.emu.note(self.handset.number, "presses", key)
            self.leg.key_pressed(key)

    def speak(self, text: str) -> None:
        """Say something into the handset: whoever hears it now, hears the text."""
        with self.handset.emu.engine.lock:
            if self.leg is not None and self.state == "in-progress":
                self.handset.emu.audio.speak(self.leg, text)

    def hang_up(self) -> None:
        """Put the handset down; a ringing call is declined."""
        with self.handset.emu.engine.lock:
            if self.state == "ringing":
                self.decline()
            elif self.state != "ended":
                self.finish("hung up", by_handset=True)

    def go_live(self) -> None:
        """The call is answered: the ear is open."""
        if self.state == "ended":
            return
        self.state = "in-progress"
        self.answered_at = self.handset.emu.now
        self.ear.open()
        if self.far is not None:
            self.handset.emu.engine.after(0, self.far.answer)

    def finish(self, because: str, by_handset: bool = False) -> None:
        """The call is over on this side. Only the first reason counts."""
        if self.state == "ended":
            return
        emu = self.handset.emu
        self.ear.close()
        self.close_window()
        self.state = "ended"
        self.ended_at = emu.now
        self.ended_because = because
        emu.note(self.handset.number, "hangs up" if by_handset else "ends", because)
        leg = self.leg
        if self.far is not None:
            emu.engine.after(0, self.far.hang_up)
        if by_handset and leg is not None:
            emu.engine.after(0, lambda: leg.left_by_handset(declined=because == "declined"))

    def open_window(self) -> None:
        """A Gather's prompt is over: what follows is its listening window."""
        self.windows.append((self.handset.emu.now, None))

    def goes_on_keying(self) -> None:
        """A Gather has a key and waits for the next: nothing can sound but their own keys."""
        self.close_window()
        self.keying.append((self.handset.emu.now, None))

    def close_window(self) -> None:
        """The Gather listens no more, or has its next key."""
        for spans in (self.windows, self.keying):
            if spans and spans[-1][1] is None:
                spans[-1] = (spans[-1][0], self.handset.emu.now)

    def _on_heard(self, sound: Heard) -> None:
        text = sound.text if sound.kind in {"say", "voice"} else f"({sound.kind}) {sound.text}"
        if sound.kind != "pause" and not (sound.kind == "voice" and not sound.text):
            self.handset.emu.note(self.handset.number, "hears", text.strip())

    def _on_silence(self, seconds: float) -> None:
        self.handset.emu.note(self.handset.number, "silence", f"{seconds:.1f} s")
