"""3: choosing whom to talk with. At most two questions, then names, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, go_on
from call_flows._house import house
from call_flows._menu import Answer, Menu, visit_of
from warmline.domain import choosing
from warmline.domain.line import Kind, Supporter
from warmline.domain.live import LiveCall
from warmline.prompts import Spoken

flow = Blueprint("choosing", __name__)


def kind(wished: Kind | None) -> Answer:
    """A peer, a family peer, or either; then the next question."""

    def answer(visit: Visit) -> Response:
        return ask_agency(Visit(house().choosing.of_kind(visit.call.id, wished), visit.language))

    return answer


def ask_agency(visit: Visit) -> Response:
    """The second question, on lines whose supporters come from agencies that are named."""
    return AGENCY.ask(visit) if agencies(visit) else name(visit)


def agencies(visit: Visit) -> list[str]:
    """The agencies that can be left out."""
    book = house().desk.line(visit.call)
    return choosing.agencies(book) if book else []


def read_agencies(visit: Visit) -> list[Spoken]:
    """Each agency with the key that leaves it out."""
    named = enumerate(agencies(visit), 1)
    return [
        visit.say("choose-agency-intro"),
        *(visit.say("choose-agency", agency=agency, key=key) for key, agency in named),
    ]


def leave_out(visit: Visit, index: int) -> Response:
    """Nobody from the agency of that key; a key without an agency is no wish."""
    known = agencies(visit)
    if index < len(known):
        visit = Visit(house().choosing.leave_out(visit.call.id, known[index]), visit.language)
    return name(visit)


def name(visit: Visit) -> Response:
    """On to the next name."""
    return _kit.go(visit.page("choose/name"))


def offer(call_id: str) -> LiveCall:
    """Whoever could be rung now is named."""
    return house().choosing.offer(call_id)


def known_as(visit: Visit, supporter_id: str) -> Supporter | None:
    """A supporter of this line."""
    book = house().desk.line(visit.call)
    return book.supporter(supporter_id) if book and supporter_id else None


def read_name(visit: Visit) -> Sequence[Spoken]:
    """A name, what they wish to be known of them, and the keys; or that there is nobody."""
    one = known_as(visit, visit.call.wish.offered)
    if one is None:
        return [visit.say("choose-no-more" if visit.call.wish.heard else "choose-nobody")]
    family = one.kind is Kind.FAMILY_PEER
    said = [visit.say("choose-family-peer" if family else "choose-peer", alias=one.alias)]
    if one.tags:
        said.append(visit.say("choose-tags", tags=", ".join(sorted(one.tags))))
    return [*said, visit.say("choose-name", alias=one.alias)]


def yes(visit: Visit) -> Response:
    """The one who was named is rung, alone; when nobody was, any peer is."""
    one = known_as(visit, visit.call.wish.offered)
    if one is None:
        return any_peer(visit)
    here = Visit(house().choosing.choose(visit.call.id), visit.language)
    return here.tell([here.say("choose-ringing", alias=one.alias)], "wait")


def someone_else(visit: Visit) -> Response:
    """The next name; after five of them the caller is asked whether they want more."""
    if not visit.call.wish.offered:
        return name(visit)
    call = house().choosing.decline(visit.call.id)
    here = Visit(call, visit.language)
    return MORE.ask(here) if choosing.pause_after(call.wish) else name(here)


def any_peer(visit: Visit) -> Response:
    """Whoever is free, but for those whom the caller did not want."""
    here = Visit(house().choosing.any_peer(visit.call.id), visit.language)
    return here.tell([here.say("choose-any")], "wait")


def cannot_come(visit: Visit) -> Sequence[Spoken]:
    """That the chosen peer cannot come now, and the question who else may be rung."""
    one = known_as(visit, visit.call.wish.chosen)
    told = [visit.say("choose-passed", alias=one.alias)] if one else []
    return [*told, visit.say("choose-wider")]


KIND = Menu(
    page="choose/kind",
    lines=lambda visit: [visit.say("choose-kind")],
    keys={"1": kind(Kind.PEER), "2": kind(Kind.FAMILY_PEER)},
    silence=kind(None),
).add_to(flow)

AGENCY = Menu(
    page="choose/agency",
    lines=read_agencies,
    keys={str(n + 1): partial(leave_out, index=n) for n in range(choosing.MOST)},
    silence=name,
).add_to(flow)

NAME = Menu(
    page="choose/name",
    lines=read_name,
    keys={"1": yes, "2": someone_else, "0": any_peer},
    silence=yes,
    enter=offer,
).add_to(flow)

MORE = Menu(
    page="choose/more",
    lines=lambda visit: [visit.say("choose-more")],
    keys={"1": name, "0": any_peer},
    silence=any_peer,
).add_to(flow)

PASSED = Menu(
    page="choose/passed",
    lines=cannot_come,
    again=lambda visit: [visit.say("choose-wider")],
    keys={"1": any_peer, "2": name, "0": any_peer},
    silence=any_peer,
    enter=lambda call_id: house().choosing.ask_wider(call_id),
).add_to(flow)


@flow.post("/<language>/<call_id>/choose")
def begin(language: str, call_id: str) -> Response:
    """Key 3 of the main menu."""
    visit = visit_of(call_id)
    book = house().desk.line(visit.call)
    if book is None or not visit.call.open:
        return go_on(visit)
    return KIND.ask(visit) if choosing.both_kinds(book) else ask_agency(visit)
