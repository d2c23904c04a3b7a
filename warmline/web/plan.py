"""Who should be on: what becomes of callers, by how many are on. For coordinators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from flask import Blueprint, render_template, request

from warmline.domain.accounts import Role
from warmline.domain.line import LineBook
from warmline.domain.picking_up import Order, Pickup, Way
from warmline.domain.planning import Demand, Forecast
from warmline.services.planning import Known, known, plan
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house
from warmline.web.menu import in_menu

pages = Blueprint("plan", __name__, url_prefix="/console")

PLANS = frozenset({Role.COORDINATOR, Role.OPERATOR})
LIMITS: Final[Mapping[str, tuple[float, float, float]]] = {
    "calls": (0.01, 200, 1),
    "talk": (1, 240, 25),
    "patience": (0.1, 120, 3),
    "taken": (5, 100, 70),
    "together": (1, 100, 5),
}
"""What can be asked, from and to, and what is taken where nobody says it. `taken` in per cent."""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar of the picture; `share` from 0 to 100."""

    label: str
    text: str
    share: float


@dataclass(frozen=True, slots=True)
class Section:
    """The picture."""

    name: str
    title: str
    rows: tuple[Row, ...]


@pages.get("/<line_id>/plan")
@only_for(PLANS)
@in_menu("Who should be on?", 57)
def who_should_be_on(line_id: str) -> str:
    """A table, and the same as a picture. Nothing is changed by asking."""
    book = book_of(line_id)
    past = _past(book)
    asked = _asked(past)
    order = Order(ring) if (ring := request.args.get("ring")) in set(Order) else Order.WAVES
    made = plan(
        Demand(asked["calls"], asked["talk"], asked["patience"]),
        Pickup(asked["taken"] / 100),
        Way(order, book.line.ringing),
        int(asked["together"]),
    )
    return render_template(
        "plan.html",
        line=book.line,
        past=past,
        asked={name: f"{value:g}" for name, value in asked.items()},
        limits=LIMITS,
        order=order,
        orders=list(Order),
        made=made,
        section=_picture(made.rows),
    )


def _past(book: LineBook) -> Known | None:
    today = datetime.fromtimestamp(house().clock.now(), UTC).astimezone(book.line.zone).date()
    return known(book, house().counts(), today)


def _asked(past: Known | None) -> dict[str, float]:
    """What was filled in; where nothing good was, what the line has counted, or what is usual."""
    counted = {"calls": past and past.per_hour, "talk": past and past.talk}
    return {
        name: _number(name, low, high) or counted.get(name) or usual
        for name, (low, high, usual) in LIMITS.items()
    }


def _number(name: str, low: float, high: float) -> float | None:
    try:
        found = float(request.args.get(name, ""))
    except ValueError:
        return None
    return found if low <= found <= high else None


def _picture(rows: tuple[Forecast, ...]) -> Section:
    say = words.gettext
    return Section(
        "plan",
        say("Come to a peer"),
        tuple(
            Row(
                say("%(n)s on shift", n=row.supporters),
                f"{row.answered * 100:.0f} %",
                round(row.answered * 100, 1),
            )
            for row in rows
        ),
    )
