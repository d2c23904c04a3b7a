"""A webhook request, its answer, and the cookies that go with a call or a conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

Latency = Callable[[str], float]
"""Seconds that the application takes to answer a URL, declared by a test."""

COOKIE_LIFETIME = 4 * 3600.0
"""Seconds of idleness after which the cookies of an SMS conversation are forgotten."""


class Cookies:
    """A browser-like jar for one call, or for one pair of texting numbers."""

    def __init__(self) -> None:
        """Begin empty."""
        self._by_host: dict[str, dict[str, str]] = {}
        self.used = 0.0

    def header(self, host: str) -> str:
        """Return the Cookie header for a host, "" when there is none."""
        return "; ".join(f"{k}={v}" for k, v in self._by_host.get(host, {}).items())

    def store(self, host: str, set_cookie: str) -> None:
        """Take in one Set-Cookie header; an unreadable one is ignored."""
        try:
            parsed = SimpleCookie(set_cookie)
        except CookieError:
            return
        jar = self._by_host.setdefault(host, {})
        for name, morsel in parsed.items():
            if morsel["max-age"] == "0" or "1970" in morsel["expires"]:
                jar.pop(name, None)
            else:
                jar[name] = morsel.coded_value

    def forget(self) -> None:
        """Drop every cookie."""
        self._by_host.clear()


@dataclass(slots=True)
class Webhook:
    """A request to be made. `channel` is "voice" or "sms" and decides how the port is signed."""

    kind: str
    url: str
    method: str = "POST"
    params: dict[str, str] = field(default_factory=dict)
    channel: str = "voice"
    cookies: Cookies | None = None
    sid: str = ""
    signed: bool = True


@dataclass(slots=True)
class WebAnswer:
    """The outcome: a response, or an error code of Twilio's and no response (status 0)."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    seconds: float = 0.0
    url: str = ""
    error_code: int | None = None
    error: str = ""

    @property
    def ok(self) -> bool:
        """Say whether a 2xx response came in time."""
        return self.error_code is None

    @property
    def content_type(self) -> str:
        """Return the media type, lower case, without parameters; "" when not declared."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    def text(self) -> str:
        """Return the body as text; undecodable bytes are replaced."""
        return self.body.decode("utf-8", "replace")
