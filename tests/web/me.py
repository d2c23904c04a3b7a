"""A supporter's own page on a stage: with their phone, and a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Flask
from werkzeug.test import TestResponse

from tests.web.console import HOST, Browser
from warmline import wiring
from warmline.adapters.calendars import write_calendar
from warmline.adapters.redis_steps import new_id
from warmline.adapters.redis_web import RedisWeb
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.demo.phones import SupporterPhone
from warmline.demo.setting import SECRET
from warmline.demo.stage import Stage
from warmline.prompts import load
from warmline.services.calendars import Calendars
from warmline.services.shifts import Shifts
from warmline.services.supporters.own_page import OwnPage
from warmline.web.me.app import create_own_pages
from warmline.web.me.house import OwnHouse


def own_pages_of(stage: Stage, database_url: str, *, secure: bool = True) -> Flask:
    """Supporters' own pages of a stage's line."""
    world, clock = stage.world, stage.emulator.clock
    roster = SqlRoster(open_engine(database_url), Sealer(SECRET), clock)
    return create_own_pages(
        OwnHouse(
            roster=world.roster,
            calls=world.calls,
            clock=clock,
            store=RedisWeb(stage.connection),
            errands=wiring.errands(world),
            onboarding=world.onboarding,
            duty=wiring.own_duty(world),
            own=OwnPage(roster, world.roster.refresh),
            rota=world.rota,
            swapping=wiring.swapping(world),
            shifts=Shifts(roster, new_id, world.roster.refresh),
            pins=world.pins,
            calendars=Calendars(world.roster, world.rota, clock, write_calendar),
            links=world.links,
            words=load(),
            secret=SECRET,
            secure=secure,
        )
    )


@dataclass
class Own:
    """Somebody with a phone of a supporter, and a browser."""

    stage: Stage
    app: Flask
    phone: SupporterPhone

    def __post_init__(self) -> None:
        self.browser = Browser(self.app.test_client())

    def asks_for_code(self, number: str = "", how: str = "text") -> TestResponse:
        """Type a number, theirs unless another is given."""
        typed = number or self.phone.handset.number
        given = self.browser.sends("/me/sign-in", number=typed, how=how)
        given.close()  # as a server does once the answer has left
        self.time_passes()
        return given

    def time_passes(self) -> None:
        """Jobs are done and texts arrive: no time passes on a stage while somebody types."""
        self.stage._drain()  # what workers would do at once
        self.stage.wait(6)

    def newest_code(self) -> str:
        """The digits of the newest text."""
        found = re.search(r"\d{6}", self.phone.texts[-1])
        assert found, self.phone.texts
        return found[0]

    def gives(self, code: str) -> TestResponse:
        """Type a code."""
        return self.browser.sends("/me/code", code=code)

    def signs_in(self) -> None:
        """Both halves."""
        self.asks_for_code()
        given = self.gives(self.newest_code())
        assert given.headers["Location"].endswith("/me"), given.text

    def does(self, page: str, on: str = "/me", **fields: str) -> str:
        """Send a form of a page, and read the page to which it leads."""
        given = self.browser.sends(page, on=on, **fields)
        given.close()
        while given.status_code == 303:
            given = self.browser.opens(given.headers["Location"])
        return given.text

    def is_signed_in(self) -> bool:
        """Whether their page opens."""
        return self.browser.opens("/me").status_code == 200


__all__ = ["HOST", "Own", "own_pages_of"]
