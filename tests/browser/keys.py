"""Somebody with a keyboard and nothing else, who sees where the focus is and is never trapped."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.barriers import barriers, sticks_out
from tests.browser.console import Visitor
from tests.browser.desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.web.console import Console

LOST_AFTER: Final = 8000
"""Milliseconds after which a key that led to nothing was lost."""
PRESSES: Final = 3

WHERE = """it => {
  const at = document.activeElement, main = document.querySelector("main");
  if (it === at) return "here";
  if (at.classList.contains("skip") && main.contains(it)) return "at the way to the content";
  const after = it.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
  return after && at !== document.body ? "before" : "after";
}"""
STOPS = """() => {
  const every = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, audio[controls], [tabindex='0']")];
  const chosen = (it) => it.type !== "radio" || it.checked ||
    !it.form?.querySelector(`input[type=radio][name="${it.name}"]:checked`);
  const looks = (it) => {
    const is = getComputedStyle(it);
    return [is.outlineStyle, is.outlineWidth, is.outlineColor, is.boxShadow, is.backgroundColor,
      is.borderColor, is.color, is.textDecorationLine].join();
  };
  window.stops = every.filter((it) => it.checkVisibility({ visibilityProperty: true })
    && !it.disabled && it.tabIndex >= 0 && chosen(it));
  window.looked = window.stops.map(looks);
  window.stop = () => {
    const at = document.activeElement, n = window.stops.indexOf(at);
    if (n < 0) return { n, name: at === document.body ? "" : at.outerHTML.slice(0, 90) };
    const box = at.getBoundingClientRect();
    const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth;
    return { n, name: at.outerHTML.slice(0, 90), seen: seen && looks(at) !== window.looked[n] };
  };
  return window.stops.length;
}"""


class Keys(Desk):
    """Tab and Shift+Tab, past the menus by the link that is first on every page."""

    def tab_to(self, target: Locator, most: int = 150) -> None:
        """Go to the target from wherever the focus is, as few keys as a page asks for."""
        assert target.count(), f"{target} is not on the page: {self.page.inner_text('main')[:300]}"
        wanted = target.element_handle()
        for _ in range(most):
            match wanted.evaluate(WHERE):
                case "here":
                    return
                case "at the way to the content":
                    self.page.keyboard.press("Enter")
                case "before":
                    self.page.keyboard.press("Shift+Tab")
                case _:
                    self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} is not reached by Tab")

    def troubles(self, *, menus: bool) -> list[str]:
        """What is amiss when all of the page is walked through with Tab: each stop is in the order
        of the page, is seen, and looks otherwise than before; and there is an end to it.

        `menus`: through them, too, and not only from the content on.
        """
        self.page.emulate_media(reduced_motion="reduce")
        count: int = self.page.evaluate(STOPS)
        found: list[str] = []
        before = -1
        if not menus:
            self.page.keyboard.press("Tab")
            self.page.keyboard.press("Enter")
            before = self.page.evaluate("stops.findIndex((it) => !it.closest('.skip, header')) - 1")
            before = count - 1 if before < -1 else before
        for _ in range(6 * count + 6):  # a field for a day is three stops, one for a time four
            self.page.keyboard.press("Tab")
            at: dict[str, Any] = self.page.evaluate("stop()")
            if (at["n"] < 0 and not at["name"]) or at["n"] < before:
                break  # round the end of the page
            if at["n"] < 0:
                continue  # what only scrolls
            if at["n"] > before + 1:
                found.append(f"out of order or jumped over: {at['name']}")
            if not at["seen"]:
                found.append(f"nobody sees the focus: {at['name']}")
            before = at["n"]
        if before != count - 1:
            found.append(f"the focus comes to {before + 1} of {count} stops and no farther")
        return found


class Hands(Visitor):
    """Whoever does all that there is to do without a mouse."""

    def __init__(self, page: Page, url: str, console: Console) -> None:
        super().__init__(page, url, console)
        self.keys = Keys(page, url)
        page.set_default_timeout(30_000)
        self.answers: dict[str, list[str]] = {}
        """What axe finds on pages that only come when a form was sent, by their heading."""
        self.desk = self.keys

    def opens(self, address: str, language: str = "") -> None:
        """Go to a page of the line, or to any other."""
        super().opens(
            address if address.startswith("/") else f"/console/county/{address}", language
        )

    def field(self, label: str) -> Locator:
        """The first field of that label."""
        return self.page.get_by_label(label, exact=True).first

    def types(self, label: str, words: str) -> None:
        """Tab to a field by its label, and type over what is there."""
        self.desk.tab_to(self.field(label))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def types_day(self, label: str, day: date) -> None:
        """Month, day, year, as such a field takes them one after the other."""
        self.desk.tab_to(self.field(label))
        self.page.keyboard.type(f"{day:%m%d%Y}")
        assert self.field(label).input_value() == day.isoformat()

    def types_time(self, label: str, typed: str) -> None:
        """Hour, minute, and which half of the day."""
        self.desk.tab_to(self.field(label))
        self.page.keyboard.type(typed)

    def chooses(self, label: str, wanted: str) -> None:
        """Choose from a list by its first letters."""
        self.desk.tab_to(self.field(label))
        self.page.keyboard.type(wanted)
        chosen = self.field(label).locator("option:checked").inner_text()
        assert chosen.startswith(wanted), f"{chosen} was chosen, and not {wanted}"

    def picks(self, label: str) -> None:
        """Of several that exclude each other, the one of that label: by arrow."""
        wanted = self.page.get_by_role("radio", name=re.compile(f"^{re.escape(label)}")).first
        group = wanted.evaluate_handle("it => it.form.elements[it.name]")
        for _ in range(group.evaluate("all => all.length")):
            if wanted.is_checked():
                return
            self.desk.tab_to(wanted.locator("xpath=ancestor::fieldset").locator(":checked"))
            self.page.keyboard.press("ArrowDown")
        assert wanted.is_checked()

    def ticks(self, label: str) -> None:
        """Tick a box, or clear it."""
        self.desk.tab_to(self.field(label))
        self.page.keyboard.press("Space")

    def presses(self, button: str) -> None:
        """Tab to a button by how its name begins, and press it."""
        # What is unseen of a name stands apart from the rest of it.
        named = re.compile("^" + re.escape(button).replace(":", " ?:"))
        self.desk.tab_to(self.page.get_by_role("button", name=named).first)
        with self.page.expect_navigation() as came:
            self.page.keyboard.press("Enter")
        answered = came.value.request.method == "POST"
        if answered and (heading := self.heading()) not in self.answers:
            self.answers[heading] = [*sticks_out(self.page), *barriers(self.page)]
            self.page.set_viewport_size({"width": 1280, "height": 860})

    def follows(self, link: str) -> None:
        """Tab to the first link of that name and follow it."""
        self.desk.tab_to(self.page.get_by_role("link", name=link, exact=True).first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def unfolds(self, summary: str) -> None:
        """Open what is folded up."""
        self.desk.tab_to(self.page.locator("summary", has_text=summary).first)
        self.page.keyboard.press("Enter")

    def takes(self, link: str) -> None:
        """A link to a file."""
        self.desk.tab_to(self.page.get_by_role("link", name=link, exact=True).first)
        self._until_it_comes("Enter", self.page.expect_download)

    def sends(self, label: str, name: str, kind: str, contents: bytes) -> None:
        """Choose a file."""
        self.desk.tab_to(self.field(label))
        asked = self._until_it_comes("Space", self.page.expect_file_chooser)
        asked.value.set_files({"name": name, "mimeType": kind, "buffer": contents})

    def _until_it_comes(self, key: str, expected: Callable[..., Any]) -> Any:
        """Press the key; on a slow machine a browser may lose one, and people press it again."""
        for _ in range(PRESSES - 1):
            try:
                with expected(timeout=LOST_AFTER) as found:
                    self.page.keyboard.press(key)
                return found
            except PlaywrightTimeout:
                continue
        with expected() as found:
            self.page.keyboard.press(key)
        return found

    def reads(self) -> str:
        """What stands on the page."""
        return self.page.get_by_role("main").inner_text()
