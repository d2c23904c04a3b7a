"""A file from an address on the internet that somebody typed: never from a private network.

Whoever may type an address could otherwise look through our eyes at what only we can reach. So the
name is looked up once, every address of it has to be a public one, and the connection goes to the
very address that was looked at. Each redirect is looked at anew. Size and time have limits.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

MOST_BYTES: Final = 1_000_000
SECONDS: Final = 5.0
HOPS: Final = 3
AT_A_TIME: Final = 65_536
PORTS: Final = frozenset({80, 443})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_CARRIES_ANOTHER: Final = tuple(
    # Addresses in which another one stands, which a gateway may lead to.
    ipaddress.ip_network(one)
    for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")
)


class CannotFetch(Exception):
    """It was not fetched. `why` is a name that pages have a sentence for, and never the address."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif any(found in one for one in _CARRIES_ANOTHER):
            return False
    return found.is_global and not found.is_multicast


class Fetching:
    """Fetches small files by http and https."""

    def __init__(
        self, may: Callable[[str], bool] = is_public, ports: Collection[int] = PORTS
    ) -> None:
        """`may` says whether we connect to an IP address."""
        self._may = may
        self._ports = ports

    def or_why(self, address: str) -> tuple[bytes, str]:
        """What lies at an address, and nothing; or nothing, and why it was not fetched."""
        try:
            return self(address), ""
        except CannotFetch as no:
            return b"", no.why

    def __call__(self, address: str) -> bytes:
        """What lies at an address; `webcal:` is taken as https. Raises CannotFetch."""
        until = time.monotonic() + SECONDS
        for _ in range(HOPS + 1):
            asked = self._read(address)
            try:
                answer, place = self._ask(asked, until)
            except (OSError, http.client.HTTPException, ValueError):
                raise CannotFetch("no answer") from None
            if place is None:
                return answer
            address = urljoin(asked.geturl(), place)
        raise CannotFetch("no answer")

    def _read(self, address: str) -> SplitResult:
        try:
            asked = urlsplit(address.strip())
            if asked.scheme == "webcal":
                asked = asked._replace(scheme="https")
            usual = 443 if asked.scheme == "https" else 80
            known = asked.scheme in {"http", "https"} and (asked.port or usual) in self._ports
        except ValueError:
            raise CannotFetch("no address") from None
        if not known or not asked.hostname or asked.username or asked.password:
            raise CannotFetch("no address")
        return asked

    def _ask(self, asked: SplitResult, until: float) -> tuple[bytes, str | None]:
        """What lies there, or to where it leads."""
        host, secure = asked.hostname or "", asked.scheme == "https"
        port = asked.port or (443 if secure else 80)
        connection = http.client.HTTPConnection(host, port, timeout=_left(until))
        connection.sock = self._connect(host, port, until, secure=secure)
        # Whoever sends one letter at a time is ended, too.
        end = threading.Timer(_left(until), _hang_up, (connection.sock,))
        end.start()
        try:
            path = asked.path or "/"
            connection.request(
                "GET",
                f"{path}?{asked.query}" if asked.query else path,
                headers={"Accept": "text/calendar, text/csv, text/plain", "User-Agent": "Warmline"},
            )
            answer = connection.getresponse()
            if answer.status in _MOVED:
                return b"", answer.getheader("Location", "")
            if answer.status != http.client.OK:
                raise CannotFetch("refused")
            body = _body(answer)
            _left(until)  # what was cut off is no file
            return body, None
        finally:
            end.cancel()
            connection.close()

    def _connect(self, host: str, port: int, until: float, *, secure: bool) -> socket.socket:
        """A connection to an address that was looked at, and to no other."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(one[4][0]) for one in found]
        if not addresses or not all(self._may(one) for one in addresses):
            raise CannotFetch("private")
        plain = socket.create_connection((addresses[0], port), timeout=_left(until))
        if not secure:
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except OSError:
            plain.close()
            raise


def _hang_up(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _body(answer: http.client.HTTPResponse) -> bytes:
    """All of it, unless it is too much or less than was promised."""
    parts: list[bytes] = []
    size, told = 0, answer.length
    while True:
        part = answer.read1(AT_A_TIME)
        if not part:
            if told is not None and size < told:
                raise CannotFetch("no answer")
            return b"".join(parts)
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise CannotFetch("too big")


def _left(until: float) -> float:
    """Seconds that are left. Raises CannotFetch when there are none."""
    left = until - time.monotonic()
    if left <= 0:
        raise CannotFetch("no answer")
    return left
