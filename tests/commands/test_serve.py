"""`warmline serve` from its start to its end, with its real processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from warmline import leash
from warmline.processes import answers, wait_for

COMMAND = [sys.executable, "-c", "from warmline.cli import main; main()", "serve"]
NAMES = {"store", "ring-1", "other", "clock", "web"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An installation on one machine whose provider does not answer."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "WARMLINE_DATA": str(tmp_path / "data"),
        "WARMLINE_BIND": f"127.0.0.1:{free_port()}",
        "WARMLINE_RING_WORKERS": "1",
        "WARMLINE_WEB_WORKERS": "1",
        "PUBLIC_URL": "https://line.example.org",
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_AUTH_TOKEN": "made-up-for-this-test",
        "TWILIO_API_BASE_URL": "http://127.0.0.1:9",
    }


@pytest.fixture
def line(environ: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """`warmline serve`, open."""
    process = subprocess.Popen(
        COMMAND,
        env=environ,
        text=True,
        stdin=subprocess.DEVNULL,  # at a terminal SIGHUP would mean that its window was closed
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    heard = []
    for sentence in process.stdout:
        heard.append(sentence)
        if sentence == "The warmline is open at https://line.example.org\n":
            break
    assert process.poll() is None, "".join(heard)
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def living(environ: dict[str, str]) -> set[str]:
    folder = Path(environ["WARMLINE_DATA"])
    return {lock.stem for lock in folder.rglob("*.lock") if leash.is_held(str(lock))} - {"owner"}


def holder(environ: dict[str, str], name: str) -> int:
    """The process that a lock names; 0 in the moment in which it changes hands."""
    lock = Path(environ["WARMLINE_DATA"]) / "run" / f"{name}.lock"
    return int(lock.read_text() or 0) if lock.exists() else 0


def web_answers(environ: dict[str, str]) -> bool:
    return answers(f"http://{environ['WARMLINE_BIND']}/")()


@pytest.mark.slow
def test_it_opens_has_no_second_comes_back_after_accidents_and_ends_in_good_order(
    line: subprocess.Popen[str], environ: dict[str, str]
) -> None:
    assert living(environ) == NAMES
    assert web_answers(environ)

    second = subprocess.run(COMMAND, env=environ, text=True, capture_output=True, check=False)
    assert second.returncode == 1
    assert f"Another warmline (process {line.pid}) already works in" in second.stderr

    killed = {name: holder(environ, name) for name in ("web", "ring-1")}
    for pid in killed.values():
        os.kill(pid, signal.SIGKILL)
    assert wait_for(
        lambda: all(holder(environ, name) not in (0, pid) for name, pid in killed.items()), 10
    )
    assert wait_for(lambda: web_answers(environ), 10)
    assert living(environ) == NAMES

    line.send_signal(signal.SIGINT)
    assert line.wait(10) == 0
    assert living(environ) == set()
    assert not web_answers(environ)


@pytest.mark.slow
def test_restart_and_sighup_replace_everything_but_the_store(
    line: subprocess.Popen[str], environ: dict[str, str]
) -> None:
    before = {name: holder(environ, name) for name in NAMES - {"store"}}
    restart = [*COMMAND[:-1], "restart"]
    told = subprocess.run(restart, env=environ, text=True, capture_output=True, check=False)
    assert told.stdout == "Everything is replaced.\n", told.stderr
    after = {name: holder(environ, name) for name in before}
    assert not set(after.values()) & set(before.values())
    assert living(environ) == NAMES

    line.send_signal(signal.SIGHUP)
    assert wait_for(
        lambda: all(holder(environ, name) not in (0, pid) for name, pid in after.items()), 30
    )
    assert web_answers(environ)
    assert line.poll() is None


def test_restart_without_a_warmline_says_so(environ: dict[str, str]) -> None:
    restart = [*COMMAND[:-1], "restart"]
    told = subprocess.run(restart, env=environ, text=True, capture_output=True, check=False)
    assert told.returncode == 1
    assert "No `warmline serve` works in" in told.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_killed_it_leaves_nothing_behind(
    line: subprocess.Popen[str], environ: dict[str, str]
) -> None:
    line.kill()
    line.wait()
    assert wait_for(lambda: living(environ) == set(), 10)


def test_without_its_settings_it_says_what_is_missing(environ: dict[str, str]) -> None:
    del environ["PUBLIC_URL"], environ["TWILIO_AUTH_TOKEN"]
    told = subprocess.run(COMMAND, env=environ, text=True, capture_output=True, check=False)
    assert told.returncode == 2
    assert "PUBLIC_URL is not set" in told.stderr
    assert "TWILIO_AUTH_TOKEN is not set" in told.stderr
    assert "Traceback" not in told.stderr


def test_what_it_writes_is_for_nobody_else(environ: dict[str, str]) -> None:
    del environ["PUBLIC_URL"]
    subprocess.run(COMMAND, env=environ, capture_output=True, check=False)
    assert Path(environ["WARMLINE_DATA"]).stat().st_mode & 0o077 == 0
