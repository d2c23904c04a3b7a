"""What is found about a line and its machinery, in sentences."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.books import COUNTY, JUNIPER, RIVER, SAGE, span
from warmline.domain.line import WEEK, Hours, LineBook, Place, Refused
from warmline.domain.shifts import weekly_shift
from warmline.ports import Pulse
from warmline.services.checking import Finding, Grade, line, machinery

NOW = datetime(2027, 5, 10, 17, 0, tzinfo=UTC)
"""Ten in the morning in California; the line is open from 8 to 22."""
ALL_DAY = weekly_shift(RIVER.id, frozenset(WEEK), span("07:00-23:00"))
SLOTS = tuple(
    Place(kind, kind, f"Our {kind[:3]}", f"+1650555018{n}", local=True, verify_by=NOW.date())
    for n, kind in enumerate(("eap", "therapy", "psychiatry", "cultural", "rights"))
)
CRISIS = Place("dv", "crisis", "A crisis line", "+16505550161", verify_by=NOW.date())
GOOD = LineBook(
    replace(COUNTY, alert_phone="+16505550119"),
    (RIVER, SAGE, JUNIPER),
    shifts=(ALL_DAY,),
    places=(*SLOTS, CRISIS),
)


def found(book: LineBook) -> list[Finding]:
    return list(line(book, NOW))


def bad(book: LineBook) -> list[str]:
    return [one.said for one in found(book) if one.grade is Grade.WRONG]


def of_line(**changed: Any) -> LineBook:
    return replace(GOOD, line=replace(GOOD.line, **changed))


def test_a_line_that_is_as_it_should_be() -> None:
    assert {one.grade for one in found(GOOD)} == {Grade.FINE}
    assert "has 2 supporters who can be rung" in found(GOOD)[0].said


def test_gaps_are_named_on_the_lines_own_clock() -> None:
    until_noon = replace(ALL_DAY, span=span("07:00-12:00"))
    assert bad(replace(GOOD, shifts=(until_noon,))) == [
        "County peer line is open and nobody is on duty from Mon 12:00 PDT to Mon 22:00 PDT."
    ]


@pytest.mark.parametrize(
    ("book", "said"),
    [
        (of_line(hours=Hours({})), "never opens"),
        (of_line(alert_phone=""), "no coordinator is told"),
        (replace(GOOD, supporters=(JUNIPER,)), "no supporter who can be rung"),
        (
            replace(GOOD, supporters=(RIVER, replace(SAGE, phone="", paused=True))),
            "the phone number of Sage cannot be read",
        ),
        (of_line(crisis_number="+16505550188"), "where nobody answers"),
        (of_line(crisis_number="988"), "where nobody answers"),
        (of_line(crisis_number="911"), "where nobody answers"),
        (of_line(crisis_number=""), "where nobody answers"),
    ],
)
def test_what_callers_would_meet_is_wrong_and_can_be_mended(book: LineBook, said: str) -> None:
    (one,) = [one for one in found(book) if said in one.said]
    assert one.grade is Grade.WRONG
    assert one.mend.endswith(".")


def test_a_slot_that_is_neither_filled_nor_waived_is_wrong() -> None:
    (said,) = bad(replace(GOOD, places=(*SLOTS[:3], CRISIS)))
    assert said.endswith("hear of nothing for cultural healing or rights at work.")


def test_an_overdue_row_is_noted_and_an_overdue_crisis_row_is_wrong() -> None:
    late = [replace(one, verify_by=date(2027, 5, 9)) for one in (SLOTS[0], CRISIS)]
    book = replace(GOOD, places=(*SLOTS[1:], *late))
    assert any("Our eap should be looked at again" in one.said for one in found(book))
    (said,) = bad(book)
    assert "nobody has made sure of A crisis line for too long" in said


def test_another_crisis_line_is_only_noted() -> None:
    other = "+1800" + "7997233"
    (one,) = [one for one in found(of_line(crisis_number=other)) if "key 9" in one.said]
    assert one.grade is Grade.NOTE
    leads_back = of_line(crisis_number=other, numbers=(other,))
    assert any("leads back" in said for said in bad(leads_back))


def test_no_supporters_number_is_told() -> None:
    words = str(found(replace(GOOD, shifts=()))) + str(found(of_line(alert_phone="")))
    assert RIVER.phone not in words


@dataclass
class Machinery(Pulse):
    """As it is told to be."""

    ticking: bool = True
    late: int = 0
    signed_on: dict[str, int] = field(default_factory=lambda: {"ring": 4, "other": 1})

    def beat(self) -> None: ...

    def ticks(self) -> bool:
        return self.ticking

    def overdue(self) -> int:
        return self.late

    def jobs(self) -> dict[str, int]:
        return {}

    def stuck(self, seconds: float) -> bool:
        return False

    def workers(self) -> dict[str, int]:
        return self.signed_on


def test_the_machinery() -> None:
    assert [(one.grade, one.said) for one in machinery(Machinery())] == [
        (Grade.FINE, 'The queue "ring" has 4 workers.'),
        (Grade.FINE, 'The queue "other" has 1 worker.'),
        (Grade.FINE, "A clock runs."),
    ]
    broken = machinery(Machinery(ticking=False, late=3, signed_on={"ring": 0, "other": 1}))
    assert [one.grade for one in broken] == [Grade.WRONG, Grade.FINE, Grade.WRONG, Grade.NOTE]


def test_a_number_that_the_provider_refuses_is_named_with_what_to_do() -> None:
    refused = replace(GOOD, refused=(Refused(RIVER.id, "21211"),))
    (finding,) = [one for one in found(refused) if "River is set aside" in one.said]
    assert finding.grade is Grade.WRONG
    assert "warmline apply" in finding.mend
    assert any("has 1 supporter who can be rung" in one.said for one in found(refused))


def test_a_number_that_is_not_confirmed_is_noted_with_what_to_do() -> None:
    (one,) = [
        finding
        for finding in found(replace(GOOD, unconfirmed=frozenset({RIVER.id})))
        if "has not confirmed their number" in finding.said
    ]
    assert one.grade is Grade.NOTE
    assert "warmline supporter confirm 'River'" in one.mend
