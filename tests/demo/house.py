"""The demo as a process of its own, used as its page uses it."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from warmline import leash, wiring
from warmline.embedded import EmbeddedStore
from warmline.processes import wait_for
from warmline.running import store_folder

COMMAND = [sys.executable, "-c", "from warmline.cli import main; main()", "demo"]
OURS = {"Content-Type": "application/json", "X-Warmline-Demo": "1"}
PEERS = ("river", "sage", "juniper")


class Demo:
    """A demo that runs: its address, its folder, and what can be done on its page."""

    def __init__(self, process: subprocess.Popen[str], url: str, data: Path) -> None:
        self.process = process
        self.url = url
        self.data = data

    def get(self, path: str = "/") -> str:
        """What an address of the page answers."""
        return self._ask("GET", path)

    def do(self, path: str, **body: object) -> None:
        """What a button of the page does."""
        self._ask("POST", f"/api/{path}", json.dumps(body))

    def _ask(self, method: str, path: str, body: str | None = None, late: int = 200) -> str:
        connection = HTTPConnection(self.url.removeprefix("http://"), timeout=20)
        try:
            connection.request(method, path, body, OURS if body else {})
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        assert answer.status in {200, late}, text
        return text

    def phone(self, key: str) -> dict[str, Any]:
        """What one phone shows now."""
        phones: list[dict[str, Any]] = json.loads(self.get("/api/phones"))["phones"]
        return next(phone for phone in phones if phone["key"] == key)

    def until(self, key: str, holds: Callable[[dict[str, Any]], bool], seconds: float = 15) -> None:
        """Wait until something is true of a phone."""
        assert wait_for(lambda: holds(self.phone(key)), seconds), self.phone(key)

    def hears(self, key: str, words: str) -> None:
        """Wait until a phone has heard some words."""
        self.until(key, lambda phone: words in " ".join(one["text"] for one in phone["captions"]))

    def quiet(self) -> None:
        """Everybody hangs up, has rested, and answers their own phone."""
        busy = [p for p in json.loads(self.get("/api/phones"))["phones"] if p["state"] != "idle"]
        for phone in busy:
            # Somebody else may have ended the call in the meantime.
            self._ask("POST", f"/api/phones/{phone['key']}/hang_up", "{}", late=409)
        for key in PEERS:
            self.do(f"phones/{key}/choice", choice="manual")
            self.until(key, lambda phone: phone["state"] == "idle")
        if busy:
            time.sleep(0.3)  # the last callbacks of these calls are on their way
        connection = wiring.connect(EmbeddedStore(store_folder(self.data)).url)
        for name in connection.scan_iter("wl:sup:*"):
            connection.delete(name)
        connection.close()

    def living(self) -> list[str]:
        """The names of its processes of which anything lives."""
        locks = [*self.data.glob("run/*.lock"), *self.data.glob("store/*.lock")]
        return sorted(lock.stem for lock in locks if leash.is_held(str(lock)))

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Ask it to end, as Ctrl-C does, and return its exit status."""
        self.process.send_signal(number)
        return self.process.wait(20)


@contextmanager
def running(data: Path, *options: str) -> Iterator[Demo]:
    """A demo in a folder, ended at the end."""
    process = subprocess.Popen(
        [*COMMAND, "--data", str(data), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    try:
        first = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", first)
        assert address, first + process.stdout.read()
        yield Demo(process, address.group(), data)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(20)
        process.stdout.close()
