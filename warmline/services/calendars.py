"""Each supporter's calendar: an address with a secret in it, which can be taken back.

Only a hash of the secret is kept. Whoever has the address sees when shifts are, and nothing else.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import structlog

from warmline.domain.errors import StoreTrouble
from warmline.domain.shifts import Occurrence, occurrences
from warmline.ports import Clock, Roster, Rota

log = structlog.get_logger(__name__)

BACK, AHEAD = timedelta(days=30), timedelta(days=120)
GUESSES: Final = 30
"""Wrong addresses in a minute after which more are refused for the rest of it. A right one opens
all the same: nobody guesses 256 bits, and whoever tries keeps no calendar from its owner."""
MINUTE: Final = 60
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{43}")

Writer = Callable[[Sequence[Occurrence], ZoneInfo, datetime], bytes]
"""Makes a file of shifts, on a zone's wall clock, as they are known at an instant."""


Count = Callable[[str, int], int]
"""Counts one more of something in so many seconds, for all processes: how many there were."""


class TooManyGuesses(Exception):
    """Somebody is guessing addresses."""


class Calendars:
    """Makes, shows and takes back addresses. Every method may raise StoreTrouble."""

    def __init__(
        self,
        roster: Roster,
        rota: Rota,
        clock: Clock,
        write: Writer,
        count: Count = lambda _what, _seconds: 0,
    ) -> None:
        """`count` limits guesses and keeps a log short; the secret is what keeps strangers out."""
        self._roster = roster
        self._rota = rota
        self._clock = clock
        self._write = write
        self._count = count

    def give(self, supporter_id: str) -> str:
        """A new secret; it is told now and never again, and the one before opens no more."""
        secret = secrets.token_urlsafe(32)
        self._rota.keep_calendar(supporter_id, _hash(secret))
        return secret

    def take_back(self, supporter_id: str) -> bool:
        """Their address shows nothing any more. Whether they had one."""
        return self._rota.drop_calendar(supporter_id)

    def file(self, secret: str) -> bytes | None:
        """The calendar of this address; None when there is none. Raises TooManyGuesses."""
        whose = self._rota.whose_calendar(_hash(secret)) if _SECRET.fullmatch(secret) else None
        for book in self._roster.books() if whose else ():
            if book.supporter(whose or "") is not None:
                at = datetime.fromtimestamp(self._clock.now(), UTC)
                today = at.astimezone(book.line.zone).date()
                coming = occurrences(book, today - BACK, today + AHEAD)
                mine = [one for one in coming if one.supporter == whose and not one.off]
                mine.sort(key=lambda one: one.start)
                return self._write(mine, book.line.zone, at)
        self._guessed()
        return None

    def _guessed(self) -> None:
        with suppress(StoreTrouble):  # while the store is away nobody counts, and nobody gets in
            many = self._count("calendars", MINUTE)
            if many > GUESSES:
                raise TooManyGuesses
            if many == GUESSES:
                log.warning("calendars_guessed", count=GUESSES)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
