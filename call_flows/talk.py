"""The caller's side of a talk: who is here, the room, the star menu, and a lost peer."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, go_on, request_of
from call_flows._house import house
from call_flows._menu import Answer, Menu, visit_of
from call_flows.welcome import to_places
from warmline.domain.call import IN_THE_ROOM, State
from warmline.domain.line import Kind
from warmline.domain.live import Note
from warmline.prompts import Spoken

flow = Blueprint("talk", __name__)

CHOICE_WINDOW: Final = 2.0
"""Seconds in which the caller may still ask for someone else before they are joined."""


def introduction(visit: Visit) -> list[Spoken]:
    """ "River is here. For someone else, press 2." """
    book = house().desk.line(visit.call)
    supporter = book.supporter(visit.call.supporter) if book else None
    if supporter is None:
        return [visit.say("joining")]
    family = supporter.kind is Kind.FAMILY_PEER
    here = visit.say("meet-family-peer" if family else "meet-peer", alias=supporter.alias)
    return [here, visit.say("meet-peer-choice")]


def enter_room(visit: Visit) -> Response:
    """The talk begins, or goes on."""
    return _kit.go(visit.page("talk"))


def someone_else(asked_in: State) -> Answer:
    """Someone else, please: nobody learns why, and the place is kept."""

    def answer(visit: Visit) -> Response:
        here = Visit(house().desk.decline(visit.id, asked_in), visit.language)
        if here.call.state is not State.WAITING:
            return go_on(here)
        return here.tell([here.say("talk-someone-else")], "wait")

    return answer


def back_to_talk(asked_in: State) -> Answer:
    """Back to the same peer, who has been waiting."""

    def answer(visit: Visit) -> Response:
        here = Visit(house().desk.back_to_talk(visit.id, asked_in), visit.language)
        if here.call.state not in IN_THE_ROOM:
            return go_on(here)
        return here.tell([here.say("talk-back")], "talk")

    return answer


def peer_again(visit: Visit) -> Response:
    """The lost peer is rung once more, first in line; else the next."""
    here = Visit(house().desk.peer_again(visit.id, visit.note), visit.language)
    if here.call.state is not State.WAITING:
        return go_on(here)
    return here.tell([here.say("peer-lost-ringing")], "wait")


def to_questions(visit: Visit) -> Response:
    """A few questions about the talk, where the line has any; else there is nothing under 5."""
    if not _may_be_asked(visit):
        return PARTED.ask(visit, [visit.say("main-wrong-key")], again=True)
    return _turn_to(visit, "survey")


def elsewhere(visit: Visit) -> Response:
    """4: other places to call; nobody is rung for them meanwhile."""
    return _turn_to(visit, "places")


def _turn_to(visit: Visit, page: str) -> Response:
    call = house().desk.elsewhere(visit.id)
    here = Visit(call, visit.language)
    return _kit.go(here.page(page)) if call.state is State.PARTED else go_on(here)


def _may_be_asked(visit: Visit) -> bool:
    after = house().after_talk
    return after.asks(visit.call) or after.takes_code(visit.call)


def ended(visit: Visit) -> list[Spoken]:
    """The same, and that there are questions, where there are any."""
    offer = [visit.say("survey-offer")] if _may_be_asked(visit) else []
    return [*lost(visit), *offer]


def lost(visit: Visit) -> list[Spoken]:
    """That the line to the peer has ended, and that one may simply hang up."""
    book = house().desk.line(visit.call)
    supporter = book.supporter(visit.call.again) if book and visit.call.again else None
    if supporter is None:
        return [visit.say("talk-over")]
    return [visit.say("peer-lost", alias=supporter.alias)]


MEET = Menu(
    page="meeting",
    lines=introduction,
    keys={"1": enter_room, "2": someone_else(State.JOINING), "0": enter_room},
    silence=enter_room,
)

back_from_star: Final = back_to_talk(State.ASIDE)

ASIDE = Menu(
    page="aside",
    lines=lambda visit: [visit.say("talk-menu")],
    keys={
        "1": back_from_star,
        "2": someone_else(State.ASIDE),
        "4": to_places,
        "0": back_from_star,
    },
    silence=back_from_star,
).add_to(flow)

PARTED = Menu(
    page="parted",
    lines=ended,
    again=lambda visit: [visit.say("talk-over")],
    keys={"1": peer_again, "0": peer_again, "4": elsewhere, "5": to_questions},
    silence=peer_again,
).add_to(flow)


@flow.post("/<language>/<call_id>/meet")
def meet(language: str, call_id: str) -> Response:
    """A supporter has accepted: the caller is told who, and may still choose someone else."""
    visit = visit_of(call_id, Note(queued=False, met=True))
    if visit.call.state is not State.JOINING:
        return go_on(visit)
    answer = visit.page("meeting/key")
    return _kit.ask(introduction(visit), answer, seconds=CHOICE_WINDOW)


MEET.add_to(flow)


@flow.post("/<language>/<call_id>/talk")
def talk(language: str, call_id: str) -> Response:
    """Into the room. From here both hear each other."""
    call = house().desk.bridge(call_id)
    house().callbacks.met(call, request_of().caller)
    house().flags.may_be_flagged(call, request_of().caller)
    visit = Visit(call, language)
    return _kit.room(
        call.leg,
        visit.page("talked"),
        star=True,
        ends_with_me=False,
        wait=f"{house().links.supporter(call.leg, 'alone')}",
    )


@flow.post("/<language>/<call_id>/talked")
def talked(language: str, call_id: str) -> Response:
    """Out of the room: star, a lost peer, or the end of the call.

    The provider does not say which; a moment later the supporter's own report has told us.
    """
    if _kit.form("CallStatus") == "completed":
        house().desk.left(request_of().sid)
        return _kit.goodbye()
    visit = visit_of(call_id)
    if visit.call.state is State.CRISIS:
        house().desk.leave_crisis(visit.call)
    if visit.call.state not in IN_THE_ROOM:
        return go_on(visit)
    return _kit.soon(visit.page("stepped-aside"))


@flow.post("/<language>/<call_id>/stepped-aside")
def stepped_aside(language: str, call_id: str) -> Response:
    """The moment has passed: the star menu, or the sentence about the lost peer."""
    call = house().desk.step_aside(call_id)
    return go_on(Visit(call, language))
