"""The whole warmline as real processes, with the emulator in Twilio's place, to be measured."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests

from warmline.demo.stage import ACCOUNT, LINE, TOKEN
from warmline.domain.links import Links
from warmline.emulator import Emulator, HttpTransport, RealClock

AREAS = ("650", "415", "510", "408", "925", "707", "831", "209", "916", "530", "559", "805", "661")
WARMLINE = [sys.executable, "-c", "from warmline.cli import main; main()"]


def number(index: int) -> str:
    """The index-th number of the fictional ranges."""
    return f"+1{AREAS[index // 100]}55501{index % 100:02}"


def alias(index: int) -> str:
    """A name for the index-th supporter, in letters as callers hear it."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return f"Peer {letters[index // 26]}{letters[index % 26]}"


def line_toml(supporters: int, *, first_wave: int, wave_every: float, limits: str = "") -> str:
    """A line with many supporters, all on duty all day; `limits` as the file writes them."""
    days = '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'
    head = f"""
[line]
id = "county"
name = "County peer line"
numbers = ["{LINE}"]
time_zone = "America/Los_Angeles"
languages = ["en"]
[ringing]
first_wave = {first_wave}
wave_every = {wave_every}
[limits]
{limits}
[flood]
calls_a_minute = 6000
callers_waiting = 1000
[hours]
""" + "\n".join(f'{d} = ["00:00-00:00"]' for d in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    people = "".join(
        f"""
[[supporter]]
alias = "{alias(n)}"
phone = "{number(1 + n)}"
confirmed = true
languages = ["en"]
[[shift]]
supporter = "{alias(n)}"
days = {days}
hours = "00:00-00:00"
"""
        for n in range(supporters)
    )
    return head + "\n" + people


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class House:
    """A running warmline, and the provider that calls it."""

    emulator: Emulator
    address: str
    redis_url: str
    folder: Path
    """Its data."""
    pid: int
    """The process that looks after all others."""
    env: dict[str, str] = field(default_factory=dict)
    """The settings that all of them run with."""


@contextmanager
def running(folder: Path, toml: str) -> Iterator[House]:
    """`warmline serve` on a free port, as a process of its own, ended at the end."""
    emulator = Emulator(
        account_sid=ACCOUNT,
        auth_token=TOKEN,
        clock=RealClock(),
        transport=HttpTransport(),
        calls_per_second=None,
    )
    server = emulator.serve("127.0.0.1", 0)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    env = os.environ | {
        "WARMLINE_DATA": str(folder),
        "WARMLINE_BIND": f"127.0.0.1:{port}",
        "PUBLIC_URL": address,
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_API_BASE_URL": server.url,
        "WARMLINE_LOG_LEVEL": "warning",
        # The emulator has no limit here; the bucket is passed through all the same.
        "WARMLINE_CALLS_PER_SECOND": "100",
    }
    file = folder / "line.toml"
    file.write_text(toml)
    subprocess.run([*WARMLINE, "db", "upgrade"], env=env, check=True, capture_output=True)
    subprocess.run([*WARMLINE, "apply", str(file)], env=env, check=True, capture_output=True)
    log = (folder / "serve.log").open("w")
    house = subprocess.Popen([*WARMLINE, "serve"], env=env, stdout=log, stderr=log)
    try:
        _await(address)
        links = Links(address)
        emulator.add_number(
            LINE,
            voice_url=links.arrival,
            voice_fallback_url=links.fallback,
            status_callback=links.ended,
            sms_url=links.message,
        )
        from warmline.embedded import EmbeddedStore
        from warmline.running import store_folder

        yield House(
            emulator, address, EmbeddedStore(store_folder(folder)).url, folder, house.pid, env
        )
    finally:
        house.send_signal(signal.SIGINT)
        try:
            house.wait(20)
        except subprocess.TimeoutExpired:
            # Its children end with it: the leash sees to that.
            house.kill()
            house.wait()
        log.close()
        server.stop()
        emulator.close()


def _await(address: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            requests.get(address, timeout=1)
            return
        except requests.RequestException:
            time.sleep(0.1)
    raise TimeoutError(f"nothing answers at {address}")
