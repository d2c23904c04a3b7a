"""Behind #, key 7: shifts change hands, and a practice call, as by text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, number_in_query
from call_flows._house import house
from call_flows._menu import Menu
from call_flows.duty import BEHIND, DOOR, done, signed_in, told
from warmline.prompts import Spoken
from warmline.services.supporters.answers import Asker, say
from warmline.services.supporters.confirming import PRACTICE_COMES, practise
from warmline.services.supporters.swapping import Open

flow = Blueprint("duty_shifts", __name__)

HANG_UP: Final = 20.0
"""Seconds until they are rung for practice: what is said before ends sooner."""


def choices(visit: Visit) -> list[Spoken]:
    """What can be done about shifts, for whoever is signed in."""
    asker = house().door.asker(visit.call)
    offers = asker is not None and house().swapping.offered(asker)
    keep = [visit.say("shifts-menu-keep")] if offers else []
    return [visit.say("shifts-menu"), *keep, visit.say("shifts-menu-practice")]


def hear(visit: Visit, asker: Asker) -> Response:
    """1: what others offer, the soonest first."""
    shifts = house().swapping.open_to(asker)
    if not shifts:
        return done(visit, asker, (say("shifts-none"),))
    return _kit.go(visit.page("duty/open", shift=_mark(shifts[0])))


def pass_on(visit: Visit, asker: Asker) -> Response:
    """2: their next shift is offered to the others."""
    return done(visit, asker, house().swapping.offer(asker))


def keep(visit: Visit, asker: Asker) -> Response:
    """3: they keep what they have offered."""
    return done(visit, asker, house().swapping.keep(asker))


def practice(visit: Visit, asker: Asker) -> Response:
    """4: their own phone rings for practice soon, when this call is over."""
    answer = practise(house().errands, asker, in_seconds=HANG_UP)
    if answer != PRACTICE_COMES:
        return done(visit, asker, answer)
    return _kit.goodbye([*told(visit, asker, answer), visit.say("duty-goodbye")])


def as_it_is(visit: Visit, _asker: Asker) -> Response:
    """Silence: back to the supporters' menu."""
    return DOOR.ask(visit)


SHIFTS: Final = Menu(
    page="duty/shifts",
    lines=choices,
    keys={
        "1": signed_in(hear),
        "2": signed_in(pass_on),
        "3": signed_in(keep),
        "4": signed_in(practice),
    },
    silence=signed_in(as_it_is),
    note=BEHIND,
).add_to(flow)


def offered(visit: Visit) -> list[Spoken]:
    """One shift that somebody offers."""
    asker = house().door.asker(visit.call)
    found = _meant(house().swapping.open_to(asker)) if asker else None
    if asker is None or found is None:
        return [visit.say("shifts-no-more")]
    one = say("shifts-open", alias=found.alias, when=found.one.start, end=found.one.end)
    return [*told(visit, asker, (one,)), visit.say("shifts-open-keys")]


def take(visit: Visit, asker: Asker) -> Response:
    """1: it is theirs, unless somebody was first."""
    found = _meant(house().swapping.open_to(asker))
    return done(visit, asker, house().swapping.take(asker, found.code if found else ""))


def another(visit: Visit, asker: Asker) -> Response:
    """2: the one after it."""
    shifts = house().swapping.open_to(asker)
    heard = _meant(shifts)
    coming = shifts[shifts.index(heard) + 1 :] if heard else shifts
    if not coming:
        return done(visit, asker, (say("shifts-no-more"),))
    return _kit.go(visit.page("duty/open", shift=_mark(coming[0])))


def _mark(one: Open) -> int:
    """An offer in an address: its code as a number, which stays when another one is taken."""
    return int(one.code, 36)


def _meant(shifts: Sequence[Open]) -> Open | None:
    """The shift that this page is about, while it can be taken."""
    return next((one for one in shifts if _mark(one) == number_in_query("shift")), None)


OPEN: Final = Menu(
    page="duty/open",
    lines=offered,
    keys={"1": signed_in(take), "2": signed_in(another)},
    silence=signed_in(as_it_is),
    carry=("shift",),
    note=BEHIND,
).add_to(flow)
