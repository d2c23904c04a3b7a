"""The judge's steps of a number that is sent as a text. At rest the caller's phone is sealed."""

from __future__ import annotations

import secrets
from dataclasses import replace

from warmline.adapters.redis_steps import Steps
from warmline.domain.live import PlaceText, Texted

SEND_LEASE = 3.0
"""Seconds in which a worker must have come to send it."""


class TextSteps(Steps):
    """Implements `warmline.ports.PlaceTexts` for `RedisCalls`, which runs the steps."""

    def want_text(
        self, call_id: str, place: str, phone: str, most: int, hourly: int
    ) -> tuple[Texted, str]:
        """See the port."""
        text_id = secrets.token_hex(12)
        out = self._run(
            "text",
            id=call_id,
            text=text_id,
            place=place,
            phone=self._read.sealed_phone(phone),
            most=most,
            hourly=hourly,
            lease=SEND_LEASE,
        )
        return Texted(out.get("said", Texted.ENOUGH)), text_id

    def take_text(self, text_id: str) -> PlaceText | None:
        """See the port."""
        out = self._run("take_text", text=text_id)
        if out.get("gone"):
            return None
        row = out["text"]
        phone = self._read.phone(row["phone"])
        return PlaceText(
            id=text_id,
            line=row["line"],
            number=row["number"],
            language=row["lang"],
            place=row["place"],
            phone=phone,
            tries=int(row["tries"]),
        )

    def put_text(self, text: PlaceText, at: float) -> None:
        """See the port."""
        again = replace(text, tries=text.tries + 1)
        self._run(
            "put_text",
            text=again.id,
            line=again.line,
            number=again.number,
            lang=again.language,
            place=again.place,
            phone=self._read.sealed_phone(again.phone),
            tries=again.tries,
            at=at,
        )
