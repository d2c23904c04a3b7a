"""What a caller may say after a talk, and what of it an evaluator reads."""

from __future__ import annotations

import json
from datetime import date

import pytest

from warmline.domain.after_talk import Said, is_code, plain

NOTHING = Said("key", "box key")


def test_three_questions_are_answered_one_by_one_or_not() -> None:
    assert (NOTHING.answers, NOTHING.box, NOTHING.answered) == ((None, None, None), "", False)
    said = NOTHING.answering(1, 5).answering(3, 1)
    assert (said.answers, said.answered) == ((5, None, 1), True)
    assert said.answering(3, 2).answers == (5, None, 2)
    assert NOTHING.boxed("sealed").box == "sealed"
    assert not NOTHING.boxed("sealed").answered


@pytest.mark.parametrize(
    ("keys", "good"),
    [("123456", True), ("777777", True), ("12345", False), ("1234567", False), ("123458", False)],
)
def test_a_code_has_six_keys_none_of_which_means_something_else(keys: str, good: bool) -> None:
    assert is_code(keys) is good


def test_the_length_of_what_is_sealed_tells_nothing() -> None:
    without = plain("111111", date(2027, 5, 1), (None, None, None))
    fullest = plain("123456", date(2027, 12, 1), (5, 5, 5))
    assert len(without) == len(fullest) == 96
    assert json.loads(fullest) == {"code": "123456", "month": "2027-12", "answers": [5, 5, 5]}
