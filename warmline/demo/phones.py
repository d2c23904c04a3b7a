"""People with phones, in the words in which a call is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warmline.domain.line import Supporter
from warmline.emulator import behaviours

if TYPE_CHECKING:
    from warmline.demo.stage import Stage
    from warmline.emulator.phones import Handset, PhoneCall


class Phone:
    """Somebody's phone on the stage."""

    def __init__(self, stage: Stage, handset: Handset) -> None:
        self.stage = stage
        self.handset = handset
        self._from = 0

    @property
    def name(self) -> str:
        """How transcripts call them."""
        return self.handset.label or self.handset.number

    @property
    def call(self) -> PhoneCall:
        """The call that is or was last on this phone."""
        return self.handset.calls[-1]

    def hears(self, message: str, within: float = 45, **values: str | int) -> None:
        """They hear a sentence of the catalogue, in whichever language, from where they are."""
        wanted = {
            _plain(self.stage.words.text(message, language, **values).plain)
            for language in self.stage.words.languages
        }

        def heard() -> bool:
            for index, one in enumerate(self.call.heard[self._from :], self._from):
                if one.kind == "say" and _plain(one.text) in wanted:
                    self._from = index
                    return True
            return False

        self.stage.until(heard, within, f"{self.name} hears {message}")

    def hears_all_of(self, message: str, within: float = 60, **values: str | int) -> None:
        """They hear a sentence to its end."""
        self.hears(message, within, **values)
        entry = self.call.heard[self._from]
        self.stage.until(
            lambda: entry.complete or entry is not self.call.heard[-1],
            within,
            f"{self.name} hears {message} to the end",
        )

    def has_heard(self, message: str, **values: str | int) -> bool:
        """Whether a sentence was begun in this call at all."""
        wanted = {
            _plain(self.stage.words.text(message, language, **values).plain)
            for language in self.stage.words.languages
        }
        return any(_plain(one.text) in wanted for one in self.call.heard if one.kind == "say")

    def presses(self, keys: str) -> None:
        """They press keys, one after the other."""
        self._from = len(self.call.heard)
        self.call.press(keys)
        self.stage.wait(0.3 * max(1, len(keys)))

    def starts_anew(self) -> None:
        """Another call: what was heard in the last one counts no more."""
        self._from = 0

    def hangs_up(self) -> None:
        """They put the phone down."""
        self.call.hang_up()
        self.stage.wait(0.1)

    def is_connected_to(self, other: Phone, within: float = 15) -> None:
        """They and the other hear each other."""
        self.stage.until(
            lambda: self._talks_with(other) and other._talks_with(self),
            within,
            f"{self.name} and {other.name} hear each other",
        )

    def is_alone(self) -> None:
        """Nobody is on the line with them at this moment."""
        now_with = self.call.talking_with if self.handset.calls else frozenset()
        self.stage.check(not now_with, f"{self.name} is connected to nobody")

    def call_ends(self, within: float = 60) -> None:
        """The call on this phone comes to its end."""
        self.stage.until(
            lambda: self.call.state == "ended", within, f"{self.name}'s call has ended"
        )

    def _talks_with(self, other: Phone) -> bool:
        live = bool(self.handset.calls) and self.call.state == "in-progress"
        return live and other.handset.number in self.call.talking_with


class CallerPhone(Phone):
    """A phone that calls the line."""

    def dials(self, number: str | None = None, *, withheld: bool = False) -> CallerPhone:
        """They call the line."""
        from warmline.demo.stage import LINE

        self.handset.dial(number or LINE, caller_id="anonymous" if withheld else None)
        self._from = 0
        self.stage.wait(0.1)
        return self

    def reaches_waiting(self) -> CallerPhone:
        """They press 1 at once and begin to wait for a peer."""
        self.dials()
        self.hears("greeting")
        self.presses("1")
        self.hears("waiting-ringing", phones=0)
        return self


class SupporterPhone(Phone):
    """A supporter's own phone."""

    def __init__(self, stage: Stage, handset: Handset, supporter: Supporter) -> None:
        super().__init__(stage, handset)
        self.supporter = supporter

    @property
    def alias(self) -> str:
        """The name that callers hear."""
        return self.supporter.alias

    @property
    def is_ringing(self) -> bool:
        """Whether the phone rings now."""
        return self.stage.emulator.ringing(self.handset.number) is not None

    def rings(self, within: float = 30) -> None:
        """The phone begins to ring, and shows the line's number."""
        self.stage.until(lambda: self.is_ringing, within, f"{self.name}'s phone rings")

    def stops_ringing(self, within: float = 1.0) -> None:
        """The phone falls silent (P7: within a second)."""
        self.stage.until(lambda: not self.is_ringing, within, f"{self.name}'s phone is silent")

    def stays_silent(self, seconds: float) -> None:
        """The phone does not ring for so long."""
        rang = self.stage.emulator.run_until(lambda: self.is_ringing, seconds)
        self.stage.check(not rang, f"{self.name}'s phone stays silent for {seconds:g} s")

    def answers(self) -> None:
        """They pick up, and hear the offer, which reveals nothing."""
        call = self.stage.emulator.ringing(self.handset.number)
        self.stage.check(call is not None, f"{self.name} can pick up")
        if call is not None:
            call.answer()
        self._from = 0
        self.stage.wait(0.1)

    def takes_the_call(self, within: float = 30) -> None:
        """The phone rings, they pick up, hear the offer and press 1."""
        self.rings(within)
        self.answers()
        self.hears("offer", alias=self.alias)
        self.presses("1")

    def declines(self) -> None:
        """They press the button that refuses a call."""
        call = self.stage.emulator.ringing(self.handset.number)
        if call is not None:
            call.decline()
        self.stage.wait(0.1)

    def has_voicemail(self, after: float = 12) -> None:
        """Nobody is there; a machine picks up."""
        self.handset.behaviour = behaviours.Voicemail(after=after)

    @property
    def texts(self) -> list[str]:
        """The texts that have come to this phone."""
        return [message.body for message in self.handset.messages]


def _plain(text: str) -> str:
    return " ".join(text.split())
