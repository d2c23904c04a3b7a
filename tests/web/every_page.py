"""All pages there are, from the app's own table: no test keeps a list of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from flask import Flask

from tests.web.console import HOST, Member
from warmline.web._guard import ANYBODY, NOBODY, RULES, Rule

Route = tuple[str, str, str, Rule]
FILLED = {
    "line_id": "county",
    "token": "forged",
    "filename": "house.css",
    "quarter": "2026-07-01",
    "secret": "forged",
    "supporter_id": "forged",
    "shift_id": "forged",
    "message": "greeting",
    "key": "988",
}
"""What stands for each part of an address. A page with another part adds it here."""
NOTHING: Mapping[str, str] = MappingProxyType({})
NO_VIEW = {"security.logout", "static", "security.two_factor_token_validation"}
"""Files, and what signs out whoever opens it when they are signed in."""


def pages(app: Flask, line: str = "county", known: Mapping[str, str] = NOTHING) -> list[Route]:
    """Endpoint, method, address and rule of every page. `known`: parts that lead somewhere."""
    rules: dict[str, Rule] = app.extensions[RULES]
    found: list[Route] = []
    with app.test_request_context(base_url=HOST):
        for route in app.url_map.iter_rules():
            filled = {**FILLED, **known, "line_id": line}
            built = route.build({name: filled[name] for name in route.arguments})
            assert built is not None
            methods = sorted((route.methods or set()) - {"HEAD", "OPTIONS"})
            rule = rules[route.endpoint]
            found += [(route.endpoint, method, built[1], rule) for method in methods]
    return found


def whole_pages(member: Member) -> Iterator[tuple[str, str]]:
    """Name and address of every page that somebody who is signed in can look at.

    Downloads, parts of pages and pages that only lead elsewhere are none.
    """
    book = member.console.book()
    known = {"supporter_id": book.supporters[0].id, "shift_id": book.shifts[0].id}
    for endpoint, method, address, rule in pages(member.console.app, known=known):
        if method != "GET" or rule == NOBODY or endpoint in NO_VIEW:
            continue
        given = member.browser.opens(address)
        whole = given.mimetype == "text/html" and given.status_code in {200, 404}
        if whole and "<html" in given.text:
            assert given.status_code == 200 or rule == ANYBODY, address
            yield endpoint.replace(".", "-"), address
