"""What a line's own file makes its voice say: words that are never said, and voices there are."""

from __future__ import annotations

from collections.abc import Iterator

from warmline.domain import choosing, naming
from warmline.domain.line import Line, LineBook, Place
from warmline.domain.places import PUBLIC_KINDS, WORKERS_KINDS
from warmline.domain.wording import Sentence, did_you_mean, listed
from warmline.prompts import Catalogue, whom
from warmline.prompts.forbidden import clinical_words, forbidden_words
from warmline.prompts.voices import FASTEST, SLOWEST, rate_fits, voices
from warmline.services.checking import Finding, fine, note, wrong


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
        for named in _names(book, language):
            yield from _refused(named, clinical_words(named, language))
        for said in (line.run_by.get(language, ""), line.mandated_reporting.get(language, "")):
            yield from _refused(said, clinical_words(said, language))
            if said and not said.endswith((".", "?")):
                yield said, "It is said by itself: end it like a sentence, with a full stop."
    yield from _voices(line, words)


def _names(book: LineBook, language: str) -> Iterator[str]:
    """The names of agencies and of places, our own rows too, as callers hear them."""
    for code in choosing.agencies(book):
        yield naming.agency_name(book.line, code, language)
    for place in book.places:
        if place.enabled:
            yield place.spoken.get(language) or place.name


def unsaid(book: LineBook, words: Catalogue) -> Iterator[Finding]:
    """What callers do not hear in a language of the line, because nobody has worded it."""
    name = book.line.name
    for language in book.line.languages:
        if tags := _tags_without_words(book, language):
            yield note(
                Sentence(
                    "%(line)s: callers who listen in %(language)s do not hear of %(tags)s.",
                    line=name,
                    language=language,
                    tags=tuple(tags),
                ),
                Sentence(
                    "Give each tag its words in %(language)s under [tags], then: warmline apply.",
                    language=language,
                ),
            )
        codes = [
            code
            for code in choosing.agencies(book)
            if language not in book.line.agency_names.get(code, {})
        ]
        if codes:
            yield note(
                Sentence(
                    "%(line)s: in %(language)s only the code of %(agencies)s is said.",
                    line=name,
                    language=language,
                    agencies=tuple(codes),
                ),
                Sentence(
                    "Give each its name in %(language)s under [agency], then: warmline apply.",
                    language=language,
                ),
            )
        if keys := [
            one.key for one in _introduced(book, language) if not whom(words, one, language)
        ]:
            yield note(
                Sentence(
                    "%(line)s: callers who listen in %(language)s are not told for whom this is: "
                    "%(places)s.",
                    line=name,
                    language=language,
                    places=tuple(keys),
                ),
                Sentence(
                    "Fill audience_%(language)s, and name_%(language)s where there is one.",
                    language=language,
                ),
            )


def _tags_without_words(book: LineBook, language: str) -> list[str]:
    return sorted(
        {
            tag
            for one in book.supporters
            for tag in one.tags - naming.tag_words(book.line, one, language).keys()
        }
    )


def _introduced(book: LineBook, language: str) -> Iterator[Place]:
    """The places of which callers of a language hear whom they serve."""
    for place in book.places:
        known = place.kind in PUBLIC_KINDS | WORKERS_KINDS
        if place.enabled and known and (not place.languages or language in place.languages):
            yield place


def statements(line: Line) -> Iterator[Finding]:
    """Whether the line says what only its own people know: what the law makes them report, and
    who runs it."""
    lacks = [one for one in line.languages if not line.mandated_reporting.get(one)]
    if lacks:
        yield wrong(
            Sentence(
                "%(line)s does not say in %(languages)s what its peers must report by law.",
                line=line.name,
                languages=tuple(lacks),
            ),
            Sentence(
                "Have it worded with your counsel, write it as mandated_reporting under [line], "
                "then: warmline apply. Until then the line is not ready for callers."
            ),
        )
    else:
        yield fine(Sentence("%(line)s says what its peers must report by law.", line=line.name))
    if silent := [one for one in line.languages if not line.run_by.get(one)]:
        yield note(
            Sentence(
                "%(line)s does not say in %(languages)s who runs it.",
                line=line.name,
                languages=tuple(silent),
            ),
            Sentence("Callers ask: write it as run_by under [line], then: warmline apply."),
        )


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
