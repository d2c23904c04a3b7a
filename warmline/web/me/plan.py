"""My shifts: days off, shifts that change hands, and what others offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.line import DayOff
from warmline.domain.shifts import Occurrence, occurrences
from warmline.domain.which_shift import Which
from warmline.services.shifts import NoGood
from warmline.services.supporters.answers import Asker
from warmline.web import words
from warmline.web.me._door import me, told
from warmline.web.me.house import house

pages = Blueprint("plan", __name__, url_prefix="/me")

AHEAD: Final = timedelta(days=28)
LONGEST_LEAVE: Final = timedelta(days=366)
FARTHEST_LEAVE: Final = timedelta(days=800)
"""From today to the last of these days."""


@dataclass(frozen=True, slots=True)
class Mine:
    """A shift of mine: its code if it is offered to the others, and whether it could be."""

    one: Occurrence
    code: str
    may_offer: bool


@pages.get("/shifts")
def shifts() -> str:
    """The next four weeks."""
    asker = me()
    coming = [one for one in _coming(asker) if one.supporter == asker.person.id]
    offered = dict(house().swapping.offered(asker))
    return render_template(
        "me/shifts.html",
        line=asker.book.line,
        shifts=[
            Mine(one, offered.get(one, ""), not one.off and asker.now < one.start) for one in coming
        ],
        open=house().swapping.open_to(asker),
        days_off=_days_off(asker),
        today=_today(asker),
    )


def _today(asker: Asker) -> date:
    return asker.now.astimezone(asker.zone).date()


def _coming(asker: Asker) -> list[Occurrence]:
    today = _today(asker)
    found = occurrences(asker.book, today, today + AHEAD)
    return sorted((one for one in found if one.end > asker.now), key=lambda one: one.start)


def _days_off(asker: Asker) -> list[DayOff]:
    today = _today(asker)
    mine = (one for one in asker.book.days_off if one.supporter == asker.person.id)
    return sorted((one for one in mine if one.last >= today), key=lambda one: one.first)


@pages.post("/shifts/offer")
def offer() -> Response:
    """Offer one's shift of a day to the others, who get a text."""
    day = _day("day")
    if day is not None:
        flash(told(house().swapping.offer(me(), Which.at(day, _start()))))
    return redirect(url_for("plan.shifts"), 303)


@pages.post("/shifts/keep")
def keep() -> Response:
    """They keep a shift that they have offered after all."""
    code = request.form.get("code", "")[:8]
    if code:
        flash(told(house().swapping.keep(me(), code)))
    return redirect(url_for("plan.shifts"), 303)


@pages.post("/shifts/take")
def take() -> Response:
    """Take a shift that is offered: whoever comes first has it."""
    flash(told(house().swapping.take(me(), request.form.get("code", "")[:8])))
    return redirect(url_for("plan.shifts"), 303)


@pages.post("/shifts/days-off")
def day_off() -> Response:
    """Days on which none of their shifts begins."""
    asker, first, last = me(), _day("first"), _day("last")
    last = last or first
    if first is None or last is None or not _may_be_off(first, last, _today(asker)):
        flash(words.gettext("Write the first and the last of these days."))
    else:
        try:
            house().shifts.day_off(asker.book.line.id, asker.person.id, first, last)
            flash(words.gettext("These days are yours. Who plans the line sees it."))
        except NoGood as no:
            flash(words.gettext(no.reason))
    return redirect(url_for("plan.shifts"), 303)


def _may_be_off(first: date, last: date, today: date) -> bool:
    near = today <= last <= today + FARTHEST_LEAVE
    return near and timedelta() <= last - first <= LONGEST_LEAVE


@pages.post("/shifts/no-day-off")
def no_day_off() -> Response:
    """They are no days off any more."""
    asker, first, last = me(), _day("first"), _day("last")
    if first and last:
        leave = DayOff(asker.person.id, first, last)
        house().shifts.no_day_off(asker.book.line.id, leave)
    return redirect(url_for("plan.shifts"), 303)


@pages.post("/shifts/calendar")
def calendar() -> str | Response:
    """A new address of their calendar, shown once; or none any more."""
    person = me().person
    if request.form.get("want") == "none":
        house().calendars.take_back(person.id)
        flash(words.gettext("Your calendar's address shows nothing any more."))
        return redirect(url_for("plan.shifts"), 303)
    address = house().links.calendar(house().calendars.give(person.id))
    return render_template("me/calendar.html", address=address)


def _day(field: str) -> date | None:
    try:
        return date.fromisoformat(request.form.get(field, "")[:10])
    except ValueError:
        return None


def _start() -> time | None:
    try:
        return time.fromisoformat(request.form.get("start", "")[:5])
    except ValueError:
        return None
