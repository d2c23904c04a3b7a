"""The life of a call: one table, and nothing else may say what comes next.

The Redis adapter is given this very table and applies it atomically, so that two keys pressed
together, a hang-up that overtakes an accept and a webhook that arrives twice meet one judge.
Where the caller is in the conversation is the URL; here stands only what is true of the call.
"""

from __future__ import annotations

from enum import StrEnum

from warmline.domain.errors import TooLate


class State(StrEnum):
    """What is true of a call."""

    MENUS = "menus"
    """Listening to the menus; has not come to a peer yet."""
    WAITING = "waiting"
    """Wants a peer: phones are rung."""
    AWAY = "away"
    """At the crisis door; nobody is rung, the place among those who wait is kept."""
    JOINING = "joining"
    """A supporter has pressed 1; the caller hears who it is."""
    TALKING = "talking"
    """Both hear each other."""
    ASIDE = "aside"
    """Pressed star during the talk; the supporter waits."""
    BESIDE = "beside"
    """The supporter has pressed star during the talk; the caller hears so and waits for them."""
    ASKED = "asked"
    """The caller is asked whether 988 may come into the talk, or another peer take over; the
    supporter waits."""
    HANDING = "handing"
    """Both hear each other, while another peer is rung for the caller, who has agreed to it."""
    ALONE = "alone"
    """The supporter's phone has left. The caller hears so, and unless they hang up or turn to
    something else, phones are rung while they still listen."""
    PARTED = "parted"
    """Whose supporter has left has turned to other places, to questions or to the crisis door."""
    CRISIS = "crisis"
    """Connected, or being connected, to a crisis line at their own key press."""
    PROMISED = "promised"
    """A call back: somebody asked for it, and a supporter is looked for before they are rung."""
    CALLING = "calling"
    """A call back: a supporter has pressed 1, and the phone of whoever asked for it is rung."""
    ENDED = "ended"
    """The caller has hung up, or a call back will not be tried again."""


class Event(StrEnum):
    """What can happen to a call."""

    WANTS_PEER = "wants_peer"
    TO_THE_DOOR = "to_the_door"
    COMES_BACK = "comes_back"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    BRIDGED = "bridged"
    STAR = "star"
    PEER_LEFT = "peer_left"
    ELSEWHERE = "elsewhere"
    TO_CRISIS = "to_crisis"
    PEER_STAR = "peer_star"
    PROPOSED = "proposed"
    HANDS_OVER = "hands_over"
    STAYS = "stays"
    BRINGS_CRISIS = "brings_crisis"
    LEFT_WITH_CRISIS = "left_with_crisis"
    LEFT = "left"
    PROMISE = "promise"
    REACHED = "reached"
    UNREACHED = "unreached"
    GIVEN_UP = "given_up"


S, E = State, Event

