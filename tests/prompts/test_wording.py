"""How the line speaks: warm, plain, purpose before key, numbers in words, nothing forbidden.

Each rule is held for every message, language and sample value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from warmline.adapters.seed_directory import seed_directory
from warmline.domain.line import Place
from warmline.domain.places import PUBLIC_KINDS
from warmline.prompts import Spoken, load, speech_seconds
from warmline.prompts.forbidden import FORBIDDEN, forbidden_words
from warmline.prompts.report import variants

LANGUAGES = load().languages
NOT_SENTENCES = {"language-name"} | {name for name in load().ids() if name.startswith("when-")}
SENTENCES = [name for name in load().ids() if name not in NOT_SENTENCES]

PRESS = {"en": r"press (?:\w+)", "es": r"oprima (?:\w+)"}
PURPOSE = {"en": r"\b(?:to|for|if)\b", "es": r"\b(?:para|si)\b"}
NINE_EIGHT_EIGHT = {"en": "nine eight eight", "es": "nueve ocho ocho"}
NINE_ONE_ONE = {"en": "nine one one", "es": "nueve uno uno"}
STAR = {"en": "press star", "es": "oprima asterisco"}

LAST_WORDS = (
    "goodbye",
    "closed-goodbye",
    "line-unknown",
    "trouble",
    "trouble-goodbye",
    "fallback-trouble",
    "fallback-again",
)
"""A call may end after these: their last sentence names nine eight eight."""

STRANGER_MAY_HEAR = (
    "offer",
    "offer-again",
    "offer-backup",
    "offer-gone",
    "offer-missed",
    "offer-wrong-key",
)
"""Heard by whoever picks up a supporter's phone, or by a voicemail."""

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def prompts(language: str) -> Iterator[tuple[str, Spoken]]:
    """Every sentence with each combination of sample values, and its id."""
    for message in SENTENCES:
        for spoken in variants(load(), message, language):
            yield message, spoken


def texts(spoken: Spoken) -> list[str]:
    """What is said without a pause in it."""
    return [part for part in spoken.parts if isinstance(part, str)]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?]) (?=[\w¿])", text)


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


@in_each_language
def test_digits_are_keys_and_numbers_are_words(language: str) -> None:
    come_in_as_values = {"number", "text", "phones", "ahead", "minutes"}
    for message, spoken in prompts(language):
        if not come_in_as_values & load().variables(message):
            without_keys = re.sub(PRESS[language], "", spoken.plain)
            assert not re.search(r"\d", without_keys), (message, spoken.plain)


@in_each_language
def test_numbers_of_the_directory_are_said_twice(language: str) -> None:
    for message in SENTENCES:
        for name in {"number", "text"} & load().variables(message):
            values = dict.fromkeys(load().variables(message), "may") | {name: "4 2"}
            assert load().text(message, language, **values).plain.count("4 2") == 2, message


def test_all_languages_offer_the_same_keys_and_numbers() -> None:
    def offered(language: str) -> list[tuple[str, list[str], bool, bool, bool]]:
        return [
            (
                message,
                re.findall(r"(?:press|oprima) (\d)", spoken.plain),
                STAR[language] in spoken.plain,
                NINE_EIGHT_EIGHT[language] in spoken.plain.lower(),
                NINE_ONE_ONE[language] in spoken.plain.lower(),
            )
            for message, spoken in prompts(language)
        ]

    for language in LANGUAGES:
        assert offered(language) == offered("en")


@in_each_language
@pytest.mark.parametrize("message", LAST_WORDS)
def test_the_last_sentence_names_nine_eight_eight(message: str, language: str) -> None:
    last = sentences(load().text(message, language).plain)[-1]
    assert NINE_EIGHT_EIGHT[language] in last


@in_each_language
@pytest.mark.parametrize("message", STRANGER_MAY_HEAR)
def test_a_stranger_learns_nothing(message: str, language: str) -> None:
    telling = r"\b(peer|caller|support|crisis|line|family|pares|apoyo|línea|familia|usted)"
    heard = load().text(message, language, alias="River").plain
    assert not re.search(telling, heard, re.IGNORECASE)


