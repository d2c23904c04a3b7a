"""No prompt is long, and none is hard to follow."""

from __future__ import annotations

from statistics import median

import pytest

from tests.rules import tree
from warmline.prompts import Pause, Spoken, load, report, speech_seconds
from warmline.prompts.__main__ import main
from warmline.prompts.paper import paper
from warmline.prompts.report import perspicuity, reading_level, words

ROWS = report(load())
DRAFTS = [row for language in load().drafts for row in report(load().draft(language))]


def test_words_and_pauses_take_time() -> None:
    spoken = Spoken("en", "en-US", ("One two three four five.", Pause(400), "Six."), "")
    said = Spoken(spoken.language, spoken.locale, spoken.parts, "One two three four five. Six.")
    assert speech_seconds(said) == pytest.approx(6 / 2.5 + 0.4)


def test_a_word_with_an_apostrophe_is_one_word() -> None:
    assert words("You've waited, haven't you? 6 5 0") == [
        *("You've", "waited", "haven't", "you", "6", "5", "0"),
    ]


def test_every_prompt_is_reported_in_every_language() -> None:
    assert len(ROWS) == len(load().ids()) * len(load().languages)


@pytest.mark.parametrize("language", [*load().languages, *load().drafts])
def test_no_prompt_is_longer_than_twenty_seconds_and_half_are_within_eight(language: str) -> None:
    seconds = {row.id: row.seconds for row in (*ROWS, *DRAFTS) if row.language == language}
    assert {name: length for name, length in seconds.items() if length > 20} == {}
    assert median(seconds.values()) <= 8


def test_what_a_caller_hears_before_the_menu_is_short() -> None:
    """Each of the first sentences, in either language, leaves room to breathe."""
    first = {"greeting", "greeting-crisis", "language-offer", "greeting-privacy"}
    assert max(row.seconds for row in ROWS if row.id in first) <= 13


def test_english_is_within_a_fifth_grade() -> None:
    """Single words and times of day are no sentences, and the formula is not made for them."""
    levels = {
        row.id: row.level or 0.0
        for row in ROWS
        if row.language == "en" and row.words > 6 and not row.id.startswith("when-")
    }
    hard = {name: level for name, level in levels.items() if level > 5.9}
    assert hard == {}
    assert median(levels.values()) < 3


def test_the_formula_tells_plain_from_hard() -> None:
    plain = reading_level("I'm here. Take your time.")
    hard = reading_level("Representatives prioritise individuals experiencing difficulties.")
    assert plain < 3 < 15 < hard


def test_spanish_is_easy_by_its_own_scale() -> None:
    """65 and more is "rather easy" on the INFLESZ scale, 80 and more "very easy".

    A sentence of a few long words fares badly: the formula is made for pages. So it is the middle
    that counts, and that nothing is "hard" (below 40). Texts to coordinators are not heard.
    """
    levels = [
        (row.level or 0.0, row.id)
        for row in ROWS
        if row.language == "es" and row.words > 8 and not row.id.startswith(("when-", "text-"))
    ]
    assert [one for one in levels if one[0] < 40] == []
    assert median(level for level, _ in levels) > 70


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("a", 1),
        ("línea", 3),
        ("quédese", 3),
        ("policía", 4),
        ("persona", 3),
        ("ayuda", 3),
        ("oprima", 3),
        ("cuando", 2),
        ("siguiente", 3),
        ("dieciocho", 3),
        ("muy", 1),
        ("llamó", 2),
    ],
)
def test_spanish_syllables_are_counted(word: str, syllables: int) -> None:
    count = (206.835 - perspicuity(word) - 1) / 62.3
    assert round(count) == syllables


def test_the_page_of_prompts_is_the_newest() -> None:
    assert tree.text("docs/prompts.md") == paper(load()), "run: make docs"


def test_what_a_language_lacks_is_listed() -> None:
    assert main(["--missing", "tl"]).split() == list(load().missing("tl"))
    assert main(["--missing", "es"]) == ""
    with pytest.raises(SystemExit, match="one of en, es, tl"):
        main(["--missing", "klingon"])
