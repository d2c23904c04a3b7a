"""Pages under gunicorn at a hundred requests a second, beside a bare route of the same process."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

from tests.load.house import House, free_port, line_toml, running
from tests.load.table import Broken, Row, against, quantile
from warmline.demo.stage import ACCOUNT, LINE, TOKEN

PACE = 100.0
"""Requests a second, of all kinds together."""
SECONDS = 4.0
"""A round at that pace."""
QUIET = 1.5
"""Seconds of a stretch with, and of one without, slow requests beside the bare ones."""
SLOW_AT_ONCE = 8
"""Half of all threads are in a slow request."""
FORM = "application/x-www-form-urlencoded"


class Asker:
    """One kept connection to a server of ours."""

    def __init__(self, port: int, public: str) -> None:
        self._public = public
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)

    def post(self, path: str, sid: str) -> tuple[float, str]:
        """Seconds until the whole answer was there, and the answer."""
        form = {
            "AccountSid": ACCOUNT,
            "CallSid": sid,
            "From": "+16505550150",
            "To": LINE,
            "CallStatus": "in-progress",
            "Direction": "inbound",
        }
        signed = str(RequestValidator(TOKEN).compute_signature(f"{self._public}{path}", form))
        headers = {"X-Twilio-Signature": signed, "Content-Type": FORM}
        began = time.perf_counter()
        self._connection.request("POST", path, urlencode(form), headers)
        answer = self._connection.getresponse()
        body = answer.read().decode()
        took = time.perf_counter() - began
        if answer.status != 200:
            raise Broken(f"{path} answered {answer.status}")
        return took, body


@contextmanager
def gunicorn(house: House) -> Iterator[int]:
    """The warmline's app and the bare routes in one gunicorn, beside the house; its port."""
    port = free_port()
    server = ["gunicorn", "-c", "python:warmline.gunicorn_conf", "-b", f"127.0.0.1:{port}"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        [sys.executable, "-m", *server, "tests.load.both:app"],
        env=os.environ | house.env,
        stdout=quiet,
        stderr=quiet,
    )
    try:
        _await(port)
        yield port
    finally:
        process.terminate()
        process.wait(15)


def _await(port: int) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            Asker(port, "").post("/bare", "CA1")
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        else:
            return
    raise Broken("gunicorn does not answer")


def at_pace(port: int, public: str, serial: Iterator[int]) -> dict[str, list[float]]:
    """One round: a bare route, an arrival and a menu in turns, `PACE` a second."""
    took: defaultdict[str, list[float]] = defaultdict(list)
    lock, threads = threading.Lock(), 4
    began = time.perf_counter() + 0.1

    def ask(first: int) -> None:
        asker, menu = Asker(port, public), "/call"
        sid = f"CA{next(serial):032}"
        for n in range(first, int(PACE * SECONDS), threads):
            time.sleep(max(0.0, began + n / PACE - time.perf_counter()))
            kind = ("bare", "arrives", "menu")[(n // threads) % 3]
            if kind == "arrives":
                sid = f"CA{next(serial):032}"
            path = {"bare": "/bare", "arrives": "/call", "menu": menu}[kind]
            seconds, body = asker.post(path, sid)
            if kind == "arrives":
                menu = "/call/en/" + body.partition("/call/en/")[2].partition("/key")[0]
            with lock:
                took[kind].append(seconds)

    running_ = [threading.Thread(target=ask, args=(n,)) for n in range(threads)]
    for thread in running_:
        thread.start()
    for thread in running_:
        thread.join(30)
    return took


def beside_slow(port: int, public: str) -> tuple[list[float], list[float]]:
    """A bare route for a while alone, then for a while with slow requests beside it."""

    def bares() -> list[float]:
        asker, end = Asker(port, public), time.perf_counter() + QUIET
        took = []
        while time.perf_counter() < end:
            took.append(asker.post("/bare", "CA1")[0])
            time.sleep(0.005)
        return took

    alone = bares()
    stop = threading.Event()

    def slow() -> None:
        asker = Asker(port, public)
        while not stop.is_set():
            asker.post("/slow", "CA1")

    slows = [threading.Thread(target=slow) for _ in range(SLOW_AT_ONCE)]
    for thread in slows:
        thread.start()
    time.sleep(0.1)
    beside = bares()
    stop.set()
    for thread in slows:
        thread.join(10)
    return alone, beside


def measure(rounds: int) -> list[Row]:
    """Both measures, round after round."""
    took: defaultdict[str, list[list[float]]] = defaultdict(list)
    serial = count(1)
    with tempfile.TemporaryDirectory(prefix="warmline-bench-") as name:
        toml = line_toml(20, first_wave=1, wave_every=60)
        with running(Path(name), toml) as house, gunicorn(house) as port:
            at_pace(port, house.address, serial)  # warms up
            for _ in range(rounds):
                for kind, seconds in at_pace(port, house.address, serial).items():
                    took[kind].append(seconds)
                for kind, seconds in zip(
                    ("alone", "beside"), beside_slow(port, house.address), strict=True
                ):
                    took[kind].append(seconds)
    rows = []
    for kind, words in (("arrives", "a call arrives"), ("menu", "a menu is heard")):
        rows += against(
            f"100 requests/s: {words}", took[kind], took["bare"], (0.5, 1.8), (0.99, 2.5)
        )
    worst = max(quantile(one, 0.99) for one in took["beside"])
    rows += against("a bare route beside slow ones", took["beside"], took["alone"], (0.99, 5.0))
    return [
        *rows,
        Row("a bare route beside slow ones, worst round's p99", f"{worst * 1000:.2f} ms"),
    ]
