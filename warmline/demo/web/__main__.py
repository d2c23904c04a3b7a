"""The telephone company of the demo, with its phones on a page: `python -m warmline.demo.web`.

It stands in Twilio's place: the web app and the workers reach it at TWILIO_API_BASE_URL, and it
reaches the web app at PUBLIC_URL with signed requests, as Twilio does.
"""

from __future__ import annotations

import argparse
import signal

from warmline import wiring
from warmline.adapters.twilio_numbers import wanted
from warmline.demo.web.app import PhonesPage
from warmline.demo.web.cast import Cast
from warmline.demo.web.duty import DutyBoard
from warmline.demo.web.recordings import Recordings
from warmline.emulator import Emulator, HttpTransport, RealClock
from warmline.settings import Settings

STOP = {signal.SIGINT, signal.SIGTERM}


def exchange(settings: Settings, world: wiring.World, speed: float) -> Emulator:
    """A telephone company that knows the line's numbers and has the phones page."""
    (book,) = world.roster.books()
    emulator = Emulator(
        account_sid=str(settings.twilio_account_sid),
        auth_token=str(settings.twilio_auth_token),
        clock=RealClock(speed),
        transport=HttpTransport(),
        # The rate is one of real seconds: the workers, who keep to it, know no other.
        calls_per_second=1.0 / speed,
    )
    for number in book.line.numbers:
        emulator.add_number(number, **wanted(world.links))
    cast = Cast(
        emulator,
        line=book.line.numbers[0],
        supporters=[(one.alias, one.phone) for one in book.supporters],
        crisis=book.line.crisis_number,
    )
    board = DutyBoard(world.roster, world.calls, world.clock)
    emulator.mount("/", PhonesPage(emulator, cast, board, Recordings(world.own_words)))
    return emulator


def main() -> None:
    """Serve until told to stop."""
    options = argparse.ArgumentParser(description="The telephone company of the demo.")
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--speed", type=float, default=1.0)
    chosen = options.parse_args()
    # Blocked before any thread starts, so that none of them is hit: we wait for them here.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP)
    settings = wiring.from_environment()
    with exchange(settings, wiring.world(settings), chosen.speed) as emulator:
        server = emulator.serve("127.0.0.1", chosen.port)
        signal.sigwait(STOP)
        server.stop()


if __name__ == "__main__":
    main()
