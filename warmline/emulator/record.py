"""What the emulator writes down: for assertions, for the demo page and for leak tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Event:
    """One thing that somebody did or heard; `who` is a telephone number."""

    index: int
    at: float
    who: str
    what: str
    detail: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return a JSON-able copy."""
        return {
            "index": self.index,
            "at": self.at,
            "who": self.who,
            "what": self.what,
            "detail": self.detail,
        }


@dataclass(slots=True)
class WebRequest:
    """One HTTP request made to the application, as the provider's request log shows it.

    `status` is 0 when no response came; `seconds` is how long the answer took.
    """

    at: float
    method: str
    url: str
    params: dict[str, str]
    status: int
    seconds: float
    kind: str
    call_sid: str = ""
    error_code: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(slots=True)
class RestRequest:
    """One request that the REST API received; a repeated parameter is joined by spaces."""

    at: float
    method: str
    path: str
    params: dict[str, str]
    status: int
    code: int | None = None


@dataclass(slots=True)
class Notice:
    """An entry of the provider's debugger: an error or a warning with Twilio's code."""

    at: float
    level: str
    code: int
    message: str
    sid: str = ""
    url: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    response: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return a JSON-able copy."""
        return {
            "at": self.at,
            "level": self.level,
            "code": self.code,
            "message": self.message,
            "sid": self.sid,
            "url": self.url,
            "variables": dict(self.variables),
            "response": self.response,
        }


@dataclass(slots=True)
class DeadAir:
    """A span in which the handset heard nothing at all; `start` and `end` in POSIX seconds.

    `kind` is "gather" when a Gather was listening all the while, otherwise "dead".
    """

    call_sid: str
    number: str
    start: float
    end: float
    kind: str

    @property
    def seconds(self) -> float:
        """Return the length of the silence."""
        return self.end - self.start
