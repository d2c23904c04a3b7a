"""What is heard when the whole line is down."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from tests.books import COUNTY, LA
from warmline.adapters.seed_directory import seed_directory
from warmline.domain.line import LineBook, Place
from warmline.prompts import load, speech_seconds
from warmline.services.fallback import MOST_SECONDS, last_resort

PLACES = tuple(row.place for row in seed_directory())
WORDS = load()
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=LA)
BACKUP = "+16505550189"
EIGHTS = {"en": "nine eight eight", "es": "nueve ocho ocho"}


def book(*languages: str, places: tuple[Place, ...] = PLACES) -> LineBook:
    return LineBook(replace(COUNTY, languages=languages), places=places)


def place(number: str = "+16505550160", **other: Any) -> Place:
    return replace(Place("x", "peer", "A line", dial=number), **other)


def heard(of: LineBook) -> str:
    return " ".join(one.plain for one in last_resort(of, WORDS, NOW).said)


@pytest.mark.parametrize("languages", [("en",), ("es",), ("en", "es"), ("es", "en")])
def test_the_fault_and_988_come_first_in_every_language(languages: tuple[str, ...]) -> None:
    said = last_resort(book(*languages), WORDS, NOW).said
    assert tuple(one.language for one in said[: len(languages)]) == languages
    for one in (*said[: len(languages)], said[-1]):
        assert EIGHTS[one.language] in one.plain
    assert {one.language for one in said} == set(languages)
    assert sum(map(speech_seconds, said)) < MOST_SECONDS


def test_one_language_has_time_for_three_lines_and_two_have_as_many_as_fit() -> None:
    assert heard(book("en")).count("Again, ") == 3
    both = tuple(place(key=str(n)) for n in range(3))
    said = heard(book("en", "es", places=both))
    assert said.count("Again, ") == said.count("Otra vez, ") >= 1


def test_a_number_is_said_digit_by_digit_and_twice() -> None:
    assert heard(book("en", places=(place(),))).count("6 5 0, 5 5 5, 0 1 6 0") == 2


@pytest.mark.parametrize(
    "silent",
    [
        place(enabled=False),
        place(kind="crisis"),
        place("", text="HOME to 741741"),
        place("", short_code="988"),
        place("", short_code="911"),
    ],
)
def test_only_enabled_lines_for_the_public_with_a_number_are_named(silent: Place) -> None:
    said = heard(book("en", places=(silent,)))
    assert "A line" not in said
    assert "these lines" not in said


def test_what_is_near_comes_first() -> None:
    said = heard(book("en", places=(*PLACES, place(local=True, name="Ours"))))
    assert said.index("Ours") < said.index("Again, ")


def test_no_key_is_named_because_nobody_listens() -> None:
    said = heard(book("en", "es"))
    assert "press" not in said
    assert "oprima" not in said


def test_names_without_end_leave_room_for_the_last_sentence() -> None:
    long = tuple(place(name="word " * 90, key=str(n)) for n in range(3))
    said = last_resort(book("en", "es", places=long), WORDS, NOW).said
    assert "word" not in said[2].plain
    assert sum(map(speech_seconds, said)) < MOST_SECONDS


def test_a_language_that_the_catalogue_lacks_is_told_in_english() -> None:
    assert {one.language for one in last_resort(book("tlh"), WORDS, NOW).said} == {"en"}


@pytest.mark.parametrize("languages", [("en",), ("es",), ("en", "es")])
def test_who_is_rung_on_such_a_night_is_told_of_after_988_and_before_the_other_lines(
    languages: tuple[str, ...],
) -> None:
    of = book(*languages)
    told = last_resort(replace(of, line=replace(of.line, backup_phone=BACKUP)), WORDS, NOW)
    assert told.backup == BACKUP
    *faults, ringing = [one.plain for one in told.before if one.language == languages[0]]
    assert len(told.before) == 2 * len(languages)
    assert EIGHTS[languages[0]] in faults[0]
    assert ringing in {
        "I'm ringing someone who can help you find your way.",
        "Ahora llamo a alguien que puede orientarle.",
    }
    assert EIGHTS[told.after[-1].language] in told.after[-1].plain
    assert sum(map(speech_seconds, told.said)) < MOST_SECONDS


def test_without_anybody_for_such_a_night_nobody_is_announced() -> None:
    told = last_resort(book("en"), WORDS, NOW)
    assert told.backup == ""
    assert "ringing" not in heard(book("en"))
