"""A console with its store and database, and people who sign in to it as a browser would."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

import redis
from flask import Flask
from flask.testing import FlaskClient
from passlib.totp import TOTP
from werkzeug.test import TestResponse

from warmline import wiring
from warmline.adapters.calendar_reading import read_calendar
from warmline.adapters.calendars import write_calendar
from warmline.adapters.clock import SystemClock
from warmline.adapters.fetching import Fetching
from warmline.adapters.redis_calls import RedisCalls
from warmline.adapters.redis_steps import new_id
from warmline.adapters.redis_web import RedisWeb
from warmline.adapters.sealing import Sealer
from warmline.adapters.sound_files import read_sound, wav_file
from warmline.adapters.sql.accounts import SqlAccounts
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.sql.switches import SqlSwitches
from warmline.demo.setting import SECRET
from warmline.demo.stage import Stage
from warmline.domain import exact
from warmline.domain.accounts import Grant
from warmline.domain.line import LineBook
from warmline.ports.quarters import Quarter
from warmline.services.accounts import People
from warmline.services.beginning import Provider
from warmline.services.calendars import Calendars
from warmline.services.checking import fine
from warmline.services.directory import Directory
from warmline.services.measures import LiveMeasures
from warmline.services.reports import Reports
from warmline.services.shifts import Shifts
from warmline.services.supporters.team import Team
from warmline.services.switches import Emergency
from warmline.services.vocabulary import Vocabulary
from warmline.services.words import Words
from warmline.web.house import WebHouse
from warmline.web.pages import create_pages

HOST = "https://line.example.org"
PASSWORD = "three plain garden words"


class MovedClock(SystemClock):
    """The time, and some more."""

    ahead = 0.0

    def now(self) -> float:
        """Seconds since the epoch."""
        return super().now() + self.ahead


@dataclass
class Console:
    """The pages' app, and what stands behind it."""

    app: Flask
    people: People
    accounts: SqlAccounts
    connection: redis.Redis
    clock: MovedClock
    stage: Stage

    @property
    def calls(self) -> RedisCalls:
        """The judge of the stage's calls."""
        return self.stage.calls

    def book(self) -> LineBook:
        """The stage's line."""
        return next(iter(self.stage.roster.books()))

    def browser(self) -> Browser:
        """A browser with nothing remembered."""
        return Browser(self.app.test_client())

    def invite(self, name: str, *grants: Grant) -> str:
        """A new account; the address of its invitation."""
        return f"/console/invitation/{self.people.create(name, grants)}"

    def member(self, name: str, *grants: Grant) -> Member:
        """Somebody who is signed in for the first time, with an app."""
        member = Member(self, name, self.browser())
        invitation = self.invite(name, *grants)
        member.browser.sends(invitation, password=PASSWORD, again=PASSWORD)
        member.gives_password()
        member.sets_up_app()
        return member


def console_of(
    stage: Stage,
    database_url: str,
    *,
    secure: bool = True,
    on: bool = True,
    on_stage: bool = False,
) -> Console:
    """The pages of a stage's line. `on_stage`: for them, too, it is as late as on the stage."""
    clock = MovedClock()
    engine, seals = open_engine(database_url), Sealer(SECRET)
    accounts = SqlAccounts(engine, seals)
    people = People(accounts, clock)
    now = stage.emulator.clock if on_stage else clock
    refresh = getattr(stage.roster, "refresh", lambda: None)
    roster = SqlRoster(engine, seals, now)
    making = wiring.lines(roster, now, refresh)
    app = create_pages(
        WebHouse(
            roster=stage.roster,
            calls=stage.calls,
            clock=now,
            accounts=accounts,
            people=people,
            reports=with_a_report(stage),
            lately=LiveMeasures(stage.quarters, stage.emulator.clock),
            calendars=Calendars(stage.roster, stage.rota, clock, write_calendar),
            pulse=stage.world.pulse,
            alarms=wiring.alarms(stage.world),
            ways_out=("mailto",),
            examine=lambda: [fine("Everything was looked at.")],
            settings_of=lambda line: wiring.settings_file(SqlRoster(engine, seals, now), line),
            directory_changes=roster.changes,
            emergency=Emergency(SqlSwitches(engine, seals), people, now, refresh),
            team=Team(roster, new_id, refresh),
            shifts=Shifts(roster, new_id, refresh),
            rota=stage.rota,
            lines=making,
            vocabulary=Vocabulary(making, stage.words),
            directory=Directory(roster, now, new_id, refresh),
            own_words=Words(stage.own_words, stage.words, wav_file),
            read_sound=read_sound,
            selftest=wiring.selftest(stage.world),
            provider=lambda: Provider({"TWILIO_AUTH_TOKEN": True}, emulated=True),
            read_calendar=read_calendar,
            fetch=Fetching().or_why,
            errands=wiring.errands(stage.world),
            onboarding=stage.onboarding,
            surge=wiring.surge(stage.world),
            store=RedisWeb(stage.connection),
            secret=SECRET,
            address=HOST,
            live_kept=7200,
            secure=secure,
            console=on,
        )
    )
    return Console(app, people, accounts, stage.connection, clock, stage)


