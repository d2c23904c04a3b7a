"""A call from the account to a number of its own: it goes out, and comes in again as another call.

The two legs are two calls, as with Twilio: an outbound one, and an inbound one at the number that
was dialed. What one side plays as digits, the other side's Gather hears; nothing else is carried.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .behaviours import Behaviour
from .phones import Handset, PhoneCall

if TYPE_CHECKING:
    from .emulator import Emulator


class _ComesIn(Behaviour):
    """Rings at the number's own pages, and is picked up when they answer."""

    def on_ring(self, call: PhoneCall) -> None:
        """The network carries the call to the account's number."""
        emu = call.handset.emu
        far = PhoneCall(Handset(emu, call.other), call.handset.number, "dialing")
        call.far, far.far = far, call
        emu.note(call.other, "dials", call.handset.number)
        emu.arrive(far, call.handset.number, call.other)


def exchange(emu: Emulator, number: str) -> Handset:
    """What rings when the account calls a number of its own; a new one for each call."""
    handset = Handset(emu, number)
    handset.behaviour = _ComesIn()
    return handset


def carry(call: PhoneCall | None, digits: str) -> None:
    """Digits are played on one side of a looped call: they are keys on the other."""
    if call is not None and call.far is not None:
        keys = "".join(one for one in digits if one not in "wW")
        if keys:
            call.handset.emu.engine.after(0, partial(call.far.press, keys))
