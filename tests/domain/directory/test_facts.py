"""What may stand in a row, whether it may be named, and what of it is a double."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from warmline.domain.directory.facts import (
    BadFact,
    ShortCode,
    TextTo,
    can_be_reached,
    doubles,
    is_crisis,
    read_short_code,
    read_text_to,
    why_unconfirmed,
)
from warmline.domain.directory.objections import about_words, objections
from warmline.domain.directory.search import found
from warmline.domain.line import Place

TODAY = date(2026, 11, 24)
PEER = Place("nami", "peer", "A peer line", "+16505550151", method="operator page, read")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, None),
        ({"method": "government page"}, None),
        ({"method": "by e-mail"}, "nobody has confirmed it"),
        ({"method": "third party"}, "only others say so, not its operator"),
        ({"method": "operator page; re-verify in May"}, "it is to be checked again"),
        ({"remark": "re-verify"}, "it is to be checked again"),
        ({"dial": ""}, "there is nothing to call or text"),
        ({"name": "(your own)"}, "a place of your own belongs here: fill the slot, or waive it"),
        (
            {"method": "required slot"},
            "a place of your own belongs here: fill the slot, or waive it",
        ),
        ({"method": "third party", "verified_on": TODAY, "verified_by": "AB"}, None),
        ({"method": "third party", "verified_on": TODAY}, "only others say so, not its operator"),
        ({"method": "third party", "verified_by": "AB"}, "only others say so, not its operator"),
    ],
)
def test_why_a_row_may_not_be_named_yet(facts: dict[str, object], why: str | None) -> None:
    assert why_unconfirmed(replace(PEER, **facts)) == why  # type: ignore[arg-type]


def test_a_row_is_reached_by_a_number_a_code_or_a_text() -> None:
    assert not can_be_reached(replace(PEER, dial=""))
    for way in ({"dial": "+16505550151"}, {"short_code": "211"}, {"text": "HOME to 741741"}):
        assert can_be_reached(replace(PEER, **{"dial": "", **way}))  # type: ignore[arg-type]


def test_911_and_crisis_lines_are_changed_by_two_people() -> None:
    crisis, emergency = replace(PEER, kind="crisis"), replace(PEER, kind="emergency")
    assert [is_crisis(one) for one in (crisis, emergency, PEER, None)] == [True, True, False, False]
    assert is_crisis(PEER, None, crisis)


def test_a_short_code_that_nobody_uses_is_named_in_the_reason() -> None:
    with pytest.raises(BadFact, match="999 is no short code"):
        read_short_code("999 then 1")
    assert read_short_code("741741") == ShortCode("741741")
    for text in ("12", "7417411", "98"):
        with pytest.raises(BadFact, match="three to six digits"):
            read_short_code(text)


def test_a_text_goes_to_a_short_code_or_to_a_telephone() -> None:
    assert read_text_to("650 555 0151") == TextTo("+16505550151")
    with pytest.raises(BadFact, match="too short"):
        read_text_to("5550151")


def test_rows_for_different_languages_are_no_doubles() -> None:
    english, spanish, both, any_ = (
        replace(PEER, key=key, languages=languages)
        for key, languages in (("en", ("en",)), ("es", ("es",)), ("b", ("en", "es")), ("any", ()))
    )
    assert doubles([english, spanish]) == {}
    assert doubles([english, both]) == {"en": ("b",), "b": ("en",)}
    assert doubles([english, any_]) == {"en": ("any",), "any": ("en",)}
    assert doubles([any_, spanish]) == {"any": ("es",), "es": ("any",)}


def test_other_places_are_found_by_any_word_without_capitals_and_accents() -> None:
    teens = replace(PEER, key="t", name="Línea Joven", audience="Teenagers", dial="+16505550152")
    off = replace(teens, key="off", enabled=False)
    rows = [PEER, teens, off]
    assert found(rows, "", "en") == [PEER, teens]
    assert found(rows, "LINEA teen", "en") == [teens]
    assert found(rows, "línea 0152", "en") == [teens]
    assert found(rows, "linea peer", "en") == [teens], "its kind is peer"
    assert found(rows, "linea adults", "en") == []


def said(place: Place) -> list[tuple[str, str]]:
    return [(column, str(why)) for column, why in objections(place, TODAY)]


def test_what_is_wrong_about_days_and_waiving() -> None:
    made_sure = replace(PEER, verified_on=TODAY, verified_by="AB", verify_by=TODAY)
    assert said(made_sure) == []
    late = replace(made_sure, verify_by=TODAY - timedelta(days=1))
    assert said(late) == [("verify_by", "It is before the day on which it was verified.")]
    slot = Place("eap", "eap", "None", enabled=False, waived_by="AB", waived_why="none near")
    assert said(slot) == []
    assert [column for column, _ in said(replace(slot, waived_why=""))] == ["waived_by"]
    assert [why[:5] for _, why in said(replace(slot, kind="peer"))] == ["Only "]


def test_911_is_said_and_never_dialled() -> None:
    emergency = Place("911", "emergency", "911", "+16505550151", bridgeable=True)
    assert [column for column, _ in said(emergency)] == ["bridgeable"]
    assert said(replace(emergency, bridgeable=False)) == []
    assert said(replace(PEER, bridgeable=True)) == []
    assert [column for column, _ in said(replace(PEER, bridgeable=True, dial=""))] == ["bridgeable"]


def never(text: str, language: str) -> list[str]:
    return ["patients"] if "patients" in text else []


def test_words_that_are_never_said_are_looked_for_where_callers_hear_them() -> None:
    rude = replace(PEER, name="For patients", audience="patients", spoken={"es": "Los patients"})
    assert [column for column, _ in about_words(rude, never)] == ["name", "name_es", "audience"]
    assert list(about_words(replace(rude, enabled=False), never)) == []
    assert list(about_words(replace(rude, dial=""), never)) == []
    mended = replace(rude, spoken={"en": "For people"}, audience="")
    assert list(about_words(mended, never)) == []
    english = replace(rude, spoken={"en": "All patients"}, audience="")
    assert [column for column, _ in about_words(english, never)] == ["name_en"]
