"""When the line is open: its week, its holidays, and days that are otherwise."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Role
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import LineBook
from warmline.services.lines import fingerprint_hours
from warmline.services.supporters.team import Amiss
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit
from warmline.web._hours_form import Typed, weekdays
from warmline.web.menu import in_menu

pages = Blueprint("opening", __name__, url_prefix="/console")

WHO: Final = frozenset({Role.COORDINATOR})


@pages.get("/<line_id>/opening-hours")
@only_for(WHO)
@in_menu("Opening hours", 55)
def hours(line_id: str) -> str:
    """The week and the days that differ."""
    book = book_of(line_id)
    return _page(book, Typed.of(book.line.hours))


@pages.post("/<line_id>/opening-hours")
@only_for(WHO)
def keep(line_id: str) -> str | Response:
    """Other hours, from now on."""
    book, typed = book_of(line_id), Typed.sent(request.form)
    try:
        told = house().lines.keep_hours(line_id, request.form.get("seen", ""), typed.hours())
    except ChangedMeanwhile:
        return _page(book_of(line_id), typed, meanwhile=True)
    except Amiss as amiss:
        return _page(book, typed, amiss)
    note_edit(line_id, told)
    flash(words.gettext("That is kept.") if told else words.gettext("Nothing was changed."))
    return redirect(url_for(".hours", line_id=line_id), 303)


def _page(
    book: LineBook, typed: Typed, amiss: Amiss | None = None, *, meanwhile: bool = False
) -> str:
    known = Typed.of(book.line.hours)
    return render_template(
        "opening.html",
        line=book.line,
        typed=typed,
        seen=request.form.get("seen", "") if amiss else fingerprint_hours(book.line.hours),
        wrong=amiss.field if amiss else "",
        why=words.gettext(amiss.reason) if amiss else "",
        now=known if meanwhile else None,
        weekdays=weekdays(),
    )
