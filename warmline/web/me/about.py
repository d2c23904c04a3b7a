"""What callers hear of me, and what I carry at most."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Kind
from warmline.domain.naming import tag_words
from warmline.domain.spans import BadSpan, parse_span, span_text
from warmline.services.shifts import NoGood
from warmline.services.supporters.own_page import AboutMe, most, tags_of
from warmline.web import words
from warmline.web.me._door import me
from warmline.web.me.house import house

pages = Blueprint("about", __name__, url_prefix="/me")


@pages.get("/about")
def about() -> str:
    """Their own words about themselves."""
    return _page(AboutMe.of(me().person), "")


@pages.post("/about")
def change() -> Response | tuple[str, int]:
    """Say something else from now on."""
    asker = me()
    wanted = AboutMe.of(asker.person)
    try:
        wanted = _read(request.form)
        house().own.change(
            asker.book.line.id, asker.person.id, request.form.get("seen", ""), wanted
        )
    except NoGood as no_good:
        return _page(wanted, words.gettext(no_good.reason)), 400
    except ChangedMeanwhile:
        sentence = words.gettext(
            "This was changed meanwhile, perhaps by your coordinator. What stands there now is "
            "shown beside what you typed; save again if yours is right."
        )
        return _page(wanted, sentence, changed=True), 409
    flash(words.gettext("That is kept."))
    return redirect(url_for("about.about"), 303)


def _read(form: MultiDict[str, str]) -> AboutMe:
    """What was typed. Raises NoGood."""
    begins, ends = form.get("quiet_from", ""), form.get("quiet_to", "")
    try:
        quiet = parse_span(f"{begins[:5]}-{ends[:5]}") if begins or ends else None
    except BadSpan:
        raise NoGood("Write both ends of your quiet hours, like 22:00 and 07:00.") from None
    kind = form.get("kind", "")
    return AboutMe(
        alias=" ".join(form.get("alias", "").split()),
        kind=Kind(kind) if kind in set(Kind) else Kind.PEER,
        languages=tuple(dict.fromkeys(form.getlist("languages"))),
        tags=frozenset(form.getlist("tags")),
        quiet=quiet,
        calls_per_shift=_number(form.get("calls", "")),
        talk_minutes_per_shift=_number(form.get("minutes", "")),
        wrap_up_minutes=_number(form.get("rest", "")),
    )


def _number(typed: str) -> int:
    plain = typed.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 5 else -1


def _page(shown: AboutMe, amiss: str, *, changed: bool = False) -> str:
    asker = me()
    person, line = asker.person, asker.book.line
    spoken = words.language()
    now = AboutMe.of(person)
    return render_template(
        "me/about.html",
        me=person,
        line=line,
        shown=shown,
        now=now if changed else None,
        seen=now.fingerprint,
        amiss=amiss,
        most=most(person),
        quiet=span_text(shown.quiet).split("-") if shown.quiet else ["", ""],
        quiet_now=span_text(now.quiet) if now.quiet else "",
        tags=[(tag, _said(tag)) for tag in tags_of(asker.book, person)],
        heard=list(tag_words(line, person, spoken).values()),
    )


def _said(tag: str) -> str:
    return me().book.line.tag_words.get(tag, {}).get(words.language(), tag)
