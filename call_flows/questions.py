"""3, before the names: at most two questions, and whatever else one may choose by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, go_on, number_in_query
from call_flows._house import house
from call_flows._menu import Answer, Menu, visit_of
from call_flows.choosing import name
from warmline.domain import choosing, naming
from warmline.domain.choosing import Wish
from warmline.domain.line import Kind
from warmline.domain.live import LiveCall
from warmline.prompts import Spoken

flow = Blueprint("questions", __name__)

ANY: Final = "6"
"""The key for any of those that were read out."""
MORE: Final = "7"
"""The key for the next five."""


BY: Final = {
    choosing.KIND: "choose-way-kind",
    choosing.LANGUAGE: "choose-way-language",
    choosing.AGENCY: "choose-way-agency",
    choosing.TAGS: "choose-way-tags",
}
"""What is said of each way to choose."""


def one_of_five(choice: Callable[[Visit, int], Response]) -> dict[str, Answer]:
    """Keys 1 to 5 for the members of a list, counted from 0."""

    def nth(index: int) -> Answer:
        return lambda visit: choice(visit, index)

    return {str(n + 1): nth(n) for n in range(choosing.MOST)}


def next_question(visit: Visit, wish: Wish | None = None) -> Response:
    """The next of the questions, or the first name; `wish`: what an answer has made of theirs."""
    return _question(visit, *house().choosing.next_question(visit.call, wish))


def _question(visit: Visit, page: str, call: LiveCall) -> Response:
    here = Visit(call, visit.language)
    return QUESTIONS[page].ask(here) if page else name(here)


def is_asked_for(question: str) -> Answer:
    """A question that the caller asks for."""
    return lambda visit: _kit.go(visit.page(f"choose/{question}"))


# -- peer or family peer ---------------------------------------------------------------------------


def kind(wished: Kind | None) -> Answer:
    """A peer, a family peer, or either."""

    def answer(visit: Visit) -> Response:
        return next_question(visit, replace(visit.call.wish, kind=wished))

    return answer


# -- language --------------------------------------------------------------------------------------


def languages(visit: Visit) -> list[str]:
    """The line's languages in its order: keys mean the same in whichever one is heard."""
    book = house().desk.line(visit.call)
    known = {visit.language, *visit.others}
    return [one for one in book.line.languages if one in known][: choosing.MOST] if book else []


def read_languages(visit: Visit) -> list[Spoken]:
    """Each language offers itself, in its own words."""
    named = enumerate(languages(visit), 1)
    offers = [visit.words.text("choose-language", one, key=key) for key, one in named]
    return [*offers, visit.say("choose-language-any")]


def talk_in(visit: Visit, index: int) -> Response:
    """Somebody who speaks the language of that key; a key without one is no wish."""
    known = languages(visit)
    wish = visit.call.wish
    return next_question(visit, wish.in_languages(known[index]) if index < len(known) else wish)


def any_language(visit: Visit) -> Response:
    """Any of them."""
    others = [one for one in languages(visit) if one != visit.language]
    return next_question(visit, visit.call.wish.in_languages(visit.language, *others))


# -- someone outside my agency ---------------------------------------------------------------------


def agencies(visit: Visit) -> list[str]:
    """The codes of those that can be left out."""
    book = house().desk.line(visit.call)
    return choosing.agencies(book) if book else []


def read_agencies(visit: Visit) -> list[Spoken]:
    """Five agencies, each with the key that leaves it out."""
    known, at = agencies(visit), number_in_query("at")
    book = house().desk.line(visit.call)
    said = [visit.say("choose-agency-intro")] if not at else []
    for key, code in enumerate(known[at : at + choosing.MOST], 1):
        called = naming.agency_name(book.line, code, visit.language) if book else code
        said.append(visit.say("choose-agency", agency=called, key=key))
    if len(known) > at + choosing.MOST:
        said.append(visit.say("choose-list-more"))
    return said or [visit.say("choose-agency-intro")]


def leave_out(visit: Visit, index: int) -> Response:
    """Nobody from the agency of that key; a key without an agency is no wish."""
    known = agencies(visit)[number_in_query("at") :][: choosing.MOST]
    if index >= len(known):
        return next_question(visit)
    return next_question(visit, house().choosing.without(visit.call, known[index]))


