"""The provider could not ring a phone: that is counted, and for a while it is not asked."""

from __future__ import annotations

from warmline.domain.errors import ProviderBusy, ProviderRefuses, ProviderTrouble
from warmline.domain.provider import Trouble
from warmline.ports import LiveCalls
from warmline.services.patience import Patience

REFUSES_FOR = 5.0
"""Seconds for which an account that may not ring is not tried again."""


def noted(
    calls: LiveCalls, trouble: ProviderTrouble, patience: Patience, *, ours: bool = True
) -> float:
    """Count it; for how many seconds this phone is let be. Often everybody's is.

    `ours`: a coordinator wrote the number down, so that a refusal means our account.
    Whoever calls from a number where our account may not ring does not stop everybody's phones.
    """
    pause = patience.after(trouble)
    if isinstance(trouble, ProviderRefuses):
        pause += REFUSES_FOR
        calls.trouble(Trouble.REFUSED, str(trouble), pause if ours else None)
    elif isinstance(trouble, ProviderBusy):
        calls.trouble(Trouble.BUSY, pause=pause)
    else:
        calls.trouble(Trouble.FAILED)
    return pause
