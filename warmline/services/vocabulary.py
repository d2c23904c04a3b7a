"""How a line sounds, and how it says its supporters' tags and agencies, as a coordinator sets it.

Whoever changes something says what they were shown, by its fingerprint, as everywhere in the
console; it is compared in the transaction that writes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Final

from warmline.domain import choosing
from warmline.domain.errors import ChangedMeanwhile
from warmline.domain.line import Line, LineBook, Supporter, Voice
from warmline.prompts import Catalogue
from warmline.prompts.forbidden import FORBIDDEN, clinical_words, forbidden_words
from warmline.prompts.voices import rate_fits, voices
from warmline.services.lines import Lines
from warmline.services.supporters.team import LONGEST_TAG, Amiss

LONGEST: Final = 60
"""Characters of a name or word, as in a line's file."""
MOST_TAGS: Final = 60
NEW: Final = "new"
"""The field of a tag that is written down for the first time."""

Names = Mapping[str, Mapping[str, str]]
"""Words by code or tag, and then by language."""
Never = Callable[[str, str], tuple[str, ...]]
"""The words in a text of a language that are never said."""


class Carried(Exception):
    """Supporters carry this tag, and others than somebody was told of."""

    def __init__(self, people: tuple[Supporter, ...]) -> None:
        super().__init__("Supporters carry this tag.")
        self.people = people


@dataclass(frozen=True, slots=True)
class Said:
    """A tag or an agency: its code, its words by language, and who has it."""

    code: str
    words: Mapping[str, str]
    people: tuple[Supporter, ...]


def tags(book: LineBook) -> list[Said]:
    """Every tag that can be said or that somebody carries, in one order."""
    known = {*book.line.tag_words, *(tag for one in book.supporters for tag in one.tags)}
    return [
        Said(tag, book.line.tag_words.get(tag, {}), carrying(book, tag))
        for tag in sorted(known, key=str.casefold)
    ]


def agencies(book: LineBook) -> list[Said]:
    """Every agency of which somebody is, in one order."""
    return [
        Said(
            code,
            book.line.agency_names.get(code, {}),
            tuple(one for one in book.supporters if one.agency == code),
        )
        for code in choosing.agencies(book)
    ]


def carrying(book: LineBook, tag: str) -> tuple[Supporter, ...]:
    """Who carries a tag, by name."""
    found = [one for one in book.supporters if tag in one.tags]
    return tuple(sorted(found, key=lambda one: one.alias.casefold()))


def fingerprint_voices(line: Line) -> str:
    """What a form carries of the voices that it shows."""
    return _hash(sorted(line.voices.items()))


def fingerprint_words(line: Line) -> str:
    """What a form carries of the words for tags and agencies that it shows."""
    return _hash([sorted(line.tag_words.items()), sorted(line.agency_names.items())])


def _hash(said: object) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


class Vocabulary:
    """Each verb gives the changes in English sentences, none when nothing changed.

    It may raise Amiss, ChangedMeanwhile, StoreTrouble.
    """

    def __init__(self, lines: Lines, words: Catalogue) -> None:
        self._lines = lines
        self._words = words

    def voices(self, language: str) -> tuple[str, ...]:
        """The voices of the telephone company that can speak a language."""
        return voices(self._words.locale(language))

    def keep_voices(self, line_id: str, seen: str, wanted: Mapping[str, Voice]) -> list[str]:
        """Another voice or speed for each language; a blank one is the program's own.

        The field of what is amiss is `voice_` or `rate_` and the language.
        """
        with self._lines.changing(line_id) as change:
            line = change.line
            if fingerprint_voices(line) != seen:
                raise ChangedMeanwhile
            for language, voice in wanted.items():
                if voice.name and voice.name not in self.voices(language):
                    raise Amiss(f"voice_{language}", "Choose one of these voices.")
                if voice.rate and not rate_fits(voice.rate):
                    raise Amiss(f"rate_{language}", "Choose one of these speeds.")
            others = {code: one for code, one in line.voices.items() if code not in wanted}
            chosen = {code: one for code, one in wanted.items() if one != Voice()}
            change.line = replace(line, voices=others | chosen)
        return change.told

    def keep_words(
        self, line_id: str, seen: str, said: Names, agency_names: Names, new: str = ""
    ) -> list[str]:
        """Other words for tags and agencies; `new` is a tag for the first time, with its words.

        Tags that are left out stay as they are, and tags and agencies that there are not by now
        are left out. The field of what is amiss is the tag or agency, a line break and the
        language; or `NEW`.
        """
        with self._lines.changing(line_id) as change:
            line = change.line
            if fingerprint_words(line) != seen:
                raise ChangedMeanwhile
            if new:
                _look_at_tag(new, change.book)
            # What has no words is kept of tags alone: supporters choose from those.
            known = {*line.tag_words, new}
            there = {new, *(one.code for one in tags(change.book))}
            known_agencies = {*line.agency_names, *choosing.agencies(change.book)}
            worded = _kept(_only(said, there), line, forbidden_words)
            theirs = _kept(_only(agency_names, known_agencies), line, clinical_words)
            named = {**line.agency_names, **theirs}
            fresh = {tag: one for tag, one in worded.items() if one or tag in known}
            change.line = replace(
                line,
                tag_words={**line.tag_words, **fresh},
                agency_names={code: one for code, one in named.items() if one},
            )
        return change.told

    def drop_tag(self, line_id: str, tag: str, told_of: frozenset[str]) -> list[str]:
        """A tag is gone: its words, and from whoever carries it.

        `told_of`: the ids of those who carry it, as somebody was told. Raises Carried with those
        who do when they are others.
        """
        with self._lines.changing(line_id) as change:
            people = carrying(change.book, tag)
            if {one.id for one in people} != told_of:
                raise Carried(people)
            rest = {code: words for code, words in change.line.tag_words.items() if code != tag}
            change.line = replace(change.line, tag_words=rest)
            change.people = [replace(one, tags=one.tags - {tag}) for one in people]
        return change.told


def _look_at_tag(tag: str, book: LineBook) -> None:
    known = {one.code.casefold() for one in tags(book)}
    if not 0 < len(tag) <= LONGEST_TAG or "," in tag:
        raise Amiss(NEW, "A tag has at most 30 letters, and no comma.")
    if tag.casefold() in known:
        raise Amiss(NEW, "This tag is there already.")
    if len(known) >= MOST_TAGS:
        raise Amiss(NEW, "There are very many tags already: drop one first.")
    if any(forbidden_words(tag, one) for one in book.line.languages if one in FORBIDDEN):
        raise Amiss(NEW, "There is a word in it that the line never says. Find a plainer one.")


def _only(said: Names, known: Set[str]) -> Names:
    """Of what was sent what there is: nobody adds a tag past `_look_at_tag`."""
    return {code: words for code, words in said.items() if code in known}


def _kept(said: Names, line: Line, never: Never) -> dict[str, dict[str, str]]:
    """Words as they are kept: of each code those that there are. Raises Amiss."""
    found: dict[str, dict[str, str]] = {}
    for code, words in said.items():
        found[code] = {}
        for language, written in words.items():
            field, word = f"{code}\n{language}", " ".join(written.split())
            if len(word) > LONGEST:
                raise Amiss(field, "That is too long to listen to: 60 letters at most.")
            if language in FORBIDDEN and never(word, language):
                raise Amiss(
                    field, "There is a word in it that the line never says. Find a plainer one."
                )
            if word and language in line.languages:
                found[code][language] = word
    return found
