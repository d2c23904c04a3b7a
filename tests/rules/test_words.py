"""Every sentence is said somewhere, and no screen says what the line never says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.rules import tree
from warmline.prompts import load
from warmline.prompts.forbidden import CLINICAL, FORBIDDEN, clinical_words, forbidden_words
from warmline.prompts.paper import paper

MADE_BY_NAME = ("when-", "place-for-")
"""Beginnings of ids that the code puts together, e.g. one for each place of the directory."""
NOT_SPOKEN = frozenset({"language-name"})
"""A language's own name, which the tests of the catalogues know it by."""


def unsaid(ids: tuple[str, ...], code: str) -> list[str]:
    known = (name for name in ids if not name.startswith(MADE_BY_NAME) and name not in NOT_SPOKEN)
    return [name for name in known if f'"{name}"' not in code]


def test_every_sentence_is_said_somewhere() -> None:
    code = "".join(text for name, text in tree.source() if not name.startswith("tests/"))
    assert unsaid(load().ids(), code) == []


@pytest.mark.parametrize("name", ["goodbye-for-ever", "offer-twice"])
def test_the_rule_can_fail(name: str) -> None:
    assert unsaid((name, "greeting"), 'say("greeting")') == [name]


PRODUCT = (
    "patient",
    "client",
    "case",
    "triage",
    "assessment",
    "symptom",
    "diagnosis",
    "compliance",
    "decompensate",
)
"""The words that the product promises never to use of anybody."""
SCREENS = ("warmline/commands/", "warmline/services/", "warmline/adapters/toml")
"""Where sentences are made that coordinators and operators read."""


class Shown(HTMLParser):
    """What a page shows: its text and what is read out of it, not its code."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self._hidden = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style"}
        shown = {"alt", "title", "aria-label", "placeholder"}
        self.text += [value for name, value in attrs if name in shown and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text.append(data)


def told(code: str) -> Iterator[str]:
    """Whole sentences that a module can print: with a space in them, and no documentation."""
    parsed = ast.parse(code)
    for node in ast.walk(parsed):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.value


def test_the_words_of_the_product_are_never_said() -> None:
    for word in PRODUCT:
        assert forbidden_words(f"A {word}.", "en"), word
        assert clinical_words(f"A {word}.", "en"), word
    assert set(FORBIDDEN) == set(CLINICAL) == {*load().languages, *load().drafts}


def test_no_page_shows_them() -> None:
    pages = [(name, text) for name, text in tree.texts() if name.endswith((".html", ".j2"))]
    assert pages, "there is a page to look at"
    found = [
        (name, word)
        for name, text in pages
        for word in clinical_words(" ".join(Shown(text).text), "en")
    ]
    assert found == []


def test_no_command_and_no_report_prints_them() -> None:
    found = [
        (name, sentence, word)
        for name, code in tree.source()
        if name.startswith(SCREENS)
        for sentence in told(code)
        for word in clinical_words(sentence, "en")
    ]
    assert found == []
    assert clinical_words(paper(load()), "en") == ()


def test_these_can_fail() -> None:
    assert clinical_words(" ".join(Shown("<p title='A case'>of a patient</p>").text), "en")
    assert not clinical_words(" ".join(Shown("<script>client()</script>").text), "en")
    assert [*told('echo("A client calls.")')] == ["A client calls."]
