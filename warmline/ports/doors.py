"""What supporters text, and the # door: steps of the same one judge."""

from __future__ import annotations

from typing import Protocol
from zoneinfo import ZoneInfo

from warmline.domain.live import AtDoor


class Doors(Protocol):
    """Each method is one atomic step and may be repeated. May raise StoreTrouble."""

    def first_text(self, sid: str, supporter_id: str = "") -> bool:
        """Whether this text is heard for the first time, and not one of very many in an hour from
        one supporter's number, which somebody may be forging.
        """
        ...

    def answers_stranger(self, line_id: str, zone: ZoneInfo, phone: str) -> bool:
        """Whether a phone that nobody knows gets an answer: once a day, and so many of a line."""
        ...

    def come_to_door(self, call_id: str, supporter_id: str, said: str, *, own: bool) -> bool:
        """Somebody at the door says who they are; an empty id when nobody has what they `said`.

        `own`: they call from the supporter's own phone. False when the call is unknown.
        """
        ...

    def at_door(self, call_id: str) -> AtDoor | None:
        """Who is at the door of this call; None when nobody is, or it is too long ago."""
        ...

    def try_pin(self, call_id: str, line_id: str) -> float | None:
        """Count that a PIN is about to be tried there. Seconds until it may be; 0 is now.

        Nobody learns from it whether a supporter is known. None when nobody is at the door.
        """
        ...

    def signed_in(self, call_id: str) -> bool:
        """Their PIN was right. False when nobody is at the door any more."""
        ...

    def fresh_pin(self, call_id: str, hashed: str) -> None:
        """Remember the hash of a new PIN until it has been said again; empty to forget it."""
        ...


class Pins(Protocol):
    """Supporters' PINs and short numbers, for good. May raise StoreTrouble."""

    def matches(self, supporter_id: str, pin: str) -> bool:
        """Whether this is their PIN. It takes as long for somebody whom nobody knows."""
        ...

    def hashed(self, pin: str) -> str:
        """A hash of a PIN, as it is kept."""
        ...

    def same(self, hashed: str, pin: str) -> bool:
        """Whether this PIN was hashed."""
        ...

    def keep(self, supporter_id: str, hashed: str) -> None:
        """From now on this is their PIN."""
        ...

    def number(self, supporter_id: str) -> str:
        """Their short number; empty while they have none."""
        ...

    def give_number(self, supporter_id: str, number: str) -> bool:
        """This is their short number from now on. False when somebody of their line has it."""
        ...

    def called(self, line_id: str, number: str) -> str:
        """The id of the supporter who has this short number; empty for nobody."""
        ...
