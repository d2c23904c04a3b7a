"""Who may sign in, from the console: invited, locked, reset; and one's own sign-ins."""

from __future__ import annotations

import re

import pytest

from tests.stories.conftest import SetStage
from tests.web.console import HOST, PASSWORD, Console, Member, console_of
from tests.web.test_pages import plain
from warmline.domain.accounts import Deed, Grant, Role

PEOPLE = "/console/people"


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    return console_of(set_stage(), sqlite_url)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", Grant(Role.COORDINATOR, "county"))


def test_a_coordinator_invites_somebody_with_a_link_that_is_shown_once(robin: Member) -> None:
    fields = {"name": "Wren", "line": "county", "role": "evaluator"}
    page = robin.browser.sends(f"{PEOPLE}/invite", on=PEOPLE, **fields)
    found = re.search(rf"{HOST}(/console/invitation/[\w-]+)", page.text)
    assert found
    assert found[1] not in robin.browser.opens(PEOPLE).text
    wren = Member(robin.console, "wren", robin.console.browser())
    wren.browser.sends(found[1], password=PASSWORD, again=PASSWORD)
    wren.gives_password()
    wren.sets_up_app()
    assert wren.browser.is_signed_in()
    assert robin.console.people.named("wren").grants == (Grant(Role.EVALUATOR, "county"),)
    deeds = [(one.by, one.what, one.about) for one in robin.console.accounts.entries(9)]
    assert ("robin", Deed.CREATED, "wren") in deeds


def test_who_finds_an_open_console_lets_nobody_in_without_the_password(robin: Member) -> None:
    """A session can be used for half an hour; an account that it made would stay."""
    robin.console.people.create("wren", [Grant(Role.EVALUATOR, "county")])
    robin.lets_a_quarter_of_an_hour_pass()
    fields = {"name": "finch", "line": "county", "role": "coordinator"}
    for what in ("invite", "reset", "lock"):
        asked = robin.browser.sends(f"{PEOPLE}/{what}", on=PEOPLE, **{**fields, "name": "wren"})
        assert "Your password once more" in asked.text
    wren = robin.console.people.named("wren")
    assert not wren.locked
    asked = robin.browser.sends(f"{PEOPLE}/invite", on=PEOPLE, **fields)
    assert not robin.console.people.is_there("finch")
    again = kept(asked.text)
    assert again == fields
    wrong = {"password-again": "another garden"}
    assert (
        "did not work" in robin.browser.sends(f"{PEOPLE}/invite", on=PEOPLE, **again, **wrong).text
    )
    assert not robin.console.people.is_there("finch")
    right = {"password-again": PASSWORD}
    robin.browser.sends(f"{PEOPLE}/invite", on=PEOPLE, **again, **right)
    assert robin.console.people.is_there("finch")


def kept(page: str) -> dict[str, str]:
    """What a page that asks for the password carries along."""
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
    del fields["csrf_token"]
    return fields


def test_an_invitation_leads_to_our_address_whatever_the_browser_was_told(robin: Member) -> None:
    token = robin.browser.token(PEOPLE)
    fields = {"csrf_token": token, "name": "wren", "line": "county", "role": "evaluator"}
    page = robin.browser.client.post(
        f"{PEOPLE}/invite",
        base_url=HOST,
        data=fields,
        environ_overrides={"HTTP_HOST": "line.example.org:8443"},
    )
    assert f"{HOST}/console/invitation/" in page.text
    assert "8443" not in page.text


@pytest.mark.parametrize(
    ("role", "line"), [("operator", "county"), ("evaluator", "elsewhere"), ("coordinator", "")]
)
def test_nobody_gives_away_what_is_not_theirs(robin: Member, role: str, line: str) -> None:
    fields = {"name": "wren", "line": line, "role": role}
    page = robin.browser.sends(f"{PEOPLE}/invite", on=PEOPLE, **fields)
    assert page.status_code == 403
    assert not robin.console.people.is_there("wren")


@pytest.mark.parametrize("what", ["reset", "lock"])
def test_who_also_works_elsewhere_or_runs_everything_is_not_a_coordinators_to_change(
    robin: Member, what: str
) -> None:
    people = robin.console.people
    people.create("finch", [Grant(Role.EVALUATOR, "county"), Grant(Role.EVALUATOR, "elsewhere")])
    people.create("heron", [Grant(Role.OPERATOR, "county")])
    for name in ("finch", "heron", "nobody"):
        answer = robin.browser.sends(f"{PEOPLE}/{what}", on=PEOPLE, name=name)
        assert answer.status_code == 404, name
    assert "finch" not in robin.browser.opens(PEOPLE).text


def test_somebody_is_locked_out_at_once_and_let_in_again(robin: Member) -> None:
    wren = robin.console.member("wren", Grant(Role.PEER_SUPERVISOR, "county"))
    for _ in range(2):  # two coordinators at once
        robin.browser.sends(f"{PEOPLE}/lock", on=PEOPLE, name="wren", want="out")
        assert robin.console.people.named("wren").locked
    assert not wren.browser.is_signed_in()
    robin.browser.sends(f"{PEOPLE}/lock", on=PEOPLE, name="wren", want="in")
    wren.signs_in(robin.console.browser())
    assert wren.browser.is_signed_in()


def test_nobody_locks_or_resets_themselves(robin: Member) -> None:
    for what in ("lock", "reset"):
        page = robin.browser.sends(f"{PEOPLE}/{what}", on=PEOPLE, name="robin")
        assert "cannot do this to yourself" in plain(page.text)
        assert robin.browser.is_signed_in()


def test_a_lost_phone_is_a_new_link_and_ends_every_sign_in(robin: Member) -> None:
    wren = robin.console.member("wren", Grant(Role.EVALUATOR, "county"))
    page = robin.browser.sends(f"{PEOPLE}/reset", on=PEOPLE, name="wren")
    assert re.search(rf"{HOST}/console/invitation/[\w-]+", page.text)
    assert not wren.browser.is_signed_in()
    assert wren.gives_password().status_code == 200  # the old one opens nothing


def test_a_name_that_cannot_be_is_explained_and_kept(robin: Member) -> None:
    for name in ("robin", "x", "two words"):
        fields = {"name": name, "line": "county", "role": "evaluator"}
        page = robin.browser.sends(f"{PEOPLE}/invite", on=PEOPLE, **fields)
        assert "That name is taken" in page.text
        assert f'value="{name}"' in page.text


def test_a_sign_in_on_another_device_is_seen_and_ended_from_here(robin: Member) -> None:
    left_behind = robin.browser
    robin.signs_in(robin.console.browser())
    page = robin.browser.opens("/console/account").text
    assert plain(page).count("Since ") == 2
    (name,) = re.findall(r'name="session" value="(\w+)"', page)
    robin.browser.sends("/console/account/session", on="/console/account", session=name)
    assert not left_behind.is_signed_in()
    assert robin.browser.is_signed_in()


def test_nobody_ends_another_persons_session(robin: Member) -> None:
    wren = robin.console.member("wren", Grant(Role.COORDINATOR, "county"))
    other = robin.console.browser()
    robin.signs_in(other)
    page = robin.browser.opens("/console/account").text
    (name,) = re.findall(r'name="session" value="(\w+)"', page)
    wren.browser.sends("/console/account/session", on="/console/account", session=name)
    assert plain(robin.browser.opens("/console/account").text).count("Since ") == 2
