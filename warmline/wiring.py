"""From settings to services: the only place where adapters are chosen and put together."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Any

import redis
from redis.sentinel import Sentinel
from twilio.rest import Client

from call_flows._house import House
from warmline.adapters import redis_resealing
from warmline.adapters.apprise_channels import AppriseChannels, kind, unknown
from warmline.adapters.boxes import boxed
from warmline.adapters.clock import SystemClock
from warmline.adapters.redis_calls import RedisCalls, new_id
from warmline.adapters.redis_carried import RedisCarried
from warmline.adapters.redis_errands import RedisErrands
from warmline.adapters.redis_patience import StorePatience
from warmline.adapters.redis_pulse import RedisPulse
from warmline.adapters.redis_reading import Seals
from warmline.adapters.redis_selftest import RedisTestCalls
from warmline.adapters.redis_spells import RedisSpells
from warmline.adapters.redis_web import RedisWeb
from warmline.adapters.rq_jobs import RqJobs
from warmline.adapters.sealing import Sealer, derived
from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.sql import resealing
from warmline.adapters.sql.accounts import SqlAccounts
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.holds import SqlHolds
from warmline.adapters.sql.migrated import Migrated
from warmline.adapters.sql.migrations import is_current
from warmline.adapters.sql.onboarding import SqlOnboarding
from warmline.adapters.sql.outcomes import SqlOutcomes
from warmline.adapters.sql.past import SqlPast
from warmline.adapters.sql.pins import SqlPins
from warmline.adapters.sql.quarters import SqlQuarters
from warmline.adapters.sql.roster import CachedRoster, SqlRoster
from warmline.adapters.sql.rota import SqlRota
from warmline.adapters.sql.switches import SqlSwitches
from warmline.adapters.sql.words import SqlWords
from warmline.adapters.twilio_phones import TwilioPhones, client
from warmline.domain.alarms import Kind
from warmline.domain.kept import DAY
from warmline.domain.line import Place
from warmline.domain.links import Links
from warmline.domain.retention import KEPT, MINUTES_KEPT
from warmline.domain.waiting import Marks
from warmline.embedded import EmbeddedStore
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
from warmline.prompts import load
from warmline.running import store_folder
from warmline.services.accounts import People
from warmline.services.after_talk import AfterTalk
from warmline.services.alarms import Alarms
from warmline.services.beginning import Provider
from warmline.services.beside import Beside
from warmline.services.calendars import Calendars
from warmline.services.callback import Callbacks, CallingBack
from warmline.services.care import Care
from warmline.services.choosing import Choosing
from warmline.services.desk import Desk
from warmline.services.dialing import Dialing
from warmline.services.directory import Directory
from warmline.services.duty import DutyDesk
from warmline.services.folding import Folding
from warmline.services.forgetting import Forgetting
from warmline.services.guests import BringingIn, GuestDesk
from warmline.services.handing import Handing, PlaceTexting
from warmline.services.lines import Lines
from warmline.services.measures import LiveMeasures
from warmline.services.minutes import Minutes
from warmline.services.patience import Patience
from warmline.services.paying import Paying
from warmline.services.reconciling import Reconciler
from warmline.services.reporting import Reporting
from warmline.services.reports import Reports
from warmline.services.ringing import Ringing
from warmline.services.selftest import OwnSide, SelfTest, WithCopies
from warmline.services.shifts import Shifts
from warmline.services.supporters.after_words import after_words
from warmline.services.supporters.confirming import confirm_word, practice_word
from warmline.services.supporters.debriefs import Debriefs
from warmline.services.supporters.duty import OwnDuty
from warmline.services.supporters.duty_words import duty_words
from warmline.services.supporters.errands import Errands, Running
from warmline.services.supporters.flags import FlagKeys, Flags
from warmline.services.supporters.own_page import OwnPage
from warmline.services.supporters.pins import Door
from warmline.services.supporters.place_words import place_word
from warmline.services.supporters.reminding import Reminding
from warmline.services.supporters.surge import Surge
from warmline.services.supporters.swapping import Swapping, swap_words
from warmline.services.supporters.team import Team
from warmline.services.supporters.texts import Texts, Word
from warmline.services.sweeping import Sweeper
from warmline.services.switches import Emergency
from warmline.services.telling import Telling
from warmline.services.texting import Texting
from warmline.services.vigil import Vigil
from warmline.services.watch import Watch
from warmline.services.words import Speaking, Words
from warmline.settings import (
    Settings,
    SettingsError,
    destroy_keys,
    load_keys,
    replaced,
    sentinel_address,
)
from warmline.settings.sentinel import SENTINEL
from workers._house import WorkHouse

SOCKET_SECONDS = 0.5
"""A frozen store costs a caller a second, not the minute of the client's defaults."""


