"""Every exception we allow ourselves tells why: skipped tests, silenced linters and types."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.rules import tree

SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b.*")
CODES = re.compile(r"noqa|type:\s*ignore|\[[\w, -]*\]|\b[A-Z]+\d+\b")
SKIPS = {"skip", "skipif", "xfail"}


def silent(name: str, code: str) -> Iterator[str]:
    for number, line in enumerate(code.splitlines(), 1):
        # In a test an ignored type mostly means: a builder hands on what it was given.
        if name.startswith("tests/") and "noqa" not in line:
            continue
        # What is left once the codes are taken away must be words.
        found = SILENCED.search(line)
        if found and not re.search(r"[a-z]{2,}", CODES.sub(" ", found.group())):
            yield f"{name}:{number} {found.group()}"


def unexplained_skips(name: str, code: str) -> Iterator[str]:
    parsed = ast.parse(code)
    called = {node.func for node in ast.walk(parsed) if isinstance(node, ast.Call)}
    for node in ast.walk(parsed):
        if isinstance(node, ast.Call) and (what := skip_name(node.func)):
            reasons = [k.value for k in node.keywords if k.arg in {"reason", "msg"}]
            # pytest.skip("why") and skip(reason="why") explain; skipif(condition) does not.
            if not reasons and not (what == "pytest.skip" and node.args):
                yield f"{name}:{node.lineno} {what} without a reason"
        elif isinstance(node, ast.Attribute) and node not in called and skip_name(node):
            yield f"{name}:{node.lineno} {skip_name(node)} without a reason"


def skip_name(node: ast.expr) -> str | None:
    """`pytest.mark.skipif` or `pytest.skip`; None for everything else."""
    words = ast.unparse(node)
    kept = {f"pytest.mark.{skip}" for skip in SKIPS} | {"pytest.skip", "pytest.xfail"}
    return words if words in kept else None


def test_every_silenced_rule_tells_why() -> None:
    found = [s for name, code in tree.python() if name not in PLANTED for s in silent(name, code)]
    assert found == []


def test_every_skipped_test_tells_why() -> None:
    assert [s for name, code in tree.python() for s in unexplained_skips(name, code)] == []


# This file shows bad comments as examples.
PLANTED = {"tests/rules/test_reasons.py"}


@pytest.mark.parametrize(
    "line", ["x = 1  # noqa: E501", "x = f()  # type: ignore[attr-defined]", "import a  # noqa"]
)
def test_the_rule_about_silence_can_fail(line: str) -> None:
    assert list(silent("x.py", line))


def test_the_rule_about_silence_lets_types_in_tests_pass() -> None:
    line = "x = f()  # type: ignore[arg-type]"
    assert list(silent("tests/test_x.py", line)) == []
    assert list(silent("warmline/x.py", line))


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # noqa: E501 - a table is read in one line",
        "x = f()  # type: ignore[attr-defined]  # the stubs are older",
        "x = f()  # type: ignore[attr-defined] # the stubs are older",
        "x = 1  # no comment",
    ],
)
def test_the_rule_about_silence_lets_others_pass(line: str) -> None:
    assert list(silent("x.py", line)) == []


@pytest.mark.parametrize(
    "code",
    [
        "@pytest.mark.skip\ndef test(): ...",
        "@pytest.mark.skip()\ndef test(): ...",
        "@pytest.mark.skipif(x)\ndef test(): ...",
        "@pytest.mark.xfail(strict=True)\ndef test(): ...",
        "def test(): pytest.skip()",
    ],
)
def test_the_rule_about_skips_can_fail(code: str) -> None:
    assert list(unexplained_skips("x.py", code))


@pytest.mark.parametrize(
    "code",
    [
        "@pytest.mark.skipif(x, reason='why')\ndef test(): ...",
        "def test(): pytest.skip('why')",
        "skip()",
    ],
)
def test_the_rule_about_skips_lets_others_pass(code: str) -> None:
    assert list(unexplained_skips("x.py", code)) == []
