"""Shifts from a file or from a calendar's address: looked at first, then kept, all or none."""

from __future__ import annotations

from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Role
from warmline.domain.importing import Read, Row, Unread, as_table, for_whom, read_table
from warmline.domain.line import LineBook
from warmline.services.shifts import NoGood, Wanted
from warmline.web import _plan_words as said
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit

pages = Blueprint("imports", __name__, url_prefix="/console")

EDITS: Final = frozenset({Role.COORDINATOR})
MOST_BYTES: Final = 1_000_000
SHOWN: Final = 60
LONGEST_ADDRESS: Final = 2000


@pages.url_value_preprocessor
def larger(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A plan may be larger than what other pages take. It is said before anything is read."""
    request.max_content_length = 2 * MOST_BYTES


@pages.get("/<line_id>/on-call/from-a-file")
@only_for(EDITS)
def read(line_id: str) -> str:
    """From where they come."""
    return _page(book_of(line_id))


@pages.post("/<line_id>/on-call/from-a-file")
@only_for(EDITS)
def look(line_id: str) -> str:
    """What would be new; nothing is kept yet."""
    book = book_of(line_id)
    address = request.form.get("link", "").strip()[:LONGEST_ADDRESS]
    sent = request.files.get("file")
    given = sent.read(MOST_BYTES + 1) if sent else b""
    if not given and address:
        given, why = house().fetch(address)
        if why:
            return _page(book, why)
    if not given:
        return _page(book, "nothing")
    if len(given) > MOST_BYTES:
        return _page(book, "too big")
    everything = request.form.get("who", "")
    found = for_whom(
        _read(book, given), book.supporters, everything if book.supporter(everything) else ""
    )
    return _page(book, found=found)


def _read(book: LineBook, given: bytes) -> Read:
    if b"BEGIN:VCALENDAR" in given[:1000].upper():
        return house().read_calendar(given, book.line.zone)
    try:
        return read_table(given.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return read_table(given.decode("cp1252", errors="replace"))
    except ValueError:
        return Read(unread=(Unread(1, "no table"),))


@pages.post("/<line_id>/on-call/from-a-file/keep")
@only_for(EDITS)
def keep(line_id: str) -> str | Response:
    """Keep what was looked at. What is there already stays as it is."""
    book = book_of(line_id)
    read_again = read_table(request.form.get("rows", ""))
    try:
        new = house().shifts.add_many(line_id, [_wanted(row) for row in read_again.rows])
    except NoGood as no:
        return _page(book, "no good", no_good=words.gettext(no.reason))
    if new:
        note_edit(line_id, [f"{new} shifts from a file."])
    flash(words.gettext("%(n)s shifts are new.", n=new))
    return redirect(url_for("oncall.week", line_id=line_id), 303)


def _wanted(row: Row) -> Wanted:
    return Wanted(row.who, row.span, row.rule, row.first, row.last, row.role, None, row.without)


def _page(book: LineBook, wrong: str = "", found: Read | None = None, no_good: str = "") -> str:
    return render_template(
        "from-a-file.html",
        line=book.line,
        wrong=wrong,
        no_good=no_good,
        found=found,
        table=as_table(found.rows) if found else "",
        shown=SHOWN,
        names={one.id: one.alias for one in book.supporters},
        people=sorted((one.alias.casefold(), one.id, one.alias) for one in book.supporters),
        typed=request.form,
        said=said,
    )
