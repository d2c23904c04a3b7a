"""A declaration of what is kept is about all that its pattern stands for, and nothing else."""

from __future__ import annotations

import pytest

from warmline.domain.kept import DAY, HOUR, Class, Field, Kept, Reader, fits


@pytest.mark.parametrize(
    ("pattern", "name", "stands"),
    [
        ("call:<id>", "call:1f", True),
        ("call:<id>", "call:1f:wish", False),
        ("call:<id>", "call:", False),
        ("call:<id>:wish", "call:1f:wish", True),
        ("a.b", "a-b", False),
        ("due", "due", True),
        ("due", "overdue", False),
    ],
)
def test_a_name_in_angle_brackets_stands_for_one_word(
    pattern: str, name: str, stands: bool
) -> None:
    assert fits(pattern, name) is stands


def test_a_field_is_declared_by_its_name_or_else_by_a_pattern() -> None:
    one = Field("place:crisis", "the crisis line", Class.COUNT)
    other = Field("place:<kind>", "another place", Class.COUNT)
    kept = Kept("call:<id>", "a call", Class.LIVE, Reader.OPERATOR, "a day", fields=(other, one))
    assert kept.field("place:crisis") is one
    assert kept.field("place:peer") is other
    assert kept.field("state") is None
    assert (kept.covers("call:1"), kept.covers("leg:1")) == (True, False)


def test_an_hour_and_a_day_are_in_seconds() -> None:
    assert (HOUR, DAY) == (3600, 86400)
