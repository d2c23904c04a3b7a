"""From settings to services: the only place where adapters are chosen and put together."""

from __future__ import annotations

import time
from dataclasses import dataclass

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from call_flows._house import House
from warmline.adapters.redis_calls import RedisCalls, Seals
from warmline.adapters.rq_jobs import RqJobs
from warmline.domain.links import Links
from warmline.domain.waiting import Marks
from warmline.ports import Clock, Jobs, LiveCalls, Outcomes, Phones, Roster
from warmline.prompts import load
from warmline.services.care import Care
from warmline.services.desk import Desk
from warmline.services.duty import DutyDesk
from warmline.services.forgetting import Forgetting
from warmline.services.reporting import Reporting
from warmline.services.ringing import Ringing
from warmline.services.sweeping import Sweeper
from warmline.services.texting import Texting
from workers._house import WorkHouse

SOCKET_SECONDS = 0.5
"""A frozen store costs a caller a second, not the minute of the client's defaults."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> float:
        """Seconds since the epoch."""
        return time.time()


def connect(url: str) -> redis.Redis:
    """A connection that gives up soon and repeats a command at most once."""
    return redis.Redis.from_url(
        url,
        socket_timeout=SOCKET_SECONDS,
        socket_connect_timeout=SOCKET_SECONDS,
        retry=Retry(NoBackoff(), 1),
        health_check_interval=30,
    )


@dataclass(frozen=True, slots=True)
class World:
    """The adapters of one process."""

    calls: LiveCalls
    roster: Roster
    outcomes: Outcomes
    phones: Phones
    jobs: Jobs
    clock: Clock
    links: Links
    marks: Marks
    key_timeout: float = 8.0
    crisis_ring: int = 40


def live_calls(connection: redis.Redis, clock: Clock, seals: Seals, keep: float) -> RedisCalls:
    """The judge of live calls on a Redis connection."""
    return RedisCalls(connection, clock, seals, keep)


def rq_jobs(connection: redis.Redis) -> RqJobs:
    """Hints through RQ on a Redis connection."""
    return RqJobs(connection)


def phone_house(world: World) -> House:
    """What conversations are given."""
    return House(
        desk=Desk(world.calls, world.roster, world.jobs, world.clock, world.marks),
        care=Care(world.calls, world.roster, world.jobs, world.clock),
        words=load(),
        links=world.links,
        clock=world.clock,
        key_timeout=world.key_timeout,
        crisis_ring=world.crisis_ring,
    )


def work_house(world: World) -> WorkHouse:
    """What jobs are given."""
    care = Care(world.calls, world.roster, world.jobs, world.clock)
    ringing = Ringing(world.calls, world.roster, world.phones, world.jobs, world.clock, care)
    return WorkHouse(
        ringing=ringing,
        sweeper=Sweeper(world.calls, world.roster, world.jobs, world.clock, care, ringing),
        reporting=Reporting(world.calls, world.roster, world.outcomes),
        forgetting=Forgetting(world.calls, world.phones),
        texting=Texting(world.calls, world.roster, world.phones, load()),
        duty=DutyDesk(world.roster, world.clock),
        phones=world.phones,
    )
