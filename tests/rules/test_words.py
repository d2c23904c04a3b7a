"""Every sentence of the catalogues is said somewhere; what nobody says is nobody's to translate."""

from __future__ import annotations

import pytest

from tests.rules import tree
from warmline.prompts import load

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
