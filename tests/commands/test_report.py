"""`warmline report`, `measures` and `study` as they are typed."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.adapters.sql.test_outcomes import ROW
from tests.commands.test_forget import EXAMPLE, ran, run
from warmline import wiring
from warmline.adapters.boxes import boxed
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.quarters import SqlQuarters
from warmline.domain.after_talk import plain
from warmline.settings import Settings


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation with a line, in which twelve talked in the spring of 2025."""
    for name in os.environ:
        if name.startswith(("WARMLINE_", "TWILIO_")) or name.endswith(("_URL", "SECRET_KEY")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("WARMLINE_DATA", str(tmp_path / "data"))
    ran("db", "upgrade")
    ran("apply", str(EXAMPLE))
    settings = Settings.from_environ(os.environ)
    outcomes = SqlOutcomes(open_engine(settings.database_url), wiring.sealer(settings))
    for n in range(12):
        outcomes.record(replace(ROW, id=f"c{n}", day=date(2025, 5, 3)), {"answer:12": 1})
    return settings


def test_a_quarter_that_is_over_gets_its_report_once(tmp_path: Path) -> None:
    assert ran("report", "show") == "There is no report yet.\n"
    assert ran("report", "freeze") == "county, April to June 2025: its report is made.\n"
    assert ran("report", "freeze") == "No quarter waits for its report.\n"
    assert ran("report", "show") == "2025-04-01\n"
    told = ran("report", "show", "2025-04")
    assert "Calls that talked with a peer: 12" in told
    assert "Time to answer, median: 12 s" in told
    assert "Conversaciones" in ran("report", "show", "2025-04", "--language", "es")
    sheet, paper = tmp_path / "report.csv", tmp_path / "report.pdf"
    ran("report", "export", "2025-04", str(sheet))
    ran("report", "export", "2025-04", str(paper))
    assert "county,2025-04-01,1,totals,answered,12,," in sheet.read_text(encoding="utf-8-sig")
    assert paper.read_bytes().startswith(b"%PDF")
    assert paper.read_bytes().count(b"/Type /Page\n") == 1, "it is one sheet"


def test_of_a_quarter_without_a_report_nothing_is_told(tmp_path: Path) -> None:
    assert run("report", "show", "2024-01").exit_code == 2
    ran("report", "freeze")
    assert run("report", "export", "2025-04", str(tmp_path / "report.txt")).exit_code == 2


def test_lately_is_rough_and_silent_about_few(installed: Settings) -> None:
    outcomes = SqlOutcomes(open_engine(installed.database_url), wiring.sealer(installed))
    today = datetime.now(UTC).date()
    for n in range(27):
        outcomes.record(replace(ROW, id=f"new{n}", day=today))
    lines = ran("measures").splitlines()
    assert lines[2] == (
        "The last 30 days: calls that wanted a peer: 20; answered: 100 %, within a minute: 100 %, "
        "just left: 0 %."
    )


def test_few_calls_are_too_few_to_say() -> None:
    assert "calls that wanted a peer: 0; answered: too few to say" in ran("measures")


def test_a_study_from_its_keys_to_its_end(tmp_path: Path, installed: Settings) -> None:
    key, boxes = tmp_path / "evaluator.key", tmp_path / "boxes"
    said = ran("study", "keygen", str(key))
    assert run("study", "keygen", str(key)).exit_code == 2
    assert key.stat().st_mode & 0o077 == 0
    public = said.split('study_key = "')[1].split('"')[0]
    file = tmp_path / "line.toml"
    file.write_text(
        EXAMPLE.read_text("utf-8").replace("[line]", f'[line]\nstudy_key = "{public}"', 1)
    )
    ran("apply", str(file))
    engine = open_engine(installed.database_url)
    quarters = SqlQuarters(engine, wiring.sealer(installed))
    texts = [
        plain("123456", date(2027, 5, 3), (5, None, 1)),
        plain("7", date(2027, 6, 1), (None,) * 3),
    ]
    for n, text in enumerate(texts):
        quarters.study(f"k{n}", "county", boxed(public, text))
    exported = ran("study", "export")
    assert len({len(line) for line in exported.splitlines()}) == 1, "no length tells anything"
    boxes.write_text(exported)
    opened = ran("study", "open", "--key", str(key), str(boxes)).splitlines()
    assert opened[0] == "code,month,answer_1,answer_2,answer_3"
    assert sorted(opened[1:]) == ["123456,2027-05,5,,1", "7,2027-06,,,"]
    other = tmp_path / "other.key"
    ran("study", "keygen", str(other))
    assert run("study", "open", "--key", str(other), str(boxes)).exit_code == 2
    assert run("study", "end").exit_code == 2
    assert ran("study", "end", "--yes").startswith("Deleted: 2.")
    assert ran("study", "export") == ""


def test_what_is_no_key_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "line.toml"
    file.write_text(EXAMPLE.read_text("utf-8").replace("[line]", '[line]\nstudy_key = "abc"', 1))
    refused = run("apply", str(file))
    assert refused.exit_code == 2
    assert "This is no public key." in refused.output
