"""What the public page says is kept of an ended call: made of the very fields of its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields

from warmline.domain.outcome import CallRow

UNTOLD = frozenset({"id", "line"})
"""Drawn by lot, and the line whose page this is."""


def kept_of_a_call(say: Callable[..., str]) -> Iterator[str]:
    """A phrase for each field. Raises KeyError for one of which callers are not told yet."""
    told = {
        "day": say("the day"),
        "hour": say("the hour, not the minute"),
        "language": say("the language"),
        "open": say("whether we were open"),
        "outcome": say("how it ended"),
        "wait": say("roughly how long you waited"),
        "talk": say("roughly how long you talked"),
        "offers": say("how many phones rang"),
        "crisis_key": say("whether key 9 was pressed"),
        "places_heard": say("which kinds of other places were read out"),
        "callback": say("what came of a call back"),
    }
    yield from (told[one.name] for one in fields(CallRow) if one.name not in UNTOLD)
