"""On call: what is missing is seen, shifts are changed, and two who change one lose nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from io import BytesIO

import pytest
from werkzeug.test import TestResponse

from tests.stories.conftest import SetStage
from tests.web.console import HOST, Console, Member, console_of
from tests.web.test_pages import plain
from tests.web.test_supporters import told, value
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Grant, Role
from warmline.domain.line import PlanKeeper
from warmline.domain.shifts import begins_on

CONSOLE = "/console/county"
WEEK = f"{CONSOLE}/on-call"
SUNDAY, MONDAY, TUESDAY = date(2027, 5, 9), date(2027, 5, 10), date(2027, 5, 11)
ABOUT = {"Sage": 'languages = ["en"]', "Juniper": 'kind = "family_peer"'}


@pytest.fixture
def console(set_stage: SetStage, sqlite_url: str) -> Console:
    toml = line_toml("Juniper", "Sage", hours="08:00-22:00", shift="09:00-13:00", about=ABOUT)
    return console_of(set_stage(toml), sqlite_url, on_stage=True)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", Grant(Role.COORDINATOR, "county"))


def person(console: Console, alias: str) -> str:
    return next(one.id for one in console.book().supporters if one.alias == alias)


def shift(console: Console, alias: str) -> str:
    """The address of their first shift."""
    mine = person(console, alias)
    found = next(one.id for one in console.book().shifts if one.supporter == mine)
    return f"{CONSOLE}/shifts/{found}"


def plan(console: Console, alias: str, first: date, last: date) -> list[str]:
    """Days and hours of somebody's shifts."""
    mine = person(console, alias)
    return sorted(
        f"{day} {one.span.start:%H:%M}-{one.span.end:%H:%M}"
        for one in console.book().shifts
        if one.supporter == mine
        for day in begins_on(one, first, last)
    )


def fields(page: TestResponse) -> dict[str, str]:
    return {"seen": value(page, "seen"), "day": value(page, "day")}


def asks(page: TestResponse, words: str) -> str:
    """The address of a link with these words."""
    found = re.search(rf'href="([^"]+)"[^>]*>{re.escape(words)}', page.text)
    assert found, plain(page.text)
    return unescape(found[1])


def test_what_callers_miss_stands_first_and_leads_to_who_there_is(
    console: Console, robin: Member
) -> None:
    seen = shift(console, "Juniper")
    ended = robin.browser.opens(f"{seen}?day={SUNDAY}")
    robin.browser.sends(f"{seen}/end", on=seen, **fields(ended), scope="day")
    page = robin.browser.opens(f"{WEEK}?day={SUNDAY}")
    text = plain(page.text)
    assert "Nobody for 70 h Mon 3 May, 08:00–09:00 Mon 3 May, 13:00–22:00" in text
    assert "In Spanish No" not in text
    nobody = robin.browser.opens(asks(page, "Sun 9 May, 09:00–13:00"))
    would = plain(nobody.text).split("Would ring, in this order")[1]
    assert would.startswith(" Nobody")
    assert "Sage : does not speak es" in would


def test_whom_a_spanish_speaking_caller_reaches_on_sunday_at_ten(
    console: Console, robin: Member
) -> None:
    page = robin.browser.opens(f"{WEEK}/hours?day={SUNDAY}&language=es")
    at_ten = next(row for row in page.text.split("<tr>") if ">10:00<" in row)
    cells = re.findall(r'href="([^"]+)"[^>]*>(\S+?)</a>', at_ten)
    assert [shown for _, shown in cells] == ["1"] * 7
    reached = plain(robin.browser.opens(unescape(cells[6][0])).text)
    assert "Sun 9 May 2027, 10:00" in reached
    assert "Would ring, in this order Juniper" in reached


def test_an_hour_that_comes_twice_is_there_twice_and_one_that_is_skipped_is_not(
    robin: Member,
) -> None:
    autumn = robin.browser.opens(f"{WEEK}/hours?day=2027-11-07")
    assert "The clocks go back: 25 h." in autumn.text
    (again,) = re.findall(r'again</small> <a href="([^"]+)"', autumn.text)
    assert "01%3A00-08%3A00" in again
    assert "7 Nov 2027, 01:00" in plain(robin.browser.opens(unescape(again)).text)
    spring = robin.browser.opens(f"{WEEK}/hours?day=2027-03-14")
    assert "The clocks go forward: 23 h." in spring.text
    at_two = next(row for row in spring.text.split("<tr>") if ">02:00<" in row)
    assert at_two.count("<a ") == 6
    lengths = re.findall(
        r'class="whole" x="96" y="\d+" width="([\d.]+)"',
        robin.browser.opens(f"{WEEK}/day?day=2027-11-07").text,
    )
    assert set(lengths) == {"500.0"}  # twenty for each of 25 hours


