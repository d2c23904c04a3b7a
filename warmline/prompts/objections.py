"""Whether a sentence of a line's own may take the place of ours, and if not, why not.

Our own catalogues are held to the same by `tests/prompts`. Reasons are whole sentences for the
coordinator who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warmline.domain.own_words import OwnSentence, OwnWords
from warmline.domain.wording import Sentence
from warmline.prompts.catalogue import Catalogue
from warmline.prompts.forbidden import forbidden_words
from warmline.prompts.must_keep import lost
from warmline.prompts.reading import SAYS_NOTHING, UNREADABLE, Pattern, read_pattern
from warmline.prompts.report import samples, speech_seconds, variants
from warmline.prompts.spoken import Spoken, spoken
from warmline.prompts.wording import (
    LAST_WORDS,
    NINE_EIGHT_EIGHT,
    NINE_ONE_ONE,
    PRESS,
    STRANGER_MAY_HEAR,
    TELLING,
    keys_named,
    may_change,
    names,
    sentences,
)

EMPTY: Final = Sentence("It says nothing. To go back to the original sentence, reset it.")
LONGEST: Final = 20.0
"""Seconds. Nobody remembers the beginning of a longer one."""


def objections(words: Catalogue, message: str, language: str, pattern: str) -> tuple[Sentence, ...]:
    """Everything that keeps a pattern from being said instead of our sentence; none if nothing.

    `words` are ours, without a line's own. An unknown id or language raises KeyError.
    """
    if not may_change(message):
        return (
            Sentence(
                "It is a part of other sentences, or said when no line is known: it stays ours."
            ),
        )
    read = read_pattern(message, pattern, words.locale(language))
    if not pattern.strip() or SAYS_NOTHING in read.troubles:
        return (EMPTY,)
    found = [*_form(words, message, language, read)]
    if not found and _says_nothing(words, message, read):
        found.append(EMPTY)
    if not found:
        own = OwnWords((OwnSentence(language, message, pattern),))
        changed = words.of_line(own)
        ours = variants(words, message, language)
        for said, instead in zip(ours, variants(changed, message, language), strict=True):
            found += _wording(message, language, said, instead)
    return tuple(dict.fromkeys(found))


def _form(words: Catalogue, message: str, language: str, read: Pattern) -> Iterator[Sentence]:
    """What is wrong with how it is written down, before anything can be said."""
    if UNREADABLE in read.troubles:
        yield Sentence(
            "It cannot be read. Look for a { without its }, or a line that begins with [ or *."
        )
        return
    for trouble in read.troubles:
        yield Sentence("It %(trouble)s.", trouble=trouble)
    wanted = words.variables(message)
    for name in sorted(wanted - read.variables):
        yield Sentence("It does not say %(value)s, which the original says.", value=_value(name))
    for name in sorted(read.variables - wanted):
        yield _no_value(name, wanted)
    for name, forms in sorted(words.selectors(message, language).items()):
        needed = {one for one in forms if one == "0" or not one.isdigit()}
        lacks = sorted(needed - read.selectors.get(name, frozenset()))
        if lacks and name in read.variables:
            yield Sentence(
                "It needs forms of its own of %(value)s for %(forms)s.",
                value=_value(name),
                forms=tuple(lacks),
            )


def _value(name: str) -> str:
    return f"{{ ${name} }}"


def _no_value(name: str, known: frozenset[str]) -> Sentence:
    if not known:
        return Sentence("There is no %(value)s here; it can say nothing.", value=_value(name))
    return Sentence(
        "There is no %(value)s here; it can say %(known)s.",
        value=_value(name),
        known=tuple(_value(one) for one in sorted(known)),
    )


def _says_nothing(words: Catalogue, message: str, read: Pattern) -> bool:
    """Whether there are values with which nothing is heard, or which cannot be said."""
    pattern = read.bundle.get_message(message).value
    for values in samples(words, message):
        text, errors = read.bundle.format_pattern(pattern, values) if pattern else ("", [])
        if errors or not spoken("", "", str(text)).plain:
            return True
    return False


def _wording(message: str, language: str, ours: Spoken, own: Spoken) -> Iterator[Sentence]:
    """What is wrong with what is heard, for one set of values. `ours` is the original."""
    text = own.plain
    if bad := forbidden_words(text, language):
        yield Sentence(
            "The line never says %(words)s.",
            words=tuple(repr(one) for one in dict.fromkeys(bad)),
        )
    if speech_seconds(own) > LONGEST:
        yield Sentence(
            "It takes %(n)s s to say; %(most)s s are the most.",
            n=f"{speech_seconds(own):.0f}",
            most=f"{LONGEST:.0f}",
        )
    if not text.endswith((".", "?")):
        yield Sentence("It does not end like a sentence, with . or ?")
    yield from _keys(language, ours.plain, text)
    yield from _numbers(language, ours.plain, text)
    yield from (
        Sentence('It has lost something that must stay: "%(fact)s".', fact=fact)
        for fact in lost(text, message, language)
    )
    yield from _listeners(message, language, text)


def _keys(language: str, ours: str, text: str) -> Iterator[Sentence]:
    """The same keys are offered, each after what it is for."""
    before, after = set(keys_named(ours, language)), set(keys_named(text, language))
    how = PRESS[language].partition("(")[0].strip()
    for key in sorted(before - after):
        yield Sentence('It no longer names a key that works here: "%(key)s".', key=f"{how} {key}")
    for key in sorted(after - before):
        yield Sentence('It names a key that does nothing here: "%(key)s".', key=f"{how} {key}")


def _numbers(language: str, ours: str, text: str) -> Iterator[Sentence]:
    """988 and 911 stay, in words; other numbers are said digit by digit."""
    for number in (NINE_EIGHT_EIGHT, NINE_ONE_ONE):
        if names(ours, number, language) and not names(text, number, language):
            yield Sentence('It no longer names "%(number)s".', number=number[language])
        if names(text, number, language) and not names(ours, number, language):
            yield Sentence(
                '"%(number)s" is not named here, so that nobody is confused.',
                number=number[language],
            )
    runs = set(re.findall(r"\d{2,}", text)) - set(re.findall(r"\d{2,}", ours))
    for run in sorted(runs):
        yield Sentence(
            "Write %(number)s in words, or digit by digit: %(digits)s.",
            number=run,
            digits=" ".join(run),
        )


def _listeners(message: str, language: str, text: str) -> Iterator[Sentence]:
    """Who may hear or see it besides the one it is for, and where a call ends after it."""
    if message in LAST_WORDS and not names(sentences(text)[-1], NINE_EIGHT_EIGHT, language):
        yield Sentence(
            'A call may end here: its last sentence names "%(number)s".',
            number=NINE_EIGHT_EIGHT[language],
        )
    if message in STRANGER_MAY_HEAR:
        for word in dict.fromkeys(re.findall(TELLING, text, re.IGNORECASE)):
            yield Sentence(
                'A stranger may hear this: "%(word)s" tells what kind of call it is.', word=word
            )


def sampled(words: Catalogue, message: str, language: str) -> Spoken:
    """A sentence with the first sample of each of its values: how it sounds, for instance."""
    return words.text(message, language, **next(samples(words, message)))
