"""The line on which a key stands, whatever is written around it."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.adapters.toml.where import Path, Where

TEXT = """\
# a comment with = and [brackets]
top = 1

[line]
name = "a [[shift]] in # a name"
numbers = [
    "+1 650 555 0100",  # ] not the end
    "x = 3",
]
note = '''
phone = "inside a text"
[hours]
'''
zone.name = "dotted"

[[ shift ]]
days = ["mon"] # [[shift]]

[[shift]]
"days" = ["tue"]
limits = { calls = 1, more = { deep = 2 } }
hours = "x"

[shift.extra]
first = 1

[[shift]]
[[shift.note]]
of = 1
[[shift.note]]
of = 2
[last]
one = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("line",), 4),
        (("line", "name"), 5),
        (("line", "numbers"), 6),
        (("line", "numbers", 1), 6),
        (("line", "note"), 10),
        (("line", "zone", "name"), 14),
        (("shift", 0, "days"), 17),
        (("shift", 1, "days"), 20),
        (("shift", 1, "limits", "more"), 21),
        (("shift", 1, "hours"), 22),
        (("shift", 1, "extra", "first"), 25),
        (("shift", 1, "nothing"), 19),
        (("shift", 2, "note", 0, "of"), 29),
        (("shift", 2, "note", 1, "of"), 31),
        (("last", "one"), 33),
        (("nowhere",), 1),
    ],
)
def test_the_line_of_a_key_or_of_the_table_around_it(path: Path, line: int) -> None:
    tomllib.loads(TEXT)
    assert Where(TEXT).line(path) == line


@given(st.lists(st.sampled_from(["[a]", "[[b]]", "c = 1", 'd = "\\""', "e = [", "]", '"""', "#"])))
def test_no_text_is_too_strange(lines: list[str]) -> None:
    assert Where("\n".join(lines)).line(("b", 0, "c")) >= 1
