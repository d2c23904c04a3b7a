"""How the database is spoken to."""

from __future__ import annotations

import stat
from pathlib import Path

from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.migrations import upgrade


def test_nobody_else_may_read_the_file_wherever_it_lies(tmp_path: Path) -> None:
    """Also outside the data folder, which is for us alone anyway."""
    tmp_path.chmod(0o755)
    engine = open_engine(f"sqlite:///{tmp_path / 'elsewhere.db'}")
    with engine.connect():
        upgrade(engine)
        files = list(tmp_path.iterdir())
        assert len(files) > 1
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
