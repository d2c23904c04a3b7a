"""How the line sounds: a voice and a speed for each of its languages."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from warmline.domain.accounts import Role
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Line, LineBook, Voice
from warmline.prompts.voices import FASTEST, SLOWEST, voice_of
from warmline.services.shifts import NoGood
from warmline.services.supporters.team import Amiss
from warmline.services.vocabulary import fingerprint_voices
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit

pages = Blueprint("voices", __name__, url_prefix="/console")

WHO: Final = frozenset({Role.COORDINATOR})
SPEEDS: Final = tuple(f"{n}%" for n in range(SLOWEST, FASTEST + 1, 5))


@pages.get("/<line_id>/voices")
@only_for(WHO)
def chosen(line_id: str) -> str:
    """The voice of each language."""
    book = book_of(line_id)
    return _page(book, _of(book.line))


@pages.post("/<line_id>/voices")
@only_for(WHO)
def keep(line_id: str) -> str | Response:
    """Keep what was chosen."""
    book = book_of(line_id)
    typed = {
        language: Voice(
            request.form.get(f"voice_{language}", "")[:60],
            request.form.get(f"rate_{language}", "")[:4],
        )
        for language in book.line.languages
    }
    try:
        seen = request.form.get("seen", "")
        told = house().vocabulary.keep_voices(line_id, seen, typed)
    except ChangedMeanwhile:
        house().roster.refresh()
        return _page(book_of(line_id), typed, meanwhile=True)
    except NoGood as no:
        return _page(book, typed, no)
    note_edit(line_id, told)
    flash(
        words.gettext("Callers hear it within seconds.")
        if told
        else words.gettext("Nothing was changed.")
    )
    return redirect(url_for(".chosen", line_id=line_id), 303)


def _of(line: Line) -> dict[str, Voice]:
    return {language: line.voices.get(language, Voice()) for language in line.languages}


def _page(
    book: LineBook,
    typed: dict[str, Voice],
    no: NoGood | None = None,
    *,
    meanwhile: bool = False,
) -> str:
    vocabulary = house().vocabulary
    return render_template(
        "voices.html",
        line=book.line,
        typed=typed,
        seen=request.form.get("seen", "") if no else fingerprint_voices(book.line),
        now=_of(book.line) if meanwhile else None,
        wrong=no.field if isinstance(no, Amiss) else "",
        why=words.gettext(no.reason) if no else "",
        choice_of={language: vocabulary.voices(language) for language in book.line.languages},
        ours=voice_of,
        speeds=SPEEDS,
        tongue=lambda code: words.tongue(code, words.language()),
    )
