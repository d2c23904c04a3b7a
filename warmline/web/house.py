"""What the pages are given."""

from __future__ import annotations

from dataclasses import dataclass

from warmline.ports import Accounts, Clock, LiveCalls, Roster, WebStore
from warmline.services.accounts import People


@dataclass(frozen=True, slots=True)
class WebHouse:
    """Services and settings of the pages. `secret` signs sessions."""

    roster: Roster
    calls: LiveCalls
    clock: Clock
    accounts: Accounts
    people: People
    store: WebStore
    secret: str
    live_kept: float
    """Seconds for which the live record of an ended call is kept."""
    secure: bool = True
    """Whether browsers come by https."""
    console: bool = True
    """Whether there is a console; the public page is there without it."""
