"""The stories of `warmline/demo/stories`, played against real stores, on both databases."""

from __future__ import annotations

import pytest
import redis

from warmline.demo.setting import open_stage
from warmline.demo.stage import Stage
from warmline.demo.stories import STORIES, Story
from warmline.emulator import DeadAir

IDS = [f"{story.number}-{story.slug}" for story in STORIES]


@pytest.mark.parametrize("story", STORIES, ids=IDS)
def test_story(story: Story, live: redis.Redis, database_url: str) -> None:
    """The call goes as told, nobody hears dead air, no job and no webhook fails."""
    stage = open_stage(story, live, database_url)
    story.play(stage)
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
    wanted = {"1", "2", "3", "5", "6", "8", "9", "10", "11", "12", "15", "18", "20", "22", "23"}
    assert wanted <= {story.number for story in STORIES}
