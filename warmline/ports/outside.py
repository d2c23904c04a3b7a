"""Whoever is reached from here: phones, and channels to coordinators and operators."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from warmline.domain.live import (
    LiveCall,
)


class Phones(Protocol):
    """The provider of telephony. Numbers go in; they never come out in an error."""

    def ring(self, *, to: str, number: str, leg: str, seconds: int) -> str:
        """Ring a phone from the line's number; the provider's id.

        Raises `NumberRefused`, `ProviderBusy`, `ProviderRefuses`, `AnswerLost` or another
        `ProviderTrouble`: then nothing was rung, but for `AnswerLost`.
        """
        ...

    def ring_back(self, *, to: str, call: LiveCall, seconds: int) -> str:
        """Ring whoever asked to be called back, from the line's number; the provider's id.

        Raises as `ring` does.
        """
        ...

    def ring_about(self, *, to: str, number: str, errand: str, seconds: int) -> str:
        """Ring a supporter about themselves, from the line's number; the provider's id.

        Raises as `ring` does.
        """
        ...

    def rung(self, *, to: str, number: str, since: float) -> str | None:
        """The provider's id of a live call from the line's number to this phone, made since then.

        Raises `ProviderTrouble`.
        """
        ...

    def live(self, numbers: Collection[str]) -> dict[str, bool]:
        """Calls to or from these numbers of ours that ring or talk: id, and whether we made it.

        The list may lag some seconds behind. Raises `ProviderTrouble`.
        """
        ...

    def rooms(self) -> dict[str, list[str]]:
        """Who sits in which room: the leg that it is named after, and the calls in it.

        Raises `ProviderTrouble`.
        """
        ...

    def call_ourselves(self, *, to: str, number: str, run: str, seconds: int) -> str:
        """Call the line from a number of ours, for a test of at most so many seconds.

        The provider's id. Raises as `ring` does.
        """
        ...

    def ring_into(self, *, to: str, call: LiveCall, seconds: int) -> str:
        """Ring a phone from the line's number into the call's `guest_room`; the provider's id.

        Asked for twice, it rings once. Raises as `ring` does.
        """
        ...

    def guest(self, room: str) -> str | None:
        """The provider's id of whoever was rung into a room. Raises `ProviderTrouble`."""
        ...

    def ends_with_guest(self, room: str) -> None:
        """Whoever is left with the guest comes out of the room when the guest leaves.

        Raises `CallGone`, `ProviderTrouble`.
        """
        ...

    def announce(self, room: str, call: LiveCall, page: str) -> None:
        """Say a page of ours to all in a room in which they have met.

        Raises `CallGone` where nobody has, and `ProviderTrouble`.
        """
        ...

    def move_caller(self, call: LiveCall, page: str) -> None:
        """Take the caller to a page of ours at once. Raises `CallGone`, `ProviderTrouble`."""
        ...

    def move_supporter(self, sid: str, leg: str, page: str) -> None:
        """Take a supporter's phone to a page of ours. Raises `CallGone`, `ProviderTrouble`."""
        ...

    def hang_up(self, sid: str) -> None:
        """End a phone that rings or talks; nothing happens when it has ended."""
        ...

    def is_live(self, sid: str) -> bool:
        """Whether this phone rings or talks. Raises `ProviderTrouble`."""
        ...

    def text(self, *, to: str, number: str, body: str) -> str:
        """Send a text; the provider's id. Raises as `ring` does."""
        ...

    def forget(self, sid: str) -> None:
        """Delete what the provider keeps of an ended call or a text, children too.

        Raises `ProviderTrouble` while that is not possible yet.
        """
        ...

    def kept(self, number: str, since: datetime, before: datetime) -> list[str]:
        """Calls and texts to and from a number of ours that the provider keeps, from these days;
        and empty queues of ours, which belong to no number, from before the second.

        Raises `ProviderTrouble`.
        """
        ...


class Channels(Protocol):
    """Ways to coordinators and operators besides texts: mail, chat, push."""

    def send(self, title: str, body: str) -> list[tuple[str, bool]]:
        """Send to each; of each its kind, never its address, and whether it was taken."""
        ...
