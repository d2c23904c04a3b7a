"""No file tells of the machine it was written on, or rings at a stranger's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
import pytest

from tests.rules import tree

MACHINE = re.compile(
    r"(?<![\w.}~$*])/(?:work|root|farm|tmp|opt/pypi|home/\w+|Users/\w+)/|[A-Z]:\\Users\\"
)
REGISTRY = re.compile(
    r"\b(?:pypi\.org|pythonhosted\.org|deb\.debian\.org|npmjs\.(?:org|com)|conda\.anaconda\.org)\b"
)
# A plus with its digits, or digits in groups or in a row as long as a number of this country.
NUMBER = re.compile(
    r"(?<![\w.+-])(?:\+\d[\d ().-]{7,18}\d|\(?[2-9]\d{2}\)?[ .-]?\d{3}[ .-]?\d{4})(?!\w)"
)
# Kept for stories and tests: nobody's telephone rings at these.
# (The second is the United Kingdom's range for drama, for tests of numbers from abroad.)
FICTION = re.compile(r"\+1[2-9]\d\d55501\d\d|\+442079460\d\d\d")
# 988 in full, which is how a call reaches it from a number of our own.
LIFELINE = "+18002738255"
# Nothing is written by hand in these.
GENERATED = ("constraints.txt",)


def machine_traces(name: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        for pattern in (MACHINE, REGISTRY):
            if found := pattern.search(line):
                yield f"{name}:{number} {found.group()}"


def e164(written: str) -> str | None:
    """The number as it would be dialed; None when no telephone could have it."""
    try:
        number = phonenumbers.parse(written, "US")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def strangers(name: str, text: str, listed: frozenset[str]) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        for found in NUMBER.finditer(line):
            dialed = e164(found.group())
            if dialed and not FICTION.fullmatch(dialed) and dialed not in listed:
                yield f"{name}:{number} {found.group()}"


def directory() -> frozenset[str]:
    """The public lines that callers are told of."""
    rows = "\n".join(text for name, text in tree.texts() if name.endswith("directory.csv"))
    return frozenset(filter(None, [LIFELINE, *map(e164, NUMBER.findall(rows))]))


def written_by_hand() -> Iterator[tuple[str, str]]:
    return ((name, text) for name, text in tree.texts() if name not in GENERATED)


def test_no_file_names_a_path_of_a_machine_or_a_registry() -> None:
    assert [trace for name, text in tree.texts() for trace in machine_traces(name, text)] == []


def test_every_telephone_number_is_fiction_or_in_the_directory() -> None:
    listed = directory()
    assert [s for name, text in written_by_hand() for s in strangers(name, text, listed)] == []


@pytest.mark.parametrize(
    "line",
    [
        "data = '/" + "work/main/data'",
        "see /" + "root/.cache",
        "cd /" + "home/somebody/warmline",
        "--index-url https://" + "pypi" + ".org/simple",
        "http://" + "deb.debian" + ".org/debian",
    ],
)
def test_the_rule_about_machines_can_fail(line: str) -> None:
    assert list(machine_traces("docs/operating.md", line))


@pytest.mark.parametrize(
    "line", ["the folder work/", "https://example.org/w" + "ork/shop", "~/data"]
)
def test_the_rule_about_machines_lets_others_pass(line: str) -> None:
    assert list(machine_traces("docs/operating.md", line)) == []


# Joined from halves, so that this file keeps its own rule.
@pytest.mark.parametrize(
    "line",
    [
        "call +1213" + "6227890",
        "call (213) " + "622-7890",
        "call 213.622" + ".7890",
        "'2136' + 2136" + "227890",
        "phone = '+4420" + "72221234'",
    ],
)
def test_the_rule_about_numbers_can_fail(line: str) -> None:
    assert list(strangers("examples/county.toml", line, frozenset()))


@pytest.mark.parametrize(
    "line",
    [
        "+12135550123, (213) 555-0199 and 213-555-0100",
        "at 1793449800 or 2026-11-07, version 2135.550.1234",
        "sha256:21362278902136227890",
        "+1 2136",
    ],
)
def test_the_rule_about_numbers_lets_others_pass(line: str) -> None:
    assert list(strangers("examples/county.toml", line, frozenset())) == []


def test_a_number_of_the_directory_may_be_named() -> None:
    line = "+1213" + "6227890"
    assert list(strangers("warmline/directory.py", line, frozenset({line}))) == []
