"""Being called back: a supporter is asked first, and nobody else learns that it was asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warmline.demo.stories._story import line_toml, story

if TYPE_CHECKING:
    from warmline.demo.phones import CallerPhone, SupporterPhone
    from warmline.demo.stage import Stage

MINUTE = 60.0
HOUR = 3600.0
EIGHT_TO_EIGHT = "08:00-20:00"
FIVE_IN_THE_MORNING = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
"""In California."""
HALF_PAST_SEVEN_IN_THE_EVENING = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)


def asks(caller: CallerPhone) -> None:
    """While waiting: 2, the last two digits, 1, and the whole truth about what will happen."""
    caller.presses("2")
    caller.hears("callback-ask", digits=" ".join(caller.handset.number[-2:]), then="wait")
    agrees(caller)


def agrees(caller: CallerPhone, then: str = "wait") -> None:
    """1: they hear what will happen, and hang up."""
    caller.presses("1")
    caller.hears("callback-promised")
    caller.hears("callback-how")
    caller.hears("callback-forgotten")
    caller.hears_all_of("callback-goodbye", then=then)
    caller.hangs_up()


def asks_while_busy(stage: Stage, river: SupporterPhone) -> CallerPhone:
    """River talks with somebody; another caller asks to be called back; River's talk ends."""
    first = stage.caller("+16505550151", "Another caller").reaches_waiting()
    river.takes_the_call()
    first.is_connected_to(river)
    caller = stage.caller().reaches_waiting()
    caller.hears("waiting-all-busy", ahead=0)
    asks(caller)
    stage.wait(30 * MINUTE)
    first.hangs_up()
    river.call_ends()
    return caller


def takes_it(river: SupporterPhone, within: float = 11 * MINUTE) -> None:
    """A supporter's phone rings, tells nothing but that there is a call to make, and 1."""
    river.rings(within)
    river.answers()
    river.hears("offer-back", alias=river.alias)
    river.presses("1")
    river.hears("offer-calling-back")


def picks_up(caller: CallerPhone, within: float = 10) -> None:
    """The caller's phone rings, and they hear what anybody might hear."""
    stage = caller.stage
    ringing = stage.emulator.ringing
    stage.until(
        lambda: ringing(caller.handset.number) is not None, within, f"{caller.name}'s phone rings"
    )
    call = ringing(caller.handset.number)
    if call is not None:
        call.answer()
    caller.starts_anew()
    caller.hears("callback-opening", within=3)


def is_not_rung(stage: Stage, caller: CallerPhone, seconds: float) -> None:
    """The caller's phone does not ring for so long."""
    number = caller.handset.number
    rang = stage.emulator.run_until(lambda: stage.emulator.ringing(number) is not None, seconds)
    stage.check(not rang, f"{caller.name}'s phone stays silent for {seconds / 60:g} minutes")


def nothing_is_kept(stage: Stage) -> None:
    """No number lies in the store any more, sealed or not, and nobody is to be called."""
    left = [
        *stage.connection.scan_iter("wl:callback:*"),
        *stage.connection.scan_iter("wl:promised:*"),
    ]
    stage.check(not left, "nothing is kept of a call back")


@story("22", "A call back that reaches the caller", line_toml("River"))
def reached(stage: Stage) -> None:
    """Asked for at a busy time; when River has rested, River is asked first; then both talk."""
    river = stage.supporter("River")
    caller = asks_while_busy(stage, river)
    river.stays_silent(9 * MINUTE)
    takes_it(river)
    picks_up(caller)
    caller.presses("1")
    caller.hears("callback-line", within=3)
    caller.hears("meet-peer", within=10, alias="River")
    caller.is_connected_to(river)
    nothing_is_kept(stage)
    stage.wait(5 * MINUTE)
    caller.hangs_up()
    river.hears("after-talk", minutes=10)
