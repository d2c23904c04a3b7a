"""What the services need from the world, in their own words. Adapters provide it."""

from __future__ import annotations

from warmline.ports.calls import LiveCalls
from warmline.ports.console import Accounts, Switches, WebStore
from warmline.ports.doors import Doors, Pins
from warmline.ports.errands import ErrandStore
from warmline.ports.lines import Onboarding, Roster, WordEdit, WordStore
from warmline.ports.machinery import Clock, Jobs, Pulse, Spells, TestCalls
from warmline.ports.outside import Channels, Phones
from warmline.ports.past import Holds, Outcomes, Past
from warmline.ports.promises import Callbacks, Debriefs, Guests, PlaceTexts
from warmline.ports.quarters import Quarters
from warmline.ports.rota import Rota

__all__ = [
    "Accounts",
    "Callbacks",
    "Channels",
    "Clock",
    "Debriefs",
    "Doors",
    "ErrandStore",
    "Guests",
    "Holds",
    "Jobs",
    "LiveCalls",
    "Onboarding",
    "Outcomes",
    "Past",
    "Phones",
    "Pins",
    "PlaceTexts",
    "Pulse",
    "Quarters",
    "Roster",
    "Rota",
    "Spells",
    "Switches",
    "TestCalls",
    "WebStore",
    "WordEdit",
    "WordStore",
]
