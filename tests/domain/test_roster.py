"""Who is on duty, told in examples; `test_roster_oracle` searches for counter-examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from warmline.domain.line import (
    WEEK,
    DayOff,
    DutyWish,
    Hours,
    Limits,
    Line,
    LineBook,
    Role,
    Shift,
    Span,
    Weekday,
)
from warmline.domain.roster import (
    Duty,
    debrief_duties,
    duties,
    duty,
    in_quiet_hours,
    next_change,
    on_duty_from,
    shifts_between,
)
from warmline.domain.shifts import one_off_shift, weekly_shift

LA = ZoneInfo("America/Los_Angeles")
EVERY_DAY = frozenset(WEEK)


def span(text: str) -> Span:
    start, end = text.split("-")
    return Span(time.fromisoformat(start), time.fromisoformat(end))


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LA)


def weekly(hours: str, who: str = "river", *, backup: bool = False) -> Shift:
    return weekly_shift(who, EVERY_DAY, span(hours), backup)


def book(*shifts: Shift, **parts: tuple[object, ...]) -> LineBook:
    line = Line("county", "County peer line", ("+16505550100",), LA, ("en",), Hours({}))
    return replace(LineBook(line, shifts=shifts), **parts)  # type: ignore[arg-type]


def wish(on: bool, since: str, until: str, who: str = "river") -> DutyWish:
    return DutyWish(who, on, wall(since), wall(until))


def at(a_book: LineBook, text: str, who: str = "river") -> Duty | None:
    return duty(a_book, who, wall(text))


def test_a_night_shift_is_one_duty_on_both_sides_of_midnight() -> None:
    night = book(weekly("22:00-06:00"))
    expected = Duty(wall("2027-05-03 22:00"), wall("2027-05-04 06:00"), False)
    assert at(night, "2027-05-03 22:00") == expected
    assert at(night, "2027-05-04 05:59") == expected
    assert at(night, "2027-05-04 06:00") is None


def test_paid_minutes_are_right_on_the_nights_the_clocks_change() -> None:
    night = book(weekly("22:00-06:00"))
    assert [
        at(night, text).minutes / 60  # type: ignore[union-attr]
        for text in ("2027-03-13 23:00", "2027-11-06 23:00", "2027-05-03 23:00")
    ] == [7, 9, 8]
    spring = shifts_between(night, wall("2027-03-13 12:00"), wall("2027-03-14 12:00"))
    autumn = shifts_between(night, wall("2027-11-06 12:00"), wall("2027-11-07 12:00"))
    assert [shift.minutes for shift in (*spring, *autumn)] == [7 * 60, 9 * 60]


def test_hand_over_when_clocks_change_happens_once_and_leaves_no_gap() -> None:
    two = book(weekly("22:00-01:30"), weekly("01:30-06:00", "sage"))
    for night in ("2027-03-13", "2027-11-06", "2027-03-12"):
        minute = wall(f"{night} 22:00").astimezone(UTC)
        on = []
        while duties(two, minute):
            (who,) = duties(two, minute)  # exactly one, at every minute
            on.append(who)
            minute += timedelta(minutes=1)
        assert minute.astimezone(LA).time() == time(6)
        assert [who for n, who in enumerate(on) if n == 0 or on[n - 1] != who] == ["river", "sage"]


def test_shifts_that_touch_or_overlap_are_one_duty_and_primary_beats_backup() -> None:
    mixed = book(weekly("18:00-22:00"), weekly("20:00-23:00", backup=True), weekly("22:30-23:30"))
    whole = Duty(wall("2027-05-03 18:00"), wall("2027-05-03 23:30"), False)
    assert at(mixed, "2027-05-03 21:00") == whole
    assert at(mixed, "2027-05-03 22:15") == replace(whole, backup=True)
    assert at(mixed, "2027-05-03 23:00") == whole


def test_planned_shifts_count_an_overlap_once_as_primary() -> None:
    mixed = book(weekly("18:00-22:00"), weekly("17:00-23:00", backup=True))
    day = shifts_between(mixed, wall("2027-05-03 12:00"), wall("2027-05-04 00:00"))
    assert [(shift.minutes, shift.backup) for shift in day] == [
        (60, True),
        (240, False),
        (60, True),
    ]


def test_shifts_between_gives_whole_shifts_that_touch_the_window() -> None:
    night = book(weekly("22:00-06:00"))
    (only,) = shifts_between(night, wall("2027-05-04 05:00"), wall("2027-05-04 22:00"))
    assert only.start == wall("2027-05-03 22:00")


def test_first_and_last_date_speak_of_the_day_on_which_a_shift_begins() -> None:
    bounded = book(
        replace(weekly("22:00-06:00"), first=date(2027, 5, 3), last=date(2027, 5, 3)),
    )
    assert at(bounded, "2027-05-03 01:00") is None
    assert at(bounded, "2027-05-04 01:00")
    assert at(bounded, "2027-05-04 23:00") is None


def test_a_day_off_removes_the_shifts_that_begin_on_it() -> None:
    off = book(
        weekly("22:00-06:00"),
        one_off_shift("river", date(2027, 5, 4), span("12:00-14:00")),
        days_off=(DayOff("river", date(2027, 5, 4), date(2027, 5, 4)),),
    )
    assert at(off, "2027-05-04 05:00")  # began the evening before
    assert at(off, "2027-05-04 13:00") is None
    assert at(off, "2027-05-05 01:00") is None


def test_a_break_ends_and_leads_back_into_the_same_shift() -> None:
    taken = book(
        weekly("18:00-22:00"), wishes=(wish(False, "2027-05-03 19:00", "2027-05-03 19:15"),)
    )
    before, after = at(taken, "2027-05-03 18:30"), at(taken, "2027-05-03 19:15")
    assert before == Duty(wall("2027-05-03 18:00"), wall("2027-05-03 19:00"), False)
    assert at(taken, "2027-05-03 19:10") is None
    assert after == Duty(wall("2027-05-03 18:00"), wall("2027-05-03 22:00"), False)


def test_a_wish_makes_duty_out_of_plan_and_extends_a_shift() -> None:
    free = book(wishes=(wish(True, "2027-05-03 12:00", "2027-05-03 14:00"),))
    assert at(free, "2027-05-03 13:00") == Duty(
        wall("2027-05-03 12:00"), wall("2027-05-03 14:00"), False
    )
    assert at(free, "2027-05-03 14:00") is None
    longer = book(
        weekly("18:00-22:00"), wishes=(wish(True, "2027-05-03 21:55", "2027-05-03 23:00"),)
    )
    assert at(longer, "2027-05-03 22:30") == Duty(
        wall("2027-05-03 18:00"), wall("2027-05-03 23:00"), False
    )


def test_a_backup_who_says_on_is_a_primary() -> None:
    called = book(
        weekly("18:00-22:00", backup=True),
        wishes=(wish(True, "2027-05-03 19:00", "2027-05-03 20:00"),),
    )
    backup_at = {
        hour: at(called, f"2027-05-03 {hour}:30").backup  # type: ignore[union-attr]
        for hour in (18, 19, 20)
    }
    assert backup_at == {18: True, 19: False, 20: True}


def test_the_newest_wish_wins_and_one_that_is_over_does_nothing() -> None:
    changed = book(
        weekly("18:00-23:00"),
        wishes=(
            wish(True, "2027-05-03 20:00", "2027-05-03 21:00"),
            wish(False, "2027-05-03 19:00", "2027-05-03 22:00"),
        ),
    )
    on = [at(changed, f"2027-05-03 {hour}:30") is not None for hour in (18, 19, 20, 21, 22)]
    assert on == [True, False, True, False, True]


def test_somebody_who_is_always_on_begins_a_new_duty_at_midnight() -> None:
    always = book(weekly("00:00-00:00"))
    evening, morning = at(always, "2027-05-03 23:59"), at(always, "2027-05-04 00:00")
    assert evening is not None
    assert morning is not None
    assert (evening.start, evening.day) == (wall("2027-05-03 00:00"), date(2027, 5, 3))
    assert (morning.start, morning.day) == (wall("2027-05-04 00:00"), date(2027, 5, 4))


def test_a_talk_and_the_hour_in_which_it_was_are_of_the_same_day() -> None:
    """Limits of a day and minutes for pay: a weekend without a break, and a night."""
    weekend = tuple(
        one_off_shift("river", date(2027, 5, day), span(hours))
        for day, hours in ((7, "18:00-00:00"), (8, "00:00-00:00"), (9, "00:00-20:00"))
    )
    for plan in (book(weekly("00:00-00:00")), book(*weekend), book(weekly("22:00-06:00"))):
        spent = list(on_duty_from(plan, date(2027, 5, 6), date(2027, 5, 10)))
        for hour in range(48):
            moment = wall("2027-05-08 00:30") + timedelta(hours=hour)
            on = at(plan, moment.astimezone(LA).strftime("%Y-%m-%d %H:%M"))
            paid = [day for _, day, part in spent if part.holds(moment)]
            assert paid == ([on.day] if on else [])


def test_next_change_names_duty_wishes_and_opening() -> None:
    line = book().line
    busy = replace(
        book(weekly("18:00-22:00"), weekly("19:00-22:00", backup=True)),
        line=replace(line, hours=Hours({Weekday.MON: (span("08:00-20:00"),)})),
        wishes=(wish(False, "2027-05-03 21:00", "2027-05-03 23:30"),),
    )
    moment, seen = wall("2027-05-03 00:00"), []
    while (following := next_change(busy, moment)) and following < wall("2027-05-04 00:00"):
        seen.append(following.astimezone(LA).strftime("%H:%M"))
        moment = following
    assert seen == ["08:00", "18:00", "20:00", "21:00"]


def test_next_change_is_none_when_nothing_ever_changes() -> None:
    assert next_change(book(), wall("2027-05-03 00:00")) is None
    always = book(weekly("00:00-00:00"))
    assert next_change(always, wall("2027-05-03 00:00")) is None


def test_quiet_hours_pass_midnight() -> None:
    quiet = Limits(quiet=span("23:00-07:00"))
    asked = {
        hour: in_quiet_hours(quiet, LA, wall(f"2027-05-03 {hour}:00"))
        for hour in ("06", "07", "22", "23")
    }
    assert asked == {"06": True, "07": False, "22": False, "23": True}
    assert not in_quiet_hours(Limits(), LA, wall("2027-05-03 03:00"))


def test_supervisors_are_on_by_a_rota_of_their_own_which_no_caller_meets() -> None:
    debriefs = replace(weekly("08:00-20:00", "sage"), role=Role.DEBRIEFS, order=1)
    backup = replace(weekly("08:00-20:00", "juniper"), role=Role.DEBRIEFS_BACKUP)
    here = book(weekly("08:00-20:00"), debriefs, backup)
    noon = wall("2027-05-03 12:00")
    assert set(duties(here, noon)) == {"river"}
    found = debrief_duties(here, noon)
    assert {who: (on.backup, on.order) for who, on in found.items()} == {
        "sage": (False, 1),
        "juniper": (True, None),
    }
    off = replace(
        here,
        wishes=(
            wish(False, "2027-05-03 11:00", "2027-05-03 13:00", "sage"),
            wish(True, "2027-05-03 11:00", "2027-05-03 13:00", "juniper"),
        ),
    )
    found = debrief_duties(off, noon)
    assert set(found) == {"juniper"}
    assert found["juniper"].backup, "that she is on is meant for callers"


def test_who_is_always_on_begins_anew_at_midnight_also_when_asked_again_of_the_same_plan() -> None:
    lines = book(weekly("00:00-00:00"))
    lines = replace(lines, line=replace(lines.line, id=f"never asked before: {uuid4()}"))
    assert duties(lines, wall("2027-05-04 23:59"))["river"].start == wall("2027-05-04 00:00")
    assert duties(lines, wall("2027-05-05 00:00"))["river"].start == wall("2027-05-05 00:00")


def test_who_was_off_when_first_asked_is_on_when_their_shift_begins() -> None:
    lines = book(one_off_shift("river", date(2027, 5, 4), span("18:00-22:00")))
    assert duties(lines, wall("2027-05-04 12:00")) == {}
    assert list(duties(lines, wall("2027-05-04 18:00"))) == ["river"]
    assert duties(lines, wall("2027-05-04 22:00")) == {}


def test_a_shift_is_told_with_what_follows_it_without_a_gap() -> None:
    lines = book(weekly("22:00-06:00"), weekly("06:00-12:00"))
    (night,) = shifts_between(lines, wall("2027-05-04 20:00"), wall("2027-05-04 23:00"))
    assert (night.start, night.end) == (wall("2027-05-04 22:00"), wall("2027-05-05 12:00"))


def test_the_next_change_is_looked_for_in_eight_days() -> None:
    now = wall("2027-05-03 12:00")
    known = one_off_shift("river", date(2027, 5, 11), span("20:00-22:00"))
    assert next_change(book(known), now) == wall("2027-05-11 20:00")
    assert next_change(book(replace(known, first=date(2027, 5, 12))), now) is None


def test_a_shift_that_has_just_ended_or_is_about_to_begin_is_not_in_the_window() -> None:
    lines = book(weekly("08:00-12:00"), weekly("14:00-18:00", "sage"))
    assert shifts_between(lines, wall("2027-05-04 12:00"), wall("2027-05-04 14:00")) == []
    (only,) = shifts_between(lines, wall("2027-05-04 11:59"), wall("2027-05-04 14:00"))
    assert only.supporter == "river"


def test_a_backup_whose_shift_begins_with_their_primary_one_is_told_of_two_shifts() -> None:
    lines = book(weekly("18:00-20:00"), weekly("18:00-22:00", backup=True))
    day = shifts_between(lines, wall("2027-05-03 12:00"), wall("2027-05-03 23:00"))
    assert [(one.minutes, one.backup) for one in day] == [(120, False), (120, True)]
