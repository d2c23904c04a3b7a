"""The simple verbs of a call: Say, Play, Pause, Redirect, Hangup, Reject, Leave."""

from __future__ import annotations

from collections.abc import Callable

from .document import Document, Verb
from .leg import Leg
from .script import VERBS, VerbScript
from .sounds import SOUNDS, pause, resolve
from .stage import Goto
from .tasks import HungUp, Script


class LeftQueue(Exception):
    """A wait document performed Leave."""


def _sound(leg: Leg, verb: Verb, document: Document) -> Script[Goto | None]:
    yield from SOUNDS[verb.name](leg, verb, document)
    return None


def _pause(leg: Leg, verb: Verb, document: Document) -> Script[Goto | None]:
    """Pause; before the call is answered the caller just hears it ring on."""
    if leg.answered:
        yield from pause(leg, verb, document)
    else:
        yield from leg.sleep(float(verb.number("length", 1)))
    return None


def _redirect(_leg: Leg, verb: Verb, document: Document) -> Goto | None:
    """Go to a URL, relative to this document; an empty one means this document again."""
    return Goto(resolve(document, verb.text), verb.attrs.get("method", "POST"))


def _hangup(leg: Leg, _verb: Verb, _document: Document) -> Goto | None:
    leg.end("completed", "the line hung up")
    raise HungUp


def _reject(leg: Leg, verb: Verb, _document: Document) -> Goto | None:
    """Refuse the call unanswered: a busy tone, or "not in service" without a reason."""
    if leg.answered:
        leg.end("completed", "the line hung up")
    elif verb.attrs.get("reason") == "busy":
        leg.end("busy", "busy")
    else:
        leg.end("no-answer", "rejected")
    raise HungUp


def _leave(_leg: Leg, _verb: Verb, _document: Document) -> Goto | None:
    raise LeftQueue


def _at_once(action: Callable[[Leg, Verb, Document], Goto | None]) -> VerbScript:
    """Make a script of a verb that takes no time."""

    def script(leg: Leg, verb: Verb, document: Document) -> Script[Goto | None]:
        yield from ()
        return action(leg, verb, document)

    return script


VERBS.update(
    {
        "Say": _sound,
        "Play": _sound,
        "Pause": _pause,
        "Redirect": _at_once(_redirect),
        "Hangup": _at_once(_hangup),
        "Reject": _at_once(_reject),
        "Leave": _at_once(_leave),
    }
)
