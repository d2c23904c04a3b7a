"""Values that are always read and written whole, as JSON documents: hours, ringing, limits."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from warmline.domain.flood import Caps
from warmline.domain.line import Holiday, Hours, Keeper, Limits, Place, Ringing, Weekday
from warmline.domain.reminders import Reminders
from warmline.domain.spans import parse_span, span_text

Document = dict[str, Any]


def hours_document(hours: Hours) -> Document:
    """The hours for the database."""
    return {
        "weekly": {day.value: [span_text(s) for s in spans] for day, spans in hours.weekly.items()},
        "holidays": [
            {
                "on": holiday.on.isoformat(),
                "name": holiday.name,
                "spans": [span_text(span) for span in holiday.spans],
            }
            for holiday in hours.holidays
        ],
    }


def hours_of(document: Document) -> Hours:
    """The hours from the database."""
    return Hours(
        weekly={
            Weekday(day): tuple(map(parse_span, spans)) for day, spans in document["weekly"].items()
        },
        holidays=tuple(
            Holiday(
                date.fromisoformat(row["on"]), row["name"], tuple(map(parse_span, row["spans"]))
            )
            for row in document["holidays"]
        ),
    )


def limits_document(limits: Limits) -> Document:
    """The limits for the database."""
    document = asdict(limits)
    document["quiet"] = span_text(limits.quiet) if limits.quiet else None
    return document


def limits_of(document: Document) -> Limits:
    """The limits from the database; those that are not in it have their defaults."""
    quiet = document.get("quiet")
    return Limits(**{**document, "quiet": parse_span(quiet) if quiet else None})


def ringing_document(ringing: Ringing) -> Document:
    """How phones are rung, for the database."""
    return asdict(ringing)


def ringing_of(document: Document) -> Ringing:
    """How phones are rung, from the database."""
    return Ringing(**document)


def flood_document(caps: Caps) -> Document:
    """What a line takes in, for the database."""
    return asdict(caps)


def flood_of(document: Document) -> Caps:
    """What a line takes in, from the database."""
    return Caps(**document)


def reminders_document(ways: Reminders) -> Document:
    """How a line reminds, for the database."""
    return asdict(ways)


def reminders_of(document: Document) -> Reminders:
    """How a line reminds, from the database."""
    return Reminders(**document)


def place_document(place: Place | None) -> Document:
    """A row of the directory as one document; an empty one for no row."""
    if place is None:
        return {}
    document = asdict(place)
    document["languages"] = list(place.languages)
    document["kept_in"] = place.kept_in.value
    for name in ("verified_on", "verify_by"):
        document[name] = document[name].isoformat() if document[name] else None
    return document


def place_of(document: Document) -> Place | None:
    """The row from its document."""
    if not document:
        return None
    dates = {
        name: date.fromisoformat(document[name]) if document.get(name) else None
        for name in ("verified_on", "verify_by")
    }
    return Place(
        **{
            **document,
            **dates,
            "languages": tuple(document["languages"]),
            "kept_in": Keeper(document["kept_in"]),
        }
    )
