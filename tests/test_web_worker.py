"""Whoever sends half a request, or reads no answer, keeps nobody else from being answered."""

from __future__ import annotations

import http.client
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from call_flows import _door
from tests.test_listening import PROVIDER_WAITS, Askers, free_port
from warmline import web_worker
from warmline.listening import Door
from warmline.processes import Process, wait_for
from warmline.web_worker import MOST_BODY, MOST_HEAD, MOST_WAITING, Refused, length

STALLED = 64
"""Four for each thread that gunicorn has by our settings."""
APP = """
import os

MADE_BY = os.getpid()
LARGE = b"x" * 8_000_000

def app(environ, start_response):
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    if environ["PATH_INFO"] == "/large":
        return [LARGE]
    return [body or str(MADE_BY).encode()]
"""
SHORT = """
from warmline import web_worker
web_worker.READ_SECONDS = web_worker.ANSWER_SECONDS = 1.0
from warmline.gunicorn_conf import *
"""
"""Our own settings, with less patience: nothing is waited for that only passes time."""
HEAD = b"POST /call HTTP/1.1\r\nHost: line.example.org\r\n"
FORM = b"CallSid=CA" + b"0" * 32


def posting(body: bytes, *headers: bytes) -> bytes:
    rows = [HEAD.rstrip(), b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join([*rows, b"", body])


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[Process, int]]:
    """Gunicorn as the warmline runs it, with an app that repeats what it is sent."""
    (tmp_path / "shop.py").write_text(APP)
    config = tmp_path / "short.py"
    config.write_text(SHORT)
    settings = ["-c", str(config), "--pythonpath", str(tmp_path)]
    port = free_port()
    process = Process(
        "web",
        [sys.executable, "-m", "gunicorn", *settings, "shop:app"],
        tmp_path / "run",
        log=tmp_path / "web.log",
        door=Door(f"127.0.0.1:{port}"),
        replaceable=True,
    )
    process.start()
    yield process, port
    process.stop()
    assert process.door is not None
    process.door.close()


@contextmanager
def stalled(port: int, sent: bytes, count: int = STALLED) -> Iterator[list[socket.socket]]:
    with ExitStack() as stack:
        lines = []
        for _ in range(count):
            line = socket.create_connection(("127.0.0.1", port), timeout=PROVIDER_WAITS)
            lines.append(stack.enter_context(line))
            line.sendall(sent)
        yield lines


def answer(line: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    line.settimeout(PROVIDER_WAITS)
    found = b""
    while more := line.recv(65536):
        found += more
    return found


@pytest.mark.parametrize(
    "half",
    [b"", b"P", HEAD, posting(FORM)[:-1], HEAD + b"Content-Length: 60000\r\n\r\n" + b"x" * 50_000],
    ids=["nothing", "a letter", "half a head", "all but a letter", "a large body"],
)
def test_a_webhook_is_answered_while_many_have_sent_half_a_request(
    web: tuple[Process, int], half: bytes
) -> None:
    _, port = web
    askers = Askers(port)
    with stalled(port, half) as lines:
        for _ in range(20):
            askers.ask()
        assert (len(askers.answered), askers.lost) == (20, [])
        assert [answer(line) for line in lines] == [b""] * STALLED, "they are dropped, unanswered"
        askers.ask()
    assert askers.lost == []


def test_more_than_there_is_room_for_push_each_other_out(web: tuple[Process, int]) -> None:
    _, port = web
    askers = Askers(port)
    with stalled(port, HEAD, 2 * MOST_WAITING + 100):
        for _ in range(20):
            askers.ask()
    assert (len(askers.answered), askers.lost) == (20, [])


def test_who_does_not_read_their_answer_is_dropped(web: tuple[Process, int]) -> None:
    _, port = web
    askers = Askers(port)
    with stalled(port, b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n", 20):
        askers.ask()
    assert askers.lost == []


def test_who_never_closes_after_the_last_answer_holds_nobody_up(web: tuple[Process, int]) -> None:
    _, port = web
    askers = Askers(port)
    with stalled(port, b"GET / HTTP/1.0\r\n\r\n") as lines:
        for _ in range(20):
            askers.ask()
        assert all(answer(line).startswith(b"HTTP/1.0 200") for line in lines)
    assert (len(askers.answered), askers.lost) == (20, [])


def test_a_request_that_comes_letter_by_letter_is_taken_whole(web: tuple[Process, int]) -> None:
    _, port = web
    with stalled(port, b"", 1) as [line]:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for letter in posting(FORM, b"Connection: close"):
            line.sendall(bytes([letter]))
        assert FORM in answer(line)


def test_two_requests_at_once_are_answered_one_after_the_other(web: tuple[Process, int]) -> None:
    _, port = web
    with stalled(port, posting(b"one") + posting(b"two", b"Connection: close"), 1) as [line]:
        told = answer(line)
        assert told.count(b"200 OK") == 2
        assert told.index(b"one") < told.index(b"two")


def test_a_kept_connection_serves_again_and_again(web: tuple[Process, int]) -> None:
    _, port = web
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PROVIDER_WAITS)
    askers = Askers(port)
    line.connect()
    mine = line.sock
    for _ in range(5):
        askers.ask(kept=line)
    assert (len(askers.answered), askers.lost) == (5, [])
    assert line.sock is mine
    line.close()


def test_who_asks_whether_to_go_on_is_told_so(web: tuple[Process, int]) -> None:
    _, port = web
    head, body = posting(FORM, b"Expect: 100-continue", b"Connection: close").split(b"\r\n\r\n")
    with stalled(port, head + b"\r\n\r\n", 1) as [line]:
        assert line.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        line.sendall(body)
        assert FORM in answer(line)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (posting(b"x" * (MOST_BODY + 1)), b"413"),
        (HEAD + b"Cookie: " + b"x" * MOST_HEAD, b"431"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel", b"411"),
        (HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", b"400"),
        (HEAD + b"Content-Length: many\r\n\r\n", b"400"),
    ],
    ids=["too large", "too long a head", "of no known length", "of two lengths", "of no length"],
)
def test_what_we_do_not_take_is_refused_in_a_word(
    web: tuple[Process, int], sent: bytes, status: bytes
) -> None:
    _, port = web
    with stalled(port, sent, 1) as [line]:
        assert answer(line).startswith(b"HTTP/1.1 " + status)


def test_stalled_connections_do_not_hold_up_a_restart(web: tuple[Process, int]) -> None:
    process, port = web
    askers = Askers(port)
    askers.ask()
    with stalled(port, HEAD), askers.asking(("/", "/")):
        process.replace()
        assert wait_for(lambda: len(set(askers.answered)) == 2, 20)
        assert wait_for(process.formers_are_over, 20)
    assert askers.lost == []


def test_what_is_read_is_as_much_as_a_page_takes() -> None:
    assert web_worker.MOST_BODY == _door.MOST_BYTES


@given(body=st.binary(max_size=300), more=st.binary(max_size=300), cut=st.integers(0, 700))
def test_a_request_is_as_long_as_it_says_wherever_it_is_cut(
    body: bytes, more: bytes, cut: int
) -> None:
    request = posting(body)
    head = len(request) - len(body)
    found = length((request + more)[:cut])
    assert found == (len(request) if cut >= head else None)


@given(sent=st.binary(max_size=400))
def test_whatever_is_sent_has_a_length_or_none_or_is_refused(sent: bytes) -> None:
    for one in (sent, HEAD + sent + b"\r\n\r\n"):
        try:
            found = length(one)
        except Refused:
            continue
        assert found is None or found >= 4
