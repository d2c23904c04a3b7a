"""What a line's own file makes its voice say: words that are never said, and voices there are."""

from __future__ import annotations

from collections.abc import Iterator

from warmline.domain.line import Line, LineBook
from warmline.domain.wording import did_you_mean, listed
from warmline.prompts import Catalogue
from warmline.prompts.forbidden import clinical_words, forbidden_words
from warmline.prompts.voices import FASTEST, SLOWEST, rate_fits, voices
from warmline.services.checking import Finding, fine, wrong


def objections(book: LineBook, words: Catalogue) -> Iterator[tuple[str, str]]:
    """What cannot be said as the file has it: the words it is about, and why, in a sentence.

    Names are other people's: in them only clinical words are refused. What a supporter or the
    line itself says is held to all that our own sentences are held to.
    """
    line = book.line
    for language in line.languages:
        for one in book.supporters:
            yield from _refused(one.alias, clinical_words(one.alias, language))
            for tag in one.tags:
                yield from _refused(tag, forbidden_words(tag, language))
        for place in book.places:
            if place.enabled and place.local:
                yield from _refused(place.name, clinical_words(place.name, language))
        for said in (line.run_by.get(language, ""), line.mandated_reporting.get(language, "")):
            yield from _refused(said, clinical_words(said, language))
            if said and not said.endswith((".", "?")):
                yield said, "It is said by itself: end it like a sentence, with a full stop."
    yield from _voices(line, words)


def statements(line: Line) -> Iterator[Finding]:
    """Whether the line says what only its own people know: what the law makes them report."""
    lacks = [one for one in line.languages if not line.mandated_reporting.get(one)]
    if lacks:
        yield wrong(
            f"{line.name} does not say in {listed(lacks)} what its peers must report by law.",
            "Have it worded with your counsel, write it as mandated_reporting under [line], then: "
            "warmline apply. Until then the line is not ready for callers.",
        )
    else:
        yield fine(f"{line.name} says what its peers must report by law.")


def _refused(said: str, found: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if found:
        quoted = listed([f'"{one}"' for one in dict.fromkeys(found)])
        yield said, f"{quoted} is never said on this line. Find another word."


def _voices(line: Line, words: Catalogue) -> Iterator[tuple[str, str]]:
    for language, voice in line.voices.items():
        known = voices(words.locale(language))
        if voice.name and voice.name not in known:
            guess = did_you_mean(voice.name, known) or f" There is {listed(known[:5], 'or')}."
            yield voice.name, f"It is no voice for {words.locale(language)}.{guess}"
        if voice.rate and not rate_fits(voice.rate):
            yield voice.rate, f'Write a speed from "{SLOWEST}%" to "{FASTEST}%".'
