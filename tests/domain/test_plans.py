"""What shifts and words of one supporter come to: where a duty is cut, and what counts in it."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from warmline.domain.hours import Stretch
from warmline.domain.line import DutyWish
from warmline.domain.plans import Plan, days_of

LA = ZoneInfo("America/Los_Angeles")
MINUTE = timedelta(minutes=1)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(f"2027-05-{text}").replace(tzinfo=LA)


def part(start: str, end: str) -> Stretch:
    return Stretch(wall(start), wall(end))


def wish(on: bool, start: str, end: str, *, anyway: bool = False) -> DutyWish:
    return DutyWish("river", on, wall(start), wall(end), anyway)


def test_up_to_25_hours_are_one_duty_and_more_are_cut_at_midnight() -> None:
    longest = part("03 12:00", "04 13:00")
    assert days_of(LA, longest) == [longest]
    more = Stretch(longest.start, longest.end + MINUTE)
    midnight = wall("04 00:00")
    assert days_of(LA, more) == [Stretch(more.start, midnight), Stretch(midnight, more.end)]


def test_a_long_duty_that_begins_and_ends_at_midnight_has_whole_days_and_no_empty_one() -> None:
    days = [wall(f"0{day} 00:00") for day in (3, 4, 5, 6)]
    assert days_of(LA, Stretch(days[0], days[-1])) == [
        Stretch(days[0], days[1]),
        Stretch(days[1], days[2]),
        Stretch(days[2], days[3]),
    ]


def test_who_said_on_and_off_in_the_same_moment_is_off() -> None:
    words = [wish(True, "03 12:00", "03 14:00"), wish(False, "03 12:00", "03 13:00")]
    for wishes in (words, words[::-1]):
        plan = Plan(LA, [], [], wishes)
        assert plan.duty(wall("03 12:30")) is None
        assert plan.duty(wall("03 13:30")) is not None


def test_the_order_is_that_of_the_shift_in_which_they_are_now() -> None:
    early, late, backup = (
        part("03 08:00", "03 12:00"),
        part("03 12:00", "03 16:00"),
        part("03 08:00", "03 20:00"),
    )
    plan = Plan(LA, [early, late], [backup], [], [(early, False, 2), (late, False, 3)])
    plan.ordered.append((backup, True, 1))
    orders = {}
    for hour in ("11", "12", "17"):
        duty = plan.duty(wall(f"03 {hour}:00"))
        orders[hour] = duty and (duty.backup, duty.order)
    assert orders == {"11": (False, 2), "12": (False, 3), "17": (True, 1)}


def test_quiet_hours_count_again_in_the_moment_in_which_a_word_ends() -> None:
    shift, word = part("03 08:00", "03 20:00"), wish(True, "03 10:00", "03 12:00", anyway=True)
    plan = Plan(LA, [shift], [], [word])
    duties = [plan.duty(wall(f"03 {clock}")) for clock in ("09:59", "10:00", "11:59", "12:00")]
    assert [duty and duty.anyway for duty in duties] == [False, True, True, False]


def test_the_duty_before_ended_with_what_was_last_done_of_it() -> None:
    """The evening before was left an hour early, and what was said off then was rest."""
    evening, today = part("03 18:00", "03 22:00"), part("04 08:00", "04 12:00")
    left = wish(False, "03 21:00", "03 23:00")
    duty = Plan(LA, [evening, today], [], [left]).duty(wall("04 09:00"))
    assert duty is not None
    assert duty.before == wall("03 21:00")
    duty = Plan(LA, [evening, today], [], []).duty(wall("04 09:00"))
    assert duty is not None
    assert duty.before == wall("03 22:00")
