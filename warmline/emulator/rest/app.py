"""Dispatch of REST requests: authentication, routes, faults, the log, and the WSGI face."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from werkzeug.wrappers import Request, Response

from ..faults import TIMEOUT, RestFault
from ..record import RestRequest
from ..resources import Json, account_path
from . import calls, conferences, messages, numbers, participants, queues
from .common import RestCall, RestError, form_of, not_found

if TYPE_CHECKING:
    from ..emulator import Emulator

Handler = Callable[..., tuple[int, Json | None]]

ROUTES: list[tuple[str, dict[str, Handler]]] = [
    ("Calls", {"POST": calls.create, "GET": calls.search}),
    ("Calls/(CA[^/]+)", {"GET": calls.fetch, "POST": calls.update, "DELETE": calls.delete}),
    ("Conferences", {"GET": conferences.search}),
    ("Conferences/(CF[^/]+)", {"GET": conferences.fetch, "POST": conferences.update}),
    (
        "Conferences/([^/]+)/Participants",
        {"GET": participants.search, "POST": participants.create},
    ),
    (
        "Conferences/([^/]+)/Participants/([^/]+)",
        {
            "GET": participants.fetch,
            "POST": participants.update,
            "DELETE": participants.delete,
        },
    ),
    ("Queues", {"GET": queues.search, "POST": queues.create}),
    ("Queues/(QU[^/]+)", {"GET": queues.fetch, "POST": queues.update, "DELETE": queues.delete}),
    ("Queues/(QU[^/]+)/Members", {"GET": queues.members}),
    ("Queues/(QU[^/]+)/Members/([^/]+)", {"GET": queues.member, "POST": queues.dequeue}),
    ("Messages", {"GET": messages.search, "POST": messages.create}),
    (
        "Messages/((?:SM|MM)[^/]+)",
        {"GET": messages.fetch, "POST": messages.update, "DELETE": messages.delete},
    ),
    ("IncomingPhoneNumbers", {"GET": numbers.search}),
    ("IncomingPhoneNumbers/(PN[^/]+)", {"GET": numbers.fetch, "POST": numbers.update}),
]
_COMPILED = [(re.compile(pattern + r"\.json"), handlers) for pattern, handlers in ROUTES]

_FAULT_CODES = {429: 20429, 500: 20500, 503: 20503}


class RestTimedOut(TimeoutError):
    """The REST request gets no answer: a fault that was asked for."""


class RestApi:
    """The REST API of one emulator; also a WSGI application."""

    def __init__(self, emu: Emulator) -> None:
        """Serve this emulator's account."""
        self._emu = emu

    def handle(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        auth: tuple[str, str] | None = None,
    ) -> tuple[int, str]:
        """Answer one request: HTTP status, JSON text. Raise RestTimedOut when it is to fail so."""
        parts = urlsplit(url)
        query = parse_qs(parts.query, keep_blank_values=True) | form_of(params)
        call = RestCall(self._emu, method.upper(), parts.path, query, form_of(data))
        with self._emu.engine.lock:
            status, body, code = self._faulty(call, auth)
            shown = {name: " ".join(values) for name, values in {**query, **call.form}.items()}
            self._emu.rest_log.append(
                RestRequest(self._emu.now, call.method, call.path, shown, status, code)
            )
        if status == TIMEOUT:
            raise RestTimedOut("the emulated API does not answer")
        return status, "" if body is None else json.dumps(body)

    def headers(self, status: int) -> dict[str, str]:
        """Return the headers that matter to whoever gets an answer of this status."""
        seconds = self._emu.retry_after
        return {} if status != 429 or seconds is None else {"Retry-After": f"{seconds:g}"}

    def _faulty(
        self, call: RestCall, auth: tuple[str, str] | None
    ) -> tuple[int, Json | None, int | None]:
        fault = self._fault(call)
        if fault is None:
            return self._answer(call, auth)
        if fault.executed:
            self._answer(call, auth)
        code = fault.code or _FAULT_CODES.get(fault.status, 20500)
        error = RestError(fault.status, code, "The emulator was told to fail this request")
        return fault.status, error.as_json(), code

    def _fault(self, call: RestCall) -> RestFault | None:
        for fault in self._emu.rest_faults:
            if fault.meets(call.method, call.path):
                fault.times -= 1
                if fault.times <= 0:
                    self._emu.rest_faults.remove(fault)
                return fault
        return self._emu.faults.rest_fault(self._emu.rng)

    def _answer(
        self, call: RestCall, auth: tuple[str, str] | None
    ) -> tuple[int, Json | None, int | None]:
        try:
            status, body = self._dispatch(call, auth)
        except RestError as error:
            return error.status, error.as_json(), error.code
        return status, body, None

    def _dispatch(self, call: RestCall, auth: tuple[str, str] | None) -> tuple[int, Json | None]:
        if auth != (self._emu.account_sid, self._emu.auth_token):
            raise RestError(401, 20003, "Authenticate")
        prefix = account_path(self._emu) + "/"
        if not call.path.startswith(prefix):
            raise not_found(call)
        for pattern, handlers in _COMPILED:
            found = pattern.fullmatch(call.path.removeprefix(prefix))
            if found is None:
                continue
            handler = handlers.get(call.method)
            if handler is None:
                raise RestError(405, 20004, "Method not allowed")
            return handler(call, *found.groups())
        raise not_found(call)

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Serve one WSGI request."""
        request = Request(environ)
        given = request.authorization
        auth = None
        if given is not None and given.type == "basic":
            auth = (given.username or "", given.password or "")
        query = {name: request.args.getlist(name) for name in request.args}
        form = {name: request.form.getlist(name) for name in request.form}
        try:
            status, text = self.handle(request.method, request.path, query, form, auth)
        except RestTimedOut:
            # Over a real socket the nearest thing to no answer is a closed connection.
            connection = environ.get("werkzeug.socket")
            if connection is not None:
                connection.shutdown(socket.SHUT_RDWR)
            return Response(status=504)(environ, start_response)
        response = Response(text, status, mimetype="application/json")
        response.headers.update(self.headers(status))
        response.headers["Twilio-Request-Id"] = "RQ" + self._emu.new_token()
        response.headers["Twilio-Concurrent-Requests"] = "1"
        response.headers["X-Home-Region"] = "us1"
        return response(environ, start_response)
