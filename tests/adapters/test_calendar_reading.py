"""Somebody else's calendar, as calendars of phones and offices write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.books import BOOK, span
from warmline.adapters.calendar_reading import read_calendar
from warmline.adapters.calendars import write_calendar
from warmline.domain.shifts import occurrences

LA = ZoneInfo("America/Los_Angeles")
FRIDAY = date(2027, 5, 7)


def calendar(*events: str) -> bytes:
    bodies = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n{bodies}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


REPEATS = """
UID:a
SUMMARY:River
DTSTART;TZID=America/Los_Angeles:20270507T220000
DTEND;TZID=America/Los_Angeles:20270508T060000
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;WKST=SU
EXDATE;TZID=America/Los_Angeles:20270521T220000
"""
MOVED = """
UID:a
SUMMARY:River
RECURRENCE-ID;TZID=America/Los_Angeles:20270604T220000
DTSTART;TZID=America/Los_Angeles:20270605T200000
DTEND;TZID=America/Los_Angeles:20270605T230000
"""


def test_a_repeating_night_keeps_its_rhythm_its_days_without_and_the_one_that_was_moved() -> None:
    night, moved = read_calendar(calendar(REPEATS, MOVED), LA).rows
    assert (night.who, night.first, night.span) == ("River", FRIDAY, span("22:00-06:00"))
    assert night.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
    assert night.without == (date(2027, 5, 21), date(2027, 6, 4))
    assert (moved.first, moved.span, moved.rule) == (date(2027, 6, 5), span("20:00-23:00"), "")


def test_a_time_in_utc_is_read_on_the_lines_clock() -> None:
    (one,) = read_calendar(
        calendar("SUMMARY:Sage\nDTSTART:20270508T050000Z\nDURATION:PT2H"), LA
    ).rows
    assert (one.first, one.span) == (FRIDAY, span("22:00-00:00"))


def test_what_is_no_shift_is_told_and_what_was_cancelled_is_not_there() -> None:
    found = read_calendar(
        calendar(
            "SUMMARY:Holiday\nDTSTART;VALUE=DATE:20270507",
            "SUMMARY:Long\nDTSTART:20270507T080000\nDTEND:20270509T080000",
            "SUMMARY:Yearly\nDTSTART:20270507T080000\nDTEND:20270507T090000\nRRULE:FREQ=YEARLY",
            "SUMMARY:Early\nDTSTART:20270508T050000Z\nDTEND:20270508T060000Z\n"
            "RRULE:FREQ=WEEKLY;BYDAY=SA",
            "SUMMARY:Gone\nSTATUS:CANCELLED\nDTSTART:20270507T080000\nDTEND:20270507T090000",
        ),
        LA,
    )
    assert found.rows == ()
    assert [(one.number, one.why) for one in found.unread] == [
        (1, "all day"),
        (2, "span"),
        (3, "rule"),
        (4, "zone"),
    ]


def test_what_is_no_calendar_says_so() -> None:
    for file in (b"", b"BEGIN:VCALENDAR", b"who,day", b"\xff\xfe\x00", b"BEGIN:VCALENDAR\r\nX"):
        found = read_calendar(file, LA)
        assert found.rows == ()


def test_our_own_calendars_are_read_back_with_the_same_hours() -> None:
    coming = list(occurrences(BOOK, date(2027, 11, 1), date(2027, 11, 14)))
    file = write_calendar(coming, LA, datetime(2027, 11, 1, tzinfo=UTC))
    found = read_calendar(file, LA)
    assert found.unread == ()
    assert [(one.first, one.span) for one in found.rows] == [
        (one.day, one.shift.span) for one in coming
    ]


LINES = st.sampled_from(
    [
        "DTSTART:20270507T080000",
        "DTSTART:x",
        "DTSTART;TZID=No/Where:20270507T080000",
        "DTSTART;VALUE=DATE:20270507",
        "DTSTART:99991231T235959Z",
        "DTSTART:00010101T000000Z",
        "DTEND:20270507T090000",
        "DTEND;VALUE=DATE:20270508",
        "DURATION:PT1H",
        "DURATION:-PT1H",
        "DURATION:x",
        "RRULE:FREQ=WEEKLY;BYDAY=FR",
        "RRULE:FREQ=WEEKLY;UNTIL=20270601T000000Z",
        "RRULE:FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO",
        "RRULE:x",
        "EXDATE:20270514T080000",
        "EXDATE:x",
        "RECURRENCE-ID:20270507T080000",
        "RECURRENCE-ID:x",
        "SUMMARY:River",
        "UID:a",
        "STATUS:CANCELLED",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(LINES, max_size=7).map("\n".join), max_size=3))
def test_no_calendar_is_so_broken_that_it_is_not_told(events: list[str]) -> None:
    found = read_calendar(calendar(*events), LA)
    assert len(found.rows) + len(found.unread) <= max(1, len(events))
