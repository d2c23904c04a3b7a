"""What the papers of the project say is so: commands, licence, pins."""

from __future__ import annotations

import re
import tomllib
from pathlib import PurePosixPath

import click
import pytest

from tests.rules import tree
from warmline.cli import main
from warmline.services.alarm_paper import with_table
from warmline.settings import settings_table

MAKE = re.compile(r"(?:^\s*|`)make ([a-z][a-z-]*)", re.MULTILINE)
SPOKEN_OF = re.compile(r"(?:`|^    )warmline ([^`\n]+)", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#]+)[^)]*\)")


def project() -> dict[str, dict[str, object]]:
    return tomllib.loads(tree.text("pyproject.toml"))


def targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


def unknown_targets(words: str, makefile: str) -> list[str]:
    return [target for target in MAKE.findall(words) if target not in targets(makefile)]


def dead_links(name: str, words: str, known: set[str]) -> list[str]:
    """Links to files that are not there, but for those in comments."""
    folder = PurePosixPath(name).parent
    found = []
    for link in LINK.findall(re.sub(r"<!--.*?-->", "", words, flags=re.DOTALL)):
        parts: list[str] = []
        for part in (folder / link).parts:
            parts = parts[:-1] if part == ".." else [*parts, part]
        path = "/".join(parts)
        if path not in known and not any(k.startswith(f"{path}/") for k in known):
            found.append(f"{name}: {link}")
    return found


def unpinned(constraints: str) -> list[str]:
    """Requirements without an exact version or without hashes."""
    blocks = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", constraints, flags=re.MULTILINE).strip())
    return [b for b in blocks if not re.match(r"[\w.-]+==[\w.]+.*\\\n( +--hash=sha256:)", b)]


def unknown_commands(words: str) -> list[str]:
    """Commands and options of `warmline` that a paper names and that do not exist."""
    found = []
    for told in SPOKEN_OF.findall(words):
        command: click.Command = main
        for word in told.split():
            if not isinstance(command, click.Group) or word.startswith("-"):
                break
            below = command.get_command(click.Context(command), word.strip(".,"))
            if below is None:
                found.append(told)
                break
            command = below
        known = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
        if {*re.findall(r"(?<!\S)--[a-z-]+", told)} - known - {"--help"}:
            found.append(told)
    return found


def papers() -> list[tuple[str, str]]:
    return [(name, text) for name, text in tree.texts() if name.endswith(".md")]


def test_the_table_of_alarms_is_that_of_the_code() -> None:
    page = tree.text("docs/operating.md")
    assert page == with_table(page), "run: make docs"
    assert with_table(page.replace("| it says |", "| said |")) == page


def test_every_make_command_in_the_papers_exists() -> None:
    makefile = tree.text("Makefile")
    assert [
        (n, unknown_targets(t, makefile)) for n, t in papers() if unknown_targets(t, makefile)
    ] == []


def test_every_link_in_the_papers_leads_somewhere() -> None:
    known = set(tree.files())
    assert [link for name, text in papers() for link in dead_links(name, text, known)] == []


def misnumbered(decisions: list[tuple[str, str]]) -> list[str]:
    """Decisions whose heading does not begin with the number of their file, or shares it."""
    found, seen = [], set()
    for name, text in decisions:
        number = PurePosixPath(name).name[:4]
        if number in seen or not text.startswith(f"# {number} "):
            found.append(name)
        seen.add(number)
    return found


def test_every_decision_has_a_number_of_its_own() -> None:
    decisions = [(n, t) for n, t in papers() if n.startswith("docs/decisions/")]
    assert decisions
    assert misnumbered(decisions) == []


def test_the_readme_tells_the_two_commands() -> None:
    assert {"demo", "test"} <= set(MAKE.findall(tree.text("README.md")))


def test_the_readme_lists_the_settings_as_they_are() -> None:
    _, begin, rest = tree.text("README.md").partition("<!-- settings -->\n")
    table, end, _ = rest.partition("<!-- /settings -->")
    assert begin
    assert end
    assert table == settings_table(), "run: make docs"


def unknown_command(words: str) -> str:
    """What of a command line there is not; nothing when all of it exists."""
    command: click.Command = main
    for word in words.split():
        if word.startswith("--"):
            known = {"--help", *(o for p in command.params for o in [*p.opts, *p.secondary_opts])}
            if (option := word.partition("=")[0]) not in known:
                return option
        elif isinstance(command, click.Group):
            if word not in command.commands:
                return word
            command = command.commands[word]
    return ""


def commands_in(text: str) -> list[str]:
    """What stands in backquotes, or in a block of its own, and begins with `warmline`."""
    inline = re.findall(r"`warmline ([a-z][^`\n]*)`", text)
    blocks = re.findall(r"^ {4}(?:\S*/)?warmline ([^#\n]+)", text, re.MULTILINE)
    return [*inline, *blocks]


def test_every_command_in_the_papers_and_alarms_exists() -> None:
    named = [
        (name, line)
        for name, text in tree.texts()
        if name.endswith((".md", ".py")) and not name.startswith("tests/")
        for line in commands_in(text)
    ]
    assert len(named) > 20
    assert [one for one in named if unknown_command(one[1])] == []


def test_the_commands_in_the_readme_exist() -> None:
    named = set(re.findall(r"`warmline ([a-z]+)", tree.text("README.md")))
    assert named
    assert named - set(main.commands) == set()


def test_the_licence_is_the_one_we_declare() -> None:
    assert project()["project"]["license"] == "Apache-2.0"
    licence = tree.text("LICENSE")
    assert "Apache License" in licence
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_every_dependency_is_pinned_with_hashes_and_no_index() -> None:
    constraints = tree.text("constraints.txt")
    assert unpinned(constraints) == []
    assert "://" not in constraints
    assert "index" not in constraints.splitlines()[1]
    pinned = {name.lower() for name in re.findall(r"^([\w.-]+)==", constraints, re.MULTILINE)}
    assert [d for d in dependencies() if normal(d) not in pinned] == []


def dependencies() -> list[str]:
    declared = project()["project"]
    extras = declared["optional-dependencies"]
    assert isinstance(extras, dict)
    wanted = declared["dependencies"]
    assert isinstance(wanted, list)
    return [*wanted, *(d for extra in extras.values() for d in extra)]


def normal(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name.group()).lower()


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("brew", "brew"),
        ("directory brew", "brew"),
        ("apply line.toml --dry-run", ""),
        ("apply line.toml --brew=strong", "--brew"),
    ],
)
def test_the_rule_about_our_own_commands_can_fail(words: str, missing: str) -> None:
    assert unknown_command(words) == missing
    assert commands_in(f"Say `warmline {words}`.\n\n    warmline {words}\n") == [words, words]


