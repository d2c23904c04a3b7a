"""What the store of live calls answers: plain values, no store in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from warmline.domain.after_talk import Said
from warmline.domain.call import State
from warmline.domain.choosing import Wish
from warmline.domain.matching import Asked
from warmline.domain.presence import Changes


@dataclass(frozen=True, slots=True)
class LiveCall:
    """One call as it stands. Times are seconds since the epoch, 0 where it has not happened."""

    id: str
    state: State
    line: str
    language: str
    sid: str = ""
    number: str = ""
    """The line's own number that was dialed; never the caller's."""
    open: bool = True
    received: float = 0.0
    seen: float = 0.0
    """When the caller was last heard of on a page of theirs."""
    led_at: float = 0.0
    """When somebody else's step took the call on, so that the caller's phone is to follow."""
    wanted_at: float = 0.0
    ring_since: float = 0.0
    first_bridge: float = 0.0
    talked: float = 0.0
    ended: float = 0.0
    round: int = 1
    offers: int = 0
    leg: str = ""
    supporter: str = ""
    again: str = ""
    """Whose phone was lost during the talk and may be rung once more."""
    crisis_key: bool = False
    crisis_bridge: bool = False
    keyed: bool = False
    """The caller has pressed a key: somebody is there."""
    flooded: bool = False
    """Turned away once, because very many called."""
    asks: int = 0
    """How often there was no room for them since."""
    sound: bool = True
    slow: bool = False
    choices: int = 0
    """How many of the timed offers of a choice this caller has heard."""
    told: frozenset[str] = frozenset()
    """What has been said once and is not repeated, e.g. that nobody is on."""
    places: frozenset[str] = frozenset()
    wish: Wish = field(default_factory=Wish)
    queued: bool = False
    called_back: bool = False
    """It is we who call: somebody has asked for it."""
    promised: bool = False
    """A call back was promised in this call."""
    reached: bool = False
    """Of a call back: somebody has pressed 1 on the phone that was called."""
    tries: int = 0
    """Of a call back: how often that phone has rung in vain."""
    bound: str = ""
    """The place of the directory to which they are being connected; "-" once they have been."""
    proposal: str = ""
    """What the supporter would like, of which the caller is asked: see `Proposal`."""
    guest: str = ""
    """How far 988 has come into this talk: see `Guest`; empty when it was not asked for."""
    guest_sid: str = ""
    guest_room: str = ""
    """The room into which it is called."""
    door: bool = False
    """A supporter who has signed in behind #: a call about their duty."""
    at_door: AtDoor | None = None
    """Who is behind #, where a look has asked for that as well; nobody has no supporter."""
    blocked: float = 0.0
    """Until when this caller reaches no peer of the line, because supporters flagged a call."""
    row: str = ""
    """The random id of the row that will be kept; empty once it has been written."""
    said: Said | None = None
    """What the caller said after a talk; not any more once the row has been written."""
    sums: Mapping[str, float] = field(default_factory=dict)
    """What it will add to the sums of its quarter: see `domain.exact`."""

    @property
    def turned_away(self) -> bool:
        """Very many called, and there has been no room for this caller yet."""
        return self.flooded and not self.wanted_at


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be remembered of a call together with a look or a step; None leaves it."""

    language: str | None = None
    sound: bool | None = None
    slow: bool | None = None
    crisis_key: bool | None = None
    crisis_bridge: bool | None = None
    keyed: bool | None = None
    choices: int | None = None
    round: int | None = None
    queued: bool | None = None
    bound: str | None = None
    proposal: str | None = None
    met: bool = False
    """The caller hears who has taken the call."""
    wish: Wish | None = None
    """Kept sealed, and not any more once the call has ended."""
    told: str = ""
    heard: str = ""
    """The kind of a place in the directory that was read out."""
    said: Said | None = None
    door: bool = False
    """They are behind #: the look brings who it is."""
    unmet: frozenset[str] = frozenset()
    """Wishes that they are asked to let go of, as `domain.exact` counts them: `unmet-...`."""


