"""The first hour: from an empty installation to a line that can be called, step by step.

At every point it says what is still missing, by the same facts as `warmline check`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import EVERY_LINE, Deed, Role
from warmline.domain.directory.changes import Refused
from warmline.domain.directory.concerns import unfilled
from warmline.domain.directory.facts import SLOTS
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Line, LineBook, Place
from warmline.domain.selftest import Step as Tried
from warmline.domain.wording import Sentence
from warmline.services.beginning import Step, states
from warmline.services.directory import fingerprint, row_of
from warmline.services.shifts import NoGood
from warmline.services.supporters.team import WrongPhone
from warmline.web import _hours_form as hours_form
from warmline.web import _line_form as line_form
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, my_books, myself, note_edit
from warmline.web.line_itself import wrongs
from warmline.web.menu import in_menu
from warmline.web.places import kinds, today_of

pages = Blueprint("first_hour", __name__, url_prefix="/console")

BEGINS: Final = frozenset({Role.COORDINATOR, Role.OPERATOR})
WHO: Final = frozenset({Role.COORDINATOR})
MADE_SURE: Final = "called, or its operator's page, in the first hour"


@pages.route("/new-line", methods=["GET", "POST"])
@only_for(BEGINS)
def begin() -> str | Response:
    """A new line: what it is, and when it is open."""
    if not may_begin():
        return redirect(url_for("console.start"), 303)
    spoken = house().own_words.ours.languages
    if request.method == "GET":
        return _new(line_form.Typed.new(spoken), hours_form.Typed.new(), {})
    typed = line_form.Typed.sent(request.form, spoken)
    week = hours_form.Typed.sent(request.form)
    try:
        about, hours = typed.about(spoken), week.hours()
        line_id, told = house().lines.begin(about, hours, myself().name)
    except (NoGood, WrongPhone) as no:
        return _new(typed, week, wrongs(no))
    note_edit(line_id, told[:1])
    return redirect(url_for(".steps", line_id=line_id), 303)


def may_begin() -> bool:
    """Whether they may make lines: whoever looks after all of them."""
    return any(one.line == EVERY_LINE and one.role in BEGINS for one in myself().grants)


def _new(typed: line_form.Typed, week: hours_form.Typed, wrong: dict[str, str]) -> str:
    days = hours_form.weekdays()
    return render_template(
        "new-line.html",
        typed=typed,
        week=week,
        wrong=wrong,
        weekdays=days,
        zones=line_form.zones(typed.zone),
        spoken=house().own_words.ours.languages,
        masked="",
        tongue=lambda code: words.tongue(code, words.language()),
        another=bool(my_books()),
    )


@pages.get("/<line_id>/first-hour")
@only_for(BEGINS)
@in_menu("First hour", 5)
def steps(line_id: str) -> str:
    """Every step, done or not, and what is still missing."""
    book = book_of(line_id)
    found = states(book, _now())
    run = house().selftest.seen(asked) if (asked := request.args.get("run", "")[:64]) else None
    return render_template(
        "first-hour.html",
        line=book.line,
        states=[(one, _where(one.step, line_id)) for one in found],
        edits=myself().may(WHO, line_id),
        missing=sum(not one.done for one in found),
        waiting=[one.alias for one in book.supporters if one.id in book.unconfirmed],
        slots=_slots(book),
        provider=house().provider(),
        run=run if run and run.line == line_id else None,
        tried=Tried,
        asked=asked,
        last="last" in request.args,
        # Another address each time: a browser does not fetch anew what differs by its anchor alone.
        looked=request.args.get("look", 0, type=int) % 1000,
    )


@pages.app_template_global("missing_steps")
def missing_steps(line: Line) -> list[tuple[str, str]]:
    """What keeps a line from opening, for whoever does these steps: each, and its page."""
    if not myself().may(WHO, line.id):
        return []
    found = states(book_of(line.id), _now())
    return [(one.step.value, _where(one.step, line.id)) for one in found if not one.done]


def tell_missing(line: Line) -> None:
    """Say on the next page how many steps are missing, if any are."""
    if missing := len(missing_steps(line)):
        flash(
            words.gettext("One step is missing before the line can open.")
            if missing == 1
            else words.gettext("%(n)s steps are missing before the line can open.", n=missing)
        )


def _where(step: Step, line_id: str) -> str:
    """The page on which a step is done."""
    page = {
        Step.HOURS: "opening.hours",
        Step.STATEMENTS: "line_itself.about",
        Step.TOLD: "line_itself.about",
        Step.SUPPORTER: "supporters.new",
        Step.CONFIRMED: "beginners.new_supporters",
        Step.SHIFT: "shifts.new",
        Step.PLACES: "first_hour.slots",
    }[step]
    return url_for(page, line_id=line_id)


def _slots(book: LineBook) -> list[str]:
    """The sorts of places that are to be filled yet, by their code."""
    lacks = set(unfilled(book))
    return [kind for kind, said in SLOTS.items() if said in lacks]


@pages.route("/<line_id>/first-hour/places", methods=["GET", "POST"])
@only_for(WHO)
def slots(line_id: str) -> str | Response:
    """The places of its own that a line names, or says why it does not."""
    book = book_of(line_id)
    wrong: dict[str, str] = {}
    if request.method == "POST":
        for kind in SLOTS:
            wrong |= _fill(book, kind)
        if not wrong:
            flash(words.gettext("That is kept."))
            return redirect(url_for(".steps", line_id=line_id), 303)
    now = book_of(line_id)
    still = _slots(now)
    return render_template(
        "slots.html",
        line=book.line,
        slots=[
            (kind, kinds()[kind])
            for kind in SLOTS
            if kind in still or {f"name_{kind}", f"why_{kind}"} & wrong.keys()
        ],
        seen={kind: fingerprint(_waits(now, kind)) for kind in SLOTS},
        typed=request.form,
        wrong=wrong,
    )


def _fill(book: LineBook, kind: str) -> dict[str, str]:
    """Fill one slot, or leave it out, or neither when nothing was typed; what is wrong, by field.

    Whatever is right of the form is kept: the rest stays to be filled.
    """
    name, dial, why = (
        " ".join(request.form.get(f"{what}_{kind}", "")[:200].split())
        for what in ("name", "dial", "why")
    )
    if not (name or dial or why):
        return {}
    field = f"{'name' if name or dial else 'why'}_{kind}"
    try:
        return _keep(book, kind, name, dial, why)
    except ChangedMeanwhile:
        house().roster.refresh()
        return {field: words.gettext("Somebody has filled this while you typed.")}
    except Refused as no:  # such as a row that the line's own file has
        return {field: words.told(no.sentence)}


def _keep(book: LineBook, kind: str, name: str, dial: str, why: str) -> dict[str, str]:
    """What is wrong, by field; nothing when it is kept. Raises ChangedMeanwhile."""
    seen = request.form.get(f"seen_{kind}", "")
    values = {"key": _key_of(book, kind), "kind": kind, "local": "yes", "enabled": "no"}
    desk, me = house().directory, myself().name
    if not (name or dial):
        values |= {"name": kinds()[kind], "waived_by": me, "waived_why": why}
        wanted, found = row_of(book, values, today_of(book))
        if not found:
            desk.change(book.line.id, wanted, me, seen=seen)
        return {f"why_{kind}": words.told(said) for _, said in found}
    values |= {"name": name, "dial": dial, "waived_by": "", "waived_why": ""}
    wanted, found = row_of(book, values, today_of(book))
    if not dial:
        found.append(("dial", Sentence("Write its number, or say why there is none.")))
    if not found:
        desk.fill(book.line.id, wanted, me, method=MADE_SURE, seen=seen)
    return {
        f"{'dial' if column == 'dial' else 'name'}_{kind}": words.told(said)
        for column, said in found
    }


def _key_of(book: LineBook, kind: str) -> str:
    """The row of that sort that waits to be filled; a new one when there is none."""
    waits = _waits(book, kind)
    return waits.key if waits else f"own_{kind}"


def _waits(book: LineBook, kind: str) -> Place | None:
    def waits(place: Place) -> bool:
        return place.kind == kind and not place.enabled and place.name.startswith("(")

    return next((one for one in book.places if waits(one)), None)


@pages.post("/<line_id>/first-hour/test")
@only_for(BEGINS)
def test_call(line_id: str) -> Response:
    """The line calls itself: no supporter's phone rings."""
    book = book_of(line_id)
    run = house().selftest.soon(book.line.id)
    if run is None:
        flash(words.gettext("A test call is on its way already. Try again in two minutes."))
        return redirect(url_for(".steps", line_id=line_id), 303)
    house().people.note(myself().name, Deed.EDITED, line=line_id, told="Asked for a test call.")
    return redirect(url_for(".steps", line_id=line_id, run=run.id, _anchor="test"), 303)


def _now() -> datetime:
    return datetime.fromtimestamp(house().clock.now(), UTC)
