"""Three languages on one line: each offers itself in its own words, and 2 leads to a choice."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from call_flows._house import House
from tests.call_flows.conftest import SetStage
from tests.call_flows.provider import Provider
from warmline.adapters.toml_line import read_line_file
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.problems import BadFile
from warmline.prompts import load
from warmline.prompts.catalogue import FOLDER, Catalogue
from warmline.services.speaking import Speaking


def all_three(folder: Path) -> Catalogue:
    """Our catalogues as they would be once Tagalog is approved; what it lacks is in English."""
    for language in ("en", "es"):
        shutil.copytree(FOLDER / language, folder / language)
    ours, draft = load(), load().draft("tl")
    lines = ["-locale = fil-PH"]
    for name in ours.ids():
        pattern = draft.pattern(name, "tl") if name in draft.ids() else ours.pattern(name, "en")
        lines.append(f"{name} =\n" + _indented(pattern))
    (folder / "tl").mkdir()
    (folder / "tl" / "all.ftl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load(folder, frozenset({"tl"}))


def _indented(pattern: str) -> str:
    return "\n".join(f"    {line}" for line in pattern.splitlines())


@pytest.fixture
def stage(set_stage: SetStage, tmp_path: Path) -> Stage:
    """A line in English, Spanish and Tagalog."""
    made = set_stage()
    words = all_three(tmp_path / "prompts")
    with made.roster._inner.editing() as edit:  # type: ignore[attr-defined]  # the stage has no door for it
        book = edit.books[0]
        line = replace(book.line, languages=("en", "es", "tl"))
        edit.save(replace(book, line=line))
    made.roster.refresh()
    house: House = made.app.extensions["warmline"]
    speaking = Speaking(made.own_words, made.roster, words, house.links, house.clock)
    made.app.extensions["warmline"] = replace(house, words=words, speaking=speaking)
    return made


def heard(stage: Stage, path: str, **fields: str) -> tuple[str, str]:
    """What is said, and the page that the answer goes to."""
    answer = Provider.of(stage).posts(path, CallSid="CA" + "5" * 32, **fields)
    document = etree.fromstring(answer.data)
    gather = document.find("Gather")
    assert gather is not None, answer.text
    said = " ".join(" ".join("".join(say.itertext()).split()) for say in gather.iter("Say"))
    return said, str(gather.get("action")).removeprefix("https://line.test").split("?")[0]


def test_each_language_offers_itself_in_the_welcome(stage: Stage) -> None:
    said, _ = heard(stage, "/call")
    assert "Para español, oprima dos." in said
    assert "Para sa Tagalog, pindutin ang dalawa." in said
    assert "For English" not in said


def test_two_leads_to_a_choice_and_the_choice_to_the_language(stage: Stage) -> None:
    _, menu = heard(stage, "/call")
    said, choice = heard(stage, menu, Digits="2")
    assert said.startswith("Para español, oprima 1. Para sa Tagalog, pindutin ang 2.")
    said, page = heard(stage, choice, Digits="2")
    assert "sa Tagalog na tayo" in said
    assert "nine one one" in said, "the crisis sentence in the new language"
    assert "/tl/" in page
    said, choice = heard(stage, page, Digits="2")
    assert said.startswith("For English, press 1. Para español, oprima 2.")


@pytest.mark.parametrize("key", ["", "*"])
def test_who_chooses_none_is_back_at_the_menu(stage: Stage, key: str) -> None:
    _, menu = heard(stage, "/call")
    _, choice = heard(stage, menu, Digits="2")
    said, page = heard(stage, choice, Digits=key)
    assert "To talk with a peer" in said
    assert page == menu


def test_a_key_for_no_language_is_no_fault_of_theirs(stage: Stage) -> None:
    _, menu = heard(stage, "/call")
    _, choice = heard(stage, menu, Digits="2")
    said, _ = heard(stage, choice, Digits="5")
    assert said.startswith("That key doesn't do anything here")


def test_a_language_that_nobody_has_reviewed_cannot_be_offered() -> None:
    with pytest.raises(BadFile, match="nobody who speaks it has reviewed its sentences"):
        read_line_file(line_toml("River", languages='["en", "tl"]'), drafts=load().drafts)
