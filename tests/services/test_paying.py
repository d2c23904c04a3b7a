"""Minutes for pay: when they are kept, that they stay, and who has carried what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.books import BOOK, LA, RIVER, SAGE, span
from warmline.domain.line import WEEK, DutyWish, LineBook
from warmline.domain.shifts import one_off_shift, weekly_shift
from warmline.ports.rota import Carried, Minutes
from warmline.services.paying import Paying, over

MONDAY = date(2027, 5, 10)
TUESDAY = MONDAY + timedelta(days=1)
NIGHTS = weekly_shift(RIVER.id, frozenset(WEEK), span("22:00-06:00"))


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LA).astimezone(UTC)


def told(book: LineBook, at: str) -> dict[tuple[str, date], int | None]:
    return {(one.supporter, one.day): one.duty for one in over(book, wall(at))}


def county(*shifts: object, wishes: tuple[DutyWish, ...] = ()) -> LineBook:
    return replace(BOOK, shifts=shifts, days_off=(), wishes=wishes)  # type: ignore[arg-type]


def test_a_night_is_kept_when_it_is_over_and_under_the_day_on_which_it_began() -> None:
    once = county(one_off_shift(RIVER.id, MONDAY, span("22:00-06:00")))
    assert told(once, "2027-05-11 05:59") == {}
    assert told(once, "2027-05-11 06:00") == {(RIVER.id, MONDAY): 480}


def test_a_break_is_not_paid_and_an_hour_by_their_own_word_is() -> None:
    pause = DutyWish(RIVER.id, False, wall("2027-05-10 23:00"), wall("2027-05-10 23:30"))
    extra = DutyWish(SAGE.id, True, wall("2027-05-10 12:00"), wall("2027-05-10 13:30"))
    book = county(
        one_off_shift(RIVER.id, MONDAY, span("22:00-06:00")),
        one_off_shift(SAGE.id, MONDAY, span("13:00-14:00"), backup=True),
        wishes=(pause, extra),
    )
    assert told(book, "2027-05-11 08:00") == {(RIVER.id, MONDAY): 450, (SAGE.id, MONDAY): 120}


def test_somebody_who_is_on_day_and_night_is_paid_by_the_day() -> None:
    book = county(weekly_shift(RIVER.id, frozenset(WEEK), span("00:00-00:00")))
    assert told(book, "2027-05-12 00:00") == {
        (RIVER.id, MONDAY): 24 * 60,
        (RIVER.id, MONDAY + timedelta(days=1)): 24 * 60,
    }
    november = {day.day: minutes for (_, day), minutes in told(book, "2027-11-09 00:00").items()}
    assert november == {7: 25 * 60, 8: 24 * 60}


class Store:
    """What is carried, in memory, as a store that can be emptied."""

    def __init__(self, kept: list[Minutes] | None = None) -> None:
        self.book = county(NIGHTS)
        self.at = wall("2027-05-11 23:10")
        self.carried: dict[str, Carried] = {}
        self.kept = kept or []

    def now(self) -> float:
        return self.at.timestamp()

    def books(self) -> list[LineBook]:
        return [self.book]

    def carried_on(self, ids: list[str], day: date) -> dict[str, Carried]:
        return dict(self.carried) if day == TUESDAY else {}

    def put_back(self, who: str, _day: date, seen: Carried, lost: Carried) -> bool:
        if self.carried.get(who, Carried(0, 0)) != seen:
            return False
        self.carried[who] = Carried(seen.talk + lost.talk, seen.wrap_up + lost.wrap_up)
        return True

    def minutes(self, _line: str, first: date, _last: date) -> list[Minutes]:
        return [one for one in self.kept if one.day == first]

    def keep_minutes(self, _line: str, rows: list[Minutes]) -> None:
        self.kept = rows

    def process(self) -> Paying:
        return Paying(self, self, self, self)  # type: ignore[arg-type]  # one thing for all

    def a_minute_later(self, *processes: Paying) -> None:
        self.at += timedelta(minutes=1)
        for one in processes:
            one.look()


def test_what_was_carried_since_the_last_hour_outlives_an_emptied_store_once() -> None:
    store = Store()
    clocks = store.process(), store.process()
    store.carried[RIVER.id] = Carried(30, 10)
    store.a_minute_later(*clocks)
    store.carried.clear()
    store.a_minute_later(*clocks)
    assert store.carried[RIVER.id] == Carried(30, 10), "put back once, though two have looked"
    store.carried[RIVER.id] = Carried(5, 10)  # emptied again, and talked since then
    store.a_minute_later(*clocks)
    store.a_minute_later(*clocks)
    assert store.carried[RIVER.id] == Carried(35, 20)


def test_when_store_and_clock_are_lost_together_what_was_kept_on_the_hour_is_put_back() -> None:
    store = Store([Minutes(RIVER.id, "River", TUESDAY, None, 25, 10)])
    store.carried[RIVER.id] = Carried(4, 0)
    for _ in range(2):
        store.process().look()
    assert store.carried[RIVER.id] == Carried(29, 10)
