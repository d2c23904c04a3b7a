"""Supporters: who serves on a line, what is known of them, a pause, and farewell.

Whose number is confirmed and what newcomers have done stands on a page of its own: `beginners`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Role
from warmline.domain.errors import ChangedMeanwhile, StoreTrouble
from warmline.domain.line import LineBook, Supporter
from warmline.domain.numbers import mask
from warmline.services.shifts import NoGood
from warmline.services.supporters.team import (
    LONGEST_AGENCY,
    RANGES,
    Amiss,
    WrongPhone,
    fingerprint,
    leaving,
)
from warmline.web import words
from warmline.web._fresh import asks_again
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit
from warmline.web._supporter_form import Typed
from warmline.web.menu import in_menu

pages = Blueprint("supporters", __name__, url_prefix="/console")

WHO: Final = frozenset({Role.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be kept: which field, and a sentence; of a number, which sort of wrong."""

    field: str = ""
    said: str = ""
    phone: str = ""
    meanwhile: bool = False


@pages.get("/<line_id>/supporters")
@only_for(WHO)
@in_menu("Supporters", 40)
def everybody(line_id: str) -> str:
    """Everybody who serves; numbers by their last two digits."""
    book = book_of(line_id)
    return render_template(
        "supporters.html",
        book=book,
        line=book.line,
        people=sorted(book.supporters, key=lambda one: one.alias.casefold()),
        shifts={one.supporter for one in book.shifts},
        mask=mask,
    )


@pages.route("/<line_id>/supporters/new", methods=["GET", "POST"])
@only_for(WHO)
@asks_again
def new(line_id: str) -> str | Response:
    """Somebody new."""
    book = book_of(line_id)
    if request.method == "GET":
        return _form(book, None, Typed.new(book.line))
    typed = Typed.sent(request.form)
    try:
        told = house().team.add(line_id, typed.profile(book.line), typed.phone)
    except (NoGood, WrongPhone) as no:
        return _form(book, None, typed, _wrong(no))
    note_edit(line_id, told)
    flash(
        words.gettext(
            "%(name)s is on the list. Their phone rings once they have confirmed it.",
            name=typed.alias,
        )
    )
    return redirect(url_for("beginners.new_supporters", line_id=line_id), 303)


@pages.route("/<line_id>/supporters/<supporter_id>", methods=["GET", "POST"])
@only_for(WHO)
@asks_again
def one(line_id: str, supporter_id: str) -> str | Response:
    """What is known of one of them, to look at and to change."""
    book = book_of(line_id)
    person = book.supporter(supporter_id)
    if person is None:
        return _gone(line_id)
    if request.method == "GET":
        return _form(book, person, Typed.of(person))
    typed, seen = Typed.sent(request.form), request.form.get("seen", "")
    try:
        profile = typed.profile(book.line)
        told = house().team.change(line_id, supporter_id, seen, profile, typed.phone)
    except ChangedMeanwhile:
        now = book_of(line_id).supporter(supporter_id)
        return _form(book, now, typed, Wrong(meanwhile=True)) if now else _gone(line_id)
    except (NoGood, WrongPhone) as no:
        return _form(book, person, typed, _wrong(no))
    note_edit(line_id, told)
    flash(words.gettext("That is kept.") if told else words.gettext("Nothing was changed."))
    return redirect(url_for(".one", line_id=line_id, supporter_id=supporter_id), 303)


@pages.post("/<line_id>/supporters/<supporter_id>/pause")
@only_for(WHO)
def pause(line_id: str, supporter_id: str) -> Response:
    """Leave them in peace for now, or end that."""
    try:
        paused = request.form.get("want") == "pause"
        note_edit(line_id, house().team.pause(line_id, supporter_id, paused=paused))
    except NoGood:
        return _gone(line_id)
    return redirect(url_for(".one", line_id=line_id, supporter_id=supporter_id), 303)


@pages.route("/<line_id>/supporters/<supporter_id>/farewell", methods=["GET", "POST"])
@only_for(WHO)
@asks_again
def farewell(line_id: str, supporter_id: str) -> str | Response:
    """What goes with them, shown before; then, with their name typed, it goes."""
    book = book_of(line_id)
    person = book.supporter(supporter_id)
    if person is None:
        return _gone(line_id)
    wrong, busy = "", _is_on_the_phone(person)
    if request.method == "POST" and not busy:
        try:
            told = house().team.farewell(line_id, supporter_id, request.form.get("typed", ""))
        except NoGood as no:
            wrong = words.gettext(no.reason)
        else:
            note_edit(line_id, told)
            flash(words.gettext("%(name)s serves no more.", name=person.alias))
            return redirect(url_for(".everybody", line_id=line_id), 303)
    return render_template(
        "farewell.html",
        line=book.line,
        person=person,
        masked=mask(person.phone) if person.phone else "",
        going=leaving(book, person),
        busy=busy,
        wrong=wrong,
        typed=request.form.get("typed", "")[:80],
    )


def _is_on_the_phone(person: Supporter) -> bool:
    """Whether their phone rings or talks now. When that cannot be known, it is taken as no."""
    try:
        return bool(house().calls.presences([person.id])[person.id].busy)
    except (KeyError, StoreTrouble):
        return False


def _gone(line_id: str) -> Response:
    flash(words.gettext("There is no such supporter any more."))
    return redirect(url_for(".everybody", line_id=line_id), 303)


def _wrong(no: NoGood | WrongPhone) -> Wrong:
    if isinstance(no, WrongPhone):
        return Wrong("phone", phone=no.why)
    return Wrong(no.field if isinstance(no, Amiss) else "", words.gettext(no.reason))


NOTHING_WRONG: Final = Wrong()


def _form(
    book: LineBook, person: Supporter | None, typed: Typed, wrong: Wrong = NOTHING_WRONG
) -> str:
    everyone = book.supporters
    mends = wrong != NOTHING_WRONG and not wrong.meanwhile
    return render_template(
        "supporter.html",
        book=book,
        line=book.line,
        person=person,
        typed=typed,
        wrong=wrong,
        now=Typed.of(person) if person and wrong.meanwhile else None,
        # Whoever has something to mend was shown nobody else than before.
        seen=request.form.get("seen", "") if mends else fingerprint(person) if person else "",
        masked=mask(person.phone) if person and person.phone else "",
        ranges=RANGES,
        longest_agency=LONGEST_AGENCY,
        agencies=sorted({one.agency for one in everyone if one.agency}),
        tags=sorted({*book.line.tag_words, *(tag for one in everyone for tag in one.tags)}),
    )
