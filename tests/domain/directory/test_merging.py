"""What stays of a crisis place when the line's own file, or a new release, says something of it."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.directory.test_changes import CRISIS, planning
from warmline.domain.directory.merging import merged
from warmline.domain.line import Keeper, Place

OURS = replace(CRISIS, kept_in=Keeper.DIRECTORY)
THEIRS = replace(CRISIS, kept_in=Keeper.PROGRAM)
OTHER_HOURS = "Mon-Fri 9-17"


def after(old: Place | None, new: Place) -> tuple[Place, list[str]]:
    """The crisis place once the file or the program has spoken, and what is told of it."""
    plan = merged(planning(*([old] if old else [])), [new], [])
    (place,) = plan.places
    return place, [one.outcome for one in plan.told]


def test_the_same_crisis_place_once_more_waits_for_nobody() -> None:
    assert after(OURS, replace(OURS, kept_in=Keeper.FILE)) == (OURS, [])
    assert after(THEIRS, THEIRS) == (THEIRS, [])


def test_what_people_decided_of_a_crisis_place_is_not_asked_again_by_a_new_release() -> None:
    assert after(OURS, replace(THEIRS, hours=OTHER_HOURS)) == (OURS, [])


def test_what_a_file_says_otherwise_of_a_crisis_place_waits_for_a_second_person() -> None:
    place, told = after(OURS, replace(OURS, kept_in=Keeper.FILE, hours=OTHER_HOURS))
    assert place == OURS
    assert told == ["proposed"]


def test_a_crisis_place_of_a_file_alone_is_a_proposal_and_not_yet_a_place() -> None:
    plan = merged(planning(), [replace(CRISIS, kept_in=Keeper.FILE)], [])
    assert not plan.places
    assert [one.outcome for one in plan.told] == ["proposed"]
