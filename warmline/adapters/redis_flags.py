"""The judge's steps of flags and blocks. A number goes in and out; at rest it is sealed."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from warmline.adapters.redis_callbacks import CallbackSteps
from warmline.adapters.redis_reading import listed_rows
from warmline.domain.flags import LONGER, LONGEST, SOFT, WEEKS_KEPT, WINDOW, Flagged
from warmline.domain.kept import DAY
from warmline.ports.flags import Flaggable


class FlagSteps(CallbackSteps):
    """Implements `warmline.ports.flags.Flagging` for `RedisCalls`, which runs the steps."""

    def flag_keys(self, periods: Sequence[int]) -> dict[int, str]:
        """See the port. One that no secret opens any more is as good as destroyed."""
        rows = listed_rows(self._run("flag_keys", periods=list(periods))["keys"])
        found = {int(row["period"]): self._read.phone(row["sealed"]) for row in rows}
        return {one: key for one, key in found.items() if key}

    def make_flag_key(self, period: int, lasts: float) -> str:
        """See the port."""
        fresh = self._read.sealed_phone(secrets.token_hex(16))
        out = self._run("make_flag_key", period=period, sealed=fresh, lasts=int(lasts))
        return self._read.phone(out["sealed"])

    def flaggable(self, call_id: str, number: str) -> None:
        """See the port."""
        self._run("flaggable", id=call_id, phone=self._read.sealed_phone(number))

    def flaggable_talk(self, *, leg: str = "", supporter: str = "") -> Flaggable | None:
        """See the port."""
        out = self._run("flaggable_talk", leg=leg, sup=supporter, window=WINDOW)
        if out.get("gone"):
            return None
        return Flaggable(out["leg"], out["line"], out["sup"], self._read.phone(out["phone"]))

    def flag(
        self, talk: Flaggable, tokens: Sequence[str], marks: Sequence[str], week: str, lasts: float
    ) -> Flagged:
        """See the port."""
        _, same = self._standing(None, talk.number, talk.line) if tokens else ([], None)
        out = self._run(
            "flag",
            leg=talk.leg,
            same=same["id"] if same else "",
            line=talk.line,
            tokens=list(tokens),
            marks=list(marks),
            soft=SOFT,
            longer=LONGER,
            longest=int(LONGEST),
            lasts=int(lasts),
            window=WINDOW,
            week=week,
            counted=int(WEEKS_KEPT * 7 * DAY),
        )
        return Flagged(out["said"])

    def unflag(self, supporter: str) -> bool:
        """See the port."""
        return bool(self._run("unflag", sup=supporter)["done"])

    def lift_blocks(self, line: str) -> bool:
        """See the port."""
        return bool(self._run("lift_blocks", line=line)["any"])

    def flags_of(self, line: str, weeks: Sequence[str]) -> tuple[list[int], bool]:
        """See the port."""
        out = self._run("flags_of", line=line, weeks=list(weeks))
        return [int(n) for n in listed_rows(out["counts"])], bool(out["blocked"])
