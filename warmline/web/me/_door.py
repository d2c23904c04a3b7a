"""Who is there: the session of a supporter, and how it ends.

A session is a cookie with a random mark. The store knows it by a hash of mark, supporter and
phone, so that it is over when it is not used for half an hour, after twelve hours, when they sign
out, when they sign out everywhere, and when the number is another one: whoever has their old phone
has nothing.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar

from flask import Flask, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from warmline.services.supporters.answers import Answer, Asker, in_words
from warmline.web import words
from warmline.web.me.house import house

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmline.domain.line import LineBook, Supporter

IDLE: Final = 30 * 60
LONGEST: Final = 12 * 3600
"""Seconds after which a session is over: unused, and in any event."""

Page = TypeVar("Page", bound="Callable[..., Any]")


def for_strangers(page: Page) -> Page:
    """Say that a page is there for whoever is not signed in."""
    page.__dict__["for_strangers"] = True
    return page


def guard(app: Flask) -> None:
    """Stand before every page."""

    @app.before_request
    def may_they() -> Response | None:
        wanted = request.args.get("lang", "")
        if wanted in words.LANGUAGES:
            session["lang"] = wanted
        g.me = _who()
        page = app.view_functions.get(request.endpoint or "")
        if g.me or page is None or request.endpoint == "static" or "for_strangers" in page.__dict__:
            return None
        return redirect(url_for("door.sign_in"), 303)


def me() -> Asker:
    """Whoever is signed in, as they are now."""
    asker: Asker = g.me
    return asker


def _who() -> Asker | None:
    mark, line_id, who = (str(session.get(name, "")) for name in ("mark", "line", "who"))
    book = house().roster.book(line_id) if mark and line_id else None
    person = book.supporter(who) if book else None
    if book is None or person is None or not person.phone:
        return None
    began = house().store.session(_name(person, mark), IDLE)
    now = house().clock.now()
    if began is None or now - began > LONGEST or began < house().store.ended(person.id):
        return None
    return Asker(book, person, datetime.fromtimestamp(now, UTC))


def begin(book: LineBook, person: Supporter) -> None:
    """They gave the code that was sent to their phone."""
    spoken = session.get("lang") or next(
        (one for one in person.languages if one in words.LANGUAGES), ""
    )
    session.clear()
    mark = secrets.token_urlsafe(32)
    session.update(mark=mark, line=book.line.id, who=person.id, lang=spoken)
    house().store.open_session(_name(person, mark), house().clock.now(), IDLE)


def end(*, everywhere: bool = False) -> None:
    """They sign out: here, or wherever they are signed in."""
    person = me().person
    if everywhere:
        house().store.end_sessions(person.id, house().clock.now(), LONGEST)
    house().store.close_session(_name(person, session["mark"]))
    spoken = session.get("lang")
    session.clear()
    session["lang"] = spoken


def told(answer: Answer) -> str:
    """What a verb answers, in the page's language."""
    return " ".join(one.plain for one in in_words(answer, me(), house().words, words.language()))


def again() -> Asker:
    """The same supporter after something was changed."""
    g.me = _who() or me()
    return me()


def _name(person: Supporter, mark: str) -> str:
    """By what the store knows a session; it keeps a hash of this, and the mark is in the cookie."""
    return f"me:{person.id}:{person.phone}:{mark}"
