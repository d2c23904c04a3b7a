"""What a page costs inside the process: signature, one run of the judge, TwiML; against Flask."""

from __future__ import annotations

import io
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from typing import Any

import redis
from flask import Flask
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder

from tests.databases import new_sqlite
from tests.load.bare import bare
from tests.load.table import Broken, Row, against, median_of, ms
from warmline.demo.setting import open_stage
from warmline.demo.stage import ACCOUNT, LINE, PUBLIC_URL, TOKEN, Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml
from warmline.embedded import EmbeddedStore

EACH = 250
"""Requests of each kind in a round."""
MOST = 8.0
Requests = dict[str, Callable[[], dict[str, Any]]]


def environ(path: str, sid: str, digits: str = "") -> dict[str, Any]:
    """One signed request of the provider's, as a WSGI server hands it over."""
    form: dict[str, str] = {
        "AccountSid": ACCOUNT,
        "ApiVersion": "2010-04-01",
        "CallSid": sid,
        "CallStatus": "in-progress",
        "Called": LINE,
        "Caller": "+16505550150",
        "Direction": "inbound",
        "From": "+16505550150",
        "To": LINE,
        "Digits": digits,
    }
    signed = str(RequestValidator(TOKEN).compute_signature(f"{PUBLIC_URL}{path}", form))
    headers = {"X-Twilio-Signature": signed}
    builder = EnvironBuilder(
        path, base_url=PUBLIC_URL, method="POST", data=form, headers=Headers(headers)
    )
    return builder.get_environ()


def timed(app: Flask, asked: dict[str, Any]) -> tuple[float, float]:
    """Seconds until the last byte of the answer was given, and until all was done."""
    said: list[str] = []

    def note(status: str, headers: Any, trouble: Any = None, /) -> Any:
        said.append(status)

    began = time.perf_counter()
    body: Iterable[bytes] = app.wsgi_app(asked, note)
    given = b"".join(body)
    answered = time.perf_counter()
    getattr(body, "close", lambda: None)()
    over = time.perf_counter()
    if not said[0].startswith("200") or not given:
        raise Broken(f"{asked['PATH_INFO']} answered {said[0]}")
    return answered - began, over - began


def requests_of(stage: Stage) -> Requests:
    """What is asked for in turns: each gives a fresh request."""
    serial = count(1)

    def prepared(path: str, *steps: str, digits: str = "") -> Callable[[], dict[str, Any]]:
        sid = f"CA{next(serial):032}"
        timed(stage.app, environ("/call", sid))
        call = stage.calls.known(sid)
        for step in steps:
            timed(stage.app, environ(f"/call/en/{call}/{step}", sid))
        return lambda: environ(f"/call/en/{call}/{path}", sid, digits)

    return {
        "a call arrives": lambda: environ("/call", f"CA{next(serial):032}"),
        "a menu is heard": prepared("menu"),
        "the crisis door is heard": prepared("crisis"),
        "a key leads to a page": prepared("menu/key", digits="4"),
        "a caller comes to wait": prepared("wait"),
        "a waiting caller is told": prepared("waiting", "wait", "waiting"),
    }


def measure(rounds: int) -> list[Row]:
    """All pages and the bare route in turns."""
    with (
        tempfile.TemporaryDirectory(prefix="warmline-bench-") as name,
        EmbeddedStore(Path(name) / "store") as store,
    ):
        connection = redis.Redis.from_url(store.url)
        story = Story("", "a bench", line_toml("River", "Sage", "Juniper"), lambda stage: None)
        stage = open_stage(story, connection, new_sqlite(Path(name)))
        stage.working = False
        return _rows(stage, rounds)


def _rows(stage: Stage, rounds: int) -> list[Row]:
    floor, asked = bare(), requests_of(stage)
    answered: defaultdict[str, list[list[float]]] = defaultdict(list)
    over: defaultdict[str, list[list[float]]] = defaultdict(list)
    for _ in range(rounds + 1):
        took: dict[str, list[tuple[float, float]]] = {name: [] for name in (*asked, "")}
        for _ in range(EACH):
            nothing = environ("/bare", "CA1")
            nothing["wsgi.errors"] = io.StringIO()
            took[""].append(timed(floor, nothing))
            for name, request in asked.items():
                took[name].append(timed(stage.app, request()))
        for name, pairs in took.items():
            answered[name].append([pair[0] for pair in pairs])
            over[name].append([pair[1] for pair in pairs])
    # The first round warms up.
    rows = [
        row
        for name in asked
        for row in against(f"in process: {name}", answered[name][1:], answered[""][1:], (0.5, MOST))
    ]
    late = {
        name: median_of(over[name][1:], 0.5) - median_of(answered[name][1:], 0.5) for name in asked
    }
    dearest = max(late, key=lambda name: late[name])
    return [*rows, Row(f"in process: afterwards, most after: {dearest}", ms(late[dearest]))]