def test_a_shift_is_added_moved_copied_and_ended_each_with_a_word_in_the_log(
    console: Console, robin: Member
) -> None:
    juniper = person(console, "Juniper")
    new = {"who": juniper, "begins": "18:00", "ends": "22:00"}
    made = robin.browser.sends(
        f"{CONSOLE}/shifts/new", **new, first=str(MONDAY), repeats="2", days="mon"
    )
    assert made.status_code == 303, plain(made.text)
    assert console.book().line.kept_in is PlanKeeper.CONSOLE
    evenings = [f"{MONDAY} 18:00-22:00", f"{MONDAY + timedelta(days=14)} 18:00-22:00"]
    last = MONDAY + timedelta(days=20)

    def found() -> list[str]:
        return [one for one in plan(console, "Juniper", MONDAY, last) if "18:00" in one]

    assert found() == evenings
    one = f"{CONSOLE}/shifts/{console.book().shifts[-1].id}"
    shown = fields(robin.browser.opens(f"{one}?day={MONDAY}"))
    robin.browser.sends(f"{one}/move", on=one, **shown, to=str(TUESDAY))
    assert found() == [f"{TUESDAY} 18:00-22:00", evenings[1]]
    robin.browser.sends(
        f"{one}/move", on=one, **shown, to=str(MONDAY), copy="yes", who=person(console, "Sage")
    )
    assert f"{MONDAY} 18:00-22:00" in plan(console, "Sage", MONDAY, MONDAY)
    shown = fields(robin.browser.opens(f"{one}?day={MONDAY + timedelta(days=14)}"))
    robin.browser.sends(f"{one}/end", on=one, **shown, scope="from")
    assert found() == [f"{TUESDAY} 18:00-22:00"]
    log = told(robin)
    for words in ("New shift: Juniper", "Shift moved from 2027-05-10", "Shift copied: Sage"):
        assert words in log
    assert "Shift ended from 2027-05-24 on" in log


def test_of_two_who_change_a_shift_the_second_is_told_and_keeps_what_they_typed(
    console: Console, robin: Member
) -> None:
    wren = console.member("wren", Grant(Role.COORDINATOR, "county"))
    sage = shift(console, "Sage")
    shown = fields(wren.browser.opens(f"{sage}?day={MONDAY}"))
    form = {**shown, "who": person(console, "Sage"), "first": str(MONDAY), "scope": "day"}
    robin.browser.sends(sage, on=sage, **form, begins="10:00", ends="14:00")
    page = wren.browser.sends(sage, on=sage, **form, begins="11:00", ends="15:00")
    assert "Somebody changed this while you typed." in page.text
    assert value(page, "begins") == "11:00"
    assert plan(console, "Sage", MONDAY, MONDAY) == [f"{MONDAY} 10:00-14:00"]
    for one in list(console.book().shifts):
        if one.supporter == person(console, "Sage"):
            console.stage.world.roster.refresh()
            mine = f"{CONSOLE}/shifts/{one.id}"
            robin.browser.sends(
                f"{mine}/end", on=mine, **fields(robin.browser.opens(mine)), scope="all"
            )
    gone = wren.browser.sends(sage, on=WEEK, **form, begins="11:00", ends="15:00")
    assert gone.status_code == 303
    assert "This shift is not there any more." in wren.browser.opens(WEEK).text


def test_a_weekly_shift_becomes_one_of_every_second_week_on_all_its_days(
    console: Console, robin: Member
) -> None:
    sage = shift(console, "Sage")
    shown = fields(robin.browser.opens(f"{sage}?day={MONDAY}"))
    kept = robin.browser.sends(
        sage,
        on=sage,
        **shown,
        who=person(console, "Sage"),
        first=str(MONDAY),
        begins="09:00",
        ends="13:00",
        repeats="2",
        days="mon",
        scope="all",
    )
    assert kept.status_code == 303, plain(kept.text)
    last = MONDAY + timedelta(days=14)
    hours = "09:00-13:00"
    assert plan(console, "Sage", MONDAY, last) == [f"{MONDAY} {hours}", f"{last} {hours}"]


