"""Connected to a place outside from here: first what will happen, then only on the caller's key."""

from __future__ import annotations

from flask import Blueprint, Response

from call_flows import _kit, crisis, places
from call_flows._caller import Visit, go_on, number_in_query
from call_flows._caller import language as language_of_page
from call_flows._house import house
from call_flows._listing import Listing, can_connect
from call_flows._menu import Menu, to_a_person, visit_of
from call_flows.welcome import to_places
from warmline.domain.call import State
from warmline.domain.directory.facts import is_crisis
from warmline.domain.line import Place
from warmline.domain.live import Note
from warmline.domain.places import police_word
from warmline.prompts import Spoken, named

flow = Blueprint("elsewhere", __name__)


def listing() -> Listing:
    """The list that the caller came from."""
    return crisis.LIST if number_in_query("crisis") else places.LIST


def what_happens(visit: Visit) -> list[Spoken]:
    """Whose line it is, whose number it sees, what of police, and what becomes of the wait."""
    place = listing().here(visit)
    if place is None or not can_connect(place):
        return [visit.say("place-no-connect"), visit.say("connect-keys")]
    said = [visit.say("connect-place", name=named(place, visit.language))]
    if is_crisis(place):
        said.append(visit.say("connect-police", police=police_word(place)))
    if visit.call.state in {State.WAITING, State.AWAY}:
        said.append(visit.say("connect-keeps-place"))
    if visit.call.state is State.ASIDE:
        said.append(visit.say("connect-ends-talk"))
    return [*said, visit.say("connect-keys")]


def go(visit: Visit) -> Response:
    """1: out of the queue first, if they wait in one, and then there."""
    place = listing().here(visit)
    if place is None or not can_connect(place):
        return back(visit)
    call = house().handing.connect(visit.id, place)
    return _kit.leave_queue() if call.queued else _kit.go(visit.page("places/dial"))


def back(visit: Visit) -> Response:
    """Star or silence: the list again, at the place that was heard."""
    return listing().go_to(visit, listing().here(visit))


def choices(visit: Visit) -> list[Spoken]:
    """What there is after a call to another place."""
    if not visit.call.open:
        return [visit.say("place-over-closed")]
    return [visit.say("place-over", then=places.then(visit))]


CONNECT = Menu(
    page="places/connect",
    lines=what_happens,
    again=lambda visit: [visit.say("connect-keys")],
    keys={"1": go},
    silence=back,
    star=back,
    carry=("at", "crisis"),
).add_to(flow)

OVER = Menu(
    page="places/over",
    lines=choices,
    keys={"1": to_a_person, "4": to_places},
    silence=lambda visit: to_a_person(visit) if visit.call.open else to_places(visit),
).add_to(flow)


@flow.post("/<language>/<call_id>/places/dial")
def dialing(language: str, call_id: str) -> Response:
    """Ring the place. It sees the line's number."""
    visit = visit_of(call_id, Note(queued=False))
    place = bound_for(visit)
    if visit.call.state is not State.CRISIS or place is None:
        return go_on(visit) if visit.call.state is not State.CRISIS else OVER.ask(visit)
    return _kit.dial(
        place.dial,
        visit.call.number,
        visit.page("places/dialed"),
        seconds=house().crisis_ring,
        lines=[visit.say("connecting-place")],
    )


def bound_for(visit: Visit) -> Place | None:
    """The place to which they asked to be connected, if it may still be rung."""
    book = house().desk.line(visit.call)
    found = [one for one in book.places if one.key == visit.call.bound] if book else []
    return found[0] if found and can_connect(found[0]) else None


@flow.post("/<language>/<call_id>/places/dialed")
def dialed(language: str, call_id: str) -> Response:
    """The place's leg is over: it talked, or it did not answer."""
    if _kit.form("CallStatus") == "completed":
        house().desk.leave(call_id)
        return _kit.goodbye()
    visit = Visit(house().handing.been(call_id), language_of_page())
    talked = _kit.form("DialCallStatus") in {"completed", "answered"}
    return OVER.ask(visit, [visit.say("place-ended" if talked else "place-no-answer")])
