"""When a line is open, minute by minute, on ordinary days and when the clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.hours import instant, is_open, next_opening, open_until, stretch
from warmline.domain.line import WEEK, Holiday, Hours, Span, Weekday

LA = ZoneInfo("America/Los_Angeles")
SPRING = date(2027, 3, 14)
AUTUMN = date(2027, 11, 7)
NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC)


def span(text: str) -> Span:
    start, end = text.split("-")
    return Span(time.fromisoformat(start), time.fromisoformat(end))


def daily(*spans: str, holidays: tuple[Holiday, ...] = ()) -> Hours:
    return Hours({day: tuple(map(span, spans)) for day in WEEK}, holidays)


def wall(text: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LA, fold=fold)


def minutes_of(day: date) -> Iterator[datetime]:
    """Every minute (UTC) during which clocks in Los Angeles show this date."""
    at = datetime.combine(day, time(0), LA).astimezone(UTC)
    while at.astimezone(LA).date() == day:
        yield at
        at += timedelta(minutes=1)


def test_open_from_the_first_minute_up_to_the_last() -> None:
    hours = daily("08:00-22:00")
    assert not is_open(hours, LA, wall("2027-05-03 07:59"))
    assert is_open(hours, LA, wall("2027-05-03 08:00"))
    assert is_open(hours, LA, wall("2027-05-03 21:59"))
    assert not is_open(hours, LA, wall("2027-05-03 22:00"))


def test_a_span_past_midnight_belongs_to_the_day_on_which_it_begins() -> None:
    friday_night = Hours({Weekday.FRI: (span("22:00-02:00"),)})
    assert is_open(friday_night, LA, wall("2027-05-08 01:59"))
    assert not is_open(friday_night, LA, wall("2027-05-07 01:00"))
    assert not is_open(friday_night, LA, wall("2027-05-08 02:00"))


def test_the_whole_day() -> None:
    always = daily("00:00-00:00")
    assert all(is_open(always, LA, at) for day in (SPRING, AUTUMN) for at in minutes_of(day))
    assert open_until(always, LA, wall("2027-05-03 12:00")) is None
    assert next_opening(always, LA, wall("2027-05-03 12:00")) is None


def test_a_holiday_replaces_the_spans_that_begin_on_it_and_cuts_nothing_else() -> None:
    closed = Holiday(date(2027, 12, 25), "Christmas Day")
    hours = daily("20:00-04:00", holidays=(closed,))
    assert is_open(hours, LA, wall("2027-12-25 03:59"))  # Christmas Eve's span runs on
    assert not is_open(hours, LA, wall("2027-12-25 23:00"))
    assert not is_open(hours, LA, wall("2027-12-26 03:00"))  # the holiday's own span is gone
    assert is_open(hours, LA, wall("2027-12-26 20:00"))


def test_a_holiday_may_have_hours_of_its_own() -> None:
    short = Holiday(date(2027, 12, 24), "Christmas Eve", (span("10:00-12:00"),))
    hours = daily("08:00-22:00", holidays=(short,))
    assert not is_open(hours, LA, wall("2027-12-24 09:00"))
    assert open_until(hours, LA, wall("2027-12-24 10:00")) == wall("2027-12-24 12:00")


@pytest.mark.parametrize(
    ("day", "spans", "expected"),
    [
        (SPRING, ("22:00-06:00",), 7 * 60 - 120 + 120),  # 00-02 and 03-06, then 22-24
        (AUTUMN, ("22:00-06:00",), 9 * 60),  # 00-06 with 01-02 twice, then 22-24
        (SPRING, ("02:30-10:00",), 7 * 60),  # opens at the change: clocks jump past 02:30
        (SPRING, ("01:00-02:30",), 60),  # closes at the change
        (SPRING, ("02:00-03:00",), 0),  # skipped altogether
        (AUTUMN, ("01:30-10:00",), 9 * 60 + 30),  # from the first 01:30
        (AUTUMN, ("00:00-01:30",), 90),  # up to the first 01:30
    ],
)
def test_open_minutes_of_the_days_when_clocks_change(
    day: date, spans: tuple[str, ...], expected: int
) -> None:
    assert sum(is_open(daily(*spans), LA, at) for at in minutes_of(day)) == expected


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_two_spans_that_meet_leave_no_gap_whenever_they_meet(day: date) -> None:
    for minute in range(1, 24 * 60):
        meet = time(minute // 60, minute % 60)
        first = stretch(LA, day, Span(time(0), meet))
        second = stretch(LA, day, Span(meet, time(0)))
        assert first.end == second.start


def test_clock_change_minute_by_minute_agrees_with_the_clock_face() -> None:
    """22:00-06:00: inside whenever the clock face says so, in both repeated hours too."""
    hours = daily("22:00-06:00")
    for day in (SPRING, AUTUMN):
        for at in minutes_of(day):
            face = at.astimezone(LA).time()
            assert is_open(hours, LA, at) == (face >= time(22) or face < time(6))


def test_true_length_of_a_night() -> None:
    night = span("22:00-06:00")
    assert stretch(LA, SPRING - timedelta(days=1), night).minutes == 7 * 60
    assert stretch(LA, AUTUMN - timedelta(days=1), night).minutes == 9 * 60
    assert stretch(LA, AUTUMN, night).minutes == 8 * 60


def test_a_wall_time_is_the_first_instant_that_shows_it_or_later() -> None:
    assert instant(LA, SPRING, time(2, 30)) == datetime(2027, 3, 14, 10, 0, tzinfo=UTC)
    assert instant(LA, AUTUMN, time(1, 30)) == datetime(2027, 11, 7, 8, 30, tzinfo=UTC)
    apia = ZoneInfo("Pacific/Apia")  # left out a whole day
    assert instant(apia, date(2011, 12, 30), time(12)) == instant(apia, date(2011, 12, 31), time(0))


def test_next_opening_is_found_past_a_run_of_holidays() -> None:
    mondays = [date(2027, 12, 6) + timedelta(weeks=n) for n in range(5)]
    hours = Hours({Weekday.MON: (span("09:00-17:00"),)}, tuple(Holiday(day) for day in mondays))
    assert next_opening(hours, LA, wall("2027-12-04 12:00")) == wall("2028-01-10 09:00")


def test_next_opening_while_open_is_the_one_after_this() -> None:
    assert next_opening(daily("08:00-22:00"), LA, wall("2027-05-03 09:00")) == wall(
        "2027-05-04 08:00"
    )


def test_a_line_that_never_opens_says_so() -> None:
    assert next_opening(Hours({}), LA, wall("2027-05-03 09:00")) is None
    assert open_until(Hours({}), LA, wall("2027-05-03 09:00")) is None


def test_the_only_opening_may_be_a_holiday_far_away() -> None:
    hours = Hours({}, (Holiday(date(2029, 1, 1), "New Year", (span("10:00-12:00"),)),))
    assert next_opening(hours, LA, wall("2027-05-03 09:00")) == wall("2029-01-01 10:00")


def test_open_until_reaches_across_days_that_touch() -> None:
    hours = Hours(
        {Weekday.MON: (span("08:00-00:00"),), Weekday.TUE: (span("00:00-06:00"),)},
    )
    assert open_until(hours, LA, wall("2027-05-03 09:00")) == wall("2027-05-04 06:00")


@given(
    at=st.floats(0, 365 * 24 * 60).map(lambda m: NEW_YEAR + timedelta(minutes=m)),
    spans=st.dictionaries(
        st.sampled_from(WEEK),
        st.tuples(st.builds(Span, st.times(), st.times())),
        max_size=7,
    ),
)
def test_the_three_answers_agree(at: datetime, spans: dict[Weekday, tuple[Span, ...]]) -> None:
    hours = Hours(spans)
    opening, closing = next_opening(hours, LA, at), open_until(hours, LA, at)
    if opening is not None:
        assert opening > at
        assert is_open(hours, LA, opening)
        assert not is_open(hours, LA, opening - timedelta(microseconds=1))
    if closing is not None:
        assert is_open(hours, LA, at)
        assert is_open(hours, LA, closing - timedelta(microseconds=1))
        assert not is_open(hours, LA, closing)


def closed_by_hand(*times: tuple[str, str], spans: str = "08:00-22:00") -> Hours:
    shut = tuple((wall(since), wall(until)) for since, until in times)
    return replace(daily(spans), shut=shut)


def test_a_line_closed_by_hand_is_shut_from_the_first_second_up_to_the_last() -> None:
    hours = closed_by_hand(("2027-05-03 12:00", "2027-05-03 14:00"))
    assert is_open(hours, LA, wall("2027-05-03 11:59"))
    assert not is_open(hours, LA, wall("2027-05-03 12:00"))
    assert not is_open(hours, LA, wall("2027-05-03 13:59"))
    assert is_open(hours, LA, wall("2027-05-03 14:00"))
    assert open_until(hours, LA, wall("2027-05-03 09:00")) == wall("2027-05-03 12:00")
    assert open_until(hours, LA, wall("2027-05-03 14:00")) == wall("2027-05-03 22:00")
    assert next_opening(hours, LA, wall("2027-05-03 12:30")) == wall("2027-05-03 14:00")


def test_twice_a_day_and_past_both_ends_of_it() -> None:
    hours = closed_by_hand(
        ("2027-05-03 16:00", "2027-05-03 17:00"),
        ("2027-05-03 07:00", "2027-05-03 09:00"),
        ("2027-05-03 21:00", "2027-05-04 07:00"),
    )
    asked = [f"2027-05-03 {hour}" for hour in ("08:59", "09:00", "16:30", "17:00", "21:00")]
    assert [is_open(hours, LA, wall(at)) for at in asked] == [False, True, False, True, False]
    assert next_opening(hours, LA, wall("2027-05-03 06:00")) == wall("2027-05-03 09:00")
    assert next_opening(hours, LA, wall("2027-05-03 21:30")) == wall("2027-05-04 08:00")


def test_one_that_was_over_or_is_to_come_changes_nothing_of_a_day() -> None:
    hours = closed_by_hand(
        ("2027-05-02 12:00", "2027-05-03 08:00"), ("2027-05-03 22:00", "2027-05-03 23:00")
    )
    assert is_open(hours, LA, wall("2027-05-03 08:00"))
    assert open_until(hours, LA, wall("2027-05-03 08:00")) == wall("2027-05-03 22:00")


def test_a_line_that_never_closes_is_told_of_a_closing_in_two_weeks() -> None:
    hours = closed_by_hand(("2027-05-17 12:00", "2027-05-17 13:00"), spans="00:00-00:00")
    assert open_until(hours, LA, wall("2027-05-03 12:00")) == wall("2027-05-17 12:00")


def test_no_opening_is_told_that_lasts_no_second() -> None:
    skipped = daily("02:10-02:50")
    assert next_opening(skipped, LA, wall("2027-03-14 00:00")) == wall("2027-03-15 02:10")
    morning = closed_by_hand(("2027-05-03 08:00", "2027-05-03 09:00"))
    assert next_opening(morning, LA, wall("2027-05-03 06:00")) == wall("2027-05-03 09:00")
    evening = closed_by_hand(("2027-05-03 20:00", "2027-05-03 22:00"))
    assert next_opening(evening, LA, wall("2027-05-03 21:00")) == wall("2027-05-04 08:00")


def test_at_the_second_of_opening_the_next_one_is_tomorrows() -> None:
    assert next_opening(daily("08:00-22:00"), LA, wall("2027-05-03 08:00")) == wall(
        "2027-05-04 08:00"
    )
