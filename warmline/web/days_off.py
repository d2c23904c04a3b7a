"""Days off, and which shifts have changed hands or are offered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.line import DayOff, LineBook
from warmline.domain.shifts import occurrences
from warmline.services.shifts import NoGood
from warmline.web import _plan_words as said
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit
from warmline.web._shift_form import people_of
from warmline.web.oncall import EDITS, read_day, today_of

pages = Blueprint("days_off", __name__, url_prefix="/console")

LOOK: Final = timedelta(days=366)
LONGEST_LEAVE: Final = timedelta(days=366)


@pages.get("/<line_id>/on-call/days-off")
@only_for(EDITS)
def read(line_id: str) -> str:
    """Who is away when, and which shifts have changed hands or are offered."""
    return _page(book_of(line_id))


@pages.post("/<line_id>/on-call/days-off")
@only_for(EDITS)
def change(line_id: str) -> str | Response:
    """Somebody is away on some days, or is not after all."""
    book, who = book_of(line_id), request.form.get("who", "")
    today = today_of(book)
    first = read_day(request.form.get("first", ""), date.min)
    last = read_day(request.form.get("last", ""), first)
    if not today - LOOK <= first <= last <= first + LONGEST_LEAVE:
        return _page(book, words.gettext("Write the first and the last of these days."))
    try:
        if request.form.get("want") == "none":
            done = house().shifts.no_day_off(line_id, DayOff(who, first, last))
        else:
            done = house().shifts.day_off(line_id, who, first, last)
    except NoGood as no:
        return _page(book, words.gettext(no.reason))
    did = "No days off after all" if request.form.get("want") == "none" else "Days off"
    person = book.supporter(who)
    who_said = person.alias if person else "?"
    note_edit(line_id, [f"{did}: {who_said}, {first} to {last}."] if done else [])
    flash(words.gettext("That is kept.") if done else words.gettext("Nothing was changed."))
    return redirect(url_for(".read", line_id=line_id), 303)


def _page(book: LineBook, wrong: str = "") -> str:
    today = today_of(book)
    coming = occurrences(book, today, today + timedelta(days=56))
    return render_template(
        "days-off.html",
        line=book.line,
        people=people_of(book),
        names={one.id: one.alias for one in book.supporters},
        leave=sorted(
            (one for one in book.days_off if one.last >= today), key=lambda one: one.first
        ),
        swapped=sorted((one for one in coming if one.swapped), key=lambda one: one.start),
        offers=[one for one in house().rota.offers(book.line.id) if one.open],
        said=said,
        wrong=wrong,
        typed=request.form,
    )
