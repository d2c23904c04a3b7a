"""The directory of other places to call that comes with the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files

from warmline.domain.directory.facts import why_unconfirmed
from warmline.domain.directory.rows import read
from warmline.domain.line import Keeper, Place


@dataclass(frozen=True, slots=True)
class SeedPlace:
    """A row of the seed directory, and in plain words why it is not enabled, or nothing."""

    place: Place
    why_disabled: str = ""


def seed_directory() -> tuple[SeedPlace, ...]:
    """Every row of `warmline/data/directory.csv`.

    Local rows are off until a line turns them on: they serve one county.
    """
    path = files("warmline").joinpath("data", "directory.csv")
    text = path.read_text(encoding="utf-8")
    found = []
    for row in read(text, (), lambda _text, _language: (), date.max):
        why: str = why_unconfirmed(row.place) or ""
        fills = ("a place of your own", "there is nothing")
        if row.place.local and not (why and why.startswith(fills)):
            why = "it serves one county: turn it on if it is yours"
        place = replace(row.place, enabled=not why, kept_in=Keeper.PROGRAM)
        found.append(SeedPlace(place, why))
    return tuple(found)
