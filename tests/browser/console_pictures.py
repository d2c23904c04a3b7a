"""Pictures of every page of the console: `python -m tests.browser.console_pictures FOLDER`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import redis

from tests import chromium
from tests.browser.console import Visitor, served
from tests.browser.screenshots import look
from tests.databases import new_sqlite
from tests.web.console import PASSWORD, console_of
from warmline import wiring
from warmline.demo.setting import open_stage
from warmline.demo.stories import Story
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Grant, Role
from warmline.embedded import EmbeddedStore


def take(folder: Path) -> None:
    """Each page in every size, by day and by night."""
    path = chromium.executable()
    if path is None:
        raise SystemExit("No Chromium is to be found here.")
    with tempfile.TemporaryDirectory(prefix="warmline-pictures-") as data:
        store = EmbeddedStore(Path(data) / "store")
        store.start()
        store.wait_until_ready()
        try:
            _visit(wiring.connect(store.url), Path(data), path, folder)
        finally:
            store.stop()


def _visit(connection: redis.Redis, data: Path, chrome: str, folder: Path) -> None:
    url = new_sqlite(data)
    story = Story("", "pictures", line_toml("River", backups=("Sage",)), lambda stage: None)
    console = console_of(open_stage(story, connection, url), url, secure=False)
    with served(console) as address, chromium.launched(chrome) as browser:
        visitor = Visitor(browser.new_page(), address, console)
        visitor.opens("/console/sign-in")
        look(visitor.desk, folder, "sign-in")
        _begins(visitor, folder)
        # On every line, so that the page on which a line is made is among them.
        visitor.joins(*(Grant(role) for role in Role))
        look(visitor.desk, folder, "joining-codes")
        for name, page in visitor.every_page():
            visitor.opens(page)
            look(visitor.desk, folder, name)


def _begins(visitor: Visitor, folder: Path) -> None:
    """What somebody sees who was invited, up to their passkey; then they leave."""
    visitor.opens(visitor.console.invite("wren", Grant(Role.COORDINATOR, "county")))
    look(visitor.desk, folder, "joining-password")
    visitor.types("Your password", PASSWORD)
    visitor.types("The same again", PASSWORD)
    visitor.presses("Go on")
    visitor.gives_password("wren")
    look(visitor.desk, folder, "joining-second-factor")
    visitor.follows("I would rather use a passkey")
    look(visitor.desk, folder, "joining-passkey")
    visitor.page.context.clear_cookies()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
