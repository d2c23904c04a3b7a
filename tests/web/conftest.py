"""The same stages as the stories."""

from __future__ import annotations

from tests.stories.conftest import database_url, set_stage, sqlite_url

__all__ = ["database_url", "set_stage", "sqlite_url"]
