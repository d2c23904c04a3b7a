"""What every test may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests import chromium
from tests.stores import connection, live, valkey

__all__ = ["connection", "live", "valkey"]

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

NO_BROWSER = "no Chromium here: the browser tests are left out (install chromium to run them)"


def pytest_report_header() -> list[str]:
    """Say in one line what this machine cannot run."""
    return [] if chromium.executable() else [NO_BROWSER]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for the browser is a browser test, and left out where there is none."""
    for item in items:
        if {"browser", "page"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
            if not chromium.executable():
                item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


@pytest.fixture(scope="session")
def browser() -> Iterator[BrowserContext]:
    """A real Chromium without a window, one for all tests."""
    path = chromium.executable()
    assert path, NO_BROWSER
    with chromium.launched(path) as context:
        yield context


@pytest.fixture
def page(browser: BrowserContext) -> Iterator[Page]:
    """A new tab with nothing remembered. What the page's own scripts complain of fails the test."""
    browser.clear_cookies()
    tab = browser.new_page()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    tab.close()
    assert complaints == [], "the page's scripts raised errors"
