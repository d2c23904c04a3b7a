"""More calls at once than people mean: what a line takes in, and how long it asks again.

The counting is the judge's (`adapters/judge/36_flood.lua`); here stands what it goes by, and what
follows for a caller. Why these numbers: docs/decisions/0012.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MOST_TIMES: Final = 12
"""How often there is asked anew for who pressed a key: about five minutes, then they hear 988."""
MOST_TIMES_SILENT: Final = 3
"""The same for who has pressed nothing in the whole call: nobody may be there."""


@dataclass(frozen=True, slots=True)
class Caps:
    """Above these a call hears the crisis sentence and other places, and a peer once there is room.

    They never touch who is through: their waiting, their star, their 9.
    """

    calls_a_minute: int = 40
    """New calls in any sixty seconds, before the next ones are told that very many call."""
    callers_waiting: int = 20
    """Callers who wait for a peer at once. Half of the places are for those who pressed a key."""
    offers_in_ten_minutes: int = 6
    """How often one supporter's phone rings in ten minutes while a flood is on."""


def gives_up(asked: int, *, keyed: bool) -> bool:
    """Whether there was asked for room often enough, so that the call ends with 988 named.

    `keyed`: the caller has pressed a key in this call.
    """
    return asked > (MOST_TIMES if keyed else MOST_TIMES_SILENT)
