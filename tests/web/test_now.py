"""The live board: what it tells, and what nobody can learn from it."""

from __future__ import annotations

import pytest

from tests.stories.conftest import SetStage
from tests.web.console import Console, Member, console_of
from tests.web.test_health import fail
from tests.web.test_pages import plain
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Grant, Role
from warmline.web._signing_in import IDLE

ADDRESS = "/console/county/now"
BOARD = f"{ADDRESS}/board"


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    return set_stage(line_toml("River", backups=("Sage",)))


@pytest.fixture
def console(stage: Stage, sqlite_url: str) -> Console:
    return console_of(stage, sqlite_url, on_stage=True)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", Grant(Role.COORDINATOR, "county"))


def test_a_call_is_seen_as_it_waits_rings_and_is_talked_but_never_who_calls(
    robin: Member, stage: Stage
) -> None:
    def told() -> str:
        return plain(robin.browser.opens(BOARD).text)

    caller, river = stage.caller(), stage.supporter("River")
    assert "The line is open." in told()
    assert "Nobody waits." in told()
    assert "River : free" in told()
    caller.reaches_waiting()
    river.rings()
    assert "One caller waits. The longest has waited less than a minute." in told()
    assert "River : being rung" in told()
    river.takes_the_call()
    caller.is_connected_to(river)
    assert "Nobody waits." in told()
    assert "River : talking" in told()
    caller.hangs_up()
    river.call_ends()
    stage.wait(5)
    assert "River : resting" in told()
    assert "until" not in told().split("River : resting")[1].split(",")[0]
    assert "555" not in told()


def test_the_part_that_is_asked_for_again_is_the_board_alone(robin: Member) -> None:
    part = robin.browser.opens(BOARD)
    assert "<html" not in part.text
    assert plain(part.text).split("Seen at")[0] in plain(robin.browser.opens(ADDRESS).text)


def test_a_screen_that_is_left_alone_is_signed_out_though_it_looks_by_itself(
    robin: Member,
) -> None:
    sessions = list(robin.console.connection.scan_iter("wl:web:session:*"))
    robin.browser.opens(ADDRESS)
    for key in sessions:
        robin.console.connection.expire(key, 7)
    assert robin.browser.opens(BOARD).status_code == 200
    left = [robin.console.connection.ttl(key) for key in sessions]
    assert all(0 < seconds <= 7 for seconds in left)
    robin.browser.opens(ADDRESS)
    assert max(robin.console.connection.ttl(key) for key in sessions) > IDLE - 60


def test_while_the_store_is_away_the_page_says_that_it_knows_nothing(
    robin: Member, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(stage.calls), "presences", fail)
    page = robin.browser.opens(ADDRESS)
    assert page.status_code == 200
    assert "nothing can be told of this moment" in page.text
