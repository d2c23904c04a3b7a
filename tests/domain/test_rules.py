"""Rules of shifts: what is understood, what is refused kindly, and on which days they fall."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.line import WEEK, Weekday
from warmline.domain.rules import BadRule, days_within, plain_week, read_rule, said, weekly

FRIDAY = date(2027, 5, 7)


def days(rule: str, first: date | None = FRIDAY, since: date = FRIDAY, many: int = 40) -> list[str]:
    """The days that a rule as it is written names in the weeks after a Friday."""
    kept, last = read_rule(rule, first)
    end = min(last or date.max, since + timedelta(days=many))
    return [f"{day:%a %m-%d}" for day in days_within(kept, first, since, end)]


def test_every_second_friday_counts_from_its_first_day() -> None:
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
    assert days(rule) == ["Fri 05-07", "Fri 05-21", "Fri 06-04"]
    a_week_later = FRIDAY + timedelta(days=7)
    assert days(rule, a_week_later, a_week_later, 20) == ["Fri 05-14", "Fri 05-28"]
    monday = FRIDAY - timedelta(days=4)
    assert days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", monday, monday, 20) == ["Mon 05-03", "Mon 05-17"]
    # Years later the rhythm is still that of the first day.
    assert days(rule, FRIDAY, FRIDAY + timedelta(weeks=200), 20)[0] == "Fri 03-07"


def test_a_rotation_of_two_days_on_and_four_off_is_two_rules_of_every_six_days() -> None:
    assert days("FREQ=DAILY;INTERVAL=6", many=13) == ["Fri 05-07", "Thu 05-13", "Wed 05-19"]


def test_the_first_sunday_and_the_last_friday_of_a_month() -> None:
    assert days("FREQ=MONTHLY;BYDAY=1SU") == ["Sun 06-06"]
    assert days("FREQ=MONTHLY;BYDAY=-1FR") == ["Fri 05-28"]
    assert days("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", many=200) == [
        "Tue 05-11",
        "Tue 08-10",
        "Tue 11-09",
    ]


def test_a_month_begins_with_its_first_day_and_its_rhythm_is_counted_in_months() -> None:
    august = date(2027, 8, 1)
    assert days("FREQ=MONTHLY;BYDAY=1SU", since=august) == ["Sun 08-01", "Sun 09-05"]
    assert days("FREQ=MONTHLY;INTERVAL=5;BYDAY=1SU", august, august, 160) == [
        "Sun 08-01",
        "Sun 01-02",
    ]


def test_an_end_is_a_day_whether_it_is_counted_or_named() -> None:
    assert read_rule("FREQ=WEEKLY;BYDAY=FR;COUNT=3", FRIDAY)[1] == date(2027, 5, 21)
    assert read_rule("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3", FRIDAY)[1] == date(2027, 5, 14)
    assert read_rule("FREQ=MONTHLY;BYDAY=1SU;COUNT=2", FRIDAY)[1] == date(2027, 7, 4)
    assert read_rule("FREQ=WEEKLY;BYDAY=FR;UNTIL=20270603T235959Z", FRIDAY)[1] == date(2027, 6, 3)


def test_a_rule_is_kept_in_one_way_however_it_is_written() -> None:
    assert read_rule("rrule:byday=su,mo;interval=1;freq=weekly", None)[0] == weekly(
        frozenset({Weekday.MON, Weekday.SUN})
    )
    assert read_rule("FREQ=WEEKLY;INTERVAL=2", FRIDAY)[0] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
    for written in ("3SU,1SU,2MO", "1SU,2MO,3SU"):
        assert read_rule(f"FREQ=MONTHLY;BYDAY={written}", None)[0] == (
            "FREQ=MONTHLY;BYDAY=2MO,1SU,3SU"
        )


def test_a_shift_comes_a_thousand_times_or_every_52_weeks_and_no_more() -> None:
    assert read_rule("FREQ=DAILY;COUNT=1000", FRIDAY)[1] == FRIDAY + timedelta(days=999)
    assert read_rule("FREQ=WEEKLY;INTERVAL=52", FRIDAY)[0] == "FREQ=WEEKLY;INTERVAL=52;BYDAY=FR"
    for more in ("FREQ=DAILY;COUNT=1001", "FREQ=WEEKLY;INTERVAL=53"):
        with pytest.raises(BadRule):
            read_rule(more, FRIDAY)


@pytest.mark.parametrize(
    ("rule", "first", "reason"),
    [
        ("every other friday", FRIDAY, "Write it like"),
        ("FREQ=HOURLY;BYDAY=FR", FRIDAY, "FREQ is DAILY, WEEKLY or MONTHLY"),
        ("FREQ=YEARLY", FRIDAY, "FREQ is"),
        ("FREQ=DAILY;INTERVALL=2", FRIDAY, 'not for shifts. Did you mean "INTERVAL"?'),
        (
            "FREQ=DAILY;BYHOUR=3,4",
            FRIDAY,
            '"BYHOUR" is not for shifts. There may be FREQ, INTERVAL, BYDAY, UNTIL or COUNT.',
        ),
        ("FREQ=MONTHLY;BYDAY=5MO;COUNT=1", date(9999, 12, 1), "There is no such day"),
        ("FREQ=WEEKLY", None, "on which days"),
        ("FREQ=MONTHLY", FRIDAY, "BYDAY=1SU"),
        ("FREQ=WEEKLY;BYDAY=1SU", FRIDAY, "day of a month"),
        ("FREQ=WEEKLY;BYDAY=XX", FRIDAY, '"XX" is no day'),
        ("FREQ=WEEKLY;BYDAY=FR,FR", FRIDAY, "twice"),
        ("FREQ=WEEKLY;BYDAY=FR;INTERVAL=0", FRIDAY, "1 to 52"),
        ("FREQ=WEEKLY;BYDAY=FR;INTERVAL=2", None, "counts from a day"),
        ("FREQ=WEEKLY;BYDAY=FR;COUNT=9999", FRIDAY, "1 to 1000"),
        ("FREQ=WEEKLY;BYDAY=FR;COUNT=2;UNTIL=20270601", FRIDAY, "Keep one"),
        ("FREQ=WEEKLY;BYDAY=FR;UNTIL=soon", FRIDAY, "UNTIL is a day"),
        ("FREQ=WEEKLY;BYDAY=FR;WKST=SU", FRIDAY, "Weeks begin on Monday"),
        ("FREQ=WEEKLY;BYDAY=FR;BYDAY=MO", FRIDAY, "is no rule"),
    ],
)
def test_what_is_no_rule_for_a_shift_is_refused_with_a_sentence_that_mends_it(
    rule: str, first: date | None, reason: str
) -> None:
    with pytest.raises(BadRule) as refused:
        read_rule(rule, first)
    assert reason in refused.value.reason


def test_rules_in_words() -> None:
    assert said(weekly(frozenset(WEEK))) == "daily"
    assert said("FREQ=WEEKLY;BYDAY=FR,MO") == "mon and fri"
    assert said("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR") == "every 2 weeks on fri"
    assert said("FREQ=MONTHLY;BYDAY=2MO,3TU,4WE,-2TH") == (
        "monthly on the 2nd mon, the 3rd tue, the 4th wed and the 2nd last thu"
    )
    assert said("FREQ=MONTHLY;BYDAY=1SU,-1FR") == "monthly on the last fri and the 1st sun"
    assert said("FREQ=DAILY;INTERVAL=3") == "every 3 days"


@given(
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    st.integers(0, 400),
    st.integers(1, 6),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    st.sampled_from(["MO", "SA,SU", "WE,TH,FR"]),
)
def test_a_window_far_ahead_shows_what_counting_from_the_first_day_would(
    first: date, ahead: int, interval: int, freq: str, on: str
) -> None:
    """A month's or week's rhythm is that of the calendar month or week of the first day."""
    kept, _ = read_rule(f"FREQ={freq};INTERVAL={interval};BYDAY={on}", first)
    start = first + timedelta(days=ahead)
    window = [start + timedelta(days=n) for n in range(30)]
    names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    def comes_round(day: date) -> bool:
        if freq == "DAILY":
            return (day - first).days % interval == 0
        if freq == "WEEKLY":
            weeks = (day - timedelta(day.weekday())) - (first - timedelta(first.weekday()))
            return weeks.days // 7 % interval == 0
        return (day.year * 12 + day.month - first.year * 12 - first.month) % interval == 0

    expected = [day for day in window if comes_round(day) and names[day.weekday()] in on.split(",")]
    assert list(days_within(kept, first, window[0], window[-1])) == expected
    assert plain_week(kept) is None or (freq == "WEEKLY" and interval == 1)
