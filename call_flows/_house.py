"""What the conversations are given: services, words and addresses, made once by `wiring`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import current_app

from warmline.domain.links import Links
from warmline.ports import Clock
from warmline.prompts import Catalogue
from warmline.services.after_talk import AfterTalk
from warmline.services.beside import Beside
from warmline.services.callback import Callbacks
from warmline.services.care import Care
from warmline.services.choosing import Choosing
from warmline.services.desk import Desk
from warmline.services.guests import GuestDesk
from warmline.services.handing import Handing
from warmline.services.keeping_up import KeepingUp
from warmline.services.selftest import OwnSide
from warmline.services.speaking import Speaking
from warmline.services.supporters.debriefs import Debriefs
from warmline.services.supporters.duty import OwnDuty
from warmline.services.supporters.errands import Errands
from warmline.services.supporters.flags import Flags
from warmline.services.supporters.pins import Door
from warmline.services.supporters.reminding import Reminding
from warmline.services.supporters.swapping import Swapping
from warmline.services.supporters.texts import Texts
from warmline.services.telling import Telling


@dataclass(frozen=True, slots=True)
class House:
    """Everything that a page may use."""

    desk: Desk
    telling: Telling
    callbacks: Callbacks
    handing: Handing
    choosing: Choosing
    care: Care
    beside: Beside
    after_talk: AfterTalk
    guests: GuestDesk
    debriefs: Debriefs
    flags: Flags
    tests: OwnSide
    errands: Errands
    reminding: Reminding
    texts: Texts
    swapping: Swapping
    own: OwnDuty
    """A supporter's own word about their duty."""
    door: Door
    """Who is behind #."""
    words: Catalogue
    """Our own sentences, for where no line is known; a line's own ones: `speaking`."""
    speaking: Speaking
    keeping_up: KeepingUp
    """Looks at what pages know from memory, for a thread beside them."""
    links: Links
    clock: Clock
    key_timeout: float = 8.0
    """Seconds of silence after a menu that count as an answer."""
    crisis_ring: int = 40
    """Seconds that the crisis line rings; the provider adds five."""


def house() -> House:
    """The house of the app that serves this request."""
    return cast("House", current_app.extensions["warmline"])
