"""A stage on which calls are played: everything real but Twilio, in emulated time.

One process holds the app, the workers and the emulator, and time passes only when a story says
so; so an hour on the phone takes a moment, and the same story always goes the same way. Live
state is in a real Redis, the line in a real database, jobs go through RQ.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import redis
from rq import Queue, SimpleWorker
from twilio.rest import Client

from warmline import wiring
from warmline.adapters.redis_carried import RedisCarried
from warmline.adapters.redis_errands import RedisErrands
from warmline.adapters.rq_jobs import OTHER_QUEUE, RING_QUEUE
from warmline.adapters.twilio_phones import TwilioPhones
from warmline.app import create_app
from warmline.demo.in_process import InProcess
from warmline.demo.phones import CallerPhone, SupporterPhone
from warmline.domain.links import Links
from warmline.domain.presence import Presence
from warmline.domain.waiting import Marks
from warmline.emulator import Emulator, ManualClock, WsgiTransport
from warmline.ports import (
    Holds,
    Onboarding,
    Outcomes,
    Past,
    Pins,
    Quarters,
    Roster,
    Rota,
    WordStore,
)
from warmline.prompts import load
from warmline.services.selftest import WithCopies
from workers._house import move_in

ACCOUNT = "AC" + "0" * 32
TOKEN = "emulated-auth-token"  # noqa: S105  # it opens nothing but the emulator
METRICS_TOKEN = "emulated-metrics-token-of-the-stage"  # noqa: S105  # nobody listens on a stage
PUBLIC_URL = "https://line.test"
LINE = "+16505550100"
TEST_NUMBER = "+16505550198"
"""The account's number for test calls, which no line has."""
CRISIS = "+18002738255"
TUESDAY_MORNING = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
"""Ten in the morning in California."""
SWEEP_SECONDS = 0.25
WATCH_SECONDS = 30.0


class Expectation(AssertionError):
    """Something in a story did not come as it should."""


