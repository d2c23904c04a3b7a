"""All stories and one worker, looked at from beginning to end. Played once for all tests here."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial

import pytest
import redis
import structlog
from rq import Queue

from tests.databases import new_sqlite
from tests.inventory.ledger import Ledger, unknown_columns
from warmline import logs
from warmline.adapters.rq_jobs import OTHER_QUEUE, RING_QUEUE, RqJobs
from warmline.demo.setting import open_stage
from warmline.demo.stage import Expectation, Stage
from warmline.demo.stories import STORIES, Story
from warmline.demo.stories._story import line_toml
from workers._discreet import DiscreetWorker

EVERY = 10.0
"""Seconds of emulated time between two looks."""


@dataclass
class Played:
    """What was found while everything was played."""

    ledger: Ledger
    columns: set[str] = field(default_factory=set)
    log: list[set[str]] = field(default_factory=list)
    at_provider: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    """What phones that rang showed as the caller's number."""


def _without_sound(stage: Stage) -> None:
    """What no story does: a waiting caller turns the sound off."""
    stage.caller().reaches_waiting().presses("5")
    stage.wait(5)


def _calls_itself(stage: Stage) -> None:
    """Nor this: a test call, to its end."""
    test = stage.workshop.selftest
    run = test.begin("county")
    assert run is not None
    test.go_on(run.id)
    stage.wait(95)
    verdict = test.verdict(run.id)
    assert verdict is not None
    assert verdict.failed is None


def _text_that_waits(stage: Stage) -> None:
    """Nor this: the number of a place is wished as a text while no worker comes."""
    caller = stage.caller().reaches_waiting()
    caller.presses("4")
    caller.hears("places-intro")
    stage.working = False
    caller.presses("6")
    stage.wait(12)
    stage.working = True


EXTRA = [
    Story("", "a text that waits", line_toml("River"), _text_that_waits),
    Story("", "without sound", line_toml("River"), _without_sound),
    Story("", "a test call", line_toml("River"), _calls_itself),
]


@pytest.fixture(scope="module")
def played(connection: redis.Redis, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """Every story, then a worker with a job that is done and one that fails."""
    found = Played(Ledger(connection))
    folder = tmp_path_factory.mktemp("inventory")
    with listening(found.log):
        for number, story in enumerate([*STORIES, *EXTRA]):
            _play(story, found, new_sqlite(folder, f"{number}.db"))
            found.columns |= set(unknown_columns(folder / f"{number}.db"))
        connection.flushdb()
        _work(found)
    yield found
    connection.flushdb()


def _play(story: Story, found: Played, database_url: str) -> None:
    stage = open_stage(story, found.ledger.connection, database_url)
    stage.emulator.every(EVERY, found.ledger.look)
    # How a story goes is held elsewhere; here it is what it leaves behind.
    with suppress(Expectation):
        story.play(stage)
    for handset in stage.emulator.handsets():
        found.shown |= {call.other for call in handset.calls if not call.outgoing}
        if handset.calls and handset.calls[-1].state != "ended":
            handset.calls[-1].hang_up()
    stage.wait(90)
    found.ledger.look(ended=True)
    found.at_provider |= set(stage.emulator.provider_holds())


def _work(found: Played) -> None:
    connection = found.ledger.connection
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workers.texting.text", partial(_done, found.ledger))
        patch.setattr("workers.alarms.nobody_answered", _fails)
        jobs = RqJobs(connection)
        jobs.text("supporter", "line", "words")
        jobs.nobody_answered("line")
        found.ledger.look()
        queues = [Queue(name, connection=connection) for name in (RING_QUEUE, OTHER_QUEUE)]
        worker = DiscreetWorker(queues, connection=connection, log_job_description=False)
        worker.work(burst=True, with_scheduler=False, logging_level="CRITICAL")
    found.ledger.look()


def _done(ledger: Ledger, *_: str) -> None:
    """A job; the store is looked at while it runs."""
    ledger.look()


def _fails(*_: str) -> None:
    """A job that fails."""
    raise ValueError


@contextmanager
def listening(lines: list[set[str]]) -> Iterator[None]:
    """Note the fields of every log line, before the allow-list drops any."""

    def note(_logger: object, _method: str, line: structlog.typing.EventDict) -> str:
        lines.append(set(line))
        raise structlog.DropEvent

    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    for name in levels:
        logging.getLogger(name).setLevel(logging.WARNING)
    stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)
    structlog.configure(processors=[structlog.processors.add_log_level, stamp, note])
    try:
        yield
    finally:
        structlog.reset_defaults()
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
