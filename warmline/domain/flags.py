"""Harassment, without knowing whose: a flag keeps a number from the peers of one line for a while.

A number stands nowhere. What is kept of it is a short keyed hash, with a key of a period that is
destroyed with it; who has only the store can try no numbers, and after the period nobody can.
A block never touches the crisis door or other places. Numbers of many people are never blocked.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from warmline.domain.kept import DAY, HOUR

WINDOW: Final = 2 * HOUR
"""Seconds after a talk for which it can be flagged."""
SOFT: Final = DAY
"""Seconds for which one supporter's flag keeps a number from the peers."""
LONGER: Final = 7 * DAY
"""The same after a flag by another supporter."""
LONGEST: Final = 30 * DAY
"""After this at the latest the key is destroyed, and everything that was made with it."""
PERIOD: Final = LONGEST - LONGER
"""Seconds for which a key makes new blocks, so that each has its full time before the key ends."""
TOKEN_LENGTH: Final = 10
"""Forty bits: of ten million numbers hardly two are alike, and nothing is proven by one."""
WEEKS_KEPT: Final = 5
"""For so many weeks it is known how many flags there were."""


class Flagged(StrEnum):
    """What came of a flag."""

    NOTED = "noted"
    LONGER = "longer"
    """Another supporter had flagged this number before."""
    ALREADY = "already"
    OPEN = "open"
    """It is counted, and nothing is blocked: many people share the number, or none was shown."""
    TOO_LATE = "late"
    """There is no talk of theirs in the last two hours."""


def period(now: float) -> int:
    """Which period it is: there is one key for each."""
    return int(now // PERIOD)


def lasts(which: int, now: float) -> float:
    """Seconds until the key of a period is destroyed."""
    return which * PERIOD + LONGEST - now


def token(key: str, line: str, number: str) -> str:
    """What stands for a number on a line, as long as the key lives."""
    return _short(key, f"number|{line}|{number}")


def mark(key: str, of: str, supporter: str) -> str:
    """What stands for whoever has flagged it, so that two supporters are two."""
    return _short(key, f"flag|{of}|{supporter}")


def week(now: datetime, zone: ZoneInfo) -> str:
    """The week of an instant in a line's zone, e.g. "2026-W48"."""
    year, number, _ = now.astimezone(zone).isocalendar()
    return f"{year}-W{number:02}"


def _short(key: str, text: str) -> str:
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()[:TOKEN_LENGTH]
