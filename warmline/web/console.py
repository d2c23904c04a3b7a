"""The console: who would ring, what was done, and one's own account."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_login import logout_user
from werkzeug.wrappers import Response

from warmline.domain.accounts import Deed, Entry, Role
from warmline.domain.errors import StoreTrouble
from warmline.domain.hours import instant, is_open
from warmline.domain.line import Kind, LineBook
from warmline.domain.presence import Presence
from warmline.services.who import who as verdicts
from warmline.web import words
from warmline.web._forms import Joining, hashed
from warmline.web._guard import ANYBODY, SIGNED_IN, only_for
from warmline.web._here import book_of, house, my_books, myself
from warmline.web.downloads import attached, download
from warmline.web.first_hour import may_begin
from warmline.web.menu import in_menu

pages = Blueprint("console", __name__, url_prefix="/console")

LOG_SHOWN = 200
LOG_EXPORTED = 20_000
YEARS = range(2000, 2200)
"""Of which it can be asked who would ring."""
WHO = frozenset({Role.COORDINATOR, Role.PEER_SUPERVISOR, Role.OPERATOR})
LOG = frozenset({Role.COORDINATOR, Role.OPERATOR})


@pages.get("", strict_slashes=False)
@only_for(SIGNED_IN)
@in_menu("Lines", 10)
def start() -> str:
    """Their lines."""
    return render_template("start.html", books=my_books(), may_begin=may_begin())


@pages.get("/<line_id>/who")
@only_for(WHO)
@in_menu("Who would ring?", 20)
def who(line_id: str) -> str:
    """Whose phone would ring, and why the others' would not: as `warmline who` tells it."""
    book = book_of(line_id)
    at, amiss = _moment(book)
    asked = request.args.get("language", "")
    language = asked if asked in book.line.languages else book.line.languages[0]
    wanted = request.args.get("kind", "")
    kind = Kind(wanted) if wanted in set(Kind) else None
    now = at is None
    moment = at or datetime.fromtimestamp(house().clock.now(), UTC)
    presences = _live(book) if now else None
    say = words.say(words.language())
    return render_template(
        "who.html",
        line=book.line,
        verdicts=verdicts(book, presences, moment, language, kind, say),
        when=moment,
        now=now,
        by_plan=presences is None,
        open=is_open(book.line.hours, book.line.zone, moment),
        language=language,
        kind=kind,
        written=request.args.get("at", ""),
        amiss_time=amiss,
    )


def _moment(book: LineBook) -> tuple[datetime | None, bool]:
    """The time that was asked for, None for now; and whether it could not be read."""
    written = request.args.get("at", "").strip()
    if not written:
        return None, False
    try:
        wall = datetime.fromisoformat(written)
    except ValueError:
        return None, True
    if wall.year not in YEARS:
        return None, True
    if wall.tzinfo is not None:  # the second of two hours of one name, from the plan
        return wall.astimezone(UTC), False
    return instant(book.line.zone, wall.date(), wall.time()), False


def _live(book: LineBook) -> dict[str, Presence] | None:
    try:
        return dict(house().calls.presences([one.id for one in book.supporters]))
    except StoreTrouble:
        return None


@pages.get("/<line_id>/settings.toml")
@only_for(LOG)
@in_menu("The settings as a file", 95)
def settings_file(line_id: str) -> Response:
    """The line without its people, to begin the next county's with."""
    book_of(line_id)
    return attached(house().settings_of(line_id), f"{line_id}.toml", "application/toml")


@pages.get("/log")
@only_for(LOG)
@in_menu("Audit log", 80)
def log() -> str:
    """Who did what to accounts and to lines' settings. Never about a caller."""
    return render_template("log.html", entries=_entries(LOG_SHOWN), zone=UTC)


@pages.get("/log.csv")
@only_for(LOG)
def log_as_file() -> Response:
    """The same, a year of it, for a spreadsheet."""
    rows = [["at (UTC)", "by", "what", "about", "line", "told"]]
    for one in _entries(LOG_EXPORTED):
        at = one.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
        rows.append([at, one.by, one.what, one.about, one.line, one.told])
    return download(rows, "audit-log.csv")


def _entries(limit: int) -> list[Entry]:
    """What was done to accounts and settings, and to the directories of their lines."""
    found = house().people.log(limit, myself())
    for book in my_books():
        if myself().may(LOG, book.line.id):
            line = book.line.id
            found += [
                Entry(at, by, Deed.DIRECTORY, line=line, told=what)
                for at, by, what in house().directory_changes(line)
            ]
    return sorted(found, key=lambda one: one.at, reverse=True)[:limit]


@pages.get("/account")
@only_for(SIGNED_IN)
@in_menu("Your account", 90)
def account() -> str:
    """Their own account."""
    store, me = house().store, myself()
    began = sorted((at, name) for name, at in store.sessions_of(me.id).items())
    return render_template(
        "account.html",
        me=me,
        codes=len(me.recovery_codes),
        sessions=[(name, datetime.fromtimestamp(at, UTC)) for at, name in began],
        this=store.name_of_session(session.get("mark", "")),
        zone=UTC,
    )


@pages.post("/account/session")
@only_for(SIGNED_IN)
def end_session() -> Response:
    """End one sign-in of theirs, on whatever device."""
    house().store.end_session(myself().id, request.form.get("session", ""))
    return redirect(url_for("console.account"), 303)


@pages.post("/account/language")
@only_for(SIGNED_IN)
def speak() -> Response:
    """Their language, on every device."""
    chosen = request.form.get("language", "")
    if chosen in words.LANGUAGES:
        house().people.keep(replace(myself(), language=chosen))
        session["lang"] = chosen
    return redirect(url_for("console.account"), 303)


@pages.post("/account/everywhere")
@only_for(SIGNED_IN)
def everywhere() -> Response:
    """End every sign-in of theirs, this one too."""
    house().people.sign_out_everywhere(myself())
    logout_user()
    return redirect(url_for("security.login"), 303)


@pages.route("/invitation/<token>", methods=["GET", "POST"])
@only_for(ANYBODY)
def invitation(token: str) -> str | Response | tuple[str, int]:
    """A first password for whoever was invited. The link works once."""
    invited = house().people.invited(token)
    if invited is None:
        return render_template("invitation-over.html"), 404
    form = Joining()
    if form.validate_on_submit() and house().people.join(token, hashed(form.password.data)):
        return redirect(url_for("security.login"), 303)
    return render_template("invitation.html", form=form, name=invited.name)
