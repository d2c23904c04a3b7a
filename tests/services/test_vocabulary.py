"""How a line sounds and what it calls its tags and agencies: set by a coordinator."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.adapters.sql.test_roster import SetClock, saved
from tests.books import BOOK, COUNTY
from tests.stories.conftest import sqlite_url
from warmline.adapters.redis_steps import new_id
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.toml.writing import write_line_file
from warmline.adapters.toml_line import read_line_file
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import LineBook, PlanKeeper, Voice
from warmline.prompts import load
from warmline.services.lines import Lines
from warmline.services.supporters.team import Amiss
from warmline.services.vocabulary import (
    Carried,
    Vocabulary,
    agencies,
    fingerprint_voices,
    fingerprint_words,
    tags,
)

__all__ = ["sqlite_url"]

LUPE = Voice("Polly.Lupe-Neural", "95%")


class County:
    """The county's line in a database, and whoever sets its words."""

    def __init__(self, url: str) -> None:
        self.roster: SqlRoster = saved(url, BOOK)
        self.vocabulary = Vocabulary(Lines(self.roster, tuple, SetClock(), new_id), load())

    @property
    def book(self) -> LineBook:
        return self.roster.plans()[0]

    def words(
        self,
        said: dict[str, dict[str, str]],
        names: dict[str, dict[str, str]] | None = None,
        new: str = "",
    ) -> list[str]:
        seen = fingerprint_words(self.book.line)
        return self.vocabulary.keep_words("county", seen, said, names or {}, new)

    def voices(self, **voices: Voice) -> list[str]:
        return self.vocabulary.keep_voices("county", fingerprint_voices(self.book.line), voices)


@pytest.fixture
def county(sqlite_url: str) -> County:
    return County(sqlite_url)


def test_a_language_gets_another_voice_and_its_own_again(county: County) -> None:
    told = county.voices(es=LUPE)
    assert "Voice for es: none becomes Polly.Lupe-Neural and 95%." in told
    assert county.book.line.voices == {"es": LUPE}
    assert county.book.line.kept_in is PlanKeeper.CONSOLE
    assert county.voices(es=LUPE) == []
    county.voices(es=Voice())
    assert county.book.line.voices == {}


def test_only_voices_that_keep_our_pauses_can_be_chosen(county: County) -> None:
    for voice, field in (
        (Voice("Polly.Joanna-Neural"), "voice_es"),
        (Voice(rate="300%"), "rate_es"),
    ):
        with pytest.raises(Amiss) as no:
            county.voices(es=voice)
        assert no.value.field == field
    with pytest.raises(ChangedMeanwhile):
        county.vocabulary.keep_voices("county", "another", {"es": LUPE})
    assert county.book.line.voices == {}


def test_tags_and_agencies_get_their_words_and_a_new_tag_can_be_chosen(county: County) -> None:
    told = county.words(
        {"nights": {"en": "the night shift", "es": "noches"}, "pets": {"en": "pets"}},
        {"north": {"en": "", "es": "Condado Norte"}},
        new="pets",
    )
    assert "Tag nights: noches (es) becomes the night shift (en) and noches (es)." in told
    line = county.book.line
    assert line.tag_words["pets"] == {"en": "pets"}
    assert line.agency_names == {"north": {"es": "Condado Norte"}}
    assert [(one.code, len(one.people)) for one in tags(county.book)] == [
        ("nights", 1),
        ("parents", 1),
        ("pets", 0),
    ]
    assert [one.code for one in agencies(county.book)] == ["north"]


def test_a_form_that_was_tampered_with_adds_no_tag_and_no_agency(county: County) -> None:
    forged = {"one, two": {"en": "two at once"}, "x" * 31: {"en": "endless"}}
    assert county.words(forged, {"nowhere": {"en": "Nowhere"}}) == []
    assert county.book.line.tag_words == COUNTY.tag_words
    assert "nowhere" not in county.book.line.agency_names


def test_a_tag_that_is_carried_without_words_stays_as_it_is(county: County) -> None:
    county.words({"parents": {"en": " ", "es": ""}, "nights": {"es": "noches"}})
    assert county.book.line.tag_words == COUNTY.tag_words


@pytest.mark.parametrize(
    ("words", "new", "field"),
    [
        ({"nights": {"en": "for patients"}}, "", "nights\nen"),
        ({"nights": {"en": "x" * 61}}, "", "nights\nen"),
        ({}, "Nights", "new"),
        ({}, "one, two", "new"),
        ({}, "patients", "new"),
        ({}, "x" * 31, "new"),
    ],
)
def test_what_cannot_be_said_is_told_beside_its_field(
    county: County, words: dict[str, dict[str, str]], new: str, field: str
) -> None:
    with pytest.raises(Amiss) as no:
        county.words(words, new=new)
    assert no.value.field == field
    assert county.book.line.tag_words == COUNTY.tag_words


def test_a_tag_is_not_dropped_before_somebody_was_told_who_carries_it(county: County) -> None:
    with pytest.raises(Carried) as they:
        county.vocabulary.drop_tag("county", "nights", frozenset())
    assert [one.alias for one in they.value.people] == ["River"]
    assert "nights" in county.book.line.tag_words
    told = county.vocabulary.drop_tag("county", "nights", frozenset({"r1"}))
    assert "Tag nights: noches (es) becomes none." in told
    assert "River: tags changes from nights and parents to parents." in told
    river = county.book.supporters[0]
    assert (river.tags, river.phone) == (frozenset({"parents"}), "+16505550111")
    assert county.book.line.tag_words == {}


def test_a_tag_without_words_comes_back_from_the_lines_file() -> None:
    book = replace(BOOK, line=replace(COUNTY, tag_words={"pets": {}}))
    again = read_line_file(write_line_file(book), languages=("en", "es"))
    assert again.line.tag_words == {"pets": {}}
