"""9: the crisis door. It tells what will happen, and connects only on the caller's own key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, go_on, number_in_query, page_of
from call_flows._house import house
from call_flows._listing import (
    Listing,
    can_connect,
    local_now,
    number_of,
    spoken_place,
    text_me,
    ways,
)
from call_flows._menu import Menu, to_a_person, visit_of
from call_flows.welcome import to_places
from warmline.domain import places
from warmline.domain.call import State
from warmline.domain.line import LineBook, Place
from warmline.domain.live import LiveCall, Note
from warmline.prompts import Spoken

flow = Blueprint("crisis", __name__)

BACK_TO: Final = {
    State.WAITING: "wait",
    State.ASIDE: "aside",
    State.ALONE: "parted",
    State.PARTED: "parted",
}


def at_the_door(call_id: str) -> LiveCall:
    """Phones stop ringing while the caller decides; their place is kept."""
    return house().desk.at_the_door(call_id)


def back(visit: Visit) -> Response:
    """Star or silence: back to where they were, with their place if they had one."""
    call = house().desk.come_back(visit.id)
    here = Visit(call, visit.language)
    lead = [here.say("crisis-place-kept")] if call.state is State.WAITING else []
    if call.state is State.CRISIS:
        return here.tell(lead, page_of(call))
    return here.tell(lead, BACK_TO.get(call.state, "start"))


def connect(visit: Visit) -> Response:
    """1: connected to the crisis line from here; out of the queue first, if they wait in one."""
    call = house().desk.to_crisis(visit.id)
    if call.queued:
        return _kit.leave_queue()
    return _kit.go(visit.page("crisis/connect"))


def crisis_places(visit: Visit, book: LineBook, now: datetime) -> Sequence[Place]:
    """The line's other crisis lines, those that do not involve police first."""
    return places.crisis_lines(book.places, visit.language, now)


LIST: Final = Listing("crisis/lines", crisis_places)


def other_lines(visit: Visit) -> Response:
    """2 at the door: other crisis lines, one after the other."""
    return LIST.go_to(visit, None)


def read_line(visit: Visit) -> list[Spoken]:
    """A crisis line with what it says about police, and what can be done with it."""
    place = LIST.here(visit)
    if place is None:
        return [*without_a_voice(visit), visit.say("crisis-lines-end")]
    intro = [] if number_in_query("at") else [visit.say("crisis-lines-intro")]
    besides = [] if LIST.after(visit) else without_a_voice(visit)
    return [*intro, *spoken_place(visit, place, crisis=True), *besides, *line_keys(visit)]


def without_a_voice(visit: Visit) -> list[Spoken]:
    """After the last line: 988 by text, by relay and by videophone, as the directory has it."""
    book = house().desk.line(visit.call)
    if book is None or number_in_query("slow"):
        return []
    known = places.unvoiced(book.places, visit.language, local_now(book))
    said = []
    if known.word:
        said.append(visit.say("crisis-by-text-word", word=known.word))
    elif known.text:
        said.append(visit.say("crisis-by-text"))
    if known.relay:
        said.append(visit.say("crisis-by-relay"))
    if known.signed:
        said.append(visit.say("crisis-by-videophone"))
    return said


def line_keys(visit: Visit) -> list[Spoken]:
    """What can be pressed after a crisis line: all of it once, then in short."""
    place = LIST.here(visit)
    if place is None:
        return [visit.say("crisis-lines-end")]
    first = LIST.is_first(visit)
    following = "crisis-next-first" if first else "crisis-next"
    last = LIST.after(visit) is None
    said = [visit.say("crisis-lines-end" if last else following)]
    return [*ways(visit, place, first=first), *said]


def next_line(visit: Visit) -> Response:
    """2: the next line, and after the last one all of them again."""
    return LIST.go_to(visit, LIST.after(visit))


def silent(visit: Visit) -> Response:
    """Silence: the next line, and after the last one back to where they were."""
    following = LIST.after(visit)
    return back(visit) if following is None else LIST.go_to(visit, following)


def slowly(visit: Visit) -> Response:
    """5: the number slowly."""
    return LIST.go_to(visit, LIST.here(visit), slow=True)


def send(visit: Visit) -> Response:
    """6: the number as a text."""
    place = LIST.here(visit)
    return LINES.ask(visit, [text_me(visit, place)] if place else (), again=True)


def connect_line(visit: Visit) -> Response:
    """3: what would happen, before anything does."""
    place = LIST.here(visit)
    if place is None or not can_connect(place):
        return LINES.ask(visit, [visit.say("place-no-connect")], again=True)
    return _kit.go(visit.page("places/connect", at=number_of(place), crisis=1))


def choices_after(visit: Visit) -> list[Spoken]:
    """What there is after the crisis line: a peer too, while the line is open."""
    return [visit.say("crisis-over" if visit.call.open else "crisis-over-closed")]


DOOR = Menu(
    page="crisis",
    lines=lambda visit: [visit.say("crisis-door"), visit.say("crisis-menu")],
    again=lambda visit: [visit.say("crisis-menu")],
    keys={"1": connect, "2": other_lines},
    silence=back,
    star=back,
    enter=at_the_door,
).add_to(flow)

LINES = Menu(
    page="crisis/lines",
    lines=read_line,
    again=line_keys,
    keys={"1": connect, "2": next_line, "3": connect_line, "5": slowly, "6": send},
    silence=silent,
    star=back,
    carry=("at",),
).add_to(flow)

OVER = Menu(
    page="crisis/over",
    lines=lambda visit: [visit.say("crisis-ended"), *choices_after(visit)],
    again=choices_after,
    keys={"1": to_a_person, "2": other_lines, "4": to_places},
    silence=lambda visit: to_a_person(visit) if visit.call.open else to_places(visit),
).add_to(flow)


@flow.post("/<language>/<call_id>/crisis/connect")
def connecting(language: str, call_id: str) -> Response:
    """Ring the crisis line. It sees the line's number."""
    visit = visit_of(call_id, Note(queued=False))
    if visit.call.state is not State.CRISIS:
        return go_on(visit)
    book = house().desk.line(visit.call)
    number = book.line.crisis_number if book else "+18002738255"
    return _kit.dial(
        number,
        visit.call.number,
        visit.page("crisis/after"),
        seconds=house().crisis_ring,
        lines=[visit.say("crisis-connecting")],
    )


@flow.post("/<language>/<call_id>/crisis/after")
def after(language: str, call_id: str) -> Response:
    """The crisis line's leg is over: it talked, or it did not answer."""
    if _kit.form("CallStatus") == "completed":
        house().desk.leave(call_id)
        return _kit.goodbye()
    visit = visit_of(call_id)
    if _kit.form("DialCallStatus") in {"completed", "answered"}:
        return OVER.ask(visit)
    return LINES.ask(visit, [visit.say("crisis-no-answer")])
