"""What is wrong with a row of the directory as a whole, each with how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from warmline.domain.directory.facts import (
    KINDS,
    SLOTS,
    BadFact,
    can_be_reached,
    read_short_code,
    read_text_to,
)
from warmline.domain.line import Place
from warmline.domain.wording import did_you_mean, listed

Forbidden = Callable[[str, str], Sequence[str]]
"""The words in a text, in a language, that are never said."""


def objections(place: Place, today: date) -> Iterator[tuple[str, str]]:
    """What is wrong with a place as a whole: the column, and how to mend it."""
    if place.kind not in KINDS:
        guess = did_you_mean(place.kind, KINDS) or f" Write {listed(KINDS, 'or')}."
        yield "kind", f'"{place.kind}" is not known here.{guess}'
    if not place.name:
        yield "name", "It is empty."
    for column, read_it in (("short_code", read_short_code), ("text", read_text_to)):
        if value := getattr(place, column):
            try:
                read_it(value)
            except BadFact as bad:
                yield column, str(bad)
    if place.bridgeable and not place.dial:
        yield "bridgeable", 'There is no number to connect to. Give "dial", or write no.'
    if place.bridgeable and place.kind == "emergency":
        yield "bridgeable", "911 is said and never dialled from here. Write no."
    yield from _about_dates(place, today)
    yield from _about_waiving(place)


def _about_dates(place: Place, today: date) -> Iterator[tuple[str, str]]:
    if place.verified_on and place.verified_on > today:
        yield "verified_on", "This day is yet to come."
    if place.verified_on and not place.verified_by:
        yield "verified_by", "It says when and not who. Write the name or initials."
    if place.verified_on and place.verify_by and place.verify_by < place.verified_on:
        yield "verify_by", "It is before the day on which it was verified."


def _about_waiving(place: Place) -> Iterator[tuple[str, str]]:
    if bool(place.waived_by) != bool(place.waived_why):
        yield "waived_by", "Write who waives the slot and why, both, or neither."
    if place.waived_by and place.kind not in SLOTS:
        yield "waived_by", f"Only {listed(list(SLOTS), 'or')} can be waived."


def about_words(place: Place, forbidden: Forbidden) -> Iterator[tuple[str, str]]:
    """The words of a row that is read to callers which the line never says."""
    if not place.enabled or not can_be_reached(place):
        return
    names = {"en": place.name, **place.spoken}
    audiences = {"en": place.audience, **place.serves}
    for column, texts in (("name", names), ("audience", audiences)):
        for language, said in texts.items():
            if found := forbidden(said, language):
                where = column if (language, said) == ("en", getattr(place, column)) else ""
                words = listed([f'"{word}"' for word in found])
                yield (
                    where or f"{column}_{language}",
                    f"The line never says {words}. Give other words in {column}_{language}.",
                )
