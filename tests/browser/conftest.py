"""One demo for all browser tests; each finds every phone quiet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.desk import Desk
from tests.demo.house import Demo, running
from tests.stories.conftest import set_stage, sqlite_url

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["set_stage", "sqlite_url"]

SPEED = "4"
"""The line speaks, and the phones' time passes, four times as fast."""


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The whole warmline, started once."""
    with running(tmp_path_factory.mktemp("demo") / "data", "--speed", SPEED) as demo:
        yield demo


@pytest.fixture
def desk(page: Page, demo: Demo) -> Iterator[Desk]:
    """The page, opened anew, with quiet phones. It may neither complain nor look elsewhere."""
    demo.quiet()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 1280, "height": 860})
    # Nothing needs to move to be tested, and drawing what moves is most of a browser's work here.
    page.emulate_media(reduced_motion="reduce")
    desk = Desk(page, demo.url)
    desk.open()
    page.evaluate("localStorage.clear()")
    yield desk
    assert complaints == []
    assert [url for url in asked if not url.startswith(f"{demo.url}/")] == []
