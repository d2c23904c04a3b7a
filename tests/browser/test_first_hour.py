"""The first hour as a new coordinator has it: from an empty installation to a line that is called.

Every click is counted, and every word that a page shows takes the time of reading it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import redis

from tests.browser.barriers import barriers, sticks_out
from tests.browser.console import served
from tests.web.console import PASSWORD, Console, Member, console_of
from warmline.demo.setting import open_stage
from warmline.demo.stories import Story
from warmline.domain.accounts import Grant, Role

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDS_A_MINUTE = 200
SECONDS_A_CLICK = 2
MOST_CLICKS = 60
MOST_MINUTES = 15.0
LINE = "+16505550100"
SLOTS = ("eap", "therapy", "psychiatry", "cultural", "rights")


class Newcomer:
    """Somebody before a screen who reads every word of every page, and whose clicks count."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.clicks = 0
        self.words = 0
        self.barriers: dict[str, list[str]] = {}

    @property
    def minutes(self) -> float:
        """How long all of it took."""
        return self.words / WORDS_A_MINUTE + self.clicks * SECONDS_A_CLICK / 60

    def opens(self, address: str) -> None:
        """Go to an address that somebody gave them."""
        self.page.goto(f"{self.url}{address}")
        self.reads()

    def reads(self) -> None:
        """All that is seen of the page, menus, too; of a closed list only what is chosen."""
        seen = self.page.locator("body").inner_text()
        unseen = self.page.locator("option:not(:checked)").all_inner_texts()

        self.words += len(seen.split()) - len(" ".join(unseen).split())

    def types(self, label: str, words: str) -> None:
        """Click into a field and fill it."""
        self.clicks += 1
        self.page.get_by_label(label, exact=True).first.fill(words)

    def types_into(self, name: str, words: str) -> None:
        """The same, by the field's own name where several have one label."""
        self.clicks += 1
        self.page.locator(f"[name={name}]").fill(words)

    def chooses(self, label: str, value: str) -> None:
        """Open a list and choose from it."""
        self.clicks += 2
        self.page.get_by_label(label, exact=True).select_option(value)

    def ticks(self, label: str) -> None:
        """Tick a box."""
        self.clicks += 1
        self.page.get_by_label(label, exact=True).check()

    def presses(self, button: str) -> None:
        """Press a button by the beginning of its name, and read the page that comes."""
        self._goes(self.page.get_by_role("button", name=button).first)

    def follows(self, link: str) -> None:
        """Follow a link, and read the page that comes."""
        self._goes(self.page.get_by_role("link", name=link, exact=True).first)

    def _goes(self, target: object) -> None:
        self.clicks += 1
        with self.page.expect_navigation():
            target.click()  # type: ignore[attr-defined]  # a locator, whose type costs a browser
        self.reads()

    def missing(self) -> str:
        """What the first hour's page says is missing."""
        return self.page.locator("p.big").inner_text()

    def looks_whole(self) -> list[str]:
        """Whatever keeps somebody from using this page."""
        found = [*sticks_out(self.page), *barriers(self.page)]
        self.page.set_viewport_size({"width": 1280, "height": 860})
        return found


@pytest.fixture
def empty(live: redis.Redis, sqlite_url: str) -> Console:
    """An installation on which nobody has made a line yet."""
    stage = open_stage(Story("", "empty", "", lambda stage: None), live, sqlite_url)
    return console_of(stage, sqlite_url, secure=False, on_stage=True)


@pytest.fixture
def newcomer(page: Page, empty: Console) -> Iterator[Newcomer]:
    page.set_viewport_size({"width": 1280, "height": 860})
    with served(empty) as url:
        yield Newcomer(page, url)


