"""A supporter's number is unreadable at rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.adapters.sealing import CannotUnseal, Sealer

SECRET = "a secret of at least thirty-two characters"
OTHER = "another secret that is as long as the first"


@given(st.text())
def test_what_is_sealed_opens_again(text: str) -> None:
    assert Sealer(SECRET).open(Sealer(SECRET).seal(text)) == text


def test_the_same_text_never_looks_the_same() -> None:
    sealer = Sealer(SECRET)
    assert sealer.seal("+16505550111") != sealer.seal("+16505550111")


def test_another_secret_does_not_open_it() -> None:
    sealed = Sealer(SECRET).seal("+16505550111")
    with pytest.raises(CannotUnseal, match="SECRET_KEY that is not known"):
        Sealer(OTHER).open(sealed)


@pytest.mark.parametrize("change", [lambda s: s[:-2] + "AA", lambda s: s[:12], str.upper])
def test_a_changed_text_is_refused(change) -> None:  # type: ignore[no-untyped-def]
    sealed = Sealer(SECRET).seal("+16505550111")
    with pytest.raises(CannotUnseal) as refusal:
        Sealer(SECRET).open(change(sealed))
    assert "0111" not in str(refusal.value)


def test_a_replaced_secret_still_opens_what_it_sealed() -> None:
    sealed = Sealer(SECRET).seal("+16505550111")
    newer = Sealer(OTHER, SECRET)
    assert newer.open(sealed) == "+16505550111"
    with pytest.raises(CannotUnseal):
        Sealer(SECRET).open(newer.seal("+16505550111"))


def test_nothing_secret_shows() -> None:
    assert SECRET not in repr(Sealer(SECRET))
    assert "0111" not in Sealer(SECRET).seal("+16505550111")
