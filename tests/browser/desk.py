"""The phones page as somebody who tries it uses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.browser.barriers import barriers

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


class Desk:
    """One browser tab with the page in it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self) -> None:
        """Open the page, or open it again, and wait until the phones are there."""
        self.page.goto(self.url)
        self.page.wait_for_selector("body[data-ready]")

    def phone(self, key: str) -> Locator:
        """One phone."""
        return self.page.locator(f"#phone-{key}")

    def button(self, key: str, name: str) -> Locator:
        """A button of a phone, by the name that everybody reads or hears."""
        return self.phone(key).get_by_role("button", name=name, exact=True)

    def words(self, key: str) -> Locator:
        """What a phone's state is called."""
        return self.phone(key).locator(".words")

    def captions(self, key: str) -> Locator:
        """What a phone has heard, line by line."""
        return self.phone(key).locator(".caption")

    def until(self, key: str, state: str) -> None:
        """Wait until a phone is in a state."""
        self.page.wait_for_selector(f"#phone-{key}[data-state={state}]", timeout=15_000)

    def dial_and_ring(self) -> None:
        """The caller dials and presses 1, and River's phone rings."""
        self.button("caller", "Dial").click()
        self.until("caller", "in-progress")
        self.button("caller", "1").click()
        self.until("river", "ringing")

    def talk(self) -> None:
        """The caller and River talk."""
        self.dial_and_ring()
        self.button("river", "Answer").click()
        self.until("river", "in-progress")
        self.button("river", "1").click()
        self.until("caller", "talking")

    def tab_to(self, target: Locator, most: int = 80) -> None:
        """Press Tab until the target has the focus."""
        for _ in range(most):
            if target.evaluate("it => it === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} is not reached by Tab")

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """The page hears no more news: it shows this moment for as long as it is looked at."""
        news = "**/api/phones?*"
        self.page.route(news, lambda _route: None)
        yield
        self.page.unroute(news)

    def barriers(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA, by day and by night."""
        return barriers(self.page)

    def sticks_out(self) -> int:
        """By how many pixels the page is wider than the window."""
        wider: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return wider

    def smallest_control(self) -> float:
        """The shorter side of the smallest thing to press, in pixels."""
        sizes: list[float] = self.page.eval_on_selector_all(
            "button, select, label",
            "all => all.map(it => it.getBoundingClientRect())"
            ".filter(it => it.width).map(it => Math.min(it.width, it.height))",
        )
        return min(sizes)
