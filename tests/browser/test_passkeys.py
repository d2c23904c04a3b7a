"""A passkey in a real browser, by keyboard: Chromium has an authenticator to try with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.barriers import barriers
from tests.browser.console import COORDINATOR, Visitor, served
from tests.stories.conftest import SetStage
from tests.web.console import PASSWORD, console_of
from warmline.demo.stories._story import line_toml

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

A_PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def visitor(page: Page, set_stage: SetStage, sqlite_url: str) -> Iterator[Visitor]:
    """The console under a name, since passkeys are bound to names. Nothing may be complained of."""
    console = console_of(set_stage(line_toml("River")), sqlite_url, secure=False)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.set_viewport_size({"width": 360, "height": 780})
    with served(console) as url:
        yield Visitor(page, url.replace("127.0.0.1", "localhost"), console)
    assert complaints == []


@pytest.fixture
def phone(page: Page) -> CDPSession:
    """What the browser asks for passkeys."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": A_PHONE})
    return device


def test_a_passkey_is_added_used_and_removed_with_the_keyboard_alone(
    visitor: Visitor, phone: CDPSession
) -> None:
    page = visitor.page
    visitor.joins()
    visitor.opens("/console/passkeys")
    visitor.types("What you call it", "my phone")
    visitor.presses("Add a passkey")
    page.get_by_role("button", name="Remove my phone").wait_for()
    assert barriers(page) == []
    visitor.presses("Sign out")
    visitor.opens("/console/county/who")
    visitor.gives_password()
    assert visitor.heading() == "Your passkey"
    assert barriers(page) == []
    visitor.presses("Use your passkey")
    page.get_by_role(
        "heading", level=1, name="Who would ring?"
    ).wait_for()  # where they wanted to go
    visitor.opens("/console/passkeys")
    visitor.presses("Remove my phone")
    assert page.get_by_role("button", name="Remove my phone").count() == 0


def test_somebody_new_chooses_a_passkey_and_is_shown_their_codes(
    visitor: Visitor, phone: CDPSession
) -> None:
    page = visitor.page
    visitor.opens(visitor.console.invite("robin", COORDINATOR))
    visitor.types("Your password", PASSWORD)
    visitor.types("The same again", PASSWORD)
    visitor.presses("Go on")
    visitor.gives_password()
    assert visitor.heading() == "A second key to the door"
    assert barriers(page) == []
    visitor.follows("I would rather use a passkey")
    assert barriers(page) == []
    visitor.types("What you call it", "my phone")
    visitor.presses("Add a passkey")
    page.get_by_role("button", name="Make new codes").wait_for()
    visitor.presses("Make new codes")
    assert page.locator(".codes li").count() == 10
    visitor.follows("I have put them away")
    assert visitor.heading() == "Lines"


def test_a_browser_that_gives_no_passkey_is_told_of_and_the_code_still_works(
    visitor: Visitor, phone: CDPSession
) -> None:
    page = visitor.page
    visitor.joins()
    visitor.opens("/console/passkeys")
    visitor.types("What you call it", "my phone")
    visitor.presses("Add a passkey")
    page.get_by_role("button", name="Remove my phone").wait_for()
    visitor.presses("Sign out")
    page.add_init_script("navigator.credentials.get = () => Promise.reject(new Error('no'))")
    visitor.gives_password()
    visitor.presses("Use your passkey")
    page.get_by_role("alert").get_by_text("showed no passkey").wait_for()
    assert barriers(page) == []
    visitor.member.forget_used_codes()
    visitor.follows("Use the code of your app")
    visitor.gives_code()
    assert visitor.heading() == "Lines"
