"""Very many call: crisis help and other places by voice, and a peer as soon as there is room."""

from __future__ import annotations

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, language
from call_flows._menu import Menu, to_a_person
from call_flows.welcome import other_language, privacy, to_duty, to_places
from warmline.domain.errors import NoRoom
from warmline.domain.flood import gives_up
from warmline.prompts import Spoken

flow = Blueprint("flooded", __name__)

FIRST = 1
"""The first time that there is no room: why is said in full."""


def why(visit: Visit) -> list[Spoken]:
    """That very many call, and what there is meanwhile."""
    first = visit.call.asks <= FIRST
    return [visit.say("flood-sorry" if first else "flood-still"), visit.say("flood-menu")]


def no_room(error: NoRoom) -> Response:
    """They want a peer, and there is no room yet: they may ask again, and need not hang up."""
    visit = Visit(error.call, language())
    if gives_up(error.call.asks, keyed=error.call.keyed):
        return _kit.goodbye([visit.say("flood-goodbye")])
    return FLOODED.ask(visit)


FLOODED = Menu(
    page="flooded",
    lines=why,
    again=lambda visit: [visit.say("flood-menu")],
    keys={"1": to_a_person, "2": other_language, "4": to_places, "7": privacy, "#": to_duty},
    silence=to_a_person,
).add_to(flow)
