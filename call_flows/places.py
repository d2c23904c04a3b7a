"""Other places to call, read one after the other; each can be rung from here, or sent as a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit
from call_flows._listing import Listing, can_connect, number_of, spoken_place, text_me, ways
from call_flows._menu import Menu, visit_of
from call_flows.talk import back_from_star
from warmline.domain import places
from warmline.domain.call import State
from warmline.domain.line import LineBook, Place
from warmline.prompts import Spoken

flow = Blueprint("places", __name__)


def known(visit: Visit, book: LineBook, now: datetime) -> Sequence[Place]:
    """The places of this line, in the order in which they are read.

    Who has come to a peer does peer work: their own employee assistance, therapist or rights come
    first, and lines for doctors or police are not for them. At night, and where there was no room
    for a peer, nobody has said what work they do: both are read.
    """
    if _does_other_work(visit):
        return places.public_lines(book.places, visit.language, now)
    if visit.call.wanted_at:
        return places.workers_places(book.places, visit.language, now)
    return places.all_places(book.places, visit.language, now)


LIST = Listing("places/place", known)


def _does_other_work(visit: Visit) -> bool:
    """They chose these places instead of a peer. Who found no room for a peer did not."""
    return visit.call.open and not visit.call.wanted_at and not visit.call.flooded


def then(visit: Visit) -> str:
    """Where key 0, and silence after the last place, lead."""
    if visit.call.blocked:
        return "blocked"
    if not visit.call.open:
        return "closed"
    if visit.call.state is State.MENUS and visit.call.promised:
        return "promised"
    if visit.call.state is State.CRISIS and visit.call.wanted_at and not visit.call.promised:
        return "wait"
    return {State.WAITING: "wait", State.ASIDE: "talk"}.get(visit.call.state, "peer")


def read(visit: Visit) -> list[Spoken]:
    """The place, and what can be done with it."""
    place = LIST.here(visit)
    if place is None:
        return [visit.say("places-none")]
    return [*spoken_place(visit, place), *keys(visit)]


def keys(visit: Visit) -> list[Spoken]:
    """What can be pressed after a place: all of it once, then in short."""
    place = LIST.here(visit)
    if place is None:
        return [visit.say("places-none")]
    first = LIST.is_first(visit)
    if LIST.after(visit) is None:
        return [*ways(visit, place, first=first), visit.say("places-end", then=then(visit))]
    following = visit.say("place-again" if first else "place-next", then=then(visit))
    return [*ways(visit, place, first=first), following]


def onwards(visit: Visit) -> Response:
    """1 or silence: the next place, and after the last the way back."""
    following = LIST.after(visit)
    return over(visit) if following is None else LIST.go_to(visit, following)


def again(visit: Visit) -> Response:
    """Star: this place again; after the last one all of them."""
    last = LIST.after(visit) is None
    return LIST.go_to(visit, None if last else LIST.here(visit))


def slowly(visit: Visit) -> Response:
    """5: the number slowly."""
    return LIST.go_to(visit, LIST.here(visit), slow=True)


def send(visit: Visit) -> Response:
    """6: the number as a text."""
    place = LIST.here(visit)
    return PLACE.ask(visit, [text_me(visit, place)] if place else (), again=True)


def connect(visit: Visit) -> Response:
    """3: what would happen, before anything does."""
    place = LIST.here(visit)
    if place is None or not can_connect(place):
        return PLACE.ask(visit, [visit.say("place-no-connect")], again=True)
    return _kit.go(visit.page("places/connect", at=number_of(place)))


def over(visit: Visit) -> Response:
    """After the last place: back to waiting, to the talk, or the goodbye that names 988."""
    if visit.call.state is State.MENUS and visit.call.promised:
        return _kit.go(visit.page("start"))
    if not visit.call.open:
        goodbye = "blocked-goodbye" if visit.call.blocked else "closed-goodbye"
        return _kit.goodbye([visit.say(goodbye)])
    if visit.call.state is State.ASIDE:
        return back_from_star(visit)
    lead = [visit.say("waiting-back")] if visit.call.state is State.WAITING else []
    return visit.tell(lead, "parted" if visit.call.state is State.PARTED else "wait")


def no_such_key(visit: Visit) -> Response:
    """Keys that mean nothing lead on as silence does, but never to the end of the call."""
    if LIST.after(visit) is None and not visit.call.open:
        return PLACE.ask(visit, again=True)
    return onwards(visit)


def nothing_more(visit: Visit) -> Response:
    """The same where no place is known."""
    return over(visit) if visit.call.open else END.ask(visit, again=True)


@flow.post("/<language>/<call_id>/places")
def begin(language: str, call_id: str) -> Response:
    """The caller asked for other places, or has waited so long that they are told.

    Only who chose them from the main menu has said that they do other work.
    """
    visit = visit_of(call_id)
    if not LIST.all(visit):
        return visit.ask([visit.say("places-none")], visit.page("places/end/key"))
    other_work = visit.call.state is State.MENUS and _does_other_work(visit)
    return PLACE.ask(visit, [visit.say("places-public-intro" if other_work else "places-intro")])


PLACE = Menu(
    page="places/place",
    lines=read,
    again=keys,
    keys={"1": onwards, "3": connect, "5": slowly, "6": send},
    silence=onwards,
    star=again,
    wrong=no_such_key,
    carry=("at",),
).add_to(flow)

END = Menu(
    page="places/end",
    lines=lambda visit: [visit.say("places-end", then=then(visit))],
    keys={},
    silence=over,
    star=lambda visit: _kit.go(visit.page("places")),
    wrong=nothing_more,
).add_to(flow)
"""After a list in which nothing is."""
