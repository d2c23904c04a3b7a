"""The pages' words in every language: sentences in English, translated in `catalogues/<code>.po`.

The catalogues are compiled in memory when they are first wanted, so that a fresh clone needs no
step of its own and no compiled file can be older than its words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Final, Literal, cast
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Request, g, request, session

from warmline.domain.wording import AnyOf, NearTime, Sentence

LANGUAGES: Final = {"en": "English", "es": "Español"}
"""Languages of the pages, each by its own name. The sentences are written in the first."""


def catalogue_file(language: str) -> bytes:
    """The PO file of a language."""
    return resources.files(__package__).joinpath("catalogues", f"{language}.po").read_bytes()


@cache
def _catalogue(language: str) -> NullTranslations:
    if language == next(iter(LANGUAGES)):
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(catalogue_file(language)), locale=language))
    compiled.seek(0)
    return Translations(compiled)


def language() -> str:
    """The language of the page that is being made."""
    if "language" not in g:
        g.language = _asked(request) or _remembered() or _best(request)
    return cast("str", g.language)


def _asked(asked: Request) -> str:
    wanted = asked.args.get("lang", "")
    return wanted if wanted in LANGUAGES else ""


def _remembered() -> str:
    """What was chosen before. A stranger on a public page has no cookie, and chose nothing."""
    wanted = session.get("lang", "") if session else ""
    return wanted if wanted in LANGUAGES else ""


def _best(asked: Request) -> str:
    return asked.accept_languages.best_match(list(LANGUAGES)) or next(iter(LANGUAGES))


def gettext(sentence: str, **values: object) -> str:
    """A sentence in the page's language, with `%(name)s` filled in."""
    return say(language())(sentence, **values)


def say(wanted: str) -> Callable[..., str]:
    """What says a sentence in one language."""

    def said(sentence: str, **values: object) -> str:
        words = {name: _near(value, wanted) for name, value in values.items()}
        return _catalogue(wanted).ugettext(sentence) % words

    return said


def _near(value: object, wanted: str) -> object:
    if not isinstance(value, NearTime):
        return value
    return clock(value.at, value.zone, value.now, wanted)


def tongue(code: str, said_in: str) -> str:
    """What a language is called in another."""
    return Locale.parse(code).get_display_name(said_in) or code


def show(value: object) -> object:
    """A list, a time of the next days, or a day, as it is written in the page's language."""
    locale = Locale.parse(language())
    if isinstance(value, tuple):
        style: Literal["or", "standard"] = "or" if isinstance(value, AnyOf) else "standard"
        return format_list(value, style=style, locale=locale)
    if isinstance(value, datetime):
        return format_datetime(value, "EEE HH:mm", locale=locale)
    return format_date(value, locale=locale) if isinstance(value, date) else value


def told(sentence: Sentence) -> str:
    """What another part of the program says, in the page's language."""
    return sentence.told(say(language()), show)


def moment(at: datetime, zone: ZoneInfo) -> str:
    """A time as it is written in the page's language: day, hour, minute."""
    local = at.astimezone(zone)
    return format_datetime(local, "EEE d MMM y, HH:mm", locale=Locale.parse(language()))


def clock(at: datetime, zone: ZoneInfo, now: datetime, wanted: str = "") -> str:
    """A time near now: the hour and minute, with the day when it is another."""
    local = at.astimezone(zone)
    how = "HH:mm" if local.date() == now.astimezone(zone).date() else "EEE d MMM, HH:mm"
    return format_datetime(local, how, locale=Locale.parse(wanted or language()))
