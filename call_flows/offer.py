"""A supporter's phone: an offer that reveals nothing, one key, and a truthful sentence.

Nobody is connected without pressing 1 (P4): every way through these pages that has no 1 in it
ends with the phone being put down.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, assert_never

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import number_in_query
from call_flows._house import house
from call_flows._menu import TRIES
from call_flows._sound import BETWEEN_SENTENCES, address
from warmline.domain.beside import WITH_GUEST
from warmline.domain.call import IN_THE_ROOM, State
from warmline.domain.links import TROUBLE
from warmline.domain.live import Accepted, LiveCall
from warmline.domain.matching import Asked
from warmline.prompts import Spoken, speech_seconds
from warmline.services.care import OfferView
from warmline.services.supporters.debriefs import may_flag

flow = Blueprint("offer", __name__)

LANGUAGE: Final = "en"
AFTER_WINDOW: Final = 8
"""Seconds for a key after a talk; silence is fine."""
ENTERS: Final = frozenset({State.JOINING, *IN_THE_ROOM})
"""States of the call in which its supporter belongs in the room."""


def offered(view: OfferView) -> Spoken:
    """A call for them: the first time, the same caller once more, as a backup, or to make."""
    if view.call.state is State.PROMISED:
        return say(view, "offer-back", alias=view.alias)
    backup = "offer-backup" if view.backup else "offer"
    return say(view, "offer-again" if view.leg.again else backup, alias=view.alias)


def say(view: OfferView | None, message: str, **values: str | int) -> Spoken:
    """A sentence in the supporter's own first language."""
    languages = house().words.languages
    spoken = view.language if view and view.language in languages else LANGUAGE
    words = house().speaking.of(view.call.line) if view else house().words
    return words.text(message, spoken, **values)


@flow.post("/<leg>")
def offer(leg: str) -> Response:
    """Somebody, or a machine, has picked up."""
    view = house().care.picked_up(leg)
    if view is None or view.leg.state == "closed":
        return over_of(view)
    return _ask(view)


def _ask(view: OfferView) -> Response:
    return _listen(view, offered(view))


def _listen(view: OfferView, words: Spoken, tries: int = 0) -> Response:
    answer = house().links.supporter(view.leg.id, "answered") + (f"?tries={tries}" if tries else "")
    seconds = max(1.0, view.key_window - seconds_after_first_key(words))
    return _kit.ask([words], answer, seconds=seconds)


def seconds_after_first_key(offer: Spoken) -> float:
    """How long the offer goes on after it has named the key that takes the call.

    The window for a key counts from there: nobody needs to hear of passing to begin to think.
    """
    first = next((i for i, part in enumerate(offer.parts) if "1" in str(part)), 0)
    rest = replace(offer, parts=offer.parts[first + 1 :])
    return speech_seconds(rest)


@flow.post("/<leg>/answered")
def answered(leg: str) -> Response:
    """They pressed a key, or let the question pass in silence."""
    if _kit.pressed() == "1":
        return take(leg)
    view = house().care.view(leg)
    match _kit.pressed():
        case "2":
            house().care.refuse(leg, Asked.PASSED)
            return _kit.goodbye([say(view, "offer-passed")])
        case "0":
            house().care.go_off(leg)
            return _kit.goodbye([say(view, "offer-off-duty")])
        case "*" if view is not None and number_in_query("tries") < TRIES:
            words = offered(view)
            return _listen(view, words, tries=1)
        case key if key and view is not None and number_in_query("tries") < TRIES:
            return _listen(view, say(view, "offer-wrong-key"), tries=1)
        case _:
            house().care.refuse(leg, Asked.MISSED)
            return _kit.goodbye([say(view, "offer-missed")])


def take(leg: str) -> Response:
    """1: exactly one of all who press it gets the caller."""
    acceptance, view = house().care.take(leg)
    match acceptance.outcome:
        case Accepted.JOINED:
            calling = acceptance.call is not None and acceptance.call.state is State.CALLING
            thanks = say(view, "offer-calling-back" if calling else "offer-connecting")
            handed = acceptance.peer is not None
            return enter_room(leg, [thanks, *before_they_meet(view, handed)], acceptance.call)
        case Accepted.TAKEN:
            return _kit.goodbye([say(view, "offer-taken")])
        case Accepted.CALLER_LEFT:
            return _kit.goodbye([say(view, "offer-caller-left")])
        case Accepted.CALLER_ELSEWHERE:
            return _kit.goodbye([say(view, "offer-caller-elsewhere")])
        case never:
            assert_never(never)


def before_they_meet(view: OfferView | None, handed: bool) -> list[Spoken]:
    """That another peer hands over, the language that the caller would like, or that it is for a
    debrief.

    Said to nobody who has not taken it.
    """
    if view is not None and view.debriefs:
        return [say(view, "offer-debrief")]
    lines = [say(view, "offer-handed")] if handed else []
    if view is None or not view.tell_language:
        return lines
    message = "offer-agreed-language" if view.agreed else "offer-wished-language"
    return [*lines, say(view, message, wanted=view.tell_language)]


