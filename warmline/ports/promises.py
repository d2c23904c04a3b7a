"""What the judge knows of calls back and of texts that callers wish for."""

from __future__ import annotations

from typing import Protocol

from warmline.domain.beside import GuestTurn
from warmline.domain.choosing import Wish
from warmline.domain.live import BackTurn, LiveCall, Moved, PlaceText, Texted, Waiting


class Callbacks(Protocol):
    """The judge's steps of calls back. Each is one atomic step and may be repeated.

    Those that give a `Moved` raise `TooLate` when the call has gone on, and give None when it is
    unknown.
    """

    def promise(self, call_id: str, phone: str, wish: Wish, lasts: float) -> Moved | None:
        """The caller of this call is to be called back; for so many seconds that is remembered.

        The wish goes with it. Promising it twice, in a call or to a number, promises it once.
        Raises `TooManyPromised` when very many stand on the line.
        """
        ...

    def met(self, call_id: str, phone: str) -> None:
        """Who calls from this number is with a peer: what it was promised on the line is void.

        Unless their phone is rung for it just then.
        """
        ...

    def promised(self, line_id: str) -> list[Waiting]:
        """The calls back of a line for which a supporter may be asked now."""
        ...

    def postpone(self, call_id: str, until: float) -> None:
        """Nobody is asked before then; whoever missed it may be asked again from then on."""
        ...

    def claim_back(self, call_id: str) -> BackTurn:
        """The right to ring the caller's phone, given once, with a slot of the provider's."""
        ...

    def not_rung(self, call_id: str, again_in: float) -> None:
        """The provider has surely not rung their phone; it is asked again in so many seconds."""
        ...

    def rung_back(self, call_id: str, sid: str, seconds: float, *, picked_up: bool = False) -> bool:
        """Their phone rings, or was picked up; they have so many seconds. False: it should not."""
        ...

    def reached(self, call_id: str, sid: str, patience: float) -> Moved | None:
        """Somebody pressed 1 there. The number is erased."""
        ...

    def unreached(
        self, call_id: str, sid: str, most: int, again_in: float, *, tried: bool = True
    ) -> Moved | None:
        """Nobody pressed 1 on this phone (any, when `sid` is empty): once more in so many seconds.

        After the last of `most` tries the number is erased. `tried`: it has rung.
        """
        ...

    def expire(self, call_id: str) -> Moved | None:
        """It is too late to call them back; the number is erased. None while their phone rings."""
        ...


class Guests(Protocol):
    """988 comes into a talk, which goes on meanwhile. Steps of the same one judge."""

    def claim_guest(self, call_id: str) -> tuple[GuestTurn, LiveCall | None]:
        """What is to be done about it now, given to one worker; a call where there is any."""
        ...

    def guest_rings(self, call_id: str, sid: str, seconds: float, *, here: bool = False) -> bool:
        """It rings, for so many seconds at most, or has picked up. False: nobody wants it."""
        ...

    def guest_not_rung(self, call_id: str, again_in: float | None) -> None:
        """The provider has surely not rung it: once more in so many seconds, or never."""
        ...

    def guest_gone(self, call_id: str, sid: str) -> LiveCall | None:
        """Its phone (any, when `sid` is empty) has ended. None: that changes nothing."""
        ...

    def let_guest_go(self, call_id: str) -> bool:
        """The two go on without it. False when it was not there, or is alone with the caller."""
        ...

    def guest_done(self, call_id: str, what: GuestTurn) -> None:
        """What was to be done about it has been done."""
        ...


class Debriefs(Protocol):
    """Supporters who talk with a peer supervisor. Steps of the same one judge."""

    def in_debrief(self, leg_id: str) -> None:
        """The phone of a talk that is over is now that of a debrief: nobody rings it."""
        ...

    def to_debrief(
        self, call_id: str, line: str, language: str, supporter_id: str
    ) -> LiveCall | None:
        """Somebody in the menus is this supporter, and is on the line for debriefs from now on.

        None when the call is unknown. Raises `TooLate` when it has gone on.
        """
        ...

    def debrief_back(
        self, line: str, number: str, language: str, phone: str, supporter_id: str, lasts: float
    ) -> bool:
        """This phone is to be called back for a debrief, within so many seconds or not at all.

        False: that stands already.
        """
        ...

    def rest_longer(self, leg_id: str, seconds: float) -> None:
        """Whoever has talked on this phone rests for at least so long from now."""
        ...

    def rest_meanwhile(self, supporter_id: str, seconds: float) -> None:
        """A supporter who would like a debrief, or has one, rests for at least so long from now."""
        ...


class PlaceTexts(Protocol):
    """Numbers of the directory that callers want as a text. Steps of the same one judge."""

    def want_text(
        self, call_id: str, place: str, phone: str, most: int, hourly: int
    ) -> tuple[Texted, str]:
        """Keep for minutes that a phone is to get a place's number: once a place, so many a call,
        and so many an hour from the whole line.

        The id is that of what is to be sent, where something is.
        """
        ...

    def take_text(self, text_id: str) -> PlaceText | None:
        """What is to be sent, given once and gone from here on; its phone may be unreadable."""
        ...

    def put_text(self, text: PlaceText, at: float) -> None:
        """The provider could not do it now: to be sent at that time."""
        ...
