"""Passkeys: whose they are, and what they open."""

from __future__ import annotations

import re

import pytest
from werkzeug.test import TestResponse

from tests.stories.conftest import SetStage
from tests.web.authenticator import SecurityKey, asked
from tests.web.console import PASSWORD, Console, Member, console_of
from warmline.domain.accounts import Deed, Grant, Role

COORDINATOR = Grant(Role.COORDINATOR, "county")
KEYS = "/console/passkeys"


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    return console_of(set_stage(), sqlite_url)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", COORDINATOR)


def add(member: Member, name: str = "in my drawer", key: SecurityKey | None = None) -> SecurityKey:
    key = key or SecurityKey()
    page = member.browser.sends(KEYS, name=name, usage="secondary")
    where, options = asked(page.text)
    member.browser.sends(where, on=KEYS, credential=key.registers(options))
    return key


def comes_back(member: Member) -> TestResponse:
    """In another browser, with the password."""
    member.browser = member.console.browser()
    return member.gives_password()


def shows(member: Member, key: SecurityKey) -> TestResponse:
    where, options = asked(member.browser.sends("/console/passkey").text)
    return member.browser.sends(where, on="/console/passkey", credential=key.shows(options))


def names(member: Member) -> list[str]:
    return [one.name for one in member.console.people.named(member.name).passkeys]


def deeds(console: Console) -> list[Deed]:
    return [entry.what for entry in console.accounts.entries(50)]


def test_password_and_passkey_open_the_door(robin: Member) -> None:
    key = add(robin)
    assert names(robin) == ["in my drawer"]
    assert "/console/passkey" in comes_back(robin).headers["Location"]
    assert not robin.browser.is_signed_in()
    shows(robin, key)
    assert robin.browser.is_signed_in()
    assert deeds(robin.console)[:2] == [Deed.SIGNED_IN, Deed.PASSKEY]
    assert "last used on" in robin.browser.opens(KEYS).text


def test_whoever_has_a_passkey_may_still_use_the_app_or_a_recovery_code(robin: Member) -> None:
    made = robin.browser.sends("/console/recovery-codes", generate_new_codes="1")
    code = re.findall(r"<code>([0-9a-f-]{14})</code>", made.text)[0]
    add(robin)
    comes_back(robin)
    robin.browser.sends("/console/recovery", code=code)
    assert robin.browser.is_signed_in()
    comes_back(robin)
    robin.forget_used_codes()
    robin.browser.sends("/console/code", code=robin.code())
    assert robin.browser.is_signed_in()


def test_a_passkey_without_a_password_opens_nothing(robin: Member) -> None:
    add(robin)
    stranger = robin.console.browser()
    assert stranger.opens("/console/passkey").status_code == 404
    assert not stranger.is_signed_in()


def test_somebody_elses_passkey_does_not_open_with_ones_own_password(robin: Member) -> None:
    key = add(robin)
    wren = robin.console.member("wren", COORDINATOR)
    add(wren)
    comes_back(wren)
    assert "did not work" in wren.browser.opens(shows(wren, key).headers["Location"]).text
    assert not wren.browser.is_signed_in()


def test_what_a_passkey_said_opens_once(robin: Member) -> None:
    key = add(robin)
    comes_back(robin)
    where, options = asked(robin.browser.sends("/console/passkey").text)
    said = key.shows(options)
    for works in (True, False):
        robin.browser.sends(where, on="/console/passkey", credential=said)
        assert robin.browser.is_signed_in() is works
        comes_back(robin)


def test_a_page_that_looks_like_ours_gets_nothing_that_opens(robin: Member) -> None:
    key = add(robin)
    key.origin = "https://line.example.net"
    comes_back(robin)
    shows(robin, key)
    assert not robin.browser.is_signed_in()


def test_whoever_is_locked_out_between_the_two_halves_stays_out(robin: Member) -> None:
    key = add(robin)
    comes_back(robin)
    where, options = asked(robin.browser.sends("/console/passkey").text)
    token = robin.browser.token("/console/passkey")
    robin.console.people.lock("robin", locked=True)
    robin.browser.sends(where, credential=key.shows(options), csrf_token=token)
    assert not robin.browser.is_signed_in()


def test_a_removed_passkey_opens_nothing_and_the_app_is_asked_for_again(robin: Member) -> None:
    add(robin)
    robin.browser.sends(f"{KEYS}/remove", on=KEYS, name="in my drawer")
    assert names(robin) == []
    assert "/console/code" in comes_back(robin).headers["Location"]
    assert Deed.PASSKEY_REMOVED in deeds(robin.console)


def test_a_reset_takes_passkeys_too(robin: Member) -> None:
    add(robin)
    robin.console.people.reset("robin")
    assert names(robin) == []


def test_two_passkeys_have_two_names_and_one_key_is_kept_once(robin: Member) -> None:
    key = add(robin)
    refused = robin.browser.sends(KEYS, name="in my drawer", usage="secondary")
    assert "none of your others" in refused.text
    assert 'value="in my drawer"' in refused.text
    wren = robin.console.member("wren", COORDINATOR)
    add(wren, "the same", key)
    assert names(wren) == []
    add(robin, "at home")
    assert names(robin) == ["at home", "in my drawer"]


