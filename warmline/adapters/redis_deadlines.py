"""The judge's steps about deadlines, and about what the provider still keeps."""

from __future__ import annotations

from warmline.adapters.redis_reading import listed_rows
from warmline.adapters.redis_steps import Steps
from warmline.domain.live import Due

DUE_LEASE = 5.0
"""Seconds for which a deadline is lent to one process before it is due again."""
FORGET_LEASE = 60.0
TRIES_KEPT = 900
"""Seconds for which it is known that something could not be told yet."""


class DeadlineSteps(Steps):
    """Implements a part of `warmline.ports.LiveCalls`."""

    def first_in(self, what: str, seconds: float) -> bool:
        """See the port."""
        return bool(self._run("first_in", what=what, seconds=seconds)["first"])

    def telling(self, what: str, seconds: float, lease: float) -> int | None:
        """See the port."""
        out = self._run("telling", what=what, seconds=seconds, lease=lease, forget=TRIES_KEPT)
        return None if out["say"] == "lent" else int(out.get("tries", 0))

    def told(self, what: str, seconds: float) -> None:
        """See the port."""
        self._run("told", what=what, seconds=seconds)

    def deadline(self, kind: str, of: str, at: float, *, if_sooner: bool = False) -> None:
        """See the port."""
        self._run("deadline", kind=kind, id=of, at=at, sooner=if_sooner)

    def due(self, most: int = 50) -> list[Due]:
        """See the port."""
        now = self._clock.now()
        out = self._run("due", now=now, most=most, lease=DUE_LEASE)
        pairs = (member.split("|", 1) for member in listed_rows(out["due"]))
        return [Due(kind, of, now + DUE_LEASE) for kind, of in pairs]

    def struck(self, due: Due) -> None:
        """See the port."""
        self._run("struck", kind=due.kind, id=due.id, lent_until=due.lent_until)

    def settled(self, kind: str, of: str) -> None:
        """See the port."""
        self._run("settled", kind=kind, id=of)

    def to_forget(self, most: int = 20) -> list[str]:
        """See the port."""
        return listed_rows(self._run("to_forget", most=most, lease=FORGET_LEASE)["sids"])

    def forget_later(self, sid: str) -> None:
        """See the port."""
        self._run("forget_later", sid=sid)

    def forgotten(self, sid: str) -> None:
        """See the port."""
        self._run("forgotten", sid=sid)

    def oldest_unforgotten(self) -> float:
        """See the port."""
        return float(self._run("oldest_unforgotten")["since"])

    def backlog(self) -> int:
        """See the port."""
        return int(self._run("backlog", lease=FORGET_LEASE)["count"])
