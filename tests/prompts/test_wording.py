"""How the line speaks: warm, plain, purpose before key, numbers in words, nothing forbidden.

Each rule is held for every message, language and sample value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from warmline.adapters.seed_directory import seed_directory
from warmline.domain.line import Place
from warmline.domain.places import PUBLIC_KINDS
from warmline.prompts import Catalogue, Spoken, load, speech_seconds
from warmline.prompts.forbidden import FORBIDDEN, forbidden_words
from warmline.prompts.must_keep import MUST_KEEP, lost
from warmline.prompts.report import WORDS_PER_SECOND, variants, words
from warmline.prompts.wording import (
    LAST_WORDS,
    NINE_EIGHT_EIGHT,
    NINE_ONE_ONE,
    PRESS,
    PURPOSE,
    STRANGER_MAY_HEAR,
    TELLING,
    is_sentence,
    keys_named,
    names,
    sentences,
)

OFFERED = load()
LANGUAGES = OFFERED.languages
ALL = (*LANGUAGES, *OFFERED.drafts)
SENTENCES = [name for name in OFFERED.ids() if is_sentence(name)]

in_each_language = pytest.mark.parametrize("language", ALL)


@cache
def book(language: str) -> Catalogue:
    """The catalogue that has a language; one that waits for its review may lack messages."""
    return OFFERED if language in LANGUAGES else OFFERED.draft(language)


def sentences_of(language: str) -> list[str]:
    return [name for name in SENTENCES if name in book(language).ids()]


def prompts(language: str) -> Iterator[tuple[str, Spoken]]:
    """Every sentence with each combination of sample values, and its id."""
    for message in sentences_of(language):
        for spoken in variants(book(language), message, language):
            yield message, spoken


def texts(spoken: Spoken) -> list[str]:
    """What is said without a pause in it."""
    return [part for part in spoken.parts if isinstance(part, str)]


@in_each_language
def test_nothing_forbidden_is_said(language: str) -> None:
    for message, spoken in prompts(language):
        assert forbidden_words(spoken.plain, language) == (), message


@in_each_language
def test_each_language_has_its_own_forbidden_words(language: str) -> None:
    assert len(FORBIDDEN[language]) > 30


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Please hold.", "en", ("hold",)),
        ("In case you wait", "en", ("case",)),
        ("PATIENTS", "en", ("PATIENTS",)),
        ("You must. You have to!", "en", ("!", "must", "have to")),
        ("You don't have to do anything, household member.", "en", ()),
        ("Casey is patiently showcasing a mustard.", "en", ()),
        ("Usted tiene que esperar en espera", "es", ("tiene que", "en espera")),
        ("¡Debe llamar!", "es", ("!", "¡", "Debe")),
        ("No tiene que hacer nada; debemos escuchar.", "es", ()),
        ("El diagnóstico del paciente", "es", ("paciente", "diagnóstico")),
    ],
)
def test_whole_words_are_found_and_only_those(
    text: str, language: str, found: tuple[str, ...]
) -> None:
    assert sorted(forbidden_words(text, language)) == sorted(found)


@in_each_language
def test_sentences_begin_and_end(language: str) -> None:
    for message, spoken in prompts(language):
        assert spoken.plain.endswith((".", "?")), message
        for text in texts(spoken):
            assert text.endswith((".", "?", ":", ",")), (message, text)
        for sentence in sentences(spoken.plain):
            assert re.match(r"¿?[A-ZÁÉÍÓÚÑ]", sentence), (message, sentence)


@in_each_language
def test_questions_are_opened_in_spanish_and_only_there(language: str) -> None:
    for message, spoken in prompts(language):
        opened = spoken.plain.count("?") if language == "es" else 0
        assert spoken.plain.count("¿") == opened, message


@in_each_language
def test_the_purpose_comes_before_the_key(language: str) -> None:
    for message, spoken in prompts(language):
        for sentence in sentences(spoken.plain):
            key = re.search(PRESS[language], sentence, re.IGNORECASE)
            before = sentence[: key.start()] if key else "to para"
            assert re.search(PURPOSE[language], before, re.IGNORECASE), (message, sentence)


@in_each_language
def test_two_keys_have_a_pause_between_them(language: str) -> None:
    for message, spoken in prompts(language):
        for text in texts(spoken):
            assert len(re.findall(PRESS[language], text)) <= 1, (message, text)


READ_AND_TYPED = (
    "text-help-",
    "text-time-unclear",
    "text-swap-unclear",
    "text-stranger",
    "text-res-",
    "text-crisis",
    "text-debrief",
)


@in_each_language
def test_digits_are_keys_and_numbers_are_words(language: str) -> None:
    come_in_as_values = {"number", "text", "phones", "ahead", "minutes", "digits", "last", "within"}
    come_in_as_values |= {"code"}
    for message, spoken in prompts(language):
        if message.startswith(READ_AND_TYPED):
            continue  # never heard: what is to be typed stands as it is typed
        if not come_in_as_values & OFFERED.variables(message):
            without_keys = re.sub(PRESS[language], "", spoken.plain)
            assert not re.search(r"\d", without_keys), (message, spoken.plain)


@in_each_language
def test_numbers_of_the_directory_are_said_twice(language: str) -> None:
    for message in sentences_of(language):
        for name in {"number", "text"} & OFFERED.variables(message):
            values = dict.fromkeys(OFFERED.variables(message), "may") | {name: "4 2"}
            said = book(language).text(message, language, **values)
            assert said.plain.count("4 2") == 2, message


def test_tagalog_counts_by_numbers_because_its_one_would_also_be_two_and_three() -> None:
    tagalog = book("tl")
    forms = {
        form
        for message in sentences_of("tl")
        for chosen in tagalog.selectors(message, "tl").values()
        for form in chosen
    }
    assert {"1", "other"} <= forms
    assert "one" not in forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_offer_the_same_keys_and_numbers(language: str) -> None:
    """Sentence by sentence, with every value; star counts as a key by the word for it.

    A language that waits for its review may have fallen behind: it is held to this once approved.
    """

    def offered(spoken: Spoken) -> tuple[list[str], bool, bool]:
        keys = keys_named(spoken.plain, spoken.language)
        return (
            [key if key.isdigit() else "star" for key in keys],
            names(spoken.plain, NINE_EIGHT_EIGHT, spoken.language),
            names(spoken.plain, NINE_ONE_ONE, spoken.language),
        )

    for message in sentences_of(language):
        ours = [offered(one) for one in variants(OFFERED, message, "en")]
        assert [offered(one) for one in variants(book(language), message, language)] == ours, (
            message
        )


@in_each_language
@pytest.mark.parametrize("message", LAST_WORDS)
def test_the_last_sentence_names_nine_eight_eight(message: str, language: str) -> None:
    if message not in book(language).ids():
        return  # a language that waits for its review may lack it
    last = sentences(book(language).text(message, language).plain)[-1]
    assert names(last, NINE_EIGHT_EIGHT, language)


@in_each_language
@pytest.mark.parametrize("message", STRANGER_MAY_HEAR)
def test_a_stranger_learns_nothing(message: str, language: str) -> None:
    if message not in book(language).ids():
        return  # a language that waits for its review may lack it
    heard = book(language).text(message, language, alias="River").plain
    assert not re.search(TELLING, heard, re.IGNORECASE)


def test_what_tells_is_told_apart_from_what_does_not() -> None:
    for telling in ("A peer.", "callers", "Su línea", "supporters", "ang linya", "WARMLINE"):
        assert re.search(TELLING, telling, re.IGNORECASE), telling
    assert not re.search(TELLING, "A call for River. Online appearance.", re.IGNORECASE)


@in_each_language
@pytest.mark.parametrize(
    "message",
    [
        "text-off-after-misses",
        "text-nobody-on",
        "text-nobody-answered",
        "text-number-refused",
    ],
)
def test_a_locked_screen_tells_nothing(message: str, language: str) -> None:
    if message not in book(language).ids():
        return  # a language that waits for its review may lack it
    shown = book(language).text(message, language, alias="River").plain
    assert not re.search(r"peer|support|crisis|warm|apoyo|pares", shown, re.IGNORECASE)
    assert len(shown) <= 200


def test_a_language_offers_itself_in_its_own_words() -> None:
    assert load().text("language-offer", "es").plain == "Para español, oprima dos."
    assert load().text("language-offer", "en").plain == "For English, press two."


def test_the_greeting_is_one_sentence() -> None:
    for language in ALL:
        assert len(sentences(book(language).text("greeting", language).plain)) == 1


@in_each_language
@pytest.mark.parametrize("menu", ["main-menu", "main-menu-choosing"])
def test_who_stays_on_is_looked_for_after_35_seconds_of_speech(language: str, menu: str) -> None:
    other = next(lang for lang in LANGUAGES if lang != language)
    said = ("greeting", "greeting-crisis", "greeting-privacy", menu)
    welcome = [book(language).text(message, language) for message in said]
    welcome.append(OFFERED.text("language-offer", other))
    assert sum(map(speech_seconds, welcome)) <= 35


def test_the_crisis_sentence_is_the_promised_one() -> None:
    assert load().text("greeting-crisis", "en").plain == (
        "If someone's life is in danger, hang up and dial nine one one. "
        "To reach the nine eight eight crisis line from here, press 9 at any time."
    )


@in_each_language
@pytest.mark.parametrize("message", sorted(MUST_KEEP))
def test_what_must_not_be_lost_is_there(message: str, language: str) -> None:
    assert MUST_KEEP[message][language]
    if message not in book(language).ids():
        return  # a language that waits for its review may lack it
    assert lost(book(language).text(message, language).plain, message, language) == ()


@in_each_language
def test_who_is_promised_a_call_back_hears_at_once_that_they_can_hang_up(language: str) -> None:
    """It is known within ten seconds, and that it is not sure within fifteen."""
    said = book(language).text("callback-promised", language)
    (hang_up,), *_ = MUST_KEEP["callback-promised"][language]
    assert hang_up in texts(said)[0]
    assert len(words(texts(said)[0])) <= 10 * WORDS_PER_SECOND
    assert speech_seconds(said) <= 15


@in_each_language
@pytest.mark.parametrize("question", ["talk-asks-988", "talk-asks-hand"])
def test_what_a_peer_proposes_and_the_key_for_it_come_within_six_seconds(
    question: str, language: str
) -> None:
    """In the middle of a talk nobody listens for long; what else is true comes after the keys."""
    asked = book(language).text(question, language)
    yes = texts(book(language).text(f"{question}-keys", language))[0]
    assert "1" in yes
    assert speech_seconds(asked) + len(words(yes)) / WORDS_PER_SECOND <= 6


def test_what_is_lost_is_found() -> None:
    assert lost("To talk with a peer, press 1.", "main-menu", "en") == ("stay on the line",)


@in_each_language
def test_what_a_crisis_line_says_of_police_is_told_apart(language: str) -> None:
    values = {"name": "A", "number": "1"}
    heard = {
        book(language).text("crisis-line", language, police=police, **values).plain
        for police in ("no", "may", "unknown")
    }
    assert len(heard) == 3
    unlisted = book(language).text("crisis-line", language, police="something else", **values)
    assert unlisted == book(language).text("crisis-line", language, police="unknown", **values)


@pytest.mark.parametrize("row", [r.place for r in seed_directory() if not r.why_disabled])
def test_whom_a_place_of_the_directory_serves_is_said_in_each_language(row: Place) -> None:
    """The directory is written in English: what is named to callers has its own sentence."""
    if row.kind not in PUBLIC_KINDS:
        return
    ours = load().text("place-for", "en", audience=row.audience).plain
    assert load().text(f"place-for-{row.key}", "en").plain == ours
    assert forbidden_words(row.audience, "en") == ()