@in_each_language
@pytest.mark.parametrize(
    "message", ["text-off-after-misses", "text-nobody-on", "text-nobody-answered"]
)
def test_a_locked_screen_tells_nothing(message: str, language: str) -> None:
    shown = load().text(message, language).plain
    assert not re.search(r"peer|support|crisis|warm|apoyo|pares", shown, re.IGNORECASE)
    assert len(shown) <= 200


def test_a_language_offers_itself_in_its_own_words() -> None:
    assert load().text("language-offer", "es").plain == "Para español, oprima dos."
    assert load().text("language-offer", "en").plain == "For English, press two."


def test_the_greeting_is_one_sentence() -> None:
    for language in LANGUAGES:
        assert len(sentences(load().text("greeting", language).plain)) == 1


@in_each_language
@pytest.mark.parametrize("menu", ["main-menu", "main-menu-choosing"])
def test_who_stays_on_is_looked_for_after_35_seconds_of_speech(language: str, menu: str) -> None:
    other = next(lang for lang in LANGUAGES if lang != language)
    welcome = [
        load().text(message, other if message == "language-offer" else language)
        for message in (
            "greeting",
            "greeting-crisis",
            "language-offer",
            "greeting-privacy",
            menu,
        )
    ]
    assert sum(speech_seconds(said) for said in welcome) <= 35


def test_the_crisis_sentence_is_the_promised_one() -> None:
    assert load().text("greeting-crisis", "en").plain == (
        "If someone's life is in danger, hang up and dial nine one one. "
        "To reach the nine eight eight crisis line from here, press 9 at any time."
    )


@pytest.mark.parametrize(
    ("message", "language", "facts"),
    [
        ("crisis-door", "en", ["never call nine one one", "our number, not yours", "may send"]),
        ("crisis-door", "es", ["nunca llamamos", "nuestro número, no el suyo", "pueden mandar"]),
        ("privacy", "en", ["record", "your number", "not people", "law requires", "phone bill"]),
        ("privacy", "es", ["grabamos", "su número", "no personas", "la ley", "recibo"]),
        ("crisis-menu", "en", ["hang up, and call or text nine eight eight yourself"]),
        ("crisis-menu", "es", ["colgar y llamar o escribir usted al nueve ocho ocho"]),
        ("main-menu", "en", ["or just stay on the line"]),
        ("main-menu", "es", ["o simplemente quédese en la línea"]),
        ("main-menu-choosing", "en", ["or just stay on the line", "other work"]),
        ("main-menu-choosing", "es", ["o simplemente quédese en la línea", "otro trabajo"]),
    ],
)
def test_what_must_not_be_lost_is_there(message: str, language: str, facts: list[str]) -> None:
    heard = load().text(message, language).plain
    assert [fact for fact in facts if fact not in heard] == []


@in_each_language
def test_what_a_crisis_line_says_of_police_is_told_apart(language: str) -> None:
    values = {"name": "A", "number": "1"}
    heard = {
        load().text("crisis-line", language, police=police, **values).plain
        for police in ("no", "may", "unknown")
    }
    assert len(heard) == 3
    unlisted = load().text("crisis-line", language, police="something else", **values)
    assert unlisted == load().text("crisis-line", language, police="unknown", **values)


@pytest.mark.parametrize("row", [r.place for r in seed_directory() if not r.why_disabled])
def test_whom_a_place_of_the_directory_serves_is_said_in_each_language(row: Place) -> None:
    """The directory is written in English: what is named to callers has its own sentence."""
    if row.kind not in PUBLIC_KINDS:
        return
    ours = load().text("place-for", "en", audience=row.audience).plain
    assert load().text(f"place-for-{row.key}", "en").plain == ours
    assert forbidden_words(row.audience, "en") == ()