def connect(url: str, *, to_wait: bool = False) -> redis.Redis:
    """A connection to Redis, also through Sentinel (`redis+sentinel://...`).

    It gives up soon (see `StorePatience`). With `to_wait` it is for a worker, which waits for jobs
    for minutes and sets its own patience.
    """
    patience: dict[str, Any] = {
        "socket_connect_timeout": SOCKET_SECONDS,
        "socket_timeout": None if to_wait else SOCKET_SECONDS,
        "retry": StorePatience(),
        "health_check_interval": 30,
    }
    if not url.startswith(f"{SENTINEL}://"):
        return redis.Redis.from_url(url, **patience)
    where = sentinel_address(url)
    sentinel = Sentinel(where.hosts, socket_timeout=SOCKET_SECONDS)  # type: ignore[no-untyped-call]  # redis-py leaves it so
    master: redis.Redis = sentinel.master_for(  # type: ignore[no-untyped-call]  # the same
        where.service, db=where.db, username=where.username, password=where.password, **patience
    )
    return master


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


def sealer(settings: Settings) -> Sealer:
    """What seals numbers at rest. It notices when the data folder's key is replaced."""
    return Sealer(*load_keys(settings), again=lambda: load_keys(settings))


KEYS_KEPT = DAY
"""Seconds for which a replaced key still opens: twice as long as anything sealed is live."""


def renew_seals(settings: Settings) -> tuple[int, int, int]:
    """Seal everything that lies at rest with the newest key.

    How many texts of the database, how many there that no key opens, how many of the store.
    Raises StoreTrouble; then some are done, and doing it again does the rest.
    """
    seals = sealer(settings)
    done, lost = resealing.reseal(open_engine(settings.database_url), seals)
    return done, lost, redis_resealing.reseal(connect(redis_url(settings)), seals)


def retire_keys(settings: Settings, now: float) -> int:
    """Destroy keys of the data folder that were replaced a day ago, when nothing needs them.

    How many. Those in the settings are the operator's. Raises StoreTrouble: then none is destroyed.
    """
    if not any(at < now - KEYS_KEPT for at, _ in replaced(settings)):
        return 0
    renew_seals(settings)  # a process that had not noticed may have used it since
    return destroy_keys(settings, now - KEYS_KEPT)


def _kept(minutes_days: int) -> dict[str, timedelta]:
    """How long everything but rows of calls stays in the database."""
    return {**KEPT, "minutes": timedelta(days=minutes_days)}


def folding(settings: Settings) -> Folding:
    """What deletes in the database; nothing else need be set."""
    engine, clock = open_engine(settings.database_url), SystemClock()
    roster = SqlRoster(engine, sealer(settings), clock)
    return Folding(SqlPast(engine), roster, clock, _kept(settings.minutes_kept))


def redis_url(settings: Settings) -> str:
    """Where the live state is: the Redis that is set, or the store in the data folder."""
    return settings.redis_url or EmbeddedStore(store_folder(settings.data)).url


