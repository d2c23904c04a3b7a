"""The judge's steps of a phone that is offered a call: reserved, rung, asked, taken or let go."""

from __future__ import annotations

from collections.abc import Iterable

from warmline.adapters.redis_reading import leg_of, listed_rows
from warmline.adapters.redis_steps import Steps, new_id
from warmline.domain.live import Acceptance, Accepted, Closed, Leg, LiveCall, Moved
from warmline.domain.matching import Asked, Candidate
from warmline.domain.presence import monday

DIAL_LEASE = 4.0
"""Seconds in which a reserved phone must have been dialed, or the next supporter is rung."""
JOIN_LEASE = 6.0
"""Seconds in which an accepted caller must have been taken to their peer."""


class OfferSteps(Steps):
    """A part of `RedisCalls`, which runs the steps."""

    def reserve(self, call_id: str, want: int, candidates: Iterable[Candidate]) -> list[Leg]:
        """See the port."""
        rows = [
            {
                "sup": row.supporter.id,
                "leg": new_id(),
                "wrap": row.supporter.limits.wrap_up_minutes * 60,
                "long_wrap": row.supporter.limits.long_wrap_up_minutes * 60,
                "long_after": row.supporter.limits.long_talk_minutes * 60,
                "shift": str(row.duty.start.timestamp()) if row.duty else "0",
                "day": str(row.duty.day or "") if row.duty else "",
                "week": str(monday(row.duty.day)) if row.duty and row.duty.day else "",
            }
            for row in candidates
        ]
        out = self._run(
            "reserve", id=call_id, want=want, candidates=rows, lease=DIAL_LEASE, rate=self._rate
        )
        return [leg_of(row) for row in listed_rows(out["legs"])]

    def claim(self, leg_id: str) -> tuple[Leg, LiveCall] | None:
        """See the port."""
        out = self._run("claim", leg=leg_id)
        return (leg_of(out["leg"]), self._read.call(out["call"])) if out["mine"] else None

    def dialed(self, leg_id: str, sid: str, ring_seconds: float) -> bool:
        """See the port."""
        until = self._clock.now() + ring_seconds
        return bool(self._run("dialed", leg=leg_id, sid=sid, until_=until)["keep"])

    def asked(self, leg_id: str, seconds: float) -> tuple[Leg, LiveCall] | None:
        """See the port."""
        out = self._run("asked", leg=leg_id, until_=self._clock.now() + seconds)
        if out.get("gone") or not out.get("call"):
            return None
        return leg_of(out["leg"]), self._read.call(out["call"])

    def close(self, leg_id: str, said: Asked, pause: float | None = None) -> Closed | None:
        """See the port."""
        out = self._run("close", leg=leg_id, said=said, pause=pause)
        return Closed(leg_of(out["leg"]), int(out["misses"])) if out["done"] else None

    def accept(self, leg_id: str) -> Acceptance:
        """See the port."""
        out = self._run("accept", leg=leg_id, lease=JOIN_LEASE)
        return Acceptance(
            Accepted(out["outcome"]),
            self._read.call(out["call"]) if out.get("call") else None,
            tuple(leg_of(row) for row in listed_rows(out.get("dropped", []))),
            leg_of(out["peer"]) if out.get("peer") else None,
            bool(out.get("first", True)),
            leg_of(out["leg"]) if out.get("leg") else None,
        )

    def leg_ended(self, leg_id: str, said: Asked) -> Closed | Moved | None:
        """See the port."""
        out = self._run("leg_ended", leg=leg_id, said=said, keep=self._keep)
        if out.get("gone"):
            return None
        if "before" in out:
            return self._read.moved(out)
        return Closed(leg_of(out["leg"]), int(out.get("misses", 0))) if out["closed"] else None

    def find(self, leg_id: str) -> tuple[Leg, LiveCall | None] | None:
        """See the port."""
        out = self._run("find", leg=leg_id)
        if out.get("gone"):
            return None
        return leg_of(out["leg"]), self._read.call(out["call"]) if out.get("call") else None

    def wish_debrief(self, leg_id: str) -> None:
        """See the port."""
        self._run("wish_debrief", leg=leg_id)

    def lost(self, leg_id: str, seconds: float) -> bool:
        """See the port."""
        return bool(self._run("lost", leg=leg_id, until_=self._clock.now() + seconds)["lost"])
