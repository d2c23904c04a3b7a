"""What a new supporter does, and whether their number may be rung."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.books import BOOK, RIVER, SAGE
from warmline.domain.onboarding import Progress, may_be_rung, steps

BOOK_WITH_STEPS = replace(BOOK, line=replace(BOOK.line, onboarding=("training", "a visit")))


def test_a_line_asks_for_an_agreement_and_whatever_else_it_likes() -> None:
    assert steps(BOOK) == ("agreement",)
    assert steps(BOOK_WITH_STEPS) == ("agreement", "training", "a visit")
    day = date(2027, 5, 3)
    assert Progress().missing(BOOK_WITH_STEPS) == ["agreement", "training", "a visit"]
    assert Progress(done={"training": day}).missing(BOOK_WITH_STEPS) == ["agreement", "a visit"]
    assert Progress(done={"agreement": day}).missing(BOOK) == []


def test_a_number_is_rung_once_it_is_confirmed() -> None:
    book = replace(BOOK, unconfirmed=frozenset({RIVER.id}))
    assert [may_be_rung(book, one) for one in (RIVER, SAGE)] == [False, True]
