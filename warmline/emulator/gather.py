"""Gather: collect keys while a prompt plays and for a while after it."""

from __future__ import annotations

from .document import Document, Verb
from .leg import Leg
from .script import VERBS
from .sounds import SOUNDS, resolve
from .stage import Goto
from .tasks import Script

TIMEOUT = 5


def gather(leg: Leg, verb: Verb, document: Document) -> Script[Goto | None]:
    """Listen for keys; lead to the action when there were any, else fall through.

    Keys count from the moment the Gather opens: what was typed before is lost, and what is typed
    after it closes too. The first key stops the prompt. The timeout starts when the prompt is over
    and again with every key.
    """
    if "speech" in verb.attrs.get("input", "").split():
        leg.emu.warn(12200, "speech input is not emulated", leg.sid, document.url)
    keys: list[tuple[float, str]] = []
    leg.keys = keys
    finish = verb.attrs.get("finishOnKey", "#")
    wanted = verb.number("numDigits", 0)
    digits, finished_on = "", ""
    try:
        yield from _prompt(leg, verb, document)
        if leg.phone is not None and not keys:
            leg.phone.open_window()
        timeout = float(verb.number("timeout", TIMEOUT))
        last = leg.emu.now
        while True:
            got = yield from leg.wait(last + timeout, lambda: bool(keys))
            if not got:
                break
            last, key = keys.pop(0)
            if key in finish:
                finished_on = key
                break
            digits += key
            if wanted and len(digits) >= wanted:
                break
            if leg.phone is not None:
                leg.phone.goes_on_keying()
    finally:
        leg.keys = None
        if leg.phone is not None:
            leg.phone.close_window()
    if not digits and not verb.flag("actionOnEmptyResult", False):
        return None
    params = {"Digits": digits, "FinishedOnKey": finished_on, "msg": "Gather End"}
    action = resolve(document, verb.attrs.get("action", ""))
    return Goto(action, verb.attrs.get("method", "POST"), params)


def _prompt(leg: Leg, verb: Verb, document: Document) -> Script[None]:
    """Perform the nested verbs until the first key."""
    for nested in verb.children:
        if leg.keys:
            return
        yield from SOUNDS[nested.name](leg, nested, document, lambda: bool(leg.keys))


VERBS["Gather"] = gather
