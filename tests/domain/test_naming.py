"""What callers hear of tags and of words of the line's own."""

from __future__ import annotations

from dataclasses import replace

from tests.books import COUNTY, RIVER, SAGE
from warmline.domain.line import Voice
from warmline.domain.naming import (
    LONGEST_ALIAS,
    agency_name,
    all_tag_words,
    changes,
    tag_words,
)
from warmline.domain.own_words import NO_OWN_WORDS, OwnSentence, OwnWords, Recording

LINE = replace(COUNTY, agency_names={"north": {"en": "North House"}}, tag_words={})
SPEAKS_BOTH = replace(SAGE, languages=("es", "en"), tags=frozenset({"noches"}))


def test_an_agency_that_nobody_named_is_its_code() -> None:
    assert agency_name(LINE, "north", "en") == "North House"
    assert agency_name(LINE, "north", "es") == "north"
    assert agency_name(LINE, "south", "en") == "south"


def test_a_tag_without_a_translation_is_said_in_its_owners_first_language_only() -> None:
    assert tag_words(LINE, SPEAKS_BOTH, "es") == {"noches": "noches"}
    assert tag_words(LINE, SPEAKS_BOTH, "en") == {}
    alone = replace(SPEAKS_BOTH, languages=("es",))
    assert tag_words(LINE, alone, "es") == {"noches": "noches"}


def test_a_translated_tag_is_said_in_both() -> None:
    line = replace(LINE, tag_words={"noches": {"en": "nights"}})
    assert tag_words(line, SPEAKS_BOTH, "en") == {"noches": "nights"}


def test_tags_of_several_stand_in_the_order_of_their_words() -> None:
    line = replace(LINE, tag_words={"nights": {"en": "Zest"}, "parents": {"en": "ale"}})
    assert list(all_tag_words(line, (RIVER,), "en")) == ["parents", "nights"]


def test_tags_with_the_same_words_keep_one_order_whoever_has_them() -> None:
    line = replace(LINE, tag_words={"a": {"en": "nights"}, "b": {"en": "nights"}})
    one, other = (replace(RIVER, tags=frozenset({tag})) for tag in ("b", "a"))
    assert list(all_tag_words(line, (one, other), "en")) == ["a", "b"]


def test_what_changes_about_a_tag_an_agency_or_a_voice_is_told_in_a_sentence() -> None:
    before = {"nights": {"es": "noches"}, "gone": {}, "en": Voice("Joanna")}
    after = {"nights": {"es": "la noche", "en": "nights"}, "en": Voice("Joanna", "slow")}
    assert list(changes("tag", before, after)) == [
        "tag en: Joanna becomes Joanna and slow.",
        "tag gone: without words becomes none.",
        "tag nights: noches (es) becomes nights (en) and la noche (es).",
    ]
    assert list(changes("tag", after, after)) == []
    assert LONGEST_ALIAS == 20


def test_an_own_sentence_is_of_one_message_and_one_language() -> None:
    hello = OwnSentence("en", "greeting", "Hello.")
    hola = OwnSentence("es", "greeting", "Hola.")
    words = OwnWords(sentences=(hello, hola))
    assert words.sentence("greeting", "es") is hola
    assert words.sentence("goodbye", "en") is None
    assert NO_OWN_WORDS.sentence("greeting", "en") is None


def test_so_is_a_recording() -> None:
    hello = Recording("en", "greeting", "Hello.", "aa", 1.0)
    hola = Recording("es", "greeting", "Hola.", "bb", 1.0)
    words = OwnWords(sounds=(hello, hola))
    assert words.recording("greeting", "es") is hola
    assert words.recording("goodbye", "es") is None
