"""When the line opens next, in the words of someone who speaks: "tomorrow at eight"."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from warmline.prompts.catalogue import Catalogue, load

_PARTS: Final = (
    (6, "small-hours"),
    (12, "morning"),
    (17, "afternoon"),
    (19, "late-afternoon"),
    (21, "evening"),
    (24, "night"),
)
"""Finer than any one language needs; each catalogue joins them as its speakers do."""


def say_when(
    now: datetime, then: datetime, language: str, catalogue: Catalogue | None = None
) -> str:
    """The words for `then`, heard at `now`. Days and hours are those of `then`'s time zone."""
    if now.tzinfo is None or then.tzinfo is None:
        raise ValueError("say_when needs times with a zone")
    words = catalogue or load()
    part = part_of_day(then.timetz())
    # Midnight belongs to the evening before it: "tonight at midnight", not "tomorrow".
    day = then.date() - timedelta(days=1) if part == "midnight" else then.date()
    ahead = (day - now.astimezone(then.tzinfo).date()).days
    clock = words.text("when-clock", language, hour=then.hour % 12 or 12, minute=then.minute)
    said: dict[str, str | int | float] = {"time": clock.plain, "part": part}
    if ahead <= 0:
        return words.text("when-today", language, **said).plain
    if ahead == 1:
        return words.text("when-tomorrow", language, **said).plain
    said["weekday"] = day.weekday()
    if ahead < 7:
        return words.text("when-weekday", language, **said).plain
    return words.text("when-date", language, month=day.month, day=day.day, **said).plain


def part_of_day(clock: time) -> str:
    """The part of the day that a time belongs to; noon and midnight are parts of their own."""
    if (clock.hour, clock.minute) in ((0, 0), (12, 0)):
        return "noon" if clock.hour else "midnight"
    return next(name for before, name in _PARTS if clock.hour < before)
