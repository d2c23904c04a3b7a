"""The directory as a table: handed out for a spreadsheet, and taken in after it was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as Answer

from warmline.domain.directory.changes import Refused
from warmline.domain.directory.rows import written
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import LineBook
from warmline.domain.problems import BadFile, Problem
from warmline.domain.wording import Sentence
from warmline.services.directory import Outcome, fingerprint_of_all
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, myself
from warmline.web.downloads import attached
from warmline.web.places import WHO
from warmline.web.typed import plain

pages = Blueprint("place_table", __name__, url_prefix="/console")

MOST_BYTES: Final = 300_000
"""Of a table: more than its most rows need."""
MOST_PROBLEMS: Final = 50
"""Of a table that are told at once: whoever has more has mistaken the file."""
QUIET: Final = frozenset({"unchanged", "left"})
"""What became of rows of which nothing needs to be told."""


@pages.url_value_preprocessor
def larger(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A table may be larger than what other pages take. It is said before anything is read."""
    if current_user.is_authenticated:
        request.max_content_length = request.max_form_memory_size = 4 * MOST_BYTES


@pages.get("/<line_id>/places.csv")
@only_for(WHO)
def export(line_id: str) -> Response:
    """Every row, as `warmline directory export` writes it."""
    return attached(written(book_of(line_id).places), f"{line_id}-places.csv", "text/csv")


@pages.get("/<line_id>/places/from-a-file")
@only_for(WHO)
def read(line_id: str) -> str:
    """From where rows come."""
    return _page(book_of(line_id))


@pages.post("/<line_id>/places/from-a-file")
@only_for(WHO)
def look(line_id: str) -> str:
    """What would become of each row; nothing is kept yet."""
    book = book_of(line_id)
    sent = request.files.get("file")
    given = sent.read(MOST_BYTES + 1) if sent else b""
    if not given:
        return _page(book, words.gettext("Choose a file."))
    if len(given) > MOST_BYTES:
        return _page(book, words.gettext("That is more than a directory needs: 300 kB at most."))
    try:
        return _look(book, plain(given.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return _page(
            book, words.gettext("This is not UTF-8 text. Save it as “CSV UTF-8” and try again.")
        )


@pages.post("/<line_id>/places/from-a-file/keep")
@only_for(WHO)
def keep(line_id: str) -> str | Answer:
    """Take in what was looked at, if the directory is still as it was then."""
    book, table = book_of(line_id), request.form.get("table", "")
    try:
        outcome = house().directory.take_in(
            line_id,
            table,
            myself().name,
            drop_missing=_drops(),
            seen=request.form.get("seen", ""),
        )
    except ChangedMeanwhile:
        house().roster.refresh()
        again = words.gettext("Somebody changed the directory while you looked. Look once more.")
        return _look(book_of(line_id), table, again)
    except BadFile as bad:
        return _page(book, problems=bad.problems)
    except Refused as no:
        return _page(book, words.told(no.sentence))
    waits = sum(one.outcome == "proposed" for one in outcome.told)
    flash(words.gettext("The table is taken in."))
    if waits:
        flash(words.gettext("%(n)s rows wait for a second person.", n=waits))
    return redirect(url_for("places.all_of_them", line_id=line_id), 303)


def _look(book: LineBook, table: str, wrong: str = "") -> str:
    try:
        outcome = house().directory.take_in(
            book.line.id, table, myself().name, drop_missing=_drops(), dry_run=True
        )
    except BadFile as bad:
        return _page(book, problems=bad.problems)
    except Refused as no:
        return _page(book, words.told(no.sentence))
    return _page(book, wrong, outcome=outcome, table=table)


def _drops() -> bool:
    return bool(request.form.get("drop_missing"))


def _page(
    book: LineBook,
    wrong: str = "",
    problems: Sequence[Problem] = (),
    outcome: Outcome | None = None,
    table: str = "",
) -> str:
    told = outcome.told if outcome else ()
    return render_template(
        "places-from-a-file.html",
        line=book.line,
        wrong=wrong,
        problems=problems[:MOST_PROBLEMS],
        more=max(0, len(problems) - MOST_PROBLEMS),
        looked=outcome is not None,
        rows=[
            (one.key, one.outcome, words.told(one.why) if one.why else "")
            for one in told
            if one.outcome not in QUIET
        ],
        same=sum(one.outcome in QUIET for one in told),
        changes=outcome.changes if outcome else (),
        table=table,
        seen=fingerprint_of_all(book),
        drop_missing=_drops(),
        mend=lambda text: words.told(text) if isinstance(text, Sentence) else text,
    )
