"""The directory of other places to call: what comes with the program, and what is named when.

Wrong numbers do harm, so a row of the seed directory is named to callers only when its operator
or a government page confirms it and nothing about it is waiting to be checked again. Local rows
are off until the line's own file turns them on: they serve one county.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from warmline.domain.line import Place

EMERGENCY = "911"
LIFELINE = "988"
LIFELINE_NUMBER = "+18002738255"
AT_EVERY_HOUR = "24/7"

PUBLIC_KINDS = frozenset({"peer", "family", "substance", "local"})
"""What is offered to callers who are no peer workers, and as other places to all."""

WORKERS_KINDS = frozenset({"eap", "therapy", "psychiatry", "cultural", "rights"})
"""What a deployment names for its own peer workers, in the slots that the seed leaves open."""

MOST = 6
"""More than this nobody listens to."""

_NEVER_SENDS = frozenset({"no", "cannot send", "only if asked"})
_MAY_SEND = frozenset(
    {"may", "yes", "sometimes", "rarely", "possible", "designed to avoid", "imminent harm"}
)
_POLICE_FREE_FIRST = {"no": 0, "unknown": 1, "may": 2}


@dataclass(frozen=True, slots=True)
class SeedPlace:
    """A row of the seed directory, and in plain words why it is not enabled, or nothing."""

    place: Place
    why_disabled: str = ""


def read_directory(text: str) -> tuple[SeedPlace, ...]:
    """The rows of a directory in CSV."""
    return tuple(_seed(row) for row in csv.DictReader(StringIO(text)))


def _seed(row: dict[str, str]) -> SeedPlace:
    why = _why_disabled(row)
    place = Place(
        key=row["key"],
        kind=row["kind"],
        name=row["name"],
        dial=row["dial"],
        short_code=row["short_code"],
        text=row["text"],
        audience=row["audience"],
        hours=row["hours"],
        languages=tuple(row["languages"].split()),
        police=row["police"],
        bridgeable=row["bridgeable"] == "yes",
        enabled=not why,
        local=row["local"] == "yes",
    )
    return SeedPlace(place, why)


def _why_disabled(row: dict[str, str]) -> str:
    confirmed, notes = row["confirmed"], f"{row['confirmed']} {row['remark']}"
    if "required slot" in confirmed:
        return "a place of your own belongs here: name it in the line's file"
    if not (row["dial"] or row["short_code"] or row["text"]):
        return "there is nothing to call or text"
    if row["local"]:
        return "it serves one county: turn it on if it is yours"
    if "re-verify" in notes:
        return "it is to be checked again"
    if "third party" in confirmed:
        return "only others say so, not its operator"
    if not confirmed.startswith(("operator page", "government page")):
        return "nobody has confirmed it"
    return ""


def police_word(place: Place) -> str:
    """What the place says about sending police: "no" unless the caller agrees, "may", "unknown".

    A promise is read only out of the operator's plain words; everything vague is "unknown".
    """
    if place.police in _NEVER_SENDS:
        return "no"
    return "may" if place.police in _MAY_SEND else "unknown"


def hours_word(place: Place) -> str:
    """Whether the place is open "always", for "some" hours, or nobody wrote it down: "unknown".

    Only its plain "24/7" is taken at its word.
    """
    if not place.hours:
        return "unknown"
    return "always" if place.hours == AT_EVERY_HOUR else "some"


def crisis_lines(
    places: Iterable[Place], language: str, *, police_free_first: bool = True
) -> list[Place]:
    """Crisis lines other than 988, local before national; see `police_free_first`."""
    lines = _named(places, language, frozenset({"crisis"}))
    if police_free_first:
        lines.sort(key=lambda place: _POLICE_FREE_FIRST[police_word(place)])
    return lines[:MOST]


def public_lines(places: Iterable[Place], language: str) -> list[Place]:
    """Peer, family and substance-use lines for the public: local, then those always open."""
    named = _named(places, language, PUBLIC_KINDS)
    return sorted(named, key=lambda p: (not p.local, hours_word(p) != "always"))[:MOST]


def workers_places(places: Iterable[Place], language: str) -> list[Place]:
    """For peer workers: what their own county has for them, then the public lines."""
    named = _named(places, language, WORKERS_KINDS)
    own = [place for place in named if place.local]
    return (own + public_lines(places, language))[:MOST]


def _named(places: Iterable[Place], language: str, kinds: frozenset[str]) -> list[Place]:
    """Enabled places of these kinds, local first, in the caller's language if there are any."""
    found = [
        place for place in places if place.enabled and place.kind in kinds and not _has_door(place)
    ]
    understood = [place for place in found if not place.languages or language in place.languages]
    return sorted(understood or found, key=lambda place: not place.local)


def _has_door(place: Place) -> bool:
    """Whether key 9 or the emergency sentence leads there already: 911, 988 and its branches."""
    return place.short_code.startswith((EMERGENCY, LIFELINE)) or place.dial == LIFELINE_NUMBER
