"""Supporters on the console: added, changed by two at once, paused, and seen off."""

from __future__ import annotations

import re

import pytest
from werkzeug.test import TestResponse

from tests.stories.conftest import SetStage
from tests.web.console import PASSWORD, Console, Member, console_of
from tests.web.test_pages import plain
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Grant, Role

LIST = "/console/county/supporters"
NUMBER = "(650) 555-0133"


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    return console_of(set_stage(line_toml("River", "Juniper")), sqlite_url, on_stage=True)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", Grant(Role.COORDINATOR, "county"))


def id_of(console: Console, alias: str) -> str:
    return next(one.id for one in console.book().supporters if one.alias == alias)


def value(page: TestResponse, name: str) -> str:
    """What stands in a field of a form."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found, page.text
    return found[1]


def told(robin: Member) -> str:
    return plain(robin.browser.opens("/console/log").text)


def test_somebody_is_added_and_their_number_is_masked_ever_after(
    console: Console, robin: Member
) -> None:
    assert "The first change here makes the console its keeper" in (
        robin.browser.opens(f"{LIST}/new").text
    )
    sent = robin.browser.sends(
        f"{LIST}/new", alias="Wren", phone=NUMBER, kind="family_peer", languages="es"
    )
    assert sent.status_code == 303
    wren = console.book().supporters[-1]
    assert (wren.alias, wren.phone, wren.languages) == ("Wren", "+16505550133", ("es",))
    assert wren.id in console.book().unconfirmed
    for address in (LIST, f"{LIST}/{wren.id}", "/console/log", f"{LIST}/{wren.id}/farewell"):
        page = robin.browser.opens(address)
        assert "0133" not in page.text, address
    assert "•••• 33" in robin.browser.opens(LIST).text
    assert "New supporter: Wren (family peer, es), phone •••• 33." in told(robin)
    assert "keeper" not in robin.browser.opens(f"{LIST}/new").text  # it is now


@pytest.mark.parametrize(
    ("language", "phone", "sentence"),
    [
        ("en", "988", "This is a short code or a part of a number."),
        ("en", "+44 20 7946 0018", "It is a number of another country."),
        ("en", "900 555 0123", "It is a premium-rate number"),
        ("es", "+44 20 7946 0018", "Es un número de otro país."),
    ],
)
def test_a_number_that_will_not_do_is_explained_beside_it_and_what_was_typed_stays(
    console: Console, robin: Member, language: str, phone: str, sentence: str
) -> None:
    robin.browser.opens(f"{LIST}/new?lang={language}")
    page = robin.browser.sends(
        f"{LIST}/new", alias="Wren", phone=phone, agency="north", languages="en"
    )
    assert re.search(rf'id="phone-amiss">{sentence}', page.text)
    assert 'aria-describedby="phone-amiss' in page.text
    assert (value(page, "alias"), value(page, "phone")) == ("Wren", phone)
    assert value(page, "agency") == "north"
    assert len(console.book().supporters) == 2


def test_of_two_coordinators_the_second_is_told_and_keeps_what_they_typed(
    console: Console, robin: Member
) -> None:
    wren = console.member("wren", Grant(Role.COORDINATOR, "county"))
    address = f"{LIST}/{id_of(console, 'River')}"
    form = {
        "seen": value(robin.browser.opens(address), "seen"),
        "kind": "peer",
        "languages": "en",
        "alias": "River",
    }
    robin.browser.sends(address, **form, agency="north")
    page = wren.browser.sends(address, **form, agency="south")
    assert "Somebody changed this while you typed." in page.text
    assert value(page, "agency") == "south"
    assert "north" in page.text.split("What stands there now")[-1]
    assert console.book().supporters[0].agency == "north"
    form["seen"] = value(page, "seen")
    wren.browser.sends(address, **form, agency="south")
    assert console.book().supporters[0].agency == "south"
    assert "River: agency changes from north to south." in told(robin)


def test_a_limit_that_makes_no_sense_is_told_beside_its_field(
    console: Console, robin: Member
) -> None:
    address = f"{LIST}/{id_of(console, 'River')}"
    seen = value(robin.browser.opens(address), "seen")
    page = robin.browser.sends(
        address, seen=seen, alias="River", languages="en", calls_per_day="many"
    )
    assert 'id="calls_per_day-amiss"' in page.text
    assert "<details open>" in page.text
    assert value(page, "calls_per_day") == "many"


def test_a_paused_phone_is_not_rung_and_the_shifts_stay(console: Console, robin: Member) -> None:
    river = id_of(console, "River")
    shifts = console.book().shifts
    robin.browser.sends(f"{LIST}/{river}/pause", on=f"{LIST}/{river}", want="pause")
    assert "River : paused" in plain(robin.browser.opens("/console/county/who").text)
    assert console.book().shifts == shifts
    robin.browser.sends(f"{LIST}/{river}/pause", on=f"{LIST}/{river}", want="on")
    assert "River : paused" not in plain(robin.browser.opens("/console/county/who").text)


def test_farewell_shows_what_goes_asks_for_the_name_and_erases(
    console: Console, robin: Member
) -> None:
    river = id_of(console, "River")
    address = f"{LIST}/{river}/farewell"
    shown = plain(robin.browser.opens(address).text)
    assert "Their shifts (1) and days off (0)" in shown
    assert "Their minutes for pay" in shown
    page = robin.browser.sends(address, typed="Rver")
    assert 'id="typed-amiss"' in page.text
    assert console.book().supporter(river) is not None
    assert robin.browser.sends(address, typed="River").status_code == 303
    assert console.book().supporter(river) is None
    assert "River serves no more." in robin.browser.opens(LIST).text
    assert robin.browser.opens(f"{LIST}/{river}").status_code == 303


def test_another_number_and_a_farewell_take_a_fresh_password(
    console: Console, robin: Member
) -> None:
    """Whoever finds a screen unlocked can neither have callers sent to a phone nor erase one."""
    river = id_of(console, "River")
    address = f"{LIST}/{river}"
    seen = value(robin.browser.opens(address), "seen")
    robin.lets_a_quarter_of_an_hour_pass()
    form = {"seen": seen, "alias": "River", "languages": "en", "phone": NUMBER}
    asked = robin.browser.sends(address, **form)
    assert "Your password once more" in asked.text
    gone = robin.browser.sends(f"{address}/farewell", typed="River")
    assert "Your password once more" in gone.text
    person = console.book().supporter(river)
    assert person is not None
    assert person.phone == "+16505550111"
    robin.browser.sends(address, **form, **{"password-again": PASSWORD})
    assert console.book().supporters[0].phone == "+16505550133"


def test_whoever_is_on_a_call_is_not_erased_under_it(console: Console, robin: Member) -> None:
    stage, river = console.stage, id_of(console, "River")
    stage.caller().reaches_waiting()
    stage.supporter("River").rings()
    address = f"{LIST}/{river}/farewell"
    assert "Their phone is on a call just now." in robin.browser.opens(address).text
    robin.browser.sends(address, on=LIST + "/new", typed="River")
    assert console.book().supporter(river) is not None
