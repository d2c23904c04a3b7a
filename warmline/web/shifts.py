"""A shift: new, changed, moved, copied or ended; on one day, from one day on, or on all.

Whoever changes one says which they were shown. When somebody else was quicker, what stands there
now is shown beside what was typed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.line import LineBook, Role, Shift
from warmline.domain.shifts import begins_on, fingerprint
from warmline.services.differences import shift_text
from warmline.services.shifts import Changed, NoGood, Wanted
from warmline.web import _plan_words as said
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit
from warmline.web._shift_form import Typed, WrongField, people_of
from warmline.web.first_hour import tell_missing
from warmline.web.oncall import EDITS, read_day, today_of

pages = Blueprint("shifts", __name__, url_prefix="/console")

LOOK: Final = timedelta(days=366)


class Scope(StrEnum):
    """Of which days something is said."""

    DAY = "day"
    FROM = "from"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be kept: which field, and a sentence."""

    field: str = ""
    said: str = ""
    meanwhile: bool = False


NOTHING_WRONG: Final = Wrong()


@pages.route("/<line_id>/shifts/new", methods=["GET", "POST"])
@only_for(EDITS)
def new(line_id: str) -> str | Response:
    """A new shift."""
    book = book_of(line_id)
    if request.method == "GET":
        day = read_day(request.args.get("day", ""), today_of(book))
        return _form(book, None, day, Typed(who=request.args.get("who", ""), first=str(day)))
    typed = Typed.sent(request.form)
    try:
        made = house().shifts.add(line_id, typed.wanted())
    except NoGood as no:
        return _form(book, None, today_of(book), typed, _wrong(no))
    _note(book, "New shift", made)
    tell_missing(book.line)
    return _back(line_id, made.first or today_of(book), words.gettext("The shift is kept."))


@pages.get("/<line_id>/shifts/<shift_id>")
@only_for(EDITS)
def one(line_id: str, shift_id: str) -> str | Response:
    """A shift on one day, and what can be done about it."""
    book = book_of(line_id)
    shift = _named(book, shift_id)
    if shift is None:
        return _gone(line_id)
    day = _its_day(book, shift)
    return _form(book, shift, day, Typed.of(shift, day))


@pages.post("/<line_id>/shifts/<shift_id>")
@only_for(EDITS)
def change(line_id: str, shift_id: str) -> str | Response:
    """Keep what was typed: on this day, from this day on, or on all of its days."""
    book, typed, seen = book_of(line_id), Typed.sent(request.form), request.form.get("seen", "")
    shift = _named(book, shift_id)
    if shift is None:
        return _gone(line_id)
    day = read_day(request.form.get("day", ""), _its_day(book, shift))
    try:
        wanted = typed.wanted()
        match _scope(shift):
            case Scope.DAY:
                made = house().shifts.this_day_only(line_id, shift_id, seen, day, wanted)
            case Scope.FROM:
                made = house().shifts.from_this_day_on(line_id, shift_id, seen, day, wanted)
            case _:
                # A rhythm of several weeks counts from a day; others stay without a first one.
                counts = shift.first is None and "INTERVAL" in wanted.rule
                same = wanted.first == day and wanted.rule and not counts
                wanted = replace(wanted, first=shift.first) if same else wanted
                made = house().shifts.change(line_id, shift_id, seen, wanted)
    except Changed:
        return _meanwhile(line_id, shift_id, day, typed)
    except NoGood as no:
        return _form(book, shift, day, typed, _wrong(no))
    _note(book, f"Shift changed from {_text(book, shift)}; now", made)
    return _back(line_id, wanted.first or day, words.gettext("The shift is kept."))


@pages.post("/<line_id>/shifts/<shift_id>/end")
@only_for(EDITS)
def end(line_id: str, shift_id: str) -> str | Response:
    """No such shift: on this day, from this day on, or at all."""
    book, seen = book_of(line_id), request.form.get("seen", "")
    shift = _named(book, shift_id)
    if shift is None:
        return _gone(line_id)
    day, scope = read_day(request.form.get("day", ""), _its_day(book, shift)), _scope(shift)
    try:
        match scope:
            case Scope.DAY:
                house().shifts.this_day_only(line_id, shift_id, seen, day, None)
            case Scope.FROM:
                house().shifts.from_this_day_on(line_id, shift_id, seen, day, None)
            case _:
                house().shifts.remove(line_id, shift_id, seen)
    except Changed:
        return _meanwhile(line_id, shift_id, day, Typed.of(shift, day))
    except NoGood as no:
        return _form(book, shift, day, Typed.of(shift, day), _wrong(no))
    since = {Scope.DAY: f" on {day}", Scope.FROM: f" from {day} on", Scope.ALL: ""}[scope]
    _note(book, f"Shift ended{since}", shift)
    return _back(line_id, day, words.gettext("The shift is ended."))


