"""How something that is kept is declared: what it is, of which class, who can read it, how long.

The declarations stand next to the places where things are kept; `warmline.inventory` collects them
into one paper, and a test holds what is really stored against them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

HOUR = 3600
DAY = 24 * HOUR


class Class(StrEnum):
    """What kind of data it is, from harmless to dangerous."""

    OPERATION = "operation"
    """How the installation runs. Not about a person."""
    SETTING = "setting"
    """What a coordinator sets about the line. Not about a person."""
    COUNT = "about an ended call"
    """Coarse facts of one ended call that by themselves identify nobody."""
    SUPPORTER = "about a supporter"
    """Personal data of a supporter or coordinator."""
    LIVE = "about a live call"
    """Exact times and states of one call under a random id. Points at somebody only for those
    who also know who was on the phone at that minute."""
    PAIRING = "pairs a call with a supporter"
    """Tells which supporter was rung for, or talked in, one call."""
    CALLER = "could point at a caller"
    """Leads to a caller, alone or together with what the provider still has."""
    SECRET = "secret"  # noqa: S105  # the name of a class of data
    """Opens other things."""


class Reader(StrEnum):
    """Who can read it."""

    OPERATOR = "operator"
    """Whoever runs the server, or has its data folder, store, database or a backup of them."""
    KEY = "operator with the key"
    """The same, and only together with the secret key."""
    LOGS = "operator, and wherever logs go"
    """The same, and whoever reads what the server's output is collected in."""
    PROVIDER = "provider, and its console"
    """The telephone provider, and everybody who can sign in to the account there."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a hash. A name in angle brackets stands for any: `place:<kind>`."""

    name: str
    what: str
    cls: Class
    reader: Reader | None = None
    """When others can read it than the rest of its hash."""
    unseen: str = ""
    """Why no story shows it, if none does."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept. Its name is a pattern: `<...>` stands for any one word."""

    name: str
    what: str
    cls: Class
    reader: Reader
    until: str
    """In plain words, and only what the code does today."""
    seconds: int | None = None
    """The longest time to live in the store; None where nothing expires by itself."""
    ended: int | None = None
    """The longest time to live once the call has ended, where that is shorter."""
    kind: str = ""
    """What it is in the store: a hash, a set, ..."""
    open_end: str = ""
    """While what it is without an end, although it has one; begins with "while"."""
    fields: tuple[Field, ...] = ()
    unseen: str = ""

    def covers(self, name: str) -> bool:
        """Whether this declaration is about something of that name."""
        return fits(self.name, name)

    def field(self, name: str) -> Field | None:
        """The declaration of a field, if there is one."""
        exact = (one for one in self.fields if one.name == name)
        return next(exact, next((one for one in self.fields if fits(one.name, name)), None))


def fits(pattern: str, name: str) -> bool:
    """Whether a name is one of those that a pattern stands for."""
    parts = re.split(r"<[^>]+>", pattern)
    return re.fullmatch("[^:]+".join(map(re.escape, parts)), name) is not None
