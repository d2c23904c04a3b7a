"""Addresses of pages: only opaque ids, a language and the name of a page stand in them."""

from __future__ import annotations

from warmline.domain.links import MEET, Links

LINKS = Links("https://line.example.org")


def test_a_page_without_a_name_is_the_first() -> None:
    here = LINKS.public_url
    assert LINKS.supporter("leg1") == f"{here}/offer/leg1"
    assert LINKS.supporter("leg1", MEET) == f"{here}/offer/leg1/meet"
    assert LINKS.errand("e1") == f"{here}/errand/e1"
    assert LINKS.errand("e1", "yes") == f"{here}/errand/e1/yes"
    assert LINKS.selftest("r1") == f"{here}/selftest/r1/0/0"
    assert LINKS.selftest("r1", 2, 1) == f"{here}/selftest/r1/2/1"
