"""`warmline flags`: a count for each week, and nothing about anybody."""

from __future__ import annotations

from warmline.commands.flags import NOBODY, told


def test_one_flag_is_told_as_one_flag_of_a_week() -> None:
    said = list(told([("2026-W48", 1), ("2026-W47", 0), ("2026-W46", 2)], blocked=True))
    assert said[:2] == ["2026-W48: 1 flag.", "2026-W46: 2 flags."]
    assert said[2].endswith("warmline flags --lift")


def test_without_flags_it_says_so() -> None:
    assert list(told([("2026-W48", 0)], blocked=False)) == [
        "No call was flagged in the last five weeks.",
        NOBODY,
    ]
