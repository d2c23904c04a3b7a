"""Makes the README's five pictures of the console: `python -m tests.browser.paper_pictures`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests import chromium
from tests.browser.console import Visitor, served, serving
from tests.browser.test_me import Visitor as Supporter
from tests.databases import new_sqlite
from tests.web.console import Console, console_of
from tests.web.me import Own, own_pages_of
from tests.web.test_reports import FULL, with_a_full_quarter
from warmline import wiring
from warmline.demo.setting import open_stage
from warmline.demo.stage import Stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import PHONES
from warmline.embedded import EmbeddedStore

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, FloatRect, Page

FOLDER = Path(__file__).parents[2] / "docs"
MOST = 150 * 1024
"""Bytes of a picture, at most."""
TURNS = {
    "River": ("en", "mon tue wed thu fri", "06:00-12:00"),
    "Juniper": ("en es", "mon tue thu sat sun", "10:00-18:00"),
    "Sage": ("en es", "mon wed fri sun", "16:00-22:00"),
    "Willow": ("en", "tue wed thu sat", "17:00-23:00"),
}
PAGES = {
    "now": "/console/county/now",
    "on-call": "/console/county/on-call",
    "who": "/console/county/who",
    "report": f"/console/county/reports/{FULL}",
}


def listed(words: str) -> str:
    """As TOML has it."""
    return "[" + ", ".join(f'"{word}"' for word in words.split()) + "]"


def a_line() -> str:
    """A line of four, with a gap or two in its week."""
    week = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    opens = "\n".join(f'{day} = ["06:00-23:00"]' for day in week)
    parts = [
        (
            '[line]\nid = "county"\nname = "County peer line"\nnumbers = ["+16505550100"]\n'
            'time_zone = "America/Los_Angeles"\nlanguages = ["en", "es"]\n'
            f'alert_phone = "+16505550119"\n[hours]\n{opens}\n'
        )
    ]
    for alias, (languages, days, hours) in TURNS.items():
        parts.append(
            f'[[supporter]]\nalias = "{alias}"\nphone = "{PHONES[alias]}"\nconfirmed = true\n'
            f'languages = {listed(languages)}\n[[shift]]\nsupporter = "{alias}"\n'
            f'days = {listed(days)}\nhours = "{hours}"\n'
        )
    return "\n".join(parts)


def take() -> None:
    """All five."""
    path = chromium.executable()
    if path is None:
        raise SystemExit("No Chromium is to be found here.")
    with (
        tempfile.TemporaryDirectory(prefix="warmline-pictures-") as data,
        EmbeddedStore(Path(data) / "store") as store,
        chromium.launched(path) as browser,
    ):
        url = new_sqlite(Path(data))
        story = Story("", "pictures", a_line(), lambda stage: None)
        stage = open_stage(story, wiring.connect(store.url), url)
        with_a_full_quarter(stage, "County peer line")
        _console(browser, console_of(stage, url, secure=False, on_stage=True))
        _own_page(browser, stage, url)


def _console(browser: BrowserContext, console: Console) -> None:
    page = browser.new_page()
    page.set_viewport_size({"width": 1000, "height": 640})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    with served(console) as address:
        visitor = Visitor(page, address, console)
        visitor.joins()
        for name, where in PAGES.items():
            visitor.opens(where)
            _keep(page, f"console-{name}")


def _own_page(browser: BrowserContext, stage: Stage, url: str) -> None:
    page = browser.new_page()
    page.set_viewport_size({"width": 400, "height": 780})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    app = own_pages_of(stage, url, secure=False)
    with serving(app) as address:
        supporter = Supporter(page, address, Own(stage, app, stage.supporter("River")))
        supporter.signs_in()
        supporter.opens("/me")
        _keep(page, "own-page")


def _keep(page: Page, name: str) -> None:
    # The menu is the same on every page of the console; the first picture has it.
    begins = page.locator("main").bounding_box() if name != "console-now" else None
    size = page.viewport_size or {"width": 1000, "height": 720}
    clip: FloatRect = {
        "x": 0,
        "y": begins["y"] if begins else 0,
        "width": size["width"],
        "height": size["height"],
    }
    picture = page.screenshot(clip=clip, full_page=True)
    if len(picture) > MOST:
        raise SystemExit(f"{name} weighs {len(picture)} bytes.")
    (FOLDER / f"{name}.png").write_bytes(picture)


if __name__ == "__main__":
    take()
