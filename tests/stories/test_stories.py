"""The stories of `warmline/demo/stories`, played against real stores, on both databases."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import redis

from tests.inventory.ledger import Ledger
from tests.inventory.played import Played, listening
from tests.leaks.places import CALLERS, SUPPORTERS, end_everything, what_is_left
from tests.leaks.search import finds
from warmline.demo.setting import open_stage
from warmline.demo.stage import Stage
from warmline.demo.stories import STORIES, Story
from warmline.emulator import DeadAir

IDS = [f"{story.number}-{story.slug}" for story in STORIES]


@pytest.mark.parametrize("story", STORIES, ids=IDS)
def test_story_and_nothing_is_left_of_it(
    story: Story,
    live: redis.Redis,
    sqlite_url: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The call goes as told; meanwhile and afterwards only what is declared is stored.

    Five minutes after the last phone was put down, no form of a number is left anywhere. That
    holds for River, too, who calls from the very phone that is in the roster.
    """
    caplog.set_level(logging.DEBUG)
    found = Played(Ledger(live))
    with listening(found.log, aloud=True):
        stage = open_stage(story, live, sqlite_url)
        found.watch(stage)
        story.play(stage)
        went_as_told(stage)
        found.end(stage, tmp_path / "warmline.db")
        end_everything(stage)
    out, err = capfd.readouterr()
    left = what_is_left(stage, tmp_path, caplog.text + out + err)
    assert finds((*CALLERS, *SUPPORTERS), left) == []
    assert stage.calls.backlog() == 0
    assert found.objections() == []


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("story", STORIES, ids=IDS)
def test_story_on_postgresql(story: Story, live: redis.Redis, database_url: str) -> None:
    """The same calls on the other database."""
    stage = open_stage(story, live, database_url)
    story.play(stage)
    went_as_told(stage)


def went_as_told(stage: Stage) -> None:
    """A second later nobody has heard dead air, and no job and no webhook has failed."""
    stage.wait(1)
    assert stage.expectations, "a story that expects nothing proves nothing"
    assert stage.failed_jobs() == []
    assert silences(stage) == []
    assert stage.emulator.alerts == []
    assert stage.emulator.warnings == []
    assert {r.status for r in stage.emulator.requests} <= {200, 204}


def silences(stage: Stage) -> list[DeadAir]:
    """Every silence of more than 3 s in a caller's ear, listening for a key included (P1).

    A caller who is in a talk may be silent with the other; nobody speaks on this stage.
    """
    supporters = {one.phone for book in stage.roster.books() for one in book.supporters}
    spans = stage.emulator.dead_air(kinds=("dead", "gather"))
    return [span for span in spans if span.number not in supporters]


def test_every_acceptance_story_of_this_part_is_told() -> None:
    wanted = {
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
        "12",
        "15",
        "18",
        "20",
        "21",
        "22",
        "23",
    }
    assert wanted <= {story.number for story in STORIES}
