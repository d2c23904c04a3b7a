"""After a talk, for whoever stays on and likes to: three questions, and the code of a study.

Silence leaves a question out. After the last one the caller is where they were before: still on
the line, and with a peer again if they just stay.
"""

from __future__ import annotations

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, go_on, number_in_query
from call_flows._house import house
from call_flows._menu import Answer, Menu, to_a_person, to_crisis_door, visit_of
from call_flows.talk import PARTED
from warmline.domain.after_talk import ANSWERS, CODE_DIGITS, QUESTIONS
from warmline.domain.call import State
from warmline.prompts import Spoken

flow = Blueprint("survey", __name__)

CODE_SECONDS = 2.0
"""Seconds between two keys: nobody sits in silence for longer than three."""


def _answer(question: int, answer: int) -> Answer:
    def answered(visit: Visit) -> Response:
        house().after_talk.answer(visit.call, question, answer)
        return _after(question)(visit)

    return answered


def _after(question: int) -> Answer:
    then = f"survey/{question + 1}" if question < QUESTIONS else "survey/code"
    return lambda visit: _kit.go(visit.page(then))


def _question(number: int) -> Menu:
    return Menu(
        page=f"survey/{number}",
        lines=lambda visit: [visit.say(f"survey-question-{number}")],
        keys={key: _answer(number, int(key)) for key in ANSWERS},
        silence=_after(number),
        only=State.PARTED,
    ).add_to(flow)


QUESTION_MENUS = [_question(number) for number in range(1, QUESTIONS + 1)]


@flow.post("/<language>/<call_id>/survey")
def begin(call_id: str, **_: str) -> Response:
    """They would like to be asked."""
    visit = visit_of(call_id)
    if house().after_talk.asks(visit.call):
        return visit.tell([visit.say("survey-intro")], "survey/1")
    return _kit.go(visit.page("survey/code"))


@flow.post("/<language>/<call_id>/survey/code")
def code(call_id: str, **_: str) -> Response:
    """The study's code, if there is a study."""
    visit = visit_of(call_id)
    if visit.call.state is not State.PARTED:
        return go_on(visit)
    if not house().after_talk.takes_code(visit.call):
        return _thanks(visit)
    return _ask_code(visit, [visit.say("survey-code")])


@flow.post("/<language>/<call_id>/survey/code/keyed")
def keyed(call_id: str, **_: str) -> Response:
    """Six keys; or one that means the same everywhere; or none."""
    keys, visit = _kit.typed(), visit_of(call_id)
    if _kit.CRISIS_KEY in keys:
        return to_crisis_door(visit)
    if visit.call.state is not State.PARTED:
        return go_on(visit)
    if keys == "0":
        return to_a_person(visit)
    if keys in ("*", "8"):
        return _ask_code(visit, [visit.say("survey-code")])
    if keys and not house().after_talk.code(visit.call, keys) and not number_in_query("tries"):
        return _ask_code(visit, [visit.say("survey-code-again")], tries=1)
    return _thanks(visit)


def _ask_code(visit: Visit, lines: list[Spoken], tries: int = 0) -> Response:
    answer = visit.page("survey/code/keyed", tries=tries)
    return visit.ask(lines, answer, keys=CODE_DIGITS, pause=CODE_SECONDS)


def _thanks(visit: Visit) -> Response:
    """And they are where they were."""
    return PARTED.ask(visit, [visit.say("survey-thanks")], again=True)
