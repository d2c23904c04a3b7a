"""A call to a supporter about themselves: is this your phone, here is your code, let's practise.

Each page is one value: what is said, and where each key leads. Nobody else is in the call, so no
key does anything outside of it, but for the one that says that the number may be rung.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import FALLBACK_LANGUAGE, number_in_query
from call_flows._house import house
from call_flows._menu import TRIES
from warmline.domain.errands import Kind
from warmline.domain.onboarding import How
from warmline.prompts import Spoken
from warmline.services.supporters.answers import language_of
from warmline.services.supporters.errands import Found

flow = Blueprint("errand", __name__)

NO_KEYS: Final[Mapping[str, str]] = MappingProxyType({})
CALLERS_VOICE: Final = {
    "en": "Polly.Matthew-Neural",
    "es": "Polly.Pedro-Neural",
    "tl": "Google.fil-PH-Wavenet-C",
}
"""Who plays the caller in a practice call: another voice than the line's."""
SOUNDS_LIKE_A_CALLER: Final = frozenset({"practice-caller", "practice-caller-again"})


@dataclass(frozen=True, slots=True)
class Page:
    """What is said, by message; the page to which each key leads; where silence does.

    No page after silence: the phone is put down. `again` is said after a key that means nothing.
    """

    say: tuple[str, ...]
    keys: Mapping[str, str] = field(default_factory=lambda: NO_KEYS)
    silence: str = ""


_STAR: Final = {"1": "back", "2": "hand", "9": "bring", "3": "ask", "*": "star"}
_AFTER: Final = {"1": "fine", "2": "longer", "3": "debrief", "4": "flag", "*": "after"}

PAGES: Final[dict[str, Page]] = {
    # Whoever picks up hears no more than a name.
    "hello": Page(("errand-hello",), {"1": "next", "*": "hello"}, "missed"),
    "missed": Page(("offer-missed",)),
    "confirm": Page(
        ("confirm-question",), {"1": "confirmed", "2": "declined", "*": "confirm"}, "missed"
    ),
    "confirmed": Page(("confirm-thanks",)),
    "declined": Page(("confirm-declined",)),
    "code": Page(("code-is",), {"*": "code"}, "code-again"),
    "code-again": Page(("code-is", "code-goodbye")),
    "shift": Page(("remind-question",), {"1": "there", "*": "shift"}, "missed"),
    "there": Page(("remind-thanks",)),
    "practice": Page(
        ("practice-offer",), {"1": "talk", "2": "passed", "0": "off", "*": "practice"}, "unanswered"
    ),
    "unanswered": Page(("practice-missed",), {"1": "talk", "*": "practice"}),
    "passed": Page(("practice-passed",), {"1": "talk", "*": "practice"}, "practice"),
    "off": Page(("practice-off",), {"1": "talk", "*": "practice"}, "practice"),
    "talk": Page(
        ("offer-connecting", "practice-talk", "practice-caller", "practice-star"),
        {"*": "star"},
        "star",
    ),
    "star": Page(("practice-star-menu",), _STAR, "back"),
    "hand": Page(("practice-hand",), _STAR, "star"),
    "bring": Page(("practice-bring",), _STAR, "star"),
    "ask": Page(("practice-ask",), _STAR, "star"),
    "back": Page(("practice-caller-again", "practice-over"), _AFTER, "after"),
    "after": Page(("practice-after",), _AFTER, "fine"),
    "longer": Page(("practice-longer",), _AFTER, "fine"),
    "debrief": Page(("practice-debrief",), _AFTER, "fine"),
    "flag": Page(("practice-flag",), _AFTER, "fine"),
    "fine": Page(("practice-fine", "practice-goodbye")),
    "stops": Page(("practice-stops",)),
}
GIVES_WAY: Final = {"star", "hand", "bring", "ask", "back", "after", "longer", "debrief", "flag"}
"""The pages of practice at which a caller who waits comes first."""
FIRST: Final = {
    Kind.CONFIRM_CALL: "hello",
    Kind.CODE_CALL: "hello",
    Kind.PRACTICE: "practice",
    Kind.SHIFT: "hello",
}
NEXT: Final = {Kind.CONFIRM_CALL: "confirm", Kind.CODE_CALL: "code", Kind.SHIFT: "shift"}
"""What comes once somebody has pressed 1, and what belongs to which kind."""


def pages_of(kind: Kind) -> frozenset[str]:
    """The pages that a call of this kind can come to: no other can be asked for."""
    first = FIRST.get(kind)
    found: set[str] = set()
    ahead = [first] if first else []
    while ahead:
        name = ahead.pop()
        if name in found:
            continue
        found.add(name)
        page = PAGES[name]
        ahead += [_meant(kind, to) for to in (*page.keys.values(), page.silence) if to]
    return frozenset(found)


@flow.post("/<errand>")
def begins(errand: str) -> Response:
    """Somebody, or a machine, has picked up."""
    found = house().errands.find(errand)
    return _gone() if found is None else _say(found, FIRST.get(found.errand.kind, "missed"))


@flow.post("/<errand>/<page>")
def says(errand: str, page: str) -> Response:
    """A page to which silence has led."""
    found = house().errands.find(errand)
    if found is None or page not in pages_of(found.errand.kind):
        return _gone()
    return _say(found, page)


@flow.post("/<errand>/<page>/key")
def answered(errand: str, page: str) -> Response:
    """A key, or none."""
    found = house().errands.find(errand)
    if found is None or page not in pages_of(found.errand.kind):
        return _gone()
    key = _kit.pressed()
    to = PAGES[page].keys.get(key)
    if to is None and key and number_in_query("tries") < TRIES:
        return _say(found, page, tries=number_in_query("tries") + 1)
    return _say(found, _meant(found.errand.kind, to or PAGES[page].silence or "missed"))


def _meant(kind: Kind, page: str) -> str:
    return NEXT[kind] if page == "next" else page


def _say(found: Found, name: str, tries: int = 0) -> Response:
    """A page: a question, or a sentence that leads on, or the last word."""
    if name in GIVES_WAY and house().errands.is_called_for(found):
        name, tries = "stops", 0
    page = PAGES[name]
    if name == "confirmed" and not house().errands.confirmed(found.book, found.person, How.CALL):
        return _gone()
    if name == "there":
        house().reminding.says_yes(found.book, found.person)
    lines = [_spoken(found, message) for message in page.say]
    if tries:
        lines = [_spoken(found, "main-wrong-key"), *lines]
    if not page.keys and not page.silence:
        return _kit.goodbye(lines)
    answer = house().links.errand(found.errand.id, f"{name}/key") + (
        f"?tries={tries}" if tries else ""
    )
    return _kit.ask(lines, answer, seconds=house().key_timeout)


def _spoken(found: Found, message: str) -> Spoken:
    words = house().speaking.of(found.book.line.id)
    language = language_of(found.person, words)
    code = house().errands.code(found) if message == "code-is" else ""
    said = words.text(
        message,
        language,
        alias=found.person.alias,
        line=found.book.line.name,
        code=" ".join(code),
    )
    if message in SOUNDS_LIKE_A_CALLER:
        return replace(said, voice=CALLERS_VOICE.get(language, ""))
    return said


def _gone() -> Response:
    return _kit.goodbye([house().words.text("errand-gone", FALLBACK_LANGUAGE)])
