"""Codes and questions to supporters: how often at most, and that a code is kept nowhere."""

from __future__ import annotations

from warmline.domain import errands
from warmline.domain.errands import MOST, Kind, digits, same

HOUR, DAY = 3600, 86400


def test_how_many_of_a_kind_one_supporter_is_sent_at_most() -> None:
    assert MOST == {
        Kind.CODE_TEXT: (3, HOUR / 4),
        Kind.CODE_CALL: (3, HOUR / 4),
        Kind.CONFIRM_TEXT: (5, DAY),
        Kind.CONFIRM_CALL: (5, DAY),
        Kind.PRACTICE: (10, HOUR),
        Kind.SHIFT: (3, HOUR),
    }
    assert (errands.CODES_A_DAY, errands.WRONG_CODES, errands.MINUTES) == (12, 5, 10)


def test_a_code_has_six_digits_and_is_the_same_for_the_same_things_alone() -> None:
    codes = [digits("secret", "river", str(n)) for n in range(200)]
    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert any(code.startswith("0") for code in codes)
    assert len(set(codes)) > 190
    assert digits("secret", "river", "0") == codes[0]
    assert digits("other", "river", "0") != codes[0]
    assert (same(codes[0], codes[0]), same(codes[0], codes[1])) == (True, False)
