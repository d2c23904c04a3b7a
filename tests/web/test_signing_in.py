"""Who comes in, and who does not."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest

from tests.stories.conftest import SetStage
from tests.web.console import HOST, PASSWORD, Browser, Console, Member, console_of
from warmline.domain.accounts import Deed, Grant, Role

COORDINATOR = Grant(Role.COORDINATOR, "county")
WRONG = "another three garden words"
VALUE = re.compile(r'value="[^"]*"')


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    return console_of(set_stage(), sqlite_url)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", COORDINATOR)


def answer(browser: Browser, name: str) -> str:
    """What a wrong password is answered with, less what was typed."""
    page = browser.sends("/console/sign-in", username=name, password=WRONG)
    return f"{page.status_code} {VALUE.sub('', page.text)}"


def deeds(console: Console) -> list[Deed]:
    return [entry.what for entry in console.accounts.entries(50)]


def test_an_invitation_a_password_and_an_app_open_the_door(console: Console) -> None:
    robin = console.member("robin", COORDINATOR)
    assert robin.browser.is_signed_in()
    assert deeds(console) == [Deed.SIGNED_IN, Deed.JOINED, Deed.CREATED]


def test_the_password_alone_opens_nothing(robin: Member) -> None:
    robin.browser = robin.console.browser()
    asked = robin.gives_password()
    assert "/console/code" in asked.headers["Location"]
    assert not robin.browser.is_signed_in()


def test_somebody_without_an_app_gets_no_further_than_setting_one_up(console: Console) -> None:
    new = Member(console, "robin", console.browser())
    new.browser.sends(console.invite("robin", COORDINATOR), password=PASSWORD, again=PASSWORD)
    asked = new.gives_password()
    assert "/console/app" in asked.headers["Location"]
    assert not new.browser.is_signed_in()


def test_password_and_code_sign_in_again(robin: Member) -> None:
    robin.signs_in(robin.console.browser())
    assert robin.browser.is_signed_in()


def test_a_code_is_taken_once(robin: Member) -> None:
    code = robin.code()
    robin.forget_used_codes()
    for works in (True, False):
        robin.browser = robin.console.browser()
        robin.gives_password()
        robin.browser.sends("/console/code", code=code)
        assert robin.browser.is_signed_in() is works


def test_a_wrong_code_is_not_taken(robin: Member) -> None:
    robin.browser = robin.console.browser()
    robin.gives_password()
    wrong = f"{(int(robin.code()) + 1) % 1_000_000:06}"
    assert robin.browser.sends("/console/code", code=wrong).status_code == 200
    assert not robin.browser.is_signed_in()


def test_after_five_wrong_codes_a_right_one_rests_too(robin: Member) -> None:
    robin.browser = robin.console.browser()
    robin.forget_used_codes()
    for _ in range(5):
        robin.gives_password()
        robin.browser.sends("/console/code", code="000000")
    robin.gives_password()
    robin.browser.sends("/console/code", code=robin.code())
    assert not robin.browser.is_signed_in()
    assert Deed.TRIED_TOO_OFTEN in deeds(robin.console)


@pytest.mark.parametrize("name", ["robin", "nobody-at-all"])
def test_nothing_tells_whether_somebody_has_an_account(robin: Member, name: str) -> None:
    """The page says the same of a wrong password, of a name that is none, and of a lock."""
    browser = robin.console.browser()
    told = {answer(browser, name) for _ in range(8)}
    assert told == {answer(robin.console.browser(), "x-y-z")}


def test_after_five_wrong_passwords_the_right_one_rests_too(robin: Member) -> None:
    robin.browser = robin.console.browser()
    for _ in range(5):
        robin.gives_password(WRONG)
    assert robin.gives_password().status_code == 200
    robin.console.connection.delete(*robin.console.connection.keys("wl:web:tries:*"))
    assert robin.gives_password().status_code == 302


def test_capitals_and_spaces_do_not_get_around_the_limit(robin: Member) -> None:
    browser = robin.console.browser()
    for name in ("robin", " robin", "ROBIN", "Robin ", "rObin"):
        browser.sends("/console/sign-in", username=name, password=WRONG)
    robin.browser = browser
    assert robin.gives_password().status_code == 200


def test_very_many_tries_of_very_many_names_are_not_looked_at(robin: Member) -> None:
    browser = robin.console.browser()
    token = browser.token("/console/sign-in")
    for n in range(30):
        browser.sends("/console/sign-in", username=f"somebody{n}", password=WRONG, csrf_token=token)
    robin.browser = browser
    assert robin.gives_password().status_code == 200
    robin.console.connection.delete(*robin.console.connection.keys("wl:web:tries:*"))
    assert robin.gives_password().status_code == 302


def test_a_recovery_code_opens_the_door_once(robin: Member) -> None:
    page = robin.browser.sends("/console/recovery-codes", generate_new_codes="1")
    codes = re.findall(r"<code>([0-9a-f-]{14})</code>", page.text)
    assert len(codes) == 10
    for works in (True, False):
        robin.browser = robin.console.browser()
        robin.gives_password()
        robin.browser.sends("/console/recovery", code=f" {codes[0].upper()} ")
        assert robin.browser.is_signed_in() is works
    assert Deed.CODES in deeds(robin.console)


def test_codes_that_were_made_are_not_shown_again(robin: Member) -> None:
    made = robin.browser.sends("/console/recovery-codes", generate_new_codes="1")
    code = re.findall(r"<code>([0-9a-f-]{14})</code>", made.text)[0]
    for address in ("/console/recovery-codes", "/console/recovery-codes?show_codes=1"):
        assert code not in robin.browser.opens(address).text


def test_an_invitation_works_once(console: Console) -> None:
    link = console.invite("robin", COORDINATOR)
    first, second = console.browser(), console.browser()
    token = second.token(link)
    assert first.sends(link, password=PASSWORD, again=PASSWORD).status_code == 303
    late = second.sends(link, password=WRONG, again=WRONG, csrf_token=token)
    assert late.status_code == 404
    assert first.opens(link).status_code == 404


def test_an_invitation_is_over_after_three_days(console: Console) -> None:
    link = console.invite("robin", COORDINATOR)
    console.clock.ahead = 3 * 24 * 3600 + 1
    assert console.browser().opens(link).status_code == 404


def test_a_forged_invitation_is_none(console: Console) -> None:
    link = console.invite("robin", COORDINATOR)
    for forged in (link[:-1], f"{link}x", "/console/invitation/x", "/console/invitation/%20"):
        assert console.browser().opens(forged).status_code == 404


def test_an_invitation_of_somebody_locked_out_is_none(console: Console) -> None:
    link = console.invite("robin", COORDINATOR)
    console.people.lock("robin", locked=True)
    assert console.browser().opens(link).status_code == 404


@pytest.mark.parametrize(("password", "again"), [("short", "short"), (PASSWORD, WRONG), ("", "")])
def test_a_first_password_is_long_and_the_same_twice(
    console: Console, password: str, again: str
) -> None:
    link = console.invite("robin", COORDINATOR)
    browser = console.browser()
    assert browser.sends(link, password=password, again=again).status_code == 200
    assert browser.opens(link).status_code == 200  # the link still works


def test_who_is_locked_out_is_out_at_once_and_stays_out(robin: Member) -> None:
    robin.console.people.lock("robin", locked=True)
    assert not robin.browser.is_signed_in()
    robin.signs_in(robin.console.browser())
    assert not robin.browser.is_signed_in()
    robin.console.people.lock("robin", locked=False)
    robin.signs_in(robin.console.browser())
    assert robin.browser.is_signed_in()


def test_a_reset_takes_everything_and_gives_a_new_link(robin: Member) -> None:
    token = robin.console.people.reset("robin")
    assert not robin.browser.is_signed_in()
    robin.browser = robin.console.browser()
    assert robin.gives_password().status_code == 200
    robin.browser.sends(f"/console/invitation/{token}", password=WRONG, again=WRONG)
    assert "/console/app" in robin.gives_password(WRONG).headers["Location"]


def test_signing_out_ends_a_copied_cookie_too(robin: Member) -> None:
    copied = robin.browser.client.get_cookie("__Host-warmline", domain="line.example.org")
    assert copied
    robin.browser.sends("/console/sign-out", on="/console/account")
    thief = robin.console.browser()
    thief.client.set_cookie("__Host-warmline", copied.value, domain="line.example.org", secure=True)
    assert not robin.browser.is_signed_in()
    assert not thief.is_signed_in()


def test_signing_out_everywhere_ends_every_session(robin: Member) -> None:
    other = robin.browser
    robin.signs_in(robin.console.browser())
    assert other.is_signed_in()
    robin.browser.sends("/console/account/everywhere", on="/console/account")
    assert not robin.browser.is_signed_in()
    assert not other.is_signed_in()


def test_half_an_hour_of_nothing_ends_a_session(robin: Member) -> None:
    (session,) = robin.console.connection.keys("wl:web:session:*")
    assert 0 < robin.console.connection.ttl(session) <= 1800
    robin.console.connection.delete(session)  # what the store itself does then
    assert not robin.browser.is_signed_in()


def test_twelve_hours_end_a_session_that_is_used(robin: Member) -> None:
    robin.console.clock.ahead = 12 * 3600 - 60
    assert robin.browser.is_signed_in()
    robin.console.clock.ahead = 12 * 3600 + 1
    assert not robin.browser.is_signed_in()


def test_a_new_password_signs_out_everywhere_else(robin: Member) -> None:
    other = robin.browser
    robin.signs_in(robin.console.browser())
    changed = robin.browser.sends(
        "/console/password", password=PASSWORD, new_password=WRONG, new_password_confirm=WRONG
    )
    assert changed.status_code == 302
    assert robin.browser.is_signed_in()
    assert not other.is_signed_in()
    robin.browser = robin.console.browser()
    assert robin.gives_password().status_code == 200
    assert robin.gives_password(WRONG).status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [(WRONG, "a fourth long password", "a fourth long password"), (PASSWORD, "short", "short")],
)
def test_a_password_changes_only_for_who_knows_it_and_to_one_that_will_do(
    robin: Member, old: str, new: str, again: str
) -> None:
    refused = robin.browser.sends(
        "/console/password", password=old, new_password=new, new_password_confirm=again
    )
    assert refused.status_code == 200
    robin.browser = robin.console.browser()
    assert robin.gives_password().status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "/console/sign-in",
        "/console/sign-out",
        "/console/password",
        "/console/app",
        "/console/code",
        "/console/recovery",
        "/console/recovery-codes",
        "/console/passkeys",
        "/console/passkeys/remove",
        "/console/again",
        "/console/account/everywhere",
        "/console/account/language",
    ],
)
@pytest.mark.parametrize("token", ["", "forged"])
def test_a_form_from_elsewhere_does_nothing(robin: Member, address: str, token: str) -> None:
    assert robin.browser.sends(address, csrf_token=token, language="es").status_code == 400
    assert robin.browser.is_signed_in()


def test_a_session_that_was_planted_is_not_signed_in(robin: Member) -> None:
    """Whoever put a cookie into somebody's browser before does not share what they open."""
    planted = robin.console.browser()
    planted.opens("/console/sign-in")
    cookie = planted.client.get_cookie("__Host-warmline", domain="line.example.org")
    assert cookie
    robin.browser = robin.console.browser()
    robin.browser.client.set_cookie(
        "__Host-warmline", cookie.value, domain="line.example.org", secure=True
    )
    robin.signs_in()
    assert robin.browser.is_signed_in()
    assert not planted.is_signed_in()


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example.net/", "//evil.example.net/", r"/\evil.example.net", "\thttps:evil"],
)
def test_nobody_is_led_elsewhere(robin: Member, elsewhere: str) -> None:
    robin.browser = robin.console.browser()
    robin.forget_used_codes()
    led = [robin.gives_password(next=elsewhere), robin.gives_password()]
    led.append(
        robin.browser.client.post(
            "/console/code",
            base_url=HOST,
            query_string={"next": elsewhere},
            data={"code": robin.code(), "csrf_token": robin.browser.token("/console/code")},
        )
    )
    for answered in led:
        where = answered.headers.get("Location", "")
        assert urlsplit(urljoin(f"{HOST}/console/code", where)).netloc in HOST
        assert not where.startswith(("//", "/\\"))
    assert robin.browser.is_signed_in()


