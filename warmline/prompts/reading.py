"""One catalogue file, read and looked over: what it holds, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from warmline.prompts.spoken import unknown_tokens

LOCALE: Final = "locale"
"""The one term that every file has: `-locale = en-US`, the voice's language and country."""


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """A language: its bundle, and for each message the variables that it needs."""

    language: str
    locale: str
    bundle: FluentBundle
    variables: dict[str, frozenset[str]]
    comments: dict[str, str]


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


def read_file(path: Path) -> tuple[LanguageFile, list[str]]:
    """The language of a file, and its problems in words that name the file and the message."""
    source = path.read_text(encoding="utf-8")
    problems: list[str] = []
    locale = ""
    variables: dict[str, frozenset[str]] = {}
    comments: dict[str, str] = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            problems.append(f"{path.name}: cannot be read: {_first_line(entry)}")
        elif isinstance(entry, ast.Term):
            locale = locale or _locale_of(entry)
        elif isinstance(entry, ast.Message):
            name = entry.id.name
            if name in variables:
                problems.append(f"{path.name}: {name} is there twice")
            inside = _Inside()
            inside.visit(entry)
            variables[name] = frozenset(inside.variables)
            comments[name] = (entry.comment.content or "") if entry.comment else ""
            problems += [f"{path.name}: {name} {trouble}" for trouble in _troubles(entry, inside)]
    if not locale:
        problems.append(f"{path.name}: has no line such as `-locale = en-US`")
    bundle = FluentBundle([locale or path.stem], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    return LanguageFile(path.stem, locale, bundle, variables, comments), problems


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
