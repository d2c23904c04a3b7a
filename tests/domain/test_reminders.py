"""When somebody is reminded of a shift, and who is asked if they do not answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from warmline.domain.reminders import CONFIRMED, Reminded, Reminders, Step, step_due

LA = ZoneInfo("America/Los_Angeles")
EVENING = datetime(2027, 5, 11, 18, tzinfo=LA).astimezone(UTC)
MINUTE = timedelta(minutes=1)


def evening(
    *,
    start: datetime = EVENING,
    ways: Reminders = Reminders(),  # noqa: B008  # it is frozen
    backup: bool = False,
    yes_after: Step | None = None,
    asleep: tuple[int, int] = (0, 0),
    quiet: tuple[int, int] = (0, 0),
) -> list[tuple[str, int]]:
    """What is said how many minutes before a shift, looked at each minute of a day and more.

    `asleep`: minutes before the shift from when until when no clock looks; `quiet`: the same of
    the supporter's quiet hours.
    """
    said: dict[str, datetime] = {}
    told = []
    for ahead in range(26 * 60, -60, -1):
        if asleep[0] >= ahead > asleep[1]:
            continue
        now = start - ahead * MINUTE
        known = Reminded(start, backup, said, quiet[0] >= ahead > quiet[1])
        step = step_due(known, ways, LA, now)
        if step is not None:
            said[step] = now
            told.append((step.value, ahead))
            if step is yes_after:
                said[CONFIRMED] = now
    return told


def test_a_supporter_who_never_answers_is_texted_called_and_then_others_are_asked() -> None:
    assert evening() == [
        ("day", 24 * 60),
        ("soon", 15),
        ("call", 7),
        ("backup", 3),
        ("coordinator", 0),
    ]


def test_a_yes_ends_it_at_any_step() -> None:
    assert evening(yes_after=Step.SOON)[-1] == ("soon", 15)
    assert evening(yes_after=Step.CALL)[-1] == ("call", 7)


def test_an_early_shift_is_told_of_in_the_evening_before_and_not_in_the_night() -> None:
    six = datetime(2027, 5, 11, 6, tzinfo=LA).astimezone(UTC)
    assert evening(start=six)[0] == ("day", 21 * 60)  # at nine, as soon as it is daytime
    late = datetime(2027, 5, 11, 22, tzinfo=LA).astimezone(UTC)
    assert evening(start=late)[0] == ("day", 13 * 60)


def test_the_day_before_is_told_of_from_nine_to_eight_and_at_least_three_hours_ahead() -> None:
    known = Reminded(EVENING, False, {})
    ahead = timedelta(hours=3)
    assert step_due(known, Reminders(), LA, EVENING - ahead) is None
    assert step_due(known, Reminders(), LA, EVENING - ahead - MINUTE) is Step.DAY
    night = EVENING + timedelta(hours=12)
    eight = EVENING + timedelta(hours=2)
    assert step_due(Reminded(night, False, {}), Reminders(), LA, eight) is None
    assert step_due(Reminded(night, False, {}), Reminders(), LA, eight - MINUTE) is Step.DAY


def test_three_quarters_of_an_hour_after_its_beginning_nothing_is_said_any_more() -> None:
    late = EVENING + timedelta(minutes=45)
    assert step_due(Reminded(EVENING, False, {}), Reminders(), LA, late) is Step.SOON
    assert step_due(Reminded(EVENING, False, {}), Reminders(), LA, late + MINUTE) is None


def test_a_coordinator_is_told_when_the_shift_begins_and_no_second_before() -> None:
    ways = Reminders(day_before=False, minutes_before=60)
    ahead = {Step.SOON: 60, Step.CALL: 28, Step.BACKUP: 12}
    known = Reminded(EVENING, False, {step: EVENING - n * MINUTE for step, n in ahead.items()})
    assert step_due(known, ways, LA, EVENING - timedelta(seconds=1)) is None
    assert step_due(known, ways, LA, EVENING) is Step.COORDINATOR


def test_a_clock_that_was_away_says_everything_and_rushes_nobody() -> None:
    told = evening(asleep=(20, -2))
    assert told[1:] == [("soon", -2), ("call", -10), ("backup", -14), ("coordinator", -17)]
    assert evening(asleep=(20, -46))[1:] == []


def test_quiet_hours_are_kept_and_the_steps_follow_when_they_end() -> None:
    assert evening(quiet=(60, 0))[1:] == [
        ("soon", 0),
        ("call", -8),
        ("backup", -12),
        ("coordinator", -15),
    ]
    assert evening(quiet=(30 * 60, -60)) == []


def test_a_backup_is_texted_and_not_pursued() -> None:
    assert evening(backup=True) == [("day", 24 * 60), ("soon", 15)]


def test_a_line_may_remind_otherwise_or_not_at_all() -> None:
    assert evening(ways=Reminders(day_before=False, minutes_before=0)) == []
    hour = Reminders(day_before=False, minutes_before=60)
    assert evening(ways=hour) == [("soon", 60), ("call", 28), ("backup", 12), ("coordinator", 0)]
    rarely = Reminders(day_before=False, minutes_before=30, call=False)
    assert evening(ways=rarely) == [("soon", 30), ("backup", 6), ("coordinator", 0)]


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 60),
    st.booleans(),
    st.lists(st.integers(0, 26 * 60), max_size=2),
    st.sampled_from([None, *Step]),
)
def test_each_step_comes_at_most_once_and_in_order(
    minutes: int, call: bool, away: list[int], yes: Step | None
) -> None:
    gap = (max(away), min(away)) if len(away) == 2 else (0, 0)
    ways = Reminders(minutes_before=minutes, call=call)
    steps = [Step(step) for step, _ in evening(ways=ways, asleep=gap, yes_after=yes)]
    assert steps == [step for step in Step if step in steps]