NOTHING = Note()


class From(StrEnum):
    """Whether a caller's page is a step of their call when it is in a certain state."""

    ALWAYS = "always"
    WHILE_OPEN = "open"
    """Only on a line that was open when they called."""


BEEN_ELSEWHERE = "-"
"""Stands for the place to which a caller was connected, once they have been."""


class Texted(StrEnum):
    """What became of a caller's wish for a number as a text."""

    COMING = "coming"
    ALREADY = "already"
    ENOUGH = "enough"
    LATER = "later"
    """So many were sent from the line within the hour that something must be wrong."""


@dataclass(frozen=True, slots=True, repr=False)
class PlaceText:
    """A number of the directory that is to be sent to a phone, which lives in memory only."""

    id: str
    line: str
    number: str
    language: str
    place: str
    phone: str
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting call with what routing needs."""

    call: LiveCall
    ringing: int
    asked: Mapping[str, Asked] = field(default_factory=dict)
    ahead: int = 0
    changes: Changes | None = None
    """What has changed of supporters, where that was asked for, too."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One supporter's phone that was rung for one call."""

    id: str
    call: str
    line: str
    supporter: str
    sid: str = ""
    state: str = ""
    bridged: bool = False
    again: bool = False
    """Rung once more for the caller whom this phone lost."""
    hard: bool = False
    """A crisis line was rung out of the talk."""
    handed_over: bool = False
    """It was in a talk that somebody else has taken over."""
    debrief: bool = False
    """During the talk they wished for a debrief afterwards."""
    picked_up: bool = False
    """Somebody listens on this phone, or has."""
    rests_until: float = 0.0
    """Until when its supporter rests, where somebody looked for the phone by itself."""

    @property
    def unwanted(self) -> bool:
        """Its call goes on, or has ended, without it."""
        return self.state in {"closed", "over"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A step of a call that took place.

    `dropped` are phones to silence; `peer` is the supporter's leg that was let go
    by the step, if one was.
    """

    before: State
    call: LiveCall
    dropped: tuple[Leg, ...] = ()
    peer: Leg | None = None


class DialBack(StrEnum):
    """What is to be done about the phone of whoever is called back."""

    RING = "ring"
    LATE = "late"
    """It was rung, and nobody pressed a key in time."""
    TROUBLE = "trouble"
    """It could not be rung, or the supporter has left before it rang."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class BackTurn:
    """Whose turn it is with a call back, given to one worker."""

    what: DialBack
    call: LiveCall | None = None
    phone: str = field(default="", repr=False)
    """The caller's number, E.164, in memory only; empty when it cannot be read any more."""


@dataclass(frozen=True, slots=True)
class AtDoor:
    """Who is at the # door: a supporter's id, or nobody whom we know."""

    supporter: str
    own: bool
    """They call from their own phone, as far as that can be known."""
    signed_in: bool = False
    fresh: str = field(default="", repr=False)
    """The hash of a new PIN that they have chosen and not said again."""


class Accepted(StrEnum):
    """What a supporter's 1 led to."""

    JOINED = "joined"
    TAKEN = "taken"
    CALLER_LEFT = "left"
    CALLER_ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The answer to a supporter's 1, with the other phones to silence."""

    outcome: Accepted
    call: LiveCall | None = None
    dropped: tuple[Leg, ...] = ()
    peer: Leg | None = None
    """Whoever has handed the caller over, and is let go."""
    first: bool = False
    """False when the same key press arrived before."""
    leg: Leg | None = None
    """The phone on which it was pressed."""


@dataclass(frozen=True, slots=True)
class Closed:
    """An offer that has come to its end without a talk."""

    leg: Leg
    misses: int


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that has passed: what kind, and of which call, leg, line or supporter."""

    kind: str
    id: str
    lent_until: float
    """When it is due again unless it is struck off."""
