"""All pages there are, from the app's own table: no test keeps a list of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from flask import Flask, Response, request, request_finished

from tests.web.console import HOST, Member
from warmline.web._guard import ANYBODY, NOBODY, RULES, Rule

Route = tuple[str, str, str, Rule]
Done = set[tuple[str, str]]
"""Endpoint and method of whatever was asked for and given."""
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
NO_PAGE: Mapping[str, str] = MappingProxyType(
    {
        "static": "a file",
        "calendar.": "a file",
        "console.log_as_file": "a file",
        "console.settings_file": "a file",
        "place_table.export": "a file",
        "reports.for_a_spreadsheet": "a file",
        "reports.on_paper": "a file",
        "sentences.sound": "a file",
        "now.fresh": "a part of another page",
        "security.logout": "signs out",
        "security.two_factor_token_validation": "signs out whoever opens it signed in: by itself",
        "security.login": "leads on whoever is signed in: looked at by itself",
        "security.mf_recovery": "leads on whoever is signed in: looked at by itself",
        "security.wan_": "goes with an authenticator: test_passkeys",
        "first_passkey.": "goes with an authenticator: test_passkeys",
    }
)
"""What is asked for with GET and is no page to look at, and why, by how its endpoint begins."""
ANOTHER_LINE: Mapping[str, str] = MappingProxyType(
    {
        "name": "Hill peer line",
        "number": "(650) 555-0109",
        "zone": "America/Los_Angeles",
        "languages": "en",
        "mon": "08:00-12:00",
    }
)
"""With one line alone some pages only lead on to it."""


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
    """Name and address of every page. The member does everything that there is, on every line.

    A page that is none to look at says above why.
    """
    member.browser.sends("/console/new-line", **ANOTHER_LINE)
    book = member.console.book()
    known = {"supporter_id": book.supporters[0].id, "shift_id": book.shifts[0].id}
    for endpoint, method, address, rule in pages(member.console.app, known=known):
        if method != "GET" or rule == NOBODY or endpoint.startswith(tuple(NO_PAGE)):
            continue
        given = member.browser.opens(address)
        assert "<html" in given.text, f"{endpoint} gives no page: {given.status}"
        assert given.status_code == 200 or rule == ANYBODY, address
        yield endpoint.replace(".", "-"), address


@contextmanager
def watched(app: Flask) -> Iterator[Done]:
    """What is asked for from now on, and given."""
    done: Done = set()

    def note(_app: Flask, response: Response, **_more: Any) -> None:
        if response.status_code < 400 and request.endpoint:
            done.add((request.endpoint, request.method))

    with request_finished.connected_to(note, app):
        yield done
