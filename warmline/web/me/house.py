"""What a supporter's own pages are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import current_app

from warmline.domain.links import Links
from warmline.ports import Clock, LiveCalls, Onboarding, Pins, Roster, Rota, WebStore
from warmline.prompts import Catalogue
from warmline.services.calendars import Calendars
from warmline.services.shifts import Shifts
from warmline.services.supporters.duty import OwnDuty
from warmline.services.supporters.errands import Errands
from warmline.services.supporters.own_page import OwnPage
from warmline.services.supporters.swapping import Swapping


@dataclass(frozen=True, slots=True)
class OwnHouse:
    """Services and settings. `secret` signs sessions."""

    roster: Roster
    calls: LiveCalls
    clock: Clock
    store: WebStore
    errands: Errands
    onboarding: Onboarding
    duty: OwnDuty
    own: OwnPage
    rota: Rota
    swapping: Swapping
    shifts: Shifts
    pins: Pins
    calendars: Calendars
    links: Links
    words: Catalogue
    secret: str
    secure: bool = True
    """Whether browsers come by https."""


def house() -> OwnHouse:
    """The house of the app that serves this request."""
    return cast("OwnHouse", current_app.extensions["warmline.me"])
