"""Today: whether calls can reach me, the switch for it, and what comes before a first call."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.errands import Kind
from warmline.domain.line import LineBook, Supporter
from warmline.domain.onboarding import AGREEMENT, How, Progress, may_be_rung
from warmline.domain.standing import standing
from warmline.services.supporters.errands import TooMany
from warmline.services.supporters.pins import hand_out
from warmline.web import words
from warmline.web.me._door import again, me, told
from warmline.web.me.house import house

pages = Blueprint("today", __name__, url_prefix="/me")

BREAKS: Final = {"break-15": 15, "break-30": 30, "break-60": 60}
"""Minutes of the breaks that the page offers."""
NOTHING_YET: Final = Progress()


def progress_of(book: LineBook, person: Supporter) -> Progress:
    """What they have done of what comes before a first call."""
    return house().onboarding.progress(book.line.id).get(person.id, NOTHING_YET)


@pages.get("", strict_slashes=False)
def start() -> str:
    """Whether calls can reach them now, why not, and what they have carried."""
    asker = me()
    presence = house().calls.presences([asker.person.id])[asker.person.id]
    now = standing(asker.book, asker.person, presence, asker.now)
    progress = progress_of(asker.book, asker.person)
    return render_template(
        "me/today.html",
        me=asker.person,
        line=asker.book.line,
        status=told(house().duty.status(asker)),
        next_shift=told(house().duty.next_shift(asker)),
        on=now.duty is not None and presence.off_until <= asker.now.timestamp(),
        quiet=house().duty.is_quiet(asker),
        confirmed=may_be_rung(asker.book, asker.person),
        agreed=progress.done.get(AGREEMENT),
        steps=[(one, progress.done.get(one)) for one in asker.book.line.onboarding],
    )


@pages.post("/duty")
def duty() -> Response:
    """On, off, or a break: the very verbs that a text and the supporters' door have."""
    asker, wanted = me(), request.form.get("want", "")
    verbs = house().duty
    if wanted in {"on", "anyway"}:
        flash(told(verbs.on(asker, anyway=wanted == "anyway")))
    elif wanted == "off":
        flash(told(verbs.off(asker)))
    elif wanted in BREAKS:
        flash(told(verbs.pause(asker, asker.now + timedelta(minutes=BREAKS[wanted]))))
    return redirect(url_for("today.start"), 303)


@pages.post("/confirm")
def confirm() -> Response:
    """This is their phone: the code that let them in went there. It may ring from now on."""
    asker = me()
    house().errands.confirmed(asker.book, asker.person, How.PAGE)
    again()
    flash(words.gettext("From now on this phone can ring for you."))
    return redirect(url_for("today.start"), 303)


@pages.get("/agreement")
def agreement() -> str:
    """What a supporter promises, and what the line promises them."""
    asker = me()
    on = progress_of(asker.book, asker.person).done.get(AGREEMENT)
    return render_template("me/agreement.html", agreed=on)


@pages.post("/agreement")
def agree() -> Response:
    """They have read it, and agree. The day is kept, nothing else."""
    asker = me()
    house().onboarding.tick(asker.person.id, AGREEMENT, asker.now.astimezone(asker.zone).date())
    return redirect(url_for("today.start"), 303)


@pages.post("/pin")
def pin() -> str | Response:
    """A fresh PIN for the supporters' door, shown once. An older one works no more."""
    try:
        number, fresh = hand_out(house().pins, me().person)
    except LookupError:
        flash(words.gettext("There is no short number left on this line. Tell your coordinator."))
        return redirect(url_for("today.start"), 303)
    return render_template("me/pin.html", number=number, pin=fresh, line=me().book.line)


@pages.post("/practice")
def practice() -> Response:
    """Ring them for practice."""
    asker = me()
    try:
        house().errands.ask(Kind.PRACTICE, asker.book, asker.person)
    except TooMany:
        flash(words.gettext("That was a lot of practice. Please try again in an hour."))
    else:
        flash(words.gettext("Your phone rings in a moment, unless you are on a call."))
    return redirect(url_for("today.start"), 303)
