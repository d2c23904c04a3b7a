"""Our own side of a test call, and the number that plays a supporter for it."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import unknown_line
from call_flows._house import house

flow = Blueprint("selftest", __name__)

LISTENS: Final = 4
"""Seconds in which whoever plays the supporter lets the offer speak before they press 1."""
STAYS: Final = 40
"""Seconds after which they go, whoever is still there."""


@flow.post("/phone")
def phone() -> Response:
    """The number for test calls is rung: for a test it takes the call, else it has no line."""
    if not house().tests.picked_up(_kit.form("From"), _kit.form("CallSid")):
        return unknown_line()
    return _kit.press("w" * 2 * LISTENS + "1", STAYS)


@flow.post("/<run>/<int:page>/<int:tries>")
def caller(run: str, page: int, tries: int) -> Response:
    """We have called the line: look whether it is where it should be, press the next key."""
    do = house().tests.next(run, page, tries)
    if do is None:
        return _kit.goodbye()
    return _kit.press(do.keys, do.seconds, house().links.selftest(run, do.page, do.tries))
