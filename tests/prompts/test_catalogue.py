"""The catalogues are complete, and say so loudly when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from warmline.prompts import CatalogueError, Pause, Spoken, load
from warmline.prompts.catalogue import FOLDER
from warmline.prompts.report import SAMPLES


def folder_with(tmp_path: Path, **languages: str) -> Path:
    for language, source in languages.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "words.ftl").write_text(source, encoding="utf-8")
    return tmp_path


def test_english_and_spanish_are_there() -> None:
    assert load().languages == ("en", "es")
    assert load().text("language-name", "es").plain == "Español"


def test_each_language_speaks_with_its_own_voice() -> None:
    assert load().text("greeting", "en").locale == "en-US"
    assert load().text("greeting", "es").locale == "es-US"


def test_a_prompt_is_words_and_pauses() -> None:
    assert load().text("greeting-privacy", "en") == Spoken(
        language="en",
        locale="en-US",
        parts=(
            "This call isn't recorded, and we don't keep your number.",
            Pause(400),
            "For more, press 7.",
        ),
        plain=("This call isn't recorded, and we don't keep your number. For more, press 7."),
    )


def test_a_long_pause_is_a_second(tmp_path: Path) -> None:
    catalogue = load(folder_with(tmp_path, en="-locale = en-US\na = One. [long pause] Two."))
    assert catalogue.text("a", "en").parts == ("One.", Pause(1000), "Two.")


@pytest.mark.parametrize(
    ("phones", "english", "spanish"),
    [
        (1, "I'm ringing one peer now.", "Estoy llamando a una persona de apoyo."),
        (2, "I'm ringing two peers now.", "Estoy llamando a dos personas de apoyo."),
        (5, "I'm ringing 5 peers now.", "Estoy llamando a 5 personas de apoyo."),
        (1.0, "I'm ringing one peer now.", "Estoy llamando a una persona de apoyo."),
    ],
)
def test_plurals_follow_the_language(phones: float, english: str, spanish: str) -> None:
    said = load().text
    assert said("waiting-ringing", "en", phones=phones).plain.startswith(english)
    assert said("waiting-ringing", "es", phones=phones).plain.startswith(spanish)


def test_nobody_ahead_means_next() -> None:
    assert "You're next." in load().text("waiting-all-busy", "en", ahead=0).plain
    assert "One caller is ahead" in load().text("waiting-all-busy", "en", ahead=1).plain


def test_sentences_without_values_are_prepared_beforehand() -> None:
    assert load().text("goodbye", "en") is load().text("goodbye", "en")


def test_values_that_a_sentence_does_not_use_do_no_harm() -> None:
    assert load().text("goodbye", "en", alias="River") == load().text("goodbye", "en")


def test_a_value_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match="offer needs a value for alias"):
        load().text("offer", "en")


@pytest.mark.parametrize(("message", "language"), [("no-such-id", "en"), ("greeting", "tlh")])
def test_an_unknown_id_or_language_is_a_key_error(message: str, language: str) -> None:
    with pytest.raises(KeyError):
        load().text(message, language)


def test_every_variable_has_samples_and_none_is_left_over() -> None:
    used = {name for message in load().ids() for name in load().variables(message)}
    assert used == SAMPLES.keys()


def test_the_translator_is_told_about_every_message() -> None:
    for language in load().languages:
        for message in load().ids():
            assert load().comment(message, language).endswith((".", ".\n")), (language, message)


def test_values_are_explained_where_they_are_used() -> None:
    """A variable is named in the comment of a message that has it, in every language."""
    for language in load().languages:
        told = {
            name
            for message in load().ids()
            for name in load().variables(message)
            if f"${name}" in load().comment(message, language)
        }
        assert told == SAMPLES.keys() - {"name"}, language


def test_translators_of_every_language_read_the_same_comments() -> None:
    for language in load().languages:
        for message in load().ids():
            assert load().comment(message, language) == load().comment(message, "en"), message


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        en="-locale = en-US\na = { $who } is here.\nb = Yes.\nb = No.\nc = Stay. [pausa] Wait.\n",
        es="a = Hola.\nd = { a }\n[pause] is not for a line's beginning\n",
    )
    with pytest.raises(CatalogueError) as refusal:
        load(folder)
    assert refusal.value.problems == (
        "en/words.ftl: b is there twice",
        "en/words.ftl: c has an unknown token [pausa]",
        "es/words.ftl: d refers to a; write the sentence out",
        "es/words.ftl: cannot be read: [pause] is not for a line's beginning",
        "es: has no line such as `-locale = en-US`",
        "es: a does not use $who",
        "es: b is missing",
        "es: c is missing",
        "en: d is missing",
    )
    assert all(problem in str(refusal.value) for problem in refusal.value.problems)


def test_a_language_that_waits_for_its_review_is_not_offered(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        en="-locale = en-US\na = Hello.\nb = { $who } is here.\n",
        tl="-locale = fil-PH\n-review = needed\na = Kumusta po.\n",
    )
    catalogue = load(folder)
    assert (catalogue.languages, catalogue.drafts) == (("en",), ("tl",))
    assert catalogue.missing("tl") == ("b",)
    assert catalogue.draft("tl").text("a", "tl").plain == "Kumusta po."
    with pytest.raises(KeyError):
        catalogue.text("a", "tl")
    with pytest.raises(CatalogueError, match="tl: b is missing"):
        load(folder, frozenset({"tl"}))


def test_what_has_fallen_behind_in_such_a_language_counts_as_missing(tmp_path: Path) -> None:
    """Nobody who changes a sentence has to know Tagalog, and the line starts all the same."""
    folder = folder_with(
        tmp_path,
        en="-locale = en-US\na = { $who } is here.\n",
        tl="-locale = fil-PH\n-review = needed\na = Nandito si { $sino }.\nold = Wala na.\n",
    )
    assert load(folder).missing("tl") == ("a",)
    assert load(folder).draft("tl").ids() == ()
    with pytest.raises(CatalogueError, match="tl: a does not use \\$who"):
        load(folder, frozenset({"tl"}))


def test_tagalog_waits_for_somebody_who_speaks_it() -> None:
    assert load().drafts == ("tl",)
    assert load().draft("tl").text("greeting", "tl").locale == "fil-PH"


def test_translators_of_a_waiting_language_read_the_same_comments() -> None:
    for language in load().drafts:
        draft = load().draft(language)
        for message in draft.ids():
            assert draft.comment(message, language) == load().comment(message, "en"), message


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no catalogue"):
        load(tmp_path)


def test_the_files_are_tidy() -> None:
    for path in FOLDER.glob("*/*.ftl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert len(line) <= 100, f"{path.name}: {line}"
            assert line == line.rstrip(), f"{path.name}: {line}"


def test_a_count_is_said_the_same_however_often_and_never_for_another_count() -> None:
    words = load()
    for language in words.languages:
        first = [words.text("waiting-all-busy", language, ahead=n).plain for n in range(12)]
        again = [words.text("waiting-all-busy", language, ahead=n).plain for n in range(12)]
        assert first == again
        assert len({*first[:5]}) == 5
        assert words.text("waiting-all-busy", language, ahead=1.0).plain == first[1]
