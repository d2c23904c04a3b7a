"""Supporters' tags and agencies in words that callers understand, in each language of the line."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Role
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import LineBook, Supporter
from warmline.services.shifts import NoGood
from warmline.services.supporters.team import LONGEST_TAG, Amiss
from warmline.services.vocabulary import (
    LONGEST,
    NEW,
    Carried,
    Said,
    agencies,
    carrying,
    fingerprint_words,
    tags,
)
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit

pages = Blueprint("tags", __name__, url_prefix="/console")

WHO: Final = frozenset({Role.COORDINATOR})
Words = dict[str, dict[str, str]]
TAG, AGENCY = "tag", "agency"


@pages.get("/<line_id>/tags")
@only_for(WHO)
def all_of_them(line_id: str) -> str:
    """Every tag and agency with its words, and who has it."""
    book = book_of(line_id)
    return _page(book, _kept(tags(book)), _kept(agencies(book)))


@pages.post("/<line_id>/tags")
@only_for(WHO)
def keep(line_id: str) -> str | Response:
    """Keep the words; and a new tag, if one was written down."""
    book = book_of(line_id)
    said, named = _typed(book, TAG), _typed(book, AGENCY)
    new = " ".join(request.form.get(NEW, "")[:80].split())
    fresh = {new: _row(book, NEW)} if new else {}
    try:
        told = house().vocabulary.keep_words(
            line_id, request.form.get("seen", ""), {**said, **fresh}, named, new
        )
    except ChangedMeanwhile:
        house().roster.refresh()
        return _page(book_of(line_id), said, named, meanwhile=True)
    except NoGood as no:
        return _page(book, said, named, no)
    note_edit(line_id, told)
    flash(words.gettext("That is kept.") if told else words.gettext("Nothing was changed."))
    return redirect(url_for(".all_of_them", line_id=line_id), 303)


@pages.post("/<line_id>/tags/drop")
@only_for(WHO)
def drop(line_id: str) -> str | Response:
    """A tag goes; whoever would lose it is shown before."""
    book, tag = book_of(line_id), request.form.get(TAG, "")[:80]
    if request.form.get("want") != "sure" and (people := carrying(book, tag)):
        return _ask(book, tag, people)
    try:
        told = house().vocabulary.drop_tag(line_id, tag, frozenset(request.form.getlist("who")))
    except Carried as they:
        house().roster.refresh()
        return _ask(book_of(line_id), tag, they.people, others=True)
    note_edit(line_id, told)
    flash(words.gettext("%(tag)s is dropped.", tag=tag))
    return redirect(url_for(".all_of_them", line_id=line_id), 303)


def _ask(book: LineBook, tag: str, people: tuple[Supporter, ...], *, others: bool = False) -> str:
    return render_template("tag-sure.html", line=book.line, tag=tag, people=people, others=others)


def _kept(said: list[Said]) -> Words:
    return {one.code: dict(one.words) for one in said}


def _typed(book: LineBook, what: str) -> Words:
    """What was typed, by code and language."""
    codes = request.form.getlist(what)[:200]
    return {code[:80]: _row(book, f"{what}{number}") for number, code in enumerate(codes)}


def _row(book: LineBook, name: str) -> dict[str, str]:
    return {code: request.form.get(f"{name}_{code}", "")[:200] for code in book.line.languages}


def _page(
    book: LineBook,
    said: Words,
    named: Words,
    no: NoGood | None = None,
    *,
    meanwhile: bool = False,
) -> str:
    field = no.field if isinstance(no, Amiss) else ""
    return render_template(
        "tags.html",
        line=book.line,
        tags=tags(book),
        agencies=agencies(book),
        said=said,
        named=named,
        new=request.form.get(NEW, ""),
        fresh=_row(book, NEW),
        seen=request.form.get("seen", "") if no else fingerprint_words(book.line),
        wrong=field,
        why=words.gettext(no.reason) if no else "",
        meanwhile=meanwhile,
        longest=LONGEST,
        longest_tag=LONGEST_TAG,
        tongue=lambda code: words.tongue(code, words.language()),
    )
