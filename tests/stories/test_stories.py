"""The stories of `warmline/demo/stories`, played against real stores, on both databases."""

from __future__ import annotations

import pytest
import redis

from warmline.demo.setting import open_stage
from warmline.demo.stories import STORIES, Story

IDS = [f"{story.number}-{story.slug}" for story in STORIES]


@pytest.mark.parametrize("story", STORIES, ids=IDS)
def test_story(story: Story, live: redis.Redis, database_url: str) -> None:
    """The call goes as told, nobody hears dead air, no job and no webhook fails."""
    stage = open_stage(story, live, database_url)
    story.play(stage)
    stage.wait(1)
    assert stage.expectations, "a story that expects nothing proves nothing"
    assert stage.failed_jobs() == []
    assert stage.emulator.dead_air() == []
    assert stage.emulator.alerts == []
    assert stage.emulator.warnings == []
    assert {r.status for r in stage.emulator.requests} <= {200, 204}


def test_every_acceptance_story_of_this_part_is_told() -> None:
    wanted = {"1", "2", "3", "5", "6", "8", "9", "10", "11", "12", "15", "18", "20", "23"}
    assert wanted <= {story.number for story in STORIES}
