"""The line itself: name, number, zone, languages, who is told, and what it says of itself."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Role
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import LineBook
from warmline.domain.numbers import mask
from warmline.services.lines import WrongNumber, fingerprint_about
from warmline.services.shifts import NoGood
from warmline.services.supporters.team import Amiss, WrongPhone
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit
from warmline.web._line_form import Typed, zones
from warmline.web.menu import in_menu

pages = Blueprint("line_itself", __name__, url_prefix="/console")

WHO: Final = frozenset({Role.COORDINATOR})


@pages.get("/<line_id>/the-line")
@only_for(WHO)
@in_menu("The line itself", 65)
def about(line_id: str) -> str:
    """What is kept of it."""
    book = book_of(line_id)
    return _page(book, Typed.of(book.line))


@pages.post("/<line_id>/the-line")
@only_for(WHO)
def keep(line_id: str) -> str | Response:
    """Keep what was typed."""
    book, spoken = book_of(line_id), house().own_words.ours.languages
    typed = Typed.sent(request.form, spoken)
    try:
        about = typed.about(spoken)
        told = house().lines.keep_about(line_id, request.form.get("seen", ""), about)
    except ChangedMeanwhile:
        return _page(book_of(line_id), typed, meanwhile=True)
    except (NoGood, WrongPhone) as no:
        return _page(book, typed, no)
    note_edit(line_id, told)
    flash(words.gettext("That is kept.") if told else words.gettext("Nothing was changed."))
    return redirect(url_for(".about", line_id=line_id), 303)


def wrongs(no: NoGood | WrongPhone | None) -> dict[str, str]:
    """What a template is told is wrong: a sentence by field, or the kind of a wrong number."""
    if isinstance(no, WrongPhone):
        return {"phone_of": "number" if isinstance(no, WrongNumber) else "told", "phone": no.why}
    if no is None:
        return {}
    return {no.field if isinstance(no, Amiss) else "line": words.gettext(no.reason)}


def _page(
    book: LineBook,
    typed: Typed,
    no: NoGood | WrongPhone | None = None,
    *,
    meanwhile: bool = False,
) -> str:
    return render_template(
        "line-itself.html",
        line=book.line,
        typed=typed,
        seen=request.form.get("seen", "") if no else fingerprint_about(book.line),
        wrong=wrongs(no),
        now=Typed.of(book.line) if meanwhile else None,
        masked=mask(book.line.alert_phone) if book.line.alert_phone else "",
        zones=zones(typed.zone),
        spoken=house().own_words.ours.languages,
        tongue=lambda code: words.tongue(code, words.language()),
    )
