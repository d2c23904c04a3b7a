"""What callers hear, sentence by sentence: ours, the line's own, and as somebody has spoken it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Flask, Response, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as Answer

from warmline.domain.accounts import Role
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import LineBook
from warmline.domain.loudness import NoSound
from warmline.domain.wording import Sentence
from warmline.prompts import speech_seconds
from warmline.prompts.voices import voice_of
from warmline.services.words import Refused, Shown
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import book_of, house, note_edit
from warmline.web.menu import in_menu

pages = Blueprint("sentences", __name__, url_prefix="/console")

WHO: Final = frozenset({Role.COORDINATOR})
OWN: Final = "own"
"""The topic of what the line has of its own."""
MOST_BYTES: Final = 11 * 1024 * 1024
"""Of a recording that is sent here; what is taken in is a little less."""
LONGEST: Final = 2000
"""Letters of a pattern that is looked at at all."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be used, and every reason against it."""

    field: str
    reasons: tuple[str, ...]


def let_sounds_in(app: Flask) -> None:
    """Let a page take a sound file; nobody else, and no stranger, may send as much.

    To be said before anything reads forms.
    """

    @app.before_request
    def how_much() -> None:
        if request.endpoint == "sentences.one" and current_user.is_authenticated:
            request.max_content_length = MOST_BYTES


@pages.get("/<line_id>/words")
@only_for(WHO)
@in_menu("Words", 60)
def all_of_them(line_id: str) -> str:
    """The sentences of one topic, or those with something of the line's own, in one language."""
    book = book_of(line_id)
    language, topic = _language(book), _topic()
    find = " ".join(request.args.get("find", "")[:60].split())
    service = house().own_words
    every = [one for one in service.every(book.line) if one.language == language]
    return render_template(
        "words.html",
        line=book.line,
        language=language,
        topic=topic,
        topics=topics(),
        find=find,
        rows=list(_rows(every, topic, find.casefold())),
        seconds=speech_seconds,
        tongue=_tongue,
    )


def _rows(every: list[Shown], topic: str, find: str) -> Iterator[Shown]:
    ours = house().own_words.ours
    for one in every:
        mine = one.own is not None or one.recording is not None
        if find:
            if find in one.now.plain.casefold() or find in one.message:
                yield one
        elif (topic == OWN and mine) or ours.topic(one.message) == topic:
            yield one


@pages.route("/<line_id>/words/<message>", methods=["GET", "POST"])
@only_for(WHO)
def one(line_id: str, message: str) -> str | Answer:
    """A sentence: heard, said otherwise, recorded, and as it came."""
    book = book_of(line_id)
    try:
        shown = house().own_words.shown(book.line, message, _language(book))
    except Refused:
        flash(words.gettext("There is no such sentence."))
        return redirect(url_for(".all_of_them", line_id=line_id), 303)
    if request.method == "GET":
        return _page(book, shown)
    typed = request.form.get("text", "")[:LONGEST]
    try:
        told = _changed(book, shown, typed, request.form.get("seen", ""))
    except ChangedMeanwhile:
        now = house().own_words.shown(book.line, message, shown.language)
        return _page(book, now, typed, meanwhile=True)
    except Refused as no:
        said = tuple(words.told(one) for one in no.reasons)
        return _page(book, shown, typed, Wrong(request.form.get("want", ""), said))
    note_edit(line_id, [told] if told else [])
    flash(words.gettext("Callers hear it within seconds."))
    again = url_for(".one", line_id=line_id, message=message, language=shown.language)
    return redirect(again, 303)


def _changed(book: LineBook, shown: Shown, typed: str, seen: str) -> str:
    """What was done, told for the audit log; nothing when it was so already.

    Raises Refused, ChangedMeanwhile.
    """
    service, want = house().own_words, request.form.get("want")
    name = f"{shown.message} ({shown.language})"
    if want == "record":
        service.record(book.line, shown.message, shown.language, _samples(), seen)
        return f"{name} is heard as it was recorded."
    if want == "reset":
        gone = service.reset(book.line, shown.message, shown.language, seen)
        return f"{name} is the original again." if gone else ""
    now = service.say(book.line, shown.message, shown.language, typed, seen)
    return f"{name} now says: {now.plain}"


def _samples() -> array[int]:
    sent = request.files.get("sound")
    if sent is None or not sent.filename:
        raise Refused(Sentence("Choose a sound file."))
    try:
        return house().read_sound(sent.read())
    except NoSound as why:
        raise Refused(why.sentence) from None


@pages.get("/<line_id>/words/<message>/sound")
@only_for(WHO)
def sound(line_id: str, message: str) -> Answer:
    """The recording of a sentence, to be heard on the page."""
    book = book_of(line_id)
    try:
        shown = house().own_words.shown(book.line, message, _language(book))
        wav = house().own_words.sound(shown.recording.sound) if shown.recording else None
    except Refused:
        wav = None
    if wav is None:
        return redirect(url_for(".all_of_them", line_id=line_id), 303)
    return Response(wav, mimetype="audio/wav")


def _page(
    book: LineBook,
    shown: Shown,
    typed: str | None = None,
    wrong: Wrong | None = None,
    *,
    meanwhile: bool = False,
) -> str:
    own = shown.own.pattern if shown.own else shown.original
    return render_template(
        "sentence.html",
        line=book.line,
        shown=shown,
        typed=own if typed is None else typed,
        wrong=wrong,
        meanwhile=meanwhile,
        seconds=speech_seconds(shown.now),
        rests=shown.recording is not None and not shown.now.sound,
        recordable=not house().own_words.ours.variables(shown.message),
        voice=shown.now.voice or voice_of(shown.language),
        topic=house().own_words.ours.topic(shown.message),
        tongue=_tongue,
    )


def _language(book: LineBook) -> str:
    asked = request.args.get("language", "")
    return asked if asked in book.line.languages else book.line.languages[0]


def _tongue(code: str) -> str:
    return words.tongue(code, words.language())


def _topic() -> str:
    asked = request.args.get("topic", "")
    return asked if asked in topics() else "welcome"


def topics() -> dict[str, str]:
    """What sentences are about, by the name of their file, in the order in which they are met."""
    say = words.gettext
    return {
        "welcome": say("The welcome"),
        "waiting": say("Waiting for a peer"),
        "talk": say("Meeting a peer"),
        "choosing": say("Choosing whom to talk with: key 3"),
        "crisis": say("Crisis: key 9"),
        "places": say("Other places to call: key 4"),
        "privacy": say("Privacy: key 7"),
        "callback": say("Being called back"),
        "closed": say("Outside the hours"),
        "survey": say("Questions after a talk"),
        "flood": say("When very many call"),
        "trouble": say("When something is not working"),
        "supporter": say("On a supporter's phone"),
        "duty": say("A supporter's own duty"),
        "errands": say("Calls to a supporter about themselves"),
        "shifts": say("Shifts: reminders and swaps"),
        "texts": say("Texts to supporters"),
        OWN: say("What the line has of its own"),
    }
