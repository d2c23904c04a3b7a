"""What a coordinator sets: a line, its hours, its supporters and their shifts.

Plain frozen values. They are read from the database as one `LineBook`, a consistent
snapshot, and handed to the pure rules in `hours`, `roster`, `matching` and `limits`.
All times of day are wall-clock times in the line's own time zone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from warmline.domain.flood import Caps
from warmline.domain.reminders import Reminders
from warmline.domain.rota import WEEK as WEEK
from warmline.domain.rota import DayOff as DayOff
from warmline.domain.rota import DutyWish as DutyWish
from warmline.domain.rota import PlanKeeper as PlanKeeper
from warmline.domain.rota import Role as Role
from warmline.domain.rota import Shift as Shift
from warmline.domain.rota import Span as Span
from warmline.domain.rota import Swap as Swap
from warmline.domain.rota import Weekday as Weekday
from warmline.domain.switches import Switch


class Kind(StrEnum):
    """Whose experience a supporter shares."""

    PEER = "peer"
    FAMILY_PEER = "family_peer"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A date on which the weekly hours do not hold; no spans means closed all day."""

    on: date
    name: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hours:
    """When the line is open. Spans are filed under the day on which they begin."""

    weekly: dict[Weekday, tuple[Span, ...]]
    holidays: tuple[Holiday, ...] = ()
    shut: tuple[tuple[datetime, datetime], ...] = ()
    """Closed by hand from an instant to another (UTC), whatever the hours say: see `switching`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one supporter carries at most. Defaults are those of the product."""

    calls_per_shift: int = 4
    talk_minutes_per_shift: int = 150
    calls_per_day: int = 6
    talk_minutes_per_day: int = 240
    calls_per_week: int = 20
    talk_minutes_per_week: int = 720
    wrap_up_minutes: int = 10
    long_wrap_up_minutes: int = 15
    long_talk_minutes: int = 40
    rest_hours_between_shifts: int = 10
    extra_shift_hours: int = 4
    """How long somebody is on who comes on outside a shift and does not say until when."""
    quiet: Span | None = None


@dataclass(frozen=True, slots=True)
class Supporter:
    """A peer who takes calls on their own phone. `phone` is E.164 and lives in memory only."""

    id: str
    alias: str
    phone: str
    languages: tuple[str, ...]
    kind: Kind = Kind.PEER
    tags: frozenset[str] = frozenset()
    agency: str | None = None
    limits: Limits = field(default_factory=Limits)
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The provider does not ring this supporter's number: they are set aside until it is another.

    `code` is the provider's own.
    """

    supporter: str
    code: str


@dataclass(frozen=True, slots=True)
class Ringing:
    """How phones are rung. Seconds. The defaults are simulated by `make bench PART=waves`."""

    first_wave: int = 2
    wave_every: float = 5.0
    at_once: int = 6
    ring_seconds: int = 20
    key_window: float = 8.0


@dataclass(frozen=True, slots=True)
class Voice:
    """How a language sounds on a line: a voice of the provider, and how fast (`"95%"`)."""

    name: str = ""
    rate: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One warmline: the numbers that reach it and how it behaves."""

    id: str
    name: str
    numbers: tuple[str, ...]
    zone: ZoneInfo
    languages: tuple[str, ...]
    hours: Hours
    ringing: Ringing = field(default_factory=Ringing)
    flood: Caps = field(default_factory=Caps)
    ask_peer_question: bool = False
    crisis_number: str = "+18002738255"
    alert_phone: str = ""
    """A coordinator's own phone, told when callers find nobody; E.164, in memory only."""
    shared_numbers: tuple[str, ...] = ()
    """Numbers behind which many people are: switchboards, payphones. Never blocked; E.164."""
    backup_phone: str = ""
    """Who takes calls when all of ours is down; E.164, or nobody. Not one of the supporters."""
    agency_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """How an agency's code is said, by language."""
    tag_words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """How a tag is said, by language."""
    voices: dict[str, Voice] = field(default_factory=dict)
    """By language; a language without one has the program's own voice."""
    run_by: dict[str, str] = field(default_factory=dict)
    """By language: who runs the line, as callers hear it after key 7. A whole sentence."""
    mandated_reporting: dict[str, str] = field(default_factory=dict)
    """By language: what the law makes a peer of this line report, in whole sentences."""
    survey: bool = False
    """Whoever stays on after a talk may answer three questions."""
    study_key: str = ""
    """The evaluator's public key, base64: who has a study code may key it after a talk."""
    onboarding: tuple[str, ...] = ()
    """What a new supporter does before their first shift, besides agreeing; in the line's words."""
    kept_in: PlanKeeper = PlanKeeper.FILE
    reminders: Reminders = field(default_factory=Reminders)


class Keeper(StrEnum):
    """Where a row of the directory is kept, so that one place alone says what stands in it."""

    PROGRAM = "program"
    """As it came with the program; a newer one may correct it."""
    FILE = "file"
    """In the line's own file."""
    DIRECTORY = "directory"
    """In the directory itself: imported, turned on or off, or approved by two people."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere else to call or text: one row of the directory.

    `dial` is E.164 or empty, `short_code` is read as it stands ("988", "988 then 2"), `text` is
    what to text ("HOME to 741741"). `police` is the operator's own account of whether it may send
    police. `local` places are named before national ones. `spoken` and `serves` hold name and
    audience as they are said, by language. `verify_by` is the last day on which what stands here
    is taken at its word. Only a slot that a line has to fill may be `waived`.
    """

    key: str
    kind: str
    name: str
    dial: str = ""
    short_code: str = ""
    text: str = ""
    audience: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    police: str = ""
    bridgeable: bool = False
    enabled: bool = True
    local: bool = False
    spoken: dict[str, str] = field(default_factory=dict)
    serves: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    method: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    verify_by: date | None = None
    waived_by: str = ""
    waived_why: str = ""
    remark: str = ""
    kept_in: Keeper = Keeper.DIRECTORY


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change to a crisis row that waits for a second person. `wanted` is None to remove it.

    `base` is the row as it was when the change was proposed.
    """

    id: str
    key: str
    wanted: Place | None
    base: Place | None
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class LineBook:
    """Everything that routing needs to know about one line at one instant."""

    line: Line
    supporters: tuple[Supporter, ...] = ()
    shifts: tuple[Shift, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    swaps: tuple[Swap, ...] = ()
    wishes: tuple[DutyWish, ...] = ()
    refused: tuple[Refused, ...] = ()
    places: tuple[Place, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    unconfirmed: frozenset[str] = frozenset()
    """Supporters who have not said yet that their number may be rung."""
    no_texts: frozenset[str] = frozenset()
    """Supporters who have told the provider to send no texts (STOP): none is sent to them."""
    vouched: frozenset[str] = frozenset()
    """For whose numbers the file vouches that is being applied; read from nowhere else."""
    switches: tuple[Switch, ...] = ()
    """Emergency switches, oldest first, as calls find them: see `switching`."""
    held: bool = False
    """A legal hold is on (for the whole installation): nothing is deleted, callers are told."""

    def supporter(self, supporter_id: str) -> Supporter | None:
        """The supporter of that id, or None when they no longer serve."""
        return next((s for s in self.supporters if s.id == supporter_id), None)

    def refusal(self, supporter_id: str) -> Refused | None:
        """Why the provider does not ring them, if it has refused their number."""
        return next((one for one in self.refused if one.supporter == supporter_id), None)
