"""A gunicorn worker that takes a thread only for a request that has come in whole.

Gunicorn's own reads a request in the thread that answers it, without a limit of time: sixteen
connections that send half a request would silence the line. Here the worker's main loop collects
what arrives, from however many connections, and a thread gets the bytes of one whole request.
What does not come within `READ_SECONDS` is dropped.
Why so: docs/decisions/0027-whole-requests-only.md.
"""

from __future__ import annotations

import contextlib
import errno
import selectors
import socket
import time
from concurrent.futures import Future
from functools import partial
from http import HTTPStatus
from typing import Any

from gunicorn import http
from gunicorn.workers.gthread import TConn, ThreadWorker

READ_SECONDS = 10.0
"""In which a request must come in, from its first byte; and that byte, on a new connection."""
ANSWER_SECONDS = 10.0
"""In which an answer must be taken: a thread waits no longer for who does not read."""
PART_SECONDS = 2.0
"""For the other side to close after the last answer, so that it is not cut off; and for its next
request, when this worker is about to end."""
MOST_HEAD = 32 * 1024
MOST_BODY = 64 * 1024
"""As in `call_flows._door`; a request of the provider is far smaller."""
MOST_WAITING = 400
"""Connections that send nothing or little, in one process; of more, the longest waiting goes."""
GONE = (errno.EAGAIN, errno.EWOULDBLOCK, errno.ECONNABORTED)
"""Whoever knocked is no longer there, or another worker has taken them."""


class Refused(Exception):
    """A request that is not read to its end. Its argument is the status of the answer."""


def length(sent: bytes | bytearray) -> int | None:
    """How many bytes the first request in `sent` has; None: its head is not there yet.

    Raises `Refused` for what is too large, or does not say beforehand how large it is.
    """
    end = sent.find(b"\r\n\r\n")
    if max(end, len(sent) if end < 0 else 0) > MOST_HEAD:
        raise Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
    if end < 0:
        return None
    body = 0
    for line in bytes(sent[:end]).split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"transfer-encoding":
            raise Refused(HTTPStatus.LENGTH_REQUIRED)
        # What is no number is left to gunicorn, which says what is wrong with the request.
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            body = max(body, int(value[:20]))
    if body > MOST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return end + 4 + body


class Visitor(TConn):
    """One connection, and what it has sent of its next request."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.sent = bytearray()
        self.whole: int | None = None
        self.parting = False
        self.request = b""
        self.data_ready = True

    def init(self) -> None:
        """Give the parser these bytes and no more: whatever it makes of them, it cannot wait."""
        self.initialized = True
        self.sock.settimeout(ANSWER_SECONDS)
        self.parser = http.get_parser(self.cfg, iter([self.request]), self.client)

    def take(self) -> bool:
        """Tell whether a whole request is there, and set it apart. Raises `Refused`."""
        if self.whole is None:
            self.whole = length(self.sent)
            expects = self.whole is not None and len(self.sent) < self.whole
            if expects and b"100-continue" in self.sent.lower():
                self.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        if self.whole is None or len(self.sent) < self.whole:
            return False
        self.request = bytes(self.sent[: self.whole])
        del self.sent[: self.whole]
        self.whole = None
        return True


class PatientWorker(ThreadWorker):
    """Gunicorn's threaded worker with its reading done beforehand. It speaks no TLS."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._waiting: dict[Visitor, None] = {}
        """Who has no thread, the longest waiting first."""

    def accept(self, listener: socket.socket) -> None:
        """Take in a connection; no thread yet."""
        try:
            sock, client = listener.accept()
        except OSError as error:
            if error.errno in GONE:
                return
            raise
        self.nr_conns += 1
        self._wait(Visitor(self.cfg, sock, client, listener.getsockname()), READ_SECONDS)

    def finish_request(self, conn: TConn, fs: Future[Any]) -> None:
        """Wait for the next request of a connection, or take leave of it."""
        assert isinstance(conn, Visitor)  # noqa: S101 - `accept` makes no others
        keep = not fs.cancelled() and fs.exception() is None and fs.result()
        try:
            if not keep:
                self._part(conn)
            else:
                kept = self.cfg.keepalive if self.alive else PART_SECONDS
                self._wait(conn, kept)
                self._look(conn)
        except (OSError, ValueError):
            self._drop(conn)

    def _wait(self, visitor: Visitor, seconds: float) -> None:
        if len(self._waiting) >= MOST_WAITING:
            self._drop(next(iter(self._waiting)))
        visitor.sock.setblocking(False)
        visitor.timeout = time.monotonic() + seconds
        self._waiting[visitor] = None
        self.poller.register(visitor.sock, selectors.EVENT_READ, partial(self._read, visitor))

    def _read(self, visitor: Visitor, _: object) -> None:
        if visitor not in self._waiting:
            return  # dropped a moment ago, after the loop had learnt of this
        try:
            data = visitor.sock.recv(MOST_BODY)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._drop(visitor)
        elif not visitor.parting:
            if not visitor.sent:
                visitor.timeout = time.monotonic() + READ_SECONDS
            visitor.sent += data
            self._look(visitor)

    def _look(self, visitor: Visitor) -> None:
        """A whole request gets a thread, one that is refused its answer."""
        try:
            if visitor.take():
                self._let_go(visitor)
                self.enqueue_req(visitor)
        except Refused as refused:
            status = refused.args[0]
            said = f"HTTP/1.1 {status.value} {status.phrase}\r\nConnection: close\r\n\r\n"
            self._let_go(visitor)
            with contextlib.suppress(OSError):
                visitor.sock.send(said.encode())
            self._part(visitor)
        except OSError:
            self._drop(visitor)

    def _part(self, visitor: Visitor) -> None:
        """No more is said. What still comes in is not read by anybody."""
        visitor.parting = True
        try:
            visitor.sock.shutdown(socket.SHUT_WR)
            self._wait(visitor, PART_SECONDS)
        except (OSError, ValueError):
            self._drop(visitor)

    def _let_go(self, visitor: Visitor) -> None:
        if visitor in self._waiting:
            del self._waiting[visitor]
            with contextlib.suppress(KeyError, ValueError):
                self.poller.unregister(visitor.sock)

    def _drop(self, visitor: Visitor) -> None:
        self._let_go(visitor)
        self.nr_conns -= 1
        visitor.close()

    def murder_keepalived(self, force: bool = False) -> None:
        """Drop whoever took too long; everybody who waits, if forced."""
        now = time.monotonic()
        for visitor in [one for one in self._waiting if force or (one.timeout or 0) <= now]:
            self._drop(visitor)

    def murder_pending(self) -> None:
        """All who wait are looked after above."""

    def _cap_keepalive(self, deadline: float) -> None:
        for visitor in self._waiting:
            visitor.timeout = min(visitor.timeout or deadline, deadline)
