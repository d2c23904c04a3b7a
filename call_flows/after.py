"""After a talk, on the supporter's phone: fine, a longer break, a debrief, a flag."""

from __future__ import annotations

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import number_in_query
from call_flows._house import house
from call_flows._menu import TRIES
from call_flows.offer import AFTER_WINDOW, LANGUAGE, over_of, say
from warmline.prompts import Spoken
from warmline.services.care import OfferView
from warmline.services.supporters.debriefs import may_flag

flow = Blueprint("after", __name__)


@flow.post("/<leg>/after/key")
def key(leg: str) -> Response:
    """What they chose; silence is fine."""
    view = house().care.view(leg)
    if view is None or not view.leg.bridged:
        return over_of(view)
    match _kit.pressed():
        case "2":
            minutes = house().care.rest_minutes(house().debriefs.rest_longer(view.leg))
            return _kit.goodbye([say(view, "after-longer", minutes=minutes)])
        case "3":
            return _kit.go(house().links.supporter(leg, "debrief"))
        case "4" if may_flag(view.leg.line):
            answer = house().links.supporter(leg, "after/flag")
            return _kit.ask([say(view, "after-flag")], answer, seconds=AFTER_WINDOW)
        case "" | "1":
            return _kit.goodbye([say(view, "after-fine")])
        case _ if number_in_query("tries") < TRIES:
            return _once_more(view, say(view, "star-wrong-key"))
        case _:
            return _kit.goodbye([say(view, "after-fine")])


def _once_more(view: OfferView, lead: Spoken) -> Response:
    answer = house().links.supporter(view.leg.id, "after/key")
    menu = "after-menu" if may_flag(view.leg.line) else "after-menu-debrief"
    return _kit.ask([lead, say(view, menu)], f"{answer}?tries=1", seconds=AFTER_WINDOW)


@flow.post("/<leg>/after/flag")
def flag(leg: str) -> Response:
    """4 once more: the call is flagged. Anything else leads back to the four keys."""
    view = house().care.view(leg)
    if view is None or not view.leg.bridged:
        return over_of(view)
    if _kit.pressed() != "4":
        return _once_more(view, say(view, "after-no-flag"))
    return _once_more(view, say(view, house().flags.flag_talk(leg)))


@flow.post("/<leg>/debrief")
def debrief(leg: str) -> Response:
    """They wait for a supervisor on this very phone, like a caller for a peer."""
    view = house().care.view(leg)
    if view is None or not view.leg.bridged:
        return over_of(view)
    spoken = house().words.languages
    language = view.language if view.language in spoken else LANGUAGE
    call = house().debriefs.after_talk(view.leg, view.call, _kit.form("CallSid"), language)
    wait = house().links.caller(language, call.id, "wait")
    return _kit.tell([say(view, "after-debrief")], wait)
