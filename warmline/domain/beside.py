"""What may come into a talk: 988 as its guest, or another peer who takes over."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Proposal(StrEnum):
    """What a supporter may propose to the caller in a talk, and the caller's last answer."""

    CRISIS = "crisis"
    """That 988 comes into the talk."""
    HAND = "hand"
    """That another peer takes over."""
    DECLINED = "declined"
    """The caller would rather go on as it is."""
    VAIN = "vain"
    """They agreed to another peer, and nobody could take over."""


class Guest(StrEnum):
    """How far 988 has come into a talk, which goes on meanwhile."""

    WANTED = "wanted"
    ASKED = "asked"
    """The provider has been asked to ring it, and has not answered yet."""
    RUNG = "rung"
    HERE = "here"
    ALONE = "alone"
    """With the caller; the supporter has left the two."""
    ABSENT = "absent"
    """It has not come, and nobody has said so yet."""
    DISMISSED = "dismissed"


COMING: Final = frozenset({Guest.WANTED, Guest.ASKED, Guest.RUNG})
WITH_GUEST: Final = frozenset({Guest.HERE, Guest.ALONE})


class GuestTurn(StrEnum):
    """What one worker is to do about 988 in a talk."""

    RING = "ring"
    FIND = "find"
    """Nobody knows whether it rings."""
    ABSENT = "absent"
    STAY = "stay"
    DISMISSED = "dismissed"
    NOTHING = "nothing"
