"""A supporter's calendar, read as a phone would read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from tests.books import BOOK, JUNIPER, LA, RIVER, SAGE, span
from warmline.adapters.calendars import write_calendar
from warmline.domain.line import WEEK, DayOff, LineBook, Role, Swap
from warmline.domain.shifts import one_off_shift, weekly_shift
from warmline.services.calendars import GUESSES, Calendars, TooManyGuesses

NIGHTS = replace(weekly_shift(RIVER.id, frozenset(WEEK), span("22:00-06:00")), id="nights")
EVE = date(2027, 3, 13)


class Shelf:
    """A line in memory, with addresses and a clock."""

    def __init__(self, **parts: object) -> None:
        whole = replace(BOOK, shifts=(NIGHTS,), days_off=())
        self.book: LineBook = replace(whole, **parts)  # type: ignore[arg-type]
        self.kept: dict[str, str] = {}
        self.at = datetime(2027, 3, 10, tzinfo=UTC)
        self.guesses: list[float] = []
        self.calendars = self.another_process()

    def another_process(self) -> Calendars:
        return Calendars(self, self, self, write_calendar, self.count)  # type: ignore[arg-type]

    def count(self, _what: str, seconds: int) -> int:
        self.guesses = [at for at in self.guesses if self.now() - at < seconds] + [self.now()]
        return len(self.guesses)

    def now(self) -> float:
        return self.at.timestamp()

    def books(self) -> list[LineBook]:
        return [self.book]

    def keep_calendar(self, supporter_id: str, secret: str) -> None:
        self.kept = {hashed: who for hashed, who in self.kept.items() if who != supporter_id}
        self.kept[secret] = supporter_id

    def drop_calendar(self, supporter_id: str) -> bool:
        before = dict(self.kept)
        self.kept = {hashed: who for hashed, who in before.items() if who != supporter_id}
        return self.kept != before

    def whose_calendar(self, secret: str) -> str | None:
        return self.kept.get(secret)

    def reads(self, who: str = RIVER.id) -> dict[date, tuple[datetime, datetime]]:
        """What a phone makes of the file: each shift by its day, as instants."""
        file = self.calendars.file(self.calendars.give(who))
        assert file is not None
        events = Calendar.from_ical(file).walk("VEVENT")
        assert {str(one["SUMMARY"]) for one in events} <= {"Warmline shift"}
        return {
            one.decoded("dtstart").date(): (
                one.decoded("dtstart").astimezone(UTC),
                one.decoded("dtend").astimezone(UTC),
            )
            for one in events
        }


@pytest.mark.parametrize(
    ("eve", "hours"), [(EVE, 7), (date(2027, 11, 6), 9), (date(2027, 5, 3), 8)]
)
def test_a_night_has_its_true_length_in_the_calendar(eve: date, hours: int) -> None:
    shelf = Shelf()
    shelf.at = datetime.combine(eve, time(12), LA)
    start, end = shelf.reads()[eve]
    assert (end - start) == timedelta(hours=hours)
    assert start.astimezone(LA).time() == time(22)


def test_the_file_brings_the_zones_rules_and_no_number() -> None:
    shelf = Shelf()
    file = shelf.calendars.file(shelf.calendars.give(RIVER.id))
    assert file is not None
    assert b"BEGIN:VTIMEZONE" in file
    assert b"TZOFFSETTO:-0700" in file
    for private in (b"650555", b"555011", b"River", b"County"):
        assert private not in file


def test_days_off_and_swaps_are_in_it_at_once() -> None:
    may = date(2027, 3, 20)
    swap = Swap(RIVER.id, may, time(22), Role.CALLS, SAGE.id)
    shelf = Shelf(swaps=(swap,), days_off=(DayOff(RIVER.id, EVE, EVE),))
    assert EVE not in shelf.reads()
    assert may not in shelf.reads()
    assert may in shelf.reads(SAGE.id)
    shelf.book = replace(shelf.book, shifts=(one_off_shift(RIVER.id, EVE, span("01:00-02:00")),))
    assert shelf.reads() == {}


def test_an_address_is_kept_as_a_hash_and_the_newest_alone_opens() -> None:
    shelf = Shelf()
    first = shelf.calendars.give(RIVER.id)
    second = shelf.calendars.give(RIVER.id)
    assert first not in str(shelf.kept)
    assert shelf.calendars.file(first) is None
    assert shelf.calendars.file(second)
    assert shelf.calendars.take_back(RIVER.id)
    assert shelf.calendars.file(second) is None
    assert not shelf.calendars.take_back(JUNIPER.id)


def test_whoever_guesses_addresses_is_refused_for_a_minute_and_keeps_no_calendar_from_its_owner(
    capfd: pytest.CaptureFixture[str],
) -> None:
    shelf = Shelf()
    good = shelf.calendars.give(RIVER.id)
    for _ in range(GUESSES):
        assert shelf.calendars.file("a" * 43) is None
    with pytest.raises(TooManyGuesses):
        shelf.another_process().file("b" * 43)
    assert shelf.calendars.file(good)
    told = "".join(capfd.readouterr())
    assert told.count("calendars_guessed") == 1
    assert "aaa" not in told
    assert good not in told
    shelf.at += timedelta(seconds=61)
    assert shelf.calendars.file("b" * 43) is None
