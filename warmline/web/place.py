"""One of the other places: made sure of, turned on and off, changed, taken out; or a new one."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.directory.changes import Refused, facts, holds
from warmline.domain.directory.facts import is_crisis
from warmline.domain.directory.objections import Objection
from warmline.domain.directory.rows import MOST, cell_of
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Keeper, LineBook, Place, PlanKeeper
from warmline.services.directory import Outcome, fingerprint, row_of
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, myself
from warmline.web.places import WHO, kinds, today_of, why_off

pages = Blueprint("place", __name__, url_prefix="/console")

COLUMNS: Final = (
    "name",
    "kind",
    "dial",
    "short_code",
    "text",
    "audience",
    "hours",
    "languages",
    "police",
    "bridgeable",
    "local",
    "remark",
)
"""What can be changed of a row here, besides how its name and audience are said."""
TRUTHS: Final = frozenset({"bridgeable", "local"})


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be: by column, and of the row as a whole."""

    columns: dict[str, str] = field(default_factory=dict)
    said: str = ""
    meanwhile: bool = False


NOTHING_WRONG: Final = Wrong()


@pages.route("/<line_id>/places/new", methods=["GET", "POST"])
@only_for(WHO)
def new(line_id: str) -> str | Response:
    """A place of their own."""
    book = book_of(line_id)
    if request.method == "GET":
        return _page(book, None, {"local": "yes"})
    typed = _typed(book)
    return _keep(book, None, f"own_{secrets.token_hex(4)}", typed)


@pages.get("/<line_id>/places/row/<key>")
@only_for(WHO)
def one(line_id: str, key: str) -> str | Response:
    """A row, and what can be done about it."""
    book = book_of(line_id)
    place = _named(book, key)
    return _page(book, place, _cells(book, place)) if place else _gone(line_id)


@pages.post("/<line_id>/places/row/<key>")
@only_for(WHO)
def change(line_id: str, key: str) -> str | Response:
    """Make sure of it, name it or not, change it, take it out."""
    book = book_of(line_id)
    place = _named(book, key)
    if place is None:
        return _gone(line_id)
    me, desk, seen = myself().name, house().directory, request.form.get("seen", "")
    match _want():
        case "verify":
            return _verify(book, place, seen)
        case "on" | "off" as turned:
            on = turned == "on"
            return _do(book, place, lambda: desk.turn(line_id, key, me, on=on, seen=seen))
        case "remove":
            return _do(book, place, lambda: desk.remove(line_id, key, me, seen=seen))
        case _:
            return _keep(book, place, key, _typed(book))


def _verify(book: LineBook, place: Place, seen: str) -> str | Response:
    method = request.form.get("method", "")[: MOST["method"]].strip()
    written = request.form.get("until", "")
    wrong: dict[str, str] = {}
    until = _day(written)
    if not method:
        wrong["method"] = words.gettext("Say how you made sure.")
    if until is None or until <= today_of(book):
        wrong["until"] = words.gettext("Give a day to come.")
    if wrong or until is None:
        return _page(book, place, _cells(book, place), Wrong(wrong))
    owner = request.form.get("owner", "")[: MOST["owner"]].strip()
    line, me = book.line.id, myself().name
    return _do(
        book,
        place,
        lambda: house().directory.verify(
            line, place.key, me, method=method, until=until, owner=owner, seen=seen
        ),
    )


def _keep(book: LineBook, place: Place | None, key: str, typed: dict[str, str]) -> str | Response:
    """Change a row, or add one, of which everything is looked at first."""
    wanted, found = row_of(book, {"key": key, **typed}, today_of(book))
    if place is None:
        # Nobody has made sure of it yet: its own page says so, and turns it on.
        wanted = replace(wanted, enabled=False)
    if found:
        return _page(book, place, typed, Wrong(told(found)))
    seen = request.form.get("seen", "") if place else None
    if place is not None and seen == fingerprint(place) and facts(wanted) == facts(place):
        flash(words.gettext("Nothing was changed."))
        return redirect(url_for(".one", line_id=book.line.id, key=key), 303)
    return _do(
        book,
        place,
        lambda: house().directory.change(book.line.id, wanted, myself().name, seen=seen),
        typed,
        key,
    )