def further(page: str, count: Callable[[Visit], int]) -> Answer:
    """The next five of a list; after the last ones the first."""

    def answer(visit: Visit) -> Response:
        at = number_in_query("at") + choosing.MOST
        return _kit.go(visit.page(page, at=at if at < count(visit) else 0))

    return answer


# -- what peers share ------------------------------------------------------------------------------


def read_tags(visit: Visit) -> list[Spoken]:
    """Five tags of those on duty, each with the key for whoever shares it."""
    words, listed = house().choosing.tags(visit.call), visit.call.wish.listed
    named = [(key, words[tag]) for key, tag in enumerate(listed, 1) if tag in words]
    if not named:
        return [visit.say("choose-no-tags")]
    said = [visit.say("choose-tag", tag=tag, key=key) for key, tag in named]
    if len(named) > 1:
        said.append(visit.say("choose-any-tag"))
    if len(words) > number_in_query("at") + choosing.MOST:
        said.append(visit.say("choose-list-more"))
    return [*said, visit.say("choose-tags-end")]


def with_tag(visit: Visit, index: int) -> Response:
    """Anybody who shares the tag of that key; a key without a tag is no wish."""
    return anybody_with(visit, visit.call.wish.listed[index : index + 1])


def with_any_tag(visit: Visit) -> Response:
    """Anybody who shares one of those that were read out."""
    return anybody_with(visit, visit.call.wish.listed)


def anybody_with(visit: Visit, tags: tuple[str, ...]) -> Response:
    """Whoever shares one of these is rung; of none, names are read."""
    if not tags:
        return name(visit)
    here = Visit(house().choosing.anybody_with(visit.call, tags), visit.language)
    return here.tell([here.say("choose-sharing")], "wait")


# -- all of it -------------------------------------------------------------------------------------


def read_ways(visit: Visit) -> list[Spoken]:
    """By what one may choose on this line now; each keeps its key when another is not there."""
    found = [*house().choosing.ways(visit.call)]
    if house().choosing.tags(visit.call):
        found.append(choosing.TAGS)
    return [*(visit.say(BY[way]) for way in found), visit.say("choose-way-end")]


KIND = Menu(
    page="choose/kind",
    lines=lambda visit: [visit.say("choose-kind")],
    keys={"1": kind(Kind.PEER), "2": kind(Kind.FAMILY_PEER)},
    silence=kind(None),
).add_to(flow)

LANGUAGE = Menu(
    page="choose/language",
    lines=read_languages,
    keys={**one_of_five(talk_in), ANY: any_language},
    silence=next_question,
).add_to(flow)

AGENCY = Menu(
    page="choose/agency",
    lines=read_agencies,
    keys={
        **one_of_five(leave_out),
        MORE: further("choose/agency", lambda visit: len(agencies(visit))),
    },
    silence=next_question,
    carry=("at",),
).add_to(flow)

TAGS = Menu(
    page="choose/tags",
    lines=read_tags,
    keys={
        **one_of_five(with_tag),
        ANY: with_any_tag,
        MORE: further("choose/tags", lambda visit: len(house().choosing.tags(visit.call))),
    },
    silence=name,
    enter=lambda call_id: house().choosing.list_tags(call_id, number_in_query("at")),
    carry=("at",),
).add_to(flow)

WAYS = Menu(
    page="choose/ways",
    lines=read_ways,
    keys={
        "1": is_asked_for(choosing.KIND),
        "2": is_asked_for(choosing.LANGUAGE),
        "3": is_asked_for(choosing.TAGS),
        "4": is_asked_for(choosing.AGENCY),
    },
    silence=name,
    enter=lambda call_id: house().choosing.look(call_id),
).add_to(flow)

QUESTIONS: Final = {choosing.KIND: KIND, choosing.LANGUAGE: LANGUAGE, choosing.AGENCY: AGENCY}


@flow.post("/<language>/<call_id>/choose")
def begin(language: str, call_id: str) -> Response:
    """Key 3 of the main menu."""
    visit = visit_of(call_id)
    if house().desk.line(visit.call) is None or not visit.call.open:
        return go_on(visit)
    return _question(visit, *house().choosing.begin(visit.call))
