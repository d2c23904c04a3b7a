"""Waiting for a peer: what is really happening, a soft sound, and keys that work meanwhile."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, go_on, number_in_query, request_of
from call_flows._house import house
from call_flows._menu import TRIES, to_crisis_door, visit_of
from call_flows._sound import BETWEEN_SENTENCES, address
from call_flows.choosing import any_peer
from call_flows.talk import back_from_star
from call_flows.welcome import CLOSED, to_callback, to_places
from warmline.domain.call import State
from warmline.domain.live import NOTHING, Note
from warmline.domain.waiting import News
from warmline.prompts import Spoken
from warmline.services.desk import TO_WAIT
from warmline.services.telling import WaitReport

flow = Blueprint("waiting", __name__)

ELSEWHERE: Final = frozenset({*TO_WAIT} - {State.MENUS})
"""States in which nobody has just pressed 1 at the menu, if they are not on the way back to it."""

FOR_ONE: Final = 5
"""Seconds of sound between two looks at the phone of the one who was chosen."""


def sound(visit: Visit) -> str:
    """Between two sentences: soft, or with the sound off a faint pulse that the line is alive.

    Who waits for the one whom they chose hears soon if that peer cannot come.
    """
    name = "waiting" if visit.call.sound else "quiet"
    seconds = FOR_ONE if visit.call.wish.chosen else BETWEEN_SENTENCES
    return f"{house().links.public_url}/{address(name, seconds)}"


@flow.post("/<language>/<call_id>/wait")
def wait(language: str, call_id: str) -> Response:
    """The caller wants a peer, or comes back to waiting."""
    note = Note(keyed=True) if _kit.pressed() else NOTHING
    if number_in_query("wait"):
        # A menu's 1 is this page, too: see `Menu.waits_at_once`. Elsewhere they come by themselves.
        visit = Visit(house().desk.chooses_to_wait(call_id, note), language)
        if visit.call.state in ELSEWHERE:
            return _kit.go(visit.page("wait"))
    else:
        visit = Visit(house().desk.comes_to_wait(call_id, note), language)
    if visit.call.state in {State.MENUS, State.CRISIS}:
        return CLOSED.ask(visit)
    if visit.call.state is State.ASIDE and number_in_query("anyone"):
        return back_from_star(visit)  # the person is there
    if visit.call.state is not State.WAITING:
        return go_on(visit)
    # Who has only just come to wait does not ask for anybody: phones are being rung for them.
    if number_in_query("anyone") and (visit.call.wish.narrow or News.LOOKING in visit.call.told):
        return anybody(visit)
    return line_up(visit)


def anybody(visit: Visit) -> Response:
    """0: whoever is free. Whether a language they did not wish will do is asked first."""
    return any_peer(visit) if visit.call.wish.narrow else _kit.go(visit.page("choose/anybody"))


def line_up(visit: Visit, lines: tuple[Spoken, ...] = ()) -> Response:
    """Into the queue of this one call, or on with it when they are in it already."""
    if visit.call.queued:
        return visit.tell(lines, "waiting")
    return _kit.queue(visit.call.id, visit.page("waiting"), visit.page("waited"), lines)


@flow.post("/<language>/<call_id>/waiting")
def waiting(language: str, call_id: str) -> Response:
    """Asked again and again while the caller waits: the caller's own heartbeat."""
    report = house().telling.report(call_id, queued=_kit.given("QueueSid"))
    visit = Visit(report.call, language)
    if report.call.state in {State.AWAY, State.CRISIS}:
        # Silence at the crisis door, or a document that ran out: back to waiting.
        return _kit.go(visit.page("wait"))
    if report.call.state is not State.WAITING:
        return go_on(visit)
    if report.news is News.CHOSEN_AWAY:
        return _kit.go(visit.page("choose/passed"))
    if report.news is News.UNMET:
        return _kit.go(visit.page("choose/unmet"))
    if report.news is News.LOOKING:
        return _kit.ask([visit.say("waiting-ringing", phones=0)], _key(visit), seconds=1)
    if report.news is News.ALTERNATIVES:
        answer = visit.page("waiting/key", alternatives=1)
        return visit.ask([visit.say("waiting-alternatives"), *call_back(visit)], answer)
    lines, turn = tell(visit, report), number_in_query("turn")
    return _kit.ask(lines, _key(visit, turn=1 - turn % 2), seconds=1, sound=sound(visit))


def _key(visit: Visit, tries: int = 0, turn: int = 0) -> str:
    return visit.page("waiting/key", tries=tries, turn=turn)