NEXT: dict[tuple[State, Event], State] = {
    (S.MENUS, E.WANTS_PEER): S.WAITING,
    (S.MENUS, E.TO_THE_DOOR): S.MENUS,
    (S.MENUS, E.TO_CRISIS): S.CRISIS,
    (S.MENUS, E.PROMISE): S.MENUS,
    (S.MENUS, E.LEFT): S.ENDED,
    (S.WAITING, E.WANTS_PEER): S.WAITING,
    (S.WAITING, E.COMES_BACK): S.WAITING,
    (S.WAITING, E.TO_THE_DOOR): S.AWAY,
    (S.WAITING, E.ACCEPTED): S.JOINING,
    (S.WAITING, E.TO_CRISIS): S.CRISIS,
    (S.WAITING, E.PROMISE): S.MENUS,
    (S.WAITING, E.LEFT): S.ENDED,
    (S.AWAY, E.WANTS_PEER): S.WAITING,
    (S.AWAY, E.COMES_BACK): S.WAITING,
    (S.AWAY, E.TO_THE_DOOR): S.AWAY,
    (S.AWAY, E.TO_CRISIS): S.CRISIS,
    (S.AWAY, E.LEFT): S.ENDED,
    (S.JOINING, E.BRIDGED): S.TALKING,
    (S.JOINING, E.DECLINED): S.WAITING,
    (S.JOINING, E.TO_THE_DOOR): S.AWAY,
    (S.JOINING, E.PEER_LEFT): S.ALONE,
    (S.JOINING, E.LEFT): S.ENDED,
    (S.TALKING, E.BRIDGED): S.TALKING,
    (S.TALKING, E.STAR): S.ASIDE,
    (S.TALKING, E.PEER_STAR): S.BESIDE,
    (S.TALKING, E.PROPOSED): S.ASKED,
    (S.TALKING, E.LEFT_WITH_CRISIS): S.CRISIS,
    (S.TALKING, E.PEER_LEFT): S.ALONE,
    (S.TALKING, E.LEFT): S.ENDED,
    (S.ASIDE, E.STAR): S.ASIDE,
    (S.ASIDE, E.COMES_BACK): S.TALKING,
    (S.ASIDE, E.BRIDGED): S.TALKING,
    (S.ASIDE, E.DECLINED): S.WAITING,
    (S.ASIDE, E.TO_THE_DOOR): S.ASIDE,
    (S.ASIDE, E.TO_CRISIS): S.CRISIS,
    (S.ASIDE, E.PEER_LEFT): S.ALONE,
    (S.ASIDE, E.LEFT): S.ENDED,
    (S.BESIDE, E.PEER_STAR): S.BESIDE,
    (S.BESIDE, E.PROPOSED): S.ASKED,
    (S.BESIDE, E.COMES_BACK): S.TALKING,
    (S.BESIDE, E.STAR): S.ASIDE,
    (S.BESIDE, E.TO_THE_DOOR): S.ASIDE,
    (S.BESIDE, E.PEER_LEFT): S.ALONE,
    (S.BESIDE, E.LEFT): S.ENDED,
    (S.ASKED, E.PROPOSED): S.ASKED,
    (S.ASKED, E.COMES_BACK): S.TALKING,
    (S.ASKED, E.HANDS_OVER): S.HANDING,
    (S.ASKED, E.BRINGS_CRISIS): S.TALKING,
    (S.ASKED, E.TO_THE_DOOR): S.ASIDE,
    (S.ASKED, E.PEER_LEFT): S.ALONE,
    (S.ASKED, E.LEFT): S.ENDED,
    (S.HANDING, E.BRIDGED): S.HANDING,
    (S.HANDING, E.ACCEPTED): S.JOINING,
    (S.HANDING, E.STAYS): S.TALKING,
    (S.HANDING, E.STAR): S.ASIDE,
    (S.HANDING, E.PEER_STAR): S.BESIDE,
    (S.HANDING, E.PROPOSED): S.ASKED,
    (S.HANDING, E.PEER_LEFT): S.WAITING,
    (S.HANDING, E.LEFT): S.ENDED,
    (S.ALONE, E.WANTS_PEER): S.WAITING,
    (S.ALONE, E.ACCEPTED): S.JOINING,
    (S.ALONE, E.ELSEWHERE): S.PARTED,
    (S.ALONE, E.TO_THE_DOOR): S.PARTED,
    (S.ALONE, E.TO_CRISIS): S.CRISIS,
    (S.ALONE, E.LEFT): S.ENDED,
    (S.PARTED, E.WANTS_PEER): S.WAITING,
    (S.PARTED, E.TO_THE_DOOR): S.PARTED,
    (S.PARTED, E.TO_CRISIS): S.CRISIS,
    (S.PARTED, E.LEFT): S.ENDED,
    (S.CRISIS, E.TO_CRISIS): S.CRISIS,
    (S.CRISIS, E.TO_THE_DOOR): S.CRISIS,
    (S.CRISIS, E.WANTS_PEER): S.WAITING,
    (S.CRISIS, E.COMES_BACK): S.WAITING,
    (S.CRISIS, E.LEFT): S.ENDED,
    (S.PROMISED, E.ACCEPTED): S.CALLING,
    (S.PROMISED, E.WANTS_PEER): S.WAITING,
    (S.PROMISED, E.GIVEN_UP): S.ENDED,
    (S.CALLING, E.REACHED): S.JOINING,
    (S.CALLING, E.PEER_LEFT): S.CALLING,
    (S.CALLING, E.WANTS_PEER): S.WAITING,
    (S.CALLING, E.UNREACHED): S.PROMISED,
    (S.CALLING, E.GIVEN_UP): S.ENDED,
}
"""Every move there is. A pair that is not here is too late."""

WITH_PEER = frozenset({S.JOINING, S.TALKING, S.ASIDE, S.BESIDE, S.ASKED, S.HANDING})
"""States in which a supporter's phone belongs to the call."""

IN_THE_ROOM = frozenset({S.TALKING, S.HANDING})
"""States in which caller and supporter hear each other, and no key but star is heard."""

RINGS = frozenset({S.WAITING, S.PROMISED, S.HANDING, S.ALONE})
"""The states in which supporters' phones may ring for the call."""

TO_BE_CALLED = frozenset({S.PROMISED, S.CALLING})
"""States of a call back in which nobody has pressed 1 on the phone that is called, so that nothing
is known of who holds it: no page of a caller is heard there."""


def advance(state: State, event: Event) -> State:
    """The state after the event.

    Raises `TooLate` when the event means nothing any more, e.g. an accept after a hang-up.
    """
    try:
        return NEXT[state, event]
    except KeyError:
        raise TooLate(f"{event} in {state}") from None
