"""What the services need from the world, in their own words. Adapters provide it."""

from __future__ import annotations

from warmline.ports.calls import LiveCalls
from warmline.ports.console import Accounts, WebStore
from warmline.ports.lines import Roster, WordStore
from warmline.ports.machinery import Clock, Jobs, Pulse, Spells, TestCalls
from warmline.ports.outside import Channels, Phones
from warmline.ports.past import Holds, Outcomes, Past
from warmline.ports.promises import Callbacks, PlaceTexts

__all__ = [
    "Accounts",
    "Callbacks",
    "Channels",
    "Clock",
    "Holds",
    "Jobs",
    "LiveCalls",
    "Outcomes",
    "Past",
    "Phones",
    "PlaceTexts",
    "Pulse",
    "Roster",
    "Spells",
    "TestCalls",
    "WebStore",
    "WordStore",
]