@dataclass
class Stage:
    """One line with its supporters, ready to be called."""

    connection: redis.Redis
    make_stores: Callable[[Any], tuple[Roster, Outcomes]]
    """Gives the roster and the outcomes for a clock."""
    rows: Callable[[], list[Any]]
    """Every row that is kept of ended calls."""
    seals: Any
    own_words: WordStore
    """The line's own sentences and recordings."""
    past: Past
    holds: Holds
    onboarding: Onboarding
    quarters: Quarters
    rota: Rota
    pins: Pins
    began: datetime = TUESDAY_MORNING
    marks: Marks = field(default_factory=Marks)
    calls_per_second: float | None = 1.0
    test_number: str = TEST_NUMBER
    """For test calls; empty for none."""
    counts_minutes: bool = False
    """Whether each minute is looked at for the measures, which takes longer than a story's day."""

    def __post_init__(self) -> None:
        self.words = load()
        self.expectations: list[tuple[float, str]] = []
        self.emulator = Emulator(
            account_sid=ACCOUNT,
            auth_token=TOKEN,
            clock=ManualClock(self.began),
            transport=WsgiTransport({PUBLIC_URL: lambda *asked: self.app(*asked)}),
            calls_per_second=self.calls_per_second,
        )
        clock = self.emulator.clock
        self.roster, self.outcomes = self.make_stores(clock)
        links = Links(PUBLIC_URL)
        self.twilio = Client(ACCOUNT, TOKEN, http_client=InProcess(self.emulator))
        rate = self.calls_per_second or 0.0
        self.calls = wiring.live_calls(self.connection, clock, self.seals, 7200, rate)
        self.world = self._world(links)
        self.app = create_app(
            wiring.phone_house(self.world), TOKEN, wiring.watch(self.world), METRICS_TOKEN
        )
        self.workshop = wiring.work_house(self.world)
        move_in(self.workshop)
        self._queues = [Queue(n, connection=self.connection) for n in (RING_QUEUE, OTHER_QUEUE)]
        self._worker = SimpleWorker(self._queues, connection=self.connection)
        self.working = True
        self._seen = 0
        self._next_due = 0.0
        self.emulator.after_event(self.work)
        self.emulator.every(SWEEP_SECONDS, self._tick)
        self.emulator.every(WATCH_SECONDS, self._watch)
        self._started = self.emulator.clock.now()
        self._provision(links)
        self.crisis_line = self.emulator.handset(CRISIS)
        self.crisis_line.label = "988"

    def _world(self, links: Links) -> wiring.World:
        """Everything real but the provider."""
        return wiring.World(
            calls=self.calls,
            roster=WithCopies(self.roster, self.test_number),
            outcomes=self.outcomes,
            past=self.past,
            quarters=self.quarters,
            holds=self.holds,
            phones=TwilioPhones(self.twilio, links),
            jobs=wiring.rq_jobs(self.connection),
            clock=self.emulator.clock,
            links=links,
            marks=self.marks,
            pulse=wiring.pulse(self.connection, self.emulator.clock),
            chance=random.Random(0).random,  # noqa: S311  # reproducible, not secret
            migrated=lambda: True,  # whoever sets a stage brings its database up to date
            own_words=self.own_words,
            onboarding=self.onboarding,
            errands=RedisErrands(self.connection),
            rota=self.rota,
            carried=RedisCarried(self.connection),
            pins=self.pins,
            code_secret="a stage's own secret",  # noqa: S106  # guards nothing outside this stage
            spells=wiring.spells(self.connection),
            tests=wiring.test_calls(self.connection, self.emulator.clock),
            selftest_number=self.test_number,
        )

    def _provision(self, links: Links) -> None:
        """The line's numbers ask our pages."""
        if self.test_number:
            self.emulator.add_number(self.test_number, voice_url=links.selftest_phone)
        for book in self.roster.books():
            for number in book.line.numbers:
                self.emulator.add_number(
                    number,
                    voice_url=links.arrival,
                    voice_fallback_url=links.fallback,
                    status_callback=links.ended,
                    sms_url=links.message,
                )

    # -- time -----------------------------------------------------------------------------------

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.emulator.run(seconds)

    def until(self, holds: Callable[[], bool], seconds: float, what: str) -> None:
        """Let time pass until something holds; if it does not within `seconds`, the story fails."""
        if not self.emulator.run_until(holds, seconds):
            raise Expectation(f"{self.second:.1f} s: {what} (waited {seconds:g} s)")
        self.expectations.append((self.second, what))

    @property
    def second(self) -> float:
        """Seconds since the stage was set."""
        return self.emulator.clock.now() - self._started

    def check(self, holds: bool, what: str) -> None:
        """Something that must be so at this very moment."""
        if not holds:
            raise Expectation(f"{self.second:.1f} s: {what}")
        self.expectations.append((self.second, what))

    # -- people ---------------------------------------------------------------------------------

    def caller(self, number: str = "+16505550150", label: str = "Caller") -> CallerPhone:
        """Somebody with a phone."""
        handset = self.emulator.handset(number)
        handset.label = label
        return CallerPhone(self, handset)

    def supporter(self, alias: str) -> SupporterPhone:
        """A supporter of the line with their own phone."""
        for book in self.roster.books():
            for supporter in book.supporters:
                if supporter.alias == alias:
                    handset = self.emulator.handset(supporter.phone)
                    handset.label = alias
                    return SupporterPhone(self, handset, supporter)
        raise LookupError(f"nobody on this line is called {alias}")

    def supporters(self, *aliases: str) -> list[SupporterPhone]:
        """Several supporters at once."""
        return [self.supporter(alias) for alias in aliases]

    # -- what is true now -----------------------------------------------------------------------

    def presence(self, alias: str) -> Presence:
        """What is true of a supporter."""
        supporter = self.supporter(alias).supporter
        found: dict[str, Presence] = self.calls.presences([supporter.id])
        return found[supporter.id]

    def resting(self, alias: str) -> bool:
        """Whether a supporter is in wrap-up."""
        return self.presence(alias).rest_until > self.emulator.clock.now()

    def busy(self, alias: str) -> bool:
        """Whether a supporter's phone is taken up by a call."""
        return bool(self.presence(alias).busy)

    def misses(self, alias: str) -> int:
        """How many offers in a row a supporter has missed."""
        return self.presence(alias).misses

    def off_duty(self, alias: str) -> bool:
        """Whether a supporter has been, or has set themselves, off duty."""
        return self.presence(alias).off_until > self.emulator.clock.now()

    def provider_calls(self) -> list[str]:
        """Ids of calls that the provider still keeps."""
        return [str(call.sid) for call in self.twilio.calls.list()]

    # -- inside ---------------------------------------------------------------------------------

    def work(self) -> None:
        """Do every job that is waiting, as workers would at once."""
        if not self.working or self._seen == len(self.emulator.requests):
            return
        self._seen = len(self.emulator.requests)
        self._next_due = 0.0
        self._drain()

    def _drain(self) -> None:
        while found := Queue.dequeue_any(self._queues, None, connection=self.connection):
            self._worker.execute_job(*found)

    def _tick(self) -> None:
        """What the clock process does. Between two deadlines it has nothing to look at."""
        if not self.working or self.emulator.clock.now() < self._next_due:
            return
        self.workshop.sweeper.sweep()
        self.workshop.pulse.beat()
        self.workshop.sweeper.forget()
        self._drain()
        firsts = [
            self.connection.zrange(name, 0, 0, withscores=True) for name in ("wl:due", "wl:forget")
        ]
        self._next_due = min((float(f[0][1]) for f in firsts if f), default=float("inf"))

    def _watch(self) -> None:
        """The clock's slower look, at whether something is wrong with a line."""
        if self.working:
            self.workshop.alarms.look_at_lines()
            self.workshop.reminding.look()
            self.workshop.swapping.look()
            self.workshop.paying.look()
            if self.counts_minutes:
                self.workshop.minutes.look()
            self._next_due = 0.0  # what it has told is to be deleted at the provider

    def failed_jobs(self) -> list[str]:
        """What went wrong in jobs, one line each."""
        found = []
        for queue in self._queues:
            for job_id in queue.failed_job_registry.get_job_ids():
                job = queue.fetch_job(job_id)
                result = job.latest_result() if job else None
                found.append(str(result.exc_string if result else job_id))
        return found


def spoken(text: str) -> str:
    """A sentence as it is compared: without doubled spaces."""
    return re.sub(r"\s+", " ", text).strip()
