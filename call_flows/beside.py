"""The caller's side while the supporter is at their star menu, and the question that may follow."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, number_in_query
from call_flows._house import house
from call_flows._menu import Menu, visit_of
from call_flows.talk import back_to_talk
from warmline.domain.beside import Proposal
from warmline.domain.call import State
from warmline.domain.links import ABSENT, STAYS
from warmline.prompts import Spoken

flow = Blueprint("beside", __name__)

ROUNDS: Final = 5
"""How often the caller waits on for a supporter at their menu, before both go back."""


def right_back(visit: Visit) -> list[Spoken]:
    """That their peer will be right back."""
    return [visit.say("talk-peer-more" if number_in_query("round") else "talk-peer-star")]


def waits_on(visit: Visit) -> Response:
    """Silence: the supporter is still choosing. Not for ever: then both are taken back."""
    turn = number_in_query("round") + 1
    if turn > ROUNDS:
        return back_to_talk(State.BESIDE)(visit)
    return _kit.go(visit.page("beside", round=turn))


def own_menu(visit: Visit) -> Response:
    """Star: the caller's own menu; the supporter waits."""
    house().desk.own_menu(visit.call.id)
    return _kit.go(visit.page("aside"))


def question(visit: Visit) -> list[Spoken]:
    """What the supporter would like, the keys that answer it, and what else is true of it."""
    asks, keys, more = _asks(visit)
    return [visit.say(asks), visit.say(keys), visit.say(more)]


def answers(visit: Visit) -> list[Spoken]:
    """The keys alone."""
    return [visit.say(_asks(visit)[1])]


def _asks(visit: Visit) -> tuple[str, str, str]:
    if visit.call.proposal == Proposal.CRISIS:
        return "talk-asks-988", "talk-asks-988-keys", "talk-asks-988-more"
    return "talk-asks-hand", "talk-asks-hand-keys", "talk-asks-hand-more"


def agrees(visit: Visit) -> Response:
    """1: 988 is rung into the talk, or another peer for them; they are together meanwhile."""
    call = house().beside.agree(visit.call)
    here = Visit(call, visit.language)
    if call.proposal == Proposal.VAIN:
        return here.tell([here.say("talk-stays")], "talk")
    handing = call.state is State.HANDING
    return here.tell([here.say("talk-handing" if handing else "talk-988-rings")], "talk")


def rather_not(visit: Visit) -> Response:
    """Silence, or a key that says so: back to the same peer."""
    call = house().beside.rather_not(visit.call)
    here = Visit(call, visit.language)
    return here.tell([here.say("talk-back")], "talk")


BESIDE: Final = Menu(
    page="beside",
    lines=right_back,
    keys={"0": waits_on, "1": waits_on},
    silence=waits_on,
    star=own_menu,
    carry=("round",),
    only=State.BESIDE,
).add_to(flow)

ASKED: Final = Menu(
    page="asked",
    lines=question,
    again=answers,
    keys={"1": agrees, "2": rather_not, "0": rather_not},
    silence=rather_not,
    only=State.ASKED,
).add_to(flow)


@flow.post(f"/<language>/<call_id>/{ABSENT}")
def absent(language: str, call_id: str) -> Response:
    """Said to both in the room: 988 has not come, and how to reach it."""
    visit = Visit(visit_of(call_id).call, language)
    return _kit.said([visit.say("talk-988-absent")])


@flow.post(f"/<language>/<call_id>/{STAYS}")
def stays(language: str, call_id: str) -> Response:
    """Said to both in the room: nobody else is free to take over."""
    visit = Visit(visit_of(call_id).call, language)
    return _kit.said([visit.say("talk-stays")])
