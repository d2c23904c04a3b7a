"""What somebody has to look at in a directory, on which day, and how much it presses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.books import BOOK
from warmline.domain.directory.concerns import SOON, directory_warnings, to_verify, unfilled
from warmline.domain.line import LineBook, Place, Proposal

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
WAIVED = tuple(
    Place(kind, kind, kind.title(), enabled=False, waived_by="AB", waived_why="none near")
    for kind in ("eap", "therapy", "psychiatry", "cultural", "rights")
)
CRISIS = Place("dv", "crisis", "A crisis line", "+16505550150", verify_by=TODAY)
PEER = Place("nami", "peer", "A peer line", "+16505550151", verify_by=TODAY)


def line(*places: Place) -> LineBook:
    return replace(BOOK, places=places, proposals=())


def told(*places: Place) -> list[tuple[str, bool, bool]]:
    """Each concern without the line's name, whether callers are worse off, whether it alarms."""
    return [
        (one.said.removeprefix("County peer line: "), one.wrong, one.alarm)
        for one in directory_warnings(line(*places, *WAIVED), TODAY)
    ]


def test_on_the_day_that_a_row_names_it_is_still_good() -> None:
    assert told(CRISIS, PEER) == []


def test_a_crisis_row_that_is_too_old_is_an_alarm_and_another_row_a_reminder() -> None:
    late = {"verify_by": TODAY - DAY}
    old_crisis, old_peer = replace(CRISIS, **late), replace(PEER, **late)  # type: ignore[arg-type]
    assert told(old_crisis, PEER) == [
        (
            (
                "nobody has made sure of A crisis line for too long. What is too old is read last, "
                "and callers are asked to check."
            ),
            True,
            True,
        )
    ]
    assert told(CRISIS, old_peer) == [
        (
            (
                "A peer line should be looked at again; callers hear them last, and are asked to "
                "check."
            ),
            False,
            False,
        )
    ]
    for row in (old_crisis, old_peer):
        assert told(CRISIS, replace(row, key="off", dial="+16505550152", enabled=False)) == []


def test_a_row_of_which_no_day_is_known_is_not_called_too_old() -> None:
    never = {"verify_by": None}
    assert told(replace(CRISIS, **never), replace(PEER, **never)) == []  # type: ignore[arg-type]


def test_a_directory_that_names_no_crisis_line_besides_988_is_an_alarm() -> None:
    assert told(PEER) == [("no crisis line is named besides 988.", True, True)]
    assert told(replace(CRISIS, enabled=False)) == told(PEER)
    assert not any(one.alarm for one in directory_warnings(line(), TODAY)), "there is no directory"


def test_a_slot_is_filled_by_a_local_row_that_is_on_or_waived_by_somebody_with_a_reason() -> None:
    assert unfilled(line(*WAIVED)) == []
    own = Place("own", "eap", "Ours", "+16505550153", local=True)
    rest = WAIVED[1:]
    assert unfilled(line(own, *rest)) == []
    for row in (
        replace(own, local=False),
        replace(own, enabled=False),
        replace(WAIVED[0], waived_by=""),
        replace(WAIVED[0], waived_why=""),
    ):
        assert unfilled(line(row, *rest)) == ["employee assistance"]
    (slot,) = directory_warnings(line(CRISIS, *rest), TODAY)
    assert (slot.wrong, slot.alarm) == (True, False)
    assert "nothing for employee assistance" in slot.said


def test_two_rows_to_one_telephone_are_told_of_and_a_waiting_change_alarms() -> None:
    again = replace(PEER, key="again")
    ((said, wrong, alarm),) = told(CRISIS, PEER, again)
    assert "again and nami lead to the same telephone" in said
    assert (wrong, alarm) == (False, False)
    waits = replace(
        line(CRISIS, *WAIVED), proposals=(Proposal("p1", "dv", None, CRISIS, "AB", TODAY),)
    )
    (one,) = directory_warnings(waits, TODAY)
    assert (one.wrong, one.alarm) == (False, True)


@pytest.mark.parametrize(("ahead", "found"), [(-1, []), (0, ["nami"]), (31, ["nami", "later"])])
def test_what_is_to_be_looked_at_until_a_day_comes_with_the_most_overdue_first(
    ahead: int, found: list[str]
) -> None:
    later = replace(PEER, key="later", verify_by=TODAY + 31 * DAY)
    off = replace(PEER, key="off", enabled=False)
    rows = to_verify(line(later, off, PEER), TODAY + ahead * DAY)
    assert [one.key for one in rows] == found
    unknown = replace(PEER, key="unknown", verify_by=None)
    assert to_verify(line(PEER, unknown), TODAY + ahead * DAY)[0] == unknown
    assert timedelta(days=31) == SOON
