"""Stages for tests: a line, its supporters, their phones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import redis

from tests.databases import database_url, sqlite_url
from warmline.demo.setting import open_stage
from warmline.demo.stage import Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml

__all__ = ["database_url", "sqlite_url"]

SetStage = Callable[..., Stage]


@pytest.fixture
def set_stage(live: redis.Redis, sqlite_url: str) -> SetStage:
    """Sets a stage with a line, by default with River alone on duty all day."""

    def set_it(toml: str | None = None) -> Stage:
        story = Story("", "a test", toml or line_toml("River"), lambda stage: None)
        return open_stage(story, live, sqlite_url)

    return set_it
