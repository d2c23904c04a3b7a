"""Telephone numbers, and the account's own IncomingPhoneNumbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_E164 = re.compile(r"\+[1-9]\d{6,14}")
_SHORT = re.compile(r"[2-9]11|988")
_NANP = re.compile(r"(?:\+?1)?([2-9]\d{2})([2-9]\d{2})(\d{4})")


def normalise(number: str) -> str | None:
    """Return `number` in E.164 form, or None when it cannot be dialled.

    Twilio also takes unformatted US numbers; three-digit service codes (911, 988) stay as they are.
    """
    bare = re.sub(r"[\s().-]", "", number)
    if _E164.fullmatch(bare) or _SHORT.fullmatch(bare):
        return bare
    found = _NANP.fullmatch(bare)
    return f"+1{found[1]}{found[2]}{found[3]}" if found else None


def formatted(number: str) -> str:
    """Return the national form that Twilio shows in `to_formatted` and `from_formatted`."""
    found = _NANP.fullmatch(number)
    return f"({found[1]}) {found[2]}-{found[3]}" if found else number


@dataclass(slots=True)
class OwnedNumber:
    """An IncomingPhoneNumber: what happens when somebody calls or texts it.

    With `voice_application_sid` or `trunk_sid` set the voice URLs are ignored, as Twilio does.
    """

    sid: str
    number: str
    serial: int
    created: float
    updated: float
    settings: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return a setting such as `voice_url`, "" when unset."""
        return self.settings.get(name, "")

    def method(self, name: str) -> str:
        """Return the HTTP method of a URL setting (`voice` -> `voice_method`), POST by default."""
        return self.settings.get(f"{name}_method") or "POST"

    @property
    def voice_url(self) -> str:
        """Return the URL for calls, "" when the number is out of service for us."""
        if self.get("voice_application_sid") or self.get("trunk_sid"):
            return ""
        return self.get("voice_url")

    @property
    def sms_url(self) -> str:
        """Return the URL for messages, "" when nobody is asked."""
        return "" if self.get("sms_application_sid") else self.get("sms_url")
