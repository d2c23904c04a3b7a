"""The one judge of live calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from warmline.domain.call import Event, State
from warmline.domain.flood import Caps
from warmline.domain.live import (
    NOTHING,
    Acceptance,
    Closed,
    Due,
    From,
    Leg,
    LiveCall,
    Moved,
    Note,
    Waiting,
)
from warmline.domain.matching import Asked, Candidate
from warmline.domain.presence import Changes, Presence
from warmline.domain.provider import Outbound, Trouble, Troubles
from warmline.ports.doors import Doors
from warmline.ports.flags import Flagging
from warmline.ports.promises import Callbacks, Debriefs, Guests, PlaceTexts


class LiveCalls(Callbacks, Debriefs, Flagging, Guests, PlaceTexts, Doors, Protocol):
    """The one judge of live calls. Each method is one atomic step and may be repeated."""

    def open(
        self,
        *,
        sid: str,
        line: str,
        language: str,
        number: str,
        is_open: bool,
        avoid: Iterable[str],
        caps: Caps | None = None,
        through: bool = False,
        tokens: Iterable[str] = (),
    ) -> tuple[LiveCall, bool]:
        """The call of this provider id, made when it is new (the second value says so).

        `caps`: above these it is `flooded`; without them nothing is counted. `through`: it was
        here before, so that no cap holds for it. `tokens`: see `domain.flags`; who has a blocked
        one is `blocked`.
        """
        ...

    def look(
        self, call_id: str, note: Note = NOTHING, since: Changes | None = None
    ) -> Waiting | None:
        """What is true of the call, and a mark that its caller is there; None when unknown.

        `since`: the same look brings what has changed of supporters, as `changes` does.
        """
        ...

    def peek(self, call_id: str) -> LiveCall | None:
        """The call as it stands, without a mark that its caller is there."""
        ...

    def known(self, sid: str) -> str | None:
        """Our id of the call with this provider id."""
        ...

    def move(
        self,
        call_id: str,
        event: Event,
        note: Note = NOTHING,
        only: Mapping[State, From] | None = None,
        *,
        lead: bool = False,
        leg: str | None = None,
    ) -> Moved | None:
        """Let an event happen to a call; None when the call is unknown.

        With `only` the caller is there, and in a state that it does not name nothing else happens:
        the call is the same as `before`. Raises `TooLate` when the event means nothing in the
        call's state (with `lead` it was not the caller's own step, so that their phone is due to be
        taken along), or when the supporter's phone `leg`, whose step it is, belongs to it no more,
        and `NoRoom` when they cannot wait for a peer yet, because very many call.
        """
        ...

    def waiting(self, line_id: str) -> list[Waiting]:
        """The callers of a line who wait for a peer, longest first.

        While a flood is on, whoever has pressed no key comes after those who did.
        """
        ...

    def reserve(self, call_id: str, want: int, candidates: Iterable[Candidate]) -> list[Leg]:
        """Reserve phones, best first, until `want` ring for the call; the new legs.

        No more than the provider has slots for now; its line is due again when there is one.
        """
        ...

    def claim(self, leg_id: str) -> tuple[Leg, LiveCall] | None:
        """The right to dial a reserved leg, given once."""
        ...

    def dialed(self, leg_id: str, sid: str, ring_seconds: float) -> bool:
        """The provider rings the leg; False when it should be silenced at once."""
        ...

    def asked(self, leg_id: str, seconds: float) -> tuple[Leg, LiveCall] | None:
        """Somebody picked up; they have this long to press a key. None when unknown."""
        ...

    def close(self, leg_id: str, said: Asked, pause: float | None = None) -> Closed | None:
        """End an offer without a talk; None when it had ended before.

        For `pause` seconds the supporter is not rung for anybody (two, after a trouble).
        """
        ...

    def lost(self, leg_id: str, seconds: float) -> bool:
        """Nobody knows whether this phone was rung: the next one is, and theirs is due to be found.

        Not if it has been heard of since; then False.
        """
        ...

    def believed(self) -> list[LiveCall]:
        """Every call that has not ended, as far as we know."""
        ...

    def awake(self) -> None:
        """Somebody looks after this store. If it is new, or was emptied, a comparison is due."""
        ...

    def slot(self, who: str, kind: Outbound) -> float | None:
        """Take one of the provider's calls per second; None: make the call now.

        Otherwise it is when to ask again, by the same opaque id. Phones for live callers do not
        ask for it: they have it when they are reserved.
        """
        ...

    def trouble(self, kind: Trouble, code: str = "", pause: float | None = None) -> None:
        """Note that the provider could not; for `pause` seconds nobody asks it for a call."""
        ...

    def troubles(self) -> Troubles:
        """The troubles of the last hour."""
        ...

    def accept(self, leg_id: str) -> Acceptance:
        """A supporter pressed 1."""
        ...

    def leg_ended(self, leg_id: str, said: Asked) -> Closed | Moved | None:
        """A supporter's phone has ended: an offer, a talk, or nothing that still matters."""
        ...

    def wish_debrief(self, leg_id: str) -> None:
        """During a talk its supporter wishes for a debrief afterwards."""
        ...

    def find(self, leg_id: str) -> tuple[Leg, LiveCall | None] | None:
        """The leg and its call, as they stand."""
        ...

    def presences(self, supporter_ids: Iterable[str]) -> dict[str, Presence]:
        """What is true of these supporters now."""
        ...

    def changes(self, since: Changes) -> Changes:
        """Every supporter, of any line, of whom something has changed since the last answer."""
        ...

    def telling(self, what: str, seconds: float, lease: float) -> int | None:
        """Whether to tell something that is told once in so many seconds.

        Above 0: yes, within `lease` seconds, and the how manieth try it is; then say `told`. 0: it
        has been told. None: somebody else tries just now.
        """
        ...

    def told(self, what: str, seconds: float) -> None:
        """It was told, or never can be: it is not to be told again for so many seconds."""
        ...

    def first_in(self, what: str, seconds: float) -> bool:
        """Whether this is the first time in so many seconds that anybody asks about `what`."""
        ...

    def set_off(self, supporter_id: str, until: float) -> None:
        """They do not want to be rung before then."""
        ...

    def deadline(self, kind: str, of: str, at: float, *, if_sooner: bool = False) -> None:
        """Somebody must look at this again at that time."""
        ...

    def due(self, most: int = 50) -> list[Due]:
        """Deadlines that have passed, lent to whoever asks."""
        ...

    def struck(self, due: Due) -> None:
        """The deadline has been dealt with."""
        ...

    def settled(self, kind: str, of: str) -> None:
        """Nobody needs to look at this again. A line stays due while somebody waits on it."""
        ...

    def to_forget(self, most: int = 20) -> list[str]:
        """Provider ids of ended calls that the provider still keeps, lent to whoever asks."""
        ...

    def forget_later(self, sid: str) -> None:
        """The provider keeps this one; it is to be deleted there."""
        ...

    def forgotten(self, sid: str) -> None:
        """The provider has deleted this one."""
        ...

    def practise(self, supporter_id: str, until: float) -> bool:
        """They begin a practice call and are not rung until it is over, or until then.

        False while their phone is taken up by a call, or by another practice call.
        """
        ...

    def practised(self, supporter_id: str, line_id: str) -> None:
        """Their practice call is over; whoever waits on the line may be for them."""
        ...

    def in_flood(self, line_id: str) -> bool:
        """Whether callers of a line were turned away in the last ten minutes."""
        ...

    def oldest_unforgotten(self) -> float:
        """Since when the provider has kept what it was first asked to delete; 0 for nothing."""
        ...

    def backlog(self) -> int:
        """How many resources wait to be deleted at the provider."""
        ...

    def compact(self) -> None:
        """Take out of the store's file whatever it was told and has forgotten since."""
        ...
