"""What looks whether something is wrong: alarms, the nightly test call, watchmen."""

from __future__ import annotations

from functools import partial

from call_flows._house import House
from warmline.domain.alarms import Kind
from warmline.prompts import load
from warmline.services.alarms import Alarms
from warmline.services.keeping_up import KEEP_UP_EVERY
from warmline.services.selftest import SelfTest
from warmline.services.vigil import Vigil
from warmline.services.watch import Watch
from warmline.wiring.process import World


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


def vigils_of_the_web(world: World, house: House) -> tuple[Vigil, ...]:
    """What notices that the clock has stopped, and what looks at lines and words so that no page
    has to. To be begun in each process of the web app."""
    keeper = Vigil(house.keeping_up.look, KEEP_UP_EVERY, at_once=True)
    return Vigil(alarms(world).look_at_clock), keeper


def watch(world: World) -> Watch:
    """What load balancers and watchmen are told."""
    return Watch(world.calls, world.roster, world.pulse, world.clock, world.migrated)
