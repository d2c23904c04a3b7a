"""The judge's steps of calls back. A caller's number goes in and out; at rest it is sealed."""

from __future__ import annotations

import secrets
from dataclasses import replace

from warmline.adapters.redis_reading import Json, listed_rows
from warmline.adapters.redis_steps import Steps
from warmline.domain.callback import MOST_PROMISED
from warmline.domain.choosing import Wish
from warmline.domain.errors import TooLate, TooManyPromised
from warmline.domain.live import BackTurn, DialBack, Moved, Waiting

DIAL_LEASE = 4.0
"""Seconds in which the provider must have answered the request for the caller's phone."""
EXPIRE_AGAIN = 120.0
"""Seconds for which a phone that rings when the twelve hours are over may ring to its end."""
COMPARES = 5
"""How often, before two promises to one number are thought the lesser evil."""


class CallbackSteps(Steps):
    """Implements `warmline.ports.Callbacks` for `RedisCalls`, which runs the steps."""

    def promise(self, call_id: str, phone: str, wish: Wish, lasts: float) -> Moved | None:
        """See the port. All that stand are compared in memory: nothing in the store tells numbers
        apart. Should others be promised meanwhile, they are compared again.
        """
        out: Json = {"again": True}
        turn = 0
        while out.get("again"):
            turn += 1
            rows, same = self._standing(call_id, phone)
            avoid = self._read.wish(same["sealed"]).avoid if same else frozenset()
            out = self._run(
                "promise",
                id=call_id,
                back=secrets.token_hex(12),
                row=secrets.token_hex(12),
                phone=self._read.sealed_phone(phone),
                sealed=self._read.sealed(replace(wish, avoid=wish.avoid | avoid)),
                same=same["id"] if same else "",
                known=[row["id"] for row in rows] if turn < COMPARES else None,
                most=MOST_PROMISED,
                lasts=int(lasts),
                keep=self._keep,
            )
        if out.get("full"):
            raise TooManyPromised
        return self._moved(out)

    def met(self, call_id: str, phone: str) -> None:
        """See the port."""
        _, same = self._standing(call_id, phone)
        if same is not None:
            self._run("met", id=call_id, same=same["id"])

    def promised(self, line_id: str) -> list[Waiting]:
        """See the port."""
        rows = listed_rows(self._run("promised", line=line_id)["promised"])
        return [self._read.waiting(row) for row in rows]

    def postpone(self, call_id: str, until: float) -> None:
        """See the port."""
        self._run("postpone", id=call_id, until_=until)

    def claim_back(self, call_id: str) -> BackTurn:
        """See the port."""
        out = self._run("claim_back", id=call_id, lease=DIAL_LEASE, rate=self._rate)
        call = self._read.call(out["call"]) if out.get("call") else None
        return BackTurn(DialBack(out["what"]), call, self._read.phone(out.get("phone", "")))

    def not_rung(self, call_id: str, again_in: float) -> None:
        """See the port."""
        self._run("not_rung", id=call_id, again_at=self._clock.now() + again_in)

    def rung_back(self, call_id: str, sid: str, seconds: float, *, picked_up: bool = False) -> bool:
        """See the port."""
        until = self._clock.now() + seconds
        return bool(self._run("rung_back", id=call_id, sid=sid, until_=until, up=picked_up)["keep"])

    def reached(self, call_id: str, sid: str, patience: float) -> Moved | None:
        """See the port."""
        return self._moved(
            self._run("reached", id=call_id, sid=sid, keep=self._keep, patience=patience)
        )

    def unreached(
        self, call_id: str, sid: str, most: int, again_in: float, *, tried: bool = True
    ) -> Moved | None:
        """See the port."""
        return self._moved(
            self._run(
                "unreached",
                id=call_id,
                sid=sid,
                most=most,
                again_at=self._clock.now() + again_in,
                free=not tried,
                keep=self._keep,
            )
        )

    def expire(self, call_id: str) -> Moved | None:
        """See the port."""
        return self._moved(self._run("expire", id=call_id, patience=EXPIRE_AGAIN, keep=self._keep))

    def _standing(
        self, call_id: str | None, phone: str, line: str | None = None
    ) -> tuple[list[Json], Json | None]:
        """The promises of the call's line, and the one to this number: compared in memory."""
        rows = listed_rows(self._run("standing", id=call_id, line=line)["standing"])
        same = (row for row in rows if self._read.phone(row["phone"]) == phone)
        return rows, next(same, None)

    def _moved(self, out: Json) -> Moved | None:
        if out.get("gone"):
            return None
        if out.get("late"):
            raise TooLate(f"in {out['call']['state']}", self._read.call(out["call"]))
        return self._read.moved(out)
