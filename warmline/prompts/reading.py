"""One language, read and looked over: what it holds, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from warmline.domain.wording import Sentence
from warmline.prompts.spoken import unknown_tokens

LOCALE: Final = "locale"
"""The one term that every language has: `-locale = en-US`, the voice's language and country."""
UNREADABLE: Final = Sentence("cannot be read")
SAYS_NOTHING: Final = Sentence("says nothing")
REVIEW: Final = "review"
"""`-review = needed`: nobody who speaks the language has reviewed it yet; no line may offer it."""


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """A language: its bundle, and for each message the variables that it needs."""

    language: str
    locale: str
    bundle: FluentBundle
    variables: dict[str, frozenset[str]]
    comments: dict[str, str]
    needs_review: bool = False
    selectors: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    """By message, then by variable that it chooses by: the forms that it has."""
    patterns: dict[str, str] = field(default_factory=dict)
    """By message: what stands after its `=`, for somebody who would like to change it."""
    topics: dict[str, str] = field(default_factory=dict)
    """By message: the name of the file that it stands in, without its ending."""


@dataclass(slots=True)
class _Found:
    """What the files of a language have held so far."""

    locale: str = ""
    needs_review: bool = False
    sources: list[str] = field(default_factory=list)
    variables: dict[str, frozenset[str]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    selectors: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


class _Inside(Visitor):
    """Walks one message: its variables, its text, and whatever it refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.text: list[str] = []
        self.references: list[str] = []
        self.selectors: dict[str, frozenset[str]] = {}

    def generic_visit(self, node: ast.BaseNode) -> None:
        """Take note of a node, and go on to what is inside it."""
        match node:
            case ast.VariableReference():
                self.variables.add(node.id.name)
            case ast.MessageReference():
                self.references.append(node.id.name)
            case ast.TermReference():
                self.references.append(f"-{node.id.name}")
            case ast.TextElement():
                self.text.append(node.value)
            case ast.SelectExpression(selector=ast.VariableReference() as chosen):
                forms = frozenset(_form(variant) for variant in node.variants)
                known = self.selectors.get(chosen.id.name, forms)
                self.selectors[chosen.id.name] = known & forms
        super().generic_visit(node)


def _form(variant: ast.Variant) -> str:
    """The name of a form: `one`, `0`, `no`."""
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else str(key.value)


def read_language(folder: Path) -> tuple[LanguageFile, list[str]]:
    """The language of a folder, all its files together, and its problems.

    A problem says in words which file and message it is about.
    """
    found = _Found()
    for path in sorted(folder.glob("*.ftl")):
        _read_file(path, f"{folder.name}/{path.name}", found)
        found.topics.update(dict.fromkeys(found.variables.keys() - found.topics.keys(), path.stem))
    if not found.locale:
        found.problems.append(f"{folder.name}: has no line such as `-locale = en-US`")
    bundle = FluentBundle([found.locale or folder.name], use_isolating=False)
    for source in found.sources:
        bundle.add_resource(FluentResource(source))
    language = LanguageFile(
        folder.name,
        found.locale,
        bundle,
        found.variables,
        found.comments,
        found.needs_review,
        found.selectors,
        found.patterns,
        found.topics,
    )
    return language, found.problems


def _read_file(path: Path, name: str, found: _Found) -> None:
    source = path.read_text(encoding="utf-8")
    found.sources.append(source)
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            found.problems.append(f"{name}: cannot be read: {_first_line(entry)}")
        elif isinstance(entry, ast.Term):
            found.locale = found.locale or _locale_of(entry)
            found.needs_review = found.needs_review or entry.id.name == REVIEW
        elif isinstance(entry, ast.Message):
            message = entry.id.name
            if message in found.variables:
                found.problems.append(f"{name}: {message} is there twice")
            inside = _Inside()
            inside.visit(entry)
            found.variables[message] = frozenset(inside.variables)
            found.patterns[message] = _pattern_of(entry)
            found.selectors[message] = inside.selectors
            found.comments[message] = (entry.comment.content or "") if entry.comment else ""
            troubles = _troubles(entry, inside)
            found.problems += [f"{name}: {message} {trouble}" for trouble in troubles]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence that stands by itself: what it is made of, and what is wrong with it."""

    variables: frozenset[str]
    selectors: dict[str, frozenset[str]]
    """By variable that it chooses by: the forms that it has."""
    bundle: FluentBundle
    troubles: tuple[Sentence, ...]


def read_pattern(message: str, pattern: str, locale: str) -> Pattern:
    """A sentence that is written outside the catalogue, by the id it is to have."""
    source = _as_message(message, pattern)
    entries = FluentParser().parse(source).body
    bundle = FluentBundle([locale], use_isolating=False)
    if len(entries) != 1 or not isinstance(entries[0], ast.Message):
        return Pattern(frozenset(), {}, bundle, (UNREADABLE,))
    inside = _Inside()
    inside.visit(entries[0])
    bundle.add_resource(FluentResource(source))
    troubles = tuple(_troubles(entries[0], inside))
    return Pattern(frozenset(inside.variables), inside.selectors, bundle, troubles)


def _pattern_of(message: ast.Message) -> str:
    """What stands after the `=` of a message, tidied."""
    plain = ast.Message(message.id, message.value)
    _, _, pattern = FluentSerializer().serialize_entry(plain).partition("=")
    return dedent(pattern).strip()


def _as_message(message: str, pattern: str) -> str:
    """The pattern below its id, indented, so that every line of it belongs to it."""
    lines = "\n".join(f"    {line}" for line in pattern.strip().splitlines())
    return f"{message} =\n{lines}\n"


def _locale_of(term: ast.Term) -> str:
    if term.id.name != LOCALE or term.value is None:
        return ""
    return "".join(e.value for e in term.value.elements if isinstance(e, ast.TextElement)).strip()


def _troubles(message: ast.Message, inside: _Inside) -> list[Sentence]:
    unknown = unknown_tokens(" ".join(inside.text))
    troubles = [Sentence("has an unknown token %(token)s", token=one) for one in unknown]
    troubles += [
        Sentence("refers to %(name)s; write the sentence out", name=one)
        for one in inside.references
    ]
    if message.value is None:
        troubles.append(SAYS_NOTHING)
    if message.attributes:
        troubles.append(Sentence("has attributes, which are never said"))
    return troubles


def _first_line(junk: ast.Junk) -> str:
    content = (junk.content or "").strip()
    return content.splitlines()[0] if content else "an empty entry"
