"""The demo's console account opens the console, with a code in the place of an app."""

from __future__ import annotations

from tests.stories.conftest import SetStage, database_url, set_stage, sqlite_url
from tests.web.console import Browser, console_of
from warmline.demo.web.desk import DemoDesk

__all__ = ["database_url", "set_stage", "sqlite_url"]


def test_whoever_tries_the_demo_gets_into_its_console(set_stage: SetStage, sqlite_url: str) -> None:
    console = console_of(set_stage(), sqlite_url)
    desk = DemoDesk()
    desk.prepare(console.accounts)
    browser: Browser = console.browser()
    browser.sends("/console/sign-in", username="demo", password=desk.password)
    assert not browser.is_signed_in()
    browser.sends("/console/recovery", code=desk.codes[0])
    assert browser.is_signed_in()
    assert "County peer line" in browser.opens("/console").text