def test_the_rule_about_decisions_can_fail() -> None:
    assert misnumbered([("d/0001-a.md", "# 0001 A"), ("d/0001-b.md", "# 0001 B")]) == [
        "d/0001-b.md"
    ]
    assert misnumbered([("d/0002-c.md", "# 2. C")]) == ["d/0002-c.md"]


@pytest.mark.parametrize("words", ["`make coffee`", "Then:\n\n    make coffee\n"])
def test_the_rule_about_commands_can_fail(words: str) -> None:
    assert unknown_targets(words, "tea: water\n") == ["coffee"]
    assert unknown_targets(words, "coffee: beans\n") == []


def test_the_rule_about_links_can_fail() -> None:
    assert dead_links(
        "docs/a.md", "[b](b.md) [c](../c.md) [d](d) <!-- [e](e) -->", {"c.md", "docs/d/x.md"}
    ) == ["docs/a.md: b.md"]


@pytest.mark.parametrize(
    "block", ["flask>=3 \\\n    --hash=sha256:ab", "flask==3.1.0", "--index-url x"]
)
def test_the_rule_about_pins_can_fail(block: str) -> None:
    assert unpinned(f"# head\nrq==1.0 ; x \\\n    --hash=sha256:ab\n{block}\n") == [block]


def test_every_command_that_a_paper_names_is_there() -> None:
    named = [(name, text) for name, text in papers() if unknown_commands(text)]
    assert [(name, unknown_commands(text)) for name, text in named] == []


@pytest.mark.parametrize(
    "words",
    ["`warmline aply line.toml`", "`warmline words sing`", "    warmline who --again River\n"],
)
def test_a_command_that_is_not_there_is_found(words: str) -> None:
    assert unknown_commands(words)
