"""What conversations and jobs are given: a new service for one of them is made here."""

from __future__ import annotations

from call_flows._house import House
from warmline.adapters.boxes import boxed
from warmline.prompts import load
from warmline.services.after_talk import AfterTalk
from warmline.services.callback import Callbacks, CallingBack
from warmline.services.care import Care
from warmline.services.choosing import Choosing
from warmline.services.desk import Desk
from warmline.services.dialing import Dialing
from warmline.services.duty import DutyDesk
from warmline.services.folding import Folding
from warmline.services.forgetting import Forgetting
from warmline.services.guests import BringingIn, GuestDesk
from warmline.services.handing import Handing, PlaceTexting
from warmline.services.keeping_up import KeepingUp
from warmline.services.known import Known
from warmline.services.minutes import Minutes
from warmline.services.patience import Patience
from warmline.services.paying import Paying
from warmline.services.reconciling import Reconciler
from warmline.services.reporting import Reporting
from warmline.services.reports import Reports
from warmline.services.ringing import Ringing
from warmline.services.selftest import OwnSide
from warmline.services.speaking import Speaking
from warmline.services.supporters.errands import Running
from warmline.services.supporters.pins import Door
from warmline.services.supporters.texts import Texts
from warmline.services.sweeping import Sweeper
from warmline.services.telling import Telling
from warmline.services.texting import Texting
from warmline.services.tools import Tools
from warmline.wiring.keys import kept
from warmline.wiring.process import World
from warmline.wiring.supporters import (
    beside,
    debriefs,
    errands,
    flags,
    own_duty,
    reminding,
    swapping,
    text_words,
)
from warmline.wiring.watching import alarms, selftest
from workers._house import WorkHouse


def phone_house(world: World) -> House:
    """What conversations are given."""
    tests = OwnSide(world.calls, world.roster, world.tests, world.selftest_number)
    flagging, known = flags(world), Known(world.calls)
    speaking = Speaking(world.own_words, world.roster, load(), world.links, world.clock)
    desk = Desk(world.calls, world.roster, world.jobs, world.clock, tests, flagging)
    return House(
        desk=desk,
        after_talk=AfterTalk(world.calls, world.roster, world.clock, boxed),
        telling=Telling(world.calls, world.roster, world.jobs, world.clock, world.marks, known),
        tests=tests,
        errands=errands(world),
        reminding=reminding(world),
        callbacks=Callbacks(world.calls, world.roster, world.jobs, world.clock, desk),
        handing=Handing(world.calls, world.roster, world.jobs),
        choosing=Choosing(world.calls, world.roster, world.jobs, world.clock, known),
        care=Care(world.calls, world.roster, world.jobs, world.clock),
        beside=beside(world),
        guests=GuestDesk(world.calls, world.jobs, world.crisis_ring),
        debriefs=debriefs(world),
        flags=flagging,
        texts=Texts(world.roster, world.calls, world.clock, load(), text_words(world)),
        swapping=swapping(world),
        own=own_duty(world),
        door=Door(world.calls, world.roster, world.pins, world.clock),
        words=load(),
        speaking=speaking,
        keeping_up=KeepingUp(
            world.roster.refresh, speaking.refresh, flagging.refresh, known.refresh
        ),
        links=world.links,
        clock=world.clock,
        key_timeout=world.key_timeout,
        crisis_ring=world.crisis_ring,
    )


def work_house(world: World) -> WorkHouse:
    """What jobs are given."""
    care = Care(world.calls, world.roster, world.jobs, world.clock)
    patience = Patience(world.chance)
    tools = Tools(world.calls, world.roster, world.phones, world.jobs, world.clock, care, patience)
    return WorkHouse(
        callbacks=CallingBack(tools),
        ringing=Ringing(tools),
        guests=BringingIn(tools, world.crisis_ring),
        dialing=Dialing(tools),
        reconciler=Reconciler(tools),
        sweeper=Sweeper(tools),
        reporting=Reporting(world.calls, world.roster, world.outcomes, world.quarters),
        reports=Reports(world.quarters, world.roster, world.clock),
        minutes=Minutes(world.calls, world.roster, world.quarters, world.clock),
        forgetting=Forgetting(world.calls, world.roster, world.phones, world.clock, world.holds),
        folding=Folding(world.past, world.roster, world.clock, kept(world.minutes_kept)),
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
