"""A supporter's own page: their phone lets them in, and nobody else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.stories.conftest import SetStage
from tests.web.me import Own, own_pages_of
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.demo.setting import SECRET
from warmline.demo.stories._story import line_toml
from warmline.domain.errands import digits
from warmline.ports.rota import Minutes
from warmline.services.supporters import errands


@pytest.fixture
def river(set_stage: SetStage, sqlite_url: str) -> Own:
    """River of a line with two supporters; neither number is confirmed yet."""
    toml = line_toml("River", "Sage", unconfirmed=("River",), extra=MORE)
    stage = set_stage(toml)
    return Own(stage, own_pages_of(stage, sqlite_url), stage.supporter("River"))


MORE = """
[[supporter]]
alias = "Willow"
phone = "+16505550114"
languages = ["en"]
tags = ["nights"]
confirmed = true

[onboarding]
items = ["Two evenings of listening"]

[tags.nights]
en = "nights"
es = "noches"
"""


def test_a_code_on_their_own_phone_lets_them_in_once(river: Own) -> None:
    assert river.browser.opens("/me").status_code == 303
    river.signs_in()
    assert "River" in river.browser.opens("/me").text
    code = river.newest_code()
    other = Own(river.stage, river.app, river.phone)
    assert other.gives(code).status_code == 400, "a code without the browser that asked for it"
    assert not other.is_signed_in()


def test_nobody_learns_whether_a_number_is_a_supporters(river: Own) -> None:
    theirs = river.asks_for_code()
    known = river.browser.opens("/me/code").text
    strangers = river.asks_for_code("+16505550177")
    assert (theirs.status_code, theirs.headers["Location"]) == (
        strangers.status_code,
        strangers.headers["Location"],
    )
    token = re.compile(r'value="[^"]+"')
    assert token.sub("", river.browser.opens("/me/code").text) == token.sub("", known)
    assert len(river.phone.texts) == 1
    wrong = river.gives("000000")
    river.asks_for_code()
    assert token.sub("", river.gives("000001").text) == token.sub("", wrong.text)


def test_a_wrong_code_is_as_much_work_for_a_stranger_as_for_a_supporter(
    river: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How long the page takes tells nothing: what is worked out does not hang on who was found."""
    worked: list[str] = []

    def counting(secret: str, *about: str) -> str:
        worked.append(about[0])
        return digits(secret, *about)

    monkeypatch.setattr(errands, "digits", counting)
    for number in ("", "+16505550177"):
        river.asks_for_code(number)
        worked.clear()
        assert river.gives("000001").status_code == 400
        assert worked == ["code"]


def test_a_code_has_five_tries_and_a_phone_gets_three_in_a_quarter_of_an_hour(river: Own) -> None:
    river.asks_for_code()
    right = river.newest_code()
    for n in range(5):
        assert river.gives(f"{(int(right) + 1 + n) % 10**6:06}").status_code == 400
    assert river.gives(right).status_code == 400, "the right one comes too late"
    for _ in range(5):
        river.asks_for_code()
    assert len(river.phone.texts) == 3
    store = b"".join(river.stage.connection.scan_iter("*"))
    assert river.phone.handset.number.encode() not in store


def test_a_code_is_over_after_ten_minutes(river: Own) -> None:
    river.asks_for_code()
    code = river.newest_code()
    for key in river.stage.connection.scan_iter("wl:errand:*"):
        assert 0 < river.stage.connection.ttl(key) <= 600
        river.stage.connection.delete(key)  # ten minutes later
    assert river.gives(code).status_code == 400


def test_a_call_says_the_code_to_whoever_presses_1(river: Own) -> None:
    river.asks_for_code(how="call")
    river.phone.rings()
    river.phone.answers()
    river.phone.hears("errand-hello", alias="River")
    river.phone.presses("1")
    river.stage.wait(4)
    said = " ".join(one.text for one in river.phone.call.heard)
    found = re.search(r"(?:\d ){5}\d", said)
    assert found, said
    assert river.gives(found[0].replace(" ", "")).status_code == 303


