"""Key 2 on a line with three languages or more: a choice of them, each in its own words."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, Response

from call_flows._caller import Visit
from call_flows._menu import Answer, Menu
from call_flows.welcome import change_language, here
from warmline.prompts import Spoken

flow = Blueprint("languages", __name__)

MOST = 5
"""Languages to choose from: a list that can be held in mind."""


def choices(visit: Visit) -> list[Spoken]:
    """Each other language of the line, in its own words, with its key."""
    return [
        visit.words.text("language-choice", other, key=key)
        for key, other in enumerate(visit.others[:MOST], 1)
    ]


def chosen(number: int, visit: Visit) -> Response:
    """The language of that place in the list, for the rest of the call."""
    others = visit.others[:MOST]
    if number > len(others):
        return LANGUAGES.ask(visit, [visit.say("main-wrong-key")])
    return change_language(visit, others[number - 1])


def back(visit: Visit) -> Response:
    """Silence or star: the menu again, in the language that was heard before."""
    return here(visit).ask(visit)


def _key(number: int) -> Answer:
    return partial(chosen, number)


LANGUAGES = Menu(
    page="languages",
    lines=choices,
    keys={str(number): _key(number) for number in range(1, MOST + 1)},
    silence=back,
    star=back,
).add_to(flow)
