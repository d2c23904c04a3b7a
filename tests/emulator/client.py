"""The true twilio-python client, connected to an emulator without a socket."""

from __future__ import annotations

import requests
from twilio.http import HttpClient
from twilio.http.response import Response
from twilio.rest import Client

from warmline.emulator import Emulator, RestTimedOut


class InProcessHttp(HttpClient):  # type: ignore[misc] # twilio ships no types
    """Hands twilio-python's requests to `Emulator.handle_rest`.

    A request that the emulator was told to leave unanswered raises `requests.ReadTimeout`, which
    is what twilio-python's own HTTP client raises.
    """

    def __init__(self, emu: Emulator) -> None:
        self.emu = emu

    def request(
        self,
        method: str,
        url: str,
        params: dict[str, object] | None = None,
        data: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Response:
        try:
            status, text = self.emu.handle_rest(method, url, params, data, auth, headers)
        except RestTimedOut as error:
            raise requests.exceptions.ReadTimeout(str(error)) from error
        return Response(status, text)


def client_for(emu: Emulator, token: str | None = None) -> Client:
    """Return a twilio-python client for the emulator's account, without sockets."""
    return Client(emu.account_sid, token or emu.auth_token, http_client=InProcessHttp(emu))