def test_what_makes_no_sense_is_told_beside_its_field_and_stays(robin: Member) -> None:
    new = f"{CONSOLE}/shifts/new"
    page = robin.browser.sends(new, first="2027-05-10", begins="18:00", ends="18:00", order="4")
    assert 'id="begins-amiss"' in page.text
    assert (value(page, "begins"), value(page, "order")) == ("18:00", "4")
    page = robin.browser.sends(new, first="", begins="18:00", ends="22:00")
    assert 'id="first-amiss"' in page.text
    page = robin.browser.sends(new, first="2027-05-10", begins="18:00", ends="22:00", repeats="1")
    assert 'id="days-amiss"' in page.text


def test_days_off_are_seen_in_the_plan_and_taken_back(console: Console, robin: Member) -> None:
    away = f"{WEEK}/days-off"
    leave = {"who": person(console, "Sage"), "first": "2027-05-10", "last": "2027-05-11"}
    robin.browser.sends(away, **leave)
    assert "Sage : Mon 10 May – Tue 11 May" in plain(robin.browser.opens(away).text)
    assert "a day off" in robin.browser.opens(f"{WEEK}/day?day={MONDAY}").text
    assert "Days off: Sage, 2027-05-10 to 2027-05-11." in told(robin)
    robin.browser.sends(away, **leave, want="none")
    assert "Nobody is away." in robin.browser.opens(away).text
    before = told(robin)
    robin.browser.sends(away, **leave, want="none")
    assert "Nothing was changed." in robin.browser.opens(away).text
    assert told(robin) == before
    page = robin.browser.sends(away, who=leave["who"], first="2027-05-11", last="2027-05-10")
    assert "Write the first and the last of these days." in page.text


def test_a_peer_supervisor_looks_and_changes_nothing(console: Console) -> None:
    wren = console.member("wren", Grant(Role.PEER_SUPERVISOR, "county"))
    page = wren.browser.opens(WEEK)
    assert "09:00–13:00 Juniper" in plain(page.text)
    assert "/shifts/" not in page.text
    assert wren.browser.opens(f"{CONSOLE}/shifts/new").status_code == 403


# --- From a file ------------------------------------------------------------------------------

FILE = f"{WEEK}/from-a-file"


def hands_over(robin: Member, body: bytes, name: str = "plan.csv") -> TestResponse:
    data = {"csrf_token": robin.browser.token(FILE), "file": (BytesIO(body), name)}
    return robin.browser.client.post(FILE, base_url=HOST, data=data)


def keeps(robin: Member, page: TestResponse) -> TestResponse:
    return robin.browser.sends(f"{FILE}/keep", on=FILE, rows=unescape(value(page, "rows")))


def test_a_table_is_looked_at_before_it_counts(console: Console, robin: Member) -> None:
    before = console.book().shifts
    body = b"who,day,from,to,repeats\nSage,2027-05-10,18:00,22:00,mon\nMoss,2027-05-10,8:00,9:00,\n"
    page = hands_over(robin, body)
    assert "Row 3: Nobody who serves is called so: Moss" in plain(page.text)
    assert console.book().shifts == before
    assert keeps(robin, page).status_code == 303
    assert f"{MONDAY} 18:00-22:00" in plan(console, "Sage", MONDAY, MONDAY)
    assert "1 shifts from a file." in told(robin)
    assert keeps(robin, page).status_code == 303
    assert len(console.book().shifts) == len(before) + 1  # the second time nothing is new


def test_a_calendar_is_read_and_a_large_one_is_not_too_much_for_its_page(
    console: Console, robin: Member
) -> None:
    events = "".join(
        f"BEGIN:VEVENT\r\nSUMMARY:Sage {n}\r\n"
        f"DTSTART:20270{5 + n % 2}{10 + n % 20}T{n % 22:02}0000\r\n"
        f"DURATION:PT1H\r\nEND:VEVENT\r\n"
        for n in range(900)
    )
    page = hands_over(robin, f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n".encode(), "plan.ics")
    assert page.status_code == 200
    assert "Keep these 900" in page.text
    assert keeps(robin, page).status_code == 303


def test_an_address_in_our_own_network_is_told_apart(robin: Member) -> None:
    for address in ("http://127.0.0.1/plan.ics", "http://localhost/", "webcal://[::1]/"):
        page = robin.browser.sends(FILE, link=address)
        assert "leads into a private network" in page.text, address
        assert value(page, "link") == address
    assert "Choose a file" in robin.browser.sends(FILE).text
