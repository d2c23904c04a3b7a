"""A year for a county: sums of what was released, and nothing that was not."""

from __future__ import annotations

from typing import Any

from warmline.commands._year import told
from warmline.domain.release import ANSWERED, ARRIVED, CALLBACKS, OFFERED
from warmline.services.year import Sum, summary


def report(quarter: str, answered: int | None, handling: int | None = 20) -> dict[str, Any]:
    return {
        "quarter": quarter,
        "totals": {ARRIVED: 50, OFFERED: 40, ANSWERED: answered, CALLBACKS: None},
        "tables": [],
        "figures": [{"name": "handling", "unit": "min", "value": handling}],
    }


WHOLE = [report(f"2027-{month:02}-01", 31) for month in (1, 4, 7, 10)]


def test_a_whole_year_is_the_sum_of_its_quarters() -> None:
    found = summary(2027, [*WHOLE, report("2026-10-01", 500)])
    assert (found.reports, found.arrived, found.answered) == (4, Sum(200, 4), Sum(124, 4))
    assert found.units == Sum(4 * 41, 4), "31 talks of 20 minutes are 41 whole units a quarter"
    assert "Units of service: 164." in list(told(found))


def test_what_a_quarter_did_not_show_is_missing_and_said_to_be() -> None:
    found = summary(2027, [*WHOLE[:2], report("2027-07-01", None, None)])
    assert found.answered == Sum(62, 2)
    sentences = list(told(found))
    assert "Talks with a peer: at least 62 (shown in 2 quarters)." in sentences
    assert "Calls back that were asked for: too few to say." in sentences
    assert "Quarters with a report: 3 of 4." in sentences


def test_a_year_without_a_report_says_nothing() -> None:
    assert summary(2030, WHOLE).answered == Sum(0, 0)
    assert "Talks with a peer: too few to say." in list(told(summary(2030, WHOLE)))
