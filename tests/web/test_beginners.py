"""What a coordinator sees and does of new supporters, and of asking for help."""

from __future__ import annotations

import pytest

from tests.stories.conftest import SetStage
from tests.web.console import PASSWORD, Console, Member, console_of
from tests.web.test_me import MORE
from tests.web.test_pages import plain
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Grant, Role
from warmline.domain.numbers import mask

PAGE = "/console/county/new-supporters"
BY_HAND = f"{PAGE}/by-hand"
HELP = "/console/county/ask-for-help"


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    toml = line_toml("River", "Sage", unconfirmed=("River",), shift="02:00-04:00", extra=MORE)
    return console_of(set_stage(toml), sqlite_url, on_stage=True)


def test_a_coordinator_sees_who_is_ready_and_says_so_of_the_others(console: Console) -> None:
    robin = console.member("robin", Grant(Role.COORDINATOR, "county"))
    river = console.stage.supporter("River")
    page = robin.browser.opens(PAGE).text
    assert page.count("Number not confirmed yet, and not rung") == 1
    assert river.handset.number not in page
    sends(robin, who=river.supporter.id, want="text")
    console.stage._drain()
    console.stage.wait(6)
    assert "CONFIRM" in river.texts[-1]
    sends(robin, who=river.supporter.id, want="tick", step="Two evenings of listening")
    robin.lets_a_quarter_of_an_hour_pass()
    yes = {"who": river.supporter.id, "number": "•••• 00"}
    asked = robin.browser.sends(BY_HAND, on=PAGE, **yes).text
    assert "Your password once more" in plain(asked)
    robin.browser.sends(BY_HAND, on=PAGE, **yes, **{"password-again": PASSWORD})
    page = robin.browser.opens(PAGE).text
    assert "River has another number by now" in page
    assert "Number not confirmed yet, and not rung" in page
    yes["number"] = mask(river.handset.number)
    assert yes["number"] in page
    robin.browser.sends(BY_HAND, on=PAGE, **yes)
    console.stage.wait(6)
    page = robin.browser.opens(PAGE).text
    assert "Number not confirmed yet, and not rung" not in page
    assert "Two evenings of listening: 2026-11-24" in page
    log = robin.browser.opens("/console/log").text
    assert f"River&#39;s number ({yes['number']}) is confirmed by hand." in log


def test_what_is_not_there_is_not_ticked(console: Console) -> None:
    robin = console.member("robin", Grant(Role.COORDINATOR, "county"))
    assert robin.browser.sends(BY_HAND, on=PAGE, who="nobody").status_code == 404
    river = console.stage.supporter("River").supporter.id
    sends(robin, who=river, want="tick", step="something else")
    assert "something else" not in robin.browser.opens(PAGE).text


def test_help_is_asked_for_once_and_how_many_came_is_seen(console: Console) -> None:
    robin = console.member("robin", Grant(Role.COORDINATOR, "county"))
    assert "2 could be asked now" in robin.browser.opens(HELP).text
    robin.browser.sends(HELP)
    page = robin.browser.opens(HELP).text
    assert "On duty by their own word since: 0." in page
    robin.browser.sends(HELP, on=PAGE)
    assert "less than two hours ago" in robin.browser.opens(HELP).text


def sends(member: Member, **fields: str) -> int:
    """One of the page's buttons."""
    return member.browser.sends(PAGE, **fields).status_code
