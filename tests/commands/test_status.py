"""What `warmline status` tells of callers who wait: that they do, and only roughly for how long."""

from __future__ import annotations

import re

import pytest

from warmline.adapters.toml_line import read_line_file
from warmline.commands.status import told
from warmline.demo.stories._story import line_toml
from warmline.services.board import Board, HowLong, how_long

BOOK = read_line_file(line_toml("River"), seed=[], others=[])


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "under a minute"),
        (59.9, "under a minute"),
        (73, "one to two minutes"),
        (239, "two to four minutes"),
        (4000, "longer than four minutes"),
    ],
)
def test_no_second_of_a_wait_is_told(seconds: float, said: str) -> None:
    """Now less the seconds is when somebody called: it could be found again on a phone bill."""
    shown = Board("A line", True, None, (), 2, seconds, 0)
    (sentence,) = (one for one in told(shown, BOOK) if "wait" in one)
    assert sentence.strip() == f"2 callers wait, the longest {said}."
    assert not re.search(r"\d", sentence.replace("2 callers", ""))
    assert how_long(seconds) is HowLong(said)
