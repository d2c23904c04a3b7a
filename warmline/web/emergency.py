"""In an emergency: close the line now, or send all calls to one number. Each asks once more."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Role
from warmline.domain.numbers import mask
from warmline.domain.switches import LASTS, Means
from warmline.services.switches import CannotSwitch, Wrong, ends_at
from warmline.web._fresh import asks_again
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, myself
from warmline.web.menu import in_menu

pages = Blueprint("emergency", __name__, url_prefix="/console")

THROWS = frozenset({Role.COORDINATOR})


@pages.get("/<line_id>/emergency")
@only_for(THROWS)
@in_menu("In an emergency", 15)
def switches(line_id: str) -> str:
    """The switches, and the one that is on."""
    return _page(line_id)


@pages.post("/<line_id>/emergency")
@only_for(THROWS)
@asks_again
def throw(line_id: str) -> str | Response:
    """Throw one: asked about first, then done."""
    book, minutes = book_of(line_id), _minutes()
    means = Means.CLOSED if request.form.get("means") == Means.CLOSED else Means.ONE_NUMBER
    phone, alias = request.form.get("phone", ""), request.form.get("alias", "")
    try:
        if means is Means.CLOSED:
            switch = house().emergency.closing(minutes, myself().name)
        else:
            switch = house().emergency.sending(book, phone, alias, minutes, myself().name)
    except CannotSwitch as wrong:
        return _page(line_id, wrong.why, means)
    if "sure" not in request.form:
        return render_template(
            "emergency-sure.html",
            line=book.line,
            switch=switch,
            masked=_masked(phone),
            minutes=minutes,
        )
    house().emergency.throw(book, switch)
    return redirect(url_for(".switches", line_id=line_id), 303)


@pages.post("/<line_id>/emergency/undo")
@only_for(THROWS)
@asks_again
def undo(line_id: str) -> Response:
    """Everything is as planned again."""
    house().emergency.take_back(book_of(line_id), myself().name)
    return redirect(url_for(".switches", line_id=line_id), 303)


def _page(line_id: str, wrong: Wrong | None = None, means: Means | None = None) -> str:
    book = book_of(line_id)
    on = house().emergency.on(book)
    return render_template(
        "emergency.html",
        line=book.line,
        on=on,
        masked=_masked(on.phone) if on and on.phone else "",
        lasts=LASTS,
        ends=[ends_at(_now(), one) for one in LASTS],
        now=_now(),
        wrong=wrong,
        means=means,
        typed=request.form,
    )


def _minutes() -> int:
    written = request.form.get("minutes", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0


def _masked(phone: str) -> str:
    digits = "".join(one for one in phone if one.isdigit())
    return mask(f"+{digits}") if digits else ""


def _now() -> datetime:
    return datetime.fromtimestamp(house().clock.now(), UTC)
