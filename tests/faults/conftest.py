"""Stages on which things go wrong."""

from __future__ import annotations

from tests.databases import sqlite_url
from tests.stories.conftest import set_stage

__all__ = ["set_stage", "sqlite_url"]
