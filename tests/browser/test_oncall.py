"""A plan made by somebody without a mouse, and changed by somebody with one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.browser.test_console import visitor
from warmline.domain.shifts import begins_on

if TYPE_CHECKING:
    from tests.browser.console import Visitor

__all__ = ["visitor"]
CONSOLE = "/console/county"


def chooses(visitor: Visitor, label: str, wanted: str) -> None:
    """Tab to a list and choose from it with its first letters."""
    field = visitor.page.get_by_label(label, exact=True)
    visitor.desk.tab_to(field)
    visitor.page.keyboard.type(wanted)


def test_a_supporter_and_a_shift_by_keyboard_and_the_shift_drawn_with_a_mouse(
    visitor: Visitor,
) -> None:
    page = visitor.page
    visitor.joins()
    visitor.opens(f"{CONSOLE}/supporters")
    visitor.follows("Add somebody")
    visitor.types("The name that callers hear; it need not be theirs", "Wren")
    visitor.types("Their own phone", "650 555 0133")
    visitor.presses("Add them")
    assert "Wren is on the list." in page.get_by_role("status").first.inner_text()
    visitor.opens(f"{CONSOLE}/shifts/new")
    chooses(visitor, "Who", "Wren")
    visitor.presses("Add it")
    assert "The shift is kept." in page.get_by_role("status").last.inner_text()
    wren = next(one for one in visitor.console.book().supporters if one.alias == "Wren")
    kept = [one for one in visitor.console.book().shifts if one.supporter == wren.id]
    assert len(kept) == 1
    day = kept[0].first
    assert day is not None
    monday = day - timedelta(days=day.weekday())
    to = monday if day != monday else monday + timedelta(days=1)
    with page.expect_navigation():
        page.get_by_text("09:00–13:00 Wren").drag_to(page.locator(f'[data-to="{to}"]'))
    assert page.locator(f'[data-to="{to}"]').get_by_text("09:00–13:00 Wren").count() == 1
    moved = [one for one in visitor.console.book().shifts if one.supporter == wren.id]
    assert [begins_on(one, monday, monday + timedelta(days=6)) for one in moved] == [(to,)]