def test_the_cookie_is_for_this_house_alone(robin: Member) -> None:
    answer = robin.console.browser().opens("/console/sign-in")
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-warmline=")
    for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert part in cookie
    assert "Domain" not in cookie


def test_no_password_and_no_code_is_kept_in_clear(robin: Member) -> None:
    made = robin.browser.sends("/console/recovery-codes", generate_new_codes="1")
    codes = re.findall(r"<code>([0-9a-f-]{14})</code>", made.text)
    engine = robin.console.accounts._engine
    with engine.connect() as now:
        kept = str(now.exec_driver_sql("SELECT * FROM account").all())
    connection = robin.console.connection
    keys = list(connection.scan_iter("wl:web:*"))
    plain = [key for key in keys if connection.type(key) == b"string"]
    store = f"{keys} {connection.mget(plain)} "
    store += f"{[connection.hgetall(key) for key in keys if key not in plain]}"
    for secret in (PASSWORD, robin.key, codes[0]):
        assert secret not in kept + store
    assert "$argon2id$" in kept


def test_while_the_store_is_away_the_console_says_so(
    robin: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.web.test_health import fail

    monkeypatch.setattr(type(robin.console.app.extensions["warmline.store"]), "session", fail)
    away = robin.browser.opens("/console/account")
    assert away.status_code == 503
    assert "Try again" in away.text
