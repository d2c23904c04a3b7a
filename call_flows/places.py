"""4: other places to call, a few at a time, each number said twice. Also the public lines."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, number_in_query
from call_flows._house import house
from call_flows._menu import Menu, visit_of
from warmline.domain import places
from warmline.domain.call import State
from warmline.domain.line import Place
from warmline.domain.live import Note
from warmline.domain.numbers import spoken_digits
from warmline.prompts import Spoken, whom

flow = Blueprint("places", __name__)


def spoken_place(visit: Visit, place: Place, *, crisis: bool = False) -> Spoken:
    """One place: name, whom it serves or how it deals with police, and the number twice."""
    number = spoken_digits(place.dial or place.short_code)
    if not number.strip():
        return visit.say("crisis-line-text", name=place.name, text=place.text)
    if crisis:
        return visit.say(
            "crisis-line", name=place.name, number=number, police=places.police_word(place)
        )
    return visit.say(
        "place-line",
        name=place.name,
        number=number,
        whom=whom(house().words, place, visit.language).plain,
        hours=places.hours_word(place),
    )


def known(visit: Visit) -> list[Place]:
    """The places of this line, in the order in which they are read.

    Who has come to a peer does peer work: their own employee assistance, therapist or rights come
    first. At night nobody has said what work they do: both are read.
    """
    book = house().desk.line(visit.call)
    if book is None:
        return []
    if visit.call.open and not visit.call.wanted_at:
        return places.public_lines(book.places, visit.language)
    return places.workers_places(book.places, visit.language)


def then(visit: Visit) -> str:
    """Where key 0, and silence after the last place, lead."""
    if not visit.call.open:
        return "closed"
    return {State.WAITING: "wait", State.ASIDE: "talk"}.get(visit.call.state, "peer")


def keys(visit: Visit, index: int, count: int) -> Spoken:
    """What can be pressed after the place at `index`: all of it once, then in short."""
    if index + 1 >= count:
        return visit.say("places-end", then=then(visit))
    return visit.say("place-next" if index else "place-again", then=then(visit))


def read(visit: Visit, index: int, lead: Sequence[Spoken] = (), *, tries: int = 0) -> Response:
    """The place at `index` and what can be pressed after it; after a wrong key only the keys."""
    found = known(visit)
    if not found:
        return visit.ask([*lead, visit.say("places-none")], visit.page("places/end/key"))
    index %= len(found)
    answer = visit.page("places/key", at=index, tries=tries, last=int(index + 1 >= len(found)))
    told = [keys(visit, index, len(found))]
    if not tries:
        house().desk.note(visit.call, Note(heard=found[index].kind))
        told.insert(0, spoken_place(visit, found[index]))
    return visit.ask([*lead, *told], answer)


def over(visit: Visit) -> Response:
    """After the last place: back to waiting, to the talk, or the goodbye that names 988."""
    if not visit.call.open:
        return _kit.goodbye([visit.say("closed-goodbye")])
    lead = [visit.say("waiting-back")] if visit.call.state is State.WAITING else []
    return visit.tell(lead, _back(visit))


def _back(visit: Visit) -> str:
    pages = {State.ASIDE: "aside", State.PARTED: "parted"}
    return pages.get(visit.call.state, "wait")


def first(visit: Visit) -> Response:
    """From the beginning."""
    return read(visit, 0)


@flow.post("/<language>/<call_id>/places")
def begin(language: str, call_id: str) -> Response:
    """The caller asked for other places, or has waited so long that they are told.

    Only who chose them from the main menu has said that they do other work.
    """
    visit = visit_of(call_id)
    other_work = visit.call.open and visit.call.state is State.MENUS
    return read(visit, 0, [visit.say("places-public-intro" if other_work else "places-intro")])


@flow.post("/<language>/<call_id>/places/key")
def key(language: str, call_id: str) -> Response:
    """A key after a place; silence means the next one, and after the last the way back."""
    visit = visit_of(call_id)
    at, last = number_in_query("at"), bool(number_in_query("last"))
    match _kit.pressed():
        case "*":
            return read(visit, 0 if last else at)
        case "8":
            patient = Visit(house().desk.note(visit.call, Note(slow=True)), visit.language)
            return read(patient, at, [patient.say("more-time")], tries=1)
        case "0" | "9":
            return MENU.answered(visit)
        case pressed if pressed in {"", "1"} or number_in_query("tries"):
            return over(visit) if last else read(visit, at + 1)
        case _:
            return read(visit, at, [visit.say("main-wrong-key")], tries=1)


MENU = Menu(
    page="places/end",
    lines=lambda visit: [visit.say("places-end", then=then(visit))],
    keys={},
    silence=over,
    star=first,
).add_to(flow)
