"""Whether the database has today's shape: asked until it has."""

from __future__ import annotations

import pytest

from tests.databases import bare_database_url
from warmline.adapters.sql import migrated as module
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrated import Migrated
from warmline.adapters.sql.migrations import upgrade
from warmline.domain.errors import StoreTrouble

__all__ = ["bare_database_url"]


def test_it_is_asked_until_it_is_so_and_then_believed(
    bare_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(bare_database_url)
    migrated = Migrated(engine)
    assert not migrated()
    upgrade(engine)
    assert migrated()

    def away(*_: object) -> bool:
        raise StoreTrouble("OperationalError")

    monkeypatch.setattr(module, "is_current", away)
    assert migrated()
    with pytest.raises(StoreTrouble):
        Migrated(engine)()
    engine.dispose()
