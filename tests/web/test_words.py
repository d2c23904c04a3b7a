"""The pages' words: all translated, none left over, none that we never say."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from tests.rules import tree
from warmline.prompts.forbidden import EVERYWHERE, clinical_words
from warmline.web.words import LANGUAGES, catalogue_file

KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "say": None,
    "in_menu": None,
}
KEYWORDS |= {"Sentence": None, "NoGood": None, "Amiss": (2,), "WrongField": (2,)}
SAYS = (
    "warmline/domain/directory/concerns.py",
    "warmline/services/checking.py",
    "warmline/services/who.py",
    "warmline/services/lines.py",
    "warmline/services/shifts.py",
    "warmline/services/supporters/own_page.py",
    "warmline/services/supporters/team.py",
    "warmline/web/",
)
"""Where sentences of pages are said outside the templates."""


def _sentence(found: object) -> str:
    """A sentence with values to fill in comes in a tuple."""
    return str(found[0]) if isinstance(found, tuple) else str(found)


def sentences() -> Iterator[str]:
    for name, text in tree.texts():
        if name.startswith("warmline/web/templates/"):
            found = babel_extract(io.BytesIO(text.encode()), list(KEYWORDS), [], {})
            yield from (_sentence(message) for _, _, message, _ in found)
        elif name.startswith(SAYS) and name.endswith(".py"):
            out = extract("python", io.BytesIO(text.encode()), KEYWORDS, [], {})
            yield from (str(message) for _, message, _, _ in out)


def translations(language: str) -> dict[str, str]:
    catalogue = read_po(io.BytesIO(catalogue_file(language)), locale=language)
    assert not [one.id for one in catalogue if one.fuzzy and one.id]
    return {str(one.id): str(one.string) for one in catalogue if one.id}


OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    said, known = set(sentences()), translations(language)
    assert len(said) > 100
    assert said - {one for one, other in known.items() if other} == set()
    assert set(known) - said == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_in_the_same(language: str) -> None:
    for one, other in translations(language).items():
        assert sorted(re.findall(r"%\(\w+\)s", one)) == sorted(re.findall(r"%\(\w+\)s", other))


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_page_says_what_we_never_say(language: str) -> None:
    said = set(sentences()) if language == "en" else set(translations(language).values())
    assert [(one, found) for one in said if (found := clinical_words(one, language))] == []
    assert [one for one in said if any(mark in one for mark in EVERYWHERE)] == []


def test_what_others_made_is_named_with_its_licence() -> None:
    static = Path(tree.ROOT, "warmline/web/static")
    paper = (static / "VENDORED.md").read_text(encoding="utf-8")
    ours = {
        "house.css",
        "live.js",
        "passkey.js",
        "drag.js",
        "icon.svg",
        "VENDORED.md",
        "pico.LICENSE.md",
    }
    for file in static.iterdir():
        assert file.name in ours or file.name in paper
    assert "MIT" in (static / "pico.LICENSE.md").read_text(encoding="utf-8")
