"""What a line's file makes its voice say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.books import BOOK, COUNTY
from warmline.adapters.seed_directory import seed_directory
from warmline.domain.directory.objections import about_words
from warmline.domain.line import Line, LineBook, Place, Voice
from warmline.prompts import load
from warmline.services.checking import Grade
from warmline.services.directory import never_said
from warmline.services.speech import objections, statements, unsaid

REPORT = {"en": "By law, a peer may report a fire.", "es": "Por ley se informa de un incendio."}


def refused(**changes: object) -> list[str]:
    line = replace(COUNTY, **changes)  # type: ignore[arg-type]  # any field of a line
    return [f"{said}: {why}" for said, why in objections(replace(BOOK, line=line), load())]


def test_nothing_speaks_against_our_example_of_a_line() -> None:
    assert refused() == []
    assert refused(mandated_reporting=REPORT, run_by={"en": "Peers run this line."}) == []
    assert refused(voices={"en": Voice("Polly.Ruth-Neural", "90%"), "es": Voice("", "70%")}) == []


@pytest.mark.parametrize(
    ("voice", "why"),
    [
        (Voice("Polly.Ruht-Neural"), 'Did you mean "Polly.Ruth-Neural"?'),
        (Voice("Polly.Lupe-Neural"), "no voice for en-US"),
        (Voice("Polly.Joanna-Generative"), "no voice for en-US"),
        (Voice("alice"), "no voice for en-US"),
        (Voice("", "300%"), '"70%" to "130%"'),
    ],
)
def test_a_voice_that_the_provider_has_not_is_refused(voice: Voice, why: str) -> None:
    assert why in refused(voices={"en": voice})[0]


def test_what_is_said_of_the_line_is_held_to_its_words() -> None:
    assert "never said" in refused(run_by={"en": "We run it for our clients."})[0]
    assert "full stop" in refused(run_by={"en": "We run it"})[0]
    assert "never said" in refused(mandated_reporting={"es": "Se informa de un caso."})[0]


def test_a_tag_is_held_to_all_of_them_and_a_name_to_the_worst() -> None:
    def with_first(book: LineBook, **changes: object) -> LineBook:
        first = replace(book.supporters[0], **changes)  # type: ignore[arg-type]  # any field
        return replace(book, supporters=(first, *book.supporters[1:]))

    tag = with_first(BOOK, tags=frozenset({"former patients"}))
    assert any("patients" in why for _, why in objections(tag, load()))
    name = with_first(BOOK, alias="Case")
    assert [said for said, _ in objections(name, load())] == ["Case"]


def test_the_name_of_an_agency_and_of_any_place_is_held_to_the_worst() -> None:
    agency = {"north": {"en": "North", "es": "Casos del Norte"}}
    with_one = replace(BOOK.supporters[0], agency="north")
    book = replace(
        BOOK, line=replace(COUNTY, agency_names=agency), supporters=(with_one, *BOOK.supporters[1:])
    )
    assert [said for said, _ in objections(book, load())] == ["Casos del Norte"]
    place = Place("far", "peer", "Patients first", "+16505550160", spoken={"es": "Primero"})
    assert [said for said, _ in objections(replace(BOOK, places=(place,)), load())] == [
        "Patients first"
    ]
    off = replace(place, enabled=False)
    assert list(objections(replace(BOOK, places=(off,)), load())) == []


def test_nothing_that_comes_with_the_program_is_refused_by_our_own_lists() -> None:
    places = tuple(replace(row.place, enabled=True) for row in seed_directory())
    assert list(objections(replace(BOOK, places=places), load())) == []
    assert [one for place in places for one in about_words(place, never_said)] == []


def notes(book: LineBook) -> list[str]:
    return [one.said for one in unsaid(book, load()) if one.grade is Grade.NOTE]


def test_what_callers_of_a_language_do_not_hear_is_told_once_a_language() -> None:
    river = replace(
        BOOK.supporters[0], languages=("en",), tags=frozenset({"nights", "farms"}), agency="north"
    )
    eap = Place("eap", "eap", "Employee help", "+16505550160", audience="county staff", local=True)
    assert notes(replace(BOOK, supporters=(river,), places=(eap,))) == [
        "County peer line: callers who listen in es do not hear of farms.",
        "County peer line: in es only the code of north is said.",
        "County peer line: callers who listen in es are not told for whom this is: eap.",
    ]


def test_what_is_said_in_every_language_of_the_line_is_no_note() -> None:
    row = {"audience": "staff", "serves": {"es": "quien trabaja aquí"}, "local": True}
    said = Place("eap", "eap", "Employee help", "+16505550160", **row)  # type: ignore[arg-type]
    other = Place("peers", "peer", "Peers", "+16505550161", audience="farmers", languages=("en",))
    assert notes(replace(BOOK, supporters=(), places=(said, other))) == []
    seed = tuple(row.place for row in seed_directory())
    assert notes(replace(BOOK, supporters=(), places=seed)) == []


@pytest.mark.parametrize(
    ("line", "grade", "said"),
    [
        (COUNTY, Grade.WRONG, "does not say in en and es"),
        (replace(COUNTY, mandated_reporting={"en": "By law."}), Grade.WRONG, "in es what"),
        (replace(COUNTY, mandated_reporting=REPORT), Grade.FINE, "says what"),
    ],
)
def test_what_the_law_asks_must_be_written_down_before_opening(
    line: Line, grade: Grade, said: str
) -> None:
    finding = next(statements(line))
    assert finding.grade is grade
    assert said in finding.said
