"""What every test may ask for."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests import built_once, chromium, sharing
from tests.stores import connection, live, valkey

__all__ = ["connection", "live", "valkey"]

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page
    from xdist.remote import Producer

built_once.keep()

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
    items[:] = sharing.arranged(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: those who wait for a clock on the wall leave it to the others."""
    return min(8, 2 * len(os.sched_getaffinity(0)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> sharing.Sharing | None:
    """See `sharing`. Who asks for another `--dist` gets it."""
    return sharing.Sharing(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say what the run has cost all processors together: the budget is in CONTRIBUTING.md."""
    if hasattr(config, "workerinput"):
        return
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(one.ru_utime + one.ru_stime for one in spent)
    if reporter := config.pluginmanager.get_plugin("terminalreporter"):
        reporter.write_line(f"{seconds:.0f} s of processor time")


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