@pages.post("/<line_id>/shifts/<shift_id>/move")
@only_for(EDITS)
def move(line_id: str, shift_id: str) -> str | Response:
    """What is on one day is on another; or once more there, for the same or another supporter."""
    book, seen = book_of(line_id), request.form.get("seen", "")
    shift = _named(book, shift_id)
    if shift is None:
        return _gone(line_id)
    day = read_day(request.form.get("day", ""), _its_day(book, shift))
    to = read_day(request.form.get("to", ""), day)
    try:
        if "copy" in request.form:
            who = request.form.get("who", "")
            made: Shift | None = house().shifts.copy(line_id, shift_id, supporter=who, day=to)
        else:
            there = replace(Wanted.of(shift), rule="", first=to, last=None, without=())
            made = house().shifts.this_day_only(line_id, shift_id, seen, day, there)
    except Changed:
        return _meanwhile(line_id, shift_id, day, Typed.of(shift, day))
    except NoGood as no:
        return _form(book, shift, day, Typed.of(shift, day), _wrong(no))
    _note(book, "Shift copied" if "copy" in request.form else f"Shift moved from {day}", made)
    return _back(line_id, to, words.gettext("The shift is kept."))


# -- inside ---------------------------------------------------------------------------------------


def _named(book: LineBook, shift_id: str) -> Shift | None:
    return next((one for one in book.shifts if one.id == shift_id), None)


def _its_day(book: LineBook, shift: Shift) -> date:
    """The day that is meant: one on which it begins, today or later if there is such."""
    today = today_of(book)
    asked = read_day(request.args.get("day", ""), today)
    if begins_on(shift, asked, asked):
        return asked
    coming = begins_on(shift, today, today + LOOK)
    return coming[0] if coming else shift.last or shift.first or today


def _scope(shift: Shift) -> Scope:
    """Of which days the form speaks; a single shift has no others."""
    asked = request.form.get("scope", "")
    if not shift.rule:
        return Scope.ALL
    return Scope(asked) if asked in set(Scope) else Scope.DAY


def _text(book: LineBook, shift: Shift) -> str:
    person = book.supporter(shift.supporter)
    return f"{person.alias if person else '?'}, {shift_text(shift)}"


def _note(book: LineBook, what: str, shift: Shift | None) -> None:
    now = book_of(book.line.id)
    note_edit(book.line.id, [f"{what}: {_text(now, shift)}." if shift else f"{what}."])


def _wrong(no: NoGood) -> Wrong:
    return Wrong(no.field if isinstance(no, WrongField) else "", words.gettext(no.reason))


def _gone(line_id: str) -> Response:
    flash(words.gettext("This shift is not there any more."))
    return redirect(url_for("oncall.week", line_id=line_id), 303)


def _back(line_id: str, day: date, sentence: str) -> Response:
    flash(sentence)
    return redirect(url_for("oncall.week", line_id=line_id, day=day), 303)


def _meanwhile(line_id: str, shift_id: str, day: date, typed: Typed) -> str | Response:
    """Somebody was quicker: what stands there now, and what was typed."""
    house().roster.refresh()
    book = book_of(line_id)
    shift = _named(book, shift_id)
    if shift is None:
        # What they typed is not lost: it is a new shift if they keep it.
        return _form(book, None, day, typed, Wrong(meanwhile=True))
    return _form(book, shift, day, typed, Wrong(meanwhile=True))


def _form(
    book: LineBook,
    shift: Shift | None,
    day: date,
    typed: Typed,
    wrong: Wrong = NOTHING_WRONG,
) -> str:
    person = book.supporter(shift.supporter) if shift else None
    mends = wrong != NOTHING_WRONG and not wrong.meanwhile
    return render_template(
        "shift.html",
        line=book.line,
        shift=shift,
        whose=person.alias if person else "",
        day=day,
        typed=typed,
        wrong=wrong,
        # Whoever has something to mend was shown no other shift than before.
        seen=request.form.get("seen", "") if mends else fingerprint(shift) if shift else "",
        people=people_of(book),
        roles=list(Role),
        weekdays=said.weekdays(),
        said=said,
        scope=request.form.get("scope", Scope.DAY.value),
    )
