"""Which places are named to callers, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.books import LA
from warmline.adapters.seed_directory import seed_directory
from warmline.domain.directory.when import Standing, opens_next, read_hours, standing
from warmline.domain.line import Place
from warmline.domain.numbers import parse_phone
from warmline.domain.places import (
    MOST,
    Unvoiced,
    all_places,
    crisis_lines,
    police_word,
    public_lines,
    unvoiced,
    workers_places,
)

SEED = seed_directory()
BY_KEY = {row.place.key: row for row in SEED}
ALL = [replace(row.place, enabled=True) for row in SEED]
ENABLED = [row.place for row in SEED]
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=LA)
"""A Tuesday, ten in the morning."""
LATE = {"verify_by": date(2026, 11, 23)}


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
        named = crisis_lines(ALL, language, NOW) + public_lines(ALL, language, NOW)
        assert not [place for place in named if place.short_code in {"911", "988"}]
        assert not [place for place in named if place.dial == "+18002738255"]


@pytest.mark.parametrize(
    "door", [{"short_code": "988", "dial": ""}, {"dial": "+18002738255"}, {"short_code": "911"}]
)
def test_a_door_is_known_by_its_code_or_by_its_number(door: dict[str, str]) -> None:
    assert keys(crisis_lines([place("door", **door), place("other")], "en", NOW)) == "other"


def test_nobody_listens_to_more_than_six_places() -> None:
    eight = [place(f"p{n}", kind="peer") for n in range(8)]
    assert len(public_lines(eight, "en", NOW)) == 6
    assert len(crisis_lines([replace(one, kind="crisis") for one in eight], "en", NOW)) == 8


def test_the_branches_of_988_are_named_among_the_crisis_lines() -> None:
    assert "vcl" in keys(crisis_lines(ENABLED, "en", NOW))
    assert "988es" in keys(crisis_lines(ALL, "es", NOW))


def test_lists_are_short_and_hold_enabled_places_of_their_kind() -> None:
    assert 0 < len(public_lines(ALL, "en", NOW)) <= MOST
    assert len(workers_places(ALL, "en", NOW)) <= MOST
    assert {place.kind for place in crisis_lines(ENABLED, "en", NOW)} == {"crisis"}
    assert "crisis" not in {place.kind for place in public_lines(ENABLED, "en", NOW)}


def test_who_calls_at_night_first_hears_of_places_that_are_open() -> None:
    night = NOW.replace(hour=23)
    stands = [standing(one, night) for one in public_lines(ENABLED, "en", night) if not one.local]
    assert stands[0] is Standing.ALWAYS
    assert stands.index(Standing.CLOSED) > stands.index(Standing.ALWAYS)


@pytest.mark.parametrize(
    ("hours", "clock", "stands"),
    [
        ("24/7", "2026-11-24 03:00", "always"),
        ("24/7 in 2025", "2026-11-24 03:00", "unknown"),
        ("any time", "2026-11-24 03:00", "unknown"),
        ("", "2026-11-24 03:00", "unknown"),
        ("Mon-Fri 10:00-22:00", "2026-11-24 11:00", "unknown"),  # nobody wrote where
        ("Mon-Fri 10:00-22:00 America/New_York", "2026-11-24 06:59", "closed"),
        ("Mon-Fri 10:00-22:00 America/New_York", "2026-11-24 07:00", "open"),
        ("Mon-Fri 10:00-22:00 America/New_York", "2026-11-28 12:00", "closed"),
        (
            "Mon-Thu 09:00-17:00; Fri,Sat 09:00-12:00 America/Los_Angeles",
            "2026-11-28 11:59",
            "open",
        ),
        ("Fri-Mon 09:00-17:00 America/Los_Angeles", "2026-11-29 12:00", "open"),
        ("Fri-Mon 09:00-17:00 America/Los_Angeles", "2026-11-24 12:00", "closed"),
        ("Tue 09:00-17:00 America/Los_Angeles", "2026-11-24 12:00", "open"),
        ("Tue 09:00-17:00 America/Los_Angeles", "2026-11-25 12:00", "closed"),
        ("Sat-Sun 09:00-17:00 America/Los_Angeles", "2026-11-24 12:00", "closed"),
        ("Mon-Wed-Fri 09:00-17:00 America/Los_Angeles", "2026-11-24 12:00", "unknown"),
        ("Mon-Xyz 09:00-17:00 America/Los_Angeles", "2026-11-24 12:00", "unknown"),
        ("08:00-01:00 America/New_York daily", "2026-11-24 21:59", "open"),
        ("08:00-01:00 America/New_York daily", "2026-11-24 22:00", "closed"),
        ("Mon-Fri 10:00-24:00 America/New_York (2023)", "2026-11-24 12:00", "unknown"),
        ("Mon-Fri 10:00-26:00 America/New_York", "2026-11-24 12:00", "unknown"),
        ("Mon-Fri 10:00-18:00 America/Nowhere", "2026-11-24 12:00", "unknown"),
    ],
)
def test_only_hours_that_can_be_relied_on_are_told(hours: str, clock: str, stands: str) -> None:
    at = datetime.fromisoformat(clock).replace(tzinfo=LA)
    assert standing(Place("x", "peer", "X", hours=hours), at) == stands


def test_the_next_opening_is_told_in_the_callers_zone() -> None:
    closed = Place("x", "peer", "X", hours="Mon-Fri 10:00-22:00 America/New_York")
    opens = opens_next(closed, NOW.replace(hour=23))
    assert opens is not None
    assert (opens.day, opens.hour, opens.tzinfo) == (25, 7, LA)
    assert opens_next(replace(closed, hours="office"), NOW) is None


def test_every_hour_of_the_seed_that_is_named_can_be_read_or_is_words() -> None:
    words = {one.hours for one in ENABLED if one.enabled and read_hours(one.hours) is None}
    assert words <= {"24/7", "office"}


def place(key: str, **facts: object) -> Place:
    made = Place(key, "crisis", key.title(), "+16505550150", languages=("en",))
    return replace(made, **facts)  # type: ignore[arg-type]


def keys(places: list[Place]) -> str:
    return " ".join(place.key for place in places)


def test_local_comes_before_national() -> None:
    known = [place("far"), place("near", local=True), place("farther")]
    assert keys(crisis_lines(known, "en", NOW)) == "near far farther"


def test_those_that_send_no_police_come_first_when_asked() -> None:
    known = [
        place("may_near", local=True, police="sometimes"),
        place("vague", police="confidential"),
        place("no_far", police="cannot send"),
        place("no_near", local=True, police="no"),
    ]
    assert keys(crisis_lines(known, "en", NOW, police_free_first=True)) == (
        "no_near no_far vague may_near"
    )
    assert keys(crisis_lines(known, "en", NOW, police_free_first=False)) == (
        "may_near no_near vague no_far"
    )


def test_a_place_in_the_callers_language_or_else_any() -> None:
    known = [place("english"), place("both", languages=("en", "es"))]
    assert keys(crisis_lines(known, "es", NOW)) == "both"
    assert keys(crisis_lines(known, "tl", NOW)) == "english both"


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
    assert [p.key for p in workers_places([national, own], "en", NOW)] == ["eap", "n"]
    assert [p.key for p in public_lines([national, own], "en", NOW)] == ["n"]


def test_who_has_come_to_a_peer_hears_of_no_line_for_doctors_or_police() -> None:
    others = {"psl", "copline", "fireems"}
    known = [one for one in ALL if one.key in {*others, "nami"}]
    assert {p.key for p in workers_places(known, "en", NOW)} == {"nami"}
    for everybody in (public_lines, all_places):
        assert {p.key for p in everybody(known, "en", NOW)} == {*others, "nami"}


def test_an_overdue_entry_is_never_called_open_and_is_read_last() -> None:
    stale = place("stale", kind="peer", local=True, hours="24/7", **LATE)
    fresh = place("fresh", kind="peer", hours="Mon 01:00-02:00 America/Los_Angeles")
    own = place("own", kind="eap", local=True, **LATE)
    assert standing(stale, NOW) is Standing.CHECK
    assert keys(public_lines([stale, fresh], "en", NOW)) == "fresh stale"
    assert keys(workers_places([own, stale, fresh], "en", NOW)) == "fresh own stale"


def test_of_public_lines_the_local_come_first_and_then_those_that_are_open() -> None:
    def line(key: str, hours: str, **facts: object) -> Place:
        return place(key, kind="peer", hours=hours, **facts)

    never, now = "Mon 01:00-02:00 America/Los_Angeles", "00:00-23:59 America/Los_Angeles daily"
    known = [
        line("closed", never),
        line("office", "office"),
        line("always", "24/7"),
        line("open", now),
        line("near", never, local=True),
    ]
    assert keys(public_lines(known, "en", NOW)) == "near always open office closed"
    turned = [known[3], known[2]]
    assert keys(public_lines(turned, "en", NOW)) == "open always"


def test_the_day_that_is_named_is_still_good() -> None:
    assert standing(place("x", hours="24/7", verify_by=NOW.date()), NOW) is Standing.ALWAYS


def test_an_overdue_crisis_line_stays_in_the_list_last() -> None:
    known = [place("stale", police="no", local=True, **LATE), place("may", police="may")]
    assert keys(crisis_lines(known, "en", NOW)) == "may stale"


def test_what_our_own_directory_says_of_988_without_a_voice() -> None:
    assert unvoiced(ENABLED, "en", NOW) == Unvoiced(True, "", relay=True, signed=False)
    assert unvoiced(ENABLED, "es", NOW) == Unvoiced(True, "", relay=True, signed=False)
    assert unvoiced((), "en", NOW) == Unvoiced(False, "", relay=False, signed=False)
    lifeline = [BY_KEY["988"].place]
    assert unvoiced(lifeline, "en", NOW) == Unvoiced(True, "", relay=False, signed=False)


def test_a_language_has_its_own_word_once_its_row_is_on() -> None:
    assert (unvoiced(ALL, "es", NOW).word, unvoiced(ALL, "en", NOW).word) == ("AYUDA", "")


def test_signing_is_told_of_once_somebody_has_written_down_what_is_dialled_there() -> None:
    assert not unvoiced(ALL, "en", NOW).signed
    signing = replace(BY_KEY["988asl"].place, short_code="988", enabled=True)
    assert unvoiced([signing], "en", NOW).signed
    assert "988asl" not in keys(crisis_lines([*ENABLED, signing], "en", NOW))


def test_other_peoples_text_lines_are_not_988() -> None:
    ours = [one for one in ALL if one.key not in {"988", "988es"}]
    assert not unvoiced(ours, "es", NOW).text


def test_what_nobody_has_made_sure_of_is_not_told_as_a_fact() -> None:
    stale = [replace(one, **LATE) for one in ALL]  # type: ignore[arg-type]  # a day
    assert unvoiced(stale, "es", NOW) == Unvoiced(False, "", relay=False, signed=False)
