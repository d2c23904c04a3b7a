"""The menu: a page says beside its rule that it stands in it, and each sees what they may open.

    @pages.get("/<line_id>/now")
    @only_for(WHO)
    @in_menu("Now", 10)
    def now(line_id: str) -> str: ...

A page whose address has a line in it stands in the menu of that line; others in the one above.
Whom it is for is what `only_for` says: the menu cannot promise more than the door holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from flask import Flask, request
from flask_login import current_user

from warmline.domain.accounts import Account
from warmline.domain.errors import StoreTrouble
from warmline.domain.line import LineBook
from warmline.web import words
from warmline.web._guard import RULES, Rule
from warmline.web._here import house

Page = TypeVar("Page", bound=Callable[..., Any])

MENU: Final = "warmline.menu"


@dataclass(frozen=True, slots=True)
class Item:
    """One page in the menu. `title` is an English sentence, `order` counts from the left."""

    title: str
    order: int
    endpoint: str
    rule: Rule
    of_line: bool

    def is_for(self, account: Account, line: str | None) -> bool:
        """Whether somebody may open it."""
        return not isinstance(self.rule, str) and account.may(self.rule, line)


def in_menu(title: str, order: int) -> Callable[[Page], Page]:
    """Put a page into the menu; `docs/console.md` has the orders in use."""

    def listed(page: Page) -> Page:
        page.__dict__["in_menu"] = (title, order)
        return page

    return listed


def collect(app: Flask) -> None:
    """Collect the menu of an app whose pages are all there, and give it to every template."""
    rules: dict[str, Rule] = app.extensions[RULES]
    of_line = {
        route.endpoint for route in app.url_map.iter_rules() if route.arguments == {"line_id"}
    }
    items = []
    for name, page in app.view_functions.items():
        if listed := getattr(page, "__dict__", {}).get("in_menu"):
            title, order = listed
            items.append(Item(title, order, name, rules[name], name in of_line))
    app.extensions[MENU] = sorted(items, key=lambda item: (item.order, item.endpoint))
    app.context_processor(lambda: _shown(app.extensions[MENU]))


def _shown(items: list[Item]) -> dict[str, object]:
    """`menu`, `line_menu` for the page's own line, and `line_pages`, which tells any line's."""
    if not house().console or not current_user.is_authenticated:
        return {"menu": [], "line_menu": [], "menu_line": None}
    me: Account = current_user.account

    def line_pages(line: str) -> list[tuple[str, str]]:
        return [_entry(item) for item in items if item.of_line and item.is_for(me, line)]

    here = _line_of_page(me)
    return {
        "menu": [_entry(item) for item in items if not item.of_line and item.is_for(me, None)],
        "line_menu": line_pages(here.line.id) if here else [],
        "menu_line": here.line if here else None,
        "line_pages": line_pages,
    }


def _entry(item: Item) -> tuple[str, str]:
    return item.endpoint, words.gettext(item.title)


def _line_of_page(me: Account) -> LineBook | None:
    line_id = (request.view_args or {}).get("line_id")
    if not line_id or not me.grants or request.blueprint == "public":
        return None
    try:
        return house().roster.book(line_id)
    except StoreTrouble:  # the page that says so is made with this, too
        return None
