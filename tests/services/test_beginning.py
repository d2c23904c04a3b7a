"""What is missing before a line can open, by the facts that `warmline check` has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.books import BOOK, span
from warmline.domain.line import WEEK, Hours, LineBook, Place
from warmline.services.beginning import Step, may_open, states

Change = Callable[[LineBook], LineBook]

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
NEVER = Hours(dict.fromkeys(WEEK, ()))
ALWAYS = Hours(dict.fromkeys(WEEK, (span("00:00-00:00"),)))
SATURDAYS = Hours({WEEK[5]: (span("08:00-22:00"),)})
SLOTS = tuple(
    Place(kind, kind, kind, waived_by="RB", waived_why="there is none", enabled=False)
    for kind in ("eap", "therapy", "psychiatry", "cultural", "rights")
)
SAID = {"en": "A sentence.", "es": "Una frase."}
CRISIS = Place("988", "crisis", "988", short_code="988", method="operator page")


def missing(book: LineBook) -> set[Step]:
    return {one.step for one in states(book, AT) if not one.done}


def whole() -> LineBook:
    """A line that lacks nothing, closed for this day so that nobody need be on."""
    said = replace(BOOK.line, run_by=SAID, mandated_reporting=SAID)
    line = replace(said, hours=SATURDAYS, alert_phone="+16505550119")
    return replace(BOOK, line=line, places=(CRISIS, *SLOTS))


def test_a_new_line_lacks_everything_but_its_hours() -> None:
    line = replace(BOOK.line, alert_phone="", run_by={}, mandated_reporting={})
    lacks = missing(LineBook(line))
    assert {Step.STATEMENTS, Step.TOLD, Step.SUPPORTER, Step.SHIFT, Step.PLACES} <= lacks
    assert Step.CONFIRMED not in lacks  # nobody is there yet whose number it would be


@pytest.mark.parametrize(
    ("change", "step"),
    [
        (lambda book: replace(book, line=replace(book.line, hours=NEVER)), Step.HOURS),
        (lambda book: replace(book, line=replace(book.line, run_by={})), Step.STATEMENTS),
        (lambda book: replace(book, line=replace(book.line, alert_phone="")), Step.TOLD),
        (lambda book: replace(book, places=(CRISIS,)), Step.PLACES),
        (
            lambda book: replace(book, unconfirmed=frozenset(one.id for one in book.supporters)),
            Step.CONFIRMED,
        ),
        (lambda book: replace(book, line=replace(book.line, hours=ALWAYS), shifts=()), Step.SHIFT),
    ],
)
def test_each_thing_that_is_missing_is_told_at_its_own_step(change: Change, step: Step) -> None:
    before = missing(whole())
    after = missing(change(whole()))
    assert step not in before
    assert step in after
    assert not may_open(change(whole()), AT)
    assert may_open(whole(), AT)
