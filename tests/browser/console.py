"""The console in a real browser, used with the keyboard."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, cast

from flask import Flask
from werkzeug.serving import make_server

from tests.browser.desk import Desk
from tests.web.console import PASSWORD, Console, Member
from tests.web.every_page import whole_pages
from warmline.domain.accounts import Grant, Role

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from playwright.sync_api import Page

COORDINATOR = Grant(Role.COORDINATOR, "county")
EVERYTHING = [Grant(role, "county") for role in Role]


def ended(app: Flask) -> WSGIApplication:
    """The app with each answer ended before it is sent: this server may end it only when the
    browser goes away, and what is to be done afterwards would not be done."""

    def answered(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        with closing(cast("Any", app(environ, start_response))) as answer:
            return [b"".join(answer)]

    return answered


@contextmanager
def served(console: Console) -> Iterator[str]:
    """The pages on a port of this machine: their address."""
    with serving(console.app) as address:
        yield address


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """An app on a port of this machine: its address."""
    server = make_server("127.0.0.1", 0, ended(app), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Visitor:
    """Somebody before a screen, without a mouse."""

    def __init__(self, page: Page, url: str, console: Console) -> None:
        self.page = page
        self.url = url
        self.console = console
        self.desk = Desk(page, url)
        self.member = Member(console, "robin", console.browser())

    def opens(self, address: str, language: str = "") -> None:
        """Go to a page."""
        self.page.goto(f"{self.url}{address}{'?lang=' + language if language else ''}")

    def types(self, label: str, words: str) -> None:
        """Tab to a field by its label, and type."""
        field = self.page.get_by_label(label, exact=True)
        self.desk.tab_to(field)
        self.page.keyboard.type(words)

    def presses(self, button: str) -> None:
        """Tab to a button and press it."""
        self.desk.tab_to(self.page.get_by_role("button", name=button, exact=True))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follows(self, link: str) -> None:
        """Tab to a link and follow it."""
        self.desk.tab_to(self.page.get_by_role("link", name=link, exact=True))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def joins(self, *grants: Grant) -> None:
        """From an invitation to the first page: password, app, first code."""
        self.opens(self.console.invite("robin", *(grants or EVERYTHING)))
        self.types("Your password", PASSWORD)
        self.types("The same again", PASSWORD)
        self.presses("Go on")
        self.gives_password()
        self.presses("I have an app")
        self.member.key = self.page.locator("code").inner_text().replace("-", "")
        self.gives_code("Go on")

    def gives_password(self, name: str = "robin") -> None:
        """The first half of signing in."""
        self.types("Your sign-in name", name)
        self.types("Your password", PASSWORD)
        self.presses("Go on")

    def gives_code(self, button: str = "Sign in") -> None:
        """The second half."""
        self.types("The six digits that your app shows now", self.member.code())
        self.presses(button)

    def every_page(self) -> list[tuple[str, str]]:
        """Name and address of each page that somebody with every role on every line can look at."""
        return [
            *whole_pages(self.console.member("heron", *(Grant(role) for role in Role))),
            ("nothing", "/console/nothing/there"),
        ]

    def heading(self) -> str:
        """What the page is called."""
        return self.page.get_by_role("heading", level=1).inner_text()
