"""What is kept of a call: one row of buckets and counts, and how it is made from the facts.

The dataclass `CallRow` is the allow-list: nothing else about a call ever reaches the database.
It has no number, no name, no agency, no wish, no supporter, and no time finer than the hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from warmline.domain.callback import OWN_ROW, Callback


class Outcome(StrEnum):
    """How a call ended, seen from the caller. Published with the measures."""

    TALKED = "talked"
    """A supporter pressed 1 and both heard each other."""
    CRISIS = "crisis"
    """The caller was connected to a crisis line from here."""
    PLACES = "places"
    """The caller heard other places to call and then left."""
    SHORT_ABANDON = "short_abandon"
    """Left within ten seconds of wanting a peer."""
    ABANDONED = "abandoned"
    """Left while waiting for a peer."""
    BROWSED = "browsed"
    """Left the menus without wanting a peer."""
    CLOSED = "closed"
    """Called outside the hours and heard the closed message."""
    CALLBACK = "callback"
    """Left with the promise of a call back."""
    UNREACHED = "unreached"
    """A call that we made for such a promise, and that led to no talk."""
    FLOODED = "flooded"
    """Very many called at once: heard so, with the crisis sentence and other places, and left."""


class Bucket(StrEnum):
    """Coarse durations: a wait or a talk is never stored in seconds."""

    NONE = "none"
    UNDER_20_S = "under_20_s"
    UNDER_60_S = "under_60_s"
    UNDER_2_MIN = "under_2_min"
    UNDER_4_MIN = "under_4_min"
    UNDER_15_MIN = "under_15_min"
    UNDER_40_MIN = "under_40_min"
    LONGER = "longer"


_EDGES: tuple[tuple[float, Bucket], ...] = (
    (20, Bucket.UNDER_20_S),
    (60, Bucket.UNDER_60_S),
    (120, Bucket.UNDER_2_MIN),
    (240, Bucket.UNDER_4_MIN),
    (900, Bucket.UNDER_15_MIN),
    (2400, Bucket.UNDER_40_MIN),
)


def bucket(seconds: float | None) -> Bucket:
    """The bucket of a duration in seconds; None means that it never happened."""
    if seconds is None:
        return Bucket.NONE
    return next((name for edge, name in _EDGES if seconds < edge), Bucket.LONGER)


@dataclass(frozen=True, slots=True)
class CallRow:
    """One ended call, and nothing else of it. `day` and `hour` are in the line's zone."""

    id: str
    line: str
    day: date
    hour: int
    language: str
    open: bool
    outcome: Outcome
    wait: Bucket
    talk: Bucket
    offers: int
    crisis_key: bool
    places_heard: tuple[str, ...] = ()
    callback: Callback = Callback.NONE
    """See `domain.callback`: also tells the row of an arriving call from that of a call back."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an ended call when its row is written. Seconds; 0 means never."""

    row: str
    line: str
    language: str
    open: bool
    received: float
    wanted_at: float
    first_bridge: float
    talked: float
    ended: float
    offers: int
    crisis_key: bool
    crisis_bridge: bool
    places: frozenset[str]
    flooded: bool = False
    callback: Callback = Callback.NONE


SHORT_ABANDON_SECONDS = 10.0


def outcome_of(facts: Facts) -> Outcome:
    """The one name for how a call ended."""
    if facts.first_bridge:
        return Outcome.TALKED
    if facts.crisis_bridge:
        return Outcome.CRISIS
    if facts.callback in OWN_ROW:
        return Outcome.UNREACHED
    if facts.callback is Callback.PROMISED:
        return Outcome.CALLBACK
    if not facts.open:
        return Outcome.CLOSED
    if facts.flooded and not facts.wanted_at:
        return Outcome.FLOODED
    # Whoever left at once waited for nobody, wherever in the menus they had been before.
    if facts.wanted_at and facts.ended - facts.wanted_at < SHORT_ABANDON_SECONDS:
        return Outcome.SHORT_ABANDON
    if facts.places:
        return Outcome.PLACES
    return Outcome.ABANDONED if facts.wanted_at else Outcome.BROWSED


def row_of(facts: Facts, zone: ZoneInfo) -> CallRow:
    """The row that is kept: buckets, counts and an hour, in the line's zone."""
    began = datetime.fromtimestamp(facts.received, UTC).astimezone(zone)
    # Who is called back waits from the promise on, not from the key that they press at last.
    since = facts.received if facts.callback in OWN_ROW else facts.wanted_at
    waited = (facts.first_bridge or facts.ended) - since if since else None
    return CallRow(
        id=facts.row,
        line=facts.line,
        day=began.date(),
        hour=began.hour,
        language=facts.language,
        open=facts.open,
        outcome=outcome_of(facts),
        wait=bucket(waited),
        talk=bucket(facts.talked if facts.first_bridge else None),
        offers=facts.offers,
        crisis_key=facts.crisis_key,
        places_heard=tuple(sorted(facts.places)),
        callback=facts.callback,
    )
