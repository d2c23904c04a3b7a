"""The supporter's star menu during a talk: back, another peer, 988, a debrief afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import number_in_query
from call_flows._house import house
from call_flows._menu import TRIES
from call_flows.offer import aside_of, enter_room, over, over_of, say, soft_sound
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
    view = house().care.view(leg)
    if view is None or view.call.leg != leg:
        return over_of(view)
    call = house().beside.step_out(view.call)
    if call is None or call.leg != leg:
        return over(leg)
    view = replace(view, call=call)
    if call.guest in COMING:
        return enter_room(leg, [say(view, "star-988-rings")], call)
    if call.guest == Guest.HERE:
        return _listen(view, "star-988-menu")
    return _listen(view, "star-menu") if call.state is State.BESIDE else where(view)


def _listen(view: OfferView, menu: str, lead: tuple[Spoken, ...] = (), tries: int = 0) -> Response:
    answer = house().links.supporter(view.leg.id, "star/key") + (f"?tries={tries}" if tries else "")
    return _kit.ask([*lead, say(view, menu)], answer, seconds=WINDOW)


@flow.post("/<leg>/star/key")
def key(leg: str) -> Response:
    """What they chose; silence, and a second key that means nothing, lead back."""
    view = house().care.view(leg)
    if view is None or view.call.leg != leg:
        return over_of(view)
    pressed, guest = _kit.pressed(), view.call.guest == Guest.HERE
    match pressed:
        case "2" if guest:
            house().beside.leave_with_988(view.call)
            return over(leg)
        case "3" if guest:
            house().beside.let_988_go(view.call)
            return back(view, [say(view, "star-988-gone")])
        case "9" if not guest:
            return ask(view, Proposal.CRISIS)
        case "2":
            return ask(view, Proposal.HAND)
        case "3":
            house().care.wish_debrief(leg)
            return back(view, [say(view, "star-debrief-noted")])
        case "" | "1" | "0":
            return back(view, [])
        case _ if number_in_query("tries") < TRIES:
            menu = "star-988-menu" if guest else "star-menu"
            wrong = () if pressed == "*" else (say(view, "star-wrong-key"),)
            return _listen(view, menu, wrong, tries=1)
        case _:
            return back(view, [])


def ask(view: OfferView, what: Proposal) -> Response:
    """The caller is asked; meanwhile they wait."""
    if house().beside.propose(view.call, what) is None:
        return where(view)
    return _kit.go(house().links.supporter(view.leg.id, "asking"))


def back(view: OfferView, lines: list[Spoken]) -> Response:
    """Back to the caller, who is fetched."""
    leg, call = view.leg.id, house().beside.back(view.call)
    if call is None or call.leg != leg:
        return over(leg)
    here = replace(view, call=call)
    return enter_room(leg, lines, call) if call.state in IN_THE_ROOM else aside_of(here)


@flow.post("/<leg>/room")
def room(leg: str) -> Response:
    """Back into the room, after the caller was in a menu or has answered, if they are there."""
    view = house().care.view(leg)
    return over_of(view) if view is None else where(view)


@flow.post("/<leg>/asking")
def asking(leg: str) -> Response:
    """While the caller is asked; their answer takes the supporter back into the room."""
    view = house().care.view(leg)
    if view is None or view.call.leg != leg:
        return over_of(view)
    if view.call.state is not State.ASKED:
        return where(view)
    turn = number_in_query("more")
    if turn > MOST_ROUNDS:
        return back(view, [])
    words = say(view, "offer-waiting" if turn else "star-asking")
    again = f"{house().links.supporter(leg, 'asking')}?more={turn + 1}"
    return _kit.play_on(soft_sound(), again, [words])


def where(view: OfferView) -> Response:
    """To where the call is by now."""
    leg, call = view.leg.id, view.call
    if call.leg != leg:
        return over_of(view)
    if call.state not in IN_THE_ROOM:
        return aside_of(view)
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
