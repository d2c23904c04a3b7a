"""Health of the installation in sentences, and alarms: where they go, and whether they arrive."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Final, TypeVar

import structlog
from flask import Blueprint, render_template

from warmline.domain.accounts import Deed, Role
from warmline.domain.alarms import ALARMS
from warmline.domain.errors import StoreTrouble
from warmline.domain.numbers import mask
from warmline.domain.wording import Sentence
from warmline.services.checking import Finding, Grade, machinery, wrong
from warmline.services.checking import line as about_line
from warmline.web import words
from warmline.web._guard import only_for
from warmline.web._here import house, my_books, myself
from warmline.web.menu import in_menu

pages = Blueprint("health", __name__, url_prefix="/console")

LOOKS: Final = frozenset({Role.COORDINATOR, Role.OPERATOR})
EXAMINES: Final = frozenset({Role.OPERATOR})
"""Whoever runs the installation: the long look tells of every line."""
PATIENCE: Final = 8.0
"""Seconds: nobody waits longer for a page than this, whatever is out of order."""

One = TypeVar("One")
log = structlog.get_logger(__name__)


@pages.get("/health")
@only_for(LOOKS)
@in_menu("Health", 75)
def health() -> str:
    """What can be told at once, without asking anybody outside."""
    return _page(list(_quick()))


@pages.post("/health")
@only_for(EXAMINES)
def examine() -> str:
    """All that `warmline check` looks at, as far as it is done in a few seconds."""
    found, done = within(PATIENCE, house().examine)
    return _page(found, whole=True, done=done)


@pages.post("/health/alarms")
@only_for(LOOKS)
def try_alarms() -> str:
    """Send a test through every way out that is the reader's to try."""
    house().people.note(myself().name, Deed.TRIED_ALARMS)
    mine = [book.line.id for book in my_books() if myself().may(LOOKS, book.line.id)]
    alarms, everything = house().alarms, myself().may(EXAMINES)
    sent, done = within(PATIENCE, lambda: alarms.try_out(mine, everything=everything))
    return _page(list(_quick()), sent=sent, sent_all=done)


def within(seconds: float, make: Callable[[], Iterable[One]]) -> tuple[list[One], bool]:
    """What was made in so many seconds, and whether that was all. The rest goes on unseen."""
    found: list[One] = []
    all_of_it, over = threading.Event(), threading.Event()

    def collect() -> None:
        try:
            for one in make():
                found.append(one)  # noqa: PERF402  # each is there as soon as it is made
            all_of_it.set()
        except StoreTrouble as trouble:
            log.warning("health.look_failed", error=type(trouble).__name__)
        finally:
            over.set()

    threading.Thread(target=collect, daemon=True).start()
    over.wait(seconds)
    return list(found), all_of_it.is_set()


def _quick() -> Iterator[Finding]:
    at = datetime.fromtimestamp(house().clock.now(), UTC)
    try:
        yield from machinery(house().pulse)
    except StoreTrouble:
        yield wrong(
            Sentence("The live state does not answer."),
            Sentence("Look at REDIS_URL and at its server."),
        )
    for book in my_books():
        yield from about_line(book, at)


def _said(words_of_alarm: str) -> str:
    when = words.gettext("at that time")
    return house().alarms.words.text(words_of_alarm, words.language(), when=when).plain


def _told(sentence: Sentence) -> tuple[str, str]:
    """As the reader reads it, and in which language that is: not everything is translated."""
    told = words.told(sentence)
    return told, "en" if told == str(sentence) else words.language()


def _page(found: list[Finding], **more: object) -> str:
    lines = [book.line for book in my_books() if myself().may(LOOKS, book.line.id)]
    return render_template(
        "health.html",
        found=sorted(found, key=lambda one: list(Grade)[::-1].index(one.grade)),
        wrong=sum(one.grade is Grade.WRONG for one in found),
        lines=lines,
        ways=house().ways_out,
        told=_told,
        masked=mask,
        alarms=[(one, _said(one.words)) for one in ALARMS.values()],
        may_examine=myself().may(EXAMINES),
        **more,
    )
