"""Who may sign in to the console, and what they may see there. Nobody here is a caller."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from warmline.domain.wording import Sentence


class Role(StrEnum):
    """What somebody does for the line. One person can have several."""

    COORDINATOR = "coordinator"
    PEER_SUPERVISOR = "peer-supervisor"
    EVALUATOR = "evaluator"
    OPERATOR = "operator"
    """Runs the installation."""


EVERY_LINE = ""
"""The line of a grant that holds for all of them, also for those to come."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role on one line, or on every line."""

    role: Role
    line: str = EVERY_LINE


@dataclass(frozen=True, slots=True)
class Passkey:
    """What a device or a security key can prove that it has. `name` is what its owner calls it."""

    credential: str
    """The key's own id, and the public half of the key: unpadded base64url."""
    public_key: str
    name: str
    counter: int
    """How often it was used, by its own count; many always say 0."""
    transports: tuple[str, ...]
    added_on: date
    used_on: date | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in. `password` is a hash; empty until an invitation was followed."""

    id: str
    name: str
    grants: tuple[Grant, ...] = ()
    password: str = ""
    stamp: str = ""
    """Random. A new one ends every sign-in of theirs."""
    locked: bool = False
    language: str = ""
    second_factor: str = ""
    """What the authenticator app shares with us, as the library writes it; empty until set up."""
    recovery_codes: tuple[str, ...] = ()
    passkeys: tuple[Passkey, ...] = ()
    invitation: str = ""
    """The SHA-256 of the link's secret part, in hex; empty when none is open."""
    invited_until: datetime | None = None

    def may(self, roles: Collection[Role], line: str | None = None) -> bool:
        """Whether one of these roles is theirs: on that line, or on any when none is named."""
        return any(
            grant.role in roles and (line is None or grant.line in (EVERY_LINE, line))
            for grant in self.grants
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit log: who did what to whom or what. Never caller data.

    `line` is the id of the line it was done to; `told` says it in an English sentence.
    """

    at: datetime
    by: str
    what: Deed
    about: str = ""
    line: str = ""
    told: str = ""


class Deed(StrEnum):
    """What is written into the audit log."""

    CREATED = "created"
    JOINED = "joined"
    SIGNED_IN = "signed-in"
    TRIED_TOO_OFTEN = "tried-too-often"
    PASSWORD = "password"  # noqa: S105  # the name of a deed
    SECOND_FACTOR = "second-factor"
    CODES = "codes"
    PASSKEY = "passkey"
    PASSKEY_REMOVED = "passkey-removed"
    EVERYWHERE = "signed-out-everywhere"
    RESET = "reset"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    APPLIED = "applied"
    """Made a line be what its file says."""
    EDITED = "edited"
    """Changed something of a line in the console."""
    DIRECTORY = "directory"
    HOLD = "hold"
    SWITCHED = "switched"
    SWITCHED_BACK = "switched-back"
    TRIED_ALARMS = "tried-alarms"


NAME_LENGTH = 40


def plain_name(name: str) -> str:
    """A sign-in name as it is compared: without capitals and spaces around it."""
    return name.strip().casefold()


def objection(name: str) -> Sentence | None:
    """What is wrong about a new sign-in name, in a sentence; None when it can be used."""
    if not 2 <= len(name) <= NAME_LENGTH:
        return Sentence("A sign-in name has 2 to %(n)s characters.", n=NAME_LENGTH)
    if not all(letter.isalnum() or letter in ".-_@" for letter in name):
        return Sentence("A sign-in name is made of letters, digits, dots, dashes and @.")
    return None
