"""The web server tells nothing of what it was asked, whatever goes wrong."""

from __future__ import annotations

import ast
import os
import signal
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from warmline.processes import Process, answers, wait_for

NUMBER = "+12135550123"
APP = f"""
import os

MADE_BY = os.getpid()
BEGUN = []

def app(environ, start_response):
    if environ["PATH_INFO"] == "/made-by":
        start_response("200 OK", [])
        return [str(MADE_BY).encode()]
    if environ["PATH_INFO"] == "/begun-in":
        start_response("200 OK", [])
        return [repr((os.getpid(), BEGUN)).encode()]
    if environ["PATH_INFO"].startswith("/trouble"):
        raise ValueError("no such caller: {NUMBER}")
    start_response("204 No Content", [])
    return [b""]

app.extensions = {{"warmline.vigil": lambda: BEGUN.append(os.getpid())}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[Process, int]]:
    (tmp_path / "shop.py").write_text(APP)
    port = free_port()
    config = ["-c", "python:warmline.gunicorn_conf", "--bind", f"127.0.0.1:{port}"]
    process = Process(
        "web",
        [sys.executable, "-m", "gunicorn", *config, "--pythonpath", str(tmp_path), "shop:app"],
        tmp_path,
        ready=answers(f"http://127.0.0.1:{port}/"),
        log=tmp_path / "web.log",
        env={"HOME": str(tmp_path)},
    )
    process.start()
    process.wait_until_ready()
    yield process, port
    process.stop()


def log(process: Process) -> str:
    assert process.log is not None
    return process.log.read_text()


def test_neither_the_address_nor_the_error_is_logged(web: tuple[Process, int]) -> None:
    process, port = web
    urllib.request.urlopen(f"http://127.0.0.1:{port}/quiet?From={NUMBER}").close()
    with pytest.raises(urllib.error.HTTPError, match="500") as failure:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/trouble?From={NUMBER}")
    failure.value.close()
    assert "ValueError at" in log(process)
    assert "5550123" not in log(process)
    assert "/trouble" not in log(process)


def test_a_request_that_is_no_http_is_not_quoted(web: tuple[Process, int]) -> None:
    process, port = web
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(f"NONSENSE {NUMBER}\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 400")
    assert "not HTTP" in log(process)
    assert "5550123" not in log(process)


def test_nobody_can_steer_it_from_outside(web: tuple[Process, int], tmp_path: Path) -> None:
    assert not list(tmp_path.rglob("*.ctl"))


def test_killed_it_can_be_started_again_at_the_same_address(web: tuple[Process, int]) -> None:
    process, port = web
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    assert wait_for(lambda: process.exit_status() is not None, 2)
    process.start()
    process.wait_until_ready()
    assert answers(f"http://127.0.0.1:{port}/")()


def test_it_ends_within_a_moment_and_leaves_no_worker(web: tuple[Process, int]) -> None:
    process, _ = web
    # As the supervisor ends it: a moment longer than gunicorn gives its own workers, one of which
    # may have been born this instant and not heard of the end.
    process.stop()
    assert not process.lives()
    assert "Shutting down" in log(process)


def test_the_app_is_made_before_the_workers_so_that_a_new_one_answers_at_once(
    web: tuple[Process, int],
) -> None:
    process, port = web
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/made-by", timeout=5) as answer:
        assert int(answer.read()) == process.pid


def test_what_watches_the_clock_begins_in_each_worker_after_the_fork(
    web: tuple[Process, int],
) -> None:
    process, port = web
    for _ in range(8):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/begun-in", timeout=10) as answer:
            serves, begun = ast.literal_eval(answer.read().decode())
        assert begun == [serves]
        assert serves != process.pid
