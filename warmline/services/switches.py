"""Throwing a line's emergency switches and taking them back, each with a word in the audit log."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from warmline.domain.accounts import Deed
from warmline.domain.line import LineBook
from warmline.domain.numbers import BadNumber, parse_phone
from warmline.domain.switches import LASTS, Means, Switch, in_force
from warmline.ports import Clock, Switches
from warmline.services.accounts import People

LONGEST_ALIAS = 40
ROUND = timedelta(minutes=5)


class Wrong(StrEnum):
    """Why a switch cannot be thrown. The words for screens stand with the page."""

    MINUTES = "minutes"
    NUMBER = "number"
    """Not one that we ring: foreign, short, premium, or not a number at all."""
    OURS = "ours"
    """The line's own: calls would go in a circle."""
    PAUSED = "paused"
    """That of a supporter who is paused."""
    ALIAS = "alias"


class CannotSwitch(Exception):
    """It was not done."""

    def __init__(self, why: Wrong) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Emergency:
    """The verbs. Every one may raise StoreTrouble; what is thrown holds within five seconds."""

    switches: Switches
    people: People
    clock: Clock
    refresh: Callable[[], object] = lambda: None
    """Lets this process know at once."""

    def closing(self, minutes: int, by: str) -> Switch:
        """A switch that closes a line from now on. Raises CannotSwitch."""
        return self._switch(Means.CLOSED, minutes, by)

    def sending(self, book: LineBook, phone: str, alias: str, minutes: int, by: str) -> Switch:
        """A switch by which only this number is rung; callers hear `alias`. Raises CannotSwitch.

        If it is the number of somebody who serves, they are who callers hear of.
        """
        number = _number(book, phone)
        theirs = next((one for one in book.supporters if one.phone == number), None)
        if theirs is not None and theirs.paused:
            raise CannotSwitch(Wrong.PAUSED)
        name = theirs.alias if theirs else " ".join(alias.split())
        if not 1 <= len(name) <= LONGEST_ALIAS:
            raise CannotSwitch(Wrong.ALIAS)
        return self._switch(Means.ONE_NUMBER, minutes, by, name, number)

    def throw(self, book: LineBook, switch: Switch) -> None:
        """Throw it. Who talks goes on talking; who waits is told, or meets whoever takes calls."""
        self.switches.throw(book.line.id, switch)
        until = f"until {switch.until.astimezone(book.line.zone):%Y-%m-%d %H:%M}"
        told = (
            f"Closed the line {until}."
            if switch.means is Means.CLOSED
            else f"Sent every call to one number, that of {switch.alias}, {until}."
        )
        self.people.note(switch.by, Deed.SWITCHED, line=book.line.id, told=told)
        self.refresh()

    def take_back(self, book: LineBook, by: str) -> bool:
        """Everything is as planned again. Whether a switch was on."""
        undone = self.switches.take_back(book.line.id, self._now())
        if undone:
            self.people.note(by, Deed.SWITCHED_BACK, line=book.line.id)
            self.refresh()
        return undone

    def on(self, book: LineBook) -> Switch | None:
        """The switch that is on now."""
        return in_force(book.switches, self._now())

    def _switch(
        self, means: Means, minutes: int, by: str, alias: str = "", phone: str = ""
    ) -> Switch:
        if minutes not in LASTS:
            raise CannotSwitch(Wrong.MINUTES)
        now = self._now()
        until = ends_at(now, minutes)
        return Switch(secrets.token_hex(16), means, now, until, by=by, alias=alias, phone=phone)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self.clock.now(), UTC)


def ends_at(now: datetime, minutes: int) -> datetime:
    """When a switch of so many minutes is over.

    To five minutes, for callers hear it: "it opens at a quarter past three".
    """
    seconds, at = ROUND.total_seconds(), now + timedelta(minutes=minutes)
    return datetime.fromtimestamp(round(at.timestamp() / seconds) * seconds, UTC)


def _number(book: LineBook, phone: str) -> str:
    try:
        number = parse_phone(phone)
    except BadNumber:
        raise CannotSwitch(Wrong.NUMBER) from None
    if number in book.line.numbers:
        raise CannotSwitch(Wrong.OURS)
    return number
