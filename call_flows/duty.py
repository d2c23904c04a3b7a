"""Behind #: supporters say who they are and change their duty, from any phone.

A caller may come here by accident: nothing but a number and a PIN leads further, and everything
else leads back to where they were, to a person, or to the crisis door. What is entered comes in the
body of the provider's request and goes no further: no address, log or job holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, number_in_query
from call_flows._house import house
from call_flows._menu import TRIES, Menu, to_a_person, to_crisis_door, visit_of
from warmline.domain.live import Note
from warmline.domain.pins import LENGTH, NUMBER_LENGTH
from warmline.prompts import Spoken
from warmline.services.supporters.answers import Answer, Asker, in_words

flow = Blueprint("duty", __name__)

NEW_PIN_TRIES: Final = 3
BEHIND: Final = Note(door=True)
"""Each page looks at the call and at who is here at once."""

Act = Callable[[Visit, Asker], Response]


@dataclass(frozen=True, slots=True)
class Offer:
    """One entry of the supporters' menu: the key, the sentence that names it, what it does."""

    key: str
    message: str
    act: Act


def entered(visit: Visit, length: int) -> Response | str:
    """So many digits; empty for fewer; or where a key that means the same everywhere leads."""
    digits = _kit.typed()
    if "9" in digits and (len(digits) != length or set(digits) == {"9"}):
        return to_crisis_door(visit)
    if "*" in digits:
        return back(visit)
    if digits == "0":
        return to_a_person(visit)
    if digits == "8":
        patient = Visit(house().desk.note(visit.call, Note(slow=True)), visit.language)
        return ask_who(patient, [patient.say("more-time")])
    return digits if len(digits) == length and digits.isascii() and digits.isdigit() else ""


def back(visit: Visit) -> Response:
    """To the main menu: they came by accident, or have changed their mind."""
    return visit.tell([visit.say("duty-back")], "start")


def ask_who(visit: Visit, lead: Sequence[Spoken] = (), *, tries: int = 0) -> Response:
    """Ask for the PIN where the phone tells whose it is, else for the number first."""
    if house().door.come(visit.call, _kit.form("From")):
        return ask_pin(visit, [*lead, visit.say("duty-pin")], tries=tries)
    answer = visit.page("duty/number", tries=tries)
    return visit.ask_digits([*lead, visit.say("duty-number")], answer, NUMBER_LENGTH)


def ask_pin(visit: Visit, lines: Sequence[Spoken], *, tries: int) -> Response:
    """Ask for the PIN."""
    return visit.ask_digits(lines, visit.page("duty/pin", tries=tries), LENGTH)


@flow.post("/<language>/<call_id>/duty")
def arrives(language: str, call_id: str) -> Response:
    """Somebody has pressed #."""
    visit = visit_of(call_id, BEHIND)
    return DOOR.ask(visit) if house().door.asker(visit.call) else ask_who(visit)


@flow.post("/<language>/<call_id>/duty/number")
def number(language: str, call_id: str) -> Response:
    """A short number, which somebody may have or nobody: the next words are the same."""
    visit = visit_of(call_id)
    said = entered(visit, NUMBER_LENGTH)
    if isinstance(said, Response):
        return said
    if not said:
        return not_matched(visit)
    house().door.name(visit.call, said)
    return ask_pin(visit, [visit.say("duty-now-pin")], tries=number_in_query("tries"))


@flow.post("/<language>/<call_id>/duty/pin")
def pin(language: str, call_id: str) -> Response:
    """A PIN: right, or not, or none for now."""
    visit = visit_of(call_id)
    said = entered(visit, LENGTH)
    if isinstance(said, Response):
        return said
    if not said:
        return not_matched(visit)
    found = house().door.sign_in(visit.call, said)
    if found.minutes:
        return visit.tell([visit.say("duty-later", minutes=found.minutes)], "start")
    if found.asker is None:
        return not_matched(visit)
    hello = visit.say("duty-hello", alias=found.asker.person.alias)
    return DOOR.ask(visit, [hello, *told(visit, found.asker, house().own.status(found.asker))])


def not_matched(visit: Visit) -> Response:
    """Once more, and then back: whoever cannot say who they are is a caller."""
    tries = number_in_query("tries") + 1
    if tries > TRIES + 1 or not _kit.typed():
        return back(visit)
    return ask_who(visit, [visit.say("duty-not-matched")], tries=tries)


def told(visit: Visit, asker: Asker, answer: Answer) -> list[Spoken]:
    """An answer, as it is spoken."""
    return in_words(answer, asker, visit.words, visit.language)


def signed_in(act: Act) -> Callable[[Visit], Response]:
    """What a key does for whoever is signed in; everybody else is asked who they are."""

    def answer(visit: Visit) -> Response:
        asker = house().door.asker(visit.call)
        return act(visit, asker) if asker else ask_who(visit, [visit.say("duty-once-more")])

    return answer


def done(visit: Visit, asker: Asker, answer: Answer) -> Response:
    """What came of it, and the menu again."""
    return DOOR.ask(visit, told(visit, asker, answer))


def go_on(visit: Visit, asker: Asker) -> Response:
    """1: on duty. In their quiet hours they are asked first."""
    answer = house().own.on(asker)
    if house().own.is_quiet(asker):
        return ANYWAY.ask(visit, told(visit, asker, answer))
    return done(visit, asker, answer)


def go_off(visit: Visit, asker: Asker) -> Response:
    """2: off duty."""
    return OFF.ask(visit)


