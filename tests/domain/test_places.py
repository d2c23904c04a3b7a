"""Which places are named to callers, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warmline.adapters.seed_directory import seed_directory
from warmline.domain.line import Place
from warmline.domain.numbers import parse_phone
from warmline.domain.places import (
    MOST,
    crisis_lines,
    hours_word,
    police_word,
    public_lines,
    workers_places,
)

SEED = seed_directory()
BY_KEY = {row.place.key: row for row in SEED}
ALL = [replace(row.place, enabled=True) for row in SEED]
ENABLED = [row.place for row in SEED]


def test_the_seed_is_read_whole() -> None:
    nami = BY_KEY["nami"].place
    assert (nami.kind, nami.text, nami.bridgeable) == ("family", "HELPLINE to 62640", True)
    assert BY_KEY["988"].place.languages == ("en", "es")
    assert len(BY_KEY) == len(SEED)


@pytest.mark.parametrize("row", SEED, ids=lambda row: row.place.key)
def test_every_number_of_the_seed_can_be_dialled(row) -> None:  # type: ignore[no-untyped-def]
    if row.place.dial:
        assert parse_phone(row.place.dial, toll_free=True) == row.place.dial


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("LOCAL_EAP", "a place of your own"),
        ("drc", "nothing to call or text"),
        ("smc_crisis", "one county"),
        ("ca_warm", "checked again"),
        ("mha_text", "checked again"),
        ("trevor", "only others say so"),
        ("capp", "nobody has confirmed"),
        ("988", ""),
        ("dv", ""),
        ("copline", ""),
    ],
)
def test_what_is_not_confirmed_arrives_disabled_with_the_reason(key: str, why: str) -> None:
    row = BY_KEY[key]
    assert row.place.enabled == (why == "")
    assert why in row.why_disabled
    assert bool(row.why_disabled) != row.place.enabled


def test_no_list_names_what_has_a_door_of_its_own() -> None:
    for language in ("en", "es"):
        named = crisis_lines(ALL, language) + public_lines(ALL, language)
        assert not [place for place in named if place.short_code[:3] in {"911", "988"}]
        assert not [place for place in named if place.dial == "+18002738255"]


def test_lists_are_short_and_hold_enabled_places_of_their_kind() -> None:
    for listed in (crisis_lines(ALL, "en"), public_lines(ALL, "en")):
        assert 0 < len(listed) <= MOST
    assert {place.kind for place in crisis_lines(ENABLED, "en")} == {"crisis"}
    assert "crisis" not in {place.kind for place in public_lines(ENABLED, "en")}


def test_who_calls_at_night_first_hears_of_places_that_are_open() -> None:
    words = [hours_word(place) for place in public_lines(ENABLED, "en") if not place.local]
    assert words == sorted(words)
    assert words[0] == "always"


@pytest.mark.parametrize(
    ("hours", "word"),
    [
        ("24/7", "always"),
        ("24/7 in 2025", "some"),
        ("Mon-Fri 10:00-22:00", "some"),
        ("", "unknown"),
    ],
)
def test_only_plain_words_make_a_place_open_at_every_hour(hours: str, word: str) -> None:
    assert hours_word(replace(ENABLED[0], hours=hours)) == word
    assert all(place.enabled for place in crisis_lines(ENABLED, "en"))


def place(key: str, **facts: object) -> Place:
    made = Place(key, "crisis", key.title(), "+16505550150", languages=("en",))
    return replace(made, **facts)  # type: ignore[arg-type]


def keys(places: list[Place]) -> str:
    return " ".join(place.key for place in places)


def test_local_comes_before_national() -> None:
    known = [place("far"), place("near", local=True), place("farther")]
    assert keys(crisis_lines(known, "en")) == "near far farther"


def test_those_that_send_no_police_come_first_when_asked() -> None:
    known = [
        place("may_near", local=True, police="sometimes"),
        place("vague", police="confidential"),
        place("no_far", police="cannot send"),
        place("no_near", local=True, police="no"),
    ]
    assert keys(crisis_lines(known, "en", police_free_first=True)) == (
        "no_near no_far vague may_near"
    )
    assert keys(crisis_lines(known, "en", police_free_first=False)) == (
        "may_near no_near vague no_far"
    )


def test_a_place_in_the_callers_language_or_else_any() -> None:
    known = [place("english"), place("both", languages=("en", "es"))]
    assert keys(crisis_lines(known, "es")) == "both"
    assert keys(crisis_lines(known, "tl")) == "english both"


def test_a_vague_word_about_police_is_never_read_as_a_promise() -> None:
    words = {row.place.police: police_word(row.place) for row in SEED}
    assert {word for word, says in words.items() if says == "no"} == {
        "no",
        "cannot send",
        "only if asked",
    }
    assert words["designed to avoid"] == "may"
    assert words["confidential"] == "unknown"
    assert words["not a crisis line"] == "unknown"


def test_peer_workers_hear_first_what_their_county_has_for_them() -> None:
    own = Place("eap", "eap", "County employee assistance", "+16505550160", local=True)
    national = Place("n", "peer", "National peers", "+16505550161")
    assert [p.key for p in workers_places([national, own], "en")] == ["eap", "n"]
    assert [p.key for p in public_lines([national, own], "en")] == ["n"]
