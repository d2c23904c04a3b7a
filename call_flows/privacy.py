"""Key 7: what is kept and what is not, in two parts, and then the menu again."""

from __future__ import annotations

from flask import Blueprint, Response

from call_flows._caller import Visit
from call_flows._house import house
from call_flows._menu import Answer, Menu
from call_flows.welcome import here, other_language
from warmline.prompts import Spoken
from warmline.services.privacy import facts
from warmline.services.privacy import further as second_part

flow = Blueprint("privacy", __name__)


def first_part(visit: Visit) -> list[Spoken]:
    """What everybody may know in twenty seconds, and that there is more."""
    return [visit.say("privacy"), visit.say("privacy-further")]


def back(visit: Visit) -> Response:
    """Silence or star: the menu that the caller came from."""
    return here(visit).ask(visit)


def further(visit: Visit) -> Response:
    """7 again: who runs the line and what the law asks, then the menu."""
    book = house().desk.line(visit.call)
    said = second_part(facts(book), visit.words, visit.language) if book else ()
    return here(visit).ask(visit, list(said))


def as_there(key: str) -> Answer:
    """A key that means what it means in the menu that the caller came from."""

    def answer(visit: Visit) -> Response:
        return here(visit).meanings().get(key, back)(visit)

    return answer


PRIVACY = Menu(
    page="privacy",
    lines=first_part,
    keys={**{key: as_there(key) for key in "0134"}, "2": other_language, "7": further},
    silence=back,
    star=back,
).add_to(flow)
