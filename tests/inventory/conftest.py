"""Stories and one worker, looked at from beginning to end. Played once for all tests here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
import redis
from rq import Queue

from tests.databases import new_sqlite
from tests.inventory.ledger import Ledger
from tests.inventory.played import TELLING, Played, in_telling_order, listening
from warmline.adapters.rq_jobs import OTHER_QUEUE, RING_QUEUE, RqJobs
from warmline.demo.setting import open_stage
from warmline.demo.stage import Expectation, Stage
from warmline.demo.stories import STORIES, Story
from warmline.demo.stories._story import line_toml
from warmline.emulator import behaviours
from workers._discreet import DiscreetWorker


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


def _very_many_call(stage: Stage) -> None:
    """A flood of eight: to the store it is the same as the story's of two hundred."""
    for number in range(8):
        caller = stage.caller(f"+165055501{50 + number}").dials()
        stage.wait(5)
        caller.presses("1")
    stage.supporter("River").handset.behaviour = behaviours.Answers(3.0, keys=[(2.0, "2")])
    stage.wait(60)


FLOOD = line_toml("River", extra="\n[flood]\ncallers_waiting = 4\noffers_in_ten_minutes = 2\n")
EXTRA = [
    Story("", "very many call", FLOOD, _very_many_call),
    Story("", "a text that waits", line_toml("River"), _text_that_waits),
    Story("", "without sound", line_toml("River"), _without_sound),
    Story("", "a test call", line_toml("River"), _calls_itself),
]


@pytest.fixture(scope="module")
def played(connection: redis.Redis, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """A worker with a job that is done and one that fails, then stories until all is seen.

    What each of all the stories leaves is looked at in `tests/stories`.
    """
    found = Played(Ledger(connection))
    folder = tmp_path_factory.mktemp("inventory")
    with listening(found.log):
        connection.flushdb()
        _work(found)
        for number, story in enumerate([*EXTRA, *in_telling_order(STORIES)]):
            unseen = found.ledger.unseen()
            if number >= len(EXTRA) and not unseen:
                break
            if number >= len(EXTRA) + len(TELLING):
                found.beyond.append(f"before “{story.slug}”: {', '.join(unseen)}")
            _play(story, found, folder / f"{number}.db")
    yield found
    connection.flushdb()


def _play(story: Story, found: Played, file: Path) -> None:
    stage = open_stage(story, found.ledger.connection, new_sqlite(file.parent, file.name))
    found.watch(stage)
    # How a story goes is held elsewhere; here it is what it leaves behind.
    with suppress(Expectation):
        story.play(stage)
    found.end(stage, file)


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
