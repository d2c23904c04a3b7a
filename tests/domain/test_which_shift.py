"""Which shift is meant by what is texted after SWAP."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tests.books import BOOK, RIVER, span
from warmline.domain.said_time import Unclear
from warmline.domain.shifts import occurrences, one_off_shift
from warmline.domain.which_shift import Which, which

FRIDAY = date(2027, 12, 3)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", Which()),
        ("FRI", Which(4)),
        ("VIERNES", Which(4)),
        ("MAR", Which(1)),
        ("MAR 5PM", Which(1, None, frozenset({time(17)}))),
        ("MAR 5", Which(None, (3, 5))),
        ("DEC 4", Which(None, (12, 4))),
        ("4 DE DICIEMBRE", Which(None, (12, 4))),
        ("DECEMBER 4 17:00", Which(None, (12, 4), frozenset({time(17)}))),
        ("FRI 5:30", Which(4, None, frozenset({time(5, 30), time(17, 30)}))),
        ("VIE A LAS 5 PM", Which(4, None, frozenset({time(17)}))),
        ("05:30", Which(None, None, frozenset({time(5, 30)}))),
        ("FRI 9 AM", Which(4, None, frozenset({time(9)}))),
        ("FRI 12 AM", Which(4, None, frozenset({time(0)}))),
        ("FRI 12 PM", Which(4, None, frozenset({time(12)}))),
        ("12:30", Which(None, None, frozenset({time(0, 30), time(12, 30)}))),
        ("1:15", Which(None, None, frozenset({time(1, 15), time(13, 15)}))),
        ("13:30", Which(None, None, frozenset({time(13, 30)}))),
        ("23:59", Which(None, None, frozenset({time(23, 59)}))),
    ],
)
def test_what_is_understood(said: str, meant: Which) -> None:
    assert which(said) == meant


@pytest.mark.parametrize(
    "words",
    [
        "MON TUE WED THU FRI SAT SUN",
        "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY",
        "LUN MAR MIE JUE VIE SAB DOM",
        "LUNES MARTES MIERCOLES JUEVES VIERNES SABADO DOMINGO",
        "LUNES MARTES MIYERKULES HUWEBES BIYERNES SABADO LINGGO",
        "LUNES MARTES MIYERKOLES HUWEBES BIYERNES SABADO LINGGO",
        "LUNES MARTES MIERKULES HUWEBES BIYERNES SABADO LINGGO",
    ],
)
def test_the_days_of_a_week_are_known_in_each_language(words: str) -> None:
    assert [which(word).weekday for word in words.split()] == list(range(7))


@pytest.mark.parametrize(
    "words",
    [
        "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC",
        "ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE",
        "ENERO PEBRERO MARSO ABRIL MAYO HUNYO HULYO AGOSTO SETYEMBRE OKTUBRE NOBYEMBRE DISYEMBRE",
    ],
)
def test_the_months_of_a_year_are_known_in_each_language(words: str) -> None:
    assert [which(f"{word} 4").month_day for word in words.split()] == [
        (month, 4) for month in range(1, 13)
    ]


@pytest.mark.parametrize(
    "said",
    [
        *("SOON", "FRI SAT", "5", "24:00", "25:00", "13 PM", "FRI 5:60", "FRI 5:75", "4 FRI"),
        "4 SOON",
    ],
)
def test_what_nobody_could_be_sure_of_is_asked_again(said: str) -> None:
    with pytest.raises(Unclear):
        which(said)


def test_two_shifts_of_one_day_are_told_apart() -> None:
    morning = one_off_shift(RIVER.id, FRIDAY, span("08:00-12:00"))
    evening = one_off_shift(RIVER.id, FRIDAY, span("17:00-20:00"))
    book = replace(BOOK, shifts=(morning, evening), days_off=(), swaps=())
    first, second = occurrences(book, FRIDAY, FRIDAY)
    assert which("FRI").fits(first)
    assert which("FRI").fits(second)
    assert [which("DEC 3 5PM").fits(one) for one in (first, second)] == [False, True]
    assert [Which.at(FRIDAY, time(8)).fits(one) for one in (first, second)] == [True, False]
