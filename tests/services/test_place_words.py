"""RES and a word, as a supporter with a caller on the phone texts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.books import BOOK, RIVER
from warmline.domain.directory.search import found
from warmline.domain.line import Place
from warmline.prompts import load
from warmline.services.supporters.answers import Asker, as_text
from warmline.services.supporters.place_words import place_word
from warmline.services.supporters.texts import meant

PLACES = (
    *BOOK.places,
    Place("vet", "peer", "Veterans' Line", "+16505550151", serves={"en": "veterans and families"}),
    Place("linea", "peer", "Línea de Apoyo", "+16505550152", languages=("es",)),
    Place("old", "peer", "Veterans long ago", "+16505550153", enabled=False),
)


def answered(text: str, language: str = "en") -> str:
    word = meant([place_word()], text)
    assert word is not None
    person = replace(RIVER, languages=(language,))
    asker = Asker(replace(BOOK, places=PLACES), person, datetime(2027, 5, 3, tzinfo=UTC))
    return as_text(word[0].verb(asker, word[1]), asker, load(), language)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("RES veterans", "Veterans' Line: +16505550151."),
        ("res Families veterans", "Veterans' Line: +16505550151."),
        ("RES línea", "Línea de Apoyo: +16505550152."),
        ("RES text", "Crisis Text Line: HOME to 741741."),
        ("RES zebra", "I found no place with that word. At any hour, people can call or text 988."),
        ("RES", "After RES, add what you look for. For instance, text RES VETERANS."),
    ],
)
def test_a_word_gives_numbers_and_a_place_that_is_switched_off_is_not_named(
    text: str, told: str
) -> None:
    assert answered(text) == told


def test_a_word_that_fits_many_gives_three_and_says_that_there_are_more() -> None:
    many = answered("RES line")
    assert many.count("+1650555") + many.count("741741") == 3
    assert many.endswith("There are more; another word finds fewer.")


def test_in_spanish() -> None:
    assert answered("lugar apoyo", "es") == "Línea de Apoyo: +16505550152."


def test_nothing_looked_for_finds_all_that_are_in_use() -> None:
    assert [one.key for one in found(PLACES, " ", "en")] == ["smc_crisis", "ctl", "vet", "linea"]
