"""One language, read and looked over: what it holds, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from warmline.prompts.spoken import unknown_tokens

LOCALE: Final = "locale"
"""The one term that every language has: `-locale = en-US`, the voice's language and country."""


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """A language: its bundle, and for each message the variables that it needs."""

    language: str
    locale: str
    bundle: FluentBundle
    variables: dict[str, frozenset[str]]
    comments: dict[str, str]


@dataclass(slots=True)
class _Found:
    """What the files of a language have held so far."""

    locale: str = ""
    sources: list[str] = field(default_factory=list)
    variables: dict[str, frozenset[str]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


class _Inside(Visitor):
    """Walks one message: its variables, its text, and whatever it refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.text: list[str] = []
        self.references: list[str] = []

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
        super().generic_visit(node)


def read_language(folder: Path) -> tuple[LanguageFile, list[str]]:
    """The language of a folder, all its files together, and its problems.

    A problem says in words which file and message it is about.
    """
    found = _Found()
    for path in sorted(folder.glob("*.ftl")):
        _read_file(path, f"{folder.name}/{path.name}", found)
    if not found.locale:
        found.problems.append(f"{folder.name}: has no line such as `-locale = en-US`")
    bundle = FluentBundle([found.locale or folder.name], use_isolating=False)
    for source in found.sources:
        bundle.add_resource(FluentResource(source))
    language = LanguageFile(folder.name, found.locale, bundle, found.variables, found.comments)
    return language, found.problems


def _read_file(path: Path, name: str, found: _Found) -> None:
    source = path.read_text(encoding="utf-8")
    found.sources.append(source)
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            found.problems.append(f"{name}: cannot be read: {_first_line(entry)}")
        elif isinstance(entry, ast.Term):
            found.locale = found.locale or _locale_of(entry)
        elif isinstance(entry, ast.Message):
            message = entry.id.name
            if message in found.variables:
                found.problems.append(f"{name}: {message} is there twice")
            inside = _Inside()
            inside.visit(entry)
            found.variables[message] = frozenset(inside.variables)
            found.comments[message] = (entry.comment.content or "") if entry.comment else ""
            troubles = _troubles(entry, inside)
            found.problems += [f"{name}: {message} {trouble}" for trouble in troubles]


def _locale_of(term: ast.Term) -> str:
    if term.id.name != LOCALE or term.value is None:
        return ""
    return "".join(e.value for e in term.value.elements if isinstance(e, ast.TextElement)).strip()


def _troubles(message: ast.Message, inside: _Inside) -> list[str]:
    troubles = [f"has an unknown token {t}" for t in unknown_tokens(" ".join(inside.text))]
    troubles += [f"refers to {r}; write the sentence out" for r in inside.references]
    if message.value is None:
        troubles.append("says nothing")
    if message.attributes:
        troubles.append("has attributes, which are never said")
    return troubles


def _first_line(junk: ast.Junk) -> str:
    content = (junk.content or "").strip()
    return content.splitlines()[0] if content else "an empty entry"
