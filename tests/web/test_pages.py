"""What the pages say, in which language, and what they ask of a browser."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from dataclasses import fields
from datetime import UTC, datetime

import pytest

from tests.books import LA
from tests.stories.conftest import SetStage
from tests.web.console import HOST, Console, Member, console_of
from tests.web.every_page import whole_pages
from tests.web.test_health import fail
from warmline.adapters.sql.tables import call_row
from warmline.adapters.toml_line import read_line_file
from warmline.demo.stage import Stage
from warmline.demo.stories._story import line_toml
from warmline.domain.accounts import Deed, Grant, Role
from warmline.domain.flags import LONGEST, WINDOW
from warmline.domain.outcome import CallRow
from warmline.domain.retention import ROWS_KEPT
from warmline.domain.wording import NearTime
from warmline.services.privacy import facts
from warmline.services.who import who
from warmline.web import words
from warmline.web.kept_of_a_call import UNTOLD, kept_of_a_call
from warmline.web.words import say

RUN_BY = """
run_by.en = "The county's peers run this line."
run_by.es = "Esta línea es de los pares del condado."
"""


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    toml = line_toml("River", backups=("Sage",), about={"Sage": "languages = ['en']"})
    return set_stage(toml.replace("[hours]", f"{RUN_BY}\n[hours]", 1))


@pytest.fixture
def console(stage: Stage, sqlite_url: str) -> Console:
    return console_of(stage, sqlite_url)


@pytest.fixture
def robin(console: Console) -> Member:
    return console.member("robin", Grant(Role.COORDINATOR, "county"))


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


# --- The public page -------------------------------------------------------------------------


def test_anybody_can_read_how_we_work_without_a_cookie(console: Console) -> None:
    led = console.browser().opens("/how-we-work")
    assert led.headers["Location"] == "/how-we-work/county"
    page = console.browser().opens("/how-we-work/county")
    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    assert console.browser().opens("/how-we-work/nowhere").status_code == 404


@pytest.mark.parametrize(
    ("language", "own", "law", "kept"),
    [
        ("en", "The county's peers run this line.", "By law, a peer may", "After 30 days"),
        ("es", "Esta línea es de los pares del condado.", "Por ley", "Después de 30 días"),
    ],
)
def test_it_says_what_the_line_says_of_itself(
    console: Console, language: str, own: str, law: str, kept: str
) -> None:
    page = console.browser().opens(f"/how-we-work/county?lang={language}")
    for sentence in (own, law, kept, "+16505550100", "988"):
        assert sentence in plain(page.text).replace("&#39;", "'")
    assert page.headers["Content-Language"] == language
    assert f'<html lang="{language}">' in page.text


def test_its_facts_are_those_of_the_program(
    console: Console, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = facts(next(iter(stage.roster.books())))
    page = plain(console.browser().opens("/how-we-work/county").text)
    assert f"for {known.callback_number_kept:g} hours at most" in page
    assert f"After {ROWS_KEPT.days} days only counts" in page
    assert "for 2 hours after" in page  # live_kept


def test_while_a_legal_hold_is_on_it_says_so(
    console: Console, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    book = replace(next(iter(stage.roster.books())), held=True)
    monkeypatch.setattr(type(stage.roster), "book", lambda *_: book)
    page = plain(console.browser().opens("/how-we-work/county").text)
    assert "By order of law, nothing of this is deleted" in page
    assert "they are not asked to delete their record" in page
    assert "only counts" not in page
    assert "we ask them to delete" not in page


def test_the_page_names_everything_that_is_kept_of_an_ended_call(console: Console) -> None:
    """Whoever adds a column to the row of a call has to tell callers."""
    columns = {str(column.name) for column in call_row.columns}
    assert columns == {one.name for one in fields(CallRow)}
    told = list(kept_of_a_call(say("en")))
    assert len(told) == len(columns - UNTOLD)
    page = plain(console.browser().opens("/how-we-work/county").text)
    assert all(one in page for one in told)


def test_the_page_tells_how_long_a_number_stays_after_a_talk(console: Console) -> None:
    page = plain(console.browser().opens("/how-we-work/county").text)
    assert f"your number stays encrypted for {WINDOW / 3600:g} hours" in page
    assert f"kept for {LONGEST / 86400:g} days at most" in page


def test_the_language_is_the_browsers_own(console: Console) -> None:
    for wished, got in (("es-MX,es;q=0.9,en;q=0.5", "es"), ("en", "en"), ("fr", "en"), ("", "en")):
        page = console.browser().opens("/how-we-work/county", **{"Accept-Language": wished})
        assert page.headers["Content-Language"] == got


# --- What every page asks of a browser -------------------------------------------------------


@pytest.fixture
def wren(console: Console) -> Member:
    """Somebody who does everything there is to do."""
    return console.member("wren", *(Grant(role) for role in Role))


def test_no_page_asks_for_anything_from_elsewhere(wren: Member) -> None:
    looked_at = list(whole_pages(wren))
    assert len(looked_at) >= 40
    for _, address in looked_at:
        page = wren.browser.opens(address)
        loaded = re.findall(r'(?:src|href|action|data-live)="([^"]+)"', page.text)
        assert loaded
        assert all(re.match(r"/(?!/)|#|\?|data:image/", one) for one in loaded), loaded
        ours = re.sub(
            r'<script src="/how-we-work/static/[\w-]+\.js" defer></script>', "", page.text
        )
        assert not re.search(r"<script|<style|\son\w+=|\sstyle=", ours), address
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["Cache-Control"] == "no-store"
        assert "max-age" in page.headers["Strict-Transport-Security"]


def test_no_page_weighs_more_than_150_kilobytes(wren: Member) -> None:
    """With everything that it loads, and nothing made smaller on its way."""
    weighs: dict[str, int] = {}
    for _, address in whole_pages(wren):
        page = wren.browser.opens(address)
        loaded = set(re.findall(r'(?:src|href)="(/how-we-work/static/[^"]+)"', page.text))
        assert loaded
        for one in loaded - set(weighs):
            weighs[one] = len(wren.browser.opens(one).data)
        assert len(page.data) + sum(weighs[one] for one in loaded) <= 150_000, address


def test_the_menu_shows_what_somebody_may_open_and_nothing_else(console: Console) -> None:
    for role in Role:
        member = console.member(f"one-{role}", Grant(role, "county"))
        start = member.browser.opens("/console")
        shown = set(re.findall(r'<li><a href="(/console/[^"]+)"', start.text))
        for address in shown:
            assert member.browser.opens(address).status_code == 200, (role, address)
        assert ("/console/log" in shown) is (role in {Role.COORDINATOR, Role.OPERATOR})


def test_what_is_not_there_is_told_kindly_and_in_their_language(console: Console) -> None:
    page = console.browser().opens("/console/nothing/here?lang=es")
    assert page.status_code == 404
    assert "No existe esa página" in page.text
    assert "Traceback" not in page.text


def test_a_mistake_of_ours_is_told_without_its_words(
    robin: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("+16505550150")

    monkeypatch.setattr(type(robin.console.people), "log", broken)
    page = robin.browser.opens("/console/log")
    assert page.status_code == 500
    assert "555" not in page.text
    assert "Calls go their own way" in page.text


# --- Who would ring? -------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "es"])
def test_who_would_ring_is_what_the_command_tells(
    robin: Member, stage: Stage, language: str
) -> None:
    page = plain(robin.browser.opens(f"/console/county/who?language={language}").text)
    would, would_not = page.split("Would not ring")
    book = next(iter(stage.roster.books()))
    for one in who(book, None, datetime.now(UTC), language, say=words.say("en")):
        assert (one.alias in would) is one.would_ring
        assert all(reason in would_not for reason in one.reasons)


def test_it_shows_no_number_of_anybody(robin: Member) -> None:
    page = robin.browser.opens("/console/county/who").text
    assert "555-01" not in page
    assert "65055501" not in page


def test_for_another_minute_it_is_the_plan_alone(robin: Member) -> None:
    page = plain(robin.browser.opens("/console/county/who?at=2027-03-14T01:30").text)
    assert "14 Mar 2027, 01:30" in page
    assert "the plan alone" in page


@pytest.mark.parametrize("at", ["yesterday", "2027-02-30", "9999-12-31T23:59", "0001-01-01T00:00"])
def test_a_time_that_cannot_be_is_explained_and_kept(robin: Member, at: str) -> None:
    page = robin.browser.opens(f"/console/county/who?at={at}")
    assert page.status_code == 200
    assert at in page.text


def test_reasons_are_told_in_spanish(robin: Member) -> None:
    page = plain(robin.browser.opens("/console/county/who?lang=es&language=es").text)
    assert "no habla es" in page


@pytest.mark.parametrize(("wanted", "told"), [("en", "Wed 12 May, 17:00"), ("es", "mié 12 may")])
def test_the_day_on_which_somebody_is_next_is_told_in_the_pages_language(
    wanted: str, told: str
) -> None:
    now = datetime(2027, 5, 10, 12, 0, tzinfo=LA)
    near = NearTime(now.replace(day=12, hour=17), LA, now)
    assert told in words.say(wanted)("off duty, on next from %(time)s", time=near)
    assert str(near) == "Wed 2027-05-12 17:00", "in a terminal as a file has it"


def test_while_the_store_is_away_the_plan_is_told(
    robin: Member, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(stage.calls), "presences", fail)
    page = robin.browser.opens("/console/county/who")
    assert page.status_code == 200
    assert "cannot be told at the moment" in page.text


# --- One's own account, and the audit log ----------------------------------------------------


def test_a_language_chosen_before_signing_in_stays_while_they_do(console: Console) -> None:
    browser = console.browser()
    assert "Entrar" in browser.opens("/console/sign-in?lang=es").text
    answer = browser.sends("/console/sign-in", username="robin", password="x" * 12)
    assert "No funcionó" in answer.text
    public = console.browser().opens("/how-we-work/county?lang=es")
    assert "Set-Cookie" not in public.headers


def test_a_chosen_language_stays_on_every_device(robin: Member) -> None:
    robin.browser.sends("/console/account/language", on="/console/account", language="es")
    assert "Su cuenta" in robin.browser.opens("/console/account").text
    robin.signs_in(robin.console.browser())
    assert "Su cuenta" in robin.browser.opens("/console/account").text


def test_the_log_tells_what_was_done_and_to_whom(robin: Member) -> None:
    robin.console.people.create("wren", [Grant(Role.EVALUATOR, "county")])
    robin.console.people.create("finch", [Grant(Role.EVALUATOR, "elsewhere")])
    page = plain(robin.browser.opens("/console/log").text)
    assert "the command line invited somebody new wren" in page
    assert "robin signed in robin" in page
    assert "finch" not in page  # of another line


def test_a_year_later_it_is_forgotten(robin: Member, stage: Stage) -> None:
    robin.console.clock.ahead = -366 * 24 * 3600
    robin.console.people.create("wren", [Grant(Role.EVALUATOR, "county")])
    robin.console.clock.ahead = 0
    stage.workshop.folding.tidy()
    about = [entry.about for entry in robin.console.accounts.entries(50)]
    assert about
    assert "wren" not in about


def test_the_phones_doors_know_nothing_of_the_console(stage: Stage, console: Console) -> None:
    """Nothing is made before somebody asks for a page, and calls pass without session or cookie."""
    from warmline.web.beside import Beside

    made: list[int] = []

    def make() -> object:
        made.append(1)
        return console.app.wsgi_app

    stage.app.wsgi_app = Beside(stage.app.wsgi_app, make)  # type: ignore[method-assign, arg-type]  # as create_app does
    client = stage.app.test_client()
    alive = client.get("/healthz")
    assert (alive.status_code, made, "Set-Cookie" in alive.headers) == (200, [], False)
    assert client.get("/consolers").status_code == 404
    assert made == []
    assert client.get("/how-we-work/county", base_url=HOST).status_code == 200
    assert client.get("/console", base_url=HOST).status_code == 303
    assert made == [1]


def test_what_pages_need_is_not_loaded_before_somebody_asks_for_one() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, warmline.app, warmline.wiring; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "flask" in loaded
    assert {"flask_security", "flask_wtf", "passlib", "warmline.web.pages"} & set(loaded) == set()


def test_the_log_is_a_file_too_in_which_nothing_is_a_formula(robin: Member) -> None:
    robin.console.people.note("robin", Deed.EDITED, line="county", told="=1+1")
    given = robin.browser.opens("/console/log.csv")
    assert given.mimetype == "text/csv"
    rows = list(csv.reader(given.text.splitlines()))
    assert rows[1][1:] == ["robin", "edited", "", "county", "'=1+1"]
    assert "attachment" in given.headers["Content-Disposition"]


def test_the_settings_of_a_line_are_a_file_without_anybody_in_it(robin: Member) -> None:
    """It applies as it is: the next county fills in its own people."""
    given = robin.browser.opens("/console/county/settings.toml")
    assert given.status_code == 200
    assert "River" not in given.text
    for person in robin.console.book().supporters:
        assert person.phone not in given.text
    copied = read_line_file(given.text)
    assert (copied.line.hours, copied.supporters) == (robin.console.book().line.hours, ())
    assert copied.line.alert_phone == ""
