"""Emergency switches, thrown on the console and met by callers."""

from __future__ import annotations

import pytest
from werkzeug.test import TestResponse

from tests.stories.conftest import SetStage
from tests.web.console import PASSWORD, Console, Member, console_of
from tests.web.test_pages import plain
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Deed, Grant, Role

ADDRESS = "/console/county/emergency"
NUMBER = "650 555 0177"


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    return set_stage(line_toml("River"))


@pytest.fixture
def console(stage: Stage, sqlite_url: str) -> Console:
    return console_of(stage, sqlite_url, on_stage=True)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", Grant(Role.COORDINATOR, "county"))


def throws(member: Member, **fields: str) -> TestResponse:
    """Fill in the form, read the question, and say yes."""
    asked = member.browser.sends(ADDRESS, **fields)
    assert "Are you sure?" in asked.text, plain(asked.text)
    return member.browser.sends(ADDRESS, **fields, sure="yes")


def test_who_waits_when_the_line_is_closed_is_told_and_keeps_every_key(
    robin: Member, stage: Stage
) -> None:
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    river.rings()
    throws(robin, means="closed", minutes="60")
    river.stops_ringing(within=25)  # nobody took it, and it is not rung again
    caller.hears("waiting-shut", within=30)
    river.stays_silent(30)
    caller.presses("9")
    caller.hears("crisis-door", within=10)
    caller.hangs_up()
    late = stage.caller("+16505550151", "Late caller")
    late.dials()
    late.hears("closed", within=20, when="this morning at eleven")
    late.hangs_up()
    robin.browser.sends(f"{ADDRESS}/undo", on=ADDRESS)
    again = stage.caller("+16505550152", "Caller").reaches_waiting()
    river.takes_the_call()
    again.is_connected_to(river)


def test_one_number_takes_every_call_by_pressing_1_and_callers_hear_the_same(
    robin: Member, stage: Stage
) -> None:
    throws(robin, means="one-number", phone=NUMBER, alias="Wren", minutes="30")
    caller, river = stage.caller().reaches_waiting(), stage.supporter("River")
    wren = stage.supporter("Wren")
    wren.rings()
    wren.answers()
    wren.hears("offer", alias="Wren")
    wren.presses("1")
    caller.hears("meet-peer", alias="Wren")
    caller.is_connected_to(wren)
    assert not river.is_ringing
    robin.browser.sends(f"{ADDRESS}/undo", on=ADDRESS)
    caller.is_connected_to(wren)  # who talks goes on talking
    caller.hangs_up()
    other = stage.caller("+16505550151", "Other caller").reaches_waiting()
    river.takes_the_call()
    other.is_connected_to(river)


def test_it_is_asked_about_shown_undone_and_written_down(robin: Member) -> None:
    asked = robin.browser.sends(ADDRESS, means="closed", minutes="60")
    assert "The line closes now, until 11:00." in plain(asked.text)
    assert "No switch is on" in robin.browser.opens(ADDRESS).text  # nothing was done yet
    throws(robin, means="closed", minutes="60")
    for address in (ADDRESS, "/console/county/now"):
        page = plain(robin.browser.opens(address).text)
        assert "The line has been closed by hand." in page
        assert "robin did this; it is over at 11:00." in page
    robin.browser.sends(f"{ADDRESS}/undo", on=ADDRESS)
    assert "No switch is on" in robin.browser.opens(ADDRESS).text
    back, thrown = robin.console.accounts.entries(2)
    assert (back.what, back.by, back.line) == (Deed.SWITCHED_BACK, "robin", "county")
    assert (thrown.what, thrown.told) == (Deed.SWITCHED, "Closed the line until 2026-11-24 11:00.")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"phone": "988"}, "no number that we can ring"),
        ({"phone": "+44 20 7946 0000"}, "no number that we can ring"),
        ({"phone": "650 555 0100"}, "calls would go in a circle"),
        ({"alias": " "}, "Callers need a name"),
        ({"minutes": "99999"}, "Choose for how long"),
        ({"minutes": "-1"}, "Choose for how long"),
    ],
)
def test_what_cannot_be_is_explained_and_what_was_typed_is_kept(
    robin: Member, fields: dict[str, str], said: str
) -> None:
    typed = {"means": "one-number", "phone": NUMBER, "alias": "Wren", "minutes": "30"} | fields
    page = robin.browser.sends(ADDRESS, **typed, sure="yes")
    assert said in plain(page.text)
    assert f'value="{typed["phone"]}"' in page.text
    assert "No switch is on" in page.text


def test_the_number_is_not_shown_once_it_was_thrown(robin: Member) -> None:
    throws(robin, means="one-number", phone=NUMBER, alias="Wren", minutes="30")
    for address in (ADDRESS, "/console/county/now", "/console/log"):
        text = robin.browser.opens(address).text
        assert "0177" not in text.replace(" ", "")
    assert "•••• 77" in robin.browser.opens(ADDRESS).text


def test_to_throw_a_switch_or_take_it_back_takes_a_fresh_password(robin: Member) -> None:
    fields = {"means": "closed", "minutes": "60"}
    robin.lets_a_quarter_of_an_hour_pass()
    asked = robin.browser.sends(ADDRESS, **fields, sure="yes")
    assert "Your password once more" in asked.text
    assert robin.console.book().switches == ()
    given = {"password-again": PASSWORD}
    robin.browser.sends(ADDRESS, **fields, **given, sure="yes")
    assert len(robin.console.book().switches) == 1
    robin.lets_a_quarter_of_an_hour_pass()
    assert "Your password once more" in robin.browser.sends(f"{ADDRESS}/undo", on=ADDRESS).text
