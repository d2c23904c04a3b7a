"""Two coordinators press "keep" at the same moment: one is kept, the other is told, none is lost.

Each of the two has been shown the same. They meet twice: before they write, and once more after
they have looked at what is there, which only one at a time may do.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from tests.adapters.sql.test_roster import SetClock, roster, saved
from tests.books import BOOK
from warmline.adapters.redis_steps import new_id
from warmline.adapters.sound_files import wav_file
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.words import SqlWords
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Holiday, LineBook, Place
from warmline.domain.shifts import fingerprint as of_shift
from warmline.prompts import load
from warmline.services.directory import Directory
from warmline.services.directory import fingerprint as of_place
from warmline.services.lines import Lines, about_of, fingerprint_about, fingerprint_hours
from warmline.services.shifts import Changed, Shifts, Wanted
from warmline.services.supporters.team import Profile, Team
from warmline.services.supporters.team import fingerprint as of_person
from warmline.services.words import Words

A_MOMENT = 0.2
"""Seconds in which the second could look, if nothing kept them from it."""
PEER = Place("nami", "peer", "A peer line", "+16505550151", hours="24/7", method="operator page")
SHOWN = replace(BOOK, places=(PEER,))
RIVER, NIGHTS = SHOWN.supporters[0], SHOWN.shifts[0]
WEEK = SHOWN.line.hours
TWO = ("Ada", "Ben")


class Crowded:
    """A store into which both come together, and look together if they can."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self._before, self._within = threading.Barrier(2), threading.Barrier(2)

    @contextmanager
    def editing(self, *whose: str) -> Iterator[Any]:
        self._before.wait(10)
        with self._store.editing(*whose) as edit:
            with suppress(threading.BrokenBarrierError):
                self._within.wait(A_MOMENT)
            yield edit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@dataclass(frozen=True)
class Form:
    """What a coordinator keeps who signs what they type, and what stands there afterwards."""

    keep: Callable[[Any, str], object]
    kept: Callable[[LineBook], str]


def lines(store: Any) -> Lines:
    return Lines(store, tuple, SetClock(), new_id)


def of_that_day(holidays: tuple[Holiday, ...]) -> str:
    return next(one.name for one in holidays if one.on == date(2027, 7, 4))


FORMS = {
    "a place": Form(
        lambda store, typed: Directory(store, SetClock(), new_id).change(
            "county", replace(PEER, remark=typed), typed, seen=of_place(PEER)
        ),
        lambda book: book.places[0].remark,
    ),
    "hours": Form(
        lambda store, typed: lines(store).keep_hours(
            "county",
            fingerprint_hours(WEEK),
            replace(WEEK, holidays=(Holiday(date(2027, 7, 4), typed),)),
        ),
        lambda book: of_that_day(book.line.hours.holidays),
    ),
    "the line": Form(
        lambda store, typed: lines(store).keep_about(
            "county", fingerprint_about(SHOWN.line), replace(about_of(SHOWN.line), name=typed)
        ),
        lambda book: book.line.name,
    ),
    "a supporter": Form(
        lambda store, typed: Team(store, new_id).change(
            "county", "r1", of_person(RIVER), replace(Profile.of(RIVER), alias=typed)
        ),
        lambda book: book.supporters[0].alias,
    ),
    "a shift": Form(
        lambda store, typed: Shifts(store, new_id).change(
            "county",
            NIGHTS.id,
            of_shift(NIGHTS),
            replace(Wanted.of(NIGHTS), order=1 + TWO.index(typed)),
        ),
        lambda book: TWO[next(one.order or 0 for one in book.shifts if one.id == NIGHTS.id) - 1],
    ),
}


def both(press: Callable[[str], object]) -> list[str]:
    """Ada and Ben press at the same moment: whose was kept."""

    def presses(typed: str) -> bool:
        try:
            press(typed)
        except (ChangedMeanwhile, Changed):
            return False
        return True

    with ThreadPoolExecutor(2) as people:
        kept = list(people.map(presses, TWO))
    return [typed for typed, done in zip(TWO, kept, strict=True) if done]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_of_two_who_press_at_the_same_moment_one_is_told(form: Form, database_url: str) -> None:
    store = Crowded(saved(database_url, SHOWN))
    (whose,) = both(lambda typed: form.keep(store, typed))
    assert form.kept(roster(database_url).books()[0]) == whose


def test_of_two_who_word_a_sentence_at_the_same_moment_one_is_told(database_url: str) -> None:
    saved(database_url, SHOWN)
    store = SqlWords(open_engine(database_url))
    shown = Words(store, load(), wav_file).shown(BOOK.line, "joining", "en")
    words = Words(Crowded(store), load(), wav_file)

    def keep(typed: str) -> object:
        return words.say(BOOK.line, "joining", "en", f"{typed} joins you.", shown.fingerprint)

    (whose,) = both(keep)
    assert words.shown(BOOK.line, "joining", "en").now.plain == f"{whose} joins you."
