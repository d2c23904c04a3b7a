"""Who is asked for help when several callers wait: nobody who rests, sleeps or has said no."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.books import COUNTY, RIVER, SAGE
from warmline.domain.line import DutyWish, Limits, LineBook, Refused, Shift, Span
from warmline.domain.presence import Presence
from warmline.domain.surge import came, may_be_asked

NOON = datetime(2027, 5, 4, 19, 0, tzinfo=UTC)  # in California
HOUR = timedelta(hours=1)
BOOK = LineBook(line=COUNTY, supporters=(RIVER, SAGE))
BOTH = [RIVER, SAGE]
LATE = Shift(RIVER.id, "", Span(time(18), time(4)), first=date(2027, 5, 3))


def asked(book: LineBook, *presences: Presence) -> list[str]:
    return [one.alias for one in may_be_asked(book, {p.supporter: p for p in presences}, NOON)]


def test_who_is_off_and_rested_is_asked() -> None:
    assert asked(BOOK) == [RIVER.alias, SAGE.alias]


@pytest.mark.parametrize(
    "book",
    [
        replace(BOOK, unconfirmed=frozenset({RIVER.id})),
        replace(BOOK, no_texts=frozenset({RIVER.id})),
        replace(BOOK, refused=(Refused(RIVER.id, "21211"),)),
        replace(BOOK, wishes=(DutyWish(RIVER.id, on=False, since=NOON - HOUR, until=NOON + HOUR),)),
        replace(BOOK, wishes=(DutyWish(RIVER.id, on=True, since=NOON - HOUR, until=NOON + HOUR),)),
        replace(BOOK, supporters=(replace(RIVER, paused=True), SAGE)),
        replace(BOOK, supporters=(replace(RIVER, phone=""), SAGE)),
        replace(
            BOOK,
            supporters=(replace(RIVER, limits=Limits(quiet=Span(time(11), time(14)))), SAGE),
        ),
        replace(BOOK, shifts=(LATE,)),
    ],
    ids=["not confirmed", "no texts", "refused", "said off", "on already", "paused", "no phone",
         "quiet hours", "between shifts"],
)  # fmt: skip
def test_who_should_be_left_in_peace_is_not_asked(book: LineBook) -> None:
    assert asked(book) == [SAGE.alias]


@pytest.mark.parametrize(
    "presence",
    [
        Presence(RIVER.id, busy="leg"),
        Presence(RIVER.id, rest_until=NOON.timestamp() + 60),
        Presence(RIVER.id, off_until=NOON.timestamp() + 60),
        Presence(RIVER.id, practice_until=NOON.timestamp() + 60),
    ],
    ids=["on a call", "resting", "off", "practising"],
)
def test_whose_phone_could_not_ring_is_not_asked(presence: Presence) -> None:
    assert asked(BOOK, presence) == [SAGE.alias]


def test_from_when_until_when_an_own_word_counts() -> None:
    begins = DutyWish(RIVER.id, on=False, since=NOON, until=NOON + HOUR)
    over = DutyWish(RIVER.id, on=False, since=NOON - HOUR, until=NOON)
    assert asked(replace(BOOK, wishes=(begins,))) == [SAGE.alias]
    assert asked(replace(BOOK, wishes=(over,))) == [RIVER.alias, SAGE.alias]


@pytest.mark.parametrize(
    ("on", "since", "until", "counts"),
    [
        (True, -60, 120, True),
        (True, -61, 120, False),
        (True, 10, 120, True),
        (True, 11, 120, False),
        (True, 0, 11, True),
        (True, 0, 10, False),
        (False, 0, 120, False),
    ],
)
def test_who_came_has_said_on_and_is_so_now(on: bool, since: int, until: int, counts: bool) -> None:
    """Ten minutes after asking; what they said up to an hour before counts as an answer."""
    word = DutyWish(RIVER.id, on, NOON + HOUR * since / 60, NOON + HOUR * until / 60)
    ids = frozenset({RIVER.id})
    assert came(replace(BOOK, wishes=(word,)), ids, NOON, NOON + HOUR / 6) == counts


def test_who_came_is_counted_and_not_named() -> None:
    word = DutyWish(RIVER.id, on=True, since=NOON + HOUR / 60, until=NOON + 4 * HOUR)
    others = DutyWish("somebody", on=True, since=NOON, until=NOON + HOUR)
    after = replace(BOOK, wishes=(word, others))
    ids = frozenset(one.id for one in BOTH)
    assert came(BOOK, ids, NOON, NOON + HOUR / 6) == 0
    assert came(after, ids, NOON, NOON + HOUR / 6) == 1
