"""A file from an address that somebody typed: from the open internet, and nowhere else."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.adapters import fetching
from warmline.adapters.fetching import CannotFetch, Fetching, is_public

Answer = Callable[[BaseHTTPRequestHandler], None]
PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "::7f00:1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_of_the_open_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111"])
def test_an_address_of_the_open_internet(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="192.168.0.0/16"))
def test_no_way_to_write_a_private_address_makes_it_public(
    address: ipaddress.IPv4Address,
) -> None:
    assert not is_public(str(address))
    assert not is_public(f"::ffff:{address}")


@contextmanager
def server(answer: Answer) -> Iterator[int]:
    """A web server of this machine: its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: object) -> None:
            pass

    found = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    try:
        yield found.server_port
    finally:
        found.shutdown()
        thread.join()
        found.server_close()


def says(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(page: BaseHTTPRequestHandler) -> None:
        page.send_response(status)
        for name, value in headers.items():
            page.send_header(name, value)
        page.end_headers()
        page.wfile.write(body)

    return answer


def fetched(port: int, address: str = "", may: Callable[[str], bool] = lambda _: True) -> bytes:
    return Fetching(may, {port})(address or f"http://localhost:{port}/plan.ics?x=1")


def why(port: int, address: str = "", may: Callable[[str], bool] = lambda _: True) -> str:
    with pytest.raises(CannotFetch) as no:
        fetched(port, address, may)
    assert "localhost" not in str(no.value)
    return no.value.why


def test_a_file_comes_as_it_is() -> None:
    with server(says(b"BEGIN:VCALENDAR")) as port:
        assert fetched(port) == b"BEGIN:VCALENDAR"
        assert Fetching(lambda _: True, {port}).or_why(f"http://localhost:{port}/") == (
            b"BEGIN:VCALENDAR",
            "",
        )


def test_our_own_network_is_not_looked_at() -> None:
    asked: list[str] = []
    with server(lambda page: asked.append(page.path)) as port:
        for host in ("localhost", "127.0.0.1", "[::1]", "0x7f000001", "2130706433", "127.1"):
            assert why(port, f"http://{host}:{port}/", is_public) in {"private", "no answer"}
    assert asked == []


def test_a_name_of_which_one_address_is_private_is_not_fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that answers with two addresses, and hopes that we take the second."""
    both = [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    assert Fetching().or_why("http://two.example.org/")[1] == "private"


def test_a_redirect_is_looked_at_like_any_other_address() -> None:
    with server(says(b"secret")) as inner:
        with server(says(b"", 302, Location=f"http://127.0.0.1:{inner}/")) as outer:
            assert why(outer) == "no address"  # another port than those of the web
        with server(says(b"", 302, Location="file:///etc/passwd")) as outer:
            assert why(outer) == "no address"
        seen: list[str] = []

        def once(address: str) -> bool:
            seen.append(address)
            return len(seen) < 2

        with server(says(b"", 301, Location="/there")) as outer:
            assert why(outer, may=once) == "private"


def test_redirects_in_a_circle_end() -> None:
    with server(says(b"", 302, Location="/again")) as port:
        assert why(port) == "no answer"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/x",
        "file:///etc/passwd",
        "http://example.org:22/",
        "http://me:secret@example.org/",
        "http://",
        "plan.ics",
        "http://example.org:99999/",
        "http://[::1",
        "",
    ],
)
def test_what_is_no_address_for_this(address: str) -> None:
    assert Fetching().or_why(address) == (b"", "no address")


def test_too_much_is_not_read_to_its_end() -> None:
    with server(says(b"x" * (fetching.MOST_BYTES + 1))) as port:
        assert why(port) == "too big"


def test_an_error_page_is_no_file_and_half_a_file_is_none() -> None:
    with server(says(b"no", 404)) as port:
        assert why(port) == "refused"
    with server(says(b"half", 200, **{"Content-Length": "100"})) as port:
        assert why(port) == "no answer"


def test_whoever_sends_a_letter_now_and_then_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    over = threading.Event()

    def drip(page: BaseHTTPRequestHandler) -> None:
        page.send_response(200)
        page.end_headers()
        for _ in range(200):
            try:
                page.wfile.write(b"x")
            except OSError:
                break
            if over.wait(0.05):
                break

    with server(drip) as port:
        assert why(port) == "no answer"
        over.set()