@pytest.mark.parametrize("said", ["", "{}", "nothing", '{"id": "x"}'])
def test_nonsense_in_the_place_of_a_passkey_is_told_kindly(robin: Member, said: str) -> None:
    add(robin)
    comes_back(robin)
    where, _ = asked(robin.browser.sends("/console/passkey").text)
    given = robin.browser.sends(where, on="/console/passkey", credential=said)
    assert given.status_code == 302
    assert not robin.browser.is_signed_in()


def test_to_add_or_remove_one_takes_a_fresh_password(robin: Member) -> None:
    add(robin)
    robin.lets_a_quarter_of_an_hour_pass()
    token = robin.browser.token("/console/account")
    for address in (KEYS, f"{KEYS}/remove"):
        asked_again = robin.browser.sends(address, name="in my drawer", csrf_token=token)
        assert "/console/again" in asked_again.headers["Location"]
    assert names(robin) == ["in my drawer"]


# --- as the first second factor -----------------------------------------------------------------

FIRST = "/console/first-passkey"


def invited(console: Console) -> Member:
    """Somebody who has given their first password, and nothing else yet."""
    member = Member(console, "finch", console.browser())
    invitation = console.invite("finch", COORDINATOR)
    member.browser.sends(invitation, password=PASSWORD, again=PASSWORD)
    member.gives_password()
    return member


def begins(member: Member, key: SecurityKey) -> TestResponse:
    """They add their first passkey, before they are in."""
    _, options = asked(member.browser.sends(FIRST, name="my phone").text)
    said = key.registers(options)
    return member.browser.sends(f"{FIRST}/keep", on=FIRST, credential=said)


def test_a_passkey_is_enough_from_the_first_day(console: Console) -> None:
    finch, key = invited(console), SecurityKey()
    assert "I would rather use a passkey" in finch.browser.opens("/console/app").text
    assert begins(finch, key).headers["Location"].endswith("/console/recovery-codes")
    assert finch.browser.is_signed_in()
    assert names(finch) == ["my phone"]
    assert deeds(console)[:2] == [Deed.SIGNED_IN, Deed.PASSKEY]
    comes_back(finch)
    assert "Use the code of your app" not in finch.browser.opens("/console/passkey").text
    finch.browser.sends("/console/code", on="/console/passkey", code="000000")
    assert not finch.browser.is_signed_in()
    shows(finch, key)
    assert finch.browser.is_signed_in()


def test_the_only_second_factor_is_not_removed(console: Console) -> None:
    finch = invited(console)
    begins(finch, SecurityKey())
    finch.browser.sends(f"{KEYS}/remove", on=KEYS, name="my phone")
    assert names(finch) == ["my phone"]
    assert "It is all you have besides your password" in finch.browser.opens(KEYS).text
    add(finch)
    finch.browser.sends(f"{KEYS}/remove", on=KEYS, name="my phone")
    assert names(finch) == ["in my drawer"]


def test_a_first_passkey_is_only_for_whoever_gave_their_first_password(console: Console) -> None:
    stranger = console.browser()
    assert stranger.opens(FIRST).status_code == 303
    finch, wren = invited(console), Member(console, "finch", console.browser())
    wren.gives_password()  # the same person's password, in another browser
    wren.browser.sends("/console/app", setup="authenticator")
    begins(finch, SecurityKey())
    assert wren.browser.opens(FIRST).status_code == 303
    wren.sets_up_app()
    assert not wren.browser.is_signed_in()
    assert not console.people.named("finch").second_factor


def test_a_browser_left_between_the_two_halves_is_soon_anybodys(console: Console) -> None:
    finch = invited(console)
    _, options = asked(finch.browser.sends(FIRST, name="my phone").text)
    said, token = SecurityKey().registers(options), finch.browser.token(FIRST)
    console.clock.ahead = 14 * 60
    finch.gives_password()
    console.clock.ahead = 28 * 60
    assert finch.browser.opens(FIRST).status_code == 200
    console.clock.ahead = 30 * 60
    for address in (FIRST, "/console/app"):
        assert "/console/sign-in" in finch.browser.opens(address).headers["Location"]
    finch.browser.sends(f"{FIRST}/keep", credential=said, csrf_token=token)
    assert not finch.browser.is_signed_in()
    assert names(finch) == []


def test_a_first_passkey_of_another_page_or_somebody_else_is_refused(console: Console) -> None:
    robin, key = console.member("robin", COORDINATOR), SecurityKey()
    add(robin, key=key)
    finch = invited(console)
    for wrong in (key, SecurityKey(origin="https://line.example.net")):
        again = begins(finch, wrong)
        assert again.headers["Location"].endswith(FIRST)
        assert "could not be added" in finch.browser.opens(FIRST).text
        assert not finch.browser.is_signed_in()
    assert "Give it a name" in finch.browser.sends(FIRST, name="x" * 41).text
