"""How a place of the directory is named and introduced in a language that its row may not have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from call_flows import _kit
from warmline.adapters.seed_directory import seed_directory
from warmline.domain.line import Place
from warmline.prompts import load, named, whom
from warmline.prompts.spoken import in_english, spoken, tongues

WORDS = load()
SEED = {row.place.key: row.place for row in seed_directory()}
OURS = Place("eap", "eap", "County Employee Assistance", "+16505550160", audience="county staff")


def document(place: Place, language: str, rate: str = "") -> str:
    said = WORDS.text("connect-place", language, name=named(place, language))
    answer = _kit.tell([replace(said, rate=rate)], "https://line.example/next")
    return answer.get_data(as_text=True)


def test_an_english_name_amid_spanish_is_pronounced_as_english() -> None:
    text = document(SEED["trevor"], "es")
    assert 'comunicarle con <lang xml:lang="en-US">Trevor Project</lang>.<break' in text
    slower = document(SEED["trevor"], "es", "90%")
    assert 'con <lang xml:lang="en-US">Trevor Project</lang>.</prosody>' in slower


def test_in_english_it_is_as_plain_as_any_word() -> None:
    assert "connect you to Trevor Project.<break" in document(SEED["trevor"], "en")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("vcl", "Línea de Crisis para Veteranos"),
        ("mmh", "Línea Nacional de Asistencia a la Salud Mental Materna"),
    ],
)
def test_a_service_with_a_spanish_name_is_called_by_it(key: str, name: str) -> None:
    assert named(SEED[key], "es") == name


def test_a_place_that_speaks_no_english_has_a_name_of_its_own_language() -> None:
    house = Place("casa", "local", "Casa del Barrio", "+16505550161", languages=("es",))
    assert "<lang" not in document(house, "es")


@given(st.text(alphabet="ab . \ue000\ue001", max_size=12), st.text(max_size=12))
def test_no_name_brings_a_mark_of_ours_to_the_callers_ear(name: str, around: str) -> None:
    said = spoken("es", "es-US", f"{around} {in_english(name)}.")
    heard = said.plain + "".join(
        text for part in said.parts if isinstance(part, str) for text, _ in tongues(part)
    )
    assert not set("\ue000\ue001") & set(heard)


def test_english_words_about_a_place_are_left_out_of_a_spanish_sentence() -> None:
    assert whom(WORDS, OURS, "en") == "It's for county staff."
    assert whom(WORDS, OURS, "es") == ""
    assert "staff" not in WORDS.text("place-line", "es", **line_of(OURS)).plain
    mended = replace(OURS, serves={"es": "quien trabaja para el condado"})
    assert whom(WORDS, mended, "es") == "Es para quien trabaja para el condado."


def line_of(place: Place) -> dict[str, str]:
    about = {"name": named(place, "es"), "whom": whom(WORDS, place, "es")}
    return {**about, "number": "1", "hours": "always", "when": ""}


@pytest.mark.parametrize("audience", ["", "anyone"])
def test_anyone_is_said_in_every_language(audience: str) -> None:
    assert whom(WORDS, replace(OURS, audience=audience), "es") == "Es para cualquier persona."


def test_what_the_catalogue_says_of_our_own_rows_stays_until_the_row_says_something_else() -> None:
    assert whom(WORDS, SEED["psl"], "es") == "Es para quienes ejercen o estudian medicina."
    assert whom(WORDS, replace(SEED["psl"], audience="surgeons"), "es") == ""


def test_every_row_that_spanish_callers_are_named_says_in_spanish_whom_it_serves() -> None:
    named_to_them = [
        one
        for one in SEED.values()
        if "es" in one.languages and one.kind not in {"tools", "access", "emergency"}
    ]
    assert len(named_to_them) > 5
    assert [one.key for one in named_to_them if not whom(WORDS, one, "es")] == []
