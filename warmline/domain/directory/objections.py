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
from warmline.domain.wording import AnyOf, Sentence, nearest

Forbidden = Callable[[str, str], Sequence[str]]
"""The words in a text, in a language, that are never said."""


Objection = tuple[str, Sentence]
"""The column, and how to mend it."""


def objections(place: Place, today: date) -> Iterator[Objection]:
    """What is wrong with a place as a whole: the column, and how to mend it."""
    if place.kind not in KINDS:
        yield "kind", _unknown(place.kind)
    if not place.name:
        yield "name", Sentence("It is empty.")
    for column, read_it in (("short_code", read_short_code), ("text", read_text_to)):
        if value := getattr(place, column):
            try:
                read_it(value)
            except BadFact as bad:
                yield column, bad.sentence
    if place.bridgeable and not place.dial:
        nothing = Sentence('There is no number to connect to. Give "dial", or write no.')
        yield "bridgeable", nothing
    if place.bridgeable and place.kind == "emergency":
        yield "bridgeable", Sentence("911 is said and never dialled from here. Write no.")
    yield from _about_dates(place, today)
    yield from _about_waiving(place)


def _unknown(kind: str) -> Sentence:
    near = nearest(kind, KINDS)
    if near:
        return Sentence(
            '"%(kind)s" is not known here. Did you mean "%(near)s"?', kind=kind, near=near
        )
    return Sentence('"%(kind)s" is not known here. Write %(known)s.', kind=kind, known=AnyOf(KINDS))


def _about_dates(place: Place, today: date) -> Iterator[Objection]:
    if place.verified_on and place.verified_on > today:
        yield "verified_on", Sentence("This day is yet to come.")
    if place.verified_on and not place.verified_by:
        yield "verified_by", Sentence("It says when and not who. Write the name or initials.")
    if place.verified_on and place.verify_by and place.verify_by < place.verified_on:
        yield "verify_by", Sentence("It is before the day on which it was verified.")


def _about_waiving(place: Place) -> Iterator[Objection]:
    if bool(place.waived_by) != bool(place.waived_why):
        yield "waived_by", Sentence("Write who waives the slot and why, both, or neither.")
    if place.waived_by and place.kind not in SLOTS:
        yield "waived_by", Sentence("Only %(kinds)s can be waived.", kinds=AnyOf(SLOTS))


def about_words(place: Place, forbidden: Forbidden) -> Iterator[Objection]:
    """The words of a row that is read to callers which the line never says."""
    if not place.enabled or not can_be_reached(place):
        return
    names = {"en": place.name, **place.spoken}
    audiences = {"en": place.audience, **place.serves}
    for column, texts in (("name", names), ("audience", audiences)):
        for language, said in texts.items():
            if found := forbidden(said, language):
                where = column if (language, said) == ("en", getattr(place, column)) else ""
                yield (
                    where or f"{column}_{language}",
                    Sentence(
                        "The line never says %(words)s. Give other words in %(column)s.",
                        words=tuple(f'"{word}"' for word in found),
                        column=f"{column}_{language}",
                    ),
                )
