"""What the papers of the project say is so: links, decisions, settings, licence, pins."""

from __future__ import annotations

import re
import tomllib
from os.path import normpath
from pathlib import PurePosixPath

import pytest

from tests.rules import tree
from warmline.services.alarm_paper import with_table
from warmline.settings import settings_table

LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:)([^)#]*)(?:#([\w-]+))?\)")


def project() -> dict[str, dict[str, object]]:
    return tomllib.loads(tree.text("pyproject.toml"))


def dead_links(name: str, words: str, known: set[str]) -> list[str]:
    """Links to files, or to headings in them, that are not there, but for those in comments."""
    found = []
    for link, heading in LINK.findall(re.sub(r"<!--.*?-->", "", words, flags=re.DOTALL)):
        path = normpath(PurePosixPath(name).parent / link) if link else name
        there = path in known or any(one.startswith(f"{path}/") for one in known)
        paper = words if path == name else tree.text(path) if there and heading else ""
        if not there or (heading and heading not in headings(paper)):
            found.append(f"{name}: {link}#{heading}" if heading else f"{name}: {link}")
    return found


def headings(paper: str) -> set[str]:
    """The anchors that a page of this paper has."""
    titles = re.findall(r"^#+ (.+)$", paper, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def unpinned(constraints: str) -> list[str]:
    """Requirements without an exact version or without hashes."""
    blocks = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", constraints, flags=re.MULTILINE).strip())
    return [b for b in blocks if not re.match(r"[\w.-]+==[\w.]+.*\\\n( +--hash=sha256:)", b)]


def test_the_table_of_alarms_is_that_of_the_code() -> None:
    page = tree.text("docs/operating.md")
    assert page == with_table(page), "run: make docs"
    assert with_table(page.replace("| it says |", "| said |")) == page


def test_every_link_in_the_papers_leads_somewhere() -> None:
    known = set(tree.files())
    assert [link for name, text in tree.papers() for link in dead_links(name, text, known)] == []


def misnumbered(decisions: list[tuple[str, str]]) -> list[str]:
    """Decisions that do not bear the number after the last, in the name and in the heading."""
    numbered = ((f"{number:04}", *one) for number, one in enumerate(sorted(decisions), 1))
    return [
        name
        for number, name, text in numbered
        if PurePosixPath(name).name[:4] != number or not text.startswith(f"# {number} ")
    ]


def test_decisions_are_numbered_without_a_gap_and_none_twice() -> None:
    decisions = [(n, t) for n, t in tree.papers() if n.startswith("docs/decisions/")]
    assert decisions
    assert misnumbered(decisions) == []


def test_the_readme_lists_the_settings_as_they_are() -> None:
    _, begin, rest = tree.text("README.md").partition("<!-- settings -->\n")
    table, end, _ = rest.partition("<!-- /settings -->")
    assert begin
    assert end
    assert table == settings_table(), "run: make docs"


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


def test_the_rule_about_decisions_can_fail() -> None:
    assert misnumbered([("d/0002-b.md", "# 0002 B"), ("d/0001-a.md", "# 0001 A")]) == []
    twice = [("d/0001-a.md", "# 0001 A"), ("d/0001-b.md", "# 0001 B")]
    assert misnumbered(twice) == ["d/0001-b.md"]
    assert misnumbered([("d/0001-a.md", "# 0001 A"), ("d/0003-c.md", "# 0003 C")]) == [
        "d/0003-c.md"
    ]
    assert misnumbered([("d/0001-c.md", "# 1. C")]) == ["d/0001-c.md"]


def test_the_rule_about_links_can_fail() -> None:
    words = "# Tea, or not\n[b](b.md) [c](../c.md) [d](d) <!-- [e](e) --> [f](#tea-or-not) [g](#g)"
    known = {"docs/a.md", "c.md", "docs/d/x.md"}
    assert dead_links("docs/a.md", words, known) == ["docs/a.md: b.md", "docs/a.md: #g"]


@pytest.mark.parametrize(
    "block", ["flask>=3 \\\n    --hash=sha256:ab", "flask==3.1.0", "--index-url x"]
)
def test_the_rule_about_pins_can_fail(block: str) -> None:
    assert unpinned(f"# head\nrq==1.0 ; x \\\n    --hash=sha256:ab\n{block}\n") == [block]
