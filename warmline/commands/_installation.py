"""What commands need of this installation: its settings and its database."""

from __future__ import annotations

import os
from collections.abc import Mapping

from twilio.request_validator import RequestValidator
from twilio.rest import Client

from warmline import wiring
from warmline.adapters.clock import SystemClock
from warmline.adapters.sound_files import wav_file
from warmline.adapters.sql.accounts import SqlAccounts
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.holds import SqlHolds
from warmline.adapters.sql.migrations import is_current
from warmline.adapters.sql.quarters import SqlQuarters
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.sql.rota import SqlRota
from warmline.adapters.sql.words import SqlWords
from warmline.commands._plain import Sentences
from warmline.domain.line import LineBook
from warmline.domain.links import Links
from warmline.domain.wording import did_you_mean, listed
from warmline.ports import Clock, LiveCalls, Pulse
from warmline.prompts import load
from warmline.services.accounts import People
from warmline.services.measures import LiveMeasures
from warmline.services.reports import Reports
from warmline.services.words import Words
from warmline.settings import Settings, SettingsError, ensure_data_folder


def read_settings() -> Settings:
    """The settings of the environment, with the data folder made. Raises SettingsError."""
    settings = Settings.from_environ(os.environ)
    ensure_data_folder(settings)
    return settings


def open_roster() -> SqlRoster:
    """The lines of this installation. Ends the command when the database is not set up."""
    settings = read_settings()
    engine = open_engine(settings.database_url)
    _want_set_up(is_current(engine))
    return SqlRoster(engine, wiring.sealer(settings), SystemClock())


def open_rota() -> SqlRota:
    """What is kept about shifts beside the plan. Ends the command without a database."""
    engine = open_engine(read_settings().database_url)
    _want_set_up(is_current(engine))
    return SqlRota(engine)


def open_words() -> Words:
    """The lines' own words. Ends the command when the database is not set up."""
    engine = open_engine(read_settings().database_url)
    _want_set_up(is_current(engine))
    return Words(SqlWords(engine), load(), wav_file)


def open_holds() -> SqlHolds:
    """Legal holds. Ends the command when the database is not set up."""
    engine = open_engine(read_settings().database_url)
    _want_set_up(is_current(engine))
    return SqlHolds(engine)


def open_quarters() -> SqlQuarters:
    """Quarters, reports and answers. Ends the command when the database is not set up."""
    settings = read_settings()
    engine = open_engine(settings.database_url)
    _want_set_up(is_current(engine))
    return SqlQuarters(engine, wiring.sealer(settings))


def open_reports() -> Reports:
    """Quarterly reports. Ends the command when the database is not set up."""
    return Reports(open_quarters(), open_roster(), SystemClock())


def open_lately() -> LiveMeasures:
    """How lines do. Ends the command when the database is not set up."""
    return LiveMeasures(open_quarters(), SystemClock())


def open_people() -> People:
    """Who may sign in to the console. Ends the command when the database is not set up."""
    settings = read_settings()
    engine = open_engine(settings.database_url)
    _want_set_up(is_current(engine))
    return People(SqlAccounts(engine, wiring.sealer(settings)), SystemClock())


def _want_set_up(current: bool) -> None:
    if not current:
        raise Sentences("The database is not set up for this version. Run: warmline db upgrade")


def book_of(books: list[LineBook], line_id: str | None) -> LineBook:
    """The line that is meant; the only one, when none is named. Ends the command otherwise."""
    ids = [book.line.id for book in books]
    if not books:
        raise Sentences("There is no line yet. Write one down and run: warmline apply line.toml")
    if line_id is None and len(books) > 1:
        raise Sentences(f"There are the lines {listed(ids)}. Name one with --line.")
    for book in books:
        if line_id in (None, book.line.id):
            return book
    guess = did_you_mean(str(line_id), ids) or f" There is {listed(ids)}."
    raise Sentences(f'There is no line "{line_id}".{guess}')


def open_live() -> tuple[LiveCalls, Clock]:
    """The live state of this installation, and the clock that it goes by."""
    settings = read_settings()
    seals = wiring.sealer(settings)
    connection = wiring.connect(wiring.redis_url(settings))
    clock = SystemClock()
    rate = settings.calls_per_second
    return wiring.live_calls(connection, clock, seals, settings.call_ttl, rate), clock


def open_twilio() -> tuple[Client, Links]:
    """The provider, and our addresses. Raises SettingsError when either is not set."""
    return twilio_of(read_settings())


def twilio_of(settings: Settings) -> tuple[Client, Links]:
    """The provider, and our addresses. Raises SettingsError when either is not set."""
    if missing := settings.missing_to_serve():
        raise SettingsError(missing)
    return wiring.twilio(settings), Links(str(settings.public_url))


def pulse_of(settings: Settings) -> Pulse:
    """How the machinery of this installation is."""
    return wiring.pulse(wiring.connect(wiring.redis_url(settings)), SystemClock())


def signature(settings: Settings, url: str, fields: Mapping[str, str]) -> str:
    """What the provider would sign this request with."""
    signed = RequestValidator(str(settings.twilio_auth_token)).compute_signature(url, dict(fields))
    return str(signed)