def twilio(settings: Settings) -> Client:
    """The provider's client."""
    key = settings.twilio_api_key_sid, settings.twilio_api_key_secret
    return client(
        str(settings.twilio_account_sid),
        str(settings.twilio_auth_token),
        api_key=(str(key[0]), str(key[1])) if key[0] else None,
        base_url=settings.twilio_api_base_url or "",
        timeout=settings.rest_timeout,
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


def live_calls(
    connection: redis.Redis, clock: Clock, seals: Seals, keep: float, per_second: float
) -> RedisCalls:
    """The judge of live calls on a Redis connection."""
    return RedisCalls(connection, clock, seals, keep, per_second=per_second)


def rq_jobs(connection: redis.Redis) -> RqJobs:
    """Hints through RQ on a Redis connection."""
    return RqJobs(connection)


def pulse(connection: redis.Redis, clock: Clock) -> RedisPulse:
    """How the machinery is, on a Redis connection."""
    return RedisPulse(connection, clock)


def spells(connection: redis.Redis) -> RedisSpells:
    """What is known of each alarm, on a Redis connection."""
    return RedisSpells(connection)


def test_calls(connection: redis.Redis, clock: Clock) -> RedisTestCalls:
    """Test calls on their way, on a Redis connection."""
    return RedisTestCalls(connection, clock)


def selftest(world: World) -> SelfTest:
    """What makes test calls, and judges them."""
    return SelfTest(
        world.calls,
        world.roster,
        world.phones,
        world.jobs,
        world.clock,
        world.tests,
        phone=world.selftest_number,
        hour=world.selftest_hour,
        alarm=partial(alarms(world).happened, Kind.SELFTEST),
    )


def alarms(world: World) -> Alarms:
    """What looks whether something is wrong, and says so."""
    return Alarms(
        calls=world.calls,
        roster=world.roster,
        pulse=world.pulse,
        phones=world.phones,
        channels=world.channels,
        spells=world.spells,
        words=load(),
        clock=world.clock,
        database=world.database,
    )


def vigil_of_the_web(world: World) -> Vigil:
    """What notices that the clock has stopped. To be begun in each process of the web app."""
    return Vigil(alarms(world).look_at_clock)


def watch(world: World) -> Watch:
    """What load balancers and watchmen are told."""
    return Watch(world.calls, world.roster, world.pulse, world.clock, world.migrated)


def plain_roster(settings: Settings, clock: Clock) -> SqlRoster:
    """The roster as it stands in the database at this moment."""
    return SqlRoster(open_engine(settings.database_url), sealer(settings), clock)


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
                calendars=Calendars(world.roster, world.rota, world.clock, write_calendar),
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
                lines=lines(roster, world.clock, world.roster.refresh),
                directory=Directory(roster, world.clock, new_id, world.roster.refresh),
                own_words=Words(world.own_words, load(), wav_file),
                read_sound=read_sound,
                selftest=selftest(world),
                provider=lambda: provider_of(settings),
                read_calendar=read_calendar,
                fetch=Fetching().or_why,
                store=RedisWeb(connect(redis_url(settings))),
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


def provider_of(settings: Settings) -> Provider:
    """Which of the provider's settings are there; never what they say."""
    there = {
        "PUBLIC_URL": settings.public_url,
        "TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "TWILIO_AUTH_TOKEN": settings.twilio_auth_token,
    }
    known = {name: bool(value) for name, value in there.items()}
    return Provider(known, emulated=bool(settings.twilio_api_base_url))


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


def phone_house(world: World) -> House:
    """What conversations are given."""
    tests = OwnSide(world.calls, world.roster, world.tests, world.selftest_number)
    flagging = flags(world)
    desk = Desk(world.calls, world.roster, world.jobs, world.clock, tests, flagging)
    return House(
        desk=desk,
        after_talk=AfterTalk(world.calls, world.roster, world.clock, boxed),
        telling=Telling(world.calls, world.roster, world.jobs, world.clock, world.marks),
        tests=tests,
        errands=errands(world),
        reminding=reminding(world),
        callbacks=Callbacks(world.calls, world.roster, world.jobs, world.clock, desk),
        handing=Handing(world.calls, world.roster, world.jobs),
        choosing=Choosing(world.calls, world.roster, world.jobs, world.clock),
        care=Care(world.calls, world.roster, world.jobs, world.clock),
        beside=Beside(world.calls, world.jobs),
        guests=GuestDesk(world.calls, world.jobs, world.crisis_ring),
        debriefs=debriefs(world),
        flags=flagging,
        texts=Texts(world.roster, world.calls, world.clock, load(), text_words(world)),
        swapping=swapping(world),
        own=own_duty(world),
        door=Door(world.calls, world.roster, world.pins, world.clock),
        words=load(),
        speaking=Speaking(world.own_words, world.roster, load(), world.links, world.clock),
        links=world.links,
        clock=world.clock,
        key_timeout=world.key_timeout,
        crisis_ring=world.crisis_ring,
    )


def errands(world: World) -> Errands:
    """Texts and calls to supporters about themselves."""
    return Errands(
        world.errands, world.roster, world.calls, world.jobs, world.clock, world.code_secret
    )


def reminding(world: World) -> Reminding:
    """What reminds supporters of their shifts, and hears their yes."""
    return Reminding(
        world.roster,
        world.rota,
        world.calls,
        world.phones,
        errands(world),
        world.clock,
        load(),
        tell=partial(alarms(world).happened, Kind.SHIFT_ALONE),
    )


def surge(world: World) -> Surge:
    """Asks supporters who are off duty for help."""
    return Surge(world.roster, world.calls, world.jobs, world.errands, world.clock)


def own_duty(world: World) -> OwnDuty:
    """What supporters say about their own duty, whichever way."""
    care = Care(world.calls, world.roster, world.jobs, world.clock)
    return OwnDuty(world.calls, world.roster, world.jobs, care, reminding(world).confirms)


def swapping(world: World) -> Swapping:
    """Shifts that change hands among supporters."""
    return Swapping(world.roster, world.rota, world.calls, world.phones, world.clock, load())


def flags(world: World) -> Flags:
    """Flags of talks, and who reaches no peer for a while."""
    return Flags(world.calls, world.roster, world.clock, FlagKeys(world.calls, world.clock))


def debriefs(world: World) -> Debriefs:
    """What a supporter may ask for when a talk is over."""
    return Debriefs(world.calls, world.roster, world.jobs, world.clock)


def text_words(world: World) -> list[Word]:
    """What supporters can ask for by text, in the order in which HELP names it."""
    return [
        *duty_words(own_duty(world)),
        *after_words(Beside(world.calls, world.jobs), debriefs(world), flags(world)),
        *swap_words(swapping(world)),
        place_word(),
        confirm_word(errands(world)),
        practice_word(errands(world)),
    ]


def work_house(world: World) -> WorkHouse:
    """What jobs are given."""
    care = Care(world.calls, world.roster, world.jobs, world.clock)
    patience = Patience(world.chance)
    common = (world.calls, world.roster, world.phones, world.jobs, world.clock, care)
    return WorkHouse(
        callbacks=CallingBack(
            world.calls, world.roster, world.phones, world.jobs, world.clock, patience
        ),
        ringing=Ringing(*common, patience),
        guests=BringingIn(
            world.calls, world.roster, world.phones, world.jobs, patience, world.crisis_ring
        ),
        dialing=Dialing(*common, patience),
        reconciler=Reconciler(*common),
        sweeper=Sweeper(world.calls, world.roster, world.jobs, world.clock, care),
        reporting=Reporting(world.calls, world.roster, world.outcomes, world.quarters),
        reports=Reports(world.quarters, world.roster, world.clock),
        minutes=Minutes(world.calls, world.roster, world.quarters, world.clock),
        forgetting=Forgetting(world.calls, world.roster, world.phones, world.clock, world.holds),
        folding=Folding(world.past, world.roster, world.clock, _kept(world.minutes_kept)),
        retire_keys=world.retire_keys,
        errands=Running(
            errands(world), world.errands, world.calls, world.phones, world.clock, load()
        ),
        texting=Texting(world.calls, world.roster, world.phones, load()),
        duty=DutyDesk(world.calls, world.roster, world.clock),
        place_texts=PlaceTexting(world.calls, world.roster, world.phones, world.clock, load()),
        phones=world.phones,
        pulse=world.pulse,
        alarms=alarms(world),
        reminding=reminding(world),
        swapping=swapping(world),
        paying=Paying(world.roster, world.rota, world.carried, world.clock),
        selftest=selftest(world),
    )