def rest(visit: Visit, asker: Asker) -> Response:
    """3: a break."""
    return BREAK.ask(visit)


def next_shift(visit: Visit, asker: Asker) -> Response:
    """4: the next shift."""
    return done(visit, asker, house().own.next_shift(asker))


def debrief(visit: Visit, asker: Asker) -> Response:
    """5: they wait for a peer supervisor, on whatever phone this is."""
    line, person = asker.book.line.id, asker.person.id
    call = house().debriefs.at_the_door(visit.call.id, line, person, visit.language)
    here = Visit(call, visit.language)
    return here.tell([here.say("after-debrief")], "wait")


def new_pin(visit: Visit, asker: Asker, lead: Sequence[Spoken] = (), tries: int = 0) -> Response:
    """6: another PIN."""
    answer = visit.page("duty/new", tries=tries)
    return visit.ask_digits([*lead, visit.say("duty-new-pin")], answer, LENGTH)


@flow.post("/<language>/<call_id>/duty/new")
def chosen(language: str, call_id: str) -> Response:
    """A new PIN, for the first time; star, or too few digits, leave it as it was."""
    return signed_in(_chosen)(visit_of(call_id, BEHIND))


def _chosen(visit: Visit, asker: Asker) -> Response:
    said = entered(visit, LENGTH) if "*" not in _kit.typed() else ""
    if isinstance(said, Response):
        return said
    tries = number_in_query("tries") + 1
    if not said or tries > NEW_PIN_TRIES:
        return DOOR.ask(visit)
    if not house().door.choose_pin(visit.call, said):
        return new_pin(visit, asker, [visit.say("duty-pin-weak")], tries)
    again = visit.page("duty/again", tries=tries)
    return visit.ask_digits([visit.say("duty-new-pin-again")], again, LENGTH)


@flow.post("/<language>/<call_id>/duty/again")
def repeated(language: str, call_id: str) -> Response:
    """The new PIN once more: if it is the same, it is theirs."""
    return signed_in(_repeated)(visit_of(call_id, BEHIND))


def _repeated(visit: Visit, asker: Asker) -> Response:
    said = entered(visit, LENGTH) if "*" not in _kit.typed() else ""
    if isinstance(said, Response):
        return said
    if said and house().door.confirm_pin(visit.call, said):
        return DOOR.ask(visit, [visit.say("duty-pin-kept")])
    if not said or number_in_query("tries") >= NEW_PIN_TRIES:
        return DOOR.ask(visit)
    return new_pin(visit, asker, [visit.say("duty-pin-differs")], number_in_query("tries"))


def shifts(visit: Visit, _asker: Asker) -> Response:
    """7: shifts change hands, and a practice call (see `duty_shifts`)."""
    return _kit.go(visit.page("duty/shifts"))


def goodbye(visit: Visit, _asker: Asker) -> Response:
    """They have pressed no key for a while: there is nothing more to do."""
    return _kit.goodbye([visit.say("duty-goodbye")])


def _for(minutes: int) -> Act:
    def act(visit: Visit, asker: Asker) -> Response:
        until = asker.now + timedelta(minutes=minutes)
        return done(visit, asker, house().own.pause(asker, until))

    return act


def _off_for(hours: int) -> Act:
    def act(visit: Visit, asker: Asker) -> Response:
        until = asker.now + timedelta(hours=hours) if hours else None
        return done(visit, asker, house().own.off(asker, until))

    return act


def _on_anyway(visit: Visit, asker: Asker) -> Response:
    return done(visit, asker, house().own.on(asker, anyway=True))


def _as_it_is(visit: Visit, asker: Asker) -> Response:
    return DOOR.ask(visit)


OFFERS: Final = [
    Offer("1", "duty-menu-on", go_on),
    Offer("2", "duty-menu-off", go_off),
    Offer("3", "duty-menu-break", rest),
    Offer("4", "duty-menu-next", next_shift),
    Offer("5", "duty-menu-debrief", debrief),
    Offer("6", "duty-menu-pin", new_pin),
    Offer("7", "duty-menu-shifts", shifts),
]
"""The supporters' menu. Who adds an entry adds it here."""


def menu_lines(visit: Visit) -> list[Spoken]:
    """The entries, for whoever is signed in."""
    if house().door.asker(visit.call) is None:
        return [visit.say("duty-once-more")]
    return [visit.say(one.message) for one in OFFERS]


DOOR = Menu(
    page="duty/menu",
    lines=menu_lines,
    keys={one.key: signed_in(one.act) for one in OFFERS},
    silence=signed_in(goodbye),
    note=BEHIND,
).add_to(flow)

OFF = Menu(
    page="duty/off",
    lines=lambda visit: [visit.say("duty-how-long-off")],
    keys={"1": signed_in(_off_for(0)), "2": signed_in(_off_for(2))},
    silence=signed_in(_as_it_is),
    note=BEHIND,
).add_to(flow)

BREAK = Menu(
    page="duty/break",
    lines=lambda visit: [visit.say("duty-how-long-break")],
    keys={"1": signed_in(_for(15)), "2": signed_in(_for(30)), "3": signed_in(_for(60))},
    silence=signed_in(_as_it_is),
    note=BEHIND,
).add_to(flow)

ANYWAY = Menu(
    page="duty/anyway",
    lines=lambda visit: [visit.say("duty-on-anyway")],
    keys={"1": signed_in(_on_anyway), "2": signed_in(_as_it_is)},
    silence=signed_in(_as_it_is),
    note=BEHIND,
).add_to(flow)
