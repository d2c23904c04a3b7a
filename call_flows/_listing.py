"""A list of places that is read one at a time: which one is heard, what it is, what can be done.

Where a list has come to is a number made of the place's own key, and not its position: the order
changes with the hour, rows come and go, and the caller's key is for the place that they heard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from zlib import crc32

from flask import Response

from call_flows import _kit
from call_flows._caller import Visit, number_in_query, request_of
from call_flows._house import house
from warmline.domain import places
from warmline.domain.directory.facts import ShortCode, read_short_code, read_text_to
from warmline.domain.directory.when import Standing, is_expired, opens_next, standing
from warmline.domain.line import LineBook, Place
from warmline.domain.live import Note, Texted
from warmline.domain.numbers import slow_digits, spoken_digits
from warmline.prompts import Spoken, named, say_when, whom

TEXTED: Final = {
    Texted.COMING: "place-text-coming",
    Texted.ALREADY: "place-text-already",
    Texted.ENOUGH: "place-text-enough",
    Texted.LATER: "place-text-later",
    None: "place-text-no-number",
}


def local_now(book: LineBook) -> datetime:
    """The time on the line's own clock."""
    return datetime.fromtimestamp(house().clock.now(), UTC).astimezone(book.line.zone)


@dataclass(frozen=True)
class Listing:
    """One list: the page that reads a place of it, and which places it has for whom."""

    page: str
    of: Callable[[Visit, LineBook, datetime], Sequence[Place]]

    def all(self, visit: Visit) -> list[Place]:
        """The places in the order in which they are read now."""
        book = house().desk.line(visit.call)
        return list(self.of(visit, book, local_now(book))) if book else []

    def here(self, visit: Visit) -> Place | None:
        """The place that was read last, or is to be read now; the first to begin with."""
        found = self.all(visit)
        book = house().desk.line(visit.call)
        at = number_in_query("at")
        heard = (p for p in book.places if p.enabled and number_of(p) == at) if book and at else ()
        return next(iter(heard), found[0] if found else None)

    def after(self, visit: Visit) -> Place | None:
        """The place after this one; None after the last."""
        found, now = self.all(visit), self.here(visit)
        keys = [one.key for one in found]
        at = keys.index(now.key) + 1 if now is not None and now.key in keys else 0
        return found[at] if at < len(found) else None

    def is_first(self, visit: Visit) -> bool:
        """Whether the list begins: all that can be done is said once, and later in short."""
        return not number_in_query("at") or self.here(visit) == next(iter(self.all(visit)), None)

    def go_to(self, visit: Visit, place: Place | None, *, slow: bool = False) -> Response:
        """Read a place, or the list from its beginning."""
        return _kit.go(visit.page(self.page, at=number_of(place), slow=int(slow)))


def number_of(place: Place | None) -> int:
    """The number by which an address speaks of a place; 0 for none.

    It stays the same while rows of the directory come and go.
    """
    return crc32(place.key.encode()) if place is not None else 0


def spoken_place(visit: Visit, place: Place, *, crisis: bool = False) -> list[Spoken]:
    """One place: name, whom it serves or how it deals with police, and the number twice."""
    house().desk.note(visit.call, Note(heard=place.kind))
    if number_in_query("slow"):
        return [slowly(visit, place)]
    book = house().desk.line(visit.call)
    late = book is not None and is_expired(place, local_now(book))
    if not (place.dial or place.short_code):
        said = [by_text(visit, place)]
    elif crisis:
        said = in_crisis(visit, place)
    else:
        return [in_short(visit, place)]
    return [*said, visit.say("place-check")] if late else said


def in_short(visit: Visit, place: Place) -> Spoken:
    """A place for everybody, with its hours as far as they are known."""
    book = house().desk.line(visit.call)
    now = local_now(book) if book else datetime.fromtimestamp(house().clock.now(), UTC)
    stands, when = standing(place, now), ""
    if stands is Standing.CLOSED:
        opens = opens_next(place, now)
        stands = Standing.CLOSED if opens else Standing.UNKNOWN
        when = say_when(now, opens, visit.language) if opens else ""
    return visit.say(
        "place-line",
        name=named(place, visit.language),
        number=spoken_digits(place.dial or place.short_code),
        whom=whom(visit.words, place, visit.language),
        hours=str(stands),
        when=when,
    )


def in_crisis(visit: Visit, place: Place) -> list[Spoken]:
    """A crisis line, with what it says itself about police."""
    name, police = named(place, visit.language), places.police_word(place)
    code = ShortCode("") if place.dial else read_short_code(place.short_code)
    number = spoken_digits(place.dial or code.code)
    if code.then:
        said = visit.say("crisis-line-branch", name=name, number=number, branch=code.then)
        return [said, visit.say("connect-police", police=police)]
    return [visit.say("crisis-line", name=name, number=number, police=police)]


def by_text(visit: Visit, place: Place) -> Spoken:
    """A place that is reached by text: what to send, and where."""
    text = read_text_to(place.text)
    name, number = named(place, visit.language), spoken_digits(text.to)
    if text.word:
        return visit.say("place-by-text", name=name, word=text.word, number=number)
    return visit.say("place-by-text-any", name=name, number=number)


def slowly(visit: Visit, place: Place) -> Spoken:
    """The number once more, digit by digit with time to write."""
    if not (place.dial or place.short_code):
        return by_text(visit, place)
    number = place.dial or read_short_code(place.short_code).code
    return visit.say("place-slowly", number=slow_digits(number))


def ways(visit: Visit, place: Place, *, first: bool) -> list[Spoken]:
    """What can be done with the place that was read: all of it once, then in short."""
    said = [visit.say("place-connect")] if can_connect(place) else []
    if first:
        said.append(visit.say("place-slow"))
        if house().handing.can_text(visit.call, request_of().caller):
            said.append(visit.say("place-text-me"))
    return said


def can_connect(place: Place) -> bool:
    """Whether it is a number that may be rung from here. Never 911, which is no such number."""
    return place.bridgeable and bool(place.dial) and place.kind != "emergency"


def text_me(visit: Visit, place: Place) -> Spoken:
    """6: the number as a text; what became of the wish.

    Whose number is kept for a call back is not told that it is not.
    """
    became = house().handing.text(visit.call, place, request_of().caller)
    if became is Texted.COMING and visit.call.promised:
        return visit.say("place-text-while-promised")
    return visit.say(TEXTED[became])
