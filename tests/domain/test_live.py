"""What is asked of live calls and of the phones that ring for them."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from warmline.domain.call import State
from warmline.domain.choosing import Wish
from warmline.domain.live import (
    Acceptance,
    Accepted,
    AtDoor,
    BackTurn,
    DialBack,
    Leg,
    LiveCall,
    Moved,
    Note,
    PlaceText,
    Waiting,
)

CALL = LiveCall("c", State.MENUS, "county", "en")
LEG = Leg("l", "c", "county", "r1")
PHONE = "+16505550123"


def test_who_was_turned_away_once_and_has_a_place_now_waits_like_everybody() -> None:
    assert not CALL.turned_away
    assert replace(CALL, flooded=True).turned_away
    assert not replace(CALL, flooded=True, wanted_at=9.0).turned_away
    assert not replace(CALL, wanted_at=9.0).turned_away


@pytest.mark.parametrize(
    ("state", "unwanted"),
    [("dialing", False), ("ringing", False), ("talking", False), ("closed", True), ("over", True)],
)
def test_a_phone_is_unwanted_once_its_call_goes_on_without_it(state: str, unwanted: bool) -> None:
    assert replace(LEG, state=state).unwanted is unwanted


def test_a_callers_number_is_in_nothing_that_is_printed() -> None:
    printed = [
        BackTurn(DialBack.RING, CALL, PHONE),
        PlaceText("t", "county", "+16505550100", "en", "peer", PHONE),
    ]
    assert PHONE not in repr(printed)


def test_nor_is_a_new_pins_hash() -> None:
    assert "scrypt" not in repr(AtDoor("r1", own=True, fresh="scrypt:x"))


def test_a_call_of_which_nothing_is_known_has_just_begun() -> None:
    told = {one.name for one in fields(CALL) if getattr(CALL, one.name)}
    assert told == {"id", "state", "line", "language", "wish", "open", "sound", "round"}
    assert (CALL.wish, CALL.round) == (Wish(), 1)


def test_a_phone_of_which_nothing_is_known_rings_for_the_first_time() -> None:
    told = {one.name for one in fields(LEG) if getattr(LEG, one.name)}
    assert told == {"id", "call", "line", "supporter"}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Note(), set()),
        (Waiting(CALL, 1), {"call", "ringing"}),
        (AtDoor("r1", own=False), {"supporter"}),
        (Acceptance(Accepted.TAKEN), {"outcome"}),
        (Moved(State.MENUS, CALL), {"before", "call"}),
    ],
)
def test_what_is_not_told_is_not_so(
    value: Note | Waiting | AtDoor | Acceptance | Moved, told: set[str]
) -> None:
    assert {one.name for one in fields(value) if getattr(value, one.name)} == told


def test_a_text_is_tried_for_the_first_time() -> None:
    assert PlaceText("t", "county", "+16505550100", "en", "peer", PHONE).tries == 0