def joins(newcomer: Newcomer, console: Console) -> None:
    """From the invitation that the command line printed to the first page."""
    newcomer.opens(console.invite("robin", *(Grant(role) for role in Role)))
    newcomer.types("Your password", PASSWORD)
    newcomer.types("The same again", PASSWORD)
    newcomer.presses("Go on")
    newcomer.types("Your sign-in name", "robin")
    newcomer.types("Your password", PASSWORD)
    newcomer.presses("Go on")
    newcomer.presses("I have an app")
    member = Member(console, "robin", console.browser())
    member.key = newcomer.page.locator("code").first.inner_text().replace("-", "")
    newcomer.types("The six digits that your app shows now", member.code())
    newcomer.presses("Go on")
    newcomer.presses("Make new codes")
    newcomer.follows("I have put them away")


def makes_the_line(newcomer: Newcomer) -> None:
    """What it is and what it says; its hours are those that stand there."""
    newcomer.presses("Make the first line")
    newcomer.types_into("name", "County peer line")
    newcomer.types_into("number", "(650) 555-0100")
    newcomer.types_into("alert_phone", "(650) 555-0119")
    for language, runs, law in (
        ("en", "The county pays for this line.", "A peer may report harm to a child."),
        ("es", "El condado paga esta línea.", "Se informa si alguien daña a un menor."),
    ):
        newcomer.types_into(f"run_by_{language}", runs)
        newcomer.types_into(f"mandated_reporting_{language}", law)
    newcomer.presses("Make the line")


def finds_somebody(newcomer: Newcomer) -> None:
    """River, whose number they have made sure of, every day while the line is open."""
    newcomer.follows("Somebody who takes calls")
    newcomer.types("The name that callers hear; it need not be theirs", "River")
    newcomer.types("Their own phone", "(650) 555-0111")
    newcomer.ticks("Español")
    newcomer.presses("Add them")
    newcomer.presses("I have talked with them at this number")
    newcomer.follows("First hour")
    newcomer.follows("Somebody on duty")
    newcomer.types("From", "08:00")
    newcomer.types("to", "22:00")
    newcomer.chooses("How often", "daily")
    newcomer.presses("Add it")
    newcomer.follows("First hour")


def fills_the_places(newcomer: Newcomer) -> None:
    """Two places of the county, and why there are no others."""
    newcomer.follows("Places of your own")
    for number, kind in enumerate(SLOTS):
        if number < 2:
            newcomer.types_into(f"name_{kind}", f"County help {number}")
            newcomer.types_into(f"dial_{kind}", f"(650) 555-014{number}")
        else:
            newcomer.types_into(f"why_{kind}", "The county has none of its own.")
    newcomer.presses("Keep them")


@pytest.mark.slow
def test_from_an_empty_installation_to_a_line_that_can_be_called(
    newcomer: Newcomer, empty: Console
) -> None:
    joins(newcomer, empty)
    makes_the_line(newcomer)
    assert newcomer.missing() == "3 steps are missing before the line can open."
    assert newcomer.looks_whole() == []
    finds_somebody(newcomer)
    assert newcomer.missing() == "One step is missing before the line can open."
    fills_the_places(newcomer)
    assert newcomer.missing() == "Nothing of the line is missing: it can open."

    stage = empty.stage
    links = stage.world.links
    stage.emulator.add_number(  # as `warmline twilio provision` does at the real provider
        LINE,
        voice_url=links.arrival,
        voice_fallback_url=links.fallback,
        status_callback=links.ended,
        sms_url=links.message,
    )
    newcomer.presses("Have the line call itself")
    stage.wait(75)
    newcomer.follows("Look again")
    said = newcomer.page.get_by_role("main").inner_text()
    assert "Key 0 leads to a peer. Yes." in said
    assert "Not yet" not in said

    caller, river = stage.caller(), stage.supporter("River")
    caller.dials(LINE).hears("greeting")
    caller.presses("1")
    river.takes_the_call()
    caller.is_connected_to(river)

    took = f"{newcomer.clicks} clicks, {newcomer.words} words, {newcomer.minutes:.1f} minutes"
    assert newcomer.clicks <= MOST_CLICKS, took
    assert newcomer.minutes <= MOST_MINUTES, took
