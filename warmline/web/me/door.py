"""Signing in with a code that is sent to their own phone, and signing out."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import Final

import structlog
from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from warmline.afterwards import afterwards
from warmline.domain.errands import Kind
from warmline.domain.line import LineBook, Supporter
from warmline.domain.numbers import BadNumber, parse_phone
from warmline.services.supporters.errands import QuietNow, TooMany
from warmline.web.me._door import begin, end, for_strangers
from warmline.web.me.house import OwnHouse, house

log = structlog.get_logger(__name__)

pages = Blueprint("door", __name__, url_prefix="/me")

A_MINUTE: Final = 60
EVERYBODYS: Final = 30
"""Sign-ins that are begun in a minute on the whole installation. More are a machine's."""
CODES: Final = 120
"""Codes that are tried in a minute on the whole installation."""


@pages.get("/sign-in")
@for_strangers
def sign_in() -> str:
    """Which phone is theirs."""
    return render_template("me/sign-in.html", amiss="")


@pages.post("/sign-in")
@for_strangers
def send_code() -> Response | tuple[str, int]:
    """Send a code to a supporter's phone. Whether there is such a supporter, nobody is told."""
    if house().store.count("me-everybody", A_MINUTE) > EVERYBODYS:
        log.warning("own_page_sign_ins_many")
        return render_template("me/sign-in.html", amiss="many"), 429
    try:
        number = parse_phone(request.form.get("number", "")[:40])
    except BadNumber:
        return render_template("me/sign-in.html", amiss="number"), 400
    errand = secrets.token_hex(16)
    kind = Kind.CODE_CALL if request.form.get("how") == "call" else Kind.CODE_TEXT
    # Once the answer has left: it takes as long for a stranger's number as for a supporter's.
    own = house()
    afterwards(lambda: _send(own, kind, number, errand))
    session["asked"] = errand
    return redirect(url_for("door.code"), 303)


def _send(own: OwnHouse, kind: Kind, number: str, errand: str) -> None:
    found = _whose(own, number)
    if found is None:
        return
    with suppress(TooMany):
        try:
            own.errands.ask(kind, *found, errand_id=errand)
        except QuietNow:  # anybody who knows their number could have them rung at night
            own.errands.ask(Kind.CODE_TEXT, *found, errand_id=errand)


def _whose(own: OwnHouse, number: str) -> tuple[LineBook, Supporter] | None:
    for book in own.roster.books():
        for person in book.supporters:
            if person.phone == number:
                return book, person
    return None


@pages.get("/code")
@for_strangers
def code() -> str | Response:
    """The six digits."""
    if not session.get("asked"):
        return redirect(url_for("door.sign_in"), 303)
    return render_template("me/code.html", wrong=False)


@pages.post("/code")
@for_strangers
def give_code() -> Response | tuple[str, int]:
    """Whether they are right: the same words for a wrong code, an old one, and a stranger's."""
    typed = "".join(one for one in request.form.get("code", "")[:40] if one in "0123456789")
    many = house().store.count("me-codes", A_MINUTE) > CODES
    found = None if many else house().errands.opens(str(session.get("asked", "")), typed)
    if found is None:
        return render_template("me/code.html", wrong=True), 400
    begin(found.book, found.person)
    return redirect(url_for("today.start"), 303)


@pages.post("/sign-out")
def sign_out() -> Response:
    """Here, or everywhere."""
    end(everywhere=request.form.get("where") == "everywhere")
    return redirect(url_for("door.sign_in"), 303)
