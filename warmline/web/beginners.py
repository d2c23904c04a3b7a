"""New supporters: whose number is confirmed, who has agreed and done what. And asking for help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Deed, Role
from warmline.domain.errands import Kind
from warmline.domain.line import LineBook, Supporter
from warmline.domain.numbers import mask
from warmline.domain.onboarding import How, Progress, may_be_rung, steps
from warmline.services.supporters.errands import QuietNow, TooMany
from warmline.services.supporters.surge import TooSoon
from warmline.web import words
from warmline.web._fresh import asks_again
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, myself
from warmline.web.menu import in_menu

pages = Blueprint("beginners", __name__, url_prefix="/console")

WHO: Final = frozenset({Role.COORDINATOR})
NOTHING_YET: Final = Progress()
KINDS: Final = {"text": Kind.CONFIRM_TEXT, "call": Kind.CONFIRM_CALL, "practice": Kind.PRACTICE}


@dataclass(frozen=True, slots=True)
class Row:
    """One supporter: days only."""

    person: Supporter
    confirmed: bool
    on: date | None
    done: list[tuple[str, date | None]]


@pages.get("/<line_id>/new-supporters")
@only_for(WHO)
@in_menu("New supporters", 42)
def new_supporters(line_id: str) -> str:
    """How far each has come; whoever is not ready yet stands first."""
    book = book_of(line_id)
    progress = house().onboarding.progress(line_id)
    rows = [_row(book, one, progress.get(one.id, NOTHING_YET)) for one in book.supporters]
    rows.sort(key=lambda row: row.confirmed and all(on for _, on in row.done))
    return render_template("new-supporters.html", line=book.line, rows=rows, mask=mask)


def _row(book: LineBook, person: Supporter, progress: Progress) -> Row:
    done = [(step, progress.done.get(step)) for step in steps(book)]
    return Row(person, may_be_rung(book, person), progress.confirmed_on, done)


@pages.post("/<line_id>/new-supporters")
@only_for(WHO)
def change(line_id: str) -> Response:
    """Ask whether a number may be rung, or tick what was done."""
    book = book_of(line_id)
    person = book.supporter(request.form.get("who", "")) or abort(404)
    want, step = request.form.get("want", ""), request.form.get("step", "")
    if want in KINDS:
        flash(_asked(book, person, KINDS[want]))
    elif step in steps(book):
        done = want == "tick"
        today = datetime.fromtimestamp(house().clock.now(), UTC).astimezone(book.line.zone).date()
        changed = (
            house().onboarding.tick(person.id, step, today)
            if done
            else house().onboarding.untick(person.id, step)
        )
        if changed:
            _note(book, f"{person.alias}: {step} {'is done' if done else 'is not done after all'}.")
    return redirect(url_for(".new_supporters", line_id=line_id), 303)


@pages.post("/<line_id>/new-supporters/by-hand")
@only_for(WHO)
@asks_again
def by_hand(line_id: str) -> Response:
    """Say that their number may be rung: somebody has talked with them at the one that was shown.

    Whoever finds a screen unlocked has no stranger rung by it.
    """
    book = book_of(line_id)
    person = book.supporter(request.form.get("who", "")) or abort(404)
    if request.form.get("number", "") != mask(person.phone):
        flash(words.gettext("%(name)s has another number by now.", name=person.alias))
    elif house().errands.confirmed(book, person, How.HAND):
        told = f"{person.alias}'s number ({mask(person.phone)}) is confirmed by hand."
        _note(book, told)
    return redirect(url_for(".new_supporters", line_id=line_id), 303)


def _asked(book: LineBook, person: Supporter, kind: Kind) -> str:
    try:
        house().errands.ask(kind, book, person)
    except TooMany:
        return words.gettext("%(name)s was asked often enough for now.", name=person.alias)
    except QuietNow:
        return words.gettext("These are the quiet hours of %(name)s.", name=person.alias)
    if kind is Kind.CONFIRM_TEXT:
        return words.gettext("%(name)s is texted a code to send back.", name=person.alias)
    return words.gettext("%(name)s is rung in a moment.", name=person.alias)


@pages.get("/<line_id>/ask-for-help")
@only_for(WHO)
@in_menu("Ask for help", 25)
def help_(line_id: str) -> str:
    """How many could be asked, and what came of it when they were."""
    asking = house().surge
    return render_template(
        "ask-for-help.html",
        line=book_of(line_id).line,
        could=asking.may_ask(line_id),
        now=asking.now(line_id),
    )


@pages.post("/<line_id>/ask-for-help")
@only_for(WHO)
def ask(line_id: str) -> Response:
    """Text everybody who is off duty and rested that several peers are calling."""
    book = book_of(line_id)
    try:
        asked = house().surge.ask(line_id)
    except TooSoon:
        flash(words.gettext("They were asked already, less than two hours ago."))
    else:
        if asked:
            _note(book, f"Asked {asked} supporters for help.")
        else:
            flash(words.gettext("Nobody can be asked now: all others are on, rest, or are off."))
    return redirect(url_for(".help_", line_id=line_id), 303)


def _note(book: LineBook, told: str) -> None:
    house().people.note(myself().name, Deed.EDITED, line=book.line.id, told=told)
