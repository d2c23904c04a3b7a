"""`warmline plan` as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from warmline.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "county.toml"


def test_a_coordinator_is_told_how_many_should_be_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARMLINE_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def ran(*words: str) -> str:
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, result.output
        return result.output

    ran("db", "upgrade")
    ran("apply", str(EXAMPLE))
    told = ran("plan", "--calls", "2")
    assert "In its last whole quarter the line has counted fewer than 11 calls." in told
    assert "4 on shift are the fewest with whom 9 in 10 come to a peer" in told
    assert "If 5 call together while 4 are on: 2.8 come to a peer at once" in told
    assert "No number of people" in ran("plan", "--taken", "0.05")
    assert CliRunner().invoke(main, ["plan", "--taken", "1.5"]).exit_code == 2