def tell(visit: Visit, report: WaitReport) -> list[Spoken]:
    """The sentences for what is happening."""
    told_before = report.news in report.call.told
    match report.news:
        case News.RINGING:
            return [visit.say("waiting-ringing", phones=report.ringing)]
        case News.STILL_RINGING if report.call.wish.chosen and number_in_query("turn"):
            return []
        case News.STILL_RINGING:
            return [visit.say("waiting-still-ringing", phones=report.ringing)]
        case News.TRYING_NEXT:
            return [visit.say("waiting-trying-next")]
        case News.CHOICES:
            return [visit.say("waiting-choices", minutes=report.minutes), *call_back(visit)]
        case News.NOBODY_ANSWERED if not told_before:
            return [visit.say("waiting-nobody-answered"), *choices(visit)]
        case News.SHUT if not told_before:
            return [visit.say("waiting-shut"), *choices(visit)]
        case News.NOBODY_ON if not told_before and (report.met or others_are_on(visit)):
            return [visit.say("waiting-nobody-else"), *choices(visit)]
        case News.NOBODY_ON if not told_before:
            return [visit.say("waiting-nobody-on"), *choices(visit)]
        case _ if told_before and number_in_query("turn"):
            return [visit.say("waiting-still-here")]
        case News.NOBODY_ANSWERED | News.NOBODY_ON | News.SHUT:
            return [visit.say("waiting-nobody-yet")]
        case _ if told_before:
            return [visit.say("waiting-still-busy", ahead=report.ahead)]
        case _:
            return [visit.say("waiting-all-busy", ahead=report.ahead)]


def choices(visit: Visit) -> list[Spoken]:
    """What else a caller may choose, the first time."""
    return [visit.say("waiting-choices-first"), *call_back(visit)]


def call_back(visit: Visit) -> list[Spoken]:
    """That they can be called back, if they can, or that they will be."""
    return visit.on_calling_back("callback-offer")


def keys_now(visit: Visit) -> list[Spoken]:
    """The keys that work while waiting."""
    return [visit.say("waiting-help"), *call_back(visit)]


def others_are_on(visit: Visit) -> bool:
    """Whether peers may be on duty who are not rung because of what this caller wishes."""
    wish = visit.call.wish
    return bool(wish.avoid or wish.narrow or wish.widenings)


@flow.post("/<language>/<call_id>/waiting/key")
def key(language: str, call_id: str) -> Response:
    """A key pressed while waiting, or the silence that means to wait on."""
    visit = visit_of(call_id)
    match _kit.pressed():
        case "9":
            return to_crisis_door(visit)
        case "2":
            return to_callback(visit)
        case "4":
            return to_places(visit)
        case "" if number_in_query("alternatives"):
            return to_places(visit)
        case "":
            return _kit.go(visit.page("waiting", turn=number_in_query("turn")))
        case "0":
            return anybody(visit)
        case "1":
            return _kit.go(visit.page("waiting"))
        case "5":
            on = not visit.call.sound
            visit = Visit(house().desk.note(visit.call, Note(sound=on)), language)
            words = visit.say("waiting-sound-on" if on else "waiting-sound-off")
            return visit.tell([words], "waiting")
        case "8":
            visit = Visit(house().desk.note(visit.call, Note(slow=True)), language)
            return visit.tell([visit.say("more-time")], "waiting")
        case "*":
            return _kit.ask(keys_now(visit), _key(visit), seconds=1, sound=sound(visit))
        case _ if number_in_query("tries") < TRIES:
            lines = [visit.say("main-wrong-key"), *keys_now(visit)]
            return _kit.ask(lines, _key(visit, tries=1), seconds=1, sound=sound(visit))
        case _:
            return _kit.go(visit.page("waiting"))


@flow.post("/<language>/<call_id>/waited")
def waited(language: str, call_id: str) -> Response:
    """The caller has left the queue: to the crisis line, to a peer, or by hanging up."""
    result = _kit.form("QueueResult")
    if result == "hangup" or _kit.form("CallStatus") == "completed":
        house().desk.left(request_of().sid)
        return _kit.goodbye()
    visit = visit_of(call_id, Note(queued=False))
    if visit.call.state is State.CRISIS:
        return _kit.go(visit.page("places/dial" if visit.call.bound else "crisis/connect"))
    if visit.call.state is State.WAITING and result == "leave":
        # They pressed 9 while our store was away: see `trouble`.
        return to_crisis_door(visit)
    if visit.call.state is State.WAITING:
        # The queue could not be used: wait outside it, on the same page.
        return _kit.go(visit.page("waiting"))
    return go_on(visit)
