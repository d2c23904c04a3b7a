"""How long what lies in the database is kept. While a legal hold is on, until that ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from warmline.domain.switches import KEPT as SWITCHES_KEPT

ROWS_KEPT: Final = timedelta(days=30)
"""The row of an ended call, before it is counted and deleted."""
WISHES_KEPT: Final = timedelta(days=3)
"""A supporter's own word, after it is over: it still tells when a duty began."""
MINUTES_KEPT: Final = timedelta(days=400)
"""A supporter's minutes of a day: a year of pay, and a month to look at it."""
A_YEAR: Final = timedelta(days=365)

KEPT: Final[Mapping[str, timedelta]] = {
    "wishes": WISHES_KEPT,
    "reminders": WISHES_KEPT,
    "swaps": WISHES_KEPT,
    "minutes": MINUTES_KEPT,
    "switches": SWITCHES_KEPT,
    "changes": A_YEAR,
    "deeds": A_YEAR,
    "holds": A_YEAR,
}
"""What else is deleted in its time: supporters' words, emergency switches that are over, who
changed what of the directory, who did what in the console, and that there was a legal hold, after
it has ended. `SqlPast` knows where each lies, `warmline forget` how it is told.
"""
