"""The first words: greeting, crisis sentence, the other language, privacy, the main menu."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, go_on, request_of, unknown_line
from call_flows._house import house
from call_flows._menu import MENUS, Menu, add_listening, visit_of
from warmline.domain import hours
from warmline.domain.call import State
from warmline.domain.choosing import NAMED_FROM
from warmline.prompts import Spoken, say_when

flow = Blueprint("welcome", __name__)


@flow.post("")
def arrives() -> Response:
    """A phone has reached one of our numbers."""
    arrived = house().desk.arrive(request_of())
    if arrived is None:
        return unknown_line()
    call, _ = arrived
    visit = Visit(call, call.language)
    if call.state is not State.MENUS:
        return go_on(visit)
    if not call.open or call.turned_away:
        return here(visit).ask(visit, greeting(visit))
    return MAIN.ask(visit, [*greeting(visit), visit.say("greeting-privacy")])


def here(visit: Visit) -> Menu:
    """The menu of this caller: the main one, or that of a closed line, or that of a flood.

    Who has been promised a call back has nothing more to choose: they may hang up.
    """
    if visit.call.promised and visit.call.state is State.MENUS:
        return MENUS["callback/promised"]
    if not visit.call.open:
        return CLOSED
    return MENUS["flooded"] if visit.call.turned_away else MAIN


def greeting(visit: Visit) -> list[Spoken]:
    """Who we are, the crisis sentence, the other language in its own words."""
    return [visit.say("greeting"), visit.say("greeting-crisis"), *offers(visit)]


def offers(visit: Visit) -> list[Spoken]:
    """Each other language offers itself, in its own words."""
    return [visit.words.text("language-offer", other) for other in visit.others]


def to_peer(visit: Visit) -> Response:
    """1: a peer now. If the line asks, one question comes before."""
    return _kit.go(visit.page("wait" if no_question(visit) else "question"))


def no_question(visit: Visit) -> bool:
    """Whether 1 leads to a peer without a question before."""
    book = house().desk.line(visit.call)
    return book is None or not book.line.ask_peer_question


def stays_on(visit: Visit) -> Response:
    """Silence: told, and offered to a peer at once; phones ring while it is said."""
    here = Visit(house().desk.stays_on(visit.id), visit.language)
    return here.tell([here.say("main-silence")], "wait")


def choose(visit: Visit) -> Response:
    """3: choosing whom to talk with."""
    return _kit.go(visit.page("choose"))


def can_choose(visit: Visit) -> bool:
    """Whether there is a choice, so that the menu speaks of it."""
    book = house().desk.line(visit.call)
    return book is not None and len(book.supporters) >= NAMED_FROM


def main_menu(visit: Visit) -> list[Spoken]:
    """The one menu."""
    return [visit.say("main-menu-choosing" if can_choose(visit) else "main-menu")]


def main_menu_again(visit: Visit) -> list[Spoken]:
    """The second time. Whoever pressed a key in the greeting has not heard the crisis sentence."""
    menu = "main-menu-again-choosing" if can_choose(visit) else "main-menu-again"
    return [visit.say("greeting-crisis"), visit.say(menu), *offers(visit)]


def other_language(visit: Visit) -> Response:
    """2: the other language; on a line with more, a choice of them; with none, the menu again."""
    others = visit.others
    if len(others) > 1:
        return MENUS["languages"].ask(visit)
    return change_language(visit, others[0]) if others else here(visit).ask(visit)


def change_language(visit: Visit, language: str) -> Response:
    """From here on in another language; the crisis sentence is said in it first."""
    call = house().desk.look(visit.id, replace(visit.note, language=language))
    now = Visit(call, language)
    told = ("language-changed", "greeting-crisis", "greeting-privacy")
    return here(now).ask(now, [now.say(one) for one in told])


def to_places(visit: Visit) -> Response:
    """4: other places to call."""
    return _kit.go(visit.page("places"))


def to_callback(visit: Visit) -> Response:
    """2 while waiting, 1 outside the hours: being called back."""
    if visit.call.blocked:
        return person_when_closed(visit)
    return _kit.go(visit.page("callback"))


def privacy(visit: Visit) -> Response:
    """7: what is kept and what is not."""
    return MENUS["privacy"].ask(visit)


def to_duty(visit: Visit) -> Response:
    """#: the supporters' door."""
    return _kit.go(visit.page("duty"))


def closing(visit: Visit) -> list[Spoken]:
    """That the line is closed, and when it opens; or that no peer is there for this caller."""
    book = house().desk.line(visit.call)
    now = datetime.fromtimestamp(house().clock.now(), UTC)
    if visit.call.blocked and book is not None:
        again = datetime.fromtimestamp(visit.call.blocked, UTC).astimezone(book.line.zone)
        when = say_when(now.astimezone(book.line.zone), again, visit.language)
        return [visit.say("blocked", when=when), visit.say("closed-menu")]
    opens = hours.next_opening(book.line.hours, book.line.zone, now) if book else None
    back = visit.on_calling_back("closed-callback")
    if book is None or opens is None:
        return [visit.say("closed-no-date"), *back, visit.say("closed-menu")]
    local = opens.astimezone(book.line.zone)
    when = say_when(now.astimezone(book.line.zone), local, visit.language)
    return [visit.say("closed", when=when), *back, visit.say("closed-menu")]


def person_when_closed(visit: Visit) -> Response:
    """0 outside the hours: nobody is there, so that is said again, with what is."""
    return CLOSED.ask(visit)


MAIN = Menu(
    page="menu",
    lines=main_menu,
    again=main_menu_again,
    keys={
        "1": to_peer,
        "2": other_language,
        "3": choose,
        "4": to_places,
        "7": privacy,
        "#": to_duty,
    },
    silence=stays_on,
    waits_at_once=no_question,
).add_to(flow)

QUESTION = Menu(
    page="question",
    lines=lambda visit: [visit.say("peer-question")],
    keys={"1": lambda visit: _kit.go(visit.page("wait")), "2": to_places},
    silence=stays_on,
    waits_at_once=lambda _: True,
).add_to(flow)

CLOSED = Menu(
    page="closed",
    lines=closing,
    keys={
        "1": to_callback,
        "2": other_language,
        "4": to_places,
        "7": privacy,
        "0": person_when_closed,
        "#": to_duty,
    },
    silence=to_places,
).add_to(flow)


add_listening(flow)


@flow.post("/<language>/<call_id>/start")
def start(language: str, call_id: str) -> Response:
    """Back to the beginning of the menus, without the greeting."""
    visit = visit_of(call_id)
    return here(visit).ask(visit)
