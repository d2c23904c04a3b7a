"""Whose phone would ring, and why the others' would not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.books import COUNTY, JUNIPER, LA, RIVER, SAGE, span
from warmline.domain.line import (
    WEEK,
    DutyWish,
    Kind,
    Limits,
    LineBook,
    Refused,
    Shift,
    Supporter,
)
from warmline.domain.presence import Presence
from warmline.domain.shifts import weekly_shift
from warmline.services.who import Verdict, who

NOON = datetime(2027, 5, 12, 12, 0, tzinfo=LA)
NOW = NOON.timestamp()


def daily(who: str, hours: str, *, backup: bool = False) -> Shift:
    return weekly_shift(who, frozenset(WEEK), span(hours), backup)


def verdict(person: Supporter, presence: Presence | None = None, **book: object) -> Verdict:
    """What is said of River, on duty from eight to two, or as `book` says."""
    whole = LineBook(COUNTY, (person,), (daily("r1", "08:00-14:00"),))
    live = {person.id: presence} if presence else None
    (only,) = who(replace(whole, **book), live, NOON, "en")  # type: ignore[arg-type]
    return only


def reasons(person: Supporter, presence: Presence | None = None, **book: object) -> list[str]:
    found = verdict(person, presence, **book)
    assert not found.would_ring
    assert found.order is None
    return found.reasons


def test_primaries_ring_before_backups_and_the_rested_before_the_others() -> None:
    book = LineBook(
        COUNTY,
        (replace(JUNIPER, paused=False), RIVER, SAGE, replace(SAGE, id="c1", alias="Cedar")),
        (
            daily("j1", "08:00-14:00", backup=True),
            daily("r1", "08:00-14:00"),
            daily("s1", "08:00-16:00"),
        ),
    )
    live = {"r1": Presence("r1", last_help=NOW - 60)}
    found = who(book, live, NOON, "en")
    assert [(one.alias, one.order, one.backup) for one in found] == [
        ("Sage", 1, False),
        ("River", 2, False),
        ("Juniper", 3, True),
        ("Cedar", None, False),
    ]
    assert found[0].until == datetime(2027, 5, 12, 16, 0, tzinfo=LA)
    assert found[0].reasons == []


def test_by_the_plan_alone_when_nothing_is_known_of_now() -> None:
    assert verdict(RIVER) == Verdict(
        "River", would_ring=True, order=1, reasons=[], until=NOON.replace(hour=14).astimezone(UTC)
    )


@pytest.mark.parametrize(
    ("person", "presence", "told"),
    [
        (replace(RIVER, paused=True), None, "paused"),
        (replace(RIVER, paused=True, phone=""), None, "phone number cannot be read"),
        (replace(RIVER, limits=Limits(quiet=span("11:00-13:00"))), None, "quiet hours 11:00-13:00"),
        (RIVER, Presence("r1", busy="leg"), "on a call, or their phone is ringing"),
        (RIVER, Presence("r1", rest_until=NOW + 600), "resting"),
        (RIVER, Presence("r1", off_until=NOW + 900), "by their own word until 12:15"),
        (
            RIVER,
            Presence("r1", shift=NOON.replace(hour=8).timestamp(), calls=4),
            "has taken 4 calls in this shift",
        ),
        (
            RIVER,
            Presence("r1", shift=NOON.replace(hour=8).timestamp(), talk_seconds=9000),
            "has talked 150 minutes in this shift",
        ),
    ],
)
def test_each_reason_is_told_in_plain_words(
    person: Supporter, presence: Presence | None, told: str
) -> None:
    (reason,) = reasons(person, presence)
    assert told in reason


def test_off_duty_says_when_they_are_on_next() -> None:
    assert reasons(RIVER, shifts=(daily("r1", "22:00-06:00"),)) == ["off duty, on next from 22:00"]
    assert reasons(RIVER, shifts=(daily("r1", "08:00-09:00", backup=True),)) == [
        "off duty, on next from Thu 2027-05-13 08:00, as a backup"
    ]
    assert reasons(RIVER, shifts=()) == ["off duty, and no shift planned in the coming week"]


def test_their_own_word_is_told_as_such() -> None:
    wish = DutyWish("r1", False, NOON - timedelta(hours=1), NOON + timedelta(minutes=20))
    assert reasons(RIVER, wishes=(wish,)) == ["off duty by their own word until 12:20"]


def test_wishes_of_the_caller() -> None:
    book = LineBook(COUNTY, (RIVER, SAGE, JUNIPER), (daily("r1", "08:00-14:00"),))
    told = {one.alias: one.reasons for one in who(book, None, NOON, "es", Kind.FAMILY_PEER)}
    assert list(told) == ["River", "Sage", "Juniper"]
    assert told["River"] == ["does not speak es", "is a peer"]
    assert told["Juniper"] == ["paused", "does not speak es"]


def test_whose_number_is_refused_is_set_aside_whatever_their_shift() -> None:
    book = LineBook(
        COUNTY, (RIVER, SAGE), (daily("r1", "08:00-14:00"),), refused=(Refused("r1", "21211"),)
    )
    (river, _) = sorted(who(book, None, NOON, "en"), key=lambda one: one.alias)
    assert not river.would_ring
    assert river.reasons == ["set aside, as the provider does not ring their number (error 21211)"]


def test_whose_number_is_not_confirmed_is_not_rung_whatever_their_shift() -> None:
    river = verdict(RIVER, unconfirmed=frozenset({"r1"}))
    assert not river.would_ring
    assert river.reasons == ["their number is not confirmed yet"]


def test_who_practises_is_not_rung_meanwhile() -> None:
    assert verdict(RIVER, Presence("r1", practice_until=NOW + 60)).reasons == ["in a practice call"]
    assert verdict(RIVER, Presence("r1", practice_until=NOW - 1)).would_ring
