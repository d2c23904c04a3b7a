"""The judge's steps of 988 in a talk between two peers."""

from __future__ import annotations

from warmline.adapters.redis_steps import Steps
from warmline.domain.beside import GuestTurn
from warmline.domain.live import LiveCall

GUEST_LEASE = 4.0
"""Seconds in which a worker must have done what it was given, or another one does it."""


class GuestSteps(Steps):
    """Implements `warmline.ports.Guests` for `RedisCalls`, which runs the steps."""

    def claim_guest(self, call_id: str) -> tuple[GuestTurn, LiveCall | None]:
        """See the port."""
        out = self._run("claim_guest", id=call_id, lease=GUEST_LEASE, rate=self._rate)
        call = self._read.call(out["call"]) if out.get("call") else None
        return GuestTurn(out["what"]), call

    def guest_rings(self, call_id: str, sid: str, seconds: float, *, here: bool = False) -> bool:
        """See the port."""
        until = self._clock.now() + seconds
        return bool(self._run("guest_rings", id=call_id, sid=sid, until_=until, up=here)["keep"])

    def guest_not_rung(self, call_id: str, again_in: float | None) -> None:
        """See the port."""
        again = None if again_in is None else self._clock.now() + again_in
        self._run("guest_not_rung", id=call_id, again=again)

    def guest_gone(self, call_id: str, sid: str) -> LiveCall | None:
        """See the port."""
        out = self._run("guest_gone", id=call_id, sid=sid)
        return None if out.get("gone") else self._read.call(out["call"])

    def let_guest_go(self, call_id: str) -> bool:
        """See the port."""
        return bool(self._run("let_guest_go", id=call_id)["gone"])

    def guest_done(self, call_id: str, what: GuestTurn) -> None:
        """See the port."""
        self._run("guest_done", id=call_id, what=what)
