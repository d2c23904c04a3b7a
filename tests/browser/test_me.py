"""A supporter's own page on the screen of their phone: by keyboard, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from tests.browser.barriers import barriers, sticks_out
from tests.browser.console import serving
from tests.browser.desk import Desk
from tests.stories.conftest import SetStage
from tests.web.every_page import Done, watched
from tests.web.me import Own, own_pages_of
from tests.web.test_me import MORE
from warmline import wiring
from warmline.demo.stories._story import line_toml
from warmline.services.supporters.answers import Asker

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = (
    "/me",
    "/me/shifts",
    "/me/about",
    "/me/minutes",
    "/me/tips",
    "/me/places",
    "/me/agreement",
    "/me/ring-through",
    "/me/farewell",
    "/me/nothing",
)

FILES = frozenset({"static", "pay.export", "read.contact"})
"""What is no page: a test of its own opens it."""


class Visitor:
    """River before a screen, without a mouse."""

    def __init__(self, page: Page, url: str, own: Own) -> None:
        self.page = page
        self.url = url
        self.own = own
        self.desk = Desk(page, url)

    def opens(self, address: str, language: str = "") -> None:
        """Go to a page."""
        self.page.goto(f"{self.url}{address}{'?lang=' + language if language else ''}")

    def types(self, label: str, words: str) -> None:
        """Tab to a field by its label, and type over what is there."""
        self.desk.tab_to(self.page.get_by_label(label, exact=True))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def presses(self, button: str) -> None:
        """Tab to a button and press it."""
        self.desk.tab_to(self.page.get_by_role("button", name=button).first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.own.time_passes()

    def follows(self, link: str) -> None:
        """Tab to a link and follow it."""
        self.desk.tab_to(self.page.get_by_role("link", name=link, exact=True))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def signs_in(self) -> None:
        """Number, code."""
        self.asks_for_a_code()
        self.gives_it()

    def asks_for_a_code(self) -> None:
        """By their number."""
        self.opens("/me/sign-in", "en")
        self.types("Your phone number, the one that the line rings", self.own.phone.handset.number)
        self.presses("Text me a code")
        for _ in range(500):  # the server asks for it once the browser has its page
            if any(self.own.stage.connection.scan_iter("wl:errand:*")):
                break
            self.page.wait_for_timeout(20)

    def gives_it(self) -> None:
        """The code, once it has come."""
        self.own.time_passes()
        self.types("The six digits", self.own.newest_code())
        self.presses("Sign in")

    def takes_days_off(self, first: str, last: str) -> None:
        """Type two dates as a keyboard has them: month, day, year."""
        for label, day in (("First day", first), ("Last day; the same if it is one", last)):
            self.desk.tab_to(self.page.get_by_label(label, exact=True))
            self.page.keyboard.type(day)
        self.presses("Take these days off")

    def reads(self) -> str:
        """What stands on the page."""
        return self.page.get_by_role("main").inner_text()


@pytest.fixture
def visitor(page: Page, set_stage: SetStage, sqlite_url: str) -> Iterator[Visitor]:
    """Nothing a page says to the browser may be a complaint, and nothing is asked elsewhere."""
    toml = line_toml("River", "Sage", unconfirmed=("River",), extra=MORE)
    stage = set_stage(toml)
    app = own_pages_of(stage, sqlite_url, secure=False)
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 360, "height": 780})
    with serving(app) as url:
        yield Visitor(page, url, Own(stage, app, stage.supporter("River")))
    assert [one for one in complaints if "404" not in one and "400" not in one] == []
    assert [one for one in asked if not one.startswith((f"{url}/", "data:image/"))] == []


def goes_to_willow_who_offers_it(own: Own) -> None:
    """The shift that is on offer is taken by Willow, and offered once more."""
    stage, swapping = own.stage, wiring.swapping(own.stage.world)

    def willow() -> Asker:
        (book,) = stage.roster.books()
        person = next(one for one in book.supporters if one.alias == "Willow")
        return Asker(book, person, datetime.fromtimestamp(stage.emulator.clock.now(), UTC))

    (offer,) = stage.rota.offers("county")
    assert swapping.take(willow(), offer.code)[0].message == "swap-taken"
    own.time_passes()
    assert swapping.offer(willow())[0].message == "swap-offered"
    own.time_passes()


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_is_done_with_the_keyboard_alone(visitor: Visitor, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 780})
    with watched(visitor.own.app) as done:
        does_everything(visitor)
    assert offered(visitor.own.app) - done == set()


def offered(app: Flask) -> Done:
    """Whatever a page of theirs can be asked for, with its method."""
    return {
        (route.endpoint, method)
        for route in app.url_map.iter_rules()
        for method in (route.methods or set()) - {"HEAD", "OPTIONS"}
        if route.endpoint not in FILES
    }


def does_everything(visitor: Visitor) -> None:
    """Every task that there is."""
    visitor.signs_in()
    visitor.presses("Yes, ring this phone when a peer calls")
    assert "not confirmed yet" not in visitor.reads()
    visitor.follows("Read it")
    visitor.presses("I have read it, and I agree")
    visitor.presses("I am off duty")
    assert "I am on duty" in visitor.reads()
    visitor.presses("I am on duty")
    visitor.presses("30 minutes")
    visitor.follows("My shifts")
    visitor.presses("Offer it to the others")
    assert "yours until somebody takes it" in visitor.reads()
    goes_to_willow_who_offers_it(visitor.own)
    visitor.opens("/me/shifts")
    assert "Willow: " in visitor.reads()
    visitor.presses("I take it")
    assert "is yours" in visitor.reads()
    visitor.presses("Offer it to the others")
    visitor.presses("Keep it after all")
    assert "It stays yours" in visitor.reads()
    visitor.takes_days_off("12242026", "12262026")
    assert "2026-12-24" in visitor.reads()
    visitor.presses("Not off after all")
    assert "2026-12-24" not in visitor.reads()
    visitor.presses("Give me an address for it")
    assert ".ics" in visitor.page.get_by_label("The address").input_value()
    assert [*sticks_out(visitor.page), *barriers(visitor.page)] == []
    visitor.follows("Back")
    visitor.presses("Take the address back")
    visitor.follows("My minutes")
    visitor.follows("2026-10")
    assert "2026-10" in visitor.reads()
    visitor.follows("About me")
    visitor.types("The name that callers hear; it need not be yours", "Fern")
    visitor.types("Calls, up to 4", "2")
    visitor.presses("Keep it")
    assert "Fern is here" in visitor.reads()
    visitor.follows("Other places")
    visitor.types("A word: a name, a language, whom it is for", "988")
    visitor.presses("Search")
    assert "988" in visitor.reads()
    visitor.follows("Tip cards")
    for link in ("Let the line ring through do-not-disturb", "If you would like to leave the line"):
        visitor.follows("Today")
        visitor.follows(link)
    visitor.follows("Today")
    visitor.presses("I am on duty")
    visitor.presses("Ring me for practice")
    visitor.own.phone.rings()
    visitor.own.phone.hangs_up()
    visitor.presses("Give me a new PIN")
    assert visitor.page.get_by_role("heading", level=1).inner_text() == "Your PIN"
    assert [*sticks_out(visitor.page), *barriers(visitor.page)] == []
    visitor.follows("Back")
    visitor.presses("Sign out everywhere")
    visitor.opens("/me")
    assert visitor.page.get_by_role("heading", level=1).inner_text() == "Your own page"


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_own_page_has_a_barrier_and_each_fits_a_small_phone(
    visitor: Visitor, language: str
) -> None:
    found: dict[str, list[str]] = {}
    opened = {
        route.rule
        for route in visitor.own.app.url_map.iter_rules()
        if "GET" in (route.methods or set()) and route.endpoint not in FILES
    }
    assert opened - {*PAGES} == {"/me/sign-in", "/me/code"}, "a page that nobody looks at"
    visitor.opens("/me/sign-in", language)
    found["sign-in"] = [*sticks_out(visitor.page), *barriers(visitor.page)]
    visitor.asks_for_a_code()
    visitor.opens("/me/code", language)
    found["code"] = [*sticks_out(visitor.page), *barriers(visitor.page)]
    visitor.opens("/me/code", "en")
    visitor.gives_it()
    for address in PAGES:
        visitor.opens(address, language)
        assert visitor.page.locator("html").get_attribute("lang") == language
        found[address] = [*sticks_out(visitor.page), *barriers(visitor.page)]
    assert {name: barriers for name, barriers in found.items() if barriers} == {}
