"""Agencies and tags in words that a caller understands, as the line's file has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from warmline.domain.line import Line, Supporter, Voice
from warmline.domain.wording import listed

ALIAS: Final = r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*"
"""An alias is spoken to callers: letters, with spaces or hyphens between words."""
LONGEST_ALIAS: Final = 20


def agency_name(line: Line, code: str, language: str) -> str:
    """An agency's name in a language; its code when nobody wrote one."""
    return line.agency_names.get(code, {}).get(language, code)


def tag_words(line: Line, person: Supporter, language: str) -> dict[str, str]:
    """A supporter's tags that can be said in a language, each with its words.

    A tag that is not translated is in the supporter's own first language; in another it is left
    out, because a word in the wrong voice says nothing to who hears it.
    """
    found = {}
    for tag in sorted(person.tags):
        own = tag if person.languages[:1] == (language,) else ""
        if words := line.tag_words.get(tag, {}).get(language, own):
            found[tag] = words
    return found


def all_tag_words(line: Line, people: Iterable[Supporter], language: str) -> dict[str, str]:
    """The tags of several supporters that can be said in a language, in the order of the words."""
    found: dict[str, str] = {}
    for person in people:
        found |= tag_words(line, person, language)
    return dict(sorted(found.items(), key=lambda pair: (pair[1].casefold(), pair[0])))


def changes(what: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    """One sentence for each tag, agency or voice that is new, gone, or another now."""
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield f"{what} {name}: {_said(before.get(name))} becomes {_said(after.get(name))}."


def _said(value: object) -> str:
    match value:
        case Voice():
            return listed([part for part in (value.name, value.rate) if part])
        case dict():
            words = [f"{word} ({language})" for language, word in sorted(value.items())]
            return listed(words) or "without words"
        case _:
            return "none"
