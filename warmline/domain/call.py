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
    PARTED = "parted"
    """The supporter's phone has left; the caller hears what may come next."""
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
    TO_CRISIS = "to_crisis"
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
    (S.JOINING, E.PEER_LEFT): S.PARTED,
    (S.JOINING, E.LEFT): S.ENDED,
    (S.TALKING, E.BRIDGED): S.TALKING,
    (S.TALKING, E.STAR): S.ASIDE,
    (S.TALKING, E.PEER_LEFT): S.PARTED,
    (S.TALKING, E.LEFT): S.ENDED,
    (S.ASIDE, E.STAR): S.ASIDE,
    (S.ASIDE, E.COMES_BACK): S.TALKING,
    (S.ASIDE, E.BRIDGED): S.TALKING,
    (S.ASIDE, E.DECLINED): S.WAITING,
    (S.ASIDE, E.TO_THE_DOOR): S.ASIDE,
    (S.ASIDE, E.TO_CRISIS): S.CRISIS,
    (S.ASIDE, E.PEER_LEFT): S.PARTED,
    (S.ASIDE, E.LEFT): S.ENDED,
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

WITH_PEER = frozenset({S.JOINING, S.TALKING, S.ASIDE})
"""States in which a supporter's phone belongs to the call."""

RINGS = frozenset({S.WAITING, S.PROMISED})
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
