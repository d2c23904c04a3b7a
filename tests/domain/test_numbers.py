"""Numbers as people write them; every refusal says what to do and never repeats the number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.domain.numbers import (
    BadNumber,
    is_short_code,
    mask,
    parse_phone,
    slow_digits,
    spoken_digits,
)


@pytest.mark.parametrize(
    "text",
    [
        "+16505550111",
        "(650) 555-0111",
        "650.555.0111",
        "1-650-555-0111",
        " 650 555 0111 ",
        "+1 (650) 555-0111",
    ],
)
def test_every_usual_way_of_writing_is_read(text: str) -> None:
    assert parse_phone(text) == "+16505550111"


@pytest.mark.parametrize("last", range(100, 200))
def test_numbers_kept_for_fiction_are_accepted(last: int) -> None:
    assert parse_phone(f"+16505550{last}") == f"+16505550{last}"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "No number is given"),
        ("   ", "No number is given"),
        ("call River", "letters"),
        ("650-555-HELP", "letters"),
        ("650 555 0111 ext 4", "Extensions"),
        ("650 555 0111 #4", "Extensions"),
        ("988", "short code"),
        ("741741", "short code"),
        ("555-0111", "too short"),
        ("650 555 011", "too short"),
        ("+1 650 555 01111", "too long"),
        ("+44 20 7946 0018", "another country (GB)"),
        ("+1 416 555 0123", "another country (CA)"),
        ("+999 123 456 789", "cannot be read"),
        ("+1 900 555 0123", "premium-rate"),
        ("+1 800 555 0123", "toll-free"),
        ("+1 500 555 0123", "follow-me"),
        ("+1 555 555 0123", "area code"),
    ],
)
def test_a_refusal_names_the_reason_and_hides_the_number(text: str, part: str) -> None:
    with pytest.raises(BadNumber) as refusal:
        parse_phone(text)
    assert part in refusal.value.reason
    assert not any(word in refusal.value.reason for word in ("0123", "0018", "7946"))


def test_lines_and_places_may_be_toll_free() -> None:
    assert parse_phone("+1 800 555 0123", toll_free=True) == "+18005550123"


def test_territories_are_home() -> None:
    assert parse_phone("+1 787 555 0123") == "+17875550123"


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        outcome = parse_phone(text)
    except BadNumber as refusal:
        outcome = refusal.reason
    assert outcome.startswith("+1") or outcome.endswith(".")


def test_short_codes() -> None:
    assert all(is_short_code(code) for code in ("988", "711", "88788", "741741"))
    assert not any(is_short_code(text) for text in ("", "98", "+16505550111", "nine", "٩٨٨"))


def test_a_masked_number_shows_two_digits() -> None:
    assert mask("+16505550142") == "•••• 42"


def test_the_exchange_whose_calls_cost_extra_is_refused_in_every_area() -> None:
    for area in ("650", "212"):
        with pytest.raises(BadNumber, match="premium-rate"):
            parse_phone(f"+1{area}9760123")


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        ("+16505550142", "6 5 0, 5 5 5, 0 1 4 2"),
        ("+18005550123", "8 0 0, 5 5 5, 0 1 2 3"),
        ("988", "9 8 8"),
        ("88788", "8 8 7 8 8"),
        ("741741", "7 4 1, 7 4 1"),
        ("(650) 555-0111", "6 5 0, 5 5 5, 0 1 1 1"),
        ("+44791112345", "4 4 7, 9 1 1, 1 2 3, 4 5"),
        ("16505550111", "1 6 5, 0 5 5, 5 0 1, 1 1"),
        ("+1650555", "1 6 5, 0 5 5 5"),
    ],
)
def test_numbers_are_spoken_digit_by_digit(number: str, spoken: str) -> None:
    assert spoken_digits(number) == spoken


@pytest.mark.parametrize(
    ("number", "groups"),
    [
        ("988", ["988"]),
        ("88788", ["88788"]),
        ("741741", ["741", "741"]),
        ("+16505550142", ["650", "555", "0142"]),
    ],
)
def test_whoever_writes_it_down_has_time_after_each_digit_and_more_after_a_group(
    number: str, groups: list[str]
) -> None:
    assert slow_digits(number) == ", [long pause] ".join(", [pause] ".join(one) for one in groups)
