"""The judge's steps of what supporters text, and of the # door."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import structlog

from warmline.adapters.redis_reading import Json
from warmline.adapters.redis_steps import Steps
from warmline.adapters.sealing import CannotUnseal
from warmline.domain.live import AtDoor

log = structlog.get_logger(__name__)

TEXTS_AN_HOUR: Final = 30
"""Of one supporter's number that are done and answered. Texts can be forged; nobody writes more."""
STRANGERS_A_DAY: Final = 200
"""Answers of one line to phones that nobody knows."""
STRANGER_BITS: Final = 12
FREE_TRIES: Final = 3
FIRST_WAIT: Final = 60.0
LONGEST_WAIT: Final = 3600.0
"""Seconds for which no PIN is taken after so many tries; each wait is twice the last."""
TRIES_AN_HOUR: Final = 30
"""Of one line, from phones that are not the supporter's own."""
MARK_BITS: Final = 96


class DoorSteps(Steps):
    """Implements `warmline.ports.Doors` for `RedisCalls`, which runs the steps."""

    def first_text(self, sid: str, supporter_id: str = "") -> bool:
        """See the port."""
        out = self._run("first_text", sid=sid, sup=supporter_id, most=TEXTS_AN_HOUR)
        if out.get("many"):
            log.warning("texts_of_one_supporter_many", count=TEXTS_AN_HOUR)
        return bool(out["first"])

    def answers_stranger(self, line_id: str, zone: ZoneInfo, phone: str) -> bool:
        """See the port."""
        today = datetime.fromtimestamp(self._clock.now(), UTC).astimezone(zone).date()
        ends = datetime.combine(today + timedelta(days=1), time(0), zone)
        mark = self._read.mark("stranger", f"{line_id}:{today}:{phone}", STRANGER_BITS)
        out = self._run(
            "stranger", line=line_id, mark=mark, most=STRANGERS_A_DAY, ends=ends.timestamp()
        )
        return bool(out["answer"])

    def come_to_door(self, call_id: str, supporter_id: str, said: str, *, own: bool) -> bool:
        """See the port."""
        # By the number that was said, whoever has it: who guesses from elsewhere locks nobody out
        # of the door on their own phone.
        mark = self._read.mark("pin", said or supporter_id, MARK_BITS)
        who = self._read.own(supporter_id)
        out = self._run("come_to_door", id=call_id, who=who, mark=mark, own="1" if own else "0")
        return not out.get("gone")

    def at_door(self, call_id: str) -> AtDoor | None:
        """See the port."""
        door = self._run("at_door", id=call_id)["door"] or {}
        return self._door_of(door) if door else None

    def try_pin(self, call_id: str, line_id: str) -> float | None:
        """See the port."""
        out = self._run(
            "try_pin",
            id=call_id,
            line=line_id,
            free=FREE_TRIES,
            first=FIRST_WAIT,
            longest=LONGEST_WAIT,
            most=TRIES_AN_HOUR,
        )
        return None if out.get("gone") else float(out["wait"])

    def signed_in(self, call_id: str) -> bool:
        """See the port."""
        return not self._run("signed_in", id=call_id).get("gone")

    def fresh_pin(self, call_id: str, hashed: str) -> None:
        """See the port."""
        self._run("fresh_pin", id=call_id, fresh=self._read.own(hashed) if hashed else "")

    def _door_of(self, door: Json) -> AtDoor:
        if not door:
            return AtDoor("", own=False)
        return AtDoor(
            self._opened(door["who"]),
            own=door["own"] == "1",
            signed_in=door.get("signed") == "1",
            fresh=self._opened(door.get("fresh", "")),
        )

    def _opened(self, sealed: str) -> str:
        try:
            return self._read.opened(sealed).strip() if sealed else ""
        except CannotUnseal:
            return ""  # the key was replaced meanwhile: they are asked once more
