"""What the pages are given."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from warmline.domain.counters import Tally
from warmline.domain.importing import Read
from warmline.ports import Accounts, Clock, LiveCalls, Onboarding, Pulse, Roster, Rota, WebStore
from warmline.services.accounts import People
from warmline.services.alarms import Alarms
from warmline.services.beginning import Provider
from warmline.services.calendars import Calendars
from warmline.services.checking import Finding
from warmline.services.directory import Directory
from warmline.services.lines import Lines
from warmline.services.measures import LiveMeasures
from warmline.services.reports import Reports
from warmline.services.selftest import SelfTest
from warmline.services.shifts import Shifts
from warmline.services.supporters.errands import Errands
from warmline.services.supporters.surge import Surge
from warmline.services.supporters.team import Team
from warmline.services.switches import Emergency
from warmline.services.vocabulary import Vocabulary
from warmline.services.words import Words


@dataclass(frozen=True, slots=True)
class WebHouse:
    """Services and settings of the pages. `secret` signs sessions."""

    roster: Roster
    calls: LiveCalls
    clock: Clock
    accounts: Accounts
    people: People
    emergency: Emergency
    errands: Errands
    onboarding: Onboarding
    surge: Surge
    team: Team
    shifts: Shifts
    rota: Rota
    lines: Lines
    vocabulary: Vocabulary
    directory: Directory
    own_words: Words
    read_sound: Callable[[bytes], array[int]]
    """The samples of a sound file. Raises NoSound."""
    selftest: SelfTest
    provider: Callable[[], Provider]
    read_calendar: Callable[[bytes, ZoneInfo], Read]
    """Makes rows of shifts out of somebody else's calendar."""
    fetch: Callable[[str], tuple[bytes, str]]
    """What lies at an address on the internet; or why it was not fetched."""
    store: WebStore
    reports: Reports
    calendars: Calendars
    lately: LiveMeasures
    secret: str
    address: str
    """The public address, without a slash at its end."""
    pulse: Pulse
    examine: Callable[[], Iterable[Finding]]
    """All that `warmline check` looks at; it takes as long as the slowest of whom it asks."""
    alarms: Alarms
    ways_out: Sequence[str]
    """The kinds of channels besides texts by which alarms go; never an address."""
    settings_of: Callable[[str], str]
    """A line's settings as a file for `warmline apply`, without people and their numbers."""
    directory_changes: Callable[[str], Sequence[tuple[datetime, str, str]]]
    """When, by whom and what: changes of a line's directory, the newest first."""
    live_kept: float
    """Seconds for which the live record of an ended call is kept."""
    counts: Callable[[], Mapping[Tally, int]] = dict
    """Every count that is kept of ended calls; nothing, unless it is given."""
    secure: bool = True
    """Whether browsers come by https."""
    console: bool = True
    """Whether there is a console; the public page is there without it."""
