"""Being called back: asked for on the line, and later the phone that is picked up.

Whoever picks up that phone may be anybody, or a machine. Until 1 is pressed nothing is said that
tells who is calling; without it the phone is put down without a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import (
    PAGE_OF,
    Visit,
    apology,
    go_on,
    language,
    number_in_query,
    request_of,
)
from call_flows._house import house
from call_flows._menu import TRIES, Menu
from call_flows._sound import address
from call_flows.welcome import to_places
from warmline.domain.call import State
from warmline.domain.callback import last_two
from warmline.domain.errors import StoreTrouble, TooManyPromised
from warmline.domain.links import BACK, TROUBLE
from warmline.prompts import Spoken
from warmline.services.desk import UnknownCall

flow = Blueprint("callback", __name__)
called = Blueprint("called", __name__)
"""The phone that is picked up: until 1 is pressed, nothing on it tells anything."""

OPENING: Final = 3
"""Seconds of a faint pulse after each of the two sentences of the opening."""
TAKES: Final = frozenset({"1", _kit.CRISIS_KEY})
"""Keys after which it is no stranger who holds the phone."""


def then(visit: Visit) -> str:
    """Where staying on leads."""
    return "wait" if visit.call.open else "closed"


def can_it_be(visit: Visit) -> Sequence[Spoken]:
    """The question, with the last two digits; or why it cannot be, or that it is promised."""
    if visit.call.promised:
        return [visit.say("callback-standing")]
    number = house().callbacks.number(visit.call, request_of().caller)
    if not number:
        return [visit.say("callback-no-number")]
    if not house().callbacks.in_time(visit.call):
        return [visit.say("callback-not-in-time")]
    return [visit.say("callback-ask", last=last_two(number), then=then(visit))]


def keeps_waiting(visit: Visit) -> Response:
    """Silence: back to where they were. Their place was kept, and phones went on ringing."""
    if visit.call.state is State.WAITING:
        return visit.tell([visit.say("waiting-back")], "wait")
    return go_on(visit)


def yes(visit: Visit) -> Response:
    """1: promised. From here on the number is kept, sealed."""
    if not (visit.call.promised or visit.may_be_called_back):
        return ASK.ask(visit)
    try:
        call = house().callbacks.promise(visit.call, request_of().caller)
    except TooManyPromised:
        return visit.tell([visit.say("callback-too-many")], then(visit))
    return all_of_it(Visit(call, visit.language))


def all_of_it(visit: Visit) -> Response:
    """That one may hang up, then the whole truth about the call that will come, for who stays."""
    told = ("callback-promised", "callback-how", "callback-forgotten")
    return PROMISED.ask(visit, [visit.say(one) for one in told])


def no_such_key(visit: Visit) -> Response:
    """Only silence is the goodbye."""
    return PROMISED.ask(visit, again=True)


def what_now(visit: Visit) -> Sequence[Spoken]:
    """That one may still hang up, and what else there is."""
    return [visit.say("callback-goodbye", then=then(visit))]


def goodbye(visit: Visit) -> Response:
    """Silence: the last sentence names 988."""
    return _kit.goodbye([visit.say("callback-last")])


ASK = Menu(
    page="callback",
    lines=can_it_be,
    keys={"1": yes, "4": to_places},
    silence=keeps_waiting,
).add_to(flow)

PROMISED = Menu(
    page="callback/promised",
    lines=what_now,
    keys={"4": to_places},
    silence=goodbye,
    star=all_of_it,
    wrong=no_such_key,
).add_to(flow)


@called.post(f"/<language>/<call_id>/{BACK}")
def opening(language: str, call_id: str) -> Response:
    """Somebody, or a machine, has picked up. It is said also when the store cannot be reached."""
    with suppress(StoreTrouble):
        house().callbacks.picked_up(call_id, _kit.form("CallSid"))
    return listen(language, call_id, "callback-opening")


@called.post(f"/<language>/<call_id>/{BACK}/{TROUBLE}")
def trouble(language: str, call_id: str) -> Response:
    """The provider could not fetch a page. Only beyond the opening do we know who listens."""
    failed, links = _kit.form("ErrorUrl"), house().links
    if not failed or failed.startswith(links.caller(language, call_id, BACK)):
        return opening(language, call_id)
    return apology(request_of())


def listen(language: str, call_id: str, message: str, tries: int = 0) -> Response:
    """Say what anybody may hear, and wait for a key."""
    links = house().links
    answer = links.caller(language, call_id, f"{BACK}/key") + (f"?tries={tries}" if tries else "")
    pulse = f"{links.public_url}/{address('quiet', OPENING)}"
    return _kit.ask([house().words.text(message, language)], answer, seconds=1, sound=pulse)


@called.post(f"/<language>/<call_id>/{BACK}/key")
def key(language: str, call_id: str) -> Response:
    """A key on the phone that was called, or none."""
    pressed = _kit.pressed()
    if pressed in TAKES:
        return reached(call_id, pressed)
    if pressed in {"", "*", "8"} and number_in_query("tries") < TRIES:
        return listen(language, call_id, "callback-opening-again", tries=1)
    with suppress(StoreTrouble):
        house().callbacks.not_reached(call_id, _kit.form("CallSid"))
    return _kit.goodbye()


def reached(call_id: str, pressed: str) -> Response:
    """1: now the line may be named, and who is here. 9: the crisis door, from the same place.

    Should nobody know of the call back any more, they are a caller like any other.
    """
    told = "callback-peer-left"
    try:
        call = house().callbacks.reached(call_id, _kit.form("CallSid"))
    except UnknownCall:
        found = house().desk.take_up_again(request_of())
        if found is None:
            raise
        call, told = found, "waiting-line-moved"
    visit = Visit(call, language())
    if pressed == _kit.CRISIS_KEY:
        return _kit.go(visit.page("crisis"))
    lines = [visit.say("callback-line")]
    if visit.call.state is State.WAITING:
        lines.append(visit.say(told))
    return visit.tell(lines, PAGE_OF[visit.call.state])
