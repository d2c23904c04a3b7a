"""The whole warmline on one machine: what `warmline serve` runs, and a telephone company."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Final

from warmline import wiring
from warmline.adapters.clock import SystemClock
from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.sql.accounts import SqlAccounts
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrations import upgrade
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.toml_line import read_line_file
from warmline.demo.web.desk import DemoDesk
from warmline.demo.web.line import EXAMPLE, demo_line
from warmline.domain.line import LineBook
from warmline.embedded import EmbeddedStore
from warmline.processes import Process, ProcessError, answers
from warmline.running import run_folder, stages, store_folder
from warmline.services.setup import apply
from warmline.settings import Settings
from warmline.supervisor import Supervisor

HERE: Final = "127.0.0.1"
PORT: Final = 8600
LINE_FILE: Final = "demo-line.toml"
"""The line of the demo. A folder in which it stands is one that the demo may empty."""


def run(data: Path, port: int | None, speed: float, say: Callable[[str], None]) -> None:
    """Run the demo until a signal ends it. Raises ProcessError when it cannot run here."""
    data = data.resolve()
    claim(data)
    page_port = port_for_the_page(port)
    env = environment(data, free_port(), page_port)
    settings = Settings.from_environ({**os.environ, **env})
    store = EmbeddedStore(store_folder(data), log=data / "logs" / "store.log")
    address = f"http://{HERE}:{page_port}"
    options = ["--port", str(page_port), "--speed", str(speed)]
    company = Process(
        "phones",
        [sys.executable, "-m", "warmline.demo.web", *options],
        run_folder(data),
        env=env,
        ready=answers(address),
        log=data / "logs" / "phones.log",
    )
    *inner, last = stages(settings, env, logs=data / "logs")
    everything: Sequence[Sequence[Process]] = [[store], *inner, [*last, company]]
    desk = DemoDesk()

    def ready() -> None:
        make_ready(settings)
        engine = open_engine(settings.database_url)
        desk.prepare(SqlAccounts(engine, wiring.sealer(settings)))
        engine.dispose()

    house = Supervisor(run_folder(data), everything, say, ready)
    house.run(lambda: say(f"{greeting(address)}\n{desk.told(settings)}"))


def greeting(address: str) -> str:
    """What is printed once everything runs."""
    return (
        f"The warmline is on. Its phones are on this page: {address}\n"
        "Dial, pick up, talk: no real phone rings. Ctrl-C ends everything that was started."
    )


def environment(data: Path, web_port: int, page_port: int) -> dict[str, str]:
    """The settings of the demo's processes. Nothing of a real installation's reaches them."""
    return {
        "WARMLINE_DATA": str(data),
        "WARMLINE_BIND": f"{HERE}:{web_port}",
        # A few phones need no more, and the demo starts sooner.
        "WARMLINE_RING_WORKERS": "1",
        "WARMLINE_WEB_WORKERS": "1",
        "PUBLIC_URL": f"http://{HERE}:{web_port}",
        "TWILIO_API_BASE_URL": f"http://{HERE}:{page_port}",
        "TWILIO_ACCOUNT_SID": f"AC{secrets.token_hex(16)}",
        "TWILIO_AUTH_TOKEN": secrets.token_hex(16),
        # Empty is not set: the database, the store and the key are those in the data folder.
        **dict.fromkeys(
            (
                "DATABASE_URL",
                "REDIS_URL",
                "SECRET_KEY",
                "TWILIO_API_KEY_SID",
                "TWILIO_API_KEY_SECRET",
                "WARMLINE_METRICS_TOKEN",
            ),
            "",
        ),
    }


def make_ready(settings: Settings) -> None:
    """Empty what an earlier demo has left, and set up the line anew."""
    empty(settings.data)
    text = demo_line(EXAMPLE.read_text(encoding="utf-8"))
    (settings.data / LINE_FILE).write_text(text, encoding="utf-8")
    engine = open_engine(settings.database_url)
    upgrade(engine)
    roster = SqlRoster(engine, wiring.sealer(settings), SystemClock())
    places = [row.place for row in seed_directory()]

    def read(others: Sequence[LineBook]) -> LineBook:
        return read_line_file(text, seed=places, others=others)

    # Ids in the order of the file: of two who have rested equally, the first is rung first.
    order = count(1)
    apply(roster, read, lambda: f"peer-{next(order):03}")
    engine.dispose()


def claim(data: Path) -> None:
    """Make a folder the demo's own; refuse one that holds something else."""
    if data.exists() and any(data.iterdir()) and not (data / LINE_FILE).exists():
        raise ProcessError(
            f"{data} holds something that the demo did not make."
            " Give the demo a folder of its own with --data."
        )
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    (data / LINE_FILE).touch()


def empty(data: Path) -> None:
    """Remove the calls and the line of an earlier demo, once nothing of it runs any more."""
    EmbeddedStore(store_folder(data)).end_leftovers()
    shutil.rmtree(store_folder(data), ignore_errors=True)
    for file in data.glob("warmline.db*"):
        file.unlink()


def port_for_the_page(wish: int | None) -> int:
    """The port that was asked for, or the usual one, or a free one when that is taken."""
    if wish is None:
        return PORT if is_free(PORT) else free_port()
    if not is_free(wish):
        raise ProcessError(f"Port {wish} is taken. Name another with --port, or leave it out.")
    return wish


def is_free(port: int) -> bool:
    """Whether nobody listens at a port of this machine."""
    with socket.socket() as probe:
        # As servers do: a port on which somebody listened a moment ago is free again.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HERE, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])
