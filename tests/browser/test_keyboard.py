"""The console without a mouse: all that can be done is done, and every page is walked through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from tests.browser.console import served
from tests.browser.keys import Hands
from tests.browser.tasks import TASKS
from tests.stories.conftest import SetStage
from tests.web.console import console_of
from tests.web.every_page import pages, watched
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Grant, Role
from warmline.web._guard import NOBODY

if TYPE_CHECKING:
    from playwright.sync_api import Page

ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        "calendar": "for calendars, which have no keyboard",
        "static": "files",
        "now.fresh": "asked for by the board itself",
        "security.wan_": "passkeys: test_passkeys",
        "first_passkey.": "the same",
    }
)
"""What nobody does here, and why, by the beginning of its endpoint."""
EVERYTHING = [Grant(role) for role in Role]
"""On every line, those to come, too."""


@pytest.fixture
def hands(page: Page, set_stage: SetStage, sqlite_url: str) -> Iterator[Hands]:
    """Somebody with everything to do on every line."""
    toml = line_toml("River", backups=("Sage",), unconfirmed=("Sage",))
    console = console_of(set_stage(toml), sqlite_url, secure=False)
    page.set_viewport_size({"width": 1280, "height": 860})
    with served(console) as url:
        yield Hands(page, url, console)


@pytest.mark.slow
def test_whatever_can_be_done_in_the_console_is_done_with_the_keyboard_alone(hands: Hands) -> None:
    with watched(hands.console.app) as done:
        hands.joins(*EVERYTHING)
        for task in TASKS:
            task(hands)
    assert {heading: found for heading, found in hands.answers.items() if found} == {}
    assert {"Are you sure?", "Your password once more", "Recovery codes"} <= set(hands.answers)
    there = {
        (endpoint, method)
        for endpoint, method, _, rule in pages(hands.console.app)
        if rule != NOBODY and not endpoint.startswith(tuple(ELSEWHERE))
    }
    assert there - done == set(), "whoever adds something to do adds it to tests/browser/tasks.py"


@pytest.mark.slow
def test_on_no_page_is_the_focus_lost_unseen_or_trapped(hands: Hands) -> None:
    hands.joins(*EVERYTHING)
    found: dict[str, list[str]] = {}
    for name, address in hands.every_page():
        hands.opens(address)
        found[name] = hands.keys.troubles(menus=not found)
    assert len(found) > 40
    assert {name: troubles for name, troubles in found.items() if troubles} == {}
