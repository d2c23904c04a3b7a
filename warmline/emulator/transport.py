"""Carrying HTTP requests: to WSGI applications in this process, or over real sockets."""

from __future__ import annotations

import io
import logging
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

import requests

log = logging.getLogger(__name__)

BODY_LIMIT = 1 << 20
"""Bytes of a response that are read at most; the 64 kB rule for TwiML is applied later."""


class TransportError(Exception):
    """A request got no response. `code` is Twilio's error code, `seconds` the time it took."""

    code = 11200
    retry = "none"

    def __init__(self, message: str, seconds: float = 0.0) -> None:
        """`seconds` counts in emulated time even where the transport itself takes none."""
        super().__init__(message)
        self.seconds = seconds


class ConnectFailed(TransportError):
    """No TCP or TLS connection: the one case that Twilio retries by default."""

    code = 11205
    retry = "ct"


class UnknownHost(ConnectFailed):
    """The host name cannot be resolved."""

    code = 11210


class TlsFailed(ConnectFailed):
    """The TLS handshake failed."""

    code = 11220


class TimedOut(TransportError):
    """The response did not come, or not wholly, in time."""

    code = 11203
    retry = "rt"


class ProtocolViolation(TransportError):
    """What came back is not HTTP."""

    code = 11206


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One HTTP request; `connect` and `read` are timeouts in seconds, `total` limits both."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    connect: float = 5.0
    read: float = 15.0
    total: float = 15.0


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """One HTTP response; header names are kept as sent, in order, repeats included."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class Transport(Protocol):
    """Anything that can carry a request. Raise `TransportError` when there is no response."""

    def send(self, request: HttpRequest) -> HttpResponse:
        """Send one request and return its response."""
        ...


WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class WsgiTransport:
    """Calls WSGI applications directly: no socket, no thread, no time.

    An exception of the application becomes a 500, as a server would answer; it is logged and kept
    in `errors`. A base URL in `down` refuses connections.
    """

    def __init__(self, apps: Mapping[str, WsgiApp]) -> None:
        """`apps` maps base URLs ("https://line.test") to applications."""
        self.apps = {base.rstrip("/"): app for base, app in apps.items()}
        self.down: set[str] = set()
        self.errors: list[BaseException] = []

    def send(self, request: HttpRequest) -> HttpResponse:
        """Call the application that serves the URL. Raise UnknownHost when none does."""
        for base, app in self.apps.items():
            if request.url == base or request.url.startswith((base + "/", base + "?")):
                if base in self.down:
                    raise ConnectFailed("connection refused")
                return self._call(app, request)
        raise UnknownHost("no application serves this host")

    def _call(self, app: WsgiApp, request: HttpRequest) -> HttpResponse:
        started: list[tuple[str, list[tuple[str, str]]]] = []
        written = io.BytesIO()

        def start_response(
            status: str, headers: list[tuple[str, str]], exc_info: Any = None
        ) -> Callable[[bytes], object]:
            del exc_info  # the last call counts, whatever led to it
            started.append((status, headers))
            return written.write

        try:
            result = app(_environ(request), start_response)
            try:
                for chunk in result:
                    written.write(chunk)
            finally:
                close = getattr(result, "close", None)
                if close is not None:
                    close()
        except Exception as error:
            log.exception("the application failed on %s", urlsplit(request.url).path)
            self.errors.append(error)
            return HttpResponse(500, (("Content-Type", "text/plain"),), b"Internal Server Error")
        status, headers = started[-1]
        return HttpResponse(int(status.split(" ", 1)[0]), tuple(headers), written.getvalue())


def _environ(request: HttpRequest) -> dict[str, Any]:
    parts = urlsplit(request.url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(parts.path or "/", "latin-1"),
        "QUERY_STRING": parts.query,
        "REQUEST_URI": f"{parts.path or '/'}" + (f"?{parts.query}" if parts.query else ""),
        "SERVER_NAME": parts.hostname or "",
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": parts.netloc.rpartition("@")[2],
        # The documentation range: the provider is nobody's neighbour.
        "REMOTE_ADDR": "192.0.2.1",
        "CONTENT_LENGTH": str(len(request.body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": parts.scheme,
        "wsgi.input": io.BytesIO(request.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in request.headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    return environ


class HttpTransport:
    """Real HTTP with `requests`: no redirects, no proxies, no cookies of its own."""

    def send(self, request: HttpRequest) -> HttpResponse:
        """Send one request. Raise a `TransportError` that says what went wrong."""
        began = time.monotonic()
        try:
            return self._send(request, began)
        except requests.exceptions.SSLError as error:
            raise TlsFailed(str(error), time.monotonic() - began) from error
        except requests.exceptions.ConnectTimeout as error:
            raise ConnectFailed("connect timed out", time.monotonic() - began) from error
        except requests.exceptions.Timeout as error:
            raise TimedOut("no response in time", time.monotonic() - began) from error
        except requests.exceptions.ConnectionError as error:
            seconds = time.monotonic() - began
            text = str(error)
            if "Read timed out" in text:
                raise TimedOut("no response in time", seconds) from error
            if "resolve" in text:
                raise UnknownHost("the host name is unknown", seconds) from error
            if "RemoteDisconnected" in text or "aborted" in text.lower():
                raise ProtocolViolation("the connection was closed", seconds) from error
            raise ConnectFailed("connection refused", seconds) from error
        except requests.exceptions.RequestException as error:
            raise ProtocolViolation(str(error), time.monotonic() - began) from error

    def _send(self, request: HttpRequest, began: float) -> HttpResponse:
        with requests.Session() as session:
            session.trust_env = False
            with session.request(
                request.method,
                request.url,
                data=request.body or None,
                headers=dict(request.headers),
                timeout=(min(request.connect, request.total), min(request.read, request.total)),
                allow_redirects=False,
                stream=True,
            ) as response:
                body = b""
                for chunk in response.iter_content(16384):
                    body += chunk
                    if len(body) > BODY_LIMIT:
                        break
                    if time.monotonic() - began > request.total:
                        raise TimedOut("the response took too long", time.monotonic() - began)
                headers = tuple(response.raw.headers.items())
                return HttpResponse(response.status_code, headers, body)
