"""The adapters of one process, from its settings."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from warmline.adapters.apprise_channels import AppriseChannels, unknown
from warmline.adapters.cached_roster import CachedRoster
from warmline.adapters.clock import SystemClock
from warmline.adapters.redis_carried import RedisCarried
from warmline.adapters.redis_errands import RedisErrands
from warmline.adapters.sealing import derived
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.holds import SqlHolds
from warmline.adapters.sql.migrated import Migrated
from warmline.adapters.sql.migrations import is_current
from warmline.adapters.sql.onboarding import SqlOnboarding
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.past import SqlPast
from warmline.adapters.sql.pins import SqlPins
from warmline.adapters.sql.quarters import SqlQuarters
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.sql.rota import SqlRota
from warmline.adapters.sql.words import SqlWords
from warmline.adapters.twilio_phones import TwilioPhones
from warmline.domain.links import Links
from warmline.domain.retention import MINUTES_KEPT
from warmline.domain.waiting import Marks
from warmline.ports import (
    Channels,
    Clock,
    ErrandStore,
    Holds,
    Jobs,
    LiveCalls,
    Onboarding,
    Outcomes,
    Past,
    Phones,
    Pins,
    Pulse,
    Quarters,
    Roster,
    Rota,
    Spells,
    TestCalls,
    WordStore,
)
from warmline.ports.rota import CarriedDays
from warmline.services.selftest import WithCopies
from warmline.settings import (
    Settings,
    SettingsError,
    load_keys,
)
from warmline.wiring.connections import (
    connect,
    live_calls,
    pulse,
    redis_url,
    rq_jobs,
    sealer,
    spells,
    test_calls,
    twilio,
)
from warmline.wiring.keys import retire_keys


@dataclass(frozen=True, slots=True)
class World:
    """The adapters of one process."""

    calls: LiveCalls
    roster: Roster
    outcomes: Outcomes
    past: Past
    quarters: Quarters
    holds: Holds
    phones: Phones
    jobs: Jobs
    clock: Clock
    links: Links
    marks: Marks
    pulse: Pulse
    migrated: Callable[[], bool]
    """Whether the database has today's shape. May raise StoreTrouble."""
    own_words: WordStore
    pins: Pins
    onboarding: Onboarding
    errands: ErrandStore
    rota: Rota
    carried: CarriedDays
    code_secret: str
    """Makes the codes that supporters are sent."""
    spells: Spells
    tests: TestCalls
    channels: Channels = field(default_factory=lambda: AppriseChannels(()))
    database: Callable[[], bool] = lambda: True
    """Whether the database answers now. May raise StoreTrouble."""
    selftest_number: str = ""
    """A number of ours for test calls; empty for none."""
    selftest_hour: int | None = None
    minutes_kept: int = MINUTES_KEPT.days
    """Days for which supporters' minutes are kept."""
    retire_keys: Callable[[], object] = lambda: None
    """Destroys keys that were replaced long enough ago. May raise StoreTrouble."""
    key_timeout: float = 8.0
    crisis_ring: int = 40
    chance: Callable[[], float] = random.random
    """Numbers from 0 to 1 by which waits differ."""


def world(settings: Settings) -> World:
    """The adapters that the settings ask for. Connects when it is used, not before."""
    problems = settings.missing_to_serve()
    if problems:
        raise SettingsError(problems)
    clock = SystemClock()
    seals = sealer(settings)
    connection = connect(redis_url(settings))
    engine = open_engine(settings.database_url)
    links = Links(str(settings.public_url))
    number = settings.selftest_number or ""
    return World(
        calls=live_calls(connection, clock, seals, settings.call_ttl, settings.calls_per_second),
        roster=WithCopies(CachedRoster(SqlRoster(engine, seals, clock), clock), number),
        outcomes=SqlOutcomes(engine, seals),
        past=SqlPast(engine),
        quarters=SqlQuarters(engine, seals),
        holds=SqlHolds(engine),
        phones=TwilioPhones(twilio(settings), links),
        jobs=rq_jobs(connection),
        clock=clock,
        links=links,
        marks=Marks(settings.choices_at, settings.alternatives_at),
        pulse=pulse(connection, clock),
        migrated=Migrated(engine),
        own_words=SqlWords(engine),
        pins=SqlPins(engine),
        onboarding=SqlOnboarding(engine),
        errands=RedisErrands(connection),
        rota=SqlRota(engine),
        carried=RedisCarried(connection),
        code_secret=derived(load_keys(settings)[0], "codes"),
        spells=spells(connection),
        tests=test_calls(connection, clock),
        selftest_number=number,
        selftest_hour=settings.selftest_hour,
        minutes_kept=settings.minutes_kept,
        channels=AppriseChannels(settings.alarm_urls),
        database=lambda: is_current(engine),
        retire_keys=lambda: retire_keys(settings, clock.now()),
        key_timeout=settings.key_timeout,
        crisis_ring=settings.crisis_ring,
    )


def from_environment() -> Settings:
    """The settings of this process; what is wrong is printed, and the process ends."""
    try:
        settings = Settings.from_environ(os.environ)
    except SettingsError as error:
        raise SystemExit(_cannot_start(error.problems)) from None
    if problems := [*settings.missing_to_serve(), *unknown(settings.alarm_urls)]:
        raise SystemExit(_cannot_start(problems))
    return settings


def _cannot_start(problems: Sequence[str]) -> str:
    return "\n".join(["The warmline cannot start:", *problems])
