"""Whether a sentence of a line's own may take the place of ours, and if not, why not.

Our own catalogues are held to the same by `tests/prompts`. Reasons are whole sentences for the
coordinator who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warmline.domain.own_words import OwnSentence, OwnWords
from warmline.domain.wording import listed
from warmline.prompts.catalogue import Catalogue
from warmline.prompts.forbidden import forbidden_words
from warmline.prompts.must_keep import lost
from warmline.prompts.reading import Pattern, read_pattern
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

EMPTY: Final = "It says nothing. To go back to the original sentence, reset it."
LONGEST: Final = 20.0
"""Seconds. Nobody remembers the beginning of a longer one."""


def objections(words: Catalogue, message: str, language: str, pattern: str) -> tuple[str, ...]:
    """Everything that keeps a pattern from being said instead of our sentence; none if nothing.

    `words` are ours, without a line's own. An unknown id or language raises KeyError.
    """
    if not may_change(message):
        return ("It is a part of other sentences, or said when no line is known: it stays ours.",)
    read = read_pattern(message, pattern, words.locale(language))
    if not pattern.strip() or "says nothing" in read.troubles:
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


def _form(words: Catalogue, message: str, language: str, read: Pattern) -> Iterator[str]:
    """What is wrong with how it is written down, before anything can be said."""
    if "cannot be read" in read.troubles:
        yield "It cannot be read. Look for a { without its }, or a line that begins with [ or *."
        return
    for trouble in read.troubles:
        yield f"It {trouble}."
    wanted = words.variables(message)
    for name in sorted(wanted - read.variables):
        yield f"It does not say {{ ${name} }}, which the original says."
    for name in sorted(read.variables - wanted):
        known = listed([f"{{ ${one} }}" for one in sorted(wanted)]) or "nothing"
        yield f"There is no {{ ${name} }} here; it can say {known}."
    for name, forms in sorted(words.selectors(message, language).items()):
        needed = {one for one in forms if one == "0" or not one.isdigit()}
        lacks = sorted(needed - read.selectors.get(name, frozenset()))
        if lacks and name in read.variables:
            yield f"It needs forms of its own of {{ ${name} }} for {listed(lacks)}."


def _says_nothing(words: Catalogue, message: str, read: Pattern) -> bool:
    """Whether there are values with which nothing is heard, or which cannot be said."""
    pattern = read.bundle.get_message(message).value
    for values in samples(words, message):
        text, errors = read.bundle.format_pattern(pattern, values) if pattern else ("", [])
        if errors or not spoken("", "", str(text)).plain:
            return True
    return False


def _wording(message: str, language: str, ours: Spoken, own: Spoken) -> Iterator[str]:
    """What is wrong with what is heard, for one set of values. `ours` is the original."""
    text = own.plain
    if bad := forbidden_words(text, language):
        yield f"The line never says {listed([repr(one) for one in dict.fromkeys(bad)])}."
    if speech_seconds(own) > LONGEST:
        yield f"It takes {speech_seconds(own):.0f} s to say; {LONGEST:.0f} s are the most."
    if not text.endswith((".", "?")):
        yield "It does not end like a sentence, with . or ?"
    yield from _keys(language, ours.plain, text)
    yield from _numbers(language, ours.plain, text)
    yield from (
        f'It has lost something that must stay: "{fact}".' for fact in lost(text, message, language)
    )
    yield from _listeners(message, language, text)


def _keys(language: str, ours: str, text: str) -> Iterator[str]:
    """The same keys are offered, each after what it is for."""
    before, after = set(keys_named(ours, language)), set(keys_named(text, language))
    how = PRESS[language].partition("(")[0].strip()
    for key in sorted(before - after):
        yield f'It no longer names a key that works here: "{how} {key}".'
    for key in sorted(after - before):
        yield f'It names a key that does nothing here: "{how} {key}".'


def _numbers(language: str, ours: str, text: str) -> Iterator[str]:
    """988 and 911 stay, in words; other numbers are said digit by digit."""
    for number in (NINE_EIGHT_EIGHT, NINE_ONE_ONE):
        if names(ours, number, language) and not names(text, number, language):
            yield f'It no longer names "{number[language]}".'
        if names(text, number, language) and not names(ours, number, language):
            yield f'"{number[language]}" is not named here, so that nobody is confused.'
    runs = set(re.findall(r"\d{2,}", text)) - set(re.findall(r"\d{2,}", ours))
    for run in sorted(runs):
        yield f"Write {run} in words, or digit by digit: {' '.join(run)}."


def _listeners(message: str, language: str, text: str) -> Iterator[str]:
    """Who may hear or see it besides the one it is for, and where a call ends after it."""
    if message in LAST_WORDS and not names(sentences(text)[-1], NINE_EIGHT_EIGHT, language):
        yield f'A call may end here: its last sentence names "{NINE_EIGHT_EIGHT[language]}".'
    if message in STRANGER_MAY_HEAR:
        for word in dict.fromkeys(re.findall(TELLING, text, re.IGNORECASE)):
            yield f'A stranger may hear this: "{word}" tells what kind of call it is.'


def sampled(words: Catalogue, message: str, language: str) -> Spoken:
    """A sentence with the first sample of each of its values: how it sounds, for instance."""
    return words.text(message, language, **next(samples(words, message)))
