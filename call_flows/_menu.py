"""A caller's menu: one question, its keys, and what silence and wrong keys mean.

Every menu carries the keys that mean the same everywhere (9 crisis, 0 a person now, 8 more time,
star again or back) and says where silence and used-up tries lead: to a person or to the crisis
sentence, never to the end of the call. Defining a `Menu` is all it takes to add one; the tests
walk every key of every menu in `MENUS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import Visit, go_on, language, number_in_query
from call_flows._house import house
from warmline.domain.call import State
from warmline.domain.live import NOTHING, LiveCall, Note
from warmline.prompts import Spoken

Answer = Callable[[Visit], Response]
Lines = Callable[[Visit], Sequence[Spoken]]

TRIES: Final = 1
"""Gentle repeats before a wrong key means what silence means."""

MENUS: Final[dict[str, Menu]] = {}
"""Every caller's menu by its page."""


def to_crisis_door(visit: Visit) -> Response:
    """9: the crisis door."""
    return _kit.go(visit.page("crisis"))


def to_a_person(visit: Visit) -> Response:
    """0: a person now, whoever it is."""
    return _kit.go(visit.page("wait", anyone=1))


@dataclass(frozen=True)
class Menu:
    """One question that a caller answers with one key.

    `page` is its address; `lines` what is said, `again` what is said after a wrong key;
    `silence` what no key means; `star` what star means (to hear it again unless given);
    `wrong` what used-up tries mean, where silence would end the call.
    """

    page: str
    lines: Lines
    keys: Mapping[str, Answer]
    silence: Answer
    again: Lines | None = None
    star: Answer | None = None
    wrong: Answer | None = None
    note: Note = NOTHING
    enter: Callable[[str], LiveCall] | None = None
    """The step that hearing this menu is for the call of that id: coming to the crisis door."""
    carry: tuple[str, ...] = ()
    """Counts in its address, e.g. how far a list was read, that the answer is given to as well."""
    waits_at_once: Callable[[Visit], bool] | None = None
    """Whether 1 means to wait for a peer whatever has become of the call: then that step is the
    look, too, and the phone that is to ring is asked for one request sooner."""
    only: State | None = None
    """The one state of a call in which this is asked; else the caller goes on from what is true."""
    universal: Mapping[str, Answer] = field(
        default_factory=lambda: {"9": to_crisis_door, "0": to_a_person}
    )

    def meanings(self) -> dict[str, Answer]:
        """What each key does here, the keys that mean the same everywhere among them."""
        return {**self.universal, "8": self._more_time, "*": self.star or self.ask, **self.keys}

    def ask(self, visit: Visit, lead: Sequence[Spoken] = (), again: bool = False) -> Response:
        """Say the question and listen, from the first word on."""
        lines = self.again if again and self.again else self.lines
        counts = {name: number_in_query(name) for name in self.carry}
        if self.waits_at_once is not None:
            counts["wait"] = int(self.waits_at_once(visit))
        answer = visit.page(f"{self.page}/key", tries=1 if again else 0, **counts)
        return visit.ask([*lead, *lines(visit)], answer)

    def answered(self, visit: Visit) -> Response:
        """A key, or the empty one."""
        key = _kit.pressed()
        if self.gone(visit) and key != _kit.CRISIS_KEY:
            return go_on(visit)
        if not key:
            return self.silence(visit)
        meaning = self.meanings().get(key)
        if meaning is not None:
            return meaning(visit)
        if number_in_query("tries") < TRIES:
            return self.ask(visit, [visit.say("main-wrong-key")], again=True)
        return (self.wrong or self.silence)(visit)

    def gone(self, visit: Visit) -> bool:
        """Whether the call has gone on from where this is asked."""
        return self.only is not None and visit.call.state is not self.only

    def add_to(self, flow: Blueprint) -> Menu:
        """Register the question and its answer as two routes."""
        where = f"/<language>/<call_id>/{self.page}"
        name = self.page.replace("/", "_")
        flow.add_url_rule(where, f"ask_{name}", self._ask_page, methods=["POST"])
        flow.add_url_rule(f"{where}/key", f"key_{name}", self._key_page, methods=["POST"])
        MENUS[self.page] = self
        return self

    def _ask_page(self, call_id: str, **_: str) -> Response:
        if self.enter is not None:
            return self.ask(Visit(self.enter(call_id), language()))
        visit = visit_of(call_id, self.note)
        return go_on(visit) if self.gone(visit) else self.ask(visit)

    def _key_page(self, call_id: str, **_: str) -> Response:
        if _kit.pressed() == "1" and self.waits_at_once and number_in_query("wait"):
            return _kit.instead("waiting.wait", language(), call_id)
        visit = by_key(call_id, self.note)
        answer = self.answered(visit)
        visit.leave_note()
        return answer

    def _more_time(self, visit: Visit) -> Response:
        patient = Visit(house().desk.note(visit.call, Note(slow=True)), visit.language)
        return self.ask(patient, [patient.say("more-time")])


def add_listening(flow: Blueprint) -> None:
    """The page behind every sentence that leads on by itself: keys work while it is said."""
    flow.add_url_rule("/<language>/<call_id>/told/<path:then>", "told", _told, methods=["POST"])


def _told(call_id: str, then: str, **_: str) -> Response:
    visit = by_key(call_id)
    universal = {"9": to_crisis_door, "0": to_a_person}.get(_kit.pressed())
    answer = universal(visit) if universal else _kit.go(visit.page(then))
    visit.leave_note()
    return answer


def with_key(note: Note = NOTHING) -> Note:
    """And that somebody is there, if they pressed one: in a flood, who says nothing comes last."""
    return replace(note, keyed=True) if _kit.pressed() else note


def visit_of(call_id: str, note: Note = NOTHING) -> Visit:
    """The caller of this request; raises `UnknownCall` when nobody knows of them."""
    return Visit(house().desk.look(call_id, with_key(note)), language())


def by_key(call_id: str, note: Note = NOTHING) -> Visit:
    """The caller behind a key, or behind silence: nobody has looked yet. See `Visit`."""
    return Visit(call_id, language(), with_key(note))