def _do(
    book: LineBook,
    place: Place | None,
    verb: Callable[[], Outcome],
    typed: dict[str, str] | None = None,
    key: str = "",
) -> str | Response:
    try:
        outcome = verb()
    except ChangedMeanwhile:
        return _meanwhile(book.line.id, place, typed)
    except Refused as no:
        shown = typed or (_cells(book, place) if place else {})
        return _page(book, place, shown, Wrong(said=words.told(no.sentence)))
    waits = any(one.outcome == "proposed" for one in outcome.told)
    flash(
        words.gettext("It is proposed, and waits for somebody else to approve it.")
        if waits
        else words.gettext("That is kept.")
        if outcome.changes
        else words.gettext("Nothing was changed.")
    )
    where = place.key if place else key
    now = next((one for one in book_of(book.line.id).places if one.key == where), None)
    if waits or now is None:
        return redirect(url_for("places.all_of_them", line_id=book.line.id), 303)
    return redirect(url_for(".one", line_id=book.line.id, key=where), 303)


def told(found: Iterable[Objection]) -> dict[str, str]:
    """What is wrong with a row, by column, in the page's language; of a column the last."""
    return {column: words.told(said) for column, said in found}


def _meanwhile(line_id: str, place: Place | None, typed: dict[str, str] | None) -> str | Response:
    """Somebody was quicker: what stands there now, and what was typed."""
    house().roster.refresh()
    book = book_of(line_id)
    now = _named(book, place.key) if place else None
    if now is None:
        return _gone(line_id)
    return _page(book, now, typed or _cells(book, now), Wrong(meanwhile=True))


def _want() -> str:
    return request.form.get("want", "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _named(book: LineBook, key: str) -> Place | None:
    return next((one for one in book.places if one.key == key), None)


def _gone(line_id: str) -> Response:
    flash(words.gettext("There is no such place any more."))
    return redirect(url_for("places.all_of_them", line_id=line_id), 303)


def _columns(book: LineBook) -> list[str]:
    """What can be changed, with how it is said in the line's other languages."""
    others = [code for code in book.line.languages if code != "en"]
    return [*COLUMNS, *(f"{what}_{code}" for code in others for what in ("name", "audience"))]


def _cells(book: LineBook, place: Place) -> dict[str, str]:
    cells = {column: cell_of(place, column) for column in _columns(book)}
    return cells | {"name": ""} if place.name.startswith("(") else cells


def _typed(book: LineBook) -> dict[str, str]:
    found = {
        column: " ".join(request.form.get(column, "")[:400].split()) for column in _columns(book)
    }
    return found | {column: "yes" if found[column] else "no" for column in TRUTHS}


def _page(
    book: LineBook, place: Place | None, typed: dict[str, str], wrong: Wrong = NOTHING_WRONG
) -> str:
    today = today_of(book)
    mends = bool(wrong.columns or wrong.said)
    of_file = place is not None and place.kept_in is Keeper.FILE
    return render_template(
        "place.html",
        line=book.line,
        place=place,
        typed=typed,
        wrong=wrong,
        # Whoever has something to mend was shown no other row than before.
        seen=request.form.get("seen", "") if mends else fingerprint(place),
        why=why_off(place) if place else "",
        crisis=place is not None and is_crisis(place),
        of_file=of_file and book.line.kept_in is PlanKeeper.FILE,
        until=request.form.get("until") or (str(today + holds(place)) if place else ""),
        method=request.form.get("method", ""),
        owner=request.form.get("owner") or (place.owner if place else ""),
        today=today,
        most=MOST,
        columns=_columns(book),
        kinds=kinds(),
        waits=[one for one in book.proposals if place and one.key == place.key],
        tongue=lambda code: words.tongue(code, words.language()),
    )
