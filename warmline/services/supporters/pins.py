"""Who is at the # door: a supporter who knows their PIN, from whichever phone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import ceil

from warmline.domain import pins as rules
from warmline.domain.line import LineBook, Supporter
from warmline.domain.live import AtDoor, LiveCall
from warmline.ports import Clock, LiveCalls, Pins, Roster
from warmline.services.supporters.answers import Asker

DRAWS = 200
NUMBER_DIGITS = "12345678"
"""Neither 0 nor 9, which mean something everywhere."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a PIN led to: the supporter, or so many minutes in which none is taken, or neither."""

    asker: Asker | None = None
    minutes: int = 0


class Door:
    """Every verb may raise StoreTrouble. Nobody learns here whether there is such a supporter."""

    def __init__(self, calls: LiveCalls, roster: Roster, pins: Pins, clock: Clock) -> None:
        """`pins`: where PINs are kept."""
        self._calls = calls
        self._roster = roster
        self._pins = pins
        self._clock = clock

    def come(self, call: LiveCall, phone: str) -> bool:
        """They have pressed #. Whether they call from a supporter's own phone."""
        book = self._roster.book(call.line)
        mine = [one for one in book.supporters if phone and one.phone == phone] if book else []
        if mine:
            self._calls.come_to_door(call.id, mine[0].id, "", own=True)
        return bool(mine)

    def name(self, call: LiveCall, number: str) -> None:
        """They have entered a short number, which somebody may have."""
        who = self._pins.called(call.line, number)
        self._calls.come_to_door(call.id, who, f"{call.line}:{number}", own=False)

    def sign_in(self, call: LiveCall, pin: str) -> SignedIn:
        """They have entered a PIN."""
        wait = self._calls.try_pin(call.id, call.line)
        door = self._calls.at_door(call.id)
        if wait is None or door is None:
            return SignedIn()
        if wait > 0:
            return SignedIn(minutes=max(1, ceil(wait / 60)))
        if self._pins.matches(door.supporter, pin) and self._calls.signed_in(call.id):
            return SignedIn(self.asker(replace(call, at_door=replace(door, signed_in=True))))
        return SignedIn()

    def asker(self, call: LiveCall) -> Asker | None:
        """Who is signed in; None for nobody, or when it is too long ago."""
        found = self._found(call)
        if found is None or not found[0].signed_in:
            return None
        _, book, person = found
        return Asker(book, person, datetime.fromtimestamp(self._clock.now(), UTC))

    def choose_pin(self, call: LiveCall, pin: str) -> bool:
        """They have entered a new PIN for the first time. False: others could guess it."""
        found = self._found(call)
        if found is None:
            return False
        _, _, person = found
        if rules.is_weak(pin, phone=person.phone, number=self._pins.number(person.id)):
            return False
        self._calls.fresh_pin(call.id, self._pins.hashed(pin))
        return True

    def confirm_pin(self, call: LiveCall, pin: str) -> bool:
        """They have entered it again. Whether it was the same: then it is theirs."""
        found = self._found(call)
        if found is None or not found[0].signed_in or not found[0].fresh:
            return False
        door, _, person = found
        same = self._pins.same(door.fresh, pin)
        if same:
            self._pins.keep(person.id, door.fresh)
        self._calls.fresh_pin(call.id, "")
        return same

    def _found(self, call: LiveCall) -> tuple[AtDoor, LineBook, Supporter] | None:
        door = call.at_door or self._calls.at_door(call.id)
        book = self._roster.book(call.line)
        person = book.supporter(door.supporter) if book and door else None
        return (door, book, person) if door and book and person else None


def hand_out(pins: Pins, person: Supporter) -> tuple[str, str]:
    """A fresh PIN for a supporter, and their short number; the PIN is told once and never again.

    Raises StoreTrouble, and LookupError when no short number is free any more.
    """
    number = pins.number(person.id) or _free_number(pins, person)
    pin = rules.fresh(lambda: _digits(rules.LENGTH), phone=person.phone, number=number)
    pins.keep(person.id, pins.hashed(pin))
    return number, pin


def _free_number(pins: Pins, person: Supporter) -> str:
    for _ in range(DRAWS):
        number = _digits(rules.NUMBER_LENGTH, NUMBER_DIGITS)
        if number not in person.phone and pins.give_number(person.id, number):
            return number
    raise LookupError("every short number is taken")


def _digits(length: int, digits: str = "0123456789") -> str:
    return "".join(secrets.choice(digits) for _ in range(length))
