"""PINs of the # door: six digits that are not among the first that anybody would try."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

LENGTH: Final = 6
NUMBER_LENGTH: Final = 4
"""Digits of the short number by which a supporter says who they are."""


def is_weak(pin: str, *, phone: str = "", number: str = "") -> bool:
    """Whether somebody could guess this PIN: one digit, a row, a pattern, a date, their own number.

    `phone` and `number` are their own; neither may hold it, nor it them.
    """
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    halves = (pin[:3] * 2, pin[:3] + pin[2::-1])
    return (
        len(pin) != LENGTH
        or len(steps) == 1
        or len(set(pin)) < 3
        or pin in halves
        or _is_date(pin)
        or pin.startswith(("19", "20"))
        or pin.endswith(tuple(str(year) for year in range(1930, 2040)))
        or pin in phone
        or bool(number and number in pin)
    )


def _is_date(pin: str) -> bool:
    """Whether it could be somebody's birthday: six digits of which two are a month, two a day."""
    for month, day in ((0, 2), (2, 0), (2, 4)):
        if 1 <= int(pin[month : month + 2]) <= 12 and 1 <= int(pin[day : day + 2]) <= 31:
            return True
    return False


def fresh(draw: Callable[[], str], *, phone: str = "", number: str = "") -> str:
    """The first that is not weak of those that `draw` gives."""
    while is_weak(pin := draw(), phone=phone, number=number):
        pass
    return pin
