"""Makes the picture in the README: `python -m tests.browser.screenshots`.

With a folder named after it, also pictures to look at: small and large, by day and by night.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests import chromium
from tests.browser.desk import Desk
from tests.demo.house import running

PICTURE = Path(__file__).parents[2] / "docs" / "demo.png"
SIZES = {"phone": (360, 780), "tablet": (800, 1100), "desk": (1280, 900), "wide": (1920, 1080)}


def take(folder: Path | None) -> None:
    """A talk in progress, as the page shows it."""
    path = chromium.executable()
    if path is None:
        raise SystemExit("No Chromium is to be found here.")
    with (
        tempfile.TemporaryDirectory(prefix="warmline-pictures-") as data,
        running(Path(data) / "demo", "--speed", "2") as demo,
        chromium.launched(path) as browser,
    ):
        page = browser.new_page()
        page.set_viewport_size({"width": 1280, "height": 900})
        desk = Desk(page, demo.url)
        desk.open()
        desk.button("caller", "Dial").click()
        desk.captions("caller").nth(2).wait_for()
        desk.button("caller", "1").click()
        desk.until("river", "ringing")
        if folder:
            look(desk, folder, "ringing")
        desk.button("river", "Answer").click()
        desk.captions("river").first.wait_for()
        desk.button("river", "1").click()
        desk.until("caller", "talking")
        page.locator("#happened-title").click()  # no frame around what was used last
        page.screenshot(path=PICTURE, full_page=True)
        if folder:
            look(desk, folder, "talking")


def look(desk: Desk, folder: Path, name: str) -> None:
    """The same moment in every size, by day and by night."""
    folder.mkdir(parents=True, exist_ok=True)
    for size, (width, height) in SIZES.items():
        desk.page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            # Without motion, or fields are caught on their way from light to dark.
            desk.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            desk.page.screenshot(path=folder / f"{name}-{size}-{scheme}.png", full_page=True)
    desk.page.set_viewport_size({"width": 1280, "height": 900})
    desk.page.emulate_media(color_scheme="light")


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
