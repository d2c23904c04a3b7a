"""The console as people use it: by keyboard, on a small screen, both languages, day and night."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.barriers import barriers, sticks_out
from tests.browser.console import COORDINATOR, Visitor, served
from tests.stories.conftest import SetStage
from tests.web.console import PASSWORD, console_of
from warmline.demo.stories._story import line_toml

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def visitor(page: Page, set_stage: SetStage, sqlite_url: str) -> Iterator[Visitor]:
    """Nothing a page says to the browser may be a complaint, and nothing is asked elsewhere."""
    console = console_of(set_stage(line_toml("River", backups=("Sage",))), sqlite_url, secure=False)
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 1280, "height": 860})
    with served(console) as url:
        yield Visitor(page, url, console)
    assert [one for one in complaints if "404" not in one] == []
    assert [one for one in asked if not one.startswith((f"{url}/", "data:image/"))] == []


def test_somebody_joins_and_comes_back_with_the_keyboard_alone(visitor: Visitor) -> None:
    visitor.joins()
    assert visitor.heading() == "Recovery codes"
    visitor.opens("/console")
    visitor.follows("Who would ring?")
    assert visitor.heading() == "Who would ring?"
    assert "River" in visitor.page.get_by_role("main").inner_text()
    visitor.presses("Sign out")
    visitor.opens("/console/county/who")
    assert visitor.heading() == "Sign in"
    visitor.member.forget_used_codes()
    visitor.gives_password()
    visitor.gives_code()
    assert visitor.heading() == "Who would ring?"  # where they wanted to go


def test_a_wrong_password_is_told_beside_what_was_typed(visitor: Visitor) -> None:
    visitor.console.people.create("robin", [COORDINATOR])
    visitor.opens("/console/sign-in")
    visitor.gives_password()
    assert "did not work" in visitor.page.get_by_role("alert").inner_text()
    assert visitor.page.get_by_label("Your sign-in name", exact=True).input_value() == "robin"
    assert visitor.page.get_by_label("Your password", exact=True).input_value() == ""
    assert PASSWORD not in visitor.page.content()
    assert visitor.desk.barriers() == []


def test_the_board_keeps_itself_fresh_and_says_so_when_it_cannot(visitor: Visitor) -> None:
    page, calls = visitor.page, visitor.console.calls
    visitor.joins()
    page.clock.install()
    visitor.opens("/console/county/now")
    board = page.get_by_role("region", name="The board")
    assert "River: free" in board.inner_text()
    river = next(one for one in visitor.console.book().supporters if one.alias == "River")
    calls.set_off(river.id, visitor.console.clock.now() + 3600)
    page.clock.run_for(11_000)
    board.get_by_text("River: off by their own word").wait_for()
    assert page.get_by_role("status").inner_text() == "The line is open. Nobody waits."
    assert page.get_by_role("alert").count() == 0
    visitor.console.connection.delete(*visitor.console.connection.keys("wl:web:session:*"))
    page.clock.run_for(11_000)
    page.get_by_role("alert").get_by_text("not fresh any more").wait_for()
    assert "River: off by their own word" in board.inner_text()  # what was there stays


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_has_a_barrier_by_day_or_night_and_each_fits_a_small_phone(
    visitor: Visitor, language: str
) -> None:
    pages = visitor.every_page()
    assert len(pages) > 40
    invitation = visitor.console.invite("wren", COORDINATOR)
    found: dict[str, list[str]] = {}
    for address in (invitation, "/console/sign-in"):
        visitor.opens(address, language)
        found[address] = _barriers(visitor)
    visitor.opens("/console/sign-in", "en")
    visitor.joins()
    visitor.presses("Sign out")
    visitor.gives_password()
    for address in ("/console/code", "/console/recovery"):
        visitor.opens(address, language)
        found[address] = _barriers(visitor)
    visitor.opens("/console/code", "en")
    visitor.member.forget_used_codes()
    visitor.gives_code()
    for name, address in pages:
        visitor.opens(address, language)
        assert visitor.page.locator("html").get_attribute("lang") == language
        found[name] = _barriers(visitor)
    assert {name: barriers for name, barriers in found.items() if barriers} == {}


def _barriers(visitor: Visitor) -> list[str]:
    return [*sticks_out(visitor.page), *barriers(visitor.page)]
