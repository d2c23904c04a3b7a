"""What keeps somebody from using a page: axe-core with WCAG 2.2 AA, by day and by night.

axe-core comes with a package of the tests (axe-playwright-python); nothing of it is ever served.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = "axe_playwright_python"
"""A package that ships axe-core; the page's own rules forbid loading it, so it is handed in."""
EVERY_RULE = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
}
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What the dark could change. Everything else about a page is the same by day and by night."""
WIDTHS = (360, 1280)


@cache
def _axe() -> str:
    return (resources.files(AXE) / "axe.min.js").read_text(encoding="utf-8")


def barriers(page: Page) -> list[str]:
    """What axe finds, each with where it is."""
    found = []
    looks: tuple[tuple[Literal["dark", "light"], Any], ...] = (
        ("dark", OF_COLOUR),
        ("light", EVERY_RULE),
    )
    for scheme, rules in looks:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if not page.evaluate("'axe' in window"):
            page.evaluate(_axe())
        result: dict[str, Any] = page.evaluate(
            "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", rules
        )
        found += [
            f"{scheme}: {one['id']} {node['html'][:120]} {node['failureSummary']}"
            for one in result["violations"]
            for node in one["nodes"]
        ]
    return found


def sticks_out(page: Page) -> list[str]:
    """At which widths of the window the page is wider than it."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 780})
        wider: int = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if wider:
            found.append(f"{width} px: {wider} px too wide")
    return found