def test_nobody_is_rung_for_a_code_in_their_quiet_hours(
    set_stage: SetStage, sqlite_url: str
) -> None:
    """Whoever knows a supporter's number could have their phone ring at night."""
    stage = set_stage(line_toml("River", about={"River": 'quiet = "09:00-12:00"'}))
    river = Own(stage, own_pages_of(stage, sqlite_url), stage.supporter("River"))
    river.asks_for_code(how="call")
    assert not river.phone.is_ringing
    assert river.gives(river.newest_code()).status_code == 303


def test_signing_out_everywhere_ends_every_browser(river: Own) -> None:
    river.signs_in()
    other = Own(river.stage, river.app, river.phone)
    other.signs_in()
    river.stage.wait(5)
    river.does("/me/sign-out", where="everywhere")
    assert not river.is_signed_in()
    assert not other.is_signed_in()


def test_who_gets_another_number_is_signed_out_on_the_old_phone(
    river: Own, sqlite_url: str
) -> None:
    river.signs_in()
    assert river.is_signed_in()
    roster = SqlRoster(open_engine(sqlite_url), Sealer(SECRET), river.stage.emulator.clock)
    with roster.editing() as edit:
        (book,) = edit.books
        people = (replace(book.supporters[0], phone="+16505550166"), *book.supporters[1:])
        edit.save(replace(book, supporters=people))
    river.stage.wait(6)
    assert not river.is_signed_in()


def test_one_press_lets_the_phone_ring_and_the_promise_is_kept_with_its_day(river: Own) -> None:
    river.signs_in()
    assert "not confirmed yet" in river.browser.opens("/me").text
    river.does("/me/confirm")
    river.does("/me/agreement", on="/me/agreement")
    river.stage.wait(6)
    page = river.browser.opens("/me").text
    assert "not confirmed yet" not in page
    assert "agreed on 2026-11-24" in page
    assert "Two evenings of listening: not yet" in page
    river.stage.caller().reaches_waiting()
    river.phone.rings()


def test_off_and_on_are_one_press_each(river: Own) -> None:
    river.signs_in()
    river.does("/me/confirm")
    river.stage.wait(6)
    assert "I am on duty" in river.does("/me/duty", want="off")
    assert river.stage.off_duty("River")
    assert "I am off duty" in river.does("/me/duty", want="on")
    assert not river.stage.off_duty("River")


ABOUT = {
    "alias": "Fern",
    "kind": "family_peer",
    "languages": "es",
    "tags": "nights",
    "quiet_from": "22:00",
    "quiet_to": "07:00",
    "calls": "2",
    "minutes": "60",
    "rest": "20",
}


def seen(river: Own) -> str:
    found = re.search(r'name="seen" value="([0-9a-f]+)"', river.browser.opens("/me/about").text)
    assert found
    return found[1]


