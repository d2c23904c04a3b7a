"""Asking an address as the provider would."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from warmline.adapters import web_probe
from warmline.adapters.web_probe import Answer, NoAnswer, post


class Host(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers["Content-Length"] or 0))
        status = int(self.path.rpartition("/")[2])
        self.send_response(status)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Location", "/200")
        self.end_headers()
        self.wfile.write(said + self.headers.get("X-Ours", "").encode())

    def log_message(self, *words: object) -> None: ...


@pytest.fixture
def host() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Host)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("status", [200, 403, 404, 503])
def test_whatever_is_answered_is_an_answer(host: str, status: int) -> None:
    answer = post(f"{host}/{status}", {"a": "b c"}, {"X-Ours": "!"})
    assert answer == Answer(status, "text/xml", "a=b+c!")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_followed_elsewhere(host: str, status: int) -> None:
    assert post(f"{host}/{status}", {}).status == status


def test_a_proxy_does_not_come_between_us_and_ourselves(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert post(f"{host}/200", {}).status == 200


def test_why_there_is_no_answer_is_told(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoAnswer, match="nobody listens there"):
        post("http://127.0.0.1:9/", {})
    with pytest.raises(NoAnswer):
        post(host.replace("http:", "https:"), {})
    monkeypatch.setattr(web_probe, "SECONDS", 0.01)
    with pytest.raises(NoAnswer, match="no answer within"):
        post("http://127.0.0.1:" + _silent_port(), {})


def _silent_port() -> str:
    """Somebody listens there and never says a word."""
    import socket

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    _KEPT.append(listening)
    return str(listening.getsockname()[1])


_KEPT: list[object] = []
