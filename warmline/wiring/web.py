"""What the console, the public pages and supporters' own pages are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from warmline.adapters.apprise_channels import kind
from warmline.adapters.redis_steps import new_id
from warmline.adapters.redis_web import RedisWeb
from warmline.adapters.sealing import derived
from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.sql.accounts import SqlAccounts
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.sql.switches import SqlSwitches
from warmline.domain.line import Place
from warmline.ports import (
    Clock,
)
from warmline.prompts import load
from warmline.services.accounts import People
from warmline.services.calendars import Calendars
from warmline.services.directory import Directory
from warmline.services.lines import Lines
from warmline.services.measures import LiveMeasures
from warmline.services.reports import Reports
from warmline.services.shifts import Shifts
from warmline.services.supporters.own_page import OwnPage
from warmline.services.supporters.team import Team
from warmline.services.switches import Emergency
from warmline.services.vocabulary import Vocabulary
from warmline.services.words import Words
from warmline.settings import (
    Settings,
    load_keys,
)
from warmline.wiring.connections import connect, plain_roster, provider_of, redis_url, sealer
from warmline.wiring.process import World
from warmline.wiring.supporters import errands, own_duty, surge, swapping
from warmline.wiring.watching import alarms, selftest


def settings_file(roster: SqlRoster, line_id: str) -> str:
    """A line's settings as a file for another line: nobody who serves, and no number of anybody."""
    from warmline.adapters.toml.writing import write_line_file

    book = next(one for one in roster.plans() if one.line.id == line_id)
    line = replace(book.line, alert_phone="", backup_phone="")
    return write_line_file(replace(book, line=line, supporters=(), shifts=(), days_off=()))


def emergency(world: World, settings: Settings) -> Emergency:
    """What throws a line's emergency switches."""
    engine, seals = open_engine(settings.database_url), sealer(settings)
    people = People(SqlAccounts(engine, seals), world.clock)
    refresh = getattr(world.roster, "refresh", lambda: None)
    return Emergency(SqlSwitches(engine, seals), people, world.clock, refresh)


def pages(world: World, settings: Settings) -> Callable[[], Any]:
    """What makes the console and the public page, as a WSGI app, when it is called."""

    def make() -> Any:
        # Their libraries are loaded by whoever first asks for a page, and not before a call.
        from warmline.adapters.calendar_reading import read_calendar
        from warmline.adapters.calendars import write_calendar
        from warmline.adapters.fetching import Fetching
        from warmline.adapters.sound_files import read_sound, wav_file
        from warmline.commands.check import everything
        from warmline.web.beside import OWN
        from warmline.web.beside import Beside as InFront
        from warmline.web.house import WebHouse
        from warmline.web.pages import create_pages

        accounts = SqlAccounts(open_engine(settings.database_url), sealer(settings))
        roster = plain_roster(settings, world.clock)
        making = lines(roster, world.clock, world.roster.refresh)
        store = RedisWeb(connect(redis_url(settings)))
        pages = create_pages(
            WebHouse(
                roster=world.roster,
                calls=world.calls,
                clock=world.clock,
                accounts=accounts,
                people=People(accounts, world.clock),
                errands=errands(world),
                onboarding=world.onboarding,
                surge=surge(world),
                reports=Reports(world.quarters, world.roster, world.clock),
                lately=LiveMeasures(world.quarters, world.clock),
                counts=world.past.counts,
                calendars=Calendars(
                    world.roster, world.rota, world.clock, write_calendar, store.count
                ),
                emergency=emergency(world, settings),
                pulse=world.pulse,
                alarms=alarms(world),
                ways_out=[kind(url) for url in settings.alarm_urls],
                examine=everything,
                settings_of=lambda line: settings_file(plain_roster(settings, world.clock), line),
                directory_changes=roster.changes,
                team=Team(roster, new_id, world.roster.refresh),
                shifts=Shifts(roster, new_id, world.roster.refresh),
                rota=world.rota,
                lines=making,
                vocabulary=Vocabulary(making, load()),
                directory=Directory(roster, world.clock, new_id, world.roster.refresh),
                own_words=Words(world.own_words, load(), wav_file),
                read_sound=read_sound,
                selftest=selftest(world),
                provider=lambda: provider_of(settings),
                read_calendar=read_calendar,
                fetch=Fetching().or_why,
                store=store,
                secret=derived(load_keys(settings)[0], "console"),
                address=world.links.public_url,
                live_kept=settings.call_ttl,
                secure=str(settings.public_url).startswith("https://"),
                console=settings.console,
            )
        )
        return InFront(pages, own_pages(world, settings), OWN) if settings.console else pages

    return make


def lines(roster: SqlRoster, clock: Clock, known: Callable[[], None]) -> Lines:
    """What makes and changes lines. `known` is called after a change."""

    def seed() -> list[Place]:
        return [row.place for row in seed_directory()]

    return Lines(roster, seed, clock, new_id, known)


def own_pages(world: World, settings: Settings) -> Callable[[], Any]:
    """What makes supporters' own pages, as a WSGI app, when it is called."""

    def make() -> Any:
        from warmline.adapters.calendars import write_calendar
        from warmline.web.me.app import create_own_pages
        from warmline.web.me.house import OwnHouse

        roster = SqlRoster(open_engine(settings.database_url), sealer(settings), world.clock)
        return create_own_pages(
            OwnHouse(
                roster=world.roster,
                calls=world.calls,
                clock=world.clock,
                store=RedisWeb(connect(redis_url(settings))),
                errands=errands(world),
                onboarding=world.onboarding,
                duty=own_duty(world),
                own=OwnPage(roster, world.roster.refresh),
                rota=world.rota,
                swapping=swapping(world),
                shifts=Shifts(roster, new_id, world.roster.refresh),
                pins=world.pins,
                calendars=Calendars(world.roster, world.rota, world.clock, write_calendar),
                links=world.links,
                words=load(),
                secret=derived(load_keys(settings)[0], "own pages"),
                secure=str(settings.public_url).startswith("https://"),
            )
        )

    return make
