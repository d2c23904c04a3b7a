"""The judge's steps of debriefs, and of whoever needs a longer rest after a talk."""

from __future__ import annotations

import secrets

from warmline.adapters.redis_callbacks import CallbackSteps
from warmline.domain.choosing import Wish
from warmline.domain.errors import TooLate
from warmline.domain.live import LiveCall


class DebriefSteps(CallbackSteps):
    """Implements `warmline.ports.Debriefs` for `RedisCalls`, which runs the steps."""

    def in_debrief(self, leg_id: str) -> None:
        """See the port."""
        self._run("in_debrief", leg=leg_id)

    def to_debrief(
        self, call_id: str, line: str, language: str, supporter_id: str
    ) -> LiveCall | None:
        """See the port."""
        sealed = self._read.sealed(Wish(avoid=frozenset({supporter_id})))
        out = self._run("to_debrief", id=call_id, line=line, lang=language, sealed=sealed)
        if out.get("gone"):
            return None
        if out.get("late"):
            raise TooLate(f"in {out['call']['state']}", self._read.call(out["call"]))
        return self._read.call(out["call"])

    def debrief_back(
        self, line: str, number: str, language: str, phone: str, supporter_id: str, lasts: float
    ) -> bool:
        """See the port. Numbers are compared in memory, as with every call back."""
        _, same = self._standing(None, phone, line)
        out = self._run(
            "debrief_back",
            line=line,
            number=number,
            lang=language,
            back=secrets.token_hex(12),
            phone=self._read.sealed_phone(phone),
            sealed=self._read.sealed(Wish(avoid=frozenset({supporter_id}))),
            same=same["id"] if same else "",
            lasts=int(lasts),
        )
        return bool(out["made"])

    def rest_longer(self, leg_id: str, seconds: float) -> None:
        """See the port."""
        self._run("rest_longer", leg=leg_id, seconds=seconds)

    def rest_meanwhile(self, supporter_id: str, seconds: float) -> None:
        """See the port."""
        self._run("rest_meanwhile", sup=supporter_id, seconds=seconds)
