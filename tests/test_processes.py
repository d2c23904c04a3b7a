"""One process under the leash: real children, real signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from warmline.processes import Owner, Process, ProcessError, answers, wait_for

SLEEPER = "import time; print('awake', flush=True); time.sleep(60)"
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "print('awake', flush=True); time.sleep(60)"
)
# A parent that forks, as gunicorn does, and leaves its child behind when it is killed.
PARENT = "import os, time; os.fork() or print('awake', flush=True); time.sleep(60)"


def python(folder: Path, code: str, **more: Any) -> Process:
    log = folder / "log" / "child.log"
    said: dict[str, Any] = {"ready": lambda: log.exists() and "awake" in log.read_text()}
    return Process("child", [sys.executable, "-c", code], folder, log=log, **{**said, **more})


def started(process: Process) -> Process:
    process.start()
    process.wait_until_ready()
    return process


def test_it_runs_in_a_session_of_its_own_so_that_ctrl_c_does_not_reach_it(tmp_path: Path) -> None:
    child = started(python(tmp_path, SLEEPER))
    try:
        assert child.pid is not None
        assert os.getsid(child.pid) == child.pid != os.getsid(0)
    finally:
        child.stop()


MARKING = (
    "import os, pathlib, time; pathlib.Path(os.environ['READY_MARK']).touch();"
    "print('awake', flush=True); time.sleep(60)"
)


def test_one_that_was_started_a_moment_ago_can_be_replaced(tmp_path: Path) -> None:
    """Somebody asks for new code just as the old one was started again: it has signed nothing."""
    child = python(tmp_path, MARKING)
    child.start()
    first = child.pid
    child.replace()
    try:
        assert child.pid not in {None, first}
        assert child.exit_status() is None
        assert wait_for(child.formers_are_over, 5)
    finally:
        child.stop()


def test_one_that_cannot_step_aside_stays_the_one_that_is_looked_after(tmp_path: Path) -> None:
    child = started(python(tmp_path, MARKING))
    child.lock.rename(tmp_path / "elsewhere")
    try:
        with pytest.raises(ProcessError, match="cannot be replaced yet"):
            child.replace()
        assert child.pid is not None
    finally:
        (tmp_path / "elsewhere").rename(child.lock)
        child.stop()


def test_it_ends_when_asked(tmp_path: Path) -> None:
    child = started(python(tmp_path, SLEEPER))
    child.ask_to_end()
    assert wait_for(lambda: child.exit_status() == -signal.SIGTERM, 2)
    child.stop()
    assert not child.lives()


def test_one_that_does_not_listen_is_ended_after_its_grace(tmp_path: Path) -> None:
    child = started(python(tmp_path, STUBBORN))
    child.stop(grace=0.2)
    assert not child.lives()


def test_what_it_forked_ends_with_it(tmp_path: Path) -> None:
    child = started(python(tmp_path, PARENT))
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    assert wait_for(lambda: child.exit_status() is not None, 2)
    assert child.lives(), "what it forked still holds the lock"
    child.stop()
    assert not child.lives()


def test_what_an_earlier_owner_left_running_is_ended_before_a_new_start(tmp_path: Path) -> None:
    earlier = started(python(tmp_path, STUBBORN))
    later = python(tmp_path, SLEEPER, grace=0.2)
    started(later)
    try:
        assert earlier.exit_status() == -signal.SIGKILL
        assert later.exit_status() is None
    finally:
        later.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_it_ends_when_whoever_started_it_is_killed(tmp_path: Path) -> None:
    code = f"""
import sys, time
from pathlib import Path
from warmline.processes import Process
child = Process("child", [sys.executable, "-c", {SLEEPER!r}], Path({str(tmp_path)!r}))
child.start()
time.sleep(60)
"""
    owner = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert owner.stdout is not None
    assert owner.stdout.readline() == b"awake\n"
    probe = python(tmp_path, SLEEPER)
    assert probe.lives()
    owner.kill()
    owner.wait()
    owner.stdout.close()
    assert wait_for(lambda: not probe.lives(), 2)


def test_the_log_begins_anew_with_a_new_owner_and_goes_on_after_a_restart(tmp_path: Path) -> None:
    child = python(tmp_path, "print('awake', flush=True)", ready=lambda: False)
    for _ in range(2):
        child.start()
        assert wait_for(lambda: child.exit_status() == 0, 5)
    assert child.log is not None
    assert child.log.read_text() == "awake\nawake\n"

    again = python(tmp_path, "print('anew')", ready=lambda: False)
    again.start()
    assert wait_for(lambda: again.exit_status() == 0, 5)
    assert child.log.read_text() == "anew\n"


def test_one_that_ends_at_its_start_is_told_with_its_last_words(tmp_path: Path) -> None:
    child = python(tmp_path, "raise SystemExit('no such line')", ready=lambda: False)
    child.start()
    with pytest.raises(ProcessError, match=r"child ended at its start(.|\n)*no such line"):
        child.wait_until_ready()
    child.stop()


def test_one_that_never_gets_ready_is_told(tmp_path: Path) -> None:
    child = python(tmp_path, SLEEPER, ready=lambda: False, patience=0.3)
    child.start()
    with pytest.raises(ProcessError, match=r"not ready after 0\.3 s"):
        child.wait_until_ready()
    child.stop()


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, *words: object) -> None: ...


def test_an_address_is_ready_when_it_answers_with_anything_but_a_server_error() -> None:
    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    assert [answers(f"{base}/{status}")() for status in (200, 403, 404, 500)] == [
        True,
        True,
        True,
        False,
    ]
    server.shutdown()
    server.server_close()
    assert not answers(f"{base}/200")()


def test_a_folder_has_one_owner(tmp_path: Path) -> None:
    first, second = Owner(tmp_path), Owner(tmp_path)
    first.take()
    with pytest.raises(ProcessError, match=rf"process {os.getpid()}\) already works in .*End that"):
        second.take()
    first.leave()
    second.take()
    second.leave()


def test_waiting_is_bounded() -> None:
    began = time.monotonic()
    assert not wait_for(lambda: False, 0.2)
    assert time.monotonic() - began < 1
