"""What a handset does by itself when it rings. All times are seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from .speech import speech_seconds

if TYPE_CHECKING:
    from .phones import PhoneCall


class Behaviour:
    """The base: rings until code or a page acts."""

    refusal: tuple[str, int] | None = None
    """(final status, SIP response code) when the handset does not even ring."""

    def on_ring(self, call: PhoneCall) -> None:
        """The handset begins to ring."""

    def on_connected(self, call: PhoneCall) -> None:
        """Somebody can hear this handset now, and is heard by it."""


class Manual(Behaviour):
    """Rings until code or the demo page acts: the behaviour of a new handset."""


class Ignores(Behaviour):
    """Rings, and nobody picks up."""


DoesNotAnswer = Ignores


class Busy(Behaviour):
    """Engaged: SIP 486."""

    refusal = ("busy", 486)


class Unreachable(Behaviour):
    """Switched off, out of reach or not in service: the call fails with SIP 404."""

    refusal = ("failed", 404)


@dataclass
class Answers(Behaviour):
    """Answers after `after` seconds of ringing.

    Then presses `keys`, given as (seconds after answering, keys), and hangs up `hang_up_after`
    seconds after answering if that is set.
    """

    after: float = 4.0
    keys: list[tuple[float, str]] = field(default_factory=list)
    hang_up_after: float | None = None

    def on_ring(self, call: PhoneCall) -> None:
        """Answer in a while."""
        engine = call.handset.emu.engine

        def answer() -> None:
            if call.state != "ringing":
                return
            call.answer()
            for seconds, keys in self.keys:
                engine.after(seconds, partial(call.press, keys))
            if self.hang_up_after is not None:
                engine.after(self.hang_up_after, call.hang_up)

        engine.after(self.after, answer)


@dataclass
class Voicemail(Behaviour):
    """A machine answers: it says its greeting, records for a while and hangs up; no key ever."""

    after: float = 22.0
    greeting: str = "You have reached a voice mailbox. Please leave a message after the tone."
    records: float = 30.0

    def on_ring(self, call: PhoneCall) -> None:
        """Answer in a while, speak at once whether anybody hears it or not."""
        engine = call.handset.emu.engine

        def answer() -> None:
            if call.state != "ringing":
                return
            call.answer()
            engine.after(0.5, lambda: call.speak(self.greeting))
            engine.after(speech_seconds(self.greeting) + self.records, call.hang_up)

        engine.after(self.after, answer)


@dataclass
class Speaks(Behaviour):
    """Answers and says `text` once, as soon as somebody can hear it: a crisis line's own menu."""

    after: float = 2.0
    text: str = ""
    hang_up_after: float | None = None

    def on_ring(self, call: PhoneCall) -> None:
        """Answer in a while."""
        engine = call.handset.emu.engine

        def answer() -> None:
            if call.state == "ringing":
                call.answer()
                if self.hang_up_after is not None:
                    engine.after(self.hang_up_after, call.hang_up)

        engine.after(self.after, answer)

    def on_connected(self, call: PhoneCall) -> None:
        """Say the text, the first time that somebody hears it."""
        if not call.spoken:
            call.spoken = True
            call.handset.emu.engine.after(0.5, lambda: call.speak(self.text))
