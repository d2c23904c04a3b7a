"""Whatever a paper tells somebody to type, or to open, is there."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Collection, Iterator

import click
import pytest

from tests.rules import tree
from warmline.cli import main

MAKE = re.compile(r"(?:^\s*|`)(?:[A-Z]+=\S+ )?make ([a-z][a-z-]*)", re.MULTILINE)
MODULE = re.compile(r"python3? -m ([\w.]*\w)")
FILE = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|lua|md|toml|ftl|po|html|js))(?:::(test_\w+))?`")
THEIRS = {"line.toml"}
"""Files of whoever runs a line."""


def unknown_targets(words: str, makefile: str) -> list[str]:
    known = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    return [target for target in MAKE.findall(words) if target not in known]


def unknown_modules(words: str) -> list[str]:
    """Modules that cannot be run: `python -m` looks for the module, or its `__main__`."""
    return [name for name in MODULE.findall(words) if not can_be_run(name)]


def can_be_run(name: str) -> bool:
    try:
        found = importlib.util.find_spec(name)
        if found is None or found.submodule_search_locations is None:
            return found is not None
        return importlib.util.find_spec(f"{name}.__main__") is not None
    except ModuleNotFoundError:
        return False


def commands_in(text: str) -> list[str]:
    """What stands in backquotes, or in a block of its own, and begins with `warmline`."""
    inline = re.findall(r"`warmline ([a-z][^`]*)`", text)
    blocks = re.findall(r"^ {4}(?:\S*/)?warmline ([^#\n]+)", text, re.MULTILINE)
    return [" ".join(told.split()) for told in (*inline, *blocks)]


def unknown_command(told: str) -> str:
    """What of a command line there is not; nothing when all of it exists."""
    command: click.Command = main
    for word in told.split():
        if word.startswith("--"):
            known = {"--help", *(o for p in command.params for o in [*p.opts, *p.secondary_opts])}
            if (option := word.partition("=")[0].strip("[]")) not in known:
                return option
        elif isinstance(command, click.Group):
            if (name := word.strip(".,")) not in command.commands:
                return name
            command = command.commands[name]
    return ""


def unknown_commands(words: str) -> list[str]:
    return [told for told in commands_in(words) if unknown_command(told)]


def unknown_files(words: str, known: Collection[str]) -> Iterator[str]:
    """Files, or tests in them, that are not there. A paper may leave out the first folders."""
    for path, test in FILE.findall(words):
        here = [name for name in known if name == path or name.endswith(f"/{path}")]
        tried = [name for name in here if f"def {test}(" in tree.text(name)]
        if not (tried if test else here) and path not in THEIRS:
            yield f"{path}::{test}" if test else path


def in_papers(look: Callable[[str], Collection[str]]) -> dict[str, Collection[str]]:
    return {name: found for name, text in tree.papers() if (found := look(text))}


def test_every_make_command_in_the_papers_exists() -> None:
    makefile = tree.text("Makefile")
    assert in_papers(lambda text: unknown_targets(text, makefile)) == {}


def test_the_readme_tells_the_two_commands() -> None:
    assert {"demo", "test"} <= set(MAKE.findall(tree.text("README.md")))


def test_every_command_of_ours_in_the_papers_and_in_what_is_said_exists() -> None:
    places = [
        (name, text)
        for name, text in tree.texts()
        if name.endswith((".md", ".py", ".html")) and not name.startswith("tests/")
    ]
    assert len([one for _, text in places for one in commands_in(text)]) > 100
    assert {name: found for name, text in places if (found := unknown_commands(text))} == {}


def test_every_module_that_a_paper_runs_can_be_run() -> None:
    assert in_papers(unknown_modules) == {}
    assert unknown_modules(tree.text("Makefile") + tree.text("Procfile")) == []


def test_every_file_and_test_named_in_a_paper_or_a_comment_exists() -> None:
    known = tree.files()
    told = [*tree.papers(), *tree.source()]
    assert {name: found for name, text in told if (found := [*unknown_files(text, known)])} == {}


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ("brew", "brew"),
        ("aply line.toml", "aply"),
        ("directory brew", "brew"),
        ("apply line.toml --dry-run", ""),
        ("apply line.toml --brew=strong", "--brew"),
        ("who --again River", "--again"),
    ],
)
def test_the_rule_about_our_own_commands_can_fail(told: str, missing: str) -> None:
    words = f"Say `warmline {told}`.\n\n    warmline {told}\n"
    assert commands_in(words) == [told, told]
    assert unknown_command(told) == missing
    assert unknown_commands(words) == ([told, told] if missing else [])


def test_a_command_that_is_broken_over_two_lines_is_read_whole() -> None:
    assert unknown_commands("`warmline hold approve\n--buy Ben`") == ["hold approve --buy Ben"]


@pytest.mark.parametrize(
    "words", ["`make coffee`", "`CUPS=2 make coffee`", "Then:\n\n    make coffee\n"]
)
def test_the_rule_about_make_can_fail(words: str) -> None:
    assert unknown_targets(words, "tea: water\n") == ["coffee"]
    assert unknown_targets(words, "coffee: beans\n") == []


@pytest.mark.parametrize("name", ["warmline.coffee", "coffee.beans", "warmline.domain"])
def test_the_rule_about_modules_can_fail(name: str) -> None:
    assert unknown_modules(f"`python -m {name}`.") == [name]
    assert unknown_modules("`python -m warmline.prompts --missing tl`") == []


def test_the_rule_about_files_can_fail() -> None:
    words = "`rules/tree.py` `tree.py::test_x` `rules/bush.py` `line.toml`"
    assert list(unknown_files(words, ["tests/rules/tree.py"])) == [
        "tree.py::test_x",
        "rules/bush.py",
    ]
