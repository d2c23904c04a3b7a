"""When something of ours is broken: say so, try again, keep the crisis key working without it."""

from __future__ import annotations

from flask import Blueprint, Response

from call_flows import _kit
from call_flows._caller import apology, in_a_queue, request_of, take_up_again
from call_flows._house import house

flow = Blueprint("trouble", __name__)


@flow.post("")
def fallback() -> Response:
    """The provider could not fetch or understand a page of ours and asks here instead."""
    return apology(request_of())


@flow.post("/<language>")
def again(language: str) -> Response:
    """The next try; with 9, straight to the crisis line, for which no store is needed.

    Nobody is connected from within a queue: they leave it first, see `waited`.
    """
    if _kit.pressed() == _kit.CRISIS_KEY and in_a_queue():
        return _kit.leave_queue()
    if _kit.pressed() == _kit.CRISIS_KEY:
        words, asked = house().words, request_of()
        book = house().desk.line_of_number(asked.dialed)
        number = book.line.crisis_number if book else "+18002738255"
        return _kit.dial(
            number,
            asked.dialed,
            f"{house().links.fallback}/{asked.language}",
            seconds=house().crisis_ring,
            lines=[words.text("crisis-connecting", asked.language)],
            report=house().links.progress_crisis(house().clock.now()),
        )
    return take_up_again()
