"""Everything that a curious manager could look at a week later, in one form for two worlds.

What was drawn by lot (ids, seals, tokens) is taken out, so that two worlds in which the same
happened look alike to the letter. Times, counts, orders and names stay: they are what could tell.
"""

from __future__ import annotations

import logging
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import redis

from tests.leaks.search import SEALED
from tests.web.console import Console, Member
from tests.web.every_page import NO_VIEW, pages
from warmline.commands.status import told
from warmline.demo.stage import METRICS_TOKEN, Stage
from warmline.demo.stories._story import COORDINATOR
from warmline.domain.accounts import Grant, Role
from warmline.domain.kept import DAY
from warmline.logs import QUIET, SILENT
from warmline.services.board import board

LOT = (
    re.compile(SEALED.pattern.decode()),
    re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
    re.compile(r"(?<![0-9a-zA-Z])(?:CA|SM|CF|QU)?[0-9a-f]{16,64}(?![0-9a-zA-Z])"),
    re.compile(r'(?<=name="csrf_token" value=")[^"]+'),
    re.compile(r"/CreationDate \(D:\d{14}Z\)"),  # of a PDF, made when it is asked for
    re.compile(r"<[0-9A-F]{32}>"),  # a PDF's own id
    re.compile(r"(?<=wl:block:county:)[0-9a-f]{10}"),  # made with a key that was drawn by lot
    re.compile(r"(?<=wl:blocks:county \(b')[0-9a-f]{10}"),
    re.compile(r"(?<=\(b'by', b' )[0-9a-f]{10}"),
    re.compile(r"(?<=study_answer \(')[^)]*"),  # closed with a key of its own, of one length
)
"""What is drawn by lot, and tells nothing but that it was."""

WITH_THEIR_PERIOD = (b"wl:block:", b"wl:flagkey:")
"""Ends with the key of its period, whenever it was written."""

World = dict[str, Counter[str]]
"""Lines by place: how often each stands there."""


def plain(thing: object) -> str:
    """A line without what was drawn by lot."""
    text = thing.decode(errors="replace") if isinstance(thing, bytes) else str(thing)
    for pattern in LOT:
        text = pattern.sub("<lot>", text)
    return text


def differences(one: World, other: World) -> list[str]:
    """What stands in one world and not in the other, each line with its place and its world."""
    found = []
    for place in sorted({*one, *other}):
        mine, theirs = one.get(place, Counter()), other.get(place, Counter())
        found += [f"{place}: only here: {line}" for line in sorted((mine - theirs).elements())]
        found += [f"{place}: only there: {line}" for line in sorted((theirs - mine).elements())]
    return found


def in_the_database(file: Path) -> Iterator[str]:
    """Every row of every table there is, SQLite's own too."""
    with closing(sqlite3.connect(file)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in tables.fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  # our own names
                yield f"{name} {row}"


def in_the_store(connection: redis.Redis, past: float) -> Iterator[str]:
    """Every key with what it holds, scores too; but for what is gone by itself when so many seconds
    have passed. What ends at no midnight tells when it was last written: so that is a line, too.
    """
    for key in sorted(connection.scan_iter(count=1000)):
        if -1 != int(connection.ttl(key)) <= past:
            continue
        match connection.type(key):
            case b"string":
                held: list[Any] = [connection.get(key)]
            case b"hash":
                held = sorted(connection.hgetall(key).items())
            case b"set":
                held = sorted(connection.smembers(key))
            case b"zset":
                held = connection.zrange(key, 0, -1, withscores=True)
            case b"list":
                held = connection.lrange(key, 0, -1)
            case _:
                held = [connection.dump(key)]
        for one in held:
            yield f"{key.decode()} {one}"
        ends = int(connection.expiretime(key))
        if ends > 0 and ends % DAY and not key.startswith(WITH_THEIR_PERIOD):
            yield f"{key.decode()} ends at {ends}"


def in_the_logs(records: Iterable[logging.LogRecord], printed: str) -> Iterator[str]:
    """What a server would have written, as `warmline/logs.py` has it, without the time of writing:
    a line more is what would tell.
    """
    for record in records:
        least = logging.INFO
        if record.name.startswith(QUIET):
            least = logging.WARNING
        if record.name.startswith(SILENT):
            least = logging.CRITICAL + 1
        if record.levelno >= least:
            yield f"{record.levelname} {record.name}: {record.getMessage()}"
    for line in printed.splitlines():
        yield re.sub(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ", "", line)


def on_the_pages(member: Member) -> Iterator[str]:
    """Every page and download that somebody with every role can open."""
    for endpoint, method, address, _ in pages(member.console.app):
        if method != "GET" or endpoint in NO_VIEW:
            continue
        given = member.browser.opens(address)
        for line in given.get_data().decode(errors="replace").splitlines():
            yield f"{address} {given.status_code}: {line}"


def on_the_terminal(stage: Stage, now: float) -> Iterator[str]:
    """What `warmline status` tells."""
    for book in stage.roster.books():
        presences = stage.calls.presences([one.id for one in book.supporters])
        waiting = stage.calls.waiting(book.line.id)
        yield from told(board(book, presences, waiting, stage.calls.backlog(), now), book)


def seen(stage: Stage, console: Console, file: Path, logs: Iterable[str], now: float) -> World:
    """One world, as it lies open to somebody with every right at a moment later on."""
    shown = {"Authorization": f"Bearer {METRICS_TOKEN}"}
    places: dict[str, Iterable[object]] = {
        "database": list(in_the_database(file)),
        "store": list(in_the_store(stage.connection, now - stage.emulator.clock.now())),
        "logs": logs,
        "provider": [
            f"{kind} {one}"
            for kind, held in stage.emulator.provider_holds().items()
            for one in (held.items() if isinstance(held, dict) else held)
        ],
        "failed jobs": stage.failed_jobs(),
        "metrics": stage.app.test_client().get("/metrics", headers=shown).text.splitlines(),
        "status": list(on_the_terminal(stage, now)),
        "coordinator's phone": [one.body for one in stage.emulator.handset(COORDINATOR).messages],
    }
    # Only now: signing in leaves traces of whoever does. And at that moment: pages tell the minute.
    console.clock.__dict__["now"] = lambda: now
    manager = console.member("manager", *(Grant(role) for role in Role))
    places["pages"] = list(on_the_pages(manager))
    return {place: Counter(map(plain, lines)) for place, lines in places.items()}
