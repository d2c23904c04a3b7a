"""Who stands on the phones page, and what their phones do by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from warmline.emulator import Behaviour, Emulator, Handset, behaviours

Role = Literal["caller", "supporter", "elsewhere"]

CALLERS: Final = (("Caller", "+16505550150"), ("Second caller", "+16505550151"))
"""The first is there from the beginning, the next when it is asked for."""

CRISIS_WORDS: Final = (
    "This is 988, simulated. On a real call a crisis counselor would be with you now."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a phone may do when it rings."""

    key: str
    label: str
    kind: type[Behaviour]
    make: Callable[[], Behaviour]


# A key that comes four seconds after the answer comes while the offer is being said.
CHOICES: Final = (
    Choice("manual", "I answer it myself", behaviours.Manual, behaviours.Manual),
    Choice(
        "takes",
        "Picks up by itself and presses 1",
        behaviours.Answers,
        lambda: behaviours.Answers(after=4, keys=[(4, "1")]),
    ),
    Choice(
        "voicemail",
        "Voicemail picks up",
        behaviours.Voicemail,
        lambda: behaviours.Voicemail(after=6),
    ),
    Choice("ignores", "Nobody picks up", behaviours.Ignores, behaviours.Ignores),
    Choice("busy", "Busy with another call", behaviours.Busy, behaviours.Busy),
    Choice("off", "Switched off", behaviours.Unreachable, behaviours.Unreachable),
)
CRISIS_CHOICES: Final = (
    Choice(
        "speaks",
        "Picks up by itself",
        behaviours.Speaks,
        lambda: behaviours.Speaks(after=4, text=CRISIS_WORDS),
    ),
    CHOICES[0],
    CHOICES[3],
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone. `key` names them in addresses: a number never does."""

    key: str
    role: Role
    name: str
    number: str

    @property
    def told(self) -> str:
        """Their name in the middle of a sentence."""
        return f"the {self.name.lower()}" if self.role == "caller" else self.name

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What their phone may do when it rings."""
        return {"caller": (), "supporter": CHOICES, "elsewhere": CRISIS_CHOICES}[self.role]


class Cast:
    """Everybody on the page, in the order in which they stand there."""

    def __init__(
        self,
        emulator: Emulator,
        line: str,
        supporters: Iterable[tuple[str, str]],
        crisis: str,
    ) -> None:
        """`supporters` are names and numbers; `line` and `crisis` are numbers."""
        self.line = line
        self._emulator = emulator
        self._callers: list[Person] = []
        self._others = [Person(_key(name), "supporter", name, n) for name, n in supporters]
        self._others.append(Person("crisis", "elsewhere", "988", crisis))
        self.add_caller()
        for person in self._others:
            self.handset(person).label = person.name
        self.handset(self._others[-1]).behaviour = CRISIS_CHOICES[0].make()

    def add_caller(self) -> bool:
        """Give the next caller a phone; tell whether there was one left to give."""
        if len(self._callers) == len(CALLERS):
            return False
        name, number = CALLERS[len(self._callers)]
        self._callers.append(Person(_key(name), "caller", name, number))
        self.handset(self._callers[-1]).label = name
        return True

    @property
    def people(self) -> list[Person]:
        """Callers first, then supporters, then places elsewhere."""
        return [*self._callers, *self._others]

    @property
    def may_add_caller(self) -> bool:
        """Whether another caller can join."""
        return len(self._callers) < len(CALLERS)

    def person(self, key: str) -> Person | None:
        """The person of that key; None when there is none."""
        return next((one for one in self.people if one.key == key), None)

    def by_number(self, number: str) -> Person | None:
        """The person whose phone has that number; None for a stranger's."""
        return next((one for one in self.people if one.number == number), None)

    def comes_before(self, number: str, other: str) -> bool:
        """Whether the one is named before the other; strangers come last."""
        numbers = [one.number for one in self.people]
        places = [numbers.index(n) if n in numbers else len(numbers) for n in (number, other)]
        return places[0] < places[1]

    def handset(self, person: Person) -> Handset:
        """The phone of a person."""
        return self._emulator.handset(person.number)


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
