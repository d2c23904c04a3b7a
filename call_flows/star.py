"""The supporter's star menu during a talk: back, another peer, 988, a debrief afterwards."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import number_in_query
from call_flows._house import house
from call_flows._menu import TRIES
from call_flows.offer import aside, enter_room, over, say, soft_sound
from warmline.domain.beside import COMING, Guest, Proposal
from warmline.domain.call import IN_THE_ROOM, State
from warmline.domain.live import LiveCall
from warmline.prompts import Spoken
from warmline.services.care import OfferView

flow = Blueprint("star", __name__)

WINDOW: Final = 6
"""Seconds for a key after the last word; the caller waits meanwhile."""
MOST_ROUNDS: Final = 6
"""How often a supporter hears that their caller is still being asked."""


@flow.post("/<leg>/star")
def star(leg: str) -> Response:
    """They pressed star, and are out of the room."""
    call = house().beside.step_out(leg)
    view = house().care.view(leg)
    if view is None or call is None or call.leg != leg:
        return over(leg)
    if call.guest in COMING:
        return enter_room(leg, [say(view, "star-988-rings")], call)
    if call.guest == Guest.HERE:
        return _listen(view, "star-988-menu")
    return _listen(view, "star-menu") if call.state is State.BESIDE else where(leg, view, call)


def _listen(view: OfferView, menu: str, lead: tuple[Spoken, ...] = (), tries: int = 0) -> Response:
    answer = house().links.supporter(view.leg.id, "star/key") + (f"?tries={tries}" if tries else "")
    return _kit.ask([*lead, say(view, menu)], answer, seconds=WINDOW)


@flow.post("/<leg>/star/key")
def key(leg: str) -> Response:
    """What they chose; silence, and a second key that means nothing, lead back."""
    view = house().care.view(leg)
    if view is None or view.call.leg != leg:
        return over(leg)
    pressed, guest = _kit.pressed(), view.call.guest == Guest.HERE
    match pressed:
        case "2" if guest:
            house().beside.leave_with_988(leg)
            return over(leg)
        case "3" if guest:
            house().beside.let_988_go(leg)
            return back(leg, [say(view, "star-988-gone")])
        case "9" if not guest:
            return ask(leg, view, Proposal.CRISIS)
        case "2":
            return ask(leg, view, Proposal.HAND)
        case "3":
            house().care.wish_debrief(leg)
            return back(leg, [say(view, "star-debrief-noted")])
        case "" | "1" | "0":
            return back(leg, [])
        case _ if number_in_query("tries") < TRIES:
            menu = "star-988-menu" if guest else "star-menu"
            wrong = () if pressed == "*" else (say(view, "star-wrong-key"),)
            return _listen(view, menu, wrong, tries=1)
        case _:
            return back(leg, [])


def ask(leg: str, view: OfferView, what: Proposal) -> Response:
    """The caller is asked; meanwhile they wait."""
    if house().beside.propose(leg, what) is None:
        return where(leg, view, view.call)
    return _kit.go(house().links.supporter(leg, "asking"))


def back(leg: str, lines: list[Spoken]) -> Response:
    """Back to the caller, who is fetched."""
    call = house().beside.back(leg)
    if call is None:
        return over(leg)
    return enter_room(leg, lines, call) if call.state in IN_THE_ROOM else aside(leg)


@flow.post("/<leg>/room")
def room(leg: str) -> Response:
    """Back into the room, after the caller was in a menu or has answered, if they are there."""
    view = house().care.view(leg)
    return over(leg) if view is None else where(leg, view, view.call)


@flow.post("/<leg>/asking")
def asking(leg: str) -> Response:
    """While the caller is asked; their answer takes the supporter back into the room."""
    view = house().care.view(leg)
    if view is None or view.call.leg != leg:
        return over(leg)
    if view.call.state is not State.ASKED:
        return where(leg, view, view.call)
    turn = number_in_query("more")
    if turn > MOST_ROUNDS:
        return back(leg, [])
    words = say(view, "offer-waiting" if turn else "star-asking")
    again = f"{house().links.supporter(leg, 'asking')}?more={turn + 1}"
    return _kit.play_on(soft_sound(), again, [words])


def where(leg: str, view: OfferView, call: LiveCall) -> Response:
    """To where the call is by now."""
    if call.leg != leg:
        return over(leg)
    if call.state not in IN_THE_ROOM:
        return aside(leg)
    return enter_room(leg, answered(view, call), call)


def answered(view: OfferView, call: LiveCall) -> list[Spoken]:
    """What the caller said, for whoever goes back into the room to them."""
    if call.state is State.HANDING:
        return [say(view, "star-handing")]
    if call.guest in COMING:
        return [say(view, "star-988-agreed")]
    if call.proposal == Proposal.DECLINED:
        return [say(view, "star-declined")]
    if call.proposal == Proposal.VAIN:
        return [say(view, "star-nobody")]
    return []
