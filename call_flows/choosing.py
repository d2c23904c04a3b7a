"""3: choosing whom to talk with, one name at a time. The questions before stand in `questions`."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit
from call_flows._house import house
from call_flows._menu import Menu
from call_flows.welcome import to_places
from warmline.domain import choosing, naming, widening
from warmline.domain.line import Kind, Supporter
from warmline.domain.live import LiveCall
from warmline.prompts import Spoken

flow = Blueprint("choosing", __name__)


def name(visit: Visit) -> Response:
    """On to the next name."""
    return _kit.go(visit.page("choose/name"))


def ways(visit: Visit) -> Response:
    """On to the other ways of choosing."""
    return _kit.go(visit.page("choose/ways"))


def offer(call_id: str) -> LiveCall:
    """Whoever could be rung now is named."""
    return house().choosing.offer(call_id)


def known_as(visit: Visit, supporter_id: str) -> Supporter | None:
    """A supporter of this line."""
    book = house().desk.line(visit.call)
    return book.supporter(supporter_id) if book and supporter_id else None


def read_name(visit: Visit) -> Sequence[Spoken]:
    """A name, what they wish to be known of them, and the keys; or that there is nobody."""
    wish = visit.call.wish
    one = known_as(visit, wish.offered)
    if one is None:
        if wish.wider:
            return read_unmet(visit)
        return [visit.say("choose-no-more" if wish.heard else "choose-nobody")]
    said = [*introduced(visit, one), visit.say("choose-name", alias=one.alias)]
    if not wish.heard and (house().choosing.ways(visit.call) or house().choosing.tags(visit.call)):
        said.append(visit.say("choose-other-way"))
    return said


def introduced(visit: Visit, one: Supporter) -> list[Spoken]:
    """Who they are, in their own words as far as those can be said in this language."""
    family = one.kind is Kind.FAMILY_PEER
    said = [visit.say("choose-family-peer" if family else "choose-peer", alias=one.alias)]
    book = house().desk.line(visit.call)
    words = naming.tag_words(book.line, one, visit.language) if book else {}
    if words:
        said.append(visit.say("choose-tags", tags=", ".join(words.values())))
    return said


def yes(visit: Visit) -> Response:
    """The one who was named is rung, alone; when nobody was, any peer is."""
    one = known_as(visit, visit.call.wish.offered)
    if one is None:
        return widen(visit) if visit.call.wish.wider else any_peer(visit)
    here = Visit(house().choosing.choose(visit.call), visit.language)
    return here.tell([here.say("choose-ringing", alias=one.alias)], "wait")


def someone_else(visit: Visit) -> Response:
    """The next name; after five of them the caller is asked whether they want more.

    After the last, all of them again: nobody is left without a peer for having heard them all.
    """
    if not visit.call.wish.offered:
        if visit.call.wish.wider:
            return rather_wait(visit)
        return name(Visit(house().choosing.from_the_first(visit.call), visit.language))
    call = house().choosing.decline(visit.call)
    here = Visit(call, visit.language)
    return MORE.ask(here) if choosing.pause_after(call.wish) else name(here)


def any_peer(visit: Visit) -> Response:
    """Whoever is free, but for those whom the caller did not want."""
    here = Visit(house().choosing.any_peer(visit.call), visit.language)
    return here.tell([here.say("choose-any")], "wait")


def cannot_come(visit: Visit) -> Sequence[Spoken]:
    """That the chosen peer cannot come now, and the question who else may be rung."""
    one = known_as(visit, visit.call.wish.chosen)
    told = [visit.say("choose-passed", alias=one.alias)] if one else []
    return [*told, visit.say("choose-wider")]


def read_unmet(visit: Visit) -> list[Spoken]:
    """That nobody who is as wished is free, who is, and what the caller may do."""
    wish = visit.call.wish
    if not wish.wider:
        # Meanwhile somebody is free again, or nobody at all: they wait as before.
        return [visit.say("waiting-still-here")]
    return [_what_is_unmet(visit), unmet_keys(visit)]


def unmet_keys(visit: Visit) -> Spoken:
    """What the caller may do, and what staying on means."""
    language = widening.languages_in(visit.call.wish.wider)
    return visit.say("choose-unmet-language-keys" if language else "choose-unmet-keys")


def _what_is_unmet(visit: Visit) -> Spoken:
    wish = visit.call.wish
    wished = wish.language or visit.call.language
    match [*wish.wider]:
        case [choosing.TAGS]:
            return visit.say("choose-unmet-tags")
        case [choosing.KIND]:
            return visit.say("choose-unmet-kind", kind=wish.kind or Kind.PEER)
        case [*_, choosing.KIND | choosing.TAGS]:
            return visit.say("choose-unmet-both")
        case [language]:
            return visit.say("choose-unmet-language", wanted=wished, other=language)
        case [*_, language]:
            return visit.say("choose-unmet-all", other=language)
        case _:
            return visit.say("waiting-still-here")


def widen(visit: Visit) -> Response:
    """Those whom the caller was told of are rung as well; of nobody, nothing changes."""
    told = bool(visit.call.wish.wider)
    here = Visit(house().choosing.widen(visit.call), visit.language)
    return here.tell([here.say("choose-widened")] if told else [], "wait")


def stays_on(visit: Visit) -> Response:
    """Silence reaches a person, but not one whom the caller perhaps cannot understand."""
    if widening.languages_in(visit.call.wish.wider):
        return rather_wait(visit)
    return yes(visit)


def rather_wait(visit: Visit) -> Response:
    """They wait for what they wished."""
    here = Visit(house().choosing.rather_wait(visit.call), visit.language)
    return here.tell([here.say("choose-waiting")], "wait")


NAME = Menu(
    page="choose/name",
    lines=read_name,
    keys={"1": yes, "2": someone_else, "3": ways, "4": to_places, "0": any_peer},
    silence=stays_on,
    enter=offer,
).add_to(flow)

MORE = Menu(
    page="choose/more",
    lines=lambda visit: [visit.say("choose-more")],
    keys={"1": name, "3": ways, "0": any_peer},
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

UNMET = Menu(
    page="choose/unmet",
    lines=read_unmet,
    again=lambda visit: [unmet_keys(visit)],
    keys={"1": widen, "2": rather_wait, "4": to_places, "0": any_peer},
    silence=stays_on,
    enter=lambda call_id: house().choosing.ask_to_widen(call_id),
).add_to(flow)


@flow.post("/<language>/<call_id>/choose/anybody")
def anybody(language: str, call_id: str) -> Response:
    """0 while waiting: if only another language is in the way of a peer, that is asked."""
    here = Visit(house().choosing.ask_for_anybody(call_id), language)
    return UNMET.ask(here) if here.call.wish.wider else _kit.go(here.page("wait"))
