"""The services that jobs use. Set once, when a worker starts; never made at import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from warmline.ports import Phones, Pulse
from warmline.services.alarms import Alarms
from warmline.services.callback import CallingBack
from warmline.services.dialing import Dialing
from warmline.services.duty import DutyDesk
from warmline.services.folding import Folding
from warmline.services.forgetting import Forgetting
from warmline.services.guests import BringingIn
from warmline.services.handing import PlaceTexting
from warmline.services.minutes import Minutes
from warmline.services.paying import Paying
from warmline.services.reconciling import Reconciler
from warmline.services.reporting import Reporting
from warmline.services.reports import Reports
from warmline.services.ringing import Ringing
from warmline.services.selftest import SelfTest
from warmline.services.supporters.errands import Running
from warmline.services.supporters.reminding import Reminding
from warmline.services.supporters.swapping import Swapping
from warmline.services.sweeping import Sweeper
from warmline.services.texting import Texting


@dataclass(frozen=True, slots=True)
class WorkHouse:
    """Everything that a job may use."""

    ringing: Ringing
    callbacks: CallingBack
    place_texts: PlaceTexting
    guests: BringingIn
    dialing: Dialing
    reconciler: Reconciler
    sweeper: Sweeper
    reporting: Reporting
    reports: Reports
    minutes: Minutes
    forgetting: Forgetting
    folding: Folding
    retire_keys: Callable[[], object]
    selftest: SelfTest
    errands: Running
    texting: Texting
    duty: DutyDesk
    phones: Phones
    pulse: Pulse
    alarms: Alarms
    reminding: Reminding
    swapping: Swapping
    paying: Paying


_house: WorkHouse | None = None


def move_in(house: WorkHouse) -> None:
    """Called by whoever starts a worker in this process."""
    global _house  # one worker process has one house; RQ calls jobs by name
    _house = house


def house() -> WorkHouse:
    """The house of this worker process."""
    if _house is None:
        raise RuntimeError("no worker was started in this process; see workers/__main__.py")
    return _house
