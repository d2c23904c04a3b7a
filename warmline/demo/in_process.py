"""The provider's own client, led to the emulator in the same process."""

from __future__ import annotations

from typing import Any

from requests.exceptions import ReadTimeout
from twilio.http import HttpClient
from twilio.http.response import Response

from warmline.adapters.twilio_client import not_too_many
from warmline.emulator import Emulator, RestTimedOut


class InProcess(HttpClient):  # type: ignore[misc]  # twilio ships no types
    """Twilio's client speaking to the emulator without a socket."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    def request(
        self,
        method: str,
        url: str,
        params: Any = None,
        data: Any = None,
        headers: Any = None,
        auth: Any = None,
        timeout: Any = None,  # noqa: ARG002  # nothing takes time between processes that are one
        allow_redirects: bool = False,  # noqa: ARG002  # the emulator redirects nobody
    ) -> Response:
        """One REST request."""
        try:
            status, text = self._emulator.handle_rest(
                method, url, params or {}, data or {}, auth, headers or {}
            )
        except RestTimedOut as error:
            raise ReadTimeout from error
        return not_too_many(Response(status, text, self._emulator.rest.headers(status)))
