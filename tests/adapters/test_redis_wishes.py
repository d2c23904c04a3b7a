"""What a caller wishes lies sealed in the store, and its length tells next to nothing."""

from __future__ import annotations

import secrets
from dataclasses import fields
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from warmline.adapters.redis_reading import SEALED_LENGTHS, Reading
from warmline.adapters.sealing import Sealer
from warmline.domain.choosing import Wish
from warmline.domain.line import Kind

READING = Reading(Sealer("a secret of thirty-two characters"))
words = st.text("abcdef0123456789", min_size=1, max_size=12)
some = st.frozensets(words, max_size=5)
listed = st.lists(words, max_size=5).map(tuple)


def names(how_many: int) -> frozenset[str]:
    """Ids as supporters have them."""
    return frozenset(secrets.token_hex(16) for _ in range(how_many))


VALUES = {
    "avoid": some,
    "passed": some,
    "kind": st.sampled_from([None, *Kind]),
    "offered": words,
    "chosen": words,
    "asking": st.booleans(),
    "heard": st.integers(0, 99),
    "language": st.sampled_from(["", "es"]),
    "also": some,
    "tags": some,
    "ahead": listed,
    "listed": listed,
    "wider": listed,
    "widenings": st.integers(0, 9),
    "patient": st.booleans(),
}


@given(st.fixed_dictionaries(VALUES))
def test_a_wish_is_read_as_it_was_written(values: dict[str, Any]) -> None:
    wish = Wish(**values)
    assert READING.wish(READING.sealed(wish)) == wish


def test_every_field_of_a_wish_is_among_those_tried_above() -> None:
    assert {one.name for one in fields(Wish)} == set(VALUES)


def test_who_wishes_nothing_and_who_declined_twenty_look_the_same() -> None:
    declined = names(20)
    lengths = {
        len(READING.sealed(wish))
        for wish in (Wish(), Wish(avoid=names(1)), Wish(avoid=declined, passed=declined, heard=20))
    }
    assert len(lengths) == 1


def test_a_large_agency_fits_into_the_longer_one() -> None:
    lengths = {len(READING.sealed(Wish(avoid=names(n)))) for n in (40, 100, 150)}
    assert len(lengths) == 1
    assert len(SEALED_LENGTHS) == 2