def enter_room(leg: str, lines: list[Spoken], call: LiveCall | None) -> Response:
    """Into the room, from which star leads out. It ends with this phone, unless 988 is in it."""
    links, guest = house().links, call is not None and bool(call.guest)
    return _kit.room(
        leg,
        links.supporter(leg, "after"),
        star=True,
        ends_with_me=not guest,
        wait=links.supporter(leg, "alone"),
        lines=lines,
    )


def soft_sound() -> str:
    """What is heard between two sentences."""
    return f"{house().links.public_url}/{address('waiting', BETWEEN_SENTENCES)}"


@flow.post("/<leg>/alone")
def alone(leg: str) -> Response:
    """What is heard in the room until the other one is there: soon a voice, too."""
    again = f"{house().links.supporter(leg, 'alone')}?more=1"
    if not number_in_query("more"):
        return _kit.play_on(soft_sound(), again)
    # The caller may sit here, too; nobody takes them to a supporter's page.
    if _kit.form("Direction").startswith("outbound"):
        house().care.alone(leg, _kit.form("CallSid"))
    return _kit.play_on(soft_sound(), again, [say(house().care.view(leg), "offer-waiting")])


@flow.post("/<leg>/aside")
def aside(leg: str) -> Response:
    """The caller has pressed star and is choosing; the supporter is told and waits."""
    view = house().care.view(leg)
    return over_of(view) if view is None or view.call.leg != leg else aside_of(view)


def aside_of(view: OfferView) -> Response:
    """The same, for a call that is theirs."""
    leg, links = view.leg.id, house().links
    if view.call.state in IN_THE_ROOM:
        return enter_room(leg, [], view.call)
    words = [say(view, "offer-waiting" if number_in_query("more") else "talk-caller-star")]
    return _kit.play_on(soft_sound(), f"{links.supporter(leg, 'aside')}?more=1", words)


@flow.post("/<leg>/after")
def after(leg: str) -> Response:
    """Out of the room. If their own phone has ended, the caller hears that at once."""
    if _kit.form("CallStatus") == "completed":
        house().care.phone_ended(leg, Asked.MISSED)
        return _kit.goodbye()
    view = house().care.view(leg)
    if view is None or view.call.leg != leg:
        return over_of(view)
    if view.call.state is State.JOINING:
        return enter_room(leg, [say(view, "offer-waiting")], view.call)
    # Only star leads out of the room while the call is theirs.
    return _kit.go(house().links.supporter(leg, "star"))


@flow.post(f"/<leg>/{TROUBLE}")
def trouble(leg: str) -> Response:
    """The provider could not fetch a page of theirs: they go on from what is true now.

    Which key was pressed is lost with it: whoever has not taken the call is asked once more.
    """
    view = house().care.view(leg)
    if view is None or view.leg.unwanted:
        return over_of(view)
    if view.call.leg != leg:
        return offer(leg)
    return enter_room(leg, [], view.call) if view.call.state in ENTERS else aside_of(view)


@flow.post("/<leg>/over")
def over(leg: str) -> Response:
    """How this call went on without them, told truthfully; after a talk their rest begins."""
    return over_of(house().care.view(leg))


def over_of(view: OfferView | None) -> Response:
    """The same, for who has looked already."""
    if view is None:
        return _kit.goodbye([say(view, "offer-gone")])
    if view.leg.bridged:
        rested = house().care.rest_minutes(view.leg)
        return after_talk(view, [say(view, how_it_ended(view), minutes=rested)])
    if view.call.called_back and not view.call.reached:
        # Nobody knows who has listened to a phone that has not pressed 1.
        told = "offer-not-reached" if view.leg.state == "over" else "offer-can-wait"
        return _kit.goodbye([say(view, told)])
    match view.call.state:
        case State.ENDED:
            return _kit.goodbye([say(view, "offer-caller-left")])
        case State.AWAY | State.CRISIS | State.MENUS | State.PARTED:
            return _kit.goodbye([say(view, "offer-caller-elsewhere")])
        case State.WAITING if view.leg.state == "over":
            # Declined by the caller: the very words of a caller who has hung up.
            return _kit.goodbye([say(view, "offer-caller-left")])
        case _:
            late = house().links.supporter(view.leg.id, "late")
            return _kit.ask([say(view, "offer-gone")], late, seconds=1)


def after_talk(view: OfferView, lead: list[Spoken]) -> Response:
    """How they are, in four keys. Whoever has wished for a debrief has it without a key."""
    links, leg = house().links, view.leg
    if leg.debrief:
        return _kit.tell(lead, links.supporter(leg.id, "debrief"))
    menu = "after-menu" if may_flag(leg.line) else "after-menu-debrief"
    answer = links.supporter(leg.id, "after/key")
    return _kit.ask([*lead, say(view, menu)], answer, seconds=AFTER_WINDOW)


def how_it_ended(view: OfferView) -> str:
    """What is true of the talk that they were in."""
    if view.leg.handed_over:
        return "after-handing"
    with_988 = view.call.state is State.CRISIS and view.call.guest in WITH_GUEST
    return "after-988" if with_988 else "after-talk"


@flow.post("/<leg>/late")
def late(leg: str) -> Response:
    """A key pressed while they were told so: whoever presses 1 is no stranger, and is thanked."""
    taken = [say(house().care.view(leg), "offer-taken")] if _kit.pressed() == "1" else []
    return _kit.goodbye(taken)
