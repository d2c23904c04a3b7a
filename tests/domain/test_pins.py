"""PINs of the # door: what anybody would try first is refused."""

from __future__ import annotations

import pytest

from warmline.domain import pins
from warmline.domain.pins import fresh, is_weak


def test_a_pin_has_six_digits_and_a_short_number_four() -> None:
    assert (pins.LENGTH, pins.NUMBER_LENGTH) == (6, 4)


@pytest.mark.parametrize(
    "pin",
    [
        *("000000", "123456", "987654", "246802"),
        *("121212", "848448", "112211"),
        *("123123", "748748", "123321", "748847"),
        *("198512", "208877", "741930", "742039"),
        *("25078", "7482161"),
    ],
)
def test_a_pin_that_others_would_try_is_weak(pin: str) -> None:
    assert is_weak(pin)


@pytest.mark.parametrize(
    ("month_first", "day_first", "year_first"),
    [
        ("121588", "151288", "881215"),
        ("063088", "300688", "880630"),
        ("013188", "310188", "880131"),
        ("020188", "010288", "880201"),
    ],
)
def test_so_is_what_could_be_a_birthday(month_first: str, day_first: str, year_first: str) -> None:
    assert [is_weak(pin) for pin in (month_first, day_first, year_first)] == [True] * 3


@pytest.mark.parametrize(
    "pin",
    [
        *("748216", "748478", "183877"),
        *("741929", "742040"),
        # No month has such a day, no year such a month.
        *("123288", "321288", "881232", "120088", "880012", "133188", "311388", "881331"),
    ],
)
def test_what_says_nothing_is_not(pin: str) -> None:
    assert not is_weak(pin)


def test_a_pin_has_nothing_of_their_own_numbers() -> None:
    assert is_weak("555011", phone="+16505550111")
    assert is_weak("748216", number="4821")
    assert not is_weak("748216", phone="+16505550111", number="4822")


def test_a_fresh_pin_is_never_weak() -> None:
    drawn = iter(["123456", "000000", "748216"])
    assert fresh(lambda: next(drawn)) == "748216"
