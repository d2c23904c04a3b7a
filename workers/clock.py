"""The clock: looks at passed deadlines ten times a second and at what is to be forgotten.

Several clocks may run; each deadline is lent to one of them. While there is none, callers hear
the truth, waiting callers still have phones rung for them, and what a lost hint or report would
have done is late: the web app notices and tells (`Alarms.look_at_clock`).
"""

from __future__ import annotations

import signal
import threading
import time

import structlog

from warmline.domain.errors import StoreTrouble
from warmline.logs import configure
from warmline.services.vigil import Vigil
from workers._house import WorkHouse

log = structlog.get_logger(__name__)

EVERY = 0.1
"""Seconds between two looks at the deadlines."""
FORGET_EVERY = 5.0
"""Seconds between two looks at what the provider still keeps, and two signs of life."""
TIDY_EVERY = 3600.0
"""Seconds for which the store's file, or the provider, may hold what we have forgotten, and for
which something may lie in the database beyond its time."""


def tick(house: WorkHouse, *, forget: bool, tidy: bool = False) -> None:
    """One look. A store that cannot be reached now is looked at again in a moment."""
    try:
        house.sweeper.sweep()
        if forget:
            house.pulse.beat()
            house.sweeper.forget()
            house.selftest.tonight()
        if tidy:
            house.sweeper.look_for_leftovers()
            house.sweeper.tidy()
            house.sweeper.compact()
        if forget:
            house.minutes.look()
    except StoreTrouble as trouble:
        log.warning("store_unreachable", error=str(trouble))
    except Exception as error:  # noqa: BLE001  # one bad deadline must not stop the clock
        log.error("tick_failed", error=type(error).__name__)


def run(house: WorkHouse, stop: threading.Event) -> None:
    """Look until told to stop."""
    next_forget = next_tidy = time.monotonic()
    while not stop.is_set():
        began = time.monotonic()
        forget = began >= next_forget
        if forget:
            next_forget = began + FORGET_EVERY
        tidy = began >= next_tidy
        if tidy:
            next_tidy = began + TIDY_EVERY
        tick(house, forget=forget, tidy=tidy)
        stop.wait(max(0.0, EVERY - (time.monotonic() - began)))


def main() -> None:
    """The process behind the Procfile's `clock`."""
    from warmline import leash, wiring

    settings = wiring.from_environment()
    configure(settings.log_level)
    house = wiring.work_house(wiring.world(settings))
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    # Beside the deadlines, not between them: whom it tells may take seconds to answer.
    Vigil(house.alarms.look).start()
    Vigil(house.reminding.look).start()
    Vigil(house.swapping.look).start()
    Vigil(house.paying.look).start()
    leash.tell_ready()
    run(house, stop)


if __name__ == "__main__":
    main()
