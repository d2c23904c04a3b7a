"""While the web server is killed or replaced, whoever asks is not refused: they wait a moment."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from warmline.listening import Door
from warmline.processes import Process, ProcessError, wait_for
from warmline.supervisor import Supervisor

PROVIDER_WAITS = 15.0
"""Seconds after which Twilio gives up a request."""
APP = """
import os, time

MADE_BY = os.getpid()

def app(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        time.sleep(1)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(MADE_BY).encode()]
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def web(folder: Path, bind: str) -> Process:
    """Gunicorn as the warmline runs it, with an app that tells who its master is."""
    (folder / "shop.py").write_text(APP)
    config = ["-c", "python:warmline.gunicorn_conf", "--pythonpath", str(folder)]
    return Process(
        "web",
        [sys.executable, "-m", "gunicorn", *config, "shop:app"],
        folder / "run",
        log=folder / "web.log",
        door=Door(bind),
        replaceable=True,
    )


@dataclass
class Askers:
    """The provider: asks without a pause, on connections of its own and on kept ones."""

    port: int
    answered: list[int] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def ask(self, path: str = "/", kept: http.client.HTTPConnection | None = None) -> None:
        line = kept or http.client.HTTPConnection("127.0.0.1", self.port, timeout=PROVIDER_WAITS)
        try:
            line.request("GET", path)
            self.answered.append(int(line.getresponse().read()))
        except (OSError, http.client.HTTPException) as error:
            self.lost.append(type(error).__name__)
        finally:
            if kept is None:
                line.close()

    @contextmanager
    def asking(self, paths: tuple[str, ...] = ("/", "/", "/slow")) -> Iterator[None]:
        def on_and_on(path: str) -> None:
            while not self._stop.is_set():
                self.ask(path)

        threads = [threading.Thread(target=on_and_on, args=[path]) for path in paths]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in threads:
                thread.join()


@contextmanager
def watched(house: Supervisor) -> Iterator[None]:
    """The supervisor looks on while the test goes on; signals are for the main thread only."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(0.05):
            house._look()

    with house:
        watching = threading.Thread(target=look)
        watching.start()
        try:
            yield
        finally:
            over.set()
            watching.join()


def wait_for_masters(askers: Askers, most: int) -> bool:
    return wait_for(lambda: len(set(askers.answered)) >= most, 20)


def test_while_a_killed_web_server_is_started_again_nobody_is_refused(tmp_path: Path) -> None:
    port = free_port()
    process, askers = web(tmp_path, f"127.0.0.1:{port}"), Askers(port)
    # Only quick requests: what a killed process had in hand is lost with it, by nobody's fault.
    with watched(Supervisor(tmp_path / "run", [[process]], lambda _: None)), askers.asking(("/",)):
        for masters in (2, 3):
            before = process.pid
            assert wait_for_masters(askers, masters - 1)
            assert before is not None
            os.kill(before, signal.SIGKILL)
            assert wait_for_masters(askers, masters)
    assert askers.lost == []


def test_a_web_server_is_replaced_without_losing_a_request(tmp_path: Path) -> None:
    port = free_port()
    process, askers = web(tmp_path, f"127.0.0.1:{port}"), Askers(port)
    with Supervisor(tmp_path / "run", [[process]], lambda _: None), askers.asking():
        for masters in (1, 2):
            assert wait_for_masters(askers, masters)
            old = process.pid
            process.replace()
            assert process.pid != old
            assert wait_for(process.formers_are_over, 20)
        assert wait_for_masters(askers, 3)
    assert askers.lost == []
    assert not list((tmp_path / "run").glob("*.former"))


def test_one_that_cannot_start_leaves_the_old_one_in_service(tmp_path: Path) -> None:
    port = free_port()
    process, askers = web(tmp_path, f"127.0.0.1:{port}"), Askers(port)
    with Supervisor(tmp_path / "run", [[process]], lambda _: None), askers.asking():
        assert wait_for_masters(askers, 1)
        old = process.pid
        (tmp_path / "shop.py").write_text("raise RuntimeError('a broken version')")
        with pytest.raises(ProcessError, match="web ended at its start"):
            process.replace()
        assert process.pid == old
        assert process.lives()
        already = len(askers.answered)
        assert wait_for(lambda: len(askers.answered) > already, 20)
    assert set(askers.answered) == {old}
    assert askers.lost == []


def test_what_waits_at_the_door_before_anybody_is_there_is_answered(tmp_path: Path) -> None:
    port = free_port()
    process = web(tmp_path, f"127.0.0.1:{port}")
    assert process.door is not None
    process.door.open()
    with socket.create_connection(("127.0.0.1", port), timeout=PROVIDER_WAITS) as early:
        early.sendall(b"GET / HTTP/1.0\r\n\r\n")
        with Supervisor(tmp_path / "run", [[process]], lambda _: None):
            assert early.recv(100).startswith(b"HTTP/1.0 200")


def asked_at(path: Path) -> bytes:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PROVIDER_WAITS)
        line.connect(str(path))
        line.sendall(b"GET / HTTP/1.0\r\n\r\n")
        return line.recv(100)


def test_a_socket_in_a_folder_outlives_the_server_and_goes_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "web.sock"
    process = web(tmp_path, f"unix:{path}")
    with watched(Supervisor(tmp_path / "run", [[process]], lambda _: None)):
        assert asked_at(path).startswith(b"HTTP/1.0 200")
        killed = process.pid
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        assert asked_at(path).startswith(b"HTTP/1.0 200")
        assert wait_for(lambda: process.pid != killed, 20)
        process.replace()
        assert asked_at(path).startswith(b"HTTP/1.0 200")
    assert not path.exists()


def test_a_socket_that_a_killed_owner_left_is_taken_over_a_file_is_not(tmp_path: Path) -> None:
    path = tmp_path / "web.sock"
    with socket.socket(socket.AF_UNIX) as earlier:
        earlier.bind(str(path))
    door = Door(f"unix:{path}")
    assert door.open() == door.open()
    door.close()
    path.write_text("somebody's letter")
    with pytest.raises(OSError, match="in use"):
        Door(f"unix:{path}").open()
    assert path.read_text() == "somebody's letter"


def test_a_socket_that_somebody_else_opened_is_used_and_left_to_them() -> None:
    with socket.create_server(("127.0.0.1", 0)) as theirs:
        door = Door(f"fd://{theirs.fileno()}")
        door.open()
        door.close()
        with socket.create_connection(theirs.getsockname(), timeout=5):
            pass


def test_an_address_in_use_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as theirs:
        process = web(tmp_path, f"127.0.0.1:{theirs.getsockname()[1]}")
        with pytest.raises(ProcessError, match=r"cannot listen at .*in use\. Choose"):
            process.start()
