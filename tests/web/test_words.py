"""The pages' words: all translated, none left over, none that we never say."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from tests.rules import tree
from warmline.domain.wording import Refusal
from warmline.prompts.forbidden import EVERYWHERE, clinical_words
from warmline.services.shifts import NoGood
from warmline.services.supporters.team import Amiss
from warmline.web import pages
from warmline.web._shift_form import WrongField
from warmline.web.words import LANGUAGES, catalogue_file

assert pages.ROOMS, "every page, and so every way to refuse something, is there"


def kinds_of(refusal: type[Exception]) -> Iterator[type[Exception]]:
    """A way to refuse something, and every other that is one."""
    yield refusal
    for one in refusal.__subclasses__():
        yield from kinds_of(one)


SAID = frozenset({"_", "gettext", "say", "in_menu"})
"""What says a sentence on a page."""
SAYS = ("warmline/services/who.py", "warmline/web/")
"""Where that is done outside the templates."""
REASONS = {
    "Sentence": 0,
    **{one.__name__: 0 for one in kinds_of(Refusal)},
    **{one.__name__: int(issubclass(one, Amiss | WrongField)) for one in kinds_of(NoGood)},
}
"""What carries a sentence to a page that shows it, and at which place of its call it stands."""
FINDINGS = frozenset({"fine", "note", "wrong"})
CODES = {"warmline/domain/importing.py"}
"""What says codes, for which a page has the sentences: its Amiss is another."""


def program() -> Iterator[tuple[str, str]]:
    """Name and text of every file of the program that is no story."""
    for name, text in tree.texts():
        of_pages = name.startswith("warmline/") and name.endswith(".py") and name not in CODES
        if of_pages and not name.startswith(("warmline/demo/", "warmline/emulator/")):
            yield name, text


def keywords(name: str) -> dict[str, tuple[int, ...] | None]:
    """What is looked for in a file."""
    said: dict[str, tuple[int, ...] | None] = {one: (place + 1,) for one, place in REASONS.items()}
    return said | dict.fromkeys(SAID if name.startswith(SAYS) else ())


def _sentence(found: object) -> str:
    """A sentence with values to fill in comes in a tuple."""
    return str(found[0]) if isinstance(found, tuple) else str(found)


def sentences() -> Iterator[str]:
    for name, text in tree.texts():
        if name.startswith("warmline/web/templates/"):
            found = babel_extract(io.BytesIO(text.encode()), list(SAID), [], {})
            yield from (_sentence(message) for _, _, message, _ in found)
    for name, text in program():
        out = extract("python", io.BytesIO(text.encode()), keywords(name), [], {})
        yield from (_sentence(message) for _, message, _, _ in out if message)


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


def test_nothing_that_a_page_may_show_is_glued_together() -> None:
    """Whatever refuses something, or finds it, says a sentence that has a translation."""
    glued = []
    for name, text in program():
        for call in ast.walk(ast.parse(text)):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                glued += [f"{name}:{one.lineno}" for one in _glued(call, call.func.id)]
    assert len({"BadFact", "NoSound", "Refused", "Amiss"} & set(REASONS)) == 4
    assert glued == []


def _glued(call: ast.Call, name: str) -> Iterator[ast.expr]:
    """What a call says in a way that nobody can translate."""
    if name in FINDINGS:
        yield from (one for one in call.args if isinstance(one, ast.JoinedStr | ast.Constant))
    elif name in REASONS:
        for one in call.args[REASONS[name] : REASONS[name] + 1]:
            whole = isinstance(one, ast.Call) and ast.unparse(one.func) == "Sentence"
            if isinstance(one, ast.JoinedStr | ast.BinOp | ast.Call | ast.IfExp) and not whole:
                yield one


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