LAST_QUARTER = date(2026, 7, 1)


def with_a_report(stage: Stage) -> Reports:
    """The line's reports: one of the summer, in which fewer than eleven called."""
    quarters = stage.quarters
    quarters.minute(Quarter("county", LAST_QUARTER), 1, lambda _: {exact.OPEN: 99})
    found = Reports(quarters, stage.roster, stage.emulator.clock)
    found.freeze_due()
    return found


class Browser:
    """Sends what a page's form would send: its CSRF token, too."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def opens(self, address: str, **headers: str) -> TestResponse:
        """Open a page."""
        return self.client.get(address, base_url=HOST, headers=headers)

    def token(self, address: str) -> str:
        """The CSRF token of a page's form."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.opens(address).text)
        return found[1] if found else ""

    def sends(self, address: str, on: str = "", **fields: str) -> TestResponse:
        """Fill in a form (of the page `on`, or of the one it is sent to) and send it."""
        if "csrf_token" not in fields:
            fields["csrf_token"] = self.token(on or address)
        return self.client.post(address, base_url=HOST, data=fields)

    def is_signed_in(self) -> bool:
        """Whether the console lets them in."""
        return self.opens("/console/account").status_code == 200


@dataclass
class Member:
    """Somebody with an account and an authenticator app."""

    console: Console
    name: str
    browser: Browser
    key: str = ""
    steps: int = 0

    def gives_password(self, password: str = PASSWORD, **more: str) -> TestResponse:
        """The first half of signing in."""
        return self.browser.sends("/console/sign-in", username=self.name, password=password, **more)

    def sets_up_app(self) -> TestResponse:
        """Let the app see the key, and give its first code."""
        page = self.browser.sends("/console/app", setup="authenticator")
        found = re.search(r"<code>([A-Z0-9-]+)</code>", page.text)
        assert found, page.text
        self.key = found[1].replace("-", "")
        return self.browser.sends("/console/code", on="/console/app", code=self.code())

    def code(self) -> str:
        """What the app shows. Each time the next one, as though half a minute had passed."""
        app = TOTP(key=self.key, format="base32")
        shown = cast("str", app.generate(self.console.clock.now() + 30 * min(self.steps, 1)).token)
        self.steps += 1
        return shown

    def lets_a_quarter_of_an_hour_pass(self) -> None:
        """Their password is not given just now any more."""
        with self.browser.client.session_transaction(base_url=HOST) as session:
            session["fs_paa"] -= 16 * 60

    def forget_used_codes(self) -> None:
        """As after some minutes."""
        used: Iterable[bytes] = self.console.connection.scan_iter("wl:web:used:*")
        for key in list(used):
            self.console.connection.delete(key)

    def signs_in(self, browser: Browser | None = None) -> TestResponse:
        """Both halves, in another browser if one is given."""
        self.browser = browser or self.browser
        self.forget_used_codes()
        self.gives_password()
        return self.browser.sends("/console/code", code=self.code())
