"""How we work: what a line keeps, who answers, what its limits are. For everybody, no cookie.

Its facts come from where the program itself has them, so that it cannot say anything else.
"""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from warmline.services.privacy import facts
from warmline.web import words
from warmline.web._guard import ANYBODY, only_for
from warmline.web._here import book_of, house
from warmline.web.kept_of_a_call import kept_of_a_call

pages = Blueprint("public", __name__)


@pages.get("/how-we-work")
@only_for(ANYBODY)
def lines() -> str | Response:
    """Which line is meant; the only one, when there is one."""
    books = list(house().roster.books())
    if len(books) == 1:
        return redirect(url_for("public.line", line_id=books[0].line.id))
    return render_template("lines.html", books=books)


@pages.get("/how-we-work/<line_id>")
@only_for(ANYBODY)
def line(line_id: str) -> str:
    """How one line works."""
    book = book_of(line_id)
    known = facts(book)
    spoken = words.language()
    return render_template(
        "how-we-work.html",
        line=book.line,
        facts=known,
        live_hours=house().live_kept / 3600,
        kept=list(kept_of_a_call(words.say(spoken))),
        run_by=known.run_by.get(spoken, ""),
        reporting=known.mandated_reporting.get(spoken, ""),
    )
