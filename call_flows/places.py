"""4: other places to call, a few at a time, each number said twice. Also the public lines."""

from __future__ import annotations

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
from warmline.prompts import Spoken

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
        "place-line", name=place.name, number=number, audience=place.audience or "anyone"
    )


def known(visit: Visit) -> list[Place]:
    """The places of this line, in the order in which they are read."""
    book = house().desk.line(visit.call)
    return list(places.public_lines(book.places, visit.language)) if book else []


def read(visit: Visit, index: int, lead: list[Spoken] | None = None) -> Response:
    """The place at `index`, and what can be pressed after it."""
    found = known(visit)
    if not found:
        return MENU.ask(visit, [visit.say("places-none")])
    place = found[index % len(found)]
    house().desk.look(visit.call.id, Note(heard=place.kind))
    last = index + 1 >= len(found)
    lines = [
        *(lead or []),
        spoken_place(visit, place),
        visit.say("places-end" if last else "place-again"),
    ]
    answer = visit.page("places/key", at=index, last=1 if last else 0)
    return visit.ask(lines, answer)


def over(visit: Visit) -> Response:
    """After the last place: back to waiting, to the talk, or the goodbye that names 988."""
    if visit.call.state is State.MENUS and not visit.call.open:
        return _kit.goodbye([visit.say("closed-goodbye")])
    return _kit.go(visit.page(_back(visit)))


def _back(visit: Visit) -> str:
    pages = {State.ASIDE: "aside", State.PARTED: "parted"}
    return pages.get(visit.call.state, "wait")


def first(visit: Visit) -> Response:
    """From the beginning."""
    return read(visit, 0)


@flow.post("/<language>/<call_id>/places")
def begin(language: str, call_id: str) -> Response:
    """The caller asked for other places, or has waited so long that they are told."""
    visit = visit_of(call_id)
    intro = "places-intro" if visit.call.wanted_at else "places-public-intro"
    return read(visit, 0, [visit.say(intro)])


@flow.post("/<language>/<call_id>/places/key")
def key(language: str, call_id: str) -> Response:
    """A key after a place; silence means the next one, and after the last the way back."""
    visit = visit_of(call_id)
    at, last = number_in_query("at"), bool(number_in_query("last"))
    pressed = _kit.pressed()
    if pressed == "*":
        return read(visit, 0 if last else at)
    if pressed in {"", "1"}:
        return over(visit) if last else read(visit, at + 1)
    return MENU.answered(visit)


MENU = Menu(
    page="places/end",
    lines=lambda visit: [visit.say("places-end")],
    keys={},
    silence=over,
    star=first,
).add_to(flow)
