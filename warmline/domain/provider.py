"""What the provider of telephony grants and refuses, in our words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outbound(StrEnum):
    """A call that we make and that is no phone for a live caller: those go before all of these."""

    CALLBACK = "callback"
    """Somebody waits at home for it."""
    OTHER = "other"


class Trouble(StrEnum):
    """Why the provider did not do what it was asked for."""

    BUSY = "busy"
    """We ask too often."""
    FAILED = "failed"
    """It, or the way to it, is out of order."""
    REFUSED = "refused"
    """Our account may not: suspended, unpaid, not verified, not allowed to ring there."""


@dataclass(frozen=True, slots=True)
class Troubles:
    """Troubles of the last hour. Times are seconds since the epoch, 0 for none.

    A refusal of the account is forgotten as soon as the provider takes a call again.
    """

    busy: int = 0
    failed: int = 0
    refused: int = 0
    busy_at: float = 0.0
    failed_at: float = 0.0
    refused_at: float = 0.0
    code: str = ""
    """The provider's code of the refusal, as it stands in its list of errors."""
