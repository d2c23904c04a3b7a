"""Dial: connect the call to numbers, to a conference or to the front of a queue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .document import Document, Verb
from .leg import Leg
from .script import VERBS
from .sounds import resolve
from .stage import Goto, Stop, Stopped
from .tasks import HungUp, Script

TIMEOUT = 30
TIMEOUT_BUFFER = 5
"""Twilio adds five seconds to the timeout that it is given."""
TIME_LIMIT = 4 * 3600


@dataclass(slots=True)
class DialResult:
    """How a Dial went; the nouns fill it in while they run, so that it is right at a hang-up."""

    status: str = "no-answer"
    child: Leg | None = None
    bridged: bool = False
    seconds: int | None = None
    plain: bool = False
    """True for a conference: only DialCallStatus is reported."""

    def params(self) -> dict[str, str]:
        """Return what the action is told."""
        params = {"DialCallStatus": self.status}
        if not self.plain:
            params["DialBridged"] = "true" if self.bridged else "false"
            if self.child is not None:
                params["DialCallSid"] = self.child.sid
            if self.seconds is not None:
                params["DialCallDuration"] = str(self.seconds)
        return params


NounScript = Callable[[Leg, Verb, Document, DialResult], Script[None]]

NOUNS: dict[str, NounScript] = {}
"""Filled by the modules that define the nouns."""


def dial(leg: Leg, verb: Verb, document: Document) -> Script[Goto | None]:
    """Connect the call, then lead to the action, or carry on when there is none.

    The action is also told when the caller hangs up; what it answers then goes nowhere.
    """
    result = DialResult()
    action = resolve(document, verb.attrs["action"]) if verb.attrs.get("action") else ""
    method = verb.attrs.get("method", "POST")
    noun = verb.children[0].name if verb.children else "Number"
    leg.star_armed, leg.starred = verb.flag("hangupOnStar", False), False
    star = Stop(lambda: leg.starred)
    try:
        with leg.stopping(star):
            yield from NOUNS[noun](leg, verb, document, result)
    except Stopped as stopped:
        if stopped.stop is not star:
            raise
    except HungUp:
        if action:
            leg.emu.send_last(leg, Goto(action, method, result.params()))
        raise
    finally:
        leg.star_armed = False
    return Goto(action, method, result.params()) if action else None


VERBS["Dial"] = dial
