"""The life of a call: one table, held to the promises that it must keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from warmline.domain.call import (
    IN_THE_ROOM,
    NEXT,
    RINGS,
    TO_BE_CALLED,
    WITH_PEER,
    Event,
    State,
    advance,
)
from warmline.domain.drawing import page
from warmline.domain.errors import TooLate

LIVE = [state for state in State if state is not State.ENDED]
WITH_CALLER = [state for state in LIVE if state not in TO_BE_CALLED]
"""States in which a caller is on the phone and hears pages of ours."""


@pytest.mark.parametrize("state", WITH_CALLER)
def test_a_caller_may_hang_up_at_any_time(state: State) -> None:
    assert advance(state, Event.LEFT) is State.ENDED


@pytest.mark.parametrize("event", list(Event))
def test_nothing_happens_to_a_call_that_has_ended(event: Event) -> None:
    with pytest.raises(TooLate):
        advance(State.ENDED, event)


@pytest.mark.parametrize("state", WITH_CALLER)
def test_the_crisis_door_is_open_in_every_state_in_which_keys_work(state: State) -> None:
    """P3. During the talk itself the star menu comes first: only star works in a conference."""
    if state not in IN_THE_ROOM:
        assert advance(state, Event.TO_THE_DOOR) is not State.ENDED


def test_only_who_waits_is_cut_off_handed_over_or_called_back_can_be_accepted() -> None:
    """P5: one caller, one supporter."""
    assert {state for state, event in NEXT if event is Event.ACCEPTED} == RINGS


@pytest.mark.parametrize("state", sorted(TO_BE_CALLED))
def test_a_call_back_leads_to_a_peer_only_by_a_key_on_the_phone_that_is_called(
    state: State,
) -> None:
    """P4: whatever else happens, nobody is in a talk, and nobody hears a page of a caller."""
    keys = {Event.REACHED, Event.WANTS_PEER}
    leads = {to for (here, event), to in NEXT.items() if here is state and event not in keys}
    assert leads <= {*TO_BE_CALLED, State.ENDED}
    assert advance(state, Event.WANTS_PEER) is State.WAITING, "whoever pressed 1 is not dropped"


def test_a_promise_lets_go_of_the_place_in_line_and_ends_no_call() -> None:
    promised = {state: to for (state, event), to in NEXT.items() if event is Event.PROMISE}
    assert promised == {State.MENUS: State.MENUS, State.WAITING: State.MENUS}


def test_a_lost_supporter_never_ends_the_call() -> None:
    for state in WITH_PEER - {State.HANDING}:
        assert advance(state, Event.PEER_LEFT) is State.ALONE
    assert advance(State.HANDING, Event.PEER_LEFT) is State.WAITING, "other phones ring already"


def test_neither_988_nor_another_peer_comes_in_before_the_caller_was_asked() -> None:
    """P12, and a talk is the caller's own: only from the question do these lead on."""
    for event in (Event.BRINGS_CRISIS, Event.HANDS_OVER):
        assert {here for (here, one) in NEXT if one is event} == {State.ASKED}


def test_from_everywhere_a_caller_can_come_to_a_peer_again() -> None:
    """P2: no state from which waiting for a peer cannot be reached by the caller's own steps."""
    own = set(Event) - {Event.LEFT}
    for start in LIVE:
        reached: set[State] = {start}
        frontier: list[State] = [start]
        while frontier:
            here = frontier.pop()
            for (state, event), to in NEXT.items():
                if state is here and event in own and to not in reached:
                    reached.add(to)
                    frontier.append(to)
        assert State.WAITING in reached, start


def test_the_page_about_states_is_made_from_the_table() -> None:
    """`make docs` writes it anew."""
    written = (Path(__file__).parents[2] / "docs" / "call-states.md").read_text("utf-8")
    assert written == page()
