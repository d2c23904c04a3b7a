"""Other places to call: all of them, and what waits for a second person. One alone: `place`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Role
from warmline.domain.directory.changes import Refused
from warmline.domain.directory.concerns import to_verify
from warmline.domain.directory.facts import KINDS, reach, same_person, why_unconfirmed
from warmline.domain.line import LineBook, Place
from warmline.services.differences import place_changes
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, myself
from warmline.web.menu import in_menu

pages = Blueprint("places", __name__, url_prefix="/console")

WHO: Final = frozenset({Role.COORDINATOR})
AHEAD: Final = timedelta(days=31)


@pages.get("/<line_id>/places")
@only_for(WHO)
@in_menu("Other places", 62)
def all_of_them(line_id: str) -> str:
    """Every row; what waits for a second person and what is to be looked at next come first."""
    return _list(book_of(line_id))


@pages.post("/<line_id>/places/decide")
@only_for(WHO)
def decide(line_id: str) -> str | Response:
    """Approve a proposal of somebody else's, or drop one."""
    book, wanted = book_of(line_id), request.form.get("proposal", "")
    approves = request.form.get("want") == "approve"
    verb = house().directory.approve if approves else house().directory.reject
    try:
        verb(line_id, wanted, myself().name)
    except Refused as no:
        return _list(book, words.told(no.sentence))
    flash(words.gettext("That is done."))
    return redirect(url_for(".all_of_them", line_id=line_id), 303)


def _list(book: LineBook, refused: str = "") -> str:
    today = today_of(book)
    me = myself().name
    return render_template(
        "places.html",
        line=book.line,
        on=[one for one in book.places if one.enabled],
        off=[one for one in book.places if not one.enabled],
        soon=to_verify(book, today + AHEAD),
        proposals=[
            (one, _different(one.base, one.wanted), same_person(one.by, me))
            for one in book.proposals
        ],
        today=today,
        reach=lambda place: next(filter(None, reach(place)), ""),
        why=why_off,
        kinds=kinds(),
        refused=refused,
    )


def why_off(place: Place) -> str:
    """Why a row may not be named to callers yet; nothing when it may."""
    why = why_unconfirmed(place)
    return words.told(why) if why else ""


def _different(base: Place | None, wanted: Place | None) -> list[str]:
    if wanted is None:
        return []
    # Where the row is kept is ours to know, and decides nothing for whoever approves.
    before = [replace(base, kept_in=wanted.kept_in)] if base else []
    return list(place_changes(before, [wanted]))


def today_of(book: LineBook) -> date:
    """The line's own day."""
    return datetime.fromtimestamp(house().clock.now(), UTC).astimezone(book.line.zone).date()


def kinds() -> dict[str, str]:
    """What sorts of places there are, by their code."""
    say = words.gettext
    known = {
        "emergency": say("emergency"),
        "crisis": say("crisis line"),
        "peer": say("peer line"),
        "family": say("for families"),
        "substance": say("about substances"),
        "local": say("in the county"),
        "eap": say("employee assistance"),
        "therapy": say("a therapist"),
        "psychiatry": say("a psychiatrist"),
        "cultural": say("cultural healing"),
        "rights": say("rights at work"),
        "tools": say("tools for oneself"),
        "access": say("relay and access"),
    }
    return {code: known.get(code, code) for code in KINDS}
