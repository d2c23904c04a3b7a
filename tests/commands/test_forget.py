"""`warmline forget` and `warmline hold` as they are typed."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.past import SqlPast
from warmline.cli import main
from warmline.domain.outcome import Bucket, CallRow, Outcome

EXAMPLE = Path(__file__).parents[2] / "examples" / "county.toml"
SEALS = Sealer("a secret of the test")
OLD = CallRow(
    id="c1",
    line="county",
    day=date(2020, 5, 3),
    hour=21,
    language="es",
    open=True,
    outcome=Outcome.TALKED,
    wait=Bucket.UNDER_20_S,
    talk=Bucket.UNDER_40_MIN,
    offers=2,
    crisis_key=False,
)

A_WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def past(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SqlPast:
    """An installation with a line, and one call of years ago."""
    for name in os.environ:
        if name.startswith(("WARMLINE_", "TWILIO_")) or name.endswith(("_URL", "SECRET_KEY")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("WARMLINE_DATA", str(tmp_path / "data"))
    ran("db", "upgrade")
    ran("apply", str(EXAMPLE))
    engine = open_engine(f"sqlite:///{tmp_path / 'data' / 'warmline.db'}")
    SqlOutcomes(engine, SEALS).record(OLD)
    return SqlPast(engine)


def run(*words: str, says: str = "") -> Result:
    result = CliRunner().invoke(main, words, input=says)
    assert "Traceback" not in result.output
    return result


def ran(*words: str, says: str = "") -> str:
    result = run(*words, says=says)
    assert result.exit_code == 0, result.output
    return result.output


def test_what_had_its_time_is_told_and_stays_until_somebody_says_now(past: SqlPast) -> None:
    assert ran("forget") == "1 row of an ended call becomes a count.\n"
    assert past.lines() == ["county"]


def test_now_asks_and_then_deletes(past: SqlPast) -> None:
    assert run("forget", "--now", says="n\n").exit_code == 1
    assert past.lines() == ["county"]
    assert "It is deleted." in ran("forget", "--now", says="y\n")
    assert past.lines() == []
    assert past.counts()
    assert ran("forget", "--now") == "Nothing has had its time.\n"


def test_newer_rows_go_when_somebody_says_so(tmp_path: Path) -> None:
    ran("forget", "--now", "--yes")
    engine = open_engine(f"sqlite:///{tmp_path / 'data' / 'warmline.db'}")
    SqlOutcomes(engine, SEALS).record(replace(OLD, day=datetime.now(UTC).date() - A_WEEK))
    assert ran("forget") == "Nothing has had its time.\n"
    assert "1 row of an ended call" in ran("forget", "--days", "0", "--now", "--yes")


def test_a_legal_hold_takes_two_and_stops_it(past: SqlPast) -> None:
    ran("hold", "propose", "--by", "Ann", "--why", "Order 12 of the county court")
    assert "a second person does" in run("hold", "approve", "--by", "ann").stderr
    assert "becomes a count" in ran("forget"), "a proposal stops nothing"
    assert "From now on nothing is deleted" in ran("hold", "approve", "--by", "Ben")
    assert run("forget", "--now", "--yes").exit_code == 1
    assert past.lines() == ["county"]
    shown = ran("hold", "show")
    assert "Order 12 of the county court: on." in shown
    assert "Approved by Ben" in shown
    assert "A legal hold is on" in run("status").stdout
    assert "a second person" in ran("hold", "end", "--by", "Ann")
    assert run("forget").exit_code == 1
    assert "It is over." in ran("hold", "end", "--by", "Ben")
    assert "Ended by Ann and Ben" in ran("hold", "show")
    assert "It is deleted." in ran("forget", "--now", "--yes")


def test_what_is_wrong_with_a_hold_is_told_in_a_sentence() -> None:
    assert run("hold", "end", "--by", "Ann").stderr == "There is no legal hold.\n"
    assert ran("hold", "show") == "There is no legal hold, and there was none in the last year.\n"


def test_applying_the_lines_file_while_a_hold_is_on_changes_nothing_about_it() -> None:
    ran("hold", "propose", "--by", "Ann", "--why", "Order 12")
    ran("hold", "approve", "--by", "Ben")
    assert ran("apply", str(EXAMPLE)) == (
        "The line is as the file says already: nothing to change.\n"
    )
    assert "on." in ran("hold", "show")
