"""Ways in which the warmline says no. Each carries what to do next in its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warmline.domain.live import LiveCall


class TooLate(Exception):
    """The call has moved on; the event no longer means anything in its state.

    `call`: as it stands, where whoever says so knows it.
    """

    def __init__(self, said: str, call: LiveCall | None = None) -> None:
        super().__init__(said)
        self.call = call


class NoRoom(Exception):
    """Very many call: this caller cannot wait for a peer yet, and may ask again."""

    def __init__(self, call: LiveCall) -> None:
        super().__init__()
        self.call = call


class TooManyPromised(Exception):
    """So many calls back are promised on this line that no more can be kept."""


class CallGone(Exception):
    """The provider no longer has this call live: whoever was on it has hung up."""


class NumberRefused(Exception):
    """The provider will never ring this number: ring somebody else and tell the coordinator.

    Its text is the provider's code.
    """


class ProviderTrouble(Exception):
    """The provider could not do it now; the same request may succeed later."""


class ProviderBusy(ProviderTrouble):
    """We ask too often, and nothing was done. `seconds`: for how long to let it be, if it said."""

    def __init__(self, said: str, seconds: float | None = None) -> None:
        """`said`: a status and a code, no words of the provider's."""
        super().__init__(said)
        self.seconds = seconds


class ProviderRefuses(ProviderTrouble):
    """It is our account that may not: no other number would fare better. The text is the code."""


class AnswerLost(ProviderTrouble):
    """No answer, or one that does not tell: what was asked for may have been done."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed this since the page was shown: look at what stands there now."""


class StoreTrouble(Exception):
    """The live state cannot be reached now; the caller must be told something all the same."""