def test_what_they_say_about_themselves_is_kept_and_the_console_keeps_the_line(river: Own) -> None:
    river.signs_in()
    river.does("/me/about", on="/me/about", seen=seen(river), **ABOUT)
    river.stage.wait(6)
    book = river.stage.roster.book("county")
    assert book is not None
    person = book.supporter(river.phone.supporter.id)
    assert person is not None
    assert (person.alias, person.languages, sorted(person.tags)) == ("Fern", ("es",), ["nights"])
    assert person.limits.calls_per_shift == 2
    assert person.limits.quiet is not None
    assert book.line.kept_in == "console"
    assert person.phone == river.phone.handset.number


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("alias", "Sage", "has that name already"),
        ("alias", "River 7", "spoken to callers"),
        ("calls", "9", "fewer calls"),
        ("languages", "xx", "at least one language"),
        ("quiet_to", "", "both ends"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(
    river: Own, field: str, typed: str, said: str
) -> None:
    river.signs_in()
    page = river.does("/me/about", on="/me/about", seen=seen(river), **{**ABOUT, field: typed})
    assert said in page
    assert 'value="60"' in page or field == "quiet_to"


def test_who_was_changed_meanwhile_is_told_and_sees_both(river: Own) -> None:
    river.signs_in()
    old = seen(river)
    river.does("/me/about", on="/me/about", seen=old, **ABOUT)
    river.stage.wait(6)
    page = river.does("/me/about", on="/me/about", seen=old, **{**ABOUT, "alias": "Moss"})
    assert "changed meanwhile" in page
    assert "Fern" in page
    assert 'value="Moss"' in page


def test_the_contact_card_has_the_lines_number_and_never_theirs(river: Own) -> None:
    river.signs_in()
    card = river.browser.opens("/me/contact.vcf").text
    assert card.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert "TEL;TYPE=VOICE:+16505550100" in card
    assert river.phone.handset.number not in card


def test_the_directory_is_searched_by_any_word(river: Own) -> None:
    river.signs_in()
    everything = river.browser.opens("/me/places").text
    found = river.browser.opens("/me/places?q=988").text
    assert 0 < found.count("<article>") < everything.count("<article>")
    assert "Nothing here" in river.browser.opens("/me/places?q=zzz<b>").text


def test_no_page_is_there_for_a_stranger_but_the_door(river: Own) -> None:
    tried = 0
    for route in river.app.url_map.iter_rules():
        if route.endpoint in {"static", "door.sign_in", "door.send_code", "door.code"}:
            continue
        for method in sorted((route.methods or set()) - {"HEAD", "OPTIONS"}):
            token = river.browser.token("/me/sign-in")
            given = river.browser.client.open(
                route.rule,
                method=method,
                base_url="https://line.example.org",
                data={"csrf_token": token} if method == "POST" else None,
            )
            if route.endpoint == "door.give_code":
                assert given.status_code == 400
                continue
            assert given.status_code == 303, route.rule
            assert given.headers["Location"].endswith("/me/sign-in")
            tried += 1
    assert tried > 10


def test_a_shift_is_passed_on_and_taken_from_page_to_page(river: Own) -> None:
    river.signs_in()
    river.does("/me/confirm")
    willow = Own(river.stage, river.app, river.stage.supporter("Willow"))
    willow.signs_in()
    river.stage.wait(6)
    day = re.search(
        r'name="day" value="(\d{4}-\d{2}-\d{2})"', river.browser.opens("/me/shifts").text
    )
    assert day
    page = river.does("/me/shifts/offer", on="/me/shifts", day=day[1])
    assert "yours until somebody takes it" in page
    code = re.search(r'name="code" value="(\w+)"', willow.browser.opens("/me/shifts").text)
    assert code
    willow.does("/me/shifts/take", on="/me/shifts", code=code[1])
    river.stage.wait(6)
    assert "taken over" in willow.browser.opens("/me/shifts").text
    assert "yours until" not in river.browser.opens("/me/shifts").text


def test_days_off_are_taken_and_given_back(river: Own) -> None:
    river.signs_in()
    said = river.does("/me/shifts/days-off", on="/me/shifts", first="2026-12-24", last="2026-12-26")
    assert "2026-12-24 – 2026-12-26" in said
    for no_day in ("soon", "2026-01-01", "9999-12-31"):
        assert "Write the first" in river.does("/me/shifts/days-off", on="/me/shifts", first=no_day)
    said = river.does(
        "/me/shifts/no-day-off", on="/me/shifts", first="2026-12-24", last="2026-12-26"
    )
    assert "2026-12-24 –" not in said


def test_their_minutes_are_a_table_for_pay_and_theirs_alone(river: Own) -> None:
    river.signs_in()
    me = river.phone.supporter
    sage = river.stage.supporter("Sage").supporter
    day = date(2026, 11, 23)
    rows = [
        Minutes(one.id, one.alias, day, duty=hours * 60, talk=30, wrap_up=10)
        for one, hours in ((me, 9), (sage, 7))
    ]
    river.stage.world.rota.keep_minutes("county", rows)
    table = river.browser.opens("/me/minutes.csv?month=2026-11").text
    assert table.split("\r\n")[1:] == ["2026-11-23,540,30,10", ""]
    page = river.browser.opens("/me/minutes").text
    assert "1 days, for 9.0 hours" in page
    for never in ("0001-01", "9999-12", "2026-13", "soon"):
        assert river.browser.opens(f"/me/minutes?month={never}").status_code == 200, never


def test_a_fresh_pin_is_shown_once(river: Own) -> None:
    river.signs_in()
    page = river.does("/me/pin")
    found = re.search(r"PIN: <strong>(\d+)</strong>", page)
    assert found
    assert river.stage.world.pins.matches(river.phone.supporter.id, found[1])
    assert found[1] not in river.browser.opens("/me").text
