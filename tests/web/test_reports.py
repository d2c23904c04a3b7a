"""Reports in the console: what an evaluator reads, prints and takes along."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.test_release import quarter
from tests.stories.conftest import SetStage
from tests.web.console import LAST_QUARTER, Console, Member, console_of
from warmline.demo.stage import Stage
from warmline.domain.accounts import Grant, Role
from warmline.domain.exact import OPEN
from warmline.ports.quarters import Quarter
from warmline.services.reports import Reports, document

FULL = date(2026, 4, 1)
HERE = "/console/county/reports"


def with_a_full_quarter(stage: Stage, name: str = "Línea <b>") -> None:
    """Before the summer, in which few called, there was a spring of many calls."""
    spring = Quarter("county", FULL)
    stage.quarters.minute(spring, 1, lambda _: {OPEN: 1})
    counts, sums = quarter(162, (14, 21, 12, 0, 31), waits=[90, 40, 16, 16])
    made = document(spring, name, "2026-07-03", counts, sums, {})
    stage.quarters.freeze(spring, lambda _: made)


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    stage = set_stage()
    with_a_full_quarter(stage)
    return console_of(stage, sqlite_url)


@pytest.fixture
def evaluator(console: Console) -> Member:
    return console.member("Ann", Grant(Role.EVALUATOR, "county"))


def read(member: Member, address: str) -> str:
    given = member.browser.opens(address)
    assert given.status_code == 200, address
    return given.text


def test_an_evaluator_finds_each_quarter_and_nothing_of_lately(evaluator: Member) -> None:
    listed = read(evaluator, HERE)
    assert "July to September 2026" in listed
    assert "April to June 2026" in listed
    assert evaluator.browser.opens("/console/county/lately").status_code == 403


def test_of_a_quarter_without_a_call_there_is_nothing_to_draw(evaluator: Member) -> None:
    page = read(evaluator, f"{HERE}/{LAST_QUARTER}")
    assert "fewer than 11" in page
    assert "<svg" not in page.partition("What became of them")[2].partition("</section>")[0]


def test_each_picture_is_told_and_stands_beside_its_table(evaluator: Member) -> None:
    page = read(evaluator, f"{HERE}/{FULL}")
    assert '<svg class="bars" role="img"' in page
    assert "talked with a peer: 162. went to a crisis line: 14." in page
    assert "Línea &lt;b&gt;: April to June 2026" in page
    assert "Abril a junio de 2026" in read(evaluator, f"{HERE}/{FULL}?lang=es")


def test_the_same_numbers_are_had_as_a_file_of_either_kind(evaluator: Member) -> None:
    csv = evaluator.browser.opens(f"{HERE}/{FULL}/csv")
    assert "county,2026-04-01,1,outcome,talked,162,," in csv.get_data(as_text=True)
    assert csv.headers["Content-Disposition"].endswith('"county-2026-04-01.csv"')
    pdf = evaluator.browser.opens(f"{HERE}/{FULL}/pdf")
    assert pdf.data.startswith(b"%PDF")
    assert pdf.data.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("quarter_", ["2026-10-01", "yesterday", "2026-99-01"])
def test_there_is_no_page_of_a_quarter_without_a_report(evaluator: Member, quarter_: str) -> None:
    assert evaluator.browser.opens(f"{HERE}/{quarter_}").status_code == 404


def test_the_report_that_was_made_is_the_one_that_is_read(console: Console) -> None:
    reports = Reports(console.stage.quarters, console.stage.roster, console.clock)
    before = reports.report("county", FULL)
    assert reports.freeze_due() == []
    assert reports.report("county", FULL) == before
