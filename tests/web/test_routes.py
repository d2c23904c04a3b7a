"""Every page there is, with every role there is: who gets in. Made from the app's own table."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.stories.conftest import SetStage
from tests.web.console import HOST, Console, Member, console_of
from tests.web.every_page import pages
from warmline.adapters.calendars import write_calendar
from warmline.domain.accounts import Grant, Role
from warmline.services.calendars import Calendars
from warmline.web._guard import ANYBODY, NOBODY, only_for, rules_of


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    return console_of(set_stage(), sqlite_url)


def answer(member: Member, method: str, address: str) -> int:
    token = member.browser.token("/console/account")
    return member.browser.client.open(
        address,
        method=method,
        base_url=HOST,
        data={"csrf_token": token} if method == "POST" else None,
    ).status_code


def test_every_page_says_whom_it_is_for_or_nothing_starts() -> None:
    app = Flask("another")
    app.add_url_rule("/open", view_func=only_for(ANYBODY)(lambda: ""), endpoint="open")
    app.view_functions["static"] = only_for(ANYBODY)(lambda: "")
    rules_of(app)
    app.add_url_rule("/silent", view_func=lambda: "", endpoint="silent")
    with pytest.raises(RuntimeError, match="silent"):
        rules_of(app)


def test_a_stranger_gets_the_sign_in_and_what_is_for_everybody(console: Console) -> None:
    tried = 0
    for endpoint, method, address, rule in pages(console.app):
        browser = console.browser()
        token = browser.token("/console/sign-in")
        given = browser.client.open(
            address,
            method=method,
            base_url=HOST,
            data={"csrf_token": token} if method == "POST" else None,
        )
        if rule == NOBODY:
            assert given.status_code == 404, (method, address)
        elif rule != ANYBODY:
            assert given.status_code == 303, (method, address)
            assert "/console/sign-in" in given.headers["Location"]
        assert not browser.is_signed_in(), (endpoint, method)
        tried += 1
    assert tried > 20


@pytest.mark.parametrize("role", list(Role))
def test_each_role_gets_its_own_pages_and_no_others(console: Console, role: Role) -> None:
    member = console.member("robin", Grant(role, "county"))
    refused = 0
    for endpoint, method, address, rule in pages(console.app):
        if rule == ANYBODY or endpoint in {"security.logout", "console.everywhere"}:
            continue  # the two end the session, for every role: see test_signing_in
        given = answer(member, method, address)
        if rule == NOBODY:
            assert given == 404, (method, address)
        elif role not in rule:
            assert given == 403, (method, address)
            refused += 1
        elif endpoint == "security.two_factor_setup_validate":
            assert given == 302, "a forged change of the app leads back"
        else:
            # 404: a form with nothing in it names nobody.
            allowed = {200, 302, 303, 404} if method == "POST" else {200, 302, 303}
            assert given in allowed, (method, address, given)
    assert refused or role in {Role.COORDINATOR, Role.OPERATOR}


def test_no_form_from_elsewhere_does_anything(console: Console) -> None:
    member = console.member("robin", *(Grant(role, "county") for role in Role))
    for _, method, address, rule in pages(console.app):
        if method == "POST" and rule != NOBODY:
            sent = member.browser.client.post(
                address, base_url=HOST, data={"csrf_token": "forged", "want": "sure"}
            )
            assert sent.status_code == 400, address
    assert member.browser.is_signed_in()


@pytest.mark.parametrize("role", list(Role))
def test_a_line_on_which_they_do_nothing_does_not_exist_for_them(
    console: Console, role: Role
) -> None:
    member = console.member("robin", Grant(role, "elsewhere"))
    of_a_line = [page for page in pages(console.app) if page[2].startswith("/console/county")]
    assert of_a_line
    for _, method, address, _ in of_a_line:
        assert answer(member, method, address) == 404, address
    assert "county" not in member.browser.opens("/console").text


def test_a_role_on_every_line_holds_on_each(console: Console) -> None:
    member = console.member("robin", Grant(Role.COORDINATOR))
    assert answer(member, "GET", "/console/county/who") == 200
    assert answer(member, "GET", "/console/nowhere/who") == 404


def test_without_a_console_there_is_only_the_public_page(
    set_stage: SetStage, sqlite_url: str
) -> None:
    console = console_of(set_stage(), sqlite_url, on=False)
    browser = console.browser()
    assert browser.opens("/how-we-work/county").status_code == 200
    for address in ("/console", "/console/sign-in", "/console/account"):
        assert browser.opens(address).status_code == 404


def test_a_calendar_opens_for_its_address_alone_and_sets_no_cookie(console: Console) -> None:
    stage = console.stage
    river = console.book().supporters[0]
    calendars = Calendars(stage.roster, stage.rota, console.clock, write_calendar)
    secret = calendars.give(river.id)
    found = console.browser().opens(f"/calendar/{secret}.ics")
    assert found.status_code == 200
    assert found.mimetype == "text/calendar"
    assert "BEGIN:VCALENDAR" in found.text
    assert "Set-Cookie" not in found.headers
    assert found.headers["Cache-Control"] == "no-store"
    calendars.take_back(river.id)
    assert console.browser().opens(f"/calendar/{secret}.ics").status_code == 404
