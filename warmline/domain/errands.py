"""What the line has to say to one supporter about themselves: a code, a question, a practice call.

No caller is in it. It is sent or rung under a random id, which is all that addresses and jobs know.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

DIGITS: Final = 6
MINUTES: Final = 10
"""For which an errand can be answered."""


class Kind(StrEnum):
    """What it is about, and whether it is a text or a call."""

    CODE_TEXT = "code-text"
    CODE_CALL = "code-call"
    """The code for their own page."""
    CONFIRM_TEXT = "confirm-text"
    CONFIRM_CALL = "confirm-call"
    """Whether this number is theirs and may be rung."""
    PRACTICE = "practice"
    """A call like those that they will have, with nobody else in it."""
    SHIFT = "shift"
    """Whether they will be there for a shift that begins soon."""


CODES: Final = frozenset({Kind.CODE_TEXT, Kind.CODE_CALL})
CALLS: Final = frozenset({Kind.CODE_CALL, Kind.CONFIRM_CALL, Kind.PRACTICE, Kind.SHIFT})
MOST: Final = {
    Kind.CODE_TEXT: (3, 900),
    Kind.CODE_CALL: (3, 900),
    Kind.CONFIRM_TEXT: (5, 86400),
    Kind.CONFIRM_CALL: (5, 86400),
    Kind.PRACTICE: (10, 3600),
    Kind.SHIFT: (3, 3600),
}
"""How many of a kind one supporter is sent at most within so many seconds."""
CODES_A_DAY: Final = 12
"""Codes that one supporter is sent in a day, whoever asks for them."""
WRONG_CODES: Final = 5
"""Tries that one code has."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One of them, for one supporter of a line."""

    id: str
    kind: Kind
    line: str
    supporter: str


def digits(secret: str, *about: str) -> str:
    """Six digits that only who has the secret can tell; the same for the same things.

    So a code is kept nowhere.
    """
    mac = hmac.new(secret.encode(), "\n".join(about).encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(mac[:8], 'big') % 10**DIGITS:0{DIGITS}}"


def same(one: str, other: str) -> bool:
    """Whether two codes are the same, found out in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())
